package portal

import (
	"bangvang/internal/campaign"
	"bangvang/internal/document"
	"bangvang/internal/explain"
	"bangvang/internal/site"
	"bangvang/internal/view"
	"cmp"
)

// criteria plans the page of what is scored and how a rank comes about.
func (p *planner) criteria(c *site.Campaign, cr *site.Criteria) {
	v := &view.Criteria{Hub: p.hubLink(c), Method: p.methodLink(c)}
	if cr.Page.Doc.Header.Withdrawn == nil {
		v.Table, v.Body = p.criteriaTable(c, cr), p.body(cr.Page)
	}
	p.add(cr.Page.Address, p.docPage(cr.Page, v, p.hubCrumbs(c)...), p.doc(cr.Page), "")
}

func (p *planner) criteriaTable(c *site.Campaign, cr *site.Criteria) view.CriteriaTable {
	rules := cr.Rules
	t := view.CriteriaTable{
		Caption: p.doc(cr.Page).Header.Title, Lang: p.lang(cr.Page), Illustrative: p.illustrative(cr.Page), Figure: p.Say("Điểm tối đa", "Maximum"),
		Rules: explain.Rules(rules, p.Lang), Bands: bandRows(p.Speech, rules),
	}
	weighted := rules.Scoring.Basis == campaign.Weighted
	if weighted {
		t.Figure = p.Say("Trọng số (%%)", "Weight (%%)")
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
				Max: p.Plain(worth(item, weighted).String()), Sheet: p.Sheet(item.Sheet),
			}
			if total > 0 && !weighted {
				row.Share = p.Plain(ratio(worth(item, weighted), total).String()) + "%"
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
	t.Total, t.Leaves = p.Plain(total.String()), p.Count(leaves, "tiêu chí chấm điểm", "scored criterion", "scored criteria")
	for _, id := range cr.Blocks {
		t.Blocks = append(t.Blocks, c.Block(id).Name)
	}
	if most := rules.Adjustments.BonusMax; most != nil {
		t.Bonus = p.Say("Điểm thưởng: cộng thêm tối đa %s điểm ngoài các tiêu chí.", "Bonus: at most %s points beyond the criteria.", p.Plain(most.String()))
	}
	if most := rules.Adjustments.PenaltyMax; most != nil {
		t.Penalty = p.Say("Điểm trừ: tối đa %s điểm.", "Penalty: at most %s points.", p.Plain(most.String()))
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

// bandRows prints the bands with the range each one covers.
func bandRows(s explain.Speech, rules *campaign.Rules) []view.BandRow {
	var out []view.BandRow
	for i, b := range rules.Bands {
		row := view.BandRow{Name: b.Name, Range: s.Say("từ %s%%", "from %s%%", s.Plain(b.From.String()))}
		if i > 0 {
			row.Range += s.Say(" đến dưới %s%%", " to below %s%%", s.Plain(rules.Bands[i-1].From.String()))
		}
		if b.From <= 0 && i > 0 {
			row.Range = s.Say("dưới %s%%", "below %s%%", s.Plain(rules.Bands[i-1].From.String()))
		}
		if b.Floor != nil {
			what := s.Say("mỗi lĩnh vực", "each field")
			if b.FloorOn == campaign.Leaf {
				what = s.Say("mỗi tiêu chí", "each criterion")
			}
			row.Floor = s.Say("%s từ %s%% mức tối đa", "%s from %s%% of its maximum", what, s.Plain(b.Floor.String()))
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
