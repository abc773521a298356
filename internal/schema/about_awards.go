package schema

import "bangvang/internal/diag"

var aboutAwards = map[string]diag.Text{
	"Results.block":        {Vi: "mã khối, như trong kế hoạch", En: "the block's id, as in the plan"},
	"Results.round":        {Vi: "tên đợt chấm, ví dụ 2026 hoặc Đợt 1/2026", En: "the round's name, such as 2026"},
	"Results.scores":       {Vi: "tệp bảng điểm đặt cùng thư mục", En: "the score sheet, beside this file"},
	"Results.sheets":       {Vi: "bảng điểm khác để đối chiếu, không tính, ví dụ {self: tu-cham.csv}", En: "other sheets, shown beside and not counted"},
	"Results.previous":     {Vi: "kết quả đợt trước, để thấy tăng giảm", En: "the results of the round before"},
	"Results.carried_over": {Vi: "số liệu đợt trước được quy đổi thế nào để so được", En: "how an earlier value was made comparable"},
	"Results.provisional":  {Vi: "kết quả tạm tính", En: "provisional results"},
	"Results.excluded":     {Vi: "đơn vị không xếp hạng, kèm lý do", En: "units that are not ranked, with the reason"},
	"Results.extract":      {Vi: "nguồn chỉ có một phần các đơn vị", En: "the source shows some of the units only"},
	"Results.official":     {Vi: "số đã công bố được phép lệch số tính lại bao nhiêu, vì sao", En: "how far printed figures may differ from ours, and why"},
	"Results.document":     {Vi: "văn bản công bố kết quả", En: "the act that announces the results"},
	"Results.decimal":      {Vi: "ghi \".\" khi bảng điểm dùng dấu chấm cho số lẻ", En: "\".\" where the sheet writes decimals with a point"},
	"Results.mean":         {Vi: "điểm trung bình mà nguồn đã in, để máy kiểm lại", En: "the mean as published, checked"},
	"Results.counts":       {Vi: "số đơn vị từng mức mà nguồn đã in, để máy kiểm lại", En: "how many units are in each band as published, checked"},

	"Extract.of":         {Vi: "cả bảng có bao nhiêu đơn vị", En: "how many units the whole has"},
	"Official.tolerance": {Vi: "lệch nhiều nhất bao nhiêu", En: "the largest difference"},
	"Official.reason":    {Vi: "vì sao lệch", En: "why they differ"},
	"BandCount.band":     {Vi: "tên mức xếp loại", En: "the band's name"},
	"BandCount.count":    {Vi: "số đơn vị", En: "how many units"},

	"Awards.stage":      {Vi: "bước: proposed (đề nghị, đang lấy ý kiến) hoặc decided (đã có quyết định)", En: "proposed (open for comment) or decided (by an act)"},
	"Awards.disclosure": {Vi: "thời hạn lấy ý kiến", En: "the term for comment"},
	"Awards.document":   {Vi: "quyết định khen thưởng; bắt buộc khi stage là decided", En: "the decision; required once decided"},
	"Awards.awards":     {Vi: "danh sách khen thưởng, mỗi dòng một giải hoặc một hình thức", En: "the awards, one a line"},

	"Disclosure.from":    {Vi: "ngày bắt đầu", En: "the first day"},
	"Disclosure.days":    {Vi: "mấy ngày", En: "how many days"},
	"Disclosure.working": {Vi: "tính ngày làm việc: true hoặc false", En: "whether they are working days"},
	"Disclosure.contact": {Vi: "gửi ý kiến về đâu", En: "where comments go"},

	"Award.prize":        {Vi: "mã giải trong kế hoạch", En: "the prize's id in the plan"},
	"Award.commendation": {Vi: "hoặc mã hình thức khen thưởng trong kế hoạch", En: "or the commendation's id"},
	"Award.unit":         {Vi: "mã đơn vị được khen", En: "the unit's id"},
	"Award.person":       {Vi: "hoặc người được khen: họ tên, chức vụ, đơn vị", En: "or the person: name, position, unit"},
	"Award.merit":        {Vi: "thành tích, viết thành câu", En: "what it is given for"},
	"Award.reason":       {Vi: "lý do, khi trao không theo thứ hạng hoặc đồng hạng", En: "the reason, where it departs from the ranking"},
	"Award.money":        {Vi: "tiền thưởng bằng đồng, khi khác mức tính theo luật", En: "money in đồng, where it differs from the law's"},
	"Award.annulled":     {Vi: "đã hủy theo văn bản sau", En: "annulled by a later act"},

	"Person.name":     {Vi: "họ và tên", En: "the full name"},
	"Person.position": {Vi: "chức vụ", En: "the position"},
	"Person.unit":     {Vi: "mã đơn vị công tác", En: "the id of the person's unit"},
	"Person.sort":     {Vi: "tên đứng trước để xếp vần, khi tên riêng có hai chữ", En: "given name first, for sorting"},

	"Annulment.document": {Vi: "số, ký hiệu văn bản hủy", En: "the act that annuls it"},
	"Annulment.date":     {Vi: "ngày hủy", En: "the day of the annulment"},
	"Annulment.reason":   {Vi: "vì sao hủy", En: "why it was annulled"},

	"Units.units": {Vi: "mỗi đơn vị một dòng", En: "one unit a line"},
	"Unit.id":     {Vi: "mã đơn vị do bạn đặt: chữ thường không dấu, dùng mãi mãi", En: "the unit's id: plain small letters, for ever"},
	"Unit.name":   {Vi: "tên đầy đủ", En: "the full name"},
	"Unit.kind":   {Vi: "loại đơn vị, ví dụ xa, thon, phong", En: "the kind of unit, such as xa, thon, phong"},
	"Unit.from":   {Vi: "ngày thành lập", En: "the first day"},
	"Unit.to":     {Vi: "ngày đầu tiên không còn", En: "the first day on which it is no more"},
	"Unit.became": {Vi: "mã các đơn vị kế thừa", En: "the ids of its successors"},
	"Unit.act":    {Vi: "văn bản lập, sáp nhập hoặc đổi tên", En: "the act that made or ended it"},
}
