package diag

// siteEntries are the codes of what does not fit together between the files of a site.
var siteEntries = map[string]Entry{
	"site-missing": {
		Message: Text{"Chưa có tệp content/site.yaml.", "The file content/site.yaml is missing."},
		Hint:    Text{"Tạo tệp content/site.yaml với ít nhất title, organization và base_url.", "Create content/site.yaml with at least title, organization and base_url."},
		Why:     Text{"site.yaml cho biết tên cổng, đơn vị chủ quản và địa chỉ công bố; không có nó thì không thể dựng cổng.", "site.yaml names the portal, its publisher and its address; without it nothing can be built."},
		After:   "title: Cổng thi đua\norganization: Văn phòng UBND xã …\nbase_url: https://thidua.example.vn/",
	},
	"base-url": {
		Message: Text{"Địa chỉ «{got}» ở base_url không phải là địa chỉ web đầy đủ.", "The address “{got}” in base_url is not a whole web address."},
		Hint:    Text{"Ghi địa chỉ bắt đầu bằng https:// và tên miền, không có ? hoặc #.", "Write an address that begins with https:// and a host name, without ? or #."},
		Before:  "base_url: thidua.example.vn", After: "base_url: https://thidua.example.vn/",
	},
	"time-zone": {
		Message: Text{"Không có múi giờ «{got}».", "There is no time zone “{got}”."},
		Hint:    Text{"Dùng Asia/Ho_Chi_Minh hoặc bỏ dòng này.", "Use Asia/Ho_Chi_Minh or remove the line."},
		Before:  "time_zone: Hanoi", After: "time_zone: Asia/Ho_Chi_Minh",
	},
	"expires-before-publish": {
		Message: Text{"Trang hết hạn ({expires}) trước hoặc ngay khi được công bố ({publish}).", "The page expires ({expires}) before or when it is published ({publish})."},
		Hint:    Text{"Sửa expires thành thời điểm sau publish, hoặc bỏ một trong hai.", "Set expires to a moment after publish, or remove one of the two."},
		Before:  "publish: 2026-05-10\nexpires: 2026-05-01", After: "publish: 2026-05-01\nexpires: 2026-05-10",
	},
	"future-date": {
		Severity: Warning,
		Message:  Text{"Ngày {date} còn ở tương lai nhưng trang không có publish, nên trang hiện ngay bây giờ.", "The date {date} is in the future but there is no publish, so the page is shown right now."},
		Hint:     Text{"Thêm publish nếu muốn trang chỉ hiện từ ngày đó, hoặc sửa date.", "Add publish if the page should appear only then, or correct date."},
	},
	"publish-before-decision": {
		Message: Text{"Trang được công bố ({publish}) trước ngày ký {act} ({decision}).", "The page is published ({publish}) before {act} is signed ({decision})."},
		Hint:    Text{"Sửa publish thành ngày ký hoặc sau đó; nếu ngày ký sai, sửa document.date.", "Set publish to the day of signature or later; if that day is wrong, correct document.date."},
		Why:     Text{"Không được công bố kết quả hay khen thưởng trước khi có quyết định.", "Results and awards must not be made public before they are decided."},
	},
	"missing-credit": {
		Absence:  true,
		Severity: Warning,
		Message:  Text{"Bài chưa ghi {keys}.", "The article lacks {keys}."},
		Hint:     Text{"Thêm vào phần đầu: summary (tóm tắt), author (người viết), source (nguồn tin).", "Add to the header: summary, author, source."},
		Why: Text{"Nghị định 42/2022/NĐ-CP yêu cầu mỗi tin trên cổng ghi nguồn, tác giả và ngày đăng.",
			"Decree 42/2022/NĐ-CP asks every item of a state portal for its source, author and date."},
		Before: "title: Phát động phong trào\ndate: 2026-05-01", After: "title: Phát động phong trào\ndate: 2026-05-01\nsummary: …\nauthor: Phòng Nội vụ\nsource: Cổng thông tin xã",
	},
	"address-empty": {
		Message: Text{"Từ tên «{got}» không tạo được địa chỉ: không có chữ cái hay chữ số nào.", "The name “{got}” gives no address: it has no letter or digit."},
		Hint:    Text{"Đổi tên tệp hoặc thư mục thành chữ không dấu, ví dụ ke-hoach.md.", "Rename the file or folder, for example ke-hoach.md."},
	},
	"slug-form": {
		Message: Text{"slug «{got}» có ký tự không dùng được trong địa chỉ.", "slug “{got}” has characters that an address can't have."},
		Hint:    Text{"Chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối[: {want}].", "Use small plain letters, digits and hyphens only[: {want}]."},
		Before:  "slug: Kế hoạch 2021", After: "slug: ke-hoach-2021",
	},
	"unit-id-twice": {
		Message: Text{"Mã đơn vị «{id}» đã dùng cho «{first}», nay lại dùng cho «{name}».", "The unit id “{id}” stands for “{first}” already, and here for “{name}”."},
		Hint:    Text{"Đặt cho mỗi đơn vị một mã riêng; hai đơn vị trùng tên cũng phải khác mã.", "Give each unit an id of its own; units with equal names too."},
	},
	"unit-id-form": {
		Message: Text{"Mã đơn vị «{id}» có ký tự không dùng được trong địa chỉ.", "The unit id “{id}” has characters that an address can't have."},
		Hint:    Text{"Chỉ dùng chữ thường không dấu, chữ số và dấu gạch nối[: {want}].", "Use small plain letters, digits and hyphens only[: {want}]."},
		Before:  "{id: Xã An Hiệp, name: Xã An Hiệp}", After: "{id: xa-an-hiep, name: Xã An Hiệp}",
	},
	"unused-unit": {
		Absence:  true,
		Severity: Warning,
		Message:  Text{"Chưa nơi nào nhắc đến đơn vị «{unit}» ({id}).", "Nothing names the unit “{unit}” ({id})."},
		Hint:     Text{"Thêm mã này vào một khối thi đua, hoặc bỏ đơn vị khỏi danh mục nếu thừa.", "Add the id to a block, or remove the unit if it is not needed."},
	},
	"plan-place": {
		Absence: true,
		Message: Text{"Kế hoạch phải nằm trong một thư mục của content/phong-trao/.", "A plan must stand in a folder of content/phong-trao/."},
		Hint:    Text{"Chuyển tệp vào content/phong-trao/<tên phong trào>/ke-hoach.md.", "Move the file to content/phong-trao/<campaign>/ke-hoach.md."},
	},
	"illustrative-part": {
		Message: Text{"Trang này ghi illustrative, nhưng phong trào của nó thì không.", "This page is illustrative, but its campaign is not."},
		Hint:    Text{"Số liệu minh hoạ phải nằm trong một phong trào riêng: thêm illustrative: true vào {plan}, hoặc bỏ dòng này.", "Invented data belong to a campaign of their own: add illustrative: true to {plan}, or remove the line."},
		Why:     Text{"Điểm hay khen thưởng hư cấu không được đứng lẫn với số liệu thật.", "Invented scores and awards must not stand among real ones."},
	},
	"plan-twice": {
		Message: Text{"Phong trào này đã có kế hoạch: {first}.", "This campaign has a plan already: {first}."},
		Hint:    Text{"Mỗi thư mục phong trào chỉ có một tệp type: plan; bỏ hoặc chuyển một trong hai.", "A campaign's folder has one file with type: plan; remove or move one of them."},
	},
	"no-plan": {
		Absence: true,
		Message: Text{"Tệp này thuộc một phong trào nhưng thư mục không có kế hoạch (type: plan).", "This file belongs to a campaign, but its folder has no plan (type: plan)."},
		Hint:    Text{"Thêm ke-hoach.md vào thư mục của phong trào, hoặc kiểm tra xem kế hoạch có đang là bản nháp (draft) không.", "Add ke-hoach.md to the campaign's folder, or see whether the plan is a draft."},
	},
	"unknown-campaign": {
		Absence: true,
		Message: Text{"Không có phong trào «{got}».", "There is no campaign “{got}”."},
		Hint:    Text{"Ghi đúng tên thư mục trong content/phong-trao/.[ Có phải «{near}»?]", "Write the folder's name in content/phong-trao/.[ Did you mean “{near}”?]"},
	},
	"block-twice": {
		Message: Text{"Hai khối thi đua cùng mã «{got}».", "Two blocks have the id “{got}”."},
		Hint:    Text{"Đặt cho mỗi khối một mã riêng.", "Give each block an id of its own."},
	},
	"unit-in-two-blocks": {
		Message: Text{"«{unit}» đã có trong khối «{first}».", "“{unit}” is in the block “{first}” already."},
		Hint:    Text{"Mỗi đơn vị chỉ được xếp hạng trong một khối; bỏ đơn vị khỏi một trong hai.", "A unit is ranked in one block only; remove it from one of them."},
	},
	"unknown-block": {
		Absence: true,
		Message: Text{"Kế hoạch không có khối «{got}».", "The plan has no block “{got}”."},
		Hint:    Text{"Dùng một mã khối trong blocks của kế hoạch.[ Có phải «{near}»?]", "Use an id from the plan's blocks.[ Did you mean “{near}”?]"},
	},
	"period-order": {
		Message: Text{"Thời gian thi đua kết thúc ({to}) trước khi bắt đầu ({from}).", "The period ends ({to}) before it begins ({from})."},
		Hint:    Text{"Sửa period.from hoặc period.to.", "Correct period.from or period.to."},
	},
	"criteria-twice": {
		Message: Text{"Khối «{block}» đã có tiêu chí trong {first}.", "The block “{block}” has criteria in {first} already."},
		Hint:    Text{"Mỗi khối chỉ theo một bộ tiêu chí; bỏ khối này khỏi một trong hai tệp.", "A block has one set of criteria; remove it from one of the files."},
	},
	"no-criteria": {
		Absence: true,
		Message: Text{"Khối «{block}» chưa có tiêu chí, nên không tính được kết quả.", "The block “{block}” has no criteria, so results can't be computed."},
		Hint:    Text{"Thêm tệp type: criteria có mã khối này trong blocks.", "Add a file with type: criteria that lists the block."},
	},
	"round-twice": {
		Message: Text{"Kết quả kỳ «{round}» của khối «{block}» đã có trong {first}.", "The results of round “{round}” for the block “{block}” are in {first} already."},
		Hint:    Text{"Đổi round, hoặc bỏ một trong hai tệp.", "Change round, or remove one of the files."},
	},
	"unknown-round": {
		Absence: true,
		Message: Text{"Không có kết quả «{got}» để so sánh.", "There are no results “{got}” to compare with."},
		Hint:    Text{"Ghi đường dẫn đến tệp kết quả kỳ trước, không có .md, ví dụ ket-qua/2020-xa.[ Có phải «{near}»?]", "Write the path of the earlier results without .md, such as ket-qua/2020-xa.[ Did you mean “{near}”?]"},
	},
	"round-loop": {
		Message: Text{"Kỳ trước «{got}» lại so sánh với chính kỳ này.", "The earlier round “{got}” is compared with this one."},
		Hint:    Text{"previous phải chỉ về một kỳ sớm hơn.", "previous must lead to an earlier round."},
	},
	"file-missing": {
		Message: Text{"Không có tệp «{got}» trong {folder}", "There is no file “{got}” in {folder}"},
		Hint:    Text{"Đặt tệp vào cùng thư mục, hoặc sửa tên cho đúng.[ Có phải «{near}»?]", "Put the file into the folder, or correct the name.[ Did you mean “{near}”?]"},
	},
	"mean-differs": {
		Judgement: true,
		Message:   Text{"Giá trị trung bình công bố là {got}, tính lại được {want}.", "The published mean is {got}, recomputed it is {want}."},
		Hint:      Text{"Kiểm tra điểm trong bảng; nếu nguồn in như vậy, thêm allow với mã mean-differs và lý do.", "Check the scores; if the source prints it so, add allow with the code mean-differs and a reason."},
	},
	"award-what": {
		Message: Text{"Khen thưởng này phải có đúng một trong hai: prize (giải) hoặc commendation (hình thức khen).", "This award needs exactly one of prize and commendation."},
		Hint:    Text{"Giữ một dòng prize hoặc commendation.", "Keep one of the two."},
	},
	"award-whom": {
		Message: Text{"Khen thưởng này phải ghi đúng một trong hai: unit (tập thể) hoặc person (cá nhân).", "This award needs exactly one of unit and person."},
		Hint:    Text{"Giữ unit cho tập thể, person cho cá nhân; đơn vị của cá nhân ghi trong person.", "Keep unit for a collective, person for a person; a person's unit stands inside person."},
	},
	"unused-file": {
		Absence:  true,
		Severity: Warning,
		Message:  Text{"Chưa trang nào dùng tệp «{file}», nên tệp không được công bố.", "No page names the file “{file}”, so it is not published."},
		Hint:     Text{"Nhắc đến tệp trong một trang, hoặc xóa tệp nếu thừa.", "Name the file in a page, or delete it if it is not needed."},
	},
	"image-missing": {
		Message: Text{"Không có tệp ảnh «{got}» bên cạnh trang này.", "There is no image “{got}” beside this page."},
		Hint:    Text{"Chép ảnh vào cùng thư mục với trang, hoặc sửa tên cho đúng.[ Có phải «{near}»?]", "Copy the image into the page's folder, or correct the name.[ Did you mean “{near}”?]"},
	},
	"file-kind": {
		Message: Text{"Tệp «{got}» không thuộc loại được công bố trên cổng.", "The file “{got}” is of a kind that is not published."},
		Hint:    Text{"Lưu tệp thành PDF rồi liên kết đến bản PDF; chỉ ảnh (.jpg, .png) và PDF được công bố.", "Save it as PDF and link that; only pictures (.jpg, .png) and PDF files are published."},
		Why:     Text{"Tệp Word, Excel còn giữ bản sửa cũ, ghi chú và tên người soạn mà người viết không thấy.", "Word and Excel files keep old edits, comments and names that their authors don't see."},
		Before:  "[Thông báo](thong-bao.docx)", After: "[Thông báo](thong-bao.pdf)",
	},
	"name-ending": {
		Message: Text{"Tệp «{file}» có đuôi sai nên không được đọc.", "The file “{file}” has a wrong ending and is not read."},
		Hint:    Text{"Đổi tên thành «{want}». Trong Windows, bật «Phần mở rộng tên tệp» (File name extensions) để thấy đuôi thật.", "Rename it to “{want}”. In Windows, turn on “File name extensions” to see real endings."},
		Before:  "bai-viet.md.txt", After: "bai-viet.md",
	},
	"link-hidden": {
		Absence: true,
		Message: Text{"Liên kết «{got}» dẫn đến một trang chưa công khai.", "The link “{got}” leads to a page that is not public."},
		Hint:    Text{"Công bố trang đó trước (bỏ draft, hoặc chờ đến giờ publish), hoặc bỏ liên kết.", "Publish that page first (remove draft, or wait for its time), or remove the link."},
	},
	"menu-target": {
		Absence: true,
		Message: Text{"Mục «{title}» của menu dẫn đến «{got}», nhưng không có trang ấy.", "The menu's entry “{title}” leads to “{got}”, which does not exist."},
		Hint:    Text{"Sửa to trong site.yaml, tạo trang đó, hoặc bỏ mục này.[ Có phải «{near}»?]", "Correct to in site.yaml, make the page, or remove the entry.[ Did you mean “{near}”?]"},
	},
	"image-kind": {
		Message: Text{"Ảnh «{got}» không thuộc loại dùng được trên cổng.", "The image “{got}” is of a kind that the portal can't show."},
		Hint:    Text{"Lưu ảnh thành .jpg hoặc .png.", "Save the image as .jpg or .png."},
	},
	"image-broken": {
		Message: Text{"Tệp ảnh «{got}» bị hỏng hoặc không phải là ảnh.", "The image file “{got}” is damaged or no image."},
		Hint:    Text{"Mở ảnh, lưu lại thành .jpg hoặc .png rồi thay tệp này.", "Open the image, save it as .jpg or .png, and replace the file."},
	},
	"image-large": {
		Message: Text{"Ảnh «{got}» có hơn {want} triệu điểm ảnh.", "The image “{got}” has more than {want} million pixels."},
		Hint:    Text{"Thu nhỏ ảnh, mỗi chiều dưới 7.000 điểm ảnh, rồi thay tệp này.", "Scale it down to less than 7.000 pixels each way and replace the file."},
		Why:     Text{"Ảnh quá lớn làm việc dựng cổng chậm và tốn bộ nhớ; trên trang không ảnh nào rộng quá 1.920 điểm ảnh.", "It makes builds slow and takes much memory; no picture is shown with more than 1.920 pixels."},
	},
	"address-twice": {
		Absence: true,
		Message: Text{"Địa chỉ {address} đã thuộc về {first}.", "The address {address} belongs to {first} already."},
		Hint:    Text{"Đổi tên tệp, hoặc ghi slug khác cho một trong hai.", "Rename the file, or give one of them another slug."},
		Why:     Text{"Mỗi địa chỉ chỉ có một nội dung và không đổi theo thời gian, để đường dẫn đã phát hành luôn đúng.", "An address has one content and stays, so that links that were given out remain right."},
	},
	"unknown-category": {
		Absence: true,
		Message: Text{"Không có chuyên mục «{got}» trong site.yaml.", "There is no category “{got}” in site.yaml."},
		Hint:    Text{"Dùng một chuyên mục trong categories, hoặc thêm chuyên mục vào đó.[ Có phải «{near}»?]", "Use one of categories, or add it there.[ Did you mean “{near}”?]"},
	},
	"term-twice": {
		Message: Text{"«{got}» và «{first}» cho cùng một địa chỉ.", "“{got}” and “{first}” give the same address."},
		Hint:    Text{"Viết thống nhất một cách.", "Write them the same way."},
	},
	"directive-target": {
		Absence: true,
		Message: Text{"::{directive} chỉ đến «{got}», nhưng không có nội dung ấy.", "::{directive} names “{got}”, which does not exist."},
		Hint:    Text{"Ghi đường dẫn từ thư mục phong trào, hoặc từ content với dấu / ở đầu, không có .md.[ Có phải «{near}»?]", "Write the path from the campaign's folder, or from content with a leading /, without .md.[ Did you mean “{near}”?]"},
	},
	"directive-hidden": {
		Absence: true,
		Message: Text{"::{directive} chỉ đến «{got}», nhưng trang đó chưa công khai.", "::{directive} names “{got}”, which is not public yet."},
		Hint:    Text{"Công bố trang đó trước, hoặc bỏ dòng này.", "Publish that page first, or remove the line."},
	},
	"name-twice": {
		Message: Text{"Hai tệp cùng tên «{file}», chỉ khác cách gõ dấu.", "Two files have the name “{file}”, typed in two ways."},
		Hint:    Text{"Đổi tên một trong hai.", "Rename one of them."},
	},
	"symlink": {
		Message: Text{"«{file}» là một liên kết (symlink), không phải tệp thật.", "“{file}” is a symbolic link, not a real file."},
		Hint:    Text{"Chép nội dung thật vào đây thay cho liên kết.", "Put the real content here instead of the link."},
		Why:     Text{"Liên kết có thể dẫn ra ngoài cổng và làm lộ tệp không định công bố.", "A link may lead out of the site and publish files that were never meant to be."},
	},
	"folder-like-file": {
		Message: Text{"«{file}» là thư mục nhưng mang tên như một tệp.", "“{file}” is a folder with the name of a file."},
		Hint:    Text{"Bỏ đuôi .md khỏi tên thư mục.", "Remove .md from the folder's name."},
	},
	"special-file": {
		Message: Text{"«{file}» không phải là tệp thông thường.", "“{file}” is not an ordinary file."},
		Hint:    Text{"Xóa hoặc chuyển nó ra khỏi content.", "Delete it or move it out of content."},
	},
	"allow-unknown": {
		Message: Text{"Không có mã lỗi «{got}» để bỏ qua.", "There is no code “{got}” to allow."},
		Hint:    Text{"Chép đúng mã trong ngoặc vuông ở cuối dòng báo lỗi.[ Có phải «{near}»?]", "Copy the code in square brackets at the end of the message.[ Did you mean “{near}”?]"},
	},
	"allow-refused": {
		Message: Text{"Lỗi «{got}» không thể bỏ qua bằng allow.", "The code “{got}” can't be waived by allow."},
		Hint:    Text{"Sửa lỗi ấy, rồi bỏ dòng allow này.", "Mend the fault, then remove this entry."},
		Why:     Text{"Chỉ những điều cần người phán đoán mới được bỏ qua; lỗi về dữ liệu thì không.", "Only matters of judgement may be waived, never faults in the data."},
	},
	"old-judgements": {
		Severity: Warning,
		Message:  Text{"{count} điều cần xem lại trong các bài cũ hơn {from}.", "{count} judgements in articles older than {from}."},
		Hint:     Text{"strict_from trong site.yaml cho phép chúng; bỏ strict_from để xem từng điều.", "strict_from in site.yaml lets them pass; remove it to see each one."},
	},
}
