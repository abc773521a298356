package portal

import (
	"slices"

	"bangvang/internal/site"
)

// whyHidden tells in a preview what keeps a page from the portal's readers.
func (p *planner) whyHidden(page *site.Page) string {
	at := slices.IndexFunc(p.Hidden, func(h site.Hidden) bool { return h.Doc == page.Doc })
	switch hidden := p.Hidden[at]; hidden.Why {
	case site.WhyDraft:
		return p.Say("Bản nháp, chỉ hiện khi bỏ dòng draft ở phần đầu của tệp.", "A draft, which appears when the line draft is removed from its header.")
	case site.WhyExpired:
		return p.Say("Trang đã hết hạn (expires).", "The page has expired (expires).")
	default:
		return p.Say("Trang hẹn hiện lúc %s, ngày %s.", "The page is to appear at %s on %s.", hidden.Appear.Format("15:04"), p.Date(hidden.Appear))
	}
}
