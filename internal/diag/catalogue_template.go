package diag

// templateEntries are the codes of findings in a site's own templates.
var templateEntries = map[string]Entry{
	"template-unreadable": {
		Message: Text{"không đọc được mẫu trang: {problem}", "the template can't be read: {problem}"},
		Hint:    Text{"Lưu tệp lại bằng mã UTF-8.", "Save the file as UTF-8."},
		Why: Text{"Mẫu trang là văn bản UTF-8. Tệp ở mã khác, hoặc không mở được, thì không dựng được trang nào dùng nó.",
			"A template is UTF-8 text. In another encoding, or where the file can't be opened, no page that needs it can be drawn."},
	},
	"template-syntax": {
		Message: Text{"mẫu trang viết sai cú pháp: {problem}", "the template has a syntax error: {problem}"},
		Hint: Text{"Xem lại các dấu ngoặc nhọn kép ở dòng này; mỗi if, with, range phải có end của nó.",
			"Look at the double braces on this line; each if, with and range needs its end."},
		Why: Text{"Mẫu trang viết theo gói html/template của Go. Sai một dấu là không đọc được cả tệp.",
			"Templates are written for Go's html/template. One wrong mark and the whole file can't be read."},
		Before: `{{if .Lead}}<p class="lead">{{.Lead}}</p>`,
		After:  `{{if .Lead}}<p class="lead">{{.Lead}}</p>{{end}}`,
	},
	"template-field": {
		Message: Text{"{type} không có trường «{field}»", "{type} has no field “{field}”"},
		Hint: Text{"[Ý bạn là «{near}»? ]Danh sách các trường có trong templates/README.md.",
			"[Do you mean “{near}”? ]The fields are listed in templates/README.md."},
		Why: Text{"Mẫu trang chỉ thấy các giá trị mà cổng đã chuẩn bị. Tên sai được báo ngay khi đọc mẫu, kể cả ở chỗ chưa trang nào dùng tới.",
			"A template sees only the values the portal prepared. A wrong name is reported when the template is read, even where no page gets to it yet."},
		Before: `<p>{{.Ladd}}</p>`,
		After:  `<p>{{.Lead}}</p>`,
	},
	"template-missing": {
		Message: Text{"không có mẫu trang «{name}»", "there is no template “{name}”"},
		Hint: Text{"[Ý bạn là «{near}»? ]Mẫu «{name}» phải là tệp templates/{name}.html.",
			"[Do you mean “{near}”? ]Template “{name}” must be the file templates/{name}.html."},
		Why: Text{"Một mẫu gọi mẫu khác bằng tên tệp, không có đuôi .html.",
			"A template calls another by its file's name, without .html."},
		Before: `{{template "phan-trang" .}}`,
		After:  `{{template "pager" .}}`,
	},
	"template-context": {
		Message: Text{"không thể chèn giá trị an toàn ở chỗ này của mẫu trang: {problem}", "a value can't be put here safely: {problem}"},
		Hint: Text{"Mỗi nhánh của if phải đóng các thẻ và dấu nháy mà nó mở; đừng chèn giá trị vào tên thẻ hay mã lệnh.",
			"Each branch of an if must close the tags and quotes it opens; don't put values into tag names or scripts."},
		Why: Text{"Mọi giá trị được thoát ký tự theo đúng chỗ nó rơi vào. Nơi không biết chắc đó là chỗ nào thì không dựng trang.",
			"Every value is escaped for the place where it lands. Where that place isn't certain, nothing is drawn."},
		Before: `<a href="{{if .Href}}{{.Href}}">{{end}}…</a>`,
		After:  `{{if .Href}}<a href="{{.Href}}">…</a>{{end}}`,
	},
	"template-failed": {
		Message: Text{"mẫu trang hỏng khi dựng trang {page}: {problem}", "the template failed on page {page}: {problem}"},
		Hint: Text{"Hỏi trước bằng if hoặc with rằng giá trị có ở đó, rồi mới dùng.",
			"Ask with if or with whether the value is there before using it."},
		Why: Text{"Có trang không có đủ giá trị mà mẫu đòi, chẳng hạn một danh sách rỗng bị lấy phần tử đầu.",
			"Some page lacks what the template asks for, for instance the first item of an empty list."},
		Before: `{{(index .Rows 0).Unit}}`,
		After:  `{{with .Rows}}{{(index . 0).Unit}}{{end}}`,
	},
	"template-unused": {
		Severity: Warning,
		Message:  Text{"không trang nào dùng mẫu «{name}»", "no page uses the template “{name}”"},
		Hint: Text{"[Ý bạn là «{near}.html»? ]Mẫu riêng chỉ thay được mẫu có sẵn cùng tên.",
			"[Do you mean “{near}.html”? ]A site's template replaces the built-in one of the same name only."},
		Why: Text{"Một mẫu đặt sai tên không thay được gì, mà cũng không hiện ra ở đâu.",
			"A template with the wrong name replaces nothing and shows nowhere."},
	},
}
