package diag

// sheetEntries are the codes of findings about score sheets: the file, its heading, its cells.
var sheetEntries = join(tableEntries, cellEntries)

// tableEntries are about a sheet as a file, and about its columns and lines.
var tableEntries = map[string]Entry{
	"sheet-too-large": {
		Message: Text{"Bảng điểm nặng hơn 8 MB.", "The score sheet has more than 8 MB."},
		Hint:    Text{"Kiểm tra xem có phải đúng tệp không, và xóa các dòng, cột trống ở cuối bảng.", "Check that it is the right file, and remove empty lines and columns at its end."},
		Why:     Text{"Bảng 1.800 đơn vị với 60 tiêu chí chỉ nặng nửa MB.", "1,800 units by 60 criteria have half a megabyte."},
		Before:  "2021-xa.csv (20 MB)", After: "2021-xa.csv (60 KB)",
	},
	"sheet-binary": {
		Message: Text{"Tệp không phải là chữ: ở đây có ký tự rỗng (NUL).", "The file is not text: there is a NUL character here."},
		Hint:    Text{"Mở bảng gốc trong Excel và lưu lại theo kiểu «CSV UTF-8».", "Open the original in Excel and save it as “CSV UTF-8”."},
		Why:     Text{"Ký tự NUL là dấu hiệu của tệp nhị phân hoặc tệp UTF-16 mất dấu đầu tệp.", "A NUL character is the sign of a binary file, or of UTF-16 without its mark."},
		Before:  "UTF-16", After: "UTF-8",
	},
	"sheet-encoding": {
		Message: Text{"Từ chỗ này bảng điểm không còn là chữ UTF-8.", "From here on the sheet is not UTF-8 text."},
		Hint:    Text{"Trong Excel chọn «Lưu thành», kiểu «CSV UTF-8», không chọn «CSV» thường.", "In Excel choose Save as, type “CSV UTF-8”, not plain “CSV”."},
		Why:     Text{"Kiểu «CSV» thường của Excel lưu theo bảng mã của máy, nên tên đơn vị bị hỏng dấu.", "Excel's plain “CSV” uses the machine's encoding, which damages Vietnamese names."},
		Before:  "X\ufffd An Hi\ufffdp", After: "Xã An Hiệp",
	},
	"sheet-question-marks": {
		Message: Text{"Chữ tiếng Việt trong bảng đã thành dấu hỏi: «{got}».", "Vietnamese letters of the sheet have become question marks: “{got}”."},
		Hint: Text{"Mở lại bảng gốc trong Excel, chọn «Lưu thành» (Save as), kiểu «CSV UTF-8», không chọn «CSV» thường. Chữ đã mất không khôi phục được từ tệp này.",
			"Open the original in Excel, choose Save as, type “CSV UTF-8”, not plain “CSV”. What is lost can't be had back from this file."},
		Why:    Text{"Kiểu «CSV» thường lưu theo bảng mã của máy; chữ mà bảng mã đó không có thành dấu hỏi.", "Plain “CSV” uses the machine's encoding; letters that it lacks become question marks."},
		Before: "??n v?;1.1", After: "đơn vị;1.1",
	},
	"sheet-column-date": {
		Message: Text{"Excel đã đổi mã tiêu chí thành ngày: tên cột «{got}»[ phải là «{want}»].", "Excel has made a date of a criterion's id: the heading “{got}”[ should be {want}]."},
		Hint: Text{"Trong Excel, định dạng dòng tên cột là «Văn bản» (Text) rồi gõ lại mã[: «{want}»], và lưu lại.",
			"In Excel format the line of headings as Text, type the id again[: {want}], and save."},
		Why:    Text{"Excel đọc 1.1 là ngày 1 tháng 1 và tự đổi khi lưu, nên điểm không còn biết thuộc tiêu chí nào.", "Excel takes 1.1 for the first of January and changes it, so that nobody knows which criterion was scored."},
		Before: "đơn vị;01-Jan", After: "đơn vị;1.1",
	},
	"sheet-empty": {
		Message: Text{"Bảng điểm trống.", "The score sheet is empty."},
		Hint:    Text{"Dòng đầu ghi tên các cột, bắt đầu bằng «đơn vị»; mỗi dòng sau là một đơn vị.", "The first line names the columns, “unit” first; each line after it is a unit."},
		Why:     Text{"Không có bảng điểm thì không xếp hạng được.", "Without scores there is no ranking."},
		Before:  "(tệp không có gì)", After: "đơn vị;1.1;1.2\nxa-a;1,75;2",
	},
	"sheet-quotes": {
		Message: Text{"Dấu ngoặc kép trong bảng mở đóng không đều, bắt đầu từ dòng này.", "From this line on quotation marks do not match."},
		Hint: Text{"Ô có ngoặc kép thì cả ô đặt trong ngoặc kép, và mỗi dấu bên trong gõ hai lần: \"Xã \"\"A\"\"\".",
			"A cell with quotation marks stands in quotation marks itself, and each mark inside is typed twice."},
		Why:    Text{"Thiếu một dấu đóng thì các dòng sau dồn vào một ô.", "With one mark missing all lines that follow end up in one cell."},
		Before: `xa-a;"Xã A;1,5`, After: `xa-a;"Xã A";1,5`,
	},
	"sheet-no-unit": {
		Message: Text{"Cột đầu tiên phải là mã đơn vị, ở đây là «{got}».", "The first column must be the unit's id, and is “{got}”."},
		Hint: Text{"Xóa các dòng tên bảng ở trên và cột số thứ tự; ô đầu tiên ghi «đơn vị», các ô dưới ghi mã trong sổ đơn vị.",
			"Remove title lines above and a column of numbers; the first cell says “unit”, those below it the ids of the registry."},
		Why:    Text{"Tên đơn vị có thể trùng nhau, mã thì không.", "Names repeat, ids do not."},
		Before: "STT;Đơn vị;1.1", After: "đơn vị;1.1",
	},
	"sheet-heading-empty": {
		Message: Text{"Cột thứ {column} có số liệu nhưng không có tên cột.", "Column {column} has content but no heading."},
		Hint:    Text{"Ghi mã tiêu chí hoặc tên cột vào dòng đầu, hoặc xóa cột.", "Write a criterion's id or a column's name into the first line, or remove the column."},
		Why:     Text{"Không có tên cột thì không biết số liệu thuộc tiêu chí nào.", "Without a heading nobody knows which criterion it is."},
		Before:  "đơn vị;1.1;", After: "đơn vị;1.1;1.2",
	},
	"sheet-column-twice": {
		Message: Text{"Cột «{got}» trùng với cột «{first}» ở trước.", "The column “{got}” is the same as “{first}” before it."},
		Hint:    Text{"Giữ một cột, xóa hoặc đổi tên cột kia.", "Keep one, remove or rename the other."},
		Why:     Text{"Không biết lấy điểm ở cột nào.", "Nobody knows which column counts."},
		Before:  "đơn vị;1.1;1.1", After: "đơn vị;1.1;1.2",
	},
	"sheet-column-unknown": {
		Absence: true,
		Message: Text{"Không có tiêu chí hay cột nào tên «{got}».[ Ý bạn là «{near}»?]", "There is no criterion or column “{got}”.[ Did you mean {near}?]"},
		Hint: Text{"Tên cột là mã tiêu chí trong tệp tiêu chí, hoặc một trong: tên, điểm thưởng, điểm trừ, ghi chú, tổng điểm, chỉ số, xếp hạng, xếp loại.[ Mã của tiêu chí «{title}» là {near}.]",
			"A heading is a criterion's id, or one of: name, bonus, penalty, note, total, percent, rank, band.[ The id of “{title}” is {near}.]"},
		Why:    Text{"Cột lạ mà bỏ qua thì điểm trong đó âm thầm mất đi.", "Were it passed over, its scores would silently be lost."},
		Before: "đơn vị;1,1", After: "đơn vị;1.1",
	},
	"sheet-column-missing": {
		Message: Text{"Bảng điểm thiếu cột của tiêu chí «{criterion}»[ ({title})].", "The sheet has no column for the criterion {criterion}[ ({title})]."},
		Hint:    Text{"Thêm cột này; nếu chưa chấm thì để trống các ô, nếu không áp dụng thì ghi «-».", "Add it; leave cells empty where not scored yet, write “-” where it does not apply."},
		Why:     Text{"Thiếu cột thì không phân biệt được chưa chấm với quên.", "Without the column “not scored yet” and “forgotten” are the same."},
		Before:  "đơn vị;1.1", After: "đơn vị;1.1;1.2",
	},
	"sheet-row-long": {
		Message: Text{"Dòng này có {got} ô, trong khi bảng có {want} cột.", "This line has {got} cells; the table has {want} columns."},
		Hint: Text{"Xóa ô thừa nếu có.[ Bảng ngăn ô bằng dấu phẩy: số có dấu phẩy phải đặt trong ngoặc kép, {comma}, hoặc lưu bảng với dấu chấm phẩy.][ Bảng ngăn ô bằng dấu chấm phẩy: ô có dấu chấm phẩy bên trong phải đặt trong ngoặc kép, ví dụ {semicolon}, hoặc đổi thành dấu phẩy.]",
			"Remove a surplus cell.[ Commas part the cells: put a number that has one into quotation marks, {comma}, or save the table with semicolons.][ Semicolons part the cells: put a cell that has one into quotation marks, such as {semicolon}, or write a comma.]"},
		Why:    Text{"Thừa một ô thì mọi số phía sau lệch sang cột khác.", "With one cell too many all numbers behind it are in the wrong column."},
		Before: "xa-a,9,5", After: `xa-a,"9,5"`,
	},
	"sheet-unit-empty": {
		Message: Text{"Dòng này có số liệu nhưng không có mã đơn vị.", "This line has content but no unit."},
		Hint:    Text{"Ghi mã đơn vị vào ô đầu, hoặc xóa dòng (dòng tổng cộng, dòng ký tên).[ Mã của {name} là «{near}».]", "Write the unit's id into the first cell, or remove the line.[ The id of {name} is {near}.]"},
		Why:     Text{"Điểm phải thuộc về một đơn vị.", "Scores belong to a unit."},
		Before:  ";1,75;2", After: "xa-a;1,75;2",
	},
	"unknown-unit": {
		Absence: true,
		Message: Text{"Không có đơn vị nào mang mã «{got}».[ Ý bạn là «{near}»?]", "There is no unit with the id “{got}”.[ Did you mean {near}?]"},
		Hint: Text{"Dùng đúng mã trong sổ đơn vị (tệp có type: units).[ Mã của {name} là «{near}».][ Có thể là một trong: {others}.][ Các đơn vị chưa có dòng nào: {absent}.][ Nếu «{row}» chưa có trong sổ thì thêm vào sổ và vào khối của kế hoạch; chỉ khi đó là dòng tổng cộng, trung bình hay chữ ký mới xóa dòng này.][ «{aside}» không phải đơn vị thì xóa dòng này.]",
			"Use an id of the registry (the files with type: units).[ The id of {name} is {near}.][ It may be one of {others}.][ Units without a line: {absent}.][ Where the registry lacks “{row}”, add it there and to the plan's block; remove the line only where it is one of sums, means or signatures.][ Where “{aside}” is no unit, remove the line.]"},
		Why:    Text{"Điểm hay danh hiệu của một mã lạ sẽ không thuộc về ai.", "Scores and awards of an unknown id would be nobody's."},
		Before: "xa-an-hip;1,75", After: "xa-an-hiep;1,75",
	},
	"sheet-excel": {
		Retired: true,
		Message: Text{"Đây là tệp Excel; trước đây cổng chỉ đọc bảng điểm ở dạng CSV.", "This is an Excel file; score sheets used to be read as CSV only."},
		Hint:    Text{"Không phải làm gì: bảng điểm .xlsx nay được đọc thẳng.", "Nothing is to be done: .xlsx score sheets are read as they are."},
		Before:  "scores: 2021-xa.xlsx", After: "scores: 2021-xa.xlsx   (nay đọc được)",
	},
	"sheet-unit-twice": {
		Message: Text{"Đơn vị «{got}» đã có ở dòng {line}.", "The unit {got} already stands in line {line}."},
		Hint:    Text{"Giữ một dòng, xóa dòng kia.", "Keep one line and remove the other."},
		Why:     Text{"Không biết lấy điểm ở dòng nào.", "Nobody knows which line counts."},
		Before:  "xa-a;1\nxa-a;2", After: "xa-a;2",
	},
	"sheet-name-differs": {
		Absence: true,
		Message: Text{"Mã «{unit}» là «{want}», nhưng bảng ghi tên «{got}».", "The id {unit} is “{want}”, but the sheet calls it “{got}”."},
		Hint: Text{"[«{got}» là tên của đơn vị mang mã «{other}». ]Kiểm tra xem dòng này có bị lệch mã không, rồi sửa mã hoặc tên.[ «{want}» nay là {now}: bảng của thời gian trước ghi mã và tên cũ, bảng của thời gian sau ghi mã mới.][ Nếu «{renamed}» đã đổi tên hay sáp nhập thì không sửa tên cũ trong sổ đơn vị: ghi to và became ở dòng cũ, thêm dòng cho đơn vị mới với mã mới.]",
			"[“{got}” is the name of the unit {other}. ]Check that the line has the right id, then mend the id or the name.[ “{want}” is now {now}: tables of the time before have the old id and name, those after it the new ones.][ Where “{renamed}” was renamed or merged, leave the old name in the registry: write to and became there, and add the new unit with an id of its own.]"},
		Why:    Text{"Tên đi kèm mã để phát hiện dòng bị lệch khi sắp xếp lại bảng.", "The name beside the id shows lines that slipped when the table was sorted."},
		Before: "xa-a;Xã B;1,75", After: "xa-a;Xã A;1,75",
	},
}

