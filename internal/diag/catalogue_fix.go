package diag

// fixEntries are the codes of what only fix speaks of: files are read as they are all the same.
var fixEntries = map[string]Entry{
	"byte-order-mark": {
		Severity: Warning,
		Message:  Text{"Đầu tệp có dấu BOM không cần thiết.", "The file begins with a byte order mark, which it does not need."},
		Hint:     Text{"Lưu tệp theo mã «UTF-8», không chọn «UTF-8 có BOM».", "Save the file as “UTF-8”, not as “UTF-8 with BOM”."},
		Why:      Text{"Dấu này không nhìn thấy; git và một số chương trình coi nó là chữ.", "Nobody sees it; git and some programs take it for a letter."},
		Before:   "\\ufeff---", After: "---",
	},
	"mixed-line-ends": {
		Severity: Warning,
		Message:  Text{"Các dòng của tệp xuống dòng theo nhiều kiểu khác nhau.", "Lines of the file end in different ways."},
		Hint:     Text{"Dùng một kiểu cho cả tệp, LF hoặc CRLF.", "Use one way in the whole file, LF or CRLF."},
		Why:      Text{"Tệp trộn hai kiểu thì git báo sửa cả những dòng không ai sửa.", "With both in one file, git shows lines as changed that nobody changed."},
		Before:   "title: A\\r\\ndate: 2021-05-05\\n", After: "title: A\\ndate: 2021-05-05\\n",
	},
	"half-composed": {
		Severity: Warning,
		Message:  Text{"{count} dòng có chữ và dấu gõ rời nhau.", "In {count} lines letters and their marks are typed apart."},
		Hint:     Text{"Gõ bằng Unicode dựng sẵn (trong Unikey: bảng mã «Unicode»), hoặc chạy «bangvang fix».", "Type with composed Unicode, or run bangvang fix."},
		Why:      Text{"Hai cách gõ trông giống nhau nhưng là hai chuỗi khác nhau với git và các chương trình so chữ.", "The two look the same, but differ for git and for programs that compare text."},
		Before:   "e\u0302\u0301 (ba ký tự)", After: "ế",
	},
	"reference-follows": {
		Severity: Warning,
		Message:  Text{"Chỗ này nhắc đến tệp «{got}», nay đổi tên thành «{want}».", "This names the file “{got}”, whose name is {want} now."},
		Hint:     Text{"Viết tên mới.", "Write the new name."},
		Why:      Text{"Đổi tên một tệp thì mọi chỗ nhắc đến nó phải đổi theo.", "When a file is renamed, all that names it must follow."},
		Before:   "scores: Bảng điểm.csv", After: "scores: bang-diem.csv",
	},
	"file-name": {
		Severity: Warning,
		Message:  Text{"Tên «{file}» có dấu, chữ hoa hoặc dấu cách.", "The name “{file}” has marks, capitals or blanks."},
		Hint:     Text{"Đổi tên thành «{want}»; địa chỉ của trang không đổi.", "Rename it to {want}; the page keeps its address."},
		Why:      Text{"Tên không dấu giống nhau trên mọi máy; tên có dấu có thể được Windows, macOS và Linux ghi khác nhau.", "A plain name is the same everywhere; Windows, macOS and Linux may spell one with marks differently."},
		Before:   "Kế hoạch 2021.md", After: "ke-hoach-2021.md",
	},
}
