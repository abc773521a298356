package diag

// reviewEntries are the codes of the rules of change: what may not happen to something that was published.
var reviewEntries = map[string]Entry{
	"review-changed": {
		Message: Text{"«{page}» đã công bố mà nay thay đổi, không có đính chính: {what}[; và {rest} thay đổi khác].", "“{page}” was published and changes without a correction: {what}[; and {rest} more changes]."},
		Hint:    Text{"Thêm một mục corrections vào {file}, nói rõ sửa gì, trước là gì, nay là gì, vì sao; hoặc trả lại số liệu đã công bố.", "Add an entry to corrections in {file} that says what was, what is now, and why; or restore what was published."},
		Why: Text{"Số liệu, thứ hạng, tên, quyết định đã công bố là tuyên bố của cơ quan. Sửa thì được, sửa lặng lẽ thì không.",
			"Published figures, ranks, names and decisions are statements of the office. They may be corrected, never changed in silence."},
		Before: "xa-c;6,5 thành xa-c;7   (không có mục corrections)",
		After:  "corrections:\n  - {date: 2026-06-09, what: Điểm tiêu chí 2.2 của Xã C, was: \"6,5\", now: \"7\", reason: Chép nhầm một ô}",
	},
	"review-correction-gone": {
		Message: Text{"Một đính chính đã công bố của «{page}» bị bỏ hoặc bị sửa: {what}.", "A published correction of “{page}” is removed or edited: {what}."},
		Hint:    Text{"Trả lại mục ấy như cũ; nếu chính nó sai, thêm một mục corrections mới.", "Restore the entry as it was; where it is wrong itself, add a new one."},
		Why:     Text{"Giá trị cũ phải luôn đọc lại được.", "Old values must stay readable."},
		Before:  "corrections: []   # đã bỏ mục ngày 2026-06-09", After: "corrections:\n  - {date: 2026-06-09, what: Điểm tiêu chí 2.2 của Xã C, was: \"6,5\", now: \"7\", reason: Chép nhầm một ô}",
	},
	"review-correction-date": {
		Message: Text{"Đính chính mới ghi ngày {got}, trước ngày duyệt bản đang sửa ({want}).", "The new correction is dated {got}, before the approval of what it corrects ({want})."},
		Hint:    Text{"Ghi ngày thật sự đính chính.", "Write the day on which it is really corrected."},
		Before:  "corrections: [{date: 2026-06-01, …}]\napproved: {by: Hội đồng, date: 2026-06-05}", After: "corrections: [{date: 2026-06-09, …}]\napproved: {by: Hội đồng, date: 2026-06-09}",
	},
	"review-correction-false": {
		Message: Text{"Đính chính mới ghi «{said}», mà thay đổi thật là: {really}.", "The new correction says “{said}”, while what really changes is: {really}."},
		Hint:    Text{"Ghi was đúng như đã công bố, now đúng như nay trên trang, cho đúng đơn vị và tiêu chí; hoặc sửa lại bảng điểm nếu chính bảng sai.", "Write in was what was published and in now what the page says, for the right unit and criterion; or mend the sheet where it is wrong."},
		Why:     Text{"Lời đính chính cũng là tuyên bố của cơ quan; ghi sai giá trị cũ hoặc mới là công bố sai lần thứ hai.", "A correction is a statement of the office too; with a wrong value in it the office is wrong twice."},
		Before:  "xa-c;6,5 thành xa-c;7\ncorrections:\n  - {date: 2026-06-09, what: Điểm tiêu chí 2.2 của Xã C, was: \"6\", now: \"7\", reason: Chép nhầm một ô}",
		After:   "corrections:\n  - {date: 2026-06-09, what: Điểm tiêu chí 2.2 của Xã C, was: \"6,5\", now: \"7\", reason: Chép nhầm một ô}",
	},
	"review-correction-late": {
		Severity: Warning,
		Message:  Text{"Không có gì thay đổi cùng đính chính mới «{said}»; giá trị cũ không đối chiếu được.", "Nothing changes with the new correction “{said}”; its old value can't be compared."},
		Hint:     Text{"Nếu đính chính cho lần sửa trước, kiểm tra giá trị cũ trong lịch sử của kho; lần sau ghi đính chính cùng lúc với việc sửa.", "Where it belongs to an earlier change, see the old value in the repository's history; next time write it together with the change."},
		Before:   "corrections: [{date: 2026-06-09, what: Điểm tiêu chí 2.2 của Xã C, was: \"6,5\", now: \"7\", …}]   # bảng điểm đã sửa từ lần trước",
		After:    "xa-c;6,5 thành xa-c;7, cùng lúc với mục corrections",
	},
	"review-correction-unit": {
		Message: Text{"Đính chính mới nhắc đến {units}, là nơi không có gì thay đổi[; thay đổi là của {really}].", "The new correction names {units}, of which nothing changes[; what changes is of {really}]."},
		Hint:    Text{"Trong what chỉ nêu đơn vị, người được đính chính; nơi khác có liên quan thì nhắc ở reason.", "Name in what only those who are corrected; others that have to do with it belong in reason."},
		Why:     Text{"Nói một đơn vị bị sửa điểm trong khi điểm của đơn vị khác bị sửa là công bố sai về cả hai.", "Saying that one unit's score is corrected while another's is, is wrong about both."},
		Before:  "xa-d;31 thành xa-d;33\ncorrections: [{date: 2026-06-09, what: Điểm của Xã A, …}]", After: "corrections: [{date: 2026-06-09, what: Điểm của Xã D, …}]",
	},
	"review-correction-vague": {
		Severity: Warning,
		Message:  Text{"Đính chính mới không nhắc đến đơn vị có điểm thay đổi: {units}.", "The new correction does not name units whose scores change: {units}."},
		Hint:     Text{"Nêu tên đơn vị trong what hoặc reason, hoặc thêm một mục riêng cho đơn vị ấy.", "Name the units in what or reason, or add an entry for each."},
		Before:   "corrections: [{date: 2026-06-09, what: Sửa bảng điểm, …}]", After: "corrections: [{date: 2026-06-09, what: Điểm tiêu chí 2.2 của Xã C, …}]",
	},
	"review-removed": {
		Message: Text{"«{page}» ({address}) đã công bố mà nay không còn trên cổng.", "“{page}” ({address}) was published and is no longer on the portal."},
		Hint:    Text{"Giữ tệp và ghi withdrawn với ngày và lý do; trang khi ấy còn địa chỉ và lý do, không còn nội dung.", "Keep the file and add withdrawn with a date and a reason; the page then keeps its address and the reason, without its content."},
		Why: Text{"Xóa tệp, chuyển thành nháp, lùi giờ công bố hay cho hết hạn đều làm một công bố biến mất mà người đọc không biết vì sao.",
			"Deleting a file, making it a draft, putting off its time or letting it expire makes an announcement vanish without a word."},
		Before: "draft: true", After: "withdrawn: {date: 2026-08-01, reason: Danh sách có sai sót, đang lập lại.}",
	},
	"review-expiring": {
		Severity: Warning,
		Message:  Text{"«{page}» đã công bố, nay sẽ tự ẩn từ {until}.", "“{page}” was published and will now hide itself from {until}."},
		Hint:     Text{"Nếu phải gỡ, dùng withdrawn kèm lý do; nếu không, bỏ expires.", "Where it must go, use withdrawn with a reason; else remove expires."},
		Before:   "expires: 2026-12-31", After: "withdrawn: {date: 2026-12-31, reason: Danh sách có sai sót, đang lập lại.}",
	},
	"review-unapproved": {
		Message: Text{"«{page}» chưa ghi ai duyệt.", "“{page}” does not say who approved it."},
		Hint:    Text{"Thêm approved với by và date sau khi người có thẩm quyền đã duyệt.", "Add approved with by and date once it has been approved."},
		Before:  "title: Kết quả đợt 1   (không có approved)",
		After:   "approved: {by: Hội đồng Thi đua - Khen thưởng, date: 2026-06-09}",
	},
	"review-approval-old": {
		Message: Text{"«{page}» ghi duyệt ngày {got}, cũ hơn {than}[ ({want})].", "The approval of “{page}”, of {got}, is older than {than}[ ({want})]."},
		Hint:    Text{"Trình duyệt lại bản mới rồi ghi ngày duyệt ấy.", "Have the new text approved and write that date."},
		Why:     Text{"Một lần duyệt chỉ có giá trị cho nội dung mà người duyệt đã thấy.", "An approval holds only for what the approver has seen."},
		Before:  "approved: {by: Hội đồng, date: 2026-06-01}   # sửa ngày 2026-06-09", After: "approved: {by: Hội đồng, date: 2026-06-09}",
	},
	"review-undecided": {
		Message: Text{"«{page}» ghi là đã quyết định nhưng không nêu quyết định nào.", "“{page}” says that it is decided but names no decision."},
		Hint:    Text{"Thêm document với number, date, issuer của quyết định, hoặc để stage: proposed.", "Add document with the decision's number, date and issuer, or keep stage: proposed."},
		Before:  "stage: decided", After: "stage: decided\ndocument: {number: 15/QĐ-UBND, date: 2026-06-09, issuer: UBND xã Minh hoạ}",
	},
	"review-no-act": {
		Severity: Warning,
		Message:  Text{"«{page}» không phải kết quả tạm tính nhưng không nêu văn bản công bố.", "“{page}” is not provisional but names no act."},
		Hint:     Text{"Thêm document với số, ngày, cơ quan ban hành; hoặc ghi provisional: true nếu chưa chính thức.", "Add document with number, date and issuer; or provisional: true where it is not final yet."},
		Before:   "type: results   (không có document)", After: "document: {number: 96/TB-HĐTĐKT, date: 2026-06-04, issuer: Hội đồng Thi đua - Khen thưởng}",
	},
	"review-undisclosed": {
		Message: Text{"«{page}» được quyết định ngày {got}, khi thời hạn lấy ý kiến chưa hết (đến hết {want}).", "“{page}” was decided on {got}, before the term for comment ended ({want})."},
		Hint:    Text{"Kiểm tra ngày quyết định và thời hạn ở disclosure; quyết định chỉ được ký sau ngày cuối của thời hạn.", "See the date of the decision and the term in disclosure; a decision is signed after the term's last day."},
		Before:  "disclosure: {from: 2026-06-01, days: 10}\ndocument: {number: 15/QĐ-UBND, date: 2026-06-05}", After: "disclosure: {from: 2026-06-01, days: 10}\ndocument: {number: 15/QĐ-UBND, date: 2026-06-12}",
	},
	"review-text-figures": {
		Severity: Warning,
		Message:  Text{"Lời văn của «{page}» đã công bố đổi số: {what}.", "The text of “{page}”, which was published, has other figures: {what}."},
		Hint:     Text{"Đối chiếu các con số này với bảng; nếu là sửa số liệu, thêm corrections.", "Compare these figures with the table; where facts are corrected, add corrections."},
		Before:   "Xã A đạt 84,5 điểm. → Xã A đạt 85,4 điểm.", After: "Xã A đạt 84,5 điểm.",
	},
	"review-waiver": {
		Severity: Warning,
		Message:  Text{"Tệp này cho qua mã {code}: {reason}", "This file waives {code}: {reason}"},
		Hint:     Text{"Người duyệt xem lý do có thỏa đáng không.", "Whoever approves judges whether the reason is sound."},
		Before:   "allow: [{code: rank-hole, reason: x}]", After: "allow: [{code: rank-hole, reason: Nguồn in thiếu hạng 7}]",
	},
	"review-address-gone": {
		Message: Text{"Địa chỉ {address} của «{page}» không còn dẫn đến đâu.", "The address {address} of “{page}” leads nowhere any more."},
		Hint:    Text{"Nếu trang đã chuyển chỗ, thêm địa chỉ cũ vào aliases của trang mới; nếu bỏ hẳn, giữ tệp và ghi withdrawn, hoặc thêm địa chỉ vào aliases của trang thay thế.", "Where the page has moved, add the old address to the aliases of the new one; where it goes for good, keep the file with withdrawn, or add the address to the aliases of what takes its place."},
		Why:     Text{"Địa chỉ đã công bố là địa chỉ mãi mãi: văn bản, báo chí và người đọc đã dẫn đến nó.", "A published address is permanent: acts, newspapers and readers refer to it."},
		Before:  "tin-cu.md đổi tên thành tin-moi.md", After: "tin-moi.md: aliases: [/tin-tuc/2026/tin-cu/]",
	},
	"review-address-hidden": {
		Severity: Warning,
		Message:  Text{"«{page}» đã công bố mà nay bị ẩn; địa chỉ {address} không còn dẫn đến đâu.", "“{page}” was published and is hidden now; its address {address} leads nowhere any more."},
		Hint:     Text{"Nếu bài không còn dùng, ghi withdrawn với ngày và lý do để địa chỉ vẫn còn; nếu cố ý ẩn thì không phải làm gì.", "Where it no longer holds, write withdrawn with a date and a reason, so that the address stays; where it is meant to be hidden, there is nothing to do."},
		Before:   "draft: true", After: "withdrawn: {date: 2026-08-01, reason: Lịch họp đã thay đổi.}",
	},
	"review-theme-figures": {
		Message: Text{"Giao diện mới in bảng ở {address} khác đi dù số liệu không đổi: «{was}» thành «{now}».", "The new theme prints the table at {address} otherwise although no fact changes: “{was}” becomes “{now}”."},
		Hint:    Text{"Sửa mẫu trong templates để mọi ô của bảng vẫn in đúng như trước; đổi số liệu thì sửa ở tệp nguồn.", "Mend the templates so that every cell prints as before; figures are changed in their sources."},
		Why:     Text{"Giao diện quyết định trang trông thế nào, không quyết định trang nói gì.", "A theme decides how a page looks, not what it says."},
		Before:  "<td>{{.Rank}}</td>", After: "<td>{{.Total}}</td>",
	},
	"review-theme-words": {
		Severity: Warning,
		Message:  Text{"Giao diện mới đổi lời trên {count} trang, ví dụ {address}: «{was}» thành «{now}».", "The new theme changes the words of {count} pages, such as {address}: “{was}” becomes “{now}”."},
		Hint:     Text{"Xem các trang ấy trước khi duyệt.", "Look at these pages before approving."},
		Before:   "<p>Xếp hạng tạm thời</p>", After: "<p>Xếp hạng</p>",
	},
	"review-theme-static": {
		Severity: Warning,
		Message:  Text{"Tệp giao diện thay đổi: {files}. Kiểu trình bày và mã lệnh có thể che hoặc đè lên số liệu.", "Files of the theme change: {files}. Styles and scripts can hide or cover figures."},
		Hint:     Text{"Mở trang kết quả bằng bangvang serve và nhìn lại trước khi duyệt.", "Open the results with bangvang serve and look before approving."},
		Before:   "td { display: none }", After: "td { text-align: right }",
	},
}
