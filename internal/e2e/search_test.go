package e2e

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
)

// found is what stands on the search page after a question.
type found struct {
	Said    string
	Results []result
	Lists   bool // the ways in for those who found nothing are shown
	Focus   string
}

type result struct{ Title, Address, Over string }

const foundScript = `(() => {
	const text = (element) => element ? element.innerText.replace(/\s+/g, " ").trim() : "";
	return {
		Said: text(document.getElementById("_found")),
		Results: [...document.querySelectorAll("#_results li")].map((li) => ({
			Title: text(li.querySelector("a")), Address: li.querySelector("a").getAttribute("href"), Over: text(li.querySelector(".over")),
		})),
		Lists: document.querySelector(".lists").checkVisibility(),
		Focus: document.activeElement.id || document.activeElement.innerText,
	};
})()`

// answered waits until the live region says what came of a question.
func (b *tab) answered() found {
	b.Helper()
	end := time.Now().Add(patience)
	for {
		f := evaluate[found](b, `new Promise((done) => requestAnimationFrame(() => done(`+foundScript+`)))`)
		if f.Said != "" && f.Said != "Đang tìm…" {
			return f
		}
		if time.Now().After(end) {
			b.Fatalf("no answer: %+v", f)
		}
	}
}

func (b *tab) search(p *portal, question string) found {
	b.Helper()
	b.visit(p.url + "tim-kiem/?q=" + url.QueryEscape(question))
	return b.answered()
}

func sampleTab(t *testing.T, d device) (*portal, *tab) {
	t.Helper()
	p, err := portals["sample"]()
	if err != nil {
		t.Fatal(err)
	}
	return p, open(t, browser(t), d)
}

func TestSearchAnswersFromAnAddress(t *testing.T) {
	p, b := sampleTab(t, phone)
	for _, c := range []struct{ name, question, title, over string }{
		{"a unit with marks", "Bàu Bàng", "Bàu Bàng", "Đơn vị"},
		{"a unit without marks", "bau bang", "Bàu Bàng", "Đơn vị"},
		{"a unit in decomposed letters", "Ba\u0300u Ba\u0300ng", "Bàu Bàng", "Đơn vị"},
		{"đ by d", "di an", "Dĩ An", "Đơn vị"},
		{"the number of an act", "138/KH-UBND", "Kế hoạch", "138/KH-UBND"},
		{"a bare number", "138", "Kế hoạch", "138/KH-UBND"},
		{"a campaign by its name", "cai cach hanh chinh chau thanh", "Châu Thành", "Phong trào"},
	} {
		t.Run(c.name, func(t *testing.T) {
			b.T = t
			f := b.search(p, c.question)
			if len(f.Results) == 0 || !strings.Contains(f.Results[0].Title, c.title) || !strings.Contains(f.Results[0].Over, c.over) {
				t.Fatalf("said %q, results %q; want %q, %q first", f.Said, f.Results, c.title, c.over)
			}
			if f.Lists || !strings.Contains(f.Said, "Tìm thấy") {
				t.Errorf("said %q, lists shown: %v", f.Said, f.Lists)
			}
			if _, err := os.Stat(filepath.Join(p.dir, fileOf(strings.TrimPrefix(f.Results[0].Address, base)))); err != nil {
				t.Error(err)
			}
		})
	}
}

// fileOf is the file of an address below the base.
func fileOf(address string) string {
	address, _, _ = strings.Cut(address, "#")
	if address == "" || strings.HasSuffix(address, "/") {
		address += "index.html"
	}
	return filepath.FromSlash(address)
}

func TestPersonsOfInventedCampaignsAreFoundAndMarked(t *testing.T) {
	p, b := sampleTab(t, laptop)
	f := b.search(p, "tran thi vi du")
	if len(f.Results) == 0 {
		t.Fatalf("said %q", f.Said)
	}
	first := f.Results[0]
	if first.Title != "Trần Thị Ví Dụ" || !strings.Contains(first.Address, "#khen-thuong-") || !strings.Contains(first.Over, "Minh hoạ") {
		t.Errorf("the first result is %q", first)
	}
}

