package diag

// pageEntries are the codes of what the finished pages show.
var pageEntries = map[string]Entry{
	"broken-link": {
		Absence: true,
		Message: Text{"Liên kết «{got}» trên trang {page} không dẫn đến đâu.", "The link “{got}” on the page {page} leads nowhere."},
		Hint:    Text{"Sửa địa chỉ, hoặc bỏ liên kết.[ Có phải «{near}»?]", "Correct the address, or remove the link.[ Did you mean “{near}”?]"},
		Before:  "[kế hoạch](ke-hoach-2021)", After: "[kế hoạch](/phong-trao/cai-cach-hanh-chinh/ke-hoach/)",
	},
	"broken-anchor": {
		Absence: true,
		Message: Text{"Trang {target} không có mục «{anchor}» (liên kết trên trang {page}).", "The page {target} has no part “{anchor}” (link on the page {page})."},
		Hint:    Text{"Sửa phần sau dấu #.[ Có phải «{near}»?]", "Correct what follows the #.[ Did you mean “{near}”?]"},
		Before:  "[mục 2](/gioi-thieu/#muc-2)", After: "[mục 2](/gioi-thieu/#lich-su)",
	},
	"broken-image": {
		Absence: true,
		Message: Text{"Không có ảnh «{got}» mà trang {page} cần.", "There is no image “{got}”, which the page {page} needs."},
		Hint:    Text{"Chép ảnh vào đúng chỗ, hoặc sửa tên.", "Put the image in its place, or correct the name."},
		Before:  `<img src="/static/bieu-trung.png">`, After: `<img src="/static/icon.svg">`,
	},
	"image-without-alt": {
		Judgement: true,
		Message:   Text{"Ảnh «{got}» trên trang {page} chưa có lời mô tả.", "The image “{got}” on the page {page} has no description."},
		Hint:      Text{"Thêm alt: một câu nói ảnh cho thấy gì, cho người không nhìn thấy ảnh.", "Add alt: one sentence on what the picture shows, for those who can't see it."},
		Before:    `<img src="{{.Src}}">`, After: `<img src="{{.Src}}" alt="{{.Alt}}">`,
	},
	"title-twice": {
		Severity: Warning,
		Message:  Text{"Trang {page} có cùng tên «{got}» với trang {first}[ và {more} trang khác].", "The page {page} has the title “{got}” of the page {first}[, as {more} others have]."},
		Hint:     Text{"Thêm vào title điều phân biệt: năm, đợt, đơn vị.", "Add to the title what tells them apart: the year, the round, the unit."},
		Why: Text{"Tên trang hiện ở thẻ của trình duyệt, ở kết quả tìm kiếm và là điều đầu tiên trình đọc màn hình đọc lên.",
			"The title stands on the browser's tab and in search results, and is what a screen reader says first."},
		Before: "title: Thông báo", After: "title: Thông báo chấm điểm đợt 2 năm 2026",
	},
	"id-twice": {
		Message: Text{"Trang {page} có hai phần cùng mã «{got}».", "The page {page} has two parts with the id “{got}”."},
		Hint:    Text{"Đổi một tiêu đề, hoặc sửa mẫu trang.", "Change a heading, or correct the template."},
		Before:  `<section id="tin">…</section><section id="tin">…</section>`, After: `<section id="tin">…</section><section id="tin-khac">…</section>`,
	},
	"heading-skips": {
		Message: Text{"Tiêu đề «{got}» trên trang {page} ở cấp {level}, nhưng phải ở cấp {want}.", "The heading “{got}” on the page {page} is of level {level}, but must be of level {want}."},
		Hint:    Text{"Bớt dấu # ở đầu tiêu đề: sau ## là ###, không nhảy cấp.", "Use fewer # signs: ### comes after ##, without a gap."},
		Before:  "## Nội dung\n\n#### Chi tiết", After: "## Nội dung\n\n### Chi tiết",
	},
	"heading-tops": {
		Message: Text{"Trang {page} có {got} tiêu đề chính, nhưng phải có đúng một.", "The page {page} has {got} main headings, but must have exactly one."},
		Hint:    Text{"Sửa mẫu trang: chỉ tên trang là h1.", "Correct the template: only the page's title is an h1."},
		Before:  "<h1>{{.Title}}</h1> … <h1>Tin khác</h1>", After: "<h1>{{.Title}}</h1> … <h2>Tin khác</h2>",
	},
	"page-heavy": {
		Severity: Warning,
		Message:  Text{"Trang {page} nặng {got} sau khi nén, quá mức {want} cho điện thoại và mạng yếu.", "The page {page} weighs {got} packed, over the {want} for phones and weak networks."},
		Hint:     Text{"Tách nội dung thành nhiều trang, hoặc để bảng dài thành tệp đính kèm.", "Split the content into pages, or attach the long table as a file."},
		Before:   "một trang có bảng 2.000 dòng", After: "bảng 2.000 dòng để trong tệp .csv đính kèm",
	},
}
