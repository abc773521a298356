package revision_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"bangvang/internal/diag"
	"bangvang/internal/revision"
)

// A repo is a real git repository in a folder of its own.
type repo struct {
	t   *testing.T
	dir string
}

func newRepo(t *testing.T) repo {
	t.Helper()
	r := repo{t, t.TempDir()}
	r.git("init", "-q", "-b", "main")
	return r
}

// git runs git as nobody's: no configuration of the machine has a say.
func (r repo) git(words ...string) string {
	r.t.Helper()
	cmd := exec.Command("git", append([]string{"-c", "user.name=Nguyễn Văn Mẫu", "-c", "user.email=mau@example.vn", "-c", "protocol.file.allow=always"}, words...)...)
	cmd.Dir = r.dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL="+os.DevNull, "GIT_CONFIG_SYSTEM="+os.DevNull,
		"GIT_AUTHOR_DATE=2026-05-02T08:00:00+07:00", "GIT_COMMITTER_DATE=2026-05-02T08:00:00+07:00")
	out, err := cmd.CombinedOutput()
	if err != nil {
		r.t.Fatalf("git %s: %v\n%s", strings.Join(words, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

func (r repo) write(name, text string) {
	r.t.Helper()
	path := filepath.Join(r.dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		r.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		r.t.Fatal(err)
	}
}

func (r repo) commit(files map[string]string) {
	r.t.Helper()
	for name, text := range files {
		r.write(name, text)
	}
	r.git("add", "-A")
	r.git("commit", "-q", "--allow-empty", "-m", "bản ghi")
}

func open(t *testing.T, dir string) *revision.Repository {
	t.Helper()
	r, err := revision.Open(context.Background(), dir)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func tree(t *testing.T, r *revision.Repository, name string) fs.FS {
	t.Helper()
	rev, err := r.Find(name)
	if err != nil {
		t.Fatal(err)
	}
	out, err := r.Tree(rev)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func text(t *testing.T, tree fs.FS, name string) string {
	t.Helper()
	data, err := fs.ReadFile(tree, name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// The tree of a revision holds what git keeps, byte for byte, and is a file system like any other.
func TestATreeIsAFileSystem(t *testing.T) {
	r := newRepo(t)
	files := map[string]string{
		"content/site.yaml": "title: Cổng\n", "content/a/b/c.md": "x\r\n", "content/tin-tức/đợt 1.md": "tiếng Việt",
		"content/tcvn3.md": "Qu\xb6ng", "content/empty.csv": "", "templates/base.html": "<p>", "README.md": "not ours",
	}
	r.commit(files)
	got := tree(t, open(t, r.dir), "HEAD")
	delete(files, "README.md")
	for name, want := range files {
		if text(t, got, name) != want {
			t.Errorf("%s is %q, want %q", name, text(t, got, name), want)
		}
	}
	names := []string{"content/site.yaml", "content/a/b/c.md", "content/tin-tức/đợt 1.md", "content/empty.csv", "templates/base.html"}
	if err := fstest.TestFS(got, names...); err != nil {
		t.Error(err)
	}
	if _, err := fs.Stat(got, "README.md"); !errors.Is(err, fs.ErrNotExist) {
		t.Error("what is no part of the site is in its tree")
	}
}

// A site may be a folder of its repository, and not be there yet at a revision.
func TestASubfolderIsTheSite(t *testing.T) {
	r := newRepo(t)
	r.commit(map[string]string{"README.md": "trống", "content/site.yaml": "khác"})
	r.commit(map[string]string{"cong/content/site.yaml": "của cổng"})
	site := open(t, filepath.Join(r.dir, "cong"))
	if got := text(t, tree(t, site, "HEAD"), "content/site.yaml"); got != "của cổng" {
		t.Errorf("site.yaml is %q", got)
	}
	if _, err := fs.Stat(tree(t, site, "HEAD~1"), "content"); !errors.Is(err, fs.ErrNotExist) {
		t.Error("before the site there is another folder's content")
	}
}

func TestRevisionsOfAllKinds(t *testing.T) {
	r := newRepo(t)
	r.commit(map[string]string{"content/a.md": "1"})
	r.git("checkout", "-q", "-b", "nhanh")
	r.commit(map[string]string{"content/a.md": "2", "content/b.md": "b"})
	r.git("checkout", "-q", "main")
	r.commit(map[string]string{"content/c.md": "c"})
	r.git("merge", "-q", "--no-edit", "nhanh")
	r.git("tag", "v1")
	r.git("checkout", "-q", "--detach", "HEAD~1")
	site := open(t, r.dir)
	for name, want := range map[string]string{"main": "2", "main~1": "1", "nhanh": "2", "v1": "2", "HEAD": "1", "main^2": "2"} {
		if got := text(t, tree(t, site, name), "content/a.md"); got != want {
			t.Errorf("%s: a.md is %q, want %q", name, got, want)
		}
	}
	if got := text(t, tree(t, site, "main"), "content/c.md"); got != "c" {
		t.Errorf("the merge lacks c.md: %q", got)
	}
	main, _ := site.Find("main~1")
	other, _ := site.Find("nhanh")
	if common, err := site.Common(main, other); err != nil || common.Hash != r.git("rev-parse", "main~2") {
		t.Errorf("the common base is %v, %v", common, err)
	}
}

// Nothing in the folder is touched, whatever stands there: the index, the work tree, a lock.
func TestTheWorkTreeIsLeftAlone(t *testing.T) {
	r := newRepo(t)
	r.commit(map[string]string{"content/a.md": "1", ".gitignore": "*.bak\n"})
	r.write("content/a.md", "dở dang")
	r.write("content/moi.md", "chưa thêm")
	r.write("content/cu.bak", "bỏ qua")
	r.write(".git/index.lock", "")
	before := r.git("status", "--porcelain", "--ignored")
	site := open(t, r.dir)
	if got := text(t, tree(t, site, "HEAD"), "content/a.md"); got != "1" {
		t.Errorf("the revision holds %q", got)
	}
	unkept, err := site.Unkept()
	if want := []string{"content/cu.bak", "content/moi.md"}; err != nil || !slices.Equal(unkept, want) {
		t.Errorf("unkept are %v, %v, want %v", unkept, err, want)
	}
	if after := r.git("status", "--porcelain", "--ignored"); after != before {
		t.Errorf("the status was\n%s\nand is\n%s", before, after)
	}
}

// A replacement, which makes a commit read as another, has no say.
func TestReplacementsHaveNoSay(t *testing.T) {
	r := newRepo(t)
	r.commit(map[string]string{"content/a.md": "thật"})
	r.commit(map[string]string{"content/a.md": "giả"})
	r.git("replace", r.git("rev-parse", "HEAD~1:content/a.md"), r.git("rev-parse", "HEAD:content/a.md"))
	if got := text(t, tree(t, open(t, r.dir), "HEAD~1"), "content/a.md"); got != "thật" {
		t.Errorf("the old file reads %q", got)
	}
}

func TestASymlinkStaysOne(t *testing.T) {
	r := newRepo(t)
	r.write("content/a.md", "1")
	if err := os.Symlink("/etc/passwd", filepath.Join(r.dir, "content", "b.md")); err != nil {
		t.Skip("not on this system: symlinks")
	}
	r.commit(nil)
	entries, err := fs.ReadDir(tree(t, open(t, r.dir), "HEAD"), "content")
	if err != nil || len(entries) != 2 || entries[1].Type() != fs.ModeSymlink {
		t.Errorf("entries are %v, %v", entries, err)
	}
}

// What can't be read is one of the faults, said in both languages without a word of git's.
func TestFaults(t *testing.T) {
	r := newRepo(t)
	r.commit(map[string]string{"content/a.md": "1"})
	r.commit(map[string]string{"content/a.md": "2"})
	sub := newRepo(t)
	sub.commit(map[string]string{"x.md": "x"})
	r.git("checkout", "-q", "-b", "con")
	r.git("submodule", "--quiet", "add", sub.dir, "content/con")
	r.commit(nil)

	shallow := repo{t, t.TempDir()}
	shallow.git("clone", "-q", "--depth", "1", "-b", "main", "file://"+r.dir, ".")
	bare := repo{t, t.TempDir()}
	bare.git("init", "-q", "--bare")
	damaged := newRepo(t)
	damaged.commit(map[string]string{"content/a.md": "mất"})
	id := damaged.git("rev-parse", "HEAD:content/a.md")
	if err := os.Remove(filepath.Join(damaged.dir, ".git", "objects", id[:2], id[2:])); err != nil {
		t.Fatal(err)
	}

	for _, c := range []struct {
		name, dir, rev string
		want           revision.Kind
	}{
		{"no repository", t.TempDir(), "HEAD", revision.NoRepository},
		{"bare", bare.dir, "HEAD", revision.Bare},
		{"unknown", r.dir, "khong-co", revision.Unknown},
		{"a file is no revision", r.dir, "HEAD:content/a.md", revision.Unknown},
		{"an option is no revision", r.dir, "--all", revision.Unknown},
		{"shallow", shallow.dir, "HEAD~1", revision.UnknownShallow},
		{"submodule", r.dir, "con", revision.Submodule},
		{"damaged", damaged.dir, "HEAD", revision.Damaged},
	} {
		t.Run(c.name, func(t *testing.T) {
			var fault *revision.Fault
			if err := read(c.dir, c.rev); !errors.As(err, &fault) || fault.Kind != c.want {
				t.Fatalf("the error is %v", err)
			}
			vi, ok := revision.Describe(fault, diag.Vi)
			en, _ := revision.Describe(fault, diag.En)
			if !ok || vi == en || strings.Contains(vi, "fatal") || strings.Contains(en, "fatal") || strings.Contains(vi, "{") {
				t.Errorf("it is said as %q and %q", vi, en)
			}
		})
	}
}

func read(dir, name string) error {
	r, err := revision.Open(context.Background(), dir)
	if err != nil {
		return err
	}
	rev, err := r.Find(name)
	if err != nil {
		return err
	}
	_, err = r.Tree(rev)
	return err
}

func TestWithoutGit(t *testing.T) {
	t.Setenv("PATH", t.TempDir())
	var fault *revision.Fault
	if _, err := revision.Open(context.Background(), t.TempDir()); !errors.As(err, &fault) || fault.Kind != revision.NoGit {
		t.Errorf("the error is %v", err)
	}
}

// In a hook git tells its children which repository is meant; that is not the one asked for.
func TestAHooksRepositoryHasNoSay(t *testing.T) {
	r, other := newRepo(t), newRepo(t)
	r.commit(map[string]string{"content/a.md": "đây"})
	other.commit(map[string]string{"content/a.md": "kia"})
	t.Setenv("GIT_DIR", filepath.Join(other.dir, ".git"))
	t.Setenv("GIT_INDEX_FILE", filepath.Join(other.dir, ".git", "index"))
	if got := text(t, tree(t, open(t, r.dir), "HEAD"), "content/a.md"); got != "đây" {
		t.Errorf("a.md is %q", got)
	}
}

func TestWhoWroteALine(t *testing.T) {
	r := newRepo(t)
	r.commit(map[string]string{"content/a.md": "một\nhai\n"})
	r.write("content/a.md", "một\nhai\nba\n")
	r.write("content/moi.md", "mới\n")
	site := open(t, r.dir)
	head, err := site.Find("HEAD")
	if err != nil {
		t.Fatal(err)
	}
	c, known := site.Wrote(&head, "content/a.md", 2)
	if !known || c.Author != "Nguyễn Văn Mẫu" || c.By != "" || c.Hash != head.Short() || c.At.Format("2006-01-02 15:04 -0700") != "2026-05-02 08:00 +0700" {
		t.Errorf("the line is by %+v, %v", c, known)
	}
	if c, known := site.Wrote(nil, "content/a.md", 3); !known || c.Hash != "" {
		t.Errorf("a line of the work tree is by %+v, %v", c, known)
	}
	for _, file := range []string{"content/moi.md", "content/khong.md"} {
		if c, known := site.Wrote(nil, file, 1); known {
			t.Errorf("%s is by %+v", file, c)
		}
	}
	if _, known := site.Wrote(&head, "content/a.md", 99); known {
		t.Error("a line that is not there has an author")
	}
}

func TestAShallowCloneDoesNotBlameItsFirstCommit(t *testing.T) {
	r := newRepo(t)
	r.commit(map[string]string{"content/a.md": "một\n"})
	r.commit(map[string]string{"content/b.md": "khác\n"})
	shallow := repo{t, t.TempDir()}
	shallow.git("clone", "-q", "--depth", "1", "file://"+r.dir, ".")
	site := open(t, shallow.dir)
	head, err := site.Find("HEAD")
	if err != nil {
		t.Fatal(err)
	}
	if c, known := site.Wrote(&head, "content/a.md", 1); !known || !c.Earliest {
		t.Errorf("the line is by %+v, %v", c, known)
	}
}
