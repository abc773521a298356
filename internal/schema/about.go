package schema

import (
	"maps"
	"slices"

	"bangvang/internal/diag"
	"bangvang/internal/document"
)

// About returns what a key is for, as a sentence without a full stop.
func About(k document.Key) diag.Text { return about[k.Of+"."+k.Name] }

// AboutType returns what a type of document, or "site", is.
func AboutType(t document.Type) diag.Text { return about["type."+string(t)] }

// about tells what every key is for, by "Struct.key". A test holds it against the structs.
var about = merged(aboutHeader, aboutCampaign, aboutAwards, aboutSite)

func merged(parts ...map[string]diag.Text) map[string]diag.Text {
	out := map[string]diag.Text{}
	for _, part := range parts {
		maps.Copy(out, part)
	}
	return out
}

// Described lists the names that have a sentence, sorted.
func Described() []string { return slices.Sorted(maps.Keys(about)) }

var aboutHeader = map[string]diag.Text{
	"type.plan":            {Vi: "kế hoạch: mở đầu một phong trào", En: "plan: launches a campaign"},
	"type.criteria":        {Vi: "tiêu chí: chấm những gì, tối đa mấy điểm", En: "criteria: what is scored, and up to how many points"},
	"type.results":         {Vi: "kết quả: điểm của một khối trong một đợt", En: "results: the scores of one block in one round"},
	"type.awards":          {Vi: "khen thưởng: danh sách đề nghị hoặc quyết định", En: "awards: a proposal or a decision"},
	"type.units":           {Vi: "sổ đơn vị: mã và tên của mọi đơn vị dự thi", En: "units: the ids and names of all contestants"},
	"type.article":         {Vi: "tin, bài", En: "an article"},
	"type.page":            {Vi: "trang thường, ví dụ trang giới thiệu", En: "an ordinary page, such as an introduction"},
	"type.section":         {Vi: "trang đầu của một thư mục (_index.md)", En: "the first page of a folder (_index.md)"},
	"type.translation":     {Vi: "bản tiếng Anh của tệp cùng tên (tên.en.md)", En: "the English of the file of the same name (name.en.md)"},
	"PictureWords.alt":     {Vi: "lời tả ảnh đầu bài, bằng tiếng Anh", En: "what the page's picture shows, in English"},
	"PictureWords.caption": {Vi: "chú thích của ảnh đầu bài, bằng tiếng Anh", En: "the caption of the page's picture, in English"},
	"type.site":            {Vi: "cài đặt của cổng (content/site.yaml)", En: "the settings of the portal (content/site.yaml)"},

	"Header.type":         {Vi: "loại tệp", En: "what this file is"},
	"Header.title":        {Vi: "tiêu đề của trang", En: "the page's title"},
	"Header.summary":      {Vi: "một câu tóm tắt, hiện trong danh sách và kết quả tìm kiếm", En: "one sentence, shown in lists and search results"},
	"Header.date":         {Vi: "ngày ghi trên trang, viết năm-tháng-ngày; ngày này không hẹn giờ", En: "the day printed on the page, year-month-day; it does not schedule anything"},
	"Header.updated":      {Vi: "ngày sửa gần nhất", En: "the day of the last change"},
	"Header.author":       {Vi: "người viết hoặc bộ phận viết", En: "who wrote it"},
	"Header.source":       {Vi: "nguồn của nội dung", En: "where the content comes from"},
	"Header.image":        {Vi: "ảnh đầu trang", En: "the page's picture"},
	"Header.tags":         {Vi: "các thẻ (từ khóa), cách nhau bằng dấu phẩy trong [ ]", En: "tags, between [ and ]"},
	"Header.category":     {Vi: "chuyên mục, một trong danh sách categories của site.yaml", En: "a category, one of those in site.yaml"},
	"Header.draft":        {Vi: "bản nháp: chưa ai thấy trên cổng; viết xong thì xóa dòng này", En: "a draft: nobody sees it on the portal; remove the line when it is done"},
	"Header.publish":      {Vi: "hẹn giờ hiện trang, ví dụ 2026-05-04T08:00:00+07:00", En: "when the page appears, such as 2026-05-04T08:00:00+07:00"},
	"Header.expires":      {Vi: "ngày, giờ mà từ đó trang tự ẩn", En: "from when on the page is hidden"},
	"Header.slug":         {Vi: "phần cuối của địa chỉ trang, khi không muốn lấy theo tên tệp", En: "the last part of the address, instead of the file's name"},
	"Header.aliases":      {Vi: "các địa chỉ cũ vẫn dẫn về trang này", En: "old addresses that lead here"},
	"Header.approved":     {Vi: "ai duyệt, ngày nào", En: "who approved it, and when"},
	"Header.corrections":  {Vi: "các lời đính chính, hiện trong khung trên trang", En: "corrections, shown in a box on the page"},
	"Header.withdrawn":    {Vi: "thu hồi nội dung: trang chỉ còn lý do", En: "takes the content back: the page keeps the reason only"},
	"Header.illustrative": {Vi: "số liệu giả định: trang mang dải báo “hư cấu”", En: "invented data: the page says so"},
	"Header.allow":        {Vi: "cho qua một điều mà bước kiểm tra nhắc, kèm lý do", En: "lets a judgement pass, with the reason"},
	"Header.campaign":     {Vi: "phong trào mà tin này thuộc về (tên thư mục trong phong-trao)", En: "the campaign of this article (its folder below phong-trao)"},
	"Header.unit":         {Vi: "đơn vị mà tin này nói đến (mã trong sổ đơn vị)", En: "the unit that this article is about (its id)"},

	"Image.src":     {Vi: "tên tệp ảnh, đặt cùng thư mục", En: "the picture's file, beside this one"},
	"Image.alt":     {Vi: "một câu tả ảnh cho người không nhìn thấy", En: "a sentence for those who do not see it"},
	"Image.caption": {Vi: "chú thích dưới ảnh", En: "the caption below it"},

	"Approval.by":   {Vi: "người hoặc cơ quan duyệt", En: "who approved"},
	"Approval.date": {Vi: "ngày duyệt", En: "the day of the approval"},

	"Correction.date":   {Vi: "ngày đính chính", En: "the day of the correction"},
	"Correction.what":   {Vi: "đính chính điều gì", En: "what is corrected"},
	"Correction.was":    {Vi: "trước ghi là", En: "what it said before"},
	"Correction.now":    {Vi: "nay sửa thành", En: "what it says now"},
	"Correction.reason": {Vi: "vì sao sai", En: "why it was wrong"},

	"Withdrawal.date":   {Vi: "ngày thu hồi", En: "the day of the withdrawal"},
	"Withdrawal.act":    {Vi: "số, ký hiệu văn bản thu hồi", En: "the act that withdraws it"},
	"Withdrawal.reason": {Vi: "lý do, hiện thay cho nội dung", En: "the reason, shown in place of the content"},

	"Waiver.code":   {Vi: "mã lỗi, ví dụ image-alt", En: "the finding's code, such as image-alt"},
	"Waiver.reason": {Vi: "vì sao cho qua", En: "why it may pass"},
}
