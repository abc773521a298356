package scaffold

// example is a campaign of invented units that shows everything at work: it is marked illustrative on every page, and
// gone when its folder is removed.
func example(organization string) []File {
	var units []Unit
	for _, name := range []string{"Thôn Ví Dụ 1", "Thôn Ví Dụ 2", "Thôn Ví Dụ 3", "Thôn Ví Dụ 4"} {
		units = append(units, NewUnit(name, "thon", func(string) bool { return false }))
	}
	criteria, _ := ParseCriteria([]string{"Đường làng", "Quét dọn hằng tuần; 40", "Trồng và chăm cây; 30", "Người dân tham gia", "Hộ tham gia; 20", "Sáng kiến; 10"})
	c := Campaign{
		Name: "Ví dụ đường làng xanh", From: "2025-03-01", To: "2025-08-31", Number: "01/KH-VIDU", Issuer: organization, Signed: "2025-02-20",
		Block: "Thôn", Units: units, Own: units, Criteria: criteria, Illustrative: true, Public: true,
		Summary: "Bốn thôn giả định thi đua giữ sạch đường làng, để xem một phong trào hiện trên cổng thế nào.",
		Body:    "Muốn bỏ phong trào minh hoạ này, xóa cả thư mục `content/phong-trao/vi-du-duong-lang-xanh`.\n",
	}
	folder := Folder + c.ID() + "/"
	results := Results{
		Folder: folder, Campaign: c.Name, Block: c.BlockID(), BlockName: c.Block, Round: "2025", Author: organization, Today: "2025-09-10",
		Units: units, Columns: []string{"1.1", "1.2", "2.1", "2.2"}, Public: true,
		Cells: [][]string{{"36,5", "25", "17", "6"}, {"34", "27,5", "19", "8,5"}, {"30", "22", "15", "7"}, {"38", "26", "12,5", "5"}},
	}
	news := Article{
		Title: "Đã có kết quả đường làng xanh (ví dụ)", Folder: folder + "tin/", Author: organization, Today: "2025-09-11", Category: "Kết quả",
		Summary: "Bảng xếp hạng dưới đây lấy thẳng từ tệp kết quả, không phải gõ lại.",
		Body:    "Bốn thôn đạt điểm như sau:\n\n::ranking{results=\"ket-qua/" + results.Name() + "\"}\n", Public: true,
	}
	return append(append(c.Files(), results.Files()...), news.File())
}
