// Package sheet reads score sheets: bytes of a CSV file or a workbook, or cells written in a results file, into a [Table]
// in which every cell knows where it stands, and a table into a campaign's entries. It writes entries as CSV, and reads
// other lists that people keep in tables.
//
//	t, findings := sheet.Parse("content/phong-trao/x/ket-qua/2021-xa.csv", data)
//	entries, more := t.Entries([]string{"1.1", "1.2"}, sheet.Options{Names: names, Units: ids})
//
// # The file
//
// Fields are parted by comma, semicolon or tab: by whichever the first line has most of, or by the one that Excel's
// own line "sep=;" names. A byte order mark, CRLF, UTF-16, Windows-1258 where it is certain, fields in double quotation
// marks, also over several lines, are read. Lines without any text are passed over. A line that begins with "#" is a line like others.
//
// # A workbook
//
// [Expected] says what the table should hold, by which any layout is understood: the sheet and the line of headings are
// those that name most of it; a heading is a criterion's id ("1.1", "TC 1.1", "1.1. Kế hoạch (40 điểm)") or its name; the
// unit's column is the one that names most units, by id or by name. Lines that are no unit's (maxima, sums, numbers of
// columns, signatures) are passed over and told by [Reading]. A number is its stored value; one that people see
// otherwise, a hidden line, a merged or computed cell, a day are findings. What a person said about a layout
// stands in a file beside the table, see [Layout].
//
// # The heading
//
// The first line names the columns. The first column is the unit's id: "unit", "đơn vị", "mã đơn vị". Marks and case
// don't count in these words:
//
//	name    tên, tên đơn vị          note     ghi chú
//	bonus   điểm thưởng              total    tổng, tổng điểm
//	penalty điểm trừ                 percent  tỷ lệ, chỉ số
//	                                 rank     xếp hạng, hạng, thứ hạng
//	                                 band     xếp loại
//	                                 change   thay đổi, tăng giảm, tăng so với 2022
//
// A heading that Excel made a date of (01-Jan for 1.1) is told with the criterion it was, question marks in place of
// Vietnamese letters as a fault of the encoding. Any other heading is the id of a criterion. An id that is one of these words is a criterion where the criteria have it.
//
// # The cells
//
// Empty is not scored yet, "-" does not apply, "N/A" is withheld (design: a score sheet's three ways to have no score).
// An empty or dashed bonus or penalty is 0. Numbers are read as people type them, see [Number].
//
// # Invariants
//
// Parse and Entries never panic and never fail: what can't be understood is a finding at its cell, and every finding
// comes in one run. A position is 1-based, its column counted in the characters of the file. A table is not changed
// once it is made, and is safe for concurrent use.
package sheet
