package e2e

import (
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
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

// portal is a site, built and served.
type portal struct {
	url    string // of its home page
	dir    string // of its files
	server *httptest.Server
}

// portals are the sites that are looked at, by name; each is built and served once for all tests.
var portals = map[string]func() (*portal, error){
	"sample":  sync.OnceValues(func() (*portal, error) { return build("sample", root) }),
	"extreme": sync.OnceValues(func() (*portal, error) { return written("extreme", extreme()) }),
	"act":     sync.OnceValues(func() (*portal, error) { return written("act", act()) }),
	"bare":    sync.OnceValues(func() (*portal, error) { return written("bare", bare()) }),
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

// build lets the command build a site, and serves what it made.
func build(name, site string) (*portal, error) {
	binary, err := command()
	if err != nil {
		return nil, err
	}
	p := &portal{dir: filepath.Join(work, name+"-public")}
	p.server = httptest.NewServer(http.HandlerFunc(p.answer))
	p.url = p.server.URL + base
	build := exec.Command(binary, "build", "--no-cache", "--site", site, "--out", p.dir, "--base-url", p.url, "--at", moment)
	if out, err := build.CombinedOutput(); err != nil {
		return nil, fmt.Errorf("building the portal %s: %w\n%s", name, err, out)
	}
	return p, nil
}

// written writes a site's files down and builds it.
func written(name string, files map[string]string) (*portal, error) {
	site := filepath.Join(work, name)
	for file, text := range files {
		path := filepath.Join(site, "content", filepath.FromSlash(file))
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return nil, err
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			return nil, err
		}
	}
	return build(name, site)
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
