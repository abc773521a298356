package diag

// publishEntries are the codes of publish findings.
var publishEntries = map[string]Entry{
	"foreign-file": {
		Severity: Error,
		Message: Text{
			Vi: "Tệp «{path}» nằm đúng chỗ trang này cần, nhưng không do bangvang viết ra.",
			En: "The file “{path}” stands where a page has to go, and bangvang did not write it.",
		},
		Hint: Text{
			Vi: "Hãy chuyển tệp đó đi nơi khác, xóa nó, hoặc đổi địa chỉ của trang bằng «slug:».",
			En: "Move the file away, delete it, or give the page another address with “slug:”.",
		},
		Why: Text{
			Vi: "Bangvang chỉ thay và xóa những tệp do chính nó viết ra, ghi trong danh sách «.bangvang» của thư mục xuất bản. Tệp của người khác luôn được giữ nguyên, nên hai bên không thể cùng dùng một địa chỉ.",
			En: "Bangvang replaces and removes only files that it has written, as the list “.bangvang” in the output folder says. Files of others always stay as they are, so one address can't serve both.",
		},
		Before: "public/gioi-thieu/index.html   (chép tay vào)\ncontent/gioi-thieu.md",
		After:  "content/gioi-thieu.md",
	},
	"foreign-folder": {
		Severity: Error,
		Message: Text{
			Vi: "thư mục «{path}» nằm đúng chỗ một tệp của cổng thông tin, và bên trong có thứ không do bangvang viết ra",
			En: "the folder “{path}” stands where a file of the portal has to go, and holds things that bangvang did not write",
		},
		Hint: Text{
			Vi: "Hãy chuyển thư mục đó đi nơi khác, hoặc xóa nó nếu không cần nữa.",
			En: "Move the folder away, or delete it if it is of no use.",
		},
		Why: Text{
			Vi: "Bangvang không bao giờ xóa thứ không do nó viết ra, và một tên không thể vừa là tệp vừa là thư mục.",
			En: "Bangvang never deletes what it did not write, and one name can't be a file and a folder.",
		},
		Before: "public/sitemap.xml/ghi-chu.txt",
		After:  "ghi-chu/ghi-chu.txt",
	},
	"foreign-files": {
		Severity: Error,
		Message: Text{
			Vi: "còn {count} tệp hoặc thư mục khác không do bangvang viết ra cũng nằm đúng chỗ các trang cần",
			En: "{count} more files or folders that bangvang did not write stand where pages have to go",
		},
		Hint: Text{
			Vi: "Nếu đây là bản xuất bản cũ đã mất danh sách «.bangvang», hãy dọn trống thư mục rồi chạy lại. Nếu không, hãy chọn thư mục khác bằng «--out».",
			En: "If this is an earlier output whose list “.bangvang” was lost, empty the folder and run again. Otherwise choose another folder with “--out”.",
		},
		Why: Text{
			Vi: "Không có danh sách «.bangvang» thì không biết tệp nào do bangvang viết ra, nên không tệp nào bị ghi đè.",
			En: "Without the list “.bangvang” nothing tells which files bangvang wrote, so none is overwritten.",
		},
		Before: "bangvang build --out /srv/www",
		After:  "bangvang build --out /srv/www/thi-dua",
	},
	"output-symlink": {
		Severity: Error,
		Message: Text{
			Vi: "«{path}» trong thư mục xuất bản là một liên kết tượng trưng, nằm đúng chỗ trang này cần",
			En: "“{path}” in the output folder is a symlink and stands where a page has to go",
		},
		Hint: Text{
			Vi: "Hãy bỏ liên kết đó, hoặc thay nó bằng một thư mục thường.",
			En: "Remove the symlink, or replace it by a plain folder.",
		},
		Why: Text{
			Vi: "Ghi qua một liên kết là ghi ra ngoài thư mục xuất bản, vào chỗ không ai ngờ tới. Riêng bản thân thư mục xuất bản thì được phép là một liên kết.",
			En: "To write through a symlink is to write outside the output folder, where nobody expects it. Only the output folder itself may be one.",
		},
		Before: "public/tin-tuc -> /srv/tin-cu",
		After:  "public/tin-tuc/",
	},
	"unknown-files": {
		Severity: Warning,
		Message: Text{
			Vi: "thư mục xuất bản không có danh sách «.bangvang» dùng được; giữ nguyên {count} tệp không rõ nguồn gốc ở đó",
			En: "the output folder has no usable list “.bangvang”; {count} files of unknown origin were kept there",
		},
		Hint: Text{
			Vi: "Nếu đó là trang cũ của cổng thông tin, hãy tự xóa. Từ lần sau, những tệp ấy được coi là của người khác và luôn được giữ nguyên.",
			En: "If these are old pages of the portal, delete them yourself. From now on they count as others' and are always kept.",
		},
		Why: Text{
			Vi: "Danh sách «.bangvang» ghi những tệp do bangvang viết ra. Mất danh sách, bangvang không phân biệt được trang cũ của mình với tệp của người khác, nên không xóa gì cả.",
			En: "The list “.bangvang” says which files bangvang wrote. Without it bangvang can't tell its own old pages from others' files, so it deletes nothing.",
		},
		Before: "public/tin-tuc/bai-cu/index.html   (không còn public/.bangvang)",
		After:  "public/.bangvang",
	},
}
