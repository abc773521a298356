package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
)

// hugoVersion is the newest release that Go 1.26 builds.
const hugoVersion = "v0.165.0"

// A generator builds the site in a folder into another.
type generator struct {
	name  string
	build func(site, out string) []string
	watch func(site, out string) []string      // goes on, and builds again at every save
	serve func(site string, port int) []string // the same for a browser on this machine
	frame func(site string) (string, error)    // the template around every page; it has "</body>"
}

// ready says what is missing, before anything is done.
func (b bench) ready() error {
	if _, err := exec.LookPath("python3"); err != nil {
		return errors.New("python3 is not here; it writes the content (Debian: apt-get install python3)")
	}
	for _, name := range []string{"gen-site.py", "hugo/hugo.toml"} {
		if _, err := os.Stat(filepath.Join(b.dir, name)); err != nil {
			return fmt.Errorf("the folder %s has no %s; name the folder with BENCH_DIR=… or -dir", b.dir, name)
		}
	}
	return nil
}

// ours builds the command of this repository.
func (b bench) ours(ctx context.Context) (generator, error) {
	binary := filepath.Join(b.work, "bin", "bangvang")
	if err := b.tool(ctx, nil, "go", "build", "-o", binary, "./cmd/bangvang"); err != nil {
		return generator{}, fmt.Errorf("building bangvang: %w", err)
	}
	return generator{
		name:  "bangvang",
		build: func(site, out string) []string { return []string{binary, "build", "--site", site, "--out", out} },
		watch: func(site, out string) []string { return []string{binary, "watch", "--site", site, "--out", out} },
		serve: func(site string, port int) []string {
			return []string{binary, "serve", "--site", site, "--addr", "127.0.0.1:" + strconv.Itoa(port)}
		},
		frame: ownFrame,
	}, nil
}

// ownFrame gives a site a base.html of its own, the built-in one.
func ownFrame(site string) (string, error) {
	text, err := os.ReadFile("templates/base.html")
	if err != nil {
		return "", fmt.Errorf("reading the built-in theme: %w", err)
	}
	frame := filepath.Join(site, "templates", "base.html")
	if err := os.MkdirAll(filepath.Dir(frame), 0o777); err != nil {
		return "", fmt.Errorf("making the site's theme: %w", err)
	}
	return frame, os.WriteFile(frame, text, 0o666)
}

// hugo finds or builds Hugo, and copies its theme away from the folder, in which Hugo writes.
func (b bench) hugo(ctx context.Context) (generator, error) {
	binary := os.Getenv("HUGO")
	if binary == "" {
		binary = filepath.Join(b.work, "bin", "hugo-"+hugoVersion)
		if err := b.installHugo(ctx, binary); err != nil {
			return generator{}, fmt.Errorf("building Hugo %s: %w", hugoVersion, err)
		}
	}
	source := filepath.Join(b.work, "hugo")
	if err := os.RemoveAll(source); err != nil {
		return generator{}, fmt.Errorf("clearing Hugo's theme: %w", err)
	}
	if err := os.CopyFS(source, os.DirFS(filepath.Join(b.dir, "hugo"))); err != nil {
		return generator{}, fmt.Errorf("copying Hugo's theme: %w", err)
	}
	with := func(site string, more ...string) []string {
		return append([]string{binary, "--source", source, "--contentDir", filepath.Join(site, "content"), "--noBuildLock"}, more...)
	}
	return generator{
		name:  "Hugo",
		build: func(site, out string) []string { return with(site, "--quiet", "--destination", out) },
		watch: func(site, out string) []string { return with(site, "--watch", "--destination", out) },
		serve: func(site string, port int) []string {
			words := with(site, "--bind", "127.0.0.1", "--port", strconv.Itoa(port))
			return slices.Insert(words, 1, "server")
		},
		frame: func(string) (string, error) { return filepath.Join(source, "layouts", "baseof.html"), nil },
	}, nil
}

func (b bench) installHugo(ctx context.Context, binary string) error {
	if _, err := os.Stat(binary); err == nil {
		return nil
	}
	fmt.Fprintln(b.say, "Building Hugo "+hugoVersion+" once; this takes minutes.")
	bin := filepath.Dir(binary)
	env := append(os.Environ(), "CGO_ENABLED=0", "GOBIN="+bin)
	if err := b.tool(ctx, env, "go", "install", "github.com/gohugoio/hugo@"+hugoVersion); err != nil {
		return err
	}
	return os.Rename(filepath.Join(bin, "hugo"), binary)
}

// content writes a portal of n articles once, and returns its folder.
func (b bench) content(ctx context.Context, n int) (string, error) {
	site := filepath.Join(b.work, "site-"+strconv.Itoa(n))
	if _, err := os.Stat(site); !errors.Is(err, fs.ErrNotExist) {
		return site, err
	}
	// Written under another name first, so that half a portal is never taken for one.
	half := site + ".half"
	if err := os.RemoveAll(half); err != nil {
		return "", fmt.Errorf("clearing half a portal: %w", err)
	}
	err := b.tool(ctx, nil, "python3", filepath.Join(b.dir, "gen-site.py"), strconv.Itoa(n), filepath.Join(half, "content"), "--site")
	if err != nil {
		return "", fmt.Errorf("writing %d articles: %w", n, err)
	}
	return site, os.Rename(half, site)
}

// tool runs a program and shows what it says only where it fails.
func (b bench) tool(ctx context.Context, env []string, name string, args ...string) error {
	command := exec.CommandContext(ctx, name, args...)
	command.Env = env
	if out, err := command.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w\n%s", name, err, out)
	}
	return nil
}
