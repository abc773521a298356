package form

import "bangvang/internal/workbook"

// guide is the sheet that says how a form is filled in.
func guide(paragraphs []string) workbook.FormSheet {
	s := workbook.FormSheet{Name: guideSheet, Widths: []float64{90}}
	s.Rows = append(s.Rows, []workbook.FormCell{{Text: "Hướng dẫn điền biểu", Look: workbook.Title}})
	s.Lines = []int{1}
	for _, p := range paragraphs {
		s.Lines = append(s.Lines, linesOf(p, 90))
		s.Rows = append(s.Rows, []workbook.FormCell{{Text: p, Look: workbook.Prose}})
	}
	return s
}

// guide says how scores are written.
func (s Scores) guide() []string {
	return []string{
		"1. Chỉ điền các ô nền vàng ở trang «" + scoreSheet + "». Các ô khác đã khóa để mã đơn vị và mã tiêu chí không bị đổi.",
		"2. Ghi điểm bằng số, dấu phẩy hoặc dấu chấm thập phân theo máy của bạn. Excel sẽ báo nếu điểm vượt mức tối đa ghi dưới tên cột.",
		"3. Chưa chấm: để trống ô. Không áp dụng cho đơn vị: ghi dấu -. Không công bố: ghi N/A. Đơn vị còn ô trống hoặc N/A thì chưa được xếp hạng.",
		"4. Điểm trừ ghi số dương. Ô điểm thưởng, điểm trừ để trống nghĩa là 0.",
		"5. Cột «Cộng (tự tính)» chỉ để đối chiếu khi điền; cổng tự tính tổng điểm và xếp hạng theo tệp tiêu chí.",
		"6. Không thêm, xóa hoặc đổi tên cột. Không ghi số điện thoại, số căn cước, ngày sinh vào ghi chú.",
		"7. Lưu tệp, đóng Excel, rồi nhập: bangvang import TỆP.xlsx --to content/…/ket-qua/ĐỢT-KHỐI.csv. Cũng có thể đặt tệp này cạnh tệp kết quả và ghi tên tệp vào khóa scores.",
	}
}
