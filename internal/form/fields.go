package form

import (
	"bangvang/internal/sheet"
)

// A listField is a column of the form and a key of an entry; "person.name" is a key within person.
type listField struct {
	sheet.ListField
	width float64
	note  string
	list  bool // several values, parted by commas
	picks string
}

// The two lists.
var (
	Awards = List{Key: "awards", Tab: "Khen thưởng", Title: "Danh sách khen thưởng", fields: []listField{
		column("prize", "giải thưởng", 26, "Mã hoặc tên giải trong kế hoạch. Mỗi dòng ghi giải thưởng hoặc hình thức khen.", "giai").picked("prizes"),
		column("commendation", "hình thức khen", 26, "Mã hoặc tên hình thức khen trong kế hoạch.", "hinh thuc", "hinh thuc khen thuong").picked("commendations"),
		column("unit", "đơn vị", 30, "Mã hoặc tên đơn vị được khen. Để trống nếu khen cá nhân.", "don vi duoc khen", "tap the").picked("units"),
		column("person.name", "họ và tên", 24, "Chỉ ghi họ tên; không ghi ngày sinh, số căn cước, điện thoại.", "ho ten", "ca nhan"),
		column("person.position", "chức vụ", 24, "", "chuc danh"),
		column("person.unit", "đơn vị công tác", 30, "Mã hoặc tên đơn vị của cá nhân.", "noi cong tac").picked("units"),
		column("person.sort", "tên để xếp thứ tự", 18, "Chỉ ghi khi chữ cuối không phải là tên gọi."),
		column("merit", "thành tích", 50, "Được khen vì điều gì; được công bố."),
		column("reason", "lý do", 40, "Chỉ ghi khi khác thứ hạng hoặc khi đồng hạng."),
		column("money", "tiền thưởng", 14, "Để trống: cổng tự tính theo luật.", "so tien"),
		column("annulled.document", "văn bản hủy", 18, "Chỉ ghi khi quyết định sau đã hủy."),
		column("annulled.date", "ngày hủy", 14, ""),
		column("annulled.reason", "lý do hủy", 40, ""),
	}, guide: []string{
		"1. Mỗi dòng là một tập thể hoặc một cá nhân được khen. Điền các ô nền vàng; chọn giải, hình thức khen và đơn vị từ danh sách trong ô.",
		"2. Mỗi dòng ghi một trong hai: giải thưởng của phong trào, hoặc hình thức khen theo luật.",
		"3. Cá nhân chỉ ghi họ tên, chức vụ, đơn vị công tác. Không ghi ngày sinh, số căn cước, điện thoại.",
		"4. Lưu tệp, đóng Excel, rồi nhập: bangvang import TỆP.xlsx --to tệp khen thưởng .md.",
	}}
	Units = List{Key: "units", Tab: "Đơn vị", Title: "Sổ đơn vị", flow: true, fields: []listField{
		column("id", "mã", 24, "Chữ thường không dấu, số và gạch nối, ví dụ xa-an-hiep. Mã đã công bố thì không đổi.", "ma don vi"),
		column("name", "tên", 40, "Tên đầy đủ như trong văn bản.", "ten don vi", "don vi"),
		column("kind", "loại", 14, "Ví dụ xa, phuong, so.", "loai don vi"),
		column("from", "từ ngày", 14, "Ngày thành lập, nếu cần.", "ngay thanh lap"),
		column("to", "đến ngày", 14, "Ngày đầu tiên không còn tồn tại.", "ngay ket thuc"),
		column("became", "trở thành", 30, "Mã các đơn vị kế tiếp, cách nhau bằng dấu phẩy.", "nay la").several(),
		column("act", "văn bản", 20, "Số ký hiệu văn bản sáp nhập, đổi tên.", "nghi quyet"),
	}, guide: []string{
		"1. Mỗi dòng là một đơn vị. Mã không trùng nhau và không đổi sau khi đã công bố; tên có thể trùng.",
		"2. Đơn vị đã sáp nhập, giải thể vẫn giữ dòng của mình, ghi «đến ngày» và «trở thành».",
		"3. Lưu tệp, đóng Excel, rồi nhập: bangvang import TỆP.xlsx --to content/don-vi.md.",
	}}
)

func column(key, heading string, width float64, note string, words ...string) listField {
	return listField{ListField: sheet.ListField{Key: key, Heading: heading, Words: append(words, key)}, width: width, note: note}
}

func (f listField) picked(from string) listField { f.picks = from; return f }

func (f listField) several() listField { f.list = true; return f }
