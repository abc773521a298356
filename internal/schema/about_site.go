package schema

import "bangvang/internal/diag"

var aboutSite = map[string]diag.Text{
	"Site.title":             {Vi: "tên cổng, hiện ở đầu mọi trang", En: "the portal's name, on every page"},
	"Site.organization":      {Vi: "cơ quan chủ quản", En: "the body that publishes it"},
	"Site.base_url":          {Vi: "địa chỉ (viết cả https://) mà cổng sẽ công bố", En: "the portal's address, https:// included"},
	"Site.language":          {Vi: "ngôn ngữ của cổng: vi; bản tiếng Anh viết trong tệp .en.md", En: "the portal's language: vi; English stands in files .en.md"},
	"Site.time_zone":         {Vi: "múi giờ; bỏ trống là giờ Việt Nam", En: "the time zone; without it that of Việt Nam"},
	"Site.contact":           {Vi: "nơi liên hệ của cơ quan, hiện ở chân trang", En: "how to reach the body, at the foot of every page"},
	"Site.menu":              {Vi: "thực đơn; bỏ khóa này thì có sẵn thực đơn thường dùng", En: "the menu; without it the usual one"},
	"Site.categories":        {Vi: "các chuyên mục mà tin được ghi ở category", En: "the categories that articles may have"},
	"Site.licence":           {Vi: "dữ liệu được dùng lại theo giấy phép nào", En: "the terms under which data may be used"},
	"Site.repository":        {Vi: "nơi lưu mã nguồn của nội dung", En: "where the content's source can be read"},
	"Site.strict_from":       {Vi: "tin trước ngày này chỉ bị nhắc, không bị báo lỗi, ở những điều cần phán đoán", En: "older articles are warned, not refused, about judgements"},
	"Site.english":           {Vi: "những lời ấy trong bản tiếng Anh", En: "these words in the English edition"},
	"English.title":          {Vi: "tên cổng bằng tiếng Anh", En: "the portal's title in English"},
	"English.organization":   {Vi: "tên cơ quan bằng tiếng Anh", En: "the organization's name in English"},
	"English.notice":         {Vi: "câu hiện trên mọi trang, bằng tiếng Anh", En: "the sentence on every page, in English"},
	"English.contact":        {Vi: "nơi liên hệ, bằng tiếng Anh", En: "the contact, in English"},
	"EnglishContact.name":    {Vi: "tên bộ phận liên hệ", En: "the contact's name"},
	"EnglishContact.address": {Vi: "địa chỉ", En: "the address"},
	"Site.notice":            {Vi: "một câu hiện trên mọi trang", En: "a sentence on every page"},
	"Site.options":           {Vi: "các tùy chọn khác", En: "other options"},

	"Contact.name":    {Vi: "tên bộ phận", En: "the office's name"},
	"Contact.address": {Vi: "địa chỉ", En: "the address"},
	"Contact.phone":   {Vi: "số điện thoại của cơ quan", En: "the office's telephone"},
	"Contact.email":   {Vi: "thư điện tử của cơ quan", En: "the office's mail"},

	"MenuItem.title": {Vi: "chữ trên thực đơn", En: "the words in the menu"},
	"MenuItem.to":    {Vi: "địa chỉ trong cổng, ví dụ /tin-tuc/", En: "an address of the portal, such as /tin-tuc/"},

	"Licence.name": {Vi: "tên giấy phép", En: "the licence's name"},
	"Licence.url":  {Vi: "địa chỉ toàn văn giấy phép", En: "where it can be read"},

	"Repository.url":    {Vi: "địa chỉ kho", En: "the repository's address"},
	"Repository.branch": {Vi: "nhánh", En: "the branch"},
	"Repository.path":   {Vi: "thư mục của cổng trong kho, nếu không nằm ở gốc", En: "the site's folder in the repository, where it is not the top"},

	"Options.page_size": {Vi: "số mục trong một trang danh sách, mặc định 20", En: "entries of a list's page, 20 by default"},
}