func TestAQuestionWithoutAnswerShowsTheLists(t *testing.T) {
	p, b := sampleTab(t, phone)
	f := b.search(p, "xyzzyq")
	if len(f.Results) != 0 || !f.Lists || !strings.Contains(f.Said, "Không tìm thấy") {
		t.Errorf("%+v", f)
	}
}

func TestResultsPushNothingAboutAndNeedNoWiderPhone(t *testing.T) {
	p, b := sampleTab(t, phone)
	b.search(p, "thi dua")
	f := evaluate[facts](b, factsScript)
	if f.Shift != 0 || f.Width > phone.width || len(f.Violations) > 0 {
		t.Errorf("shift %v of %q, width %d of %q, policy %q", f.Shift, f.Moved, f.Width, f.Widest, f.Violations)
	}
}

func TestSearchIsAskedAndReadByKeyboard(t *testing.T) {
	p, b := sampleTab(t, laptop)
	b.visit(p.url)
	b.focus("#_find")
	b.do(chromedp.KeyEvent("thi dua"+kb.Enter), chromedp.WaitReady("#_found")) // the header's box leads to the search page
	first := b.answered()
	if len(first.Results) != 10 {
		t.Fatalf("%d results, said %q", len(first.Results), first.Said)
	}
	b.focus("#_next")
	b.keys(kb.Enter)
	more := evaluate[found](b, `new Promise((done) => {
		const look = () => document.querySelectorAll("#_results li").length > 10 ? done(`+foundScript+`) : requestAnimationFrame(look);
		look();
	})`)
	if len(more.Results) <= 10 || more.Focus != more.Results[10].Title || !strings.Contains(more.Said, "Đang hiện") {
		t.Errorf("%d results, focus on %q, said %q", len(more.Results), more.Focus, more.Said)
	}
	b.focus("#_q")
	b.keys(" xyzzyq" + kb.Enter)
	if where := evaluate[string](b, `location.search`); !strings.Contains(where, "xyzzyq") {
		t.Errorf("the address asks %q", where)
	}
}

func (b *tab) focus(selector string) {
	b.Helper()
	evaluate[bool](b, `document.querySelector("`+selector+`").focus() || true`)
}

// keys types into the focused element.
func (b *tab) keys(text string) {
	b.Helper()
	b.do(chromedp.KeyEvent(text))
}

// A first answer over 10.000 pages costs a reader at most 100 KB in all: page, style, scripts, icon and index.
func TestAFirstAnswerOverTenThousandPagesIsLight(t *testing.T) {
	const most = 100 * kilobyte
	p, err := large()
	if err != nil {
		t.Fatal(err)
	}
	if n := len(p.files(t)); n < largeArticles {
		t.Fatalf("only %d files", n)
	}
	b := open(t, browser(t), phone)
	for _, question := range []string{
		"thi đua", "khen thuong tap the", "9999/KH-UBND", "ke hoach", "phong trao thi dua ca nhan",
		"kế hoạch phong trào thi đua khen thưởng tiêu chí kết quả",
	} {
		answer := b.search(p, question)
		if len(answer.Results) == 0 {
			t.Errorf("%q: said %q", question, answer.Said)
		}
		if sum := b.received(p); sum > most {
			t.Errorf("%q: a first answer takes %d bytes, the budget is %d", question, sum, most)
		} else {
			t.Logf("%q: %d of %d bytes, %d requests", question, sum, most, len(b.requests))
		}
	}
}

// received is how many bytes a host sends for all that the tab asked for since its last visit.
func (b *tab) received(p *portal) (sum int) {
	b.Helper()
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, r := range b.requests {
		u, err := url.Parse(r)
		if err != nil {
			b.Fatal(err)
		}
		data, err := os.ReadFile(filepath.Join(p.dir, fileOf(strings.TrimPrefix(u.Path, base))))
		if err != nil {
			b.Fatal(err)
		}
		sum += gzipSize(data)
	}
	return sum
}
