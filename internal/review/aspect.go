package review

import "bangvang/internal/diag"

// An Aspect is what a fact is about. The strings are permanent: they stand in the JSON form.
type Aspect string

// Weight says how much a published fact binds.
type Weight int

// The weights.
const (
	Free    Weight = iota // may change; the change is shown
	Settled               // once said, it stays: another value, or none, needs a correction
	Fixed                 // any change needs a correction, a value where there was none too
)

// form says how a value is written.
type form int

const (
	plainForm form = iota // text as it is
	numberForm
	percentForm
	moneyForm
	dayForm
	flagForm // "true" or absent
	rankForm // "2", or "2=" where it is shared
	diffForm // a list of figures of which only those that differ are said
)

// A trait is all that is to know of an aspect.
type trait struct {
	aspect Aspect
	name   diag.Text
	form   form
	weight Weight
	// change is how a change is said that has both values, where it is not "name: was → now"; added how a value is that
	// was not there, where it is not "thêm name now".
	change, added diag.Text
}

// The aspects.
const (
	Total    Aspect = "total"
	Percent  Aspect = "percent"
	Max      Aspect = "max"
	Rank     Aspect = "rank"
	Band     Aspect = "band"
	Prize    Aspect = "award"
	Unranked Aspect = "unranked"
	Score    Aspect = "score" // of a criterion
	Self     Aspect = "self"  // of a criterion, by the unit itself
	Bonus    Aspect = "bonus"
	Penalty  Aspect = "penalty"
	Ours     Aspect = "ours"
	Note     Aspect = "note"
	Since    Aspect = "change"

	Title        Aspect = "title"
	Summary      Aspect = "summary"
	Date         Aspect = "date"
	Updated      Aspect = "updated"
	Author       Aspect = "author"
	Source       Aspect = "source"
	Category     Aspect = "category"
	Tags         Aspect = "tags"
	Publish      Aspect = "publish"
	Expires      Aspect = "expires"
	ApprovedBy   Aspect = "approved.by"
	ApprovedOn   Aspect = "approved.date"
	Withdrawn    Aspect = "withdrawn"
	Illustrative Aspect = "illustrative"
	Numbers      Aspect = "numbers" // in title, summary and text
	Said         Aspect = "said"    // what a correction or a waiver says

	ActNumber Aspect = "act.number"
	ActDate   Aspect = "act.date"
	ActIssuer Aspect = "act.issuer"
	ActTitle  Aspect = "act.title"
	ActSigner Aspect = "act.signer"
	ActFile   Aspect = "act.file"
	Attached  Aspect = "attached" // a document beside the page, by its name

	Provisional Aspect = "provisional"
	Round       Aspect = "round"
	Block       Aspect = "block"
	Previous    Aspect = "previous"
	Carried     Aspect = "carried_over"
	Extract     Aspect = "extract"
	Official    Aspect = "official"
	Mean        Aspect = "mean"
	Counts      Aspect = "counts"

	Stage      Aspect = "stage"
	Disclosure Aspect = "disclosure"
	Contact    Aspect = "contact"
	Laureate   Aspect = "laureate"
	Position   Aspect = "position"
	Merit      Aspect = "merit"
	Reason     Aspect = "reason"
	Money      Aspect = "money"
	Annulled   Aspect = "annulled"

	Name      Aspect = "name"
	From      Aspect = "from"
	To        Aspect = "to"
	Members   Aspect = "members"
	Count     Aspect = "count"
	Share     Aspect = "share"
	LeastBand Aspect = "least_band"
	Per       Aspect = "per"
	ForWhom   Aspect = "for"
	Law       Aspect = "form"
	Scope     Aspect = "scope"
	Index     Aspect = "index"

	Basis      Aspect = "basis"
	RankBy     Aspect = "rank_by"
	Decimals   Aspect = "decimals"
	Compared   Aspect = "compare"
	Ties       Aspect = "ties"
	BreakBy    Aspect = "break_by"
	Scale      Aspect = "scale"
	BonusMax   Aspect = "bonus.max"
	PenaltyMax Aspect = "penalty.max"
	Most       Aspect = "criterion.max"
	Share100   Aspect = "criterion.weight"
	Sheet      Aspect = "criterion.sheet"
	Least      Aspect = "band.from"
	Floor      Aspect = "band.floor"

	UnitKind Aspect = "kind"
	Became   Aspect = "became"
	Ended    Aspect = "act"

	Setting Aspect = "setting" // of site.yaml, by its key
)

