package personal

import (
	"strings"
	"testing"
	"unicode/utf8"
)

// prose scans running text as a body is scanned.
func prose(text string) (out []string) {
	b := []byte(text)
	for i := 0; i < len(b); {
		if b[i] != '@' && !isDigit(b[i]) {
			i++
			continue
		}
		hit, next := At(b, i)
		if hit.Kind != "" {
			out = append(out, string(hit.Kind)+" "+text[hit.Start:hit.End])
		}
		i = next
	}
	return out
}

func TestPersonalDataInProseIsFound(t *testing.T) {
	for text, want := range map[string]string{
		"CCCD 079080000001.":                      "id 079080000001",
		"CMND: 331234567,":                        "id 331234567",
		"số 079 080 000 001":                      "id 079 080 000 001",
		"079.080.000.001 cấp":                     "id 079.080.000.001",
		"ĐT 0912345678":                           "phone 0912345678",
		"(0912.345.678)":                          "phone 0912.345.678",
		"091-234-5678":                            "phone 091-234-5678",
		"+84 912 345 678":                         "phone +84 912 345 678",
		"84912345678":                             "phone 84912345678",
		"Ten.Nguoi+a@Gmail.com.":                  "email Ten.Nguoi+a@Gmail.com",
		"a@yahoo.com.vn":                          "email a@yahoo.com.vn",
		"Tháng 5, gọi 0912345678; CMND 331234567": "phone 0912345678|id 331234567",
		"năm 2021 0912345678":                     "phone 0912345678",
	} {
		if got := strings.Join(prose(text), "|"); got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestWhatOfficesWritePasses(t *testing.T) {
	for _, text := range []string{
		"138/KH-UBND", "1.800.000 đồng", "500000000 đồng", "500000000đ", "123456789 VNĐ", "https://a.vn/123456789", "/tep/123456789.pdf",
		"IMG_123456789.jpg", "84,583283000", "0.512345678", "05/5/2021", "2021-05-05 08:00", "0277 3 123 456", "1900 1234", "02773123456",
		"HS-123456789", "H123456789", "1234567890", "1234567890123", "12 345 678", "a@dongthap.gov.vn", "mail@mail.gov.vn", "bạn@nhà", "@baochinh",
		"gmail.com", "#123456789", "id=123456789", "1.234.567.890", "123456789,5",
	} {
		if got := prose(text); got != nil {
			t.Errorf("%s: %q", text, got)
		}
	}
}

func TestAFieldOfAnAwardHasNoMailAndNoDayOfBirthEither(t *testing.T) {
	for text, want := range map[string]Kind{
		"phongnoivu@dongthap.gov.vn": Email,
		"sinh ngày 01/02/1980":       Birth,
		"Sinh năm 1980":              Birth,
		"Bà A, sinh 1/2/1980":        Birth,
		"ông B (sinh: 1980)":         Birth,
		"CCCD 079080000001":          ID,
		"học sinh năm 2021":          "",
		"vệ sinh năm 2021":           "",
		"tổ chức ngày 01/02/2021":    "",
		"hy sinh 1972":               "",
	} {
		hits := Find(text)
		if want == "" && len(hits) > 0 || want != "" && (len(hits) != 1 || hits[0].Kind != want) {
			t.Errorf("%s: %v, want %q", text, hits, want)
		}
	}
}

func TestAFindingDoesNotItselfPublishWhatItWarnsOf(t *testing.T) {
	for text, want := range map[string]string{"079080000001": "07••••••••01", "abcd": "••••", "": "", "nhà@b.c": "nh•••.c"} {
		if got := Masked(text); got != want {
			t.Errorf("%q is shown as %q, want %q", text, got, want)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Ông A, sinh ngày 01/02/1980, CCCD 079080000001, 0912 345 678, a@b.vn")
	f.Add("+84 1. 2-3@@.. ")
	f.Fuzz(func(t *testing.T, text string) {
		for _, h := range Find(text) {
			if h.Start < 0 || h.End > len(text) || h.Start >= h.End {
				t.Errorf("%v of %d bytes", h, len(text))
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[h.Start:h.End]) {
				t.Errorf("%v cuts a character of %q", h, text)
			}
		}
	})
}
