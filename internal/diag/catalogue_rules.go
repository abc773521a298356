package diag

// rulesEntries are the codes of what the rules of scores and awards do not allow.
var rulesEntries = map[string]Entry{
	"score-over-max": {
		Message: Text{"{unit}: điểm {got} của tiêu chí {criterion} vượt mức tối đa {want}.", "{unit}: the score {got} for criterion {criterion} is over its maximum {want}."},
		Hint:    Text{"Sửa điểm trong bảng, hoặc sửa max trong tệp tiêu chí nếu mức tối đa sai.", "Correct the score, or max in the criteria file if that is wrong."},
		Before:  "xa-a,12", After: "xa-a,10",
	},
	"score-negative": {
		Message: Text{"{unit}: điểm {got} của tiêu chí {criterion} nhỏ hơn 0.", "{unit}: the score {got} for criterion {criterion} is below zero."},
		Hint:    Text{"Điểm bị trừ ghi vào cột điểm trừ (penalty), là số dương.", "Points taken off go into the column penalty, as a positive number."},
	},
	"bonus-over-max": {
		Message: Text{"{unit}: điểm thưởng {got} vượt mức tối đa {want}.", "{unit}: the bonus {got} is over its maximum {want}."},
		Hint:    Text{"Sửa điểm thưởng, hoặc adjustments.bonus.max trong tệp tiêu chí.", "Correct the bonus, or adjustments.bonus.max in the criteria file."},
	},
	"penalty-over-max": {
		Message: Text{"{unit}: điểm trừ {got} vượt mức tối đa {want}.", "{unit}: the penalty {got} is over its maximum {want}."},
		Hint:    Text{"Sửa điểm trừ, hoặc adjustments.penalty.max trong tệp tiêu chí.", "Correct the penalty, or adjustments.penalty.max in the criteria file."},
	},
	"unit-missing": {
		Absence: true,
		Message: Text{"Bảng điểm {sheet} thiếu {unit} ({id}) của khối «{block}».", "The score sheet {sheet} lacks {unit} ({id}) of the block “{block}”."},
		Hint:    Text{"Thêm dòng cho đơn vị này; nếu không xếp hạng, ghi lý do trong excluded.", "Add a line for the unit; if it is not to be ranked, give the reason in excluded."},
	},
	"units-missing": {
		Absence: true,
		Message: Text{"Bảng điểm thiếu {count} đơn vị của khối «{block}»: {units} …", "The score sheet lacks {count} units of the block “{block}”: {units} …"},
		Hint:    Text{"Thêm dòng cho từng đơn vị, kiểm tra cột mã đơn vị; đơn vị không xếp hạng thì ghi lý do trong excluded.", "Add a line for each, look at the column of ids; give the reason in excluded for those that are not ranked."},
	},
	"unit-not-in-block": {
		Absence: true,
		Message: Text{"{unit} ({id}) không thuộc khối «{block}».", "{unit} ({id}) is not in the block “{block}”."},
		Hint:    Text{"Bỏ dòng này, hoặc thêm đơn vị vào khối trong kế hoạch.", "Remove the line, or add the unit to the block in the plan."},
	},
	"unit-twice": {
		Message: Text{"{unit} ({id}) có hai dòng trong bảng điểm.", "{unit} ({id}) has two lines in the score sheet."},
		Hint:    Text{"Giữ một dòng.", "Keep one line."},
	},
	"excluded-unknown": {
		Absence: true,
		Message: Text{"Đơn vị không xếp hạng «{id}» không thuộc khối «{block}».", "The excluded unit “{id}” is not in the block “{block}”."},
		Hint:    Text{"Sửa mã trong excluded.", "Correct the id in excluded."},
	},
	"max-sum": {
		Message: Text{"Tiêu chí {criterion} ghi tổng {got}, nhưng các tiêu chí bên dưới cộng lại là {want}.", "Criterion {criterion} declares {got}, but its parts sum to {want}."},
		Hint:    Text{"Sửa số tổng hoặc điểm của tiêu chí thành phần.", "Correct the sub-total or its parts."},
	},
	"max-missing": {
		Message: Text{"Tiêu chí {criterion} chưa có điểm tối đa.", "Criterion {criterion} has no maximum."},
		Hint:    Text{"Thêm max vào tiêu chí này.", "Add max to the criterion."},
		Before:  "{id: \"1.1\", name: Báo cáo}", After: "{id: \"1.1\", name: Báo cáo, max: 2}",
	},
	"max-not-positive": {
		Message: Text{"Mức tối đa hoặc trọng số của tiêu chí {criterion} phải lớn hơn 0.", "The maximum or weight of criterion {criterion} must be above zero."},
		Hint:    Text{"Ghi một số dương.", "Write a positive number."},
	},
	"max-too-large": {
		Message: Text{"Tổng điểm tối đa quá lớn để tính chính xác.", "All maxima together are too large to be reckoned exactly."},
		Hint:    Text{"Kiểm tra xem có gõ thừa chữ số không.", "See whether there are digits too many."},
	},
	"weight-missing": {
		Message: Text{"Tiêu chí {criterion} chưa có trọng số.", "Criterion {criterion} has no weight."},
		Hint:    Text{"Thêm weight (phần trăm) vào tiêu chí này.", "Add weight (in percent) to the criterion."},
	},
	"weight-sum": {
		Message: Text{"Các trọng số cộng lại là {got}, phải là {want}.", "The weights sum to {got}, they must sum to {want}."},
		Hint:    Text{"Sửa các trọng số để tổng bằng 100.", "Correct the weights so that they sum to 100."},
	},
	"scale-missing": {
		Message: Text{"Chấm theo trọng số (weighted) nhưng chưa có thang điểm.", "Scoring is weighted, but there is no scale."},
		Hint:    Text{"Thêm scale vào scoring, ví dụ scale: 10.", "Add scale to scoring, such as scale: 10."},
	},
	"criterion-twice": {
		Message: Text{"Hai tiêu chí cùng mã {criterion}.", "Two criteria have the id {criterion}."},
		Hint:    Text{"Đặt cho mỗi tiêu chí một mã riêng.", "Give each criterion an id of its own."},
	},
	"count-differs": {
		Message: Text{"Tiêu chí {criterion} ghi có {got} tiêu chí thành phần, đếm được {want}.", "Criterion {criterion} declares {got} parts, there are {want}."},
		Hint:    Text{"Sửa count, hoặc thêm tiêu chí còn thiếu.", "Correct count, or add what is missing."},
	},
	"decimals-range": {
		Message: Text{"Số chữ số thập phân {got} phải từ 0 đến 6.", "The number of decimals {got} must be from 0 to 6."},
		Hint:    Text{"Thường dùng decimals: 2.", "Usually it is decimals: 2."},
	},
	"band-order": {
		Message: Text{"Xếp loại phải liệt kê từ cao xuống thấp: mức {got} đứng sau mức {want}.", "Bands must be listed from the highest down: {got} stands after {want}."},
		Hint:    Text{"Đổi thứ tự các mức trong bands.", "Change the order of bands."},
	},
	"break-key-unknown": {
		Message: Text{"Khóa phân định «{got}» không có trong tiêu chí.", "The break key “{got}” is not among the criteria."},
		Hint:    Text{"Dùng mã của một tiêu chí, tên một loại bảng điểm, hoặc bonus, penalty, previous.", "Use a criterion's id, the name of a sheet, or bonus, penalty, previous."},
	},
	"official-differs": {
		Judgement: true,
		Message:   Text{"{unit}: {column} trong nguồn là {got}, tính lại được {want}.", "{unit}: the source's {column} is {got}, recomputed it is {want}."},
		Hint:      Text{"Kiểm tra các điểm thành phần; nếu nguồn in như vậy, khai official với tolerance và reason cho cả bảng, hoặc thêm allow với lý do.", "Check the parts; if the source prints it so, declare official with a tolerance and a reason for the whole table, or add allow with a reason."},
		Why:       Text{"Cổng không đăng số của mình dưới tên nguồn khác: số chính thức được giữ, số tính lại đứng bên cạnh, và độ lệch phải được giải thích.", "We never publish our figure under the source's name: the official one stands, ours beside it, and the difference is explained."},
	},
	"rank-hole": {
		Judgement: true,
		Message:   Text{"Thứ hạng trong nguồn nhảy: {unit} hạng {got}, phải là {want}.", "The source's ranks have a hole: {unit} has {got}, it should be {want}."},
		Hint:      Text{"Kiểm tra cột xếp hạng; nếu nguồn in như vậy, thêm allow với lý do.", "Check the column; if the source prints it so, add allow with a reason."},
	},
	"rank-order": {
		Judgement: true,
		Message:   Text{"Thứ hạng trong nguồn ngược với điểm: {unit} hạng {got}, theo điểm là {want}.", "The source's ranks run against its figures: {unit} has {got}, by figures {want}."},
		Hint:      Text{"Kiểm tra cột xếp hạng và tổng điểm; nếu nguồn in như vậy, thêm allow với lý do.", "Check rank and total; if the source prints it so, add allow with a reason."},
	},
	"mixed-decimals": {
		Judgement: true,
		Message:   Text{"Cột {column} trong nguồn in số chữ số thập phân không đều.", "The source's {column} prints different numbers of decimals."},
		Hint:      Text{"Ghi đủ chữ số như nguồn; nếu nguồn in như vậy, thêm allow với lý do.", "Write the figures as the source has them; if it prints them so, add allow with a reason."},
	},
	"change-differs": {
		Judgement: true,
		Message:   Text{"{unit}: mức thay đổi in là {got}, nhưng kỳ này trừ kỳ trước là {want}.", "{unit}: the printed change is {got}, but new minus old is {want}."},
		Hint:      Text{"Kiểm tra hai kỳ; nếu nguồn in như vậy, thêm allow với lý do.", "Check both rounds; if the source prints it so, add allow with a reason."},
	},
	"rank-missing": {
		Judgement: true,
		Message:   Text{"Nguồn ghi hạng của các đơn vị khác nhưng không ghi hạng của {unit}; tính theo điểm là hạng {want}.", "The source ranks others but not {unit}; by its figures the rank is {want}."},
		Hint:      Text{"Điền cột xếp hạng; nếu nguồn bỏ trống như vậy, thêm allow với lý do.", "Fill in the rank; if the source leaves it empty, add allow with a reason."},
		Why:       Text{"Bảng có đơn vị không hạng thì người đọc không biết là đồng hạng, chưa xếp hay bị sót.", "Where a unit has no rank, readers can't tell a tie from an omission."},
		Before:    "xa-c,85.42,", After: "xa-c,85.42,5",
	},
	"cell-differs": {
		Judgement: true,
		Message:   Text{"{unit}: điểm tiêu chí {criterion} ở đây là {got}, còn {first} ghi {want}.", "{unit}: the score for criterion {criterion} is {got} here, but {want} in {first}."},
		Hint:      Text{"Kiểm tra số đúng rồi giữ một chỗ, hoặc sửa cho hai chỗ giống nhau.", "Find out which is right, and keep one or make both the same."},
		Why:       Text{"Một ô có hai giá trị trên hai bảng thì không ai biết số nào là thật.", "When one cell has two values in two tables, nobody knows which is true."},
	},
	"sheet-kind-unknown": {
		Message: Text{"Không có tiêu chí nào chấm theo bảng «{got}».", "No criterion is scored from a sheet “{got}”."},
		Hint:    Text{"Tên trong sheets là self (tự chấm) hoặc giá trị sheet của một tiêu chí.[ Có phải «{near}»?]", "A name in sheets is self, or the sheet of a criterion.[ Did you mean “{near}”?]"},
		Before:  "sheets: {survy: khao-sat.csv}", After: "sheets: {survey: khao-sat.csv}",
	},
	"band-count": {
		Judgement: true,
		Message:   Text{"Nguồn ghi {got} đơn vị xếp loại {band}, đếm trong bảng được {want}.", "The source counts {got} units in the band {band}, the table has {want}."},
		Hint:      Text{"Kiểm tra bảng điểm và các mức xếp loại; nếu nguồn in như vậy, thêm allow với lý do.", "Check the scores and the bands; if the source prints it so, add allow with a reason."},
		Before:    "counts: [{band: Tốt, count: 12}]", After: "counts: [{band: Tốt, count: 11}]",
	},
	"counts-cover": {
		Judgement: true,
		Message:   Text{"Số đơn vị theo xếp loại cộng lại là {got}, trong khi {want} đơn vị được xếp hạng.", "The counts by band sum to {got}, while {want} units are ranked."},
		Hint:      Text{"Thêm mức xếp loại còn thiếu vào counts; nếu nguồn in như vậy, thêm allow với lý do.", "Add the missing band to counts; if the source prints it so, add allow with a reason."},
	},
	"date-before-decision": {
		Judgement: true,
		Message:   Text{"Trang ghi ngày {date}, trước ngày ký {act} ({decision}).", "The page is dated {date}, before {act} is signed ({decision})."},
		Hint:      Text{"Sửa date hoặc document.date; nếu nguồn ghi như vậy, thêm allow với lý do.", "Correct date or document.date; if the source has it so, add allow with a reason."},
		Why:       Text{"Một thông báo không thể có trước quyết định mà nó công bố; thường là gõ nhầm ngày.", "An announcement can't be older than the decision it makes public; it is usually a slip."},
		Before:    "date: 2026-01-19\ndocument: {number: 15/QĐ-UBND, date: 2026-01-20}", After: "date: 2026-01-20\ndocument: {number: 15/QĐ-UBND, date: 2026-01-20}",
	},
	"year-slip": {
		Judgement: true,
		Message:   Text{"Năm {got} ở {what} không khớp với {than} ({want}).", "The year {got} does not fit, expected is {want}."},
		Hint:      Text{"Kiểm tra lại năm; nếu đúng như vậy, thêm allow với lý do.", "Check the year; if it is right, add allow with a reason."},
		Why:       Text{"Đầu năm mới người ta hay gõ năm cũ; kết quả đứng sai năm thì mọi so sánh đều sai.", "Early in a year people type the old one; with a wrong year every comparison is wrong."},
		Before:    "document: {number: 77/2025/QĐ-UBND, date: 2026-01-20}", After: "document: {number: 77/2026/QĐ-UBND, date: 2026-01-20}",
	},
	"near-tie": {
		Severity: Warning,
		Message:  Text{"{unit} và đơn vị kề hạng cách nhau chưa đến mức làm tròn ({got}).", "{unit} and its neighbour lie closer than the rounding ({got})."},
		Hint:     Text{"Kiểm tra lại điểm của hai đơn vị trước khi ký; trang có ghi chú về điều này.", "Check both units' scores before signing; the page carries a note."},
	},
	"extract-count": {
		Message: Text{"Bảng có {got} đơn vị, nhiều hơn {want} đơn vị của nguồn.", "The table has {got} units, more than the source's {want}."},
		Hint:    Text{"Sửa extract.of.", "Correct extract.of."},
	},
	"unit-gone": {
		Message: Text{"{unit} không tồn tại vào ngày của kết quả.", "{unit} did not exist on the day of the results."},
		Hint:    Text{"Kiểm tra from, to của đơn vị trong danh mục và ngày của kết quả.", "Check from and to of the unit, and the day of the results."},
	},
	"unit-dates": {
		Message: Text{"{unit}: ngày kết thúc {got} không sau ngày bắt đầu {want}.", "{unit}: the end {got} is not after the beginning {want}."},
		Hint:    Text{"Sửa from hoặc to.", "Correct from or to."},
	},
	"unit-end-missing": {
		Message: Text{"{unit} có đơn vị kế tục nhưng chưa có ngày kết thúc.", "{unit} has successors but no last day."},
		Hint:    Text{"Thêm to: ngày đầu tiên đơn vị không còn tồn tại.", "Add to: the first day on which the unit no longer exists."},
	},
	"successor-loop": {
		Message: Text{"{unit} qua các đơn vị kế tục lại trở thành chính mình.", "{unit} becomes itself through its successors."},
		Hint:    Text{"Sửa became của các đơn vị liên quan.", "Correct became of the units concerned."},
	},
	"successor-unknown": {
		Absence: true,
		Message: Text{"{unit}: không có đơn vị kế tục «{got}».", "{unit}: there is no successor “{got}”."},
		Hint:    Text{"Thêm đơn vị đó vào danh mục, hoặc sửa mã.[ Có phải «{near}»?]", "Add that unit, or correct the id.[ Did you mean “{near}”?]"},
	},

	"prize-unknown": {
		Absence: true,
		Message: Text{"Kế hoạch không có giải «{got}».", "The plan has no prize “{got}”."},
		Hint:    Text{"Dùng một mã trong prizes của kế hoạch.[ Có phải «{near}»?]", "Use an id from the plan's prizes.[ Did you mean “{near}”?]"},
	},
	"commendation-unknown": {
		Absence: true,
		Message: Text{"Kế hoạch không có hình thức khen thưởng «{got}».", "The plan has no commendation “{got}”."},
		Hint:    Text{"Dùng một mã trong commendations của kế hoạch.[ Có phải «{near}»?]", "Use an id from the plan's commendations.[ Did you mean “{near}”?]"},
	},
	"prize-over-count": {
		Message: Text{"{award}: đã trao {got}, kế hoạch chỉ có {want}.", "{award}: {got} given, the plan has {want}."},
		Hint:    Text{"Bỏ khen thưởng thừa, hoặc sửa số lượng trong kế hoạch nếu kế hoạch đã được điều chỉnh.", "Remove what is too many, or correct the plan if it was changed."},
	},
	"award-twice": {
		Absence: true,
		Message: Text{"{unit}[{person}] đã có khen thưởng này hoặc một giải khác của khối.", "{unit}[{person}] has this award, or another prize of the block, already."},
		Hint:    Text{"Giữ một khen thưởng cho một thành tích.", "Keep one award for one achievement."},
	},
	"award-departs": {
		Absence: true,
		Message: Text{"{award} cho {unit} khác với thứ hạng tính được (đơn vị ở hạng {got}[, theo thứ hạng được {want}]) mà chưa có lý do.", "{award} for {unit} departs from the ranking (its rank is {got}[, by rank it would get {want}]) without a reason."},
		Hint:    Text{"Thêm reason nêu căn cứ của hội đồng, hoặc sửa đơn vị.", "Add reason with the council's ground, or correct the unit."},
		Why:     Text{"Hội đồng có quyền quyết định khác thứ hạng, nhưng người đọc phải thấy cả hai và biết vì sao.", "A council may depart from the ranking, but readers must see both, and why."},
	},
	"award-tie-edge": {
		Absence: true,
		Message: Text{"{unit} đồng hạng ở ranh giới số lượng của {award}; cần nêu lý do chọn.", "{unit} shares the rank at the edge of the quota of {award}; the choice needs a reason."},
		Hint:    Text{"Thêm reason: vì sao chọn đơn vị này trong các đơn vị đồng hạng.", "Add reason: why this unit among those that share the rank."},
	},
	"award-before-results": {
		Message: Text{"Khen thưởng đề ngày {got}, trước kết quả mà nó dựa vào ({want}, {results}).", "The award is dated {got}, before the results it rests on ({want}, {results})."},
		Hint:    Text{"Sửa ngày của quyết định hoặc của kết quả.", "Correct the day of the decision, or of the results."},
		Why:     Text{"Giải chỉ được trao theo kết quả đã có; ngày lệch một hôm cũng làm người đọc nghi ngờ cả hai văn bản.", "A prize rests on results that are there; a day's difference makes readers doubt both acts."},
	},
	"sheet-side-unit": {
		Message: Text{"Bảng điểm «{kind}» thiếu {unit} ({id}).", "The sheet “{kind}” lacks {unit} ({id})."},
		Hint:    Text{"Thêm dòng cho đơn vị này; chưa chấm thì để trống ô.", "Add a line for the unit; leave cells empty that are not scored yet."},
	},
	"sheet-side-column": {
		Message: Text{"Cột «{column}» không có tác dụng trong bảng điểm «{kind}».", "The column “{column}” has no effect in the sheet “{kind}”."},
		Hint:    Text{"Chuyển cột này sang bảng điểm chính (scores); bảng «{kind}» chỉ có điểm của các tiêu chí của nó.", "Move it to the main sheet (scores); “{kind}” holds only the scores of its own criteria."},
	},
	"award-unranked": {
		Absence: true,
		Message: Text{"{unit} không có thứ hạng nhưng được {award} mà chưa có lý do.", "{unit} has no rank but gets {award} without a reason."},
		Hint:    Text{"Thêm reason, hoặc bỏ khen thưởng này.", "Add reason, or remove the award."},
	},
	"award-unit-gone": {
		Absence: true,
		Message: Text{"{unit} không tồn tại vào ngày quyết định khen thưởng.", "{unit} did not exist on the day of the decision."},
		Hint:    Text{"Kiểm tra danh mục đơn vị và ngày quyết định; khen đơn vị kế tục nếu đúng là như vậy.", "Check the registry and the day; name the successor if that is meant."},
	},
	"award-wrong-for": {
		Message: Text{"{award} không dành cho đối tượng này ({got}).", "{award} is not for this kind of laureate ({got})."},
		Hint:    Text{"Kế hoạch ghi hình thức này dành cho {want}.", "The plan has it for {want}."},
	},
	"award-wrong-block": {
		Absence: true,
		Message: Text{"{award} là giải của khối khác, {unit} không thuộc khối đó.", "{award} is a prize of another block, {unit} is not in it."},
		Hint:    Text{"Chọn giải của đúng khối.", "Choose the prize of its block."},
	},
	"award-below-band": {
		Message: Text{"{unit} xếp loại {got}, chưa đạt mức {want} để được {award}.", "{unit} is in band {got}, below {want} that {award} asks for."},
		Hint:    Text{"Sửa khen thưởng, hoặc điều kiện trong kế hoạch.", "Correct the award, or the plan's condition."},
	},
	"award-money": {
		Message: Text{"Tiền thưởng ghi {got} đồng, tính theo hệ số và lương cơ sở là {want} đồng.", "The money is {got} đồng, by coefficient and base wage it is {want} đồng."},
		Hint:    Text{"Bỏ money để máy tính, hoặc sửa số tiền (làm tròn lên 10.000 đồng).", "Remove money to have it computed, or correct it (rounded up to 10,000 đồng)."},
	},
	"award-form": {
		Message: Text{"Phong trào này không được xét tặng {award}[: {want}].", "This campaign cannot give {award}[: {want}]."},
		Hint:    Text{"Chọn hình thức khen thưởng phù hợp với phạm vi và thời gian của phong trào.", "Choose a form that fits the campaign's scope and length."},
	},
	"commendation-over-count": {
		Message: Text{"{award}: đã trao {got}, kế hoạch chỉ có {want}.", "{award}: {got} given, the plan has {want}."},
		Hint:    Text{"Bớt danh sách khen thưởng, hoặc sửa count của hình thức này trong kế hoạch.", "Shorten the list, or correct the commendation's count in the plan."},
	},
	"award-provisional": {
		Message: Text{"{award} cho {unit} được quyết định khi kết quả còn tạm tính mà chưa có lý do.", "{award} for {unit} is decided on provisional results without a reason."},
		Hint:    Text{"Công bố kết quả chính thức trước (bỏ provisional), hoặc ghi reason cho khen thưởng này.", "Publish the final results first (remove provisional), or give the award a reason."},
	},
	"form-unknown": {
		Message: Text{"Hình thức khen thưởng «{got}» không có trong danh mục.", "The form of award “{got}” is not in the data."},
		Hint:    Text{"Sửa form của hình thức khen thưởng trong kế hoạch theo danh mục internal/award/data/forms.json.", "Correct the commendation's form in the plan after internal/award/data/forms.json."},
	},
	"award-excluded": {
		Message: Text{"{unit} không được xếp hạng ({got}) nên không thể nhận {award}.", "{unit} is excluded ({got}), so it can't get {award}."},
		Hint:    Text{"Bỏ khen thưởng này, hoặc xem lại excluded.", "Remove the award, or look at excluded again."},
	},
}