// traits is the one table of aspects. An official reads here what binds once it is published.
var traits = []trait{
	// A unit's result.
	{aspect: Unranked, name: diag.Text{Vi: "không xếp hạng", En: "not ranked"}, weight: Fixed},
	{aspect: Total, name: diag.Text{Vi: "tổng điểm", En: "total"}, form: numberForm, weight: Fixed, change: diag.Text{Vi: "{was} → {now} điểm", En: "{was} → {now} points"}},
	{aspect: Percent, name: diag.Text{Vi: "tỷ lệ", En: "percent"}, form: percentForm, weight: Fixed, change: diag.Text{Vi: "{was} → {now}", En: "{was} → {now}"}},
	{aspect: Max, name: diag.Text{Vi: "điểm tối đa", En: "maximum"}, form: numberForm, weight: Fixed},
	{aspect: Rank, name: diag.Text{Vi: "hạng", En: "rank"}, form: rankForm, weight: Fixed},
	{aspect: Band, name: diag.Text{Vi: "xếp loại", En: "band"}, weight: Fixed, change: diag.Text{Vi: "xếp loại {was} → {now}", En: "band {was} → {now}"}},
	{aspect: Prize, name: diag.Text{Vi: "khen thưởng", En: "award"}, weight: Free, change: diag.Text{Vi: "{was} → {now}", En: "{was} → {now}"}, added: diag.Text{Vi: "được {now}", En: "is given {now}"}},
	{aspect: Score, name: diag.Text{Vi: "tiêu chí", En: "criterion"}, form: numberForm, weight: Fixed},
	{aspect: Self, name: diag.Text{Vi: "tự chấm tiêu chí", En: "self-scored criterion"}, form: numberForm, weight: Fixed},
	{aspect: Bonus, name: diag.Text{Vi: "điểm thưởng", En: "bonus"}, form: numberForm, weight: Fixed},
	{aspect: Penalty, name: diag.Text{Vi: "điểm trừ", En: "penalty"}, form: numberForm, weight: Fixed},
	{aspect: Ours, name: diag.Text{Vi: "số tính lại", En: "recomputed figure"}, form: numberForm, weight: Free},
	{aspect: Note, name: diag.Text{Vi: "ghi chú", En: "note"}, weight: Settled},
	{aspect: Since, name: diag.Text{Vi: "so với kỳ trước", En: "since the round before"}, weight: Free, added: diag.Text{Vi: "so với kỳ trước: {now}", En: "since the round before: {now}"}},

	// What every page says of itself.
	{aspect: Title, name: diag.Text{Vi: "tiêu đề", En: "title"}},
	{aspect: Summary, name: diag.Text{Vi: "tóm tắt", En: "summary"}},
	{aspect: Date, name: diag.Text{Vi: "ngày", En: "date"}, form: dayForm, weight: Settled},
	{aspect: Updated, name: diag.Text{Vi: "ngày cập nhật", En: "updated"}, form: dayForm},
	{aspect: Author, name: diag.Text{Vi: "người viết", En: "author"}},
	{aspect: Source, name: diag.Text{Vi: "nguồn", En: "source"}, weight: Settled},
	{aspect: Category, name: diag.Text{Vi: "chuyên mục", En: "category"}},
	{aspect: Tags, name: diag.Text{Vi: "thẻ", En: "tags"}},
	{aspect: Publish, name: diag.Text{Vi: "thời điểm công bố", En: "publication time"}, form: dayForm},
	{aspect: Expires, name: diag.Text{Vi: "thời điểm hết hạn", En: "expiry"}, form: dayForm, added: diag.Text{Vi: "hết hạn {now}", En: "expires {now}"}},
	{aspect: ApprovedBy, name: diag.Text{Vi: "người duyệt", En: "approved by"}},
	{aspect: ApprovedOn, name: diag.Text{Vi: "ngày duyệt", En: "approved on"}, form: dayForm},
	{aspect: Withdrawn, name: diag.Text{Vi: "rút", En: "withdrawn"}, weight: Settled, added: diag.Text{Vi: "rút {now}", En: "withdrawn {now}"}},
	{aspect: Illustrative, name: diag.Text{Vi: "số liệu minh hoạ", En: "illustrative"}, form: flagForm, weight: Fixed},
	{aspect: Numbers, name: diag.Text{Vi: "con số trong lời văn", En: "figures in the text"}, form: diffForm},
	{aspect: Said, name: diag.Text{Vi: "nội dung", En: "text"}},

	// The act that a page makes public.
	{aspect: ActNumber, name: diag.Text{Vi: "số văn bản", En: "number of the act"}, weight: Settled},
	{aspect: ActDate, name: diag.Text{Vi: "ngày ký", En: "date of the act"}, form: dayForm, weight: Settled},
	{aspect: ActIssuer, name: diag.Text{Vi: "cơ quan ban hành", En: "issuer"}, weight: Settled},
	{aspect: ActTitle, name: diag.Text{Vi: "trích yếu", En: "abstract"}, weight: Settled},
	{aspect: ActSigner, name: diag.Text{Vi: "người ký", En: "signer"}, weight: Settled},
	{aspect: Attached, name: diag.Text{Vi: "tệp đính kèm", En: "attached file"}, weight: Settled},
	{aspect: ActFile, name: diag.Text{Vi: "tệp văn bản", En: "file of the act"}, weight: Settled},

	// Results.
	{aspect: Provisional, name: diag.Text{Vi: "kết quả tạm tính", En: "provisional"}, form: flagForm, weight: Fixed},
	{aspect: Round, name: diag.Text{Vi: "kỳ", En: "round"}, weight: Fixed},
	{aspect: Block, name: diag.Text{Vi: "khối", En: "block"}, weight: Fixed},
	{aspect: Previous, name: diag.Text{Vi: "kỳ trước để so sánh", En: "round compared with"}}, // another one binds, see bindsBy
	{aspect: Carried, name: diag.Text{Vi: "cách quy đổi kỳ trước", En: "how the round before was carried over"}, weight: Settled},
	{aspect: Extract, name: diag.Text{Vi: "trích từ bảng có số đơn vị", En: "extract of so many units"}, form: numberForm, weight: Fixed},
	{aspect: Official, name: diag.Text{Vi: "độ lệch cho phép của số đã công bố", En: "tolerance of the published figures"}, weight: Settled},
	{aspect: Mean, name: diag.Text{Vi: "trung bình", En: "mean"}, form: numberForm, weight: Settled},
	{aspect: Counts, name: diag.Text{Vi: "số đơn vị từng loại", En: "units of each band"}, weight: Settled},

	// Awards.
	{aspect: Stage, name: diag.Text{Vi: "giai đoạn", En: "stage"}, weight: Settled},
	{aspect: Disclosure, name: diag.Text{Vi: "thời hạn lấy ý kiến", En: "term for comment"}, weight: Settled},
	{aspect: Contact, name: diag.Text{Vi: "nơi nhận ý kiến", En: "contact for comments"}},
	{aspect: Laureate, name: diag.Text{Vi: "người nhận", En: "laureate"}, weight: Fixed, change: diag.Text{Vi: "{was} → {now}", En: "{was} → {now}"}},
	{aspect: Position, name: diag.Text{Vi: "chức vụ, đơn vị", En: "position, unit"}, weight: Settled},
	{aspect: Merit, name: diag.Text{Vi: "thành tích", En: "merit"}, weight: Settled},
	{aspect: Reason, name: diag.Text{Vi: "lý do", En: "reason"}, weight: Settled},
	{aspect: Money, name: diag.Text{Vi: "tiền thưởng", En: "money"}, form: moneyForm, weight: Settled},
	{aspect: Annulled, name: diag.Text{Vi: "hủy", En: "annulled"}, weight: Settled, added: diag.Text{Vi: "bị hủy {now}", En: "annulled {now}"}},

	// The plan.
	{aspect: Name, name: diag.Text{Vi: "tên", En: "name"}, weight: Settled, change: diag.Text{Vi: "đổi tên «{was}» → «{now}»", En: "renamed “{was}” → “{now}”"}},
	{aspect: From, name: diag.Text{Vi: "từ ngày", En: "from"}, form: dayForm, weight: Settled, added: diag.Text{Vi: "từ ngày {now}", En: "from {now}"}},
	{aspect: To, name: diag.Text{Vi: "đến ngày", En: "to"}, form: dayForm, weight: Settled, added: diag.Text{Vi: "đến ngày {now}", En: "until {now}"}},
	{aspect: Members, name: diag.Text{Vi: "các đơn vị", En: "units"}},
	{aspect: Count, name: diag.Text{Vi: "số lượng", En: "number"}, form: numberForm, weight: Settled},
	{aspect: Share, name: diag.Text{Vi: "tỷ lệ tối đa", En: "share"}, form: percentForm, weight: Settled},
	{aspect: LeastBand, name: diag.Text{Vi: "xếp loại tối thiểu", En: "lowest band"}, weight: Settled},
	{aspect: Per, name: diag.Text{Vi: "số lượng tính theo", En: "number is of"}, weight: Fixed},
	{aspect: ForWhom, name: diag.Text{Vi: "dành cho", En: "for"}, weight: Settled},
	{aspect: Law, name: diag.Text{Vi: "hình thức", En: "form"}, weight: Settled},
	{aspect: Scope, name: diag.Text{Vi: "cấp phát động", En: "scope"}},
	{aspect: Index, name: diag.Text{Vi: "bảng chỉ số công bố sẵn", En: "published index"}, form: flagForm},

	// The criteria.
	{aspect: Basis, name: diag.Text{Vi: "cách tính điểm", En: "basis"}, weight: Settled},
	{aspect: RankBy, name: diag.Text{Vi: "xếp hạng theo", En: "ranked by"}, weight: Settled},
	{aspect: Decimals, name: diag.Text{Vi: "số chữ số thập phân", En: "decimals"}, form: numberForm, weight: Settled},
	{aspect: Compared, name: diag.Text{Vi: "so sánh bằng nhau theo", En: "compared"}, weight: Settled},
	{aspect: Ties, name: diag.Text{Vi: "cách đánh số khi đồng hạng", En: "numbering of ties"}, weight: Settled},
	{aspect: BreakBy, name: diag.Text{Vi: "khóa phụ khi bằng điểm", En: "keys that break ties"}, weight: Fixed},
	{aspect: Scale, name: diag.Text{Vi: "thang điểm", En: "scale"}, form: numberForm, weight: Settled},
	{aspect: BonusMax, name: diag.Text{Vi: "mức thưởng tối đa", En: "most bonus"}, form: numberForm, weight: Settled},
	{aspect: PenaltyMax, name: diag.Text{Vi: "mức trừ tối đa", En: "most penalty"}, form: numberForm, weight: Settled},
	{aspect: Most, name: diag.Text{Vi: "điểm tối đa", En: "maximum"}, form: numberForm, weight: Settled},
	{aspect: Share100, name: diag.Text{Vi: "trọng số", En: "weight"}, form: percentForm, weight: Settled},
	{aspect: Sheet, name: diag.Text{Vi: "loại bảng chấm", En: "sheet"}, weight: Settled},
	{aspect: Least, name: diag.Text{Vi: "từ", En: "from"}, form: percentForm, weight: Settled, change: diag.Text{Vi: "từ {was} → từ {now}", En: "from {was} → from {now}"}},
	{aspect: Floor, name: diag.Text{Vi: "mức sàn", En: "floor"}, form: percentForm, weight: Fixed},

	// The registry. A unit's life goes on: only its name binds.
	{aspect: UnitKind, name: diag.Text{Vi: "loại đơn vị", En: "kind"}},
	{aspect: Became, name: diag.Text{Vi: "nay là", En: "became"}, added: diag.Text{Vi: "nay là {now}", En: "became {now}"}},
	{aspect: Ended, name: diag.Text{Vi: "văn bản thành lập, sáp nhập", En: "act"}},

	{aspect: Setting, name: diag.Text{Vi: "cài đặt", En: "setting"}},
}

// order is the place of each aspect in the table, which is the order of a sentence.
var order = func() map[Aspect]int {
	at := map[Aspect]int{}
	for i, t := range traits {
		at[t.aspect] = i
	}
	return at
}()

func traitOf(a Aspect) trait { return traits[order[a]] }
