package revision

import (
	"errors"
	"strings"

	"bangvang/internal/diag"
)

// Kind names what went wrong with git.
type Kind int

// The faults. Unknown and UnknownShallow are the caller's: there is no such revision.
const (
	Failed         Kind = iota // git ran and failed
	NoGit                      // there is no git on this machine
	NoRepository               // the folder is in no repository
	Bare                       // the repository has no work tree
	Unsafe                     // the folder belongs to another user, and git refuses it
	Unknown                    // no such revision
	UnknownShallow             // no such revision, but only the newest part of the history is here
	Damaged                    // an object is missing or broken
	Submodule                  // a submodule stands among the sources
)

// A Fault is why a revision can't be read. Name is the folder, the revision or the path concerned.
type Fault struct {
	Kind Kind
	Name string
	Err  error // what git or the system said; for developers only
}

// Error is for developers; [Describe] speaks to people.
func (f *Fault) Error() string {
	text := "revision: " + words[f.Kind].En
	if f.Err != nil {
		text += ": " + f.Err.Error()
	}
	return strings.ReplaceAll(text, "{name}", f.Name)
}

// Unwrap returns what git or the system said.
func (f *Fault) Unwrap() error { return f.Err }

// Misnamed reports whether an error is in the words of the command line: a revision that does not exist.
func Misnamed(err error) bool {
	var f *Fault
	return errors.As(err, &f) && (f.Kind == Unknown || f.Kind == UnknownShallow)
}

// Describe says a fault in words; ok is false for any other error.
func Describe(err error, lang diag.Lang) (text string, ok bool) {
	var f *Fault
	if !errors.As(err, &f) {
		return "", false
	}
	return strings.ReplaceAll(words[f.Kind].In(lang), "{name}", f.Name), true
}

var words = map[Kind]diag.Text{
	Failed: {Vi: "git không đọc được «{name}»; thử chạy git status và git fsck trong thư mục ấy để xem kho có hỏng không",
		En: "git can't read “{name}”; run git status and git fsck there to see whether the repository is sound"},
	NoGit: {Vi: "máy này chưa có git; cài git (https://git-scm.com) rồi chạy lại",
		En: "there is no git on this machine; install git (https://git-scm.com) and run again"},
	NoRepository: {Vi: "thư mục «{name}» không nằm trong kho git nào; chạy lệnh trong thư mục của kho, hoặc chỉ rõ bằng --site",
		En: "the folder “{name}” is in no git repository; run the command inside one, or name the folder with --site"},
	Bare: {Vi: "kho git «{name}» không có thư mục làm việc; hãy git clone kho này ra rồi chạy trong bản clone",
		En: "the git repository “{name}” has no work tree; clone it and run the command in the clone"},
	Unsafe: {Vi: "git không tin thư mục «{name}» vì nó thuộc người dùng khác; nếu tin, chạy: git config --global --add safe.directory <thư mục gốc của kho>",
		En: "git does not trust the folder “{name}”, which belongs to another user; if you do, run: git config --global --add safe.directory <the repository's top folder>"},
	Unknown: {Vi: "kho không có bản «{name}»; xem các nhánh bằng git branch -a, các bản ghi bằng git log --oneline",
		En: "the repository has no revision “{name}”; see its branches with git branch -a, its commits with git log --oneline"},
	UnknownShallow: {Vi: "kho không có bản «{name}», vì bản clone này chỉ có phần mới nhất của lịch sử; lấy đủ bằng git fetch --unshallow (trên GitHub Actions: fetch-depth: 0)",
		En: "the repository has no revision “{name}”, as this clone holds only the newest part of the history; fetch all of it with git fetch --unshallow (on GitHub Actions: fetch-depth: 0)"},
	Damaged: {Vi: "kho thiếu một phần nội dung của bản «{name}»; chạy git fsck, rồi lấy lại bằng git fetch",
		En: "a part of the revision “{name}” is missing from the repository; run git fsck, then git fetch"},
	Submodule: {Vi: "«{name}» là một kho con (submodule), nội dung của nó nằm ở kho khác nên không so sánh được; chép các tệp ấy vào thẳng kho này",
		En: "“{name}” is a submodule: its files stand in another repository and can't be compared; copy them into this one"},
}
