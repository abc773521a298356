package diag

// workbookEntries are the codes of findings about Excel files, and about what only they can have in a cell.
var workbookEntries = join(bookEntries, tabEntries, listEntries)

// listEntries are about lists of awards and units that are imported.
var listEntries = map[string]Entry{
	"list-no-heading": {
		Message: Text{"Không tìm thấy dòng tên cột của danh sách.", "There is no line of headings of the list."},
		Hint:    Text{"Một dòng trong 60 dòng đầu phải có ít nhất hai trong các tên cột: {want}.", "One of the first 60 lines must have at least two of the headings: {want}."},
		Why:     Text{"Không có tên cột thì không biết ô nào là gì.", "Without headings nobody knows what a cell is."},
		Before:  "A, B, C", After: "giải thưởng, đơn vị, thành tích",
	},
	"list-column-unknown": {
		Message: Text{"Danh sách có cột «{got}» mà cổng không dùng.", "The list has a column “{got}” that the portal has no use for."},
		Hint:    Text{"Đổi tên cột cho đúng biểu (bangvang form …)[: {want}], hoặc xóa cột.", "Give the column its name as in the form (bangvang form …)[: {want}], or remove it."},
		Why:     Text{"Nội dung của cột lạ sẽ mất khi nhập.", "What stands in an unknown column would be lost."},
		Before:  "đơn vị, xếp thứ", After: "đơn vị, lý do",
	},
}

// bookEntries are about a workbook as a file.
var bookEntries = map[string]Entry{
	"workbook-password": {
		Message: Text{"Tệp Excel này có mật khẩu nên không đọc được.", "This workbook is protected by a password and can't be read."},
		Hint:    Text{"Trong Excel chọn File → Info → Protect Workbook → Encrypt with Password, xóa mật khẩu rồi lưu lại.", "In Excel choose File → Info → Protect Workbook → Encrypt with Password, remove the password and save."},
		Why:     Text{"Tệp có mật khẩu được mã hóa toàn bộ; cổng không hỏi mật khẩu của ai.", "A workbook with a password is encrypted as a whole; the portal asks nobody for passwords."},
		Before:  "scores: 2021-xa.xlsx (có mật khẩu)", After: "scores: 2021-xa.xlsx",
	},
	"workbook-old": {
		Message: Text{"Đây là tệp .xls của Excel đời cũ (trước năm 2007).", "This is an .xls file, as Excel wrote before 2007."},
		Hint:    Text{"Mở tệp trong Excel, chọn «Lưu thành» (Save as), kiểu «Excel Workbook (*.xlsx)», rồi ghi tên tệp .xlsx mới.", "Open it in Excel, choose Save as, type “Excel Workbook (*.xlsx)”, and name the new file."},
		Why:     Text{"Cổng đọc .xlsx và CSV. Đổi đuôi tên tệp không đổi được kiểu tệp.", "The portal reads .xlsx and CSV. Renaming a file does not change its kind."},
		Before:  "scores: 2021-xa.xls", After: "scores: 2021-xa.xlsx",
	},
	"workbook-kind": {
		Message: Text{"Tệp bảng tính kiểu {got} không đọc được.", "Spreadsheets of the kind {got} can't be read."},
		Hint:    Text{"Mở tệp trong Excel hoặc LibreOffice, chọn «Lưu thành» (Save as), kiểu «Excel (.xlsx)».", "Open it in Excel or LibreOffice, choose Save as, type “Excel (.xlsx)”."},
		Why:     Text{"Cổng đọc .xlsx và CSV.", "The portal reads .xlsx and CSV."},
		Before:  "scores: 2021-xa.ods", After: "scores: 2021-xa.xlsx",
	},
	"workbook-broken": {
		Message: Text{"Tệp Excel bị hỏng hoặc chưa chép xong[: trang «{sheet}»].", "The workbook is damaged or incomplete[: sheet “{sheet}”]."},
		Hint:    Text{"Mở tệp trong Excel; nếu mở được thì lưu lại bằng «Lưu thành» (Save as), nếu không thì lấy lại tệp từ người gửi.", "Open it in Excel; if that works, save it again with Save as, if not, get the file anew."},
		Why:     Text{"Đọc nửa chừng một bảng điểm thì thà không đọc.", "Half a table of scores is worse than none."},
		Before:  "2021-xa.xlsx (0 KB)", After: "2021-xa.xlsx (24 KB)",
	},
	"workbook-too-large": {
		Message: Text{"Tệp Excel lớn quá mức một bảng điểm.", "The workbook is larger than a table of scores can be."},
		Hint:    Text{"Chép riêng trang có bảng điểm sang một tệp mới (chỉ dán giá trị) rồi dùng tệp đó.", "Copy the sheet with the scores into a new workbook (paste values only) and use that."},
		Why:     Text{"Bảng 1.800 đơn vị với 60 tiêu chí chỉ có 4 MB sau khi giải nén; giới hạn là 8 MB khi nén và 16 MB sau khi giải nén.", "1,800 units by 60 criteria have 4 MB once unpacked; the bounds are 8 MB packed and 16 MB unpacked."},
		Before:  "2021-xa.xlsx (40 MB)", After: "2021-xa.xlsx (60 KB)",
	},
	"workbook-cells": {
		Message: Text{"Trang tính[ «{sheet}»] có quá nhiều dòng, cột hoặc ô cho một bảng điểm.", "The sheet[ “{sheet}”] has too many rows, columns or cells for a table of scores."},
		Hint:    Text{"Xóa các dòng, cột thừa ở cuối và các trang không dùng, rồi lưu lại. Giới hạn là 150.000 ô có nội dung, 100.000 dòng, 2.000 cột.", "Remove surplus rows, columns and sheets, and save. The bounds are 150,000 cells with content, 100,000 rows, 2,000 columns."},
		Why:     Text{"Không bảng điểm nào cần đến chừng ấy; tệp như vậy thường do lỗi hoặc cố ý làm treo máy.", "No table of scores needs that many; such a file is a mishap or meant to hang the machine."},
		Before:  "1.000.000 dòng", After: "150 dòng",
	},
}

