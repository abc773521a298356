package diag

// addressEntries are the codes of addresses that authors write or that their words become.
var addressEntries = map[string]Entry{
	"web-address": {
		Message: Text{"«{got}» không phải là địa chỉ web đầy đủ.", "“{got}” is not a whole web address."},
		Hint:    Text{"Ghi địa chỉ bắt đầu bằng https:// và tên miền.", "Write an address that begins with https:// and a host name."},
		Before:  "licence: {name: CC BY 4.0, url: creativecommons.org/licenses/by/4.0}", After: "licence: {name: CC BY 4.0, url: https://creativecommons.org/licenses/by/4.0/deed.vi}",
	},
	"term-form": {
		Message: Text{"Tên «{got}» không tạo được địa chỉ: không có chữ cái hay chữ số nào.", "The name “{got}” gives no address: it has no letter or digit."},
		Hint:    Text{"Đặt tên có chữ, ví dụ «Thông báo».", "Choose a name with letters, such as “Thông báo”."},
		Before:  "tags: ['!!!']", After: "tags: [khen thưởng]",
	},
	"alias-form": {
		Message: Text{"Địa chỉ cũ «{got}» có phần không dùng được.", "The old address “{got}” has a part that can't be used."},
		Hint: Text{
			"Chỉ ghi đường dẫn trên cổng này, gồm chữ không dấu, chữ số và . - _ ~; bỏ tên miền và phần sau dấu ?.",
			"Write only the path on this portal, of plain letters, digits and . - _ ~, without the host or what follows a ?.",
		},
		Before: "aliases: ['https://cu.example.vn/tin.aspx?id=1']", After: "aliases: [/tin-cu/phat-dong/]",
	},
}
