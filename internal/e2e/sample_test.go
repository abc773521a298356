package e2e

import (
	"encoding/xml"
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"

	"bangvang/internal/serve"
)

const (
	root   = "../.."                     // of the repository
	base   = "/thi-dua/"                 // the base path below which the portal is tried
	moment = "2026-12-31T12:00:00+07:00" // the clock of the build
)

// work is the folder of this run's files; TestMain removes it.
var work string

func TestMain(m *testing.M) {
	os.Exit(run(m))
}

func run(m *testing.M) int {
	dir, err := os.MkdirTemp("", "bangvang-e2e-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	defer os.RemoveAll(dir)
	work = dir
	return m.Run()
}

// portal is the sample portal, built and served.
type portal struct {
	url    string // of its home page
	dir    string // of its files
	server *httptest.Server
}

// command builds the real command once, and returns its path.
var command = sync.OnceValues(func() (string, error) {
	if err := notice(root); err != nil {
		return "", err
	}
	binary := filepath.Join(work, "bangvang")
	out, err := exec.Command("go", "build", "-o", binary, root+"/cmd/bangvang").CombinedOutput()
	if err != nil {
		return "", fmt.Errorf("building the command: %w\n%s", err, out)
	}
	return binary, nil
})

// notice looks at every file that the command and the portal are made of, so that go test knows that this
// test depends on them: what a process that it starts reads is unknown to its cache.
func notice(root string) error {
	for _, part := range []string{"go.mod", "cmd", "internal", "templates", "content"} {
		err := filepath.WalkDir(filepath.Join(root, part), func(path string, _ fs.DirEntry, err error) error {
			if err == nil {
				_, err = os.Stat(path)
			}
			return err
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// built is the sample portal; it is built and served once for all tests.
var built = sync.OnceValues(func() (*portal, error) {
	binary, err := command()
	if err != nil {
		return nil, err
	}
	p := &portal{dir: filepath.Join(work, "public")}
	p.server = httptest.NewServer(http.HandlerFunc(p.answer))
	p.url = p.server.URL + base
	build := exec.Command(binary, "build", "--site", root, "--out", p.dir, "--base-url", p.url, "--at", moment)
	if out, err := build.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("building the sample portal: %w\n%s", err, out)
	}
	return p, nil
})

// sample returns the served sample portal.
func sample(t *testing.T) *portal {
	t.Helper()
	p, err := built()
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// answer serves the files as a plain web server does, under the policy.
func (p *portal) answer(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Security-Policy", serve.Policy)
	name, inside := strings.CutPrefix(r.URL.Path, base)
	if name == "" || strings.HasSuffix(name, "/") {
		name += "index.html"
	}
	data, err := fs.ReadFile(os.DirFS(p.dir), name)
	if !inside || err != nil {
		http.NotFound(w, r)
		return
	}
	w.Header().Set("Content-Type", serve.ContentType(name))
	w.Write(data)
}

// bodyClass finds the kind of a page, which is the first class of its body.
var bodyClass = regexp.MustCompile(`<body[^>]*\bclass="?([a-z-]+)`)

// perKind is how many pages of a kind are looked at.
const perKind = 2

// pages returns the addresses of some pages of every kind by their kind, and 404.html beside.
func (p *portal) pages(t *testing.T) map[string][]string {
	t.Helper()
	kinds := map[string][]string{}
	for _, address := range append(p.sitemap(t), p.url+"404.html") {
		kind := p.kind(t, address)
		if len(kinds[kind]) < perKind {
			kinds[kind] = append(kinds[kind], address)
		}
	}
	return kinds
}

// sitemap returns the addresses of all pages that the portal tells of.
func (p *portal) sitemap(t *testing.T) (addresses []string) {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(p.dir, "sitemap.xml"))
	if err != nil {
		t.Fatal(err)
	}
	var set struct {
		URLs []struct {
			Loc string `xml:"loc"`
		} `xml:"url"`
	}
	if err := xml.Unmarshal(data, &set); err != nil {
		t.Fatal(err)
	}
	for _, u := range set.URLs {
		addresses = append(addresses, u.Loc)
	}
	slices.Sort(addresses)
	return addresses
}

func (p *portal) kind(t *testing.T, address string) string {
	t.Helper()
	u, err := url.Parse(address)
	if err != nil {
		t.Fatal(err)
	}
	name := strings.TrimPrefix(u.Path, base)
	if !strings.HasSuffix(name, ".html") {
		name += "index.html"
	}
	data, err := os.ReadFile(filepath.Join(p.dir, filepath.FromSlash(name)))
	if err != nil {
		t.Fatalf("the sitemap names %s: %v", address, err)
	}
	m := bodyClass.FindSubmatch(data)
	if m == nil {
		t.Fatalf("%s has no class on its body, so its kind is unknown", address)
	}
	return string(m[1])
}
