package e2e

// act is a portal with an award decided by a signed act, of invented units: only there an announcement prints as one.
func act() map[string]string {
	const campaign = "phong-trao/mot-cua/"
	return map[string]string{
		"site.yaml": settings,
		"don-vi.md": acted("units", "Đơn vị", "units: [{id: thon-dong, name: Thôn Đông, kind: thon}, {id: thon-doai, name: Thôn Đoài, kind: thon}]\n"),
		campaign + "ke-hoach.md": acted("plan", "Kế hoạch thi đua một cửa", `document: {number: 1/KH-UBND, date: 2025-01-06, issuer: UBND xã Minh Hoạ}
period: {from: 2025-01-06, to: 2025-12-31}
blocks: [{id: thon, name: Các thôn, units: [thon-dong, thon-doai]}]
prizes: [{id: nhat, title: Giải nhất, block: thon, count: 1}]
`),
		campaign + "tieu-chi.md": acted("criteria", "Tiêu chí", `blocks: [thon]
scoring: {basis: points, rank_by: total, decimals: 1}
criteria: [{id: "1", name: Hồ sơ đúng hạn, max: 10}]
`),
		campaign + "ket-qua/2025-thon.md": acted("results", "Kết quả năm 2025", "block: thon\nround: \"2025\"\nscores: {thon-dong: {\"1\": 9.5}, thon-doai: {\"1\": 8}}\n"),
		campaign + "khen-thuong.md": acted("awards", "Quyết định khen thưởng phong trào một cửa", `stage: decided
document:
  number: 20/QĐ-UBND
  date: 2026-01-05
  issuer: UBND xã Minh Hoạ
  place: Minh Hoạ
  signer: {name: Nguyễn Văn Mẫu, title: Phó Chủ tịch, authority: KT.}
  recipients: [Như Điều 3;, "Lưu: VT."]
awards:
  - {prize: nhat, unit: thon-dong, merit: Hồ sơ đúng hạn cả năm}
`),
	}
}

// acted is a file of the portal act.
func acted(kind, title, keys string) string {
	return "---\ntype: " + kind + "\ntitle: " + title + "\nsummary: Để thử bản in của một quyết định.\ndate: 2026-01-05\nauthor: Văn phòng\nsource: Văn phòng\n" + keys + "---\n"
}
