package portal

import (
	"testing"

	"bangvang/internal/view"
)

// In the first round a criterion did not apply to unit A.
func TestAChangeInPointsIsShownWhereTheMaximumIsTheSame(t *testing.T) {
	const folder, text = "phong-trao/mot/", "Điểm không so sánh với kỳ trước vì mức điểm tối đa áp dụng cho đơn vị đã thay đổi."
	for by, want := range map[string]view.Change{
		"percent": {Kind: "same", Text: "giữ hạng", Reason: text},
		"total":   {Kind: "broken", Text: "không so sánh", Reason: "Không so sánh với kỳ trước vì mức điểm tối đa áp dụng cho đơn vị đã thay đổi."},
	} {
		files := withUnits()
		honoured(files, "mot", 2026, toUnitA)
		files[folder+"tieu-chi.md"] = "---\ntype: criteria\ntitle: Tiêu chí\nblocks: [xa]\nscoring: {basis: points, rank_by: " + by + ", decimals: 1}\n" +
			"criteria: [{id: \"1\", name: Một, max: 60}, {id: \"2\", name: Hai, max: 40}]\n---\n"
		files[folder+"ket-qua/1-xa.md"] = "---\ntype: results\ntitle: Một\nblock: xa\nround: \"Đợt 1\"\ndate: 2026-01-31\nscores: {xa-a: {\"1\": 55, \"2\": \"-\"}, xa-b: {\"1\": 30, \"2\": 20}}\n---\n"
		files[folder+"ket-qua/2-xa.md"] = "---\ntype: results\ntitle: Hai\nblock: xa\nround: \"Đợt 2\"\ndate: 2026-02-28\nprevious: ket-qua/1-xa\nscores: {xa-a: {\"1\": 55, \"2\": 30}, xa-b: {\"1\": 31, \"2\": 20}}\n---\n"
		out, _ := planned(t, files)
		rows := out[outputPath("/phong-trao/mot/ket-qua/2-xa/")].Page.Main.(*view.Ranking).Table.Rows
		if rows[0].ID != "xa-a" || rows[0].Change == nil || *rows[0].Change != want {
			t.Errorf("by %s: %+v, want %+v", by, rows[0].Change, want)
		}
		if c := rows[1].Change; c == nil || c.Points != "+1,0" || c.Reason != "" {
			t.Errorf("by %s: the same maximum: %+v", by, c)
		}
	}
}
