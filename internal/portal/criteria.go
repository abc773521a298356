package portal

import (
	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/document"
	"bangvang/internal/explain"
	"bangvang/internal/site"
	"bangvang/internal/view"
	"cmp"
)

// criteria plans the page of what is scored and how a rank comes about.
func (p *planner) criteria(c *site.Campaign, cr *site.Criteria) {
	v := &view.Criteria{Hub: view.Link{Text: c.Title(), Href: p.Href(c.Address)}, Method: p.methodLink(c)}
	if cr.Page.Doc.Header.Withdrawn == nil {
		v.Table, v.Body = p.criteriaTable(c, cr), p.body(cr.Page)
	}
	p.add(cr.Page.Address, p.docPage(cr.Page, v, p.hubCrumbs(c)...), cr.Page.Doc, "")
}

func (p *planner) criteriaTable(c *site.Campaign, cr *site.Criteria) view.CriteriaTable {
	rules := cr.Rules
	t := view.CriteriaTable{
		Caption: cr.Page.Doc.Header.Title, Illustrative: p.illustrative(cr.Page), Figure: "Điểm tối đa", Rules: explain.Rules(rules, diag.Vi), Bands: bandRows(rules),
	}
	weighted := rules.Scoring.Basis == campaign.Weighted
	if weighted {
		t.Figure = "Trọng số (%)"
	}
	var total campaign.Decimal
	for _, top := range rules.Criteria {
		total += worth(top, weighted)
	}
	var leaves int
	var walk func(items []campaign.Criterion, level int)
	walk = func(items []campaign.Criterion, level int) {
		for _, item := range items {
			row := view.CriterionRow{
				ID: item.ID, Name: item.Name, Level: level, Leaf: len(item.Items) == 0,
				Max: number(worth(item, weighted).String()), Sheet: sheetWords(item.Sheet),
			}
			if total > 0 && !weighted {
				row.Share = number(ratio(worth(item, weighted), total).String()) + "%"
			}
			if row.Leaf {
				leaves++
			}
			t.HasSheets = t.HasSheets || row.Sheet != ""
			t.Rows = append(t.Rows, row)
			walk(item.Items, level+1)
		}
	}
	walk(rules.Criteria, 0)
	t.Total, t.Leaves = number(total.String()), count(leaves, "tiêu chí chấm điểm")
	for _, id := range cr.Blocks {
		t.Blocks = append(t.Blocks, c.Block(id).Name)
	}
	if most := rules.Adjustments.BonusMax; most != nil {
		t.Bonus = "Điểm thưởng: cộng thêm tối đa " + number(most.String()) + " điểm ngoài các tiêu chí."
	}
	if most := rules.Adjustments.PenaltyMax; most != nil {
		t.Penalty = "Điểm trừ: tối đa " + number(most.String()) + " điểm."
	}
	return t
}

// worth is a criterion's weight or maximum, of an inner one the sum of its leaves'.
func worth(c campaign.Criterion, weighted bool) campaign.Decimal {
	if !weighted {
		return maximum(c)
	}
	if len(c.Items) == 0 {
		if c.Weight != nil {
			return *c.Weight
		}
		return 0
	}
	var sum campaign.Decimal
	for _, item := range c.Items {
		sum += worth(item, true)
	}
	return sum
}

// sheetWords names a kind of score sheet; an unknown one keeps its own name.
func sheetWords(kind string) string {
	switch kind {
	case "appraised":
		return "thẩm định"
	case "survey":
		return "điều tra xã hội học"
	case "self":
		return "tự chấm"
	}
	return kind
}

// bandRows prints the bands with the range each one covers.
func bandRows(rules *campaign.Rules) []view.BandRow {
	var out []view.BandRow
	for i, b := range rules.Bands {
		row := view.BandRow{Name: b.Name, Range: "từ " + number(b.From.String()) + "%"}
		if i > 0 {
			row.Range += " đến dưới " + number(rules.Bands[i-1].From.String()) + "%"
		}
		if b.From <= 0 && i > 0 {
			row.Range = "dưới " + number(rules.Bands[i-1].From.String()) + "%"
		}
		if b.Floor != nil {
			what := "mỗi lĩnh vực"
			if b.FloorOn == campaign.Leaf {
				what = "mỗi tiêu chí"
			}
			row.Floor = what + " từ " + number(b.Floor.String()) + "% mức tối đa"
		}
		out = append(out, row)
	}
	return out
}

// criteriaBlock is a criteria table inside a text: ::criteria{criteria="tieu-chi"}, or the campaign's only one.
func (p *planner) criteriaBlock(page *site.Page, slot document.Slot) any {
	ref := cmp.Or(slot.Args["criteria"], slot.Args["of"])
	if ref == "" && page.Campaign != nil && len(page.Campaign.Criteria) == 1 {
		t := p.criteriaTable(page.Campaign, page.Campaign.Criteria[0])
		return &t
	}
	target, hidden := p.Resolve(ref, page.Campaign)
	if target != nil && target.Campaign != nil {
		for _, cr := range target.Campaign.Criteria {
			if cr.Page == target {
				t := p.criteriaTable(target.Campaign, cr)
				return &t
			}
		}
	}
	p.noTarget(page, slot, ref, hidden, p.refs(page, document.TypeCriteria))
	return nil
}
