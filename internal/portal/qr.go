package portal

import (
	"fmt"
	"strings"

	"bangvang/internal/view"

	"rsc.io/qr"
)

// qrOf draws an address for the camera of a telephone, to stand at the foot of a printed page. An address that is
// longer than such a code can hold has none.
func qrOf(address string) *view.QR {
	code, err := qr.Encode(address, qr.M)
	if err != nil {
		return nil
	}
	var path strings.Builder
	for y := range code.Size {
		end := 0 // of what has been drawn of the row
		for x := 0; x < code.Size; x++ {
			if !code.Black(x, y) {
				continue
			}
			from := x
			for x < code.Size && code.Black(x, y) {
				x++
			}
			if end == 0 {
				fmt.Fprintf(&path, "M%d %d.5h%d", from, y, x-from)
			} else {
				fmt.Fprintf(&path, "m%d 0h%d", from-end, x-from)
			}
			end = x
		}
	}
	return &view.QR{Box: fmt.Sprintf("-4 -4 %d %[1]d", code.Size+8), Path: path.String()} // four white modules all round
}
