package e2e

import (
	"fmt"
	"strings"
)

const (
	manyUnits          = 150
	manyCriteria       = 12
	campaignOfExtremes = "phong-trao/gioi-han/"
)

// longName is a unit's name of 90 characters, like the longest of real councils.
const longName = "Ban Quản lý dự án đầu tư xây dựng công trình giao thông, nông nghiệp, phát triển nông thôn"

// bare is a portal of which nothing is written but its settings.
func bare() map[string]string {
	return map[string]string{"site.yaml": settings}
}

const settings = `title: Cổng thông tin thi đua, khen thưởng
organization: Hội đồng Thi đua - Khen thưởng tỉnh Minh hoạ
base_url: https://cong.example.vn/
`

// extreme is a portal of invented data at the edges: a ranking of many rows and columns, one with one row, one
// with none, a long name, an author's wide table below no heading, a word without a break, a withdrawn article.
func extreme() map[string]string {
	const campaign = campaignOfExtremes
	return map[string]string{
		"site.yaml":                          settings,
		campaign + "don-vi.md":               registry(),
		campaign + "ke-hoach.md":             planOfBlocks(),
		campaign + "tieu-chi.md":             criteriaOfMany(),
		campaign + "ket-qua/dot-1-nhieu.md":  resultsOf("nhieu", "Đợt 1"),
		campaign + "ket-qua/dot-1-nhieu.csv": scores(manyUnits, 1),
		campaign + "ket-qua/dot-2-nhieu.md":  resultsOf("nhieu", "Đợt 2"),
		campaign + "ket-qua/dot-2-nhieu.csv": scores(manyUnits, 2),
		campaign + "ket-qua/dot-1-mot.md":    resultsOf("mot", "Đợt 1"),
		campaign + "ket-qua/dot-1-mot.csv":   oneRow("mot-minh", "7"),
		campaign + "ket-qua/dot-1-trong.md":  resultsOf("trong", "Đợt 1"),
		campaign + "ket-qua/dot-1-trong.csv": oneRow("chua-cham", ""),
		"tin-tuc/2026/bang-rong.md":          wideArticle(),
		"tin-tuc/2026/da-rut.md":             front("article", "Bài đã rút", "withdrawn: {date: 2026-07-15, act: 30/TB-HĐTĐKT, reason: Nêu sai tên đơn vị}\n") + "\nNội dung đã rút.\n",
	}
}

// front puts the keys that every file of invented data has around its own.
func front(kind, title, keys string) string {
	return fmt.Sprintf(`---
type: %s
title: %s
summary: Dữ liệu giả định để thử những trang dài nhất, ngắn nhất và trống.
date: 2026-06-30
author: Ban biên tập
source: Số liệu giả định
illustrative: true
%s---
`, kind, title, keys)
}

func unitID(n int) string { return fmt.Sprintf("dv-%03d", n) }

func registry() string {
	var keys strings.Builder
	keys.WriteString("units:\n")
	fmt.Fprintf(&keys, "  - {id: %s, name: %q, kind: ban}\n", unitID(1), longName)
	for n := 2; n <= manyUnits; n++ {
		fmt.Fprintf(&keys, "  - {id: %s, name: Xã Minh hoạ %d, kind: xa}\n", unitID(n), n)
	}
	keys.WriteString("  - {id: mot-minh, name: Sở Minh hoạ duy nhất, kind: so}\n")
	keys.WriteString("  - {id: chua-cham, name: Sở Minh hoạ chưa chấm, kind: so}\n")
	return front("units", "Đơn vị giả định", keys.String())
}

func planOfBlocks() string {
	var many []string
	for n := 1; n <= manyUnits; n++ {
		many = append(many, unitID(n))
	}
	return front("plan", "Kế hoạch thi đua giả định với rất nhiều đơn vị, rất nhiều tiêu chí và những khối chỉ có một đơn vị", fmt.Sprintf(`document: {number: 1/KH-UBND, date: 2026-01-05, issuer: UBND tỉnh Minh hoạ}
period: {from: 2026-01-05, to: 2026-12-31}
blocks:
  - {id: nhieu, name: Khối nhiều đơn vị, units: [%s]}
  - {id: mot, name: Khối một đơn vị, units: [mot-minh]}
  - {id: trong, name: Khối chưa chấm, units: [chua-cham]}
`, strings.Join(many, ", ")))
}

func criteriaOfMany() string {
	var keys strings.Builder
	keys.WriteString("blocks: [nhieu, mot, trong]\nscoring: {basis: points, rank_by: percent, decimals: 2}\ncriteria:\n")
	for n := 1; n <= manyCriteria; n++ {
		fmt.Fprintf(&keys, "  - {id: c%d, name: Lĩnh vực giả định số %d với tên hơi dài, max: 10}\n", n, n)
	}
	keys.WriteString("bands:\n  - {name: Hoàn thành xuất sắc nhiệm vụ, from: 80}\n  - {name: Hoàn thành nhiệm vụ, from: 0}\n")
	return front("criteria", "Tiêu chí giả định", keys.String())
}

func resultsOf(block, round string) string {
	keys := fmt.Sprintf("block: %s\nround: %s\nscores: %s-%s.csv\n", block, round, strings.ToLower(strings.NewReplacer("Đ", "d", "ợ", "o", " ", "-").Replace(round)), block)
	if round == "Đợt 2" {
		keys += "previous: ket-qua/dot-1-" + block + "\n"
	}
	return front("results", "Kết quả giả định "+round+" của khối "+block, keys)
}

// header is a score sheet's first row.
func header() string {
	row := "unit"
	for n := 1; n <= manyCriteria; n++ {
		row += fmt.Sprintf(",c%d", n)
	}
	return row + ",bonus,penalty,note\n"
}

// scores gives every unit points that differ from round to round, with ties among them.
func scores(units, round int) string {
	var sheet strings.Builder
	sheet.WriteString(header())
	for u := 1; u <= units; u++ {
		sheet.WriteString(unitID(u))
		for c := 1; c <= manyCriteria; c++ {
			fmt.Fprintf(&sheet, ",%d.%d", 2+(u*7+c*round)%7, (u*c+round)%10)
		}
		fmt.Fprintf(&sheet, ",%d,%d,\n", u%3, u%2)
	}
	return sheet.String()
}

func oneRow(unit, score string) string {
	return header() + unit + strings.Repeat(","+score, manyCriteria) + ",,,\n"
}

func wideArticle() string {
	cells := func(text string) string { return strings.Repeat("| "+text+" ", 14) + "|\n" }
	return front("article", "Bài có một bảng rộng, một đoạn mã và một từ không ngắt được trong tiêu đề rất dài của nó", "") +
		"\nMột bảng của người viết, không có tiêu đề nào phía trên:\n\n" +
		cells("Chỉ tiêu") + strings.Repeat("|---:", 14) + "|\n" + cells("1.234,5") + cells("84,58%") +
		"\n" + strings.Repeat("khôngngắtđược", 12) + "\n\n    mã " + strings.Repeat("rất dài ", 30) + "\n"
}
