package document

// example shows how a key is written, for a finding about one that is missing or has the wrong shape.
func example(k Key) string {
	if k.typ != nil && k.Keys() != nil {
		if text, ok := nested[k.Name]; ok {
			return text
		}
	}
	if text, ok := examples[k.Name]; ok {
		return text
	}
	if k.typ == nil {
		return k.Name + ": " + samples[KindText]
	}
	return k.Name + ": " + samples[k.Kind()]
}

// samples are values of each kind, for keys without an example of their own.
var samples = map[Kind]string{
	KindText: "Viết bằng chữ", KindBool: "true", KindInteger: "1", KindNumber: "10", KindMoment: "2021-05-05",
	KindByName: `{"1.1": 1.75}`, KindScores: "2021-xa.csv",
}

// exampleAlt is a description of an image.
const exampleAlt = "Đại biểu dự lễ phát động"

// nested are examples of keys that hold mappings, where another type's key of that name holds plain values.
var nested = map[string]string{
	"blocks": `blocks: [{id: xa, name: "Ủy ban nhân dân xã, thị trấn", units: [xa-a, xa-b]}]`,
	"units":  "units: [{id: xa-a, name: Xã A, kind: xa}]",
}

var examples = map[string]string{
	"title":      "title: Kế hoạch phát động phong trào thi đua năm 2021",
	"date":       "date: 2021-05-05",
	"type":       "type: article",
	"tags":       "tags: [cải cách hành chính, thi đua]",
	"aliases":    "aliases: [/tin-cu/bai-nay/]",
	"image":      "image: {src: anh.jpg, alt: Mô tả ảnh bằng một câu}",
	"document":   "document: {number: 138/KH-UBND, date: 2021-05-05, issuer: UBND huyện Châu Thành}",
	"place":      "place: Đồng Tháp",
	"recipients": "recipients: [\"Như Điều 3;\", \"Lưu: VT.\"]",
	"period":     "period: {from: 2021-05-05, to: 2021-12-31}",
	"phases":     "phases: [{name: Phát động, from: 2021-05-05, to: 2021-05-31}]",
	"blocks":     "blocks: [xa]",
	"units":      "units: [xa-a, xa-b]",
	"scoring":    "scoring: {basis: points, rank_by: total, decimals: 2}",
	"scale":      "scoring: {basis: weighted, scale: 10}",
	"criteria":   `criteria: [{id: "1", name: Tên tiêu chí, max: 10}]`,
	"items":      `items: [{id: "1.1", name: Tên tiêu chí thành phần, max: 2}]`,
	"bands":      "bands: [{name: Xuất sắc, from: 90}, {name: Tốt, from: 80}]",
	"ties":       "ties: {method: competition}",
	"break_by":   `break_by: [{criterion: "1"}, bonus]`,
	"block":      "block: xa",
	"round":      `round: "2021"`,
	"scores":     "scores: 2021-xa.csv",
	"stage":      "stage: decided",
	"awards":     "awards: [{prize: nhat, unit: xa-a, merit: Thành tích}]",
	"person":     "person: {name: Họ và tên, position: Chức vụ, unit: xa-a}",
	"allow":      "allow: [{code: image-alt, reason: Lý do}]",
	"excluded":   "excluded: {xa-a: Lý do không xếp hạng}",
	"approved":   "approved: {by: Họ và tên, date: 2021-05-05}",
	"sheets":     "sheets: {self: 2021-xa-tu-cham.csv}",
	"number":     "number: 138/KH-UBND",
	"basis":      "basis: points",
	"contact":    "contact: {name: Phòng Nội vụ, phone: 0277 3 000 000}",
	"menu":       "menu: [{title: Tin tức, to: /tin-tuc/}]",
	"official":   "official: {tolerance: 0.02, reason: Bảng nguồn in số đã làm tròn}",
	"reason":     "reason: Lý do, viết thành câu",
	"signer":     "signer: {name: Họ và tên, title: Chủ tịch}",

	"withdrawn":     "withdrawn: {date: 2021-06-01, reason: Lý do thu hồi}",
	"corrections":   "corrections: [{date: 2021-06-01, what: Điểm của Xã A, was: 8, now: 9, reason: Cộng nhầm}]",
	"disclosure":    "disclosure: {from: 2022-01-05, days: 10, working: true}",
	"prizes":        "prizes: [{id: nhat, title: Giải nhất, block: xa, count: 1}]",
	"commendations": "commendations: [{id: gk, title: Giấy khen, for: persons, count: 8}]",
	"adjustments":   "adjustments: {bonus: {max: 5}, penalty: {max: 10}}",
	"bonus":         "bonus: {max: 5}",
	"penalty":       "penalty: {max: 10}",
	"extract":       "extract: {of: 63}",
	"annulled":      "annulled: {document: 20/QĐ-UBND, reason: Lý do hủy bỏ}",
	"licence":       "licence: {name: CC BY 4.0, url: \"https://creativecommons.org/licenses/by/4.0/\"}",
	"repository":    "repository: {url: \"https://example.vn/kho\", branch: main}",
	"english":       "english: {title: Roll of honour, organization: People’s Committee of Minh Hoa Commune}",
	"options":       "options: {page_size: 20}",
	"categories":    "categories: [Cải cách hành chính, Thi đua]",
	"became":        "became: [xa-b]",
	"counts":        "counts: [{band: Tốt, count: 3}]",
	"base_url":      "base_url: https://thidua.example.gov.vn/",
	"organization":  "organization: UBND huyện Châu Thành",
	"id":            "id: xa-a",
	"name":          "name: Tên đầy đủ",
	"merit":         "merit: Thành tích, viết thành câu",
	"src":           "src: anh.jpg",
}
