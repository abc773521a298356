package revision

import (
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// A Repository is the git repository around a site's folder.
type Repository struct {
	ctx    context.Context
	dir    string            // the site's folder
	prefix string            // of the site's folder below the repository's top: "", "portal/"
	blobs  map[string][]byte // what has been read, by object
	// Shallow tells that the repository holds only the newest part of its history.
	Shallow bool
}

// A Revision is one commit.
type Revision struct {
	Name string // as it was asked for
	Hash string // of the commit, in full
}

// Short is the hash as people write it.
func (r Revision) Short() string { return r.Hash[:min(8, len(r.Hash))] }

// Open finds the repository that a folder belongs to.
func Open(ctx context.Context, dir string) (*Repository, error) {
	r := &Repository{ctx: ctx, dir: dir, blobs: map[string][]byte{}}
	inside, err := r.git(nil, "rev-parse", "--is-inside-work-tree")
	if err != nil {
		return nil, r.unopened(err)
	}
	if line(inside) != "true" {
		return nil, &Fault{Kind: Bare, Name: dir}
	}
	told, err := r.git(nil, "rev-parse", "--is-shallow-repository", "--show-prefix")
	if err != nil {
		return nil, &Fault{Kind: Failed, Name: dir, Err: err}
	}
	shallow, prefix, _ := strings.Cut(string(told), "\n")
	r.Shallow, r.prefix = shallow == "true", line([]byte(prefix))
	return r, nil
}

// unopened tells why there is no repository to read.
func (r *Repository) unopened(err error) error {
	var said *exitError
	switch {
	case errors.Is(err, exec.ErrNotFound):
		return &Fault{Kind: NoGit, Err: err}
	case errors.As(err, &said) && strings.Contains(said.stderr, "dubious ownership"):
		dir, _ := filepath.Abs(r.dir)
		return &Fault{Kind: Unsafe, Name: dir, Err: err}
	case errors.As(err, &said):
		return &Fault{Kind: NoRepository, Name: r.dir, Err: err}
	}
	return &Fault{Kind: Failed, Name: r.dir, Err: err}
}

// Find returns the commit that a name stands for.
func (r *Repository) Find(name string) (Revision, error) {
	if name == "" || strings.HasPrefix(name, "-") || strings.ContainsAny(name, "\x00\n") {
		return Revision{}, &Fault{Kind: Unknown, Name: name}
	}
	out, err := r.git(nil, "rev-parse", "--verify", "--quiet", name+"^{commit}")
	if err != nil {
		return Revision{}, r.unfound(name, err)
	}
	return Revision{Name: name, Hash: line(out)}, nil
}

// Committed returns when a revision was committed.
func (r *Repository) Committed(rev Revision) (time.Time, error) {
	out, err := r.git(nil, "show", "--no-patch", "--format=%ct", rev.Hash)
	if err != nil {
		return time.Time{}, &Fault{Kind: Failed, Name: rev.Name, Err: err}
	}
	return moment(line(out), "+0000"), nil
}

// Changed reports whether content/ or templates/ of the folder differ from a revision; files that git does not know count.
func (r *Repository) Changed(rev Revision) (bool, error) {
	differ, err := r.git(nil, "diff", "--name-only", "-z", "--no-ext-diff", "--no-textconv", rev.Hash, "--", "content", "templates")
	if err != nil {
		return false, &Fault{Kind: Failed, Name: rev.Name, Err: err}
	}
	unkept, err := r.Unkept()
	return len(differ) > 0 || len(unkept) > 0, err
}

// Common returns the newest commit that both come from: where a branch left the other.
func (r *Repository) Common(a, b Revision) (Revision, error) {
	out, err := r.git(nil, "merge-base", a.Hash, b.Hash)
	if err != nil {
		return Revision{}, r.unfound(a.Name+"..."+b.Name, err)
	}
	return Revision{Name: a.Name + "..." + b.Name, Hash: line(out)}, nil
}

func (r *Repository) unfound(name string, err error) error {
	var said *exitError
	switch {
	case errors.As(err, &said) && r.Shallow:
		return &Fault{Kind: UnknownShallow, Name: name, Err: err}
	case errors.As(err, &said):
		return &Fault{Kind: Unknown, Name: name, Err: err}
	}
	return &Fault{Kind: Failed, Name: name, Err: err}
}

// Unkept lists the files of the site's folder that git does not know, ignored ones included, from the site's folder:
// they are part of what stands in the folder, but of no revision.
func (r *Repository) Unkept() ([]string, error) {
	out, err := r.git(nil, "ls-files", "-z", "--others", "--", "content", "templates")
	if err != nil {
		return nil, &Fault{Kind: Failed, Name: r.dir, Err: err}
	}
	return slices.DeleteFunc(strings.Split(string(out), "\x00"), func(s string) bool { return s == "" }), nil
}

// An exitError is a git that ran and failed.
type exitError struct {
	stderr string
	err    error
}

func (e *exitError) Error() string { return e.err.Error() }

// plain keeps git from reading anything but the repository, and from asking or writing anything.
var plain = []string{"-c", "core.fsmonitor=false", "-c", "core.quotePath=false", "-c", "blame.ignoreRevsFile=", "--no-pager"}

// git runs one git command in the site's folder and returns what it prints.
func (r *Repository) git(in io.Reader, words ...string) ([]byte, error) {
	cmd := exec.CommandContext(r.ctx, "git", slices.Concat(plain, words)...)
	var out, told bytes.Buffer
	cmd.Dir, cmd.Env, cmd.Stdin, cmd.Stdout, cmd.Stderr = r.dir, environment(), in, &out, &told
	err := cmd.Run()
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		return nil, &exitError{told.String(), err}
	}
	return out.Bytes(), err
}

// environment is ours without what a hook of git sets for its own repository.
func environment() []string {
	env := slices.DeleteFunc(os.Environ(), func(v string) bool {
		return strings.HasPrefix(v, "GIT_DIR=") || strings.HasPrefix(v, "GIT_WORK_TREE=") || strings.HasPrefix(v, "GIT_INDEX_FILE=") ||
			strings.HasPrefix(v, "GIT_PREFIX=") || strings.HasPrefix(v, "GIT_OBJECT_DIRECTORY=") || strings.HasPrefix(v, "GIT_COMMON_DIR=")
	})
	return append(env, "LC_ALL=C", "GIT_OPTIONAL_LOCKS=0", "GIT_NO_REPLACE_OBJECTS=1", "GIT_TERMINAL_PROMPT=0", "GIT_LITERAL_PATHSPECS=1")
}

func line(out []byte) string { return strings.TrimRight(string(out), "\r\n") }