// tabEntries are about the sheets of a workbook and their cells.
var tabEntries = map[string]Entry{
	"workbook-several": {
		Message: Text{"Không rõ trang nào là bảng điểm: {sheets} đều có tên cột như nhau.", "It is not clear which sheet has the scores: {sheets} have headings alike."},
		Hint:    Text{"Chỉ giữ một trang trong tệp, hoặc nhập bằng bangvang import … --sheet «tên trang».", "Keep one of them in the file, or import it with bangvang import … --sheet NAME."},
		Why:     Text{"Hai trang có thể là hai bản của một bảng; chỉ người lập bảng biết bản nào đúng.", "Two sheets may be two versions of one table; only its author knows which one is right."},
		Before:  "Bảng điểm, Bảng điểm (2)", After: "Bảng điểm",
	},
	"workbook-sheet-missing": {
		Message: Text{"Trong tệp không có trang tính «{got}».", "The workbook has no sheet “{got}”."},
		Hint:    Text{"Ghi đúng tên trang như trên thẻ ở cuối cửa sổ Excel.", "Write its name as the tab at the foot of Excel's window has it."},
		Why:     Text{"Tên trang được nêu khi nhập lần trước, hoặc ở --sheet.", "The name was given at an earlier import, or with --sheet."},
		Before:  "--sheet Sheet9", After: "--sheet \"Bảng điểm\"",
	},
	"workbook-no-heading": {
		Message: Text{"Không tìm thấy dòng tên cột của bảng điểm trong trang này.", "There is no line of headings of a score table in this sheet."},
		Hint:    Text{"Một dòng trong 60 dòng đầu phải có cột «đơn vị» và mã hoặc tên các tiêu chí như trong tệp tiêu chí.", "One of the first 60 lines must have a column “unit” and the ids or names of the criteria as in the criteria file."},
		Why:     Text{"Không có tên cột thì không biết số nào thuộc tiêu chí nào.", "Without headings nobody knows which number belongs to which criterion."},
		Before:  "A, B, C", After: "đơn vị, 1.1, 1.2",
	},
	"workbook-no-unit": {
		Message: Text{"Bảng này không có cột nào ghi mã hoặc tên đơn vị.", "No column of this table has the ids or names of units."},
		Hint:    Text{"Thêm cột «đơn vị» với mã hoặc tên đúng như trong sổ đơn vị.", "Add a column “unit” with ids or names as the registry has them."},
		Why:     Text{"Điểm phải thuộc về một đơn vị.", "Scores belong to a unit."},
		Before:  "STT, 1.1", After: "đơn vị, 1.1",
	},
	"workbook-hidden": {
		Severity: Warning,
		Message:  Text{"Trang này có phần đang ẩn mà vẫn được tính[; dòng {rows}][; cột «{columns}»].", "What is hidden in this sheet counts all the same[; rows {rows}][; columns {columns}]."},
		Hint:     Text{"Trong Excel bỏ lọc và bỏ ẩn (Unhide) để xem, xóa những gì không thuộc bảng điểm.", "In Excel clear filters and unhide them to have a look; remove what is not part of the table."},
		Why:      Text{"Người xem bảng không thấy chúng, nhưng thứ hạng thì có tính.", "Who looks at the table does not see them, but the ranking does."},
		Before:   "dòng 7 bị ẩn", After: "dòng 7 hiện",
	},
	"workbook-merged": {
		Message: Text{"Ô này bị gộp với ô khác nên không rõ điểm ở cột «{column}».", "This cell is merged with another one: its score in the column {column} is not clear."},
		Hint:    Text{"Trong Excel bỏ gộp ô (Unmerge) rồi ghi điểm vào từng ô.", "In Excel unmerge it and write a score into each cell."},
		Why:     Text{"Một ô gộp có một số, nhưng mỗi đơn vị và mỗi tiêu chí cần số của mình.", "A merged cell has one number, but each unit and each criterion needs its own."},
		Before:  "C7:C8 gộp, 1,75", After: "C7: 1,75; C8: 1,75",
	},
	"workbook-formula": {
		Message: Text{"Ô ở cột «{column}» có công thức nhưng tệp không lưu kết quả.", "The cell in the column {column} has a formula, but the file has no result of it."},
		Hint:    Text{"Mở tệp trong Excel hoặc LibreOffice để tính lại rồi lưu, hoặc dán giá trị thay cho công thức.", "Open the file in Excel or LibreOffice, which computes it, and save; or paste the value in place of the formula."},
		Why:     Text{"Cổng đọc con số đã duyệt, không tự tính công thức.", "The portal reads the number that was approved and computes no formula."},
		Before:  "=C7+D7", After: "3,5",
	},
	"workbook-day": {
		Message: Text{"Ô ở cột «{column}» là một ngày ({got}), không phải điểm.", "The cell in the column {column} is a day ({got}), not a score."},
		Hint:    Text{"Excel đã đổi điểm thành ngày: đặt kiểu ô là «Number» rồi gõ lại, ví dụ 9,5.", "Excel made a date of the score: set the cell's format to Number and type it again, such as 9.5."},
		Why:     Text{"Gõ 9.5 trên máy dùng dấu phẩy thập phân, Excel hiểu là ngày 9 tháng 5.", "Typed on a machine with decimal commas, 9.5 is the 9th of May to Excel."},
		Before:  "09/05/2021", After: "9,5",
	},
	"workbook-masked": {
		Message: Text{"Trong Excel, ô ở cột «{column}» hiện {shown}, nhưng số lưu trong ô là {got}.", "In Excel the cell in the column {column} shows {shown}, but the number in it is {got}."},
		Hint: Text{"Nếu đúng là {shown}: xóa ô, rồi gõ «N/A» (không công bố), «-» (không áp dụng) hoặc để trống (chưa chấm). Nếu đúng là {got}: đặt kiểu ô là «Number».[ Nếu Excel đang giấu mọi số {zero}: bật File → Options → Advanced → «Show a zero in cells that have zero value».]",
			"If {shown} is right: clear the cell, then type “N/A” (withheld) or “-” (does not apply), or leave it empty (not scored yet). If {got} is right: set the cell's format to Number.[ If Excel hides every {zero}: switch on File → Options → Advanced → “Show a zero in cells that have zero value”.]"},
		Why:    Text{"Kiểu ô của Excel có thể in chữ thay cho số, ví dụ [=0]\"N/A\";0,0. Người đọc bảng thấy chữ, còn máy thì có một con số.", "A format of Excel's may print a text in a number's place, such as [=0]\"N/A\";0.0. Readers see the text, the file has a number."},
		Before: "0, hiện «N/A»", After: "N/A",
	},
	"workbook-shown": {
		Severity: Warning,
		Message:  Text{"Ô ở cột «{column}» hiện {got} nhưng giá trị được tính là {want}.", "The cell in the column {column} shows {got}, but {want} counts."},
		Hint:     Text{"Nếu số đã duyệt là số đang hiện, gõ lại số đó; nếu không, tăng số chữ số thập phân được hiện.", "If the approved number is the one shown, type that; if not, show more decimals."},
		Why:      Text{"Excel làm tròn khi hiện, nhưng giữ số dài hơn; bảng in ra và bảng xếp hạng sẽ khác nhau.", "Excel rounds what it shows and keeps more; the printed table and the ranking would differ."},
		Before:   "8,005, hiện 8,01", After: "8,01",
	},
}
