package document

import (
	"strings"

	"bangvang/internal/diag"
	"bangvang/internal/personal"

	"gopkg.in/yaml.v3"
)

// complete checks what no single key can tell: keys that others make necessary, and personal data where only a
// name, a position and a unit belong.
func (d *decoder) complete(root *yaml.Node, doc *Document) {
	switch doc.Type {
	case TypeArticle:
		if child(root, "date") == nil {
			d.need(root, root, "date")
		}
	case TypePlan:
		if !doc.Plan.Index {
			d.need(root, root, "document")
		}
	case TypeCriteria:
		if scoring := child(root, "scoring"); doc.Criteria.Scoring.Basis == "weighted" {
			d.need(scoring, scoring, "scale")
		}
	case TypeAwards:
		if doc.Awards.Stage == "decided" {
			d.need(root, root, "document")
		}
		if list := child(root, "awards"); list != nil {
			d.private(list)
		}
	}
	d.title(root)
	d.symbols(root)
}

// need reports a key that a mapping lacks.
func (d *decoder) need(n, at *yaml.Node, key string) {
	if n != nil && isAbsent(child(n, key)) {
		d.missing(at, key)
	}
}

// title reports what another program prints where it had no title.
func (d *decoder) title(root *yaml.Node) {
	n := child(root, "title")
	if n == nil || n.Kind != yaml.ScalarNode {
		return
	}
	switch strings.ToLower(strings.TrimSpace(n.Value)) {
	case "null", "undefined", "nil", "none", "nan":
		d.report("title-null", n, diag.Args{"got": n.Value})
	}
}

// private reports personal data in any text below a node.
func (d *decoder) private(n *yaml.Node) {
	if n.Kind != yaml.ScalarNode {
		for _, below := range n.Content {
			d.private(below)
		}
		return
	}
	for _, hit := range personal.Find(n.Value) {
		d.report("personal-data", n, diag.Args{"got": personal.Masked(n.Value[hit.Start:hit.End])})
	}
}

// symbols reports letters of another alphabet in the symbols of acts, where they look like Latin ones.
func (d *decoder) symbols(n *yaml.Node) {
	switch n.Kind {
	case yaml.MappingNode, yaml.SequenceNode:
		for _, below := range n.Content {
			d.symbols(below)
		}
	case yaml.ScalarNode:
		if word, letter := lookAlike(n.Value); word != "" {
			d.report("look-alike", n, diag.Args{"got": word, "letter": letter, "want": latinOf(word)})
		}
	}
}

// example shows how a key is written, for a finding about one that is missing or has the wrong shape.
func example(key string) string {
	if text, ok := examples[key]; ok {
		return text
	}
	return key + ": …"
}

var examples = map[string]string{
	"title":    "title: Kế hoạch phát động phong trào thi đua năm 2021",
	"date":     "date: 2021-05-05",
	"type":     "type: article",
	"tags":     "tags: [cải cách hành chính, thi đua]",
	"aliases":  "aliases: [/tin-cu/bai-nay/]",
	"image":    "image: {src: anh.jpg, alt: Mô tả ảnh bằng một câu}",
	"document": "document: {number: 138/KH-UBND, date: 2021-05-05, issuer: UBND huyện Châu Thành}",
	"period":   "period: {from: 2021-05-05, to: 2021-12-31}",
	"phases":   "phases: [{name: Phát động, from: 2021-05-05, to: 2021-05-31}]",
	"blocks":   "blocks: [xa]",
	"units":    "units: [xa-a, xa-b]",
	"scoring":  "scoring: {basis: points, rank_by: total, decimals: 2}",
	"scale":    "scoring: {basis: weighted, scale: 10}",
	"criteria": `criteria: [{id: "1", name: Tên tiêu chí, max: 10}]`,
	"items":    `items: [{id: "1.1", name: Tên tiêu chí thành phần, max: 2}]`,
	"bands":    "bands: [{name: Xuất sắc, from: 90}, {name: Tốt, from: 80}]",
	"ties":     "ties: {method: competition}",
	"break_by": `break_by: [{criterion: "1"}, bonus]`,
	"block":    "block: xa",
	"round":    `round: "2021"`,
	"scores":   "scores: 2021-xa.csv",
	"stage":    "stage: decided",
	"awards":   "awards: [{prize: nhat, unit: xa-a, merit: Thành tích}]",
	"person":   "person: {name: Họ và tên, position: Chức vụ, unit: xa-a}",
	"allow":    "allow: [{code: image-alt, reason: Lý do}]",
	"excluded": "excluded: {xa-a: Lý do không xếp hạng}",
	"approved": "approved: {by: Họ và tên, date: 2021-05-05}",
	"sheets":   "sheets: {self: 2021-xa-tu-cham.csv}",
	"number":   "number: 138/KH-UBND",
	"basis":    "basis: points",
	"contact":  "contact: {name: Phòng Nội vụ, phone: 0277 3 000 000}",
	"menu":     "menu: [{title: Tin tức, to: /tin-tuc/}]",
	"official": "official: {tolerance: 0.02, reason: Bảng nguồn in số đã làm tròn}",
	"from":     "from: 2021-05-05",
	"to":       "to: 2021-12-31",
	"reason":   "reason: Lý do, viết thành câu",
}
