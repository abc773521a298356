package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
)

// hugoVersion is the newest release that Go 1.26 builds.
const hugoVersion = "v0.165.0"

// A generator builds the site in a folder into another.
type generator struct {
	name    string
	command func(site, out string) []string
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
	return generator{"bangvang", func(site, out string) []string {
		return []string{binary, "build", "--site", site, "--out", out}
	}}, nil
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
	return generator{"Hugo", func(site, out string) []string {
		return []string{binary, "--source", source, "--contentDir", filepath.Join(site, "content"),
			"--destination", out, "--quiet", "--noBuildLock"}
	}}, nil
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
