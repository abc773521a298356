package scaffold

import (
	"bytes"
	"encoding/json"
	"fmt"
	"regexp"
	"strings"

	"bangvang/internal/campaign"
	"bangvang/internal/diag"
	"bangvang/internal/schema"
)

// editor returns the files that teach an editor the headers: schemas, snippets and the forms of Front Matter CMS.
func editor() []File {
	files := []File{
		{".vscode/schema/site.json", schema.Site(diag.Vi)},
		{".vscode/bangvang.code-snippets", inJSON(snippets())},
		{"frontmatter.json", inJSON(forms())},
	}
	for _, t := range schema.Types() {
		files = append(files, File{".vscode/schema/" + string(t) + ".json", schema.Of(t, diag.Vi)})
	}
	return files
}

func inJSON(v any) []byte {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		panic("scaffold: " + err.Error()) // plain texts
	}
	return b.Bytes()
}

// A snippet is what an editor inserts for a word that its user types.
type snippet struct {
	Scope       string   `json:"scope"`
	Prefix      string   `json:"prefix"`
	Description string   `json:"description"`
	Body        []string `json:"body"`
}

// today is the day on which a snippet is inserted, as the editor writes it.
const today campaign.Day = "${CURRENT_YEAR}-${CURRENT_MONTH}-${CURRENT_DATE}"

// snippets are the documents that `new` writes, and the special lines of a body. Their words begin with "bv-".
func snippets() map[string]snippet {
	by, who := Fill("tên phong trào"), Fill("cơ quan")
	c := Campaign{Name: by, From: today, To: today, Issuer: who, Signed: today, Block: "khoi"}
	texts := map[string][]byte{
		"plan":        c.plan(),
		"criteria":    Criteria{Campaign: by, Block: "khoi", Author: who}.File().Data,
		"results":     Results{Campaign: by, Block: "khoi", BlockName: Fill("tên khối"), Round: "2026", Author: who, Today: today}.Files()[0].Data,
		"awards":      Awards{Campaign: by, Author: who, Today: today}.File().Data,
		"units":       Registry("Đơn vị", nil, false),
		"article":     Article{Title: Fill("tiêu đề"), Author: who, Today: today}.File().Data,
		"page":        Page{Title: Fill("tiêu đề")}.File().Data,
		"translation": []byte("---\ntitle: " + Fill("tiêu đề bằng tiếng Anh") + "\nsummary: " + Fill("tóm tắt bằng tiếng Anh") + "\n---\n\n" + Fill("bài viết bằng tiếng Anh") + "\n"),
		"section":     Page{Title: Fill("tên mục"), Section: true}.File().Data,
	}
	out := map[string]snippet{
		"ranking": line("bảng xếp hạng trong bài", `::ranking{results="ket-qua/‹điền tên tệp kết quả›" top=10}`),
		"figure":  line("hình có chú thích", `::figure{src="‹điền tên tệp ảnh›" alt="‹điền lời tả ảnh›" caption="‹điền chú thích›"}`),
		"correction": line("lời đính chính, đặt trong phần đầu",
			"corrections:\n  - {date: "+string(today)+", what: ‹điền đính chính điều gì›, was: ‹điền trước ghi là›, now: ‹điền nay sửa thành›, reason: ‹điền vì sao sai›}"),
	}
	for _, t := range schema.Types() {
		out[string(t)] = line(schema.AboutType(t).In(diag.Vi), string(texts[string(t)]))
	}
	for name, s := range out {
		s.Prefix = "bv-" + name
		out[name] = s
	}
	return out
}

var fills = regexp.MustCompile(`‹điền ([^›]+)›`)

// line makes a snippet of a text: what is to be filled in becomes a stop of the Tab key.
func line(about, text string) snippet {
	stop := 0
	body := fills.ReplaceAllStringFunc(strings.TrimSuffix(text, "\n"), func(found string) string {
		stop++
		return fmt.Sprintf("${%d:%s}", stop, fills.FindStringSubmatch(found)[1])
	})
	return snippet{Scope: "markdown", Description: about, Body: strings.Split(body, "\n")}
}
