package schema

import "bangvang/internal/diag"

var aboutCampaign = map[string]diag.Text{
	"Plan.document":      {Vi: "văn bản ban hành kế hoạch", En: "the act that issues the plan"},
	"Plan.index":         {Vi: "bảng chỉ số công bố sẵn, không phải phong trào: không cần document", En: "a published index, not a launched campaign: it needs no document"},
	"Plan.period":        {Vi: "thời gian của phong trào, tính cả ngày đầu và ngày cuối", En: "the campaign's days, both included"},
	"Plan.phases":        {Vi: "các giai đoạn, ví dụ phát động, sơ kết, tổng kết", En: "the steps, such as launch and summing up"},
	"Plan.blocks":        {Vi: "các khối thi đua; đơn vị chỉ xếp hạng với đơn vị cùng khối", En: "the blocks; units are ranked within their block"},
	"Plan.prizes":        {Vi: "giải thưởng riêng của phong trào", En: "the campaign's own prizes"},
	"Plan.commendations": {Vi: "hình thức khen thưởng theo luật, ví dụ giấy khen, bằng khen", En: "legal forms of award"},
	"Plan.scope":         {Vi: "cấp phát động: commune (xã), district (huyện), province (tỉnh), ministry (bộ), national (cả nước)", En: "who launches it: commune, district, province, ministry, national"},

	"Act.number":     {Vi: "số và ký hiệu, ví dụ 138/KH-UBND", En: "number and symbol, such as 138/KH-UBND"},
	"Act.date":       {Vi: "ngày ký", En: "the day it was signed"},
	"Act.issuer":     {Vi: "cơ quan ban hành", En: "who issued it"},
	"Act.signer":     {Vi: "người ký", En: "who signed it"},
	"Act.file":       {Vi: "tệp PDF của văn bản, đặt cùng thư mục", En: "its PDF, beside this file"},
	"Act.title":      {Vi: "trích yếu", En: "its abstract"},
	"Act.place":      {Vi: "nơi ký, đứng trước ngày trên bản in, ví dụ Đồng Tháp", En: "where it was signed; stands before the date in print"},
	"Act.recipients": {Vi: "nơi nhận, mỗi dòng một nơi, in ở chân văn bản", En: "to whom it goes, a line each, at the foot of the print"},

	"Signer.name":      {Vi: "họ và tên người ký", En: "the signer's name"},
	"Signer.title":     {Vi: "chức vụ", En: "the signer's office"},
	"Signer.authority": {Vi: "thẩm quyền ký: TM., KT., TL., TUQ., Q.", En: "in whose name: TM., KT., TL., TUQ., Q."},

	"Period.from": {Vi: "ngày đầu", En: "the first day"},
	"Period.to":   {Vi: "ngày cuối", En: "the last day"},

	"Phase.name": {Vi: "tên giai đoạn", En: "the step's name"},
	"Phase.from": {Vi: "ngày đầu", En: "the first day"},
	"Phase.to":   {Vi: "ngày cuối; bỏ trống là chỉ một ngày", En: "the last day; without it one day only"},

	"Block.id":    {Vi: "mã khối do bạn đặt, viết không dấu", En: "the block's id, in plain letters"},
	"Block.name":  {Vi: "tên khối", En: "the block's name"},
	"Block.units": {Vi: "mã các đơn vị của khối, lấy từ sổ đơn vị", En: "the ids of its units"},

	"Prize.id":    {Vi: "mã giải do bạn đặt", En: "the prize's id"},
	"Prize.title": {Vi: "tên giải, ví dụ Giải nhất", En: "the prize's name"},
	"Prize.block": {Vi: "mã khối được trao; bỏ trống là khối nào cũng được", En: "the block it is for; without it any"},
	"Prize.count": {Vi: "số giải", En: "how many there are"},
	"Prize.share": {Vi: "hoặc: tối đa bao nhiêu phần trăm số đơn vị", En: "or the most percent of the units"},
	"Prize.per":   {Vi: "số giải tính cho cả phong trào (campaign, mặc định) hay cho mỗi kỳ (round)", En: "whether the number is the campaign's (the default) or each round's"},
	"Prize.band":  {Vi: "phải đạt từ mức xếp loại này trở lên", En: "the lowest band that may have it"},

	"Commendation.id":    {Vi: "mã do bạn đặt", En: "its id"},
	"Commendation.title": {Vi: "tên hình thức, ví dụ Giấy khen của Chủ tịch UBND xã", En: "its name"},
	"Commendation.form":  {Vi: "mã hình thức trong luật, để máy đối chiếu điều kiện", En: "the key of the form in the law's data"},
	"Commendation.for":   {Vi: "dành cho: persons (cá nhân) hoặc units (tập thể)", En: "for persons or for units"},
	"Commendation.count": {Vi: "số lượng", En: "how many there are"},
	"Commendation.share": {Vi: "hoặc: tối đa bao nhiêu phần trăm", En: "or the most percent"},
	"Commendation.per":   {Vi: "số lượng tính cho cả phong trào (campaign, mặc định) hay cho mỗi kỳ (round)", En: "whether the number is the campaign's (the default) or each round's"},

	"Criteria.blocks":      {Vi: "mã các khối chấm theo tiêu chí này", En: "the ids of the blocks that are scored so"},
	"Criteria.scoring":     {Vi: "cách tính điểm và xếp hạng", En: "how points and ranks are computed"},
	"Criteria.criteria":    {Vi: "các tiêu chí; chỉ tiêu chí nhỏ nhất mới có điểm", En: "the criteria; only the smallest are scored"},
	"Criteria.adjustments": {Vi: "mức tối đa của điểm thưởng, điểm trừ", En: "the most bonus and penalty points"},
	"Criteria.bands":       {Vi: "các mức xếp loại, từ cao xuống thấp", En: "the bands, highest first"},
	"Criteria.ties":        {Vi: "cách xử lý khi bằng điểm", En: "the rule for equal results"},

	"Scoring.basis":    {Vi: "cách tính: points (cộng điểm) hoặc weighted (có trọng số)", En: "points (added up) or weighted"},
	"Scoring.scale":    {Vi: "thang điểm chung, chỉ khi có trọng số", En: "the common scale, for weights only"},
	"Scoring.rank_by":  {Vi: "xếp theo: total (tổng điểm) hoặc percent (tỷ lệ)", En: "ranked by total or by percent"},
	"Scoring.decimals": {Vi: "in mấy số lẻ", En: "how many decimals are printed"},
	"Scoring.compare":  {Vi: "so điểm: exact (chưa làm tròn) hoặc rounded (như đã in)", En: "compared exact or as rounded"},

	"Criterion.id":     {Vi: "mã tiêu chí, ví dụ 1.2", En: "its id, such as 1.2"},
	"Criterion.name":   {Vi: "tên tiêu chí", En: "its name"},
	"Criterion.max":    {Vi: "điểm tối đa", En: "its maximum"},
	"Criterion.weight": {Vi: "trọng số, thay cho điểm tối đa khi có trọng số", En: "its weight, instead of a maximum"},
	"Criterion.sheet":  {Vi: "nguồn điểm: self (tự chấm), appraised (thẩm định), survey (khảo sát)", En: "where the points come from: self, appraised, survey"},
	"Criterion.count":  {Vi: "số tiêu chí nhỏ nhất bên dưới, để máy đếm lại giúp", En: "how many leaves are below, checked"},
	"Criterion.items":  {Vi: "các tiêu chí thành phần", En: "the criteria below"},

	"Adjustments.bonus":   {Vi: "điểm thưởng", En: "the bonus"},
	"Adjustments.penalty": {Vi: "điểm trừ, gõ số dương", En: "the penalty, a positive number"},
	"Cap.max":             {Vi: "nhiều nhất mấy điểm", En: "the most points"},

	"Band.name":     {Vi: "tên mức, ví dụ Xuất sắc", En: "the band's name"},
	"Band.from":     {Vi: "từ bao nhiêu phần trăm điểm tối đa", En: "from how many percent of the maximum"},
	"Band.floor":    {Vi: "mức sàn (điểm liệt) của từng lĩnh vực, phần trăm", En: "the least percent of each criterion"},
	"Band.floor_on": {Vi: "mức sàn xét ở: top (lĩnh vực) hoặc leaf (tiêu chí nhỏ nhất)", En: "the floor holds for top or for leaf criteria"},

	"Ties.method":   {Vi: "hạng sau chỗ bằng nhau: competition (1, 2, 2, 4) hoặc dense (1, 2, 2, 3)", En: "the rank behind equal ones: competition (1, 2, 2, 4) or dense (1, 2, 2, 3)"},
	"Ties.break_by": {Vi: "các khóa phụ theo thứ tự", En: "what decides, in order"},

	"BreakKey.criterion": {Vi: "điểm của tiêu chí này", En: "the points of this criterion"},
	"BreakKey.sheet":     {Vi: "tổng điểm của nguồn này", En: "the sum of this sheet"},
}