// cellEntries are about what stands in one cell.
var cellEntries = map[string]Entry{
	"number-form": {
		Message: Text{"«{got}» ở cột «{column}» không phải là số.", "“{got}” in the column {column} is not a number."},
		Hint: Text{"[Ở đây ghi {plain}. ]Ghi điểm như 9,5. Chưa chấm thì để trống ô, không áp dụng thì ghi «-», không công bố thì ghi «N/A». Nếu Excel đã đổi điểm thành ngày, đặt kiểu ô là Text rồi gõ lại.",
			"[Here write {plain}. ]Write a score like 9.5. Leave the cell empty where not scored yet, “-” where it does not apply, “N/A” where withheld. If Excel made a date of it, set the cell's format to Text and type it again."},
		Why:    Text{"Điểm được cộng đúng như gõ, nên không đoán.", "Scores are added as typed, so nothing is guessed."},
		Before: "9 điểm", After: "9",
	},
	"number-letter": {
		Message: Text{"«{got}» ở cột «{column}» có chữ cái trông giống chữ số.", "“{got}” in the column {column} has a letter that looks like a digit."},
		Hint:    Text{"Gõ lại bằng chữ số: {want}.", "Type it with digits: {want}."},
		Why:     Text{"Chữ O và số 0, chữ l và số 1 trông giống nhau nhưng máy không cộng được chữ.", "O and 0, l and 1 look alike, but letters can't be added."},
		Before:  "1O", After: "10",
	},
	"number-ambiguous": {
		Message: Text{"«{got}» ở cột «{column}» có thể đọc là {thousands} hoặc {decimal}.", "“{got}” in the column {column} may be {thousands} or {decimal}."},
		Hint: Text{"Nếu là số thập phân, gõ {decimal}; nếu là số nguyên, gõ {thousands}. Nếu cả bảng dùng dấu chấm thập phân, thêm «decimal: \".\"» vào tệp kết quả.",
			"For a decimal number type {decimal}, for a whole one {thousands}. If the whole sheet has decimal points, add “decimal: \".\"” to the results file."},
		Why:    Text{"Người Việt viết 1.234 cho một nghìn hai trăm ba mươi tư; nhiều phần mềm viết như vậy cho một phẩy hai ba bốn.", "In Vietnamese 1.234 is one thousand two hundred and thirty-four; many programs mean one and a bit."},
		Before: "1.234", After: "1,234",
	},
	"number-decimals": {
		Message: Text{"«{got}» ở cột «{column}» có hơn sáu chữ số thập phân.", "“{got}” in the column {column} has more than six decimals."},
		Hint:    Text{"Làm tròn theo bảng đã duyệt rồi ghi lại. Số dài như vậy thường do công thức Excel sinh ra.", "Round it as the approved table does. Such numbers usually come from a formula."},
		Why:     Text{"Điểm là số do hội đồng cho, không phải kết quả tính của máy.", "A score is what a council gave, not what a machine computed."},
		Before:  "8.950000000000001", After: "8,95",
	},
	"number-large": {
		Message: Text{"«{got}» ở cột «{column}» lớn quá mức một điểm số.", "“{got}” in the column {column} is too large for a score."},
		Hint:    Text{"Kiểm tra xem có gõ dính hai ô vào nhau không.", "Check whether two cells have run together."},
		Why:     Text{"Điểm phải nhỏ hơn một tỷ.", "A score is below a thousand million."},
		Before:  "84583283000", After: "84,58",
	},
	"number-percent": {
		Message: Text{"«{got}»: cột «{column}» ghi điểm, không ghi phần trăm.", "“{got}”: the column {column} has points, not percentages."},
		Hint:    Text{"Ghi số điểm, bỏ dấu %. Chỉ cột «chỉ số» mới có dấu %.", "Write the points without the sign. Only the column “percent” may have it."},
		Why:     Text{"84% của điểm tối đa 20 là 16,8 điểm, không phải 84 điểm.", "84% of a maximum of 20 is 16.8 points, not 84."},
		Before:  "84%", After: "16,8",
	},
	"number-excel-error": {
		Message: Text{"«{got}» ở cột «{column}» là mã lỗi của Excel.", "“{got}” in the column {column} is an error of Excel's."},
		Hint:    Text{"Sửa công thức trong bảng gốc rồi xuất lại. Nếu điểm không công bố, ghi «N/A» không có dấu #.", "Mend the formula in the original and save again. For a withheld score write “N/A”, without #."},
		Why:     Text{"#N/A, #REF!, #DIV/0! nghĩa là công thức không tính được.", "#N/A, #REF! and #DIV/0! mean that a formula failed."},
		Before:  "#N/A", After: "9,5",
	},
	"number-negative": {
		Message: Text{"«{got}» ở cột «{column}» là số âm.", "“{got}” in the column {column} is negative."},
		Hint:    Text{"Ghi số dương: cột điểm trừ đã có nghĩa là trừ đi.", "Type it as a positive number: a penalty is taken off anyway."},
		Why:     Text{"Ghi dấu trừ trong cột điểm trừ thì thành cộng.", "A minus in the column of penalties would add."},
		Before:  "-2", After: "2",
	},
	"rank-form": {
		Message: Text{"«{got}» không phải là một thứ hạng.", "“{got}” is not a rank."},
		Hint:    Text{"Ghi số nguyên từ 1 trở lên, ví dụ 3. Đơn vị không xếp hạng thì để trống ô.", "Write a whole number from 1 on; leave the cell empty for a unit without a rank."},
		Why:     Text{"Cột này là thứ hạng đã được công bố.", "This column is the rank as published."},
		Before:  "thứ ba", After: "3",
	},
}
