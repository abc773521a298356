package main

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"bangvang/internal/dossier"
	"bangvang/internal/explain"
	"bangvang/internal/review"
	"bangvang/internal/revision"
)

func reviewFlags(a *app) {
	a.formats = dossier.Formats()
	a.flags.StringVar(&a.format, "format", "text", a.say("dạng kết quả: ", "form of the result: ")+strings.Join(a.formats, ", "))
	a.flags.StringVar(&a.write, "write", "", a.say("ghi kết quả vào tệp này thay vì in ra", "write the result to this file instead of printing it"))
}

// runReview compares what two revisions publish. BASE...HEAD compares with where HEAD left BASE.
func runReview(a *app, args []string) int {
	if len(args) == 0 {
		return a.usage(a.say("cần tên bản gốc để so sánh, ví dụ main", "it needs the revision to compare with, such as main"))
	}
	if a.json {
		a.format = string(dossier.JSON)
	}
	o, ok := a.options()
	if !ok {
		return exitUsage
	}
	work, closeSite, code := a.openSite()
	if code != exitOK {
		return code
	}
	defer closeSite()
	sides, err := a.sides(args, work)
	if err != nil {
		return a.gitFault(err)
	}
	r, err := review.Of(sides.base, sides.head, o, nil)
	if err != nil {
		return a.machine(err)
	}
	for i := range r.Approvals {
		r.Approvals[i].Committed = a.committed(sides, r.Approvals[i].At)
	}
	out := dossier.New(r, sides.baseName, sides.headName, a.lang)
	out.Unkept = sides.unkept
	return a.deliver(out)
}

// sides are the two trees that are compared.
type sides struct {
	repo               *revision.Repository
	base, head         fs.FS
	baseName, headName string
	commit             *revision.Revision // of the head; nil for the work tree
	unkept             []string
}

// sides opens what the words of the command line name.
func (a *app) sides(args []string, work fs.FS) (*sides, error) {
	repo, err := revision.Open(a.ctx, a.site)
	if err != nil {
		return nil, err
	}
	names := args
	first, second, common := strings.Cut(args[0], "...")
	if common {
		names = append([]string{first, second}, args[1:]...)
	}
	base, err := repo.Find(names[0])
	if err != nil {
		return nil, err
	}
	s := &sides{repo: repo, head: work, headName: a.say("thư mục làm việc", "the work tree")}
	if len(names) > 1 {
		head, err := repo.Find(names[1])
		if err != nil {
			return nil, err
		}
		if common {
			if base, err = repo.Common(base, head); err != nil {
				return nil, err
			}
		}
		s.commit, s.headName = &head, head.Name+" ("+head.Short()+")"
		if s.head, err = repo.Tree(head); err != nil {
			return nil, err
		}
	} else if s.unkept, err = repo.Unkept(); err != nil {
		return nil, err
	}
	s.baseName = base.Name + " (" + base.Short() + ")"
	s.base, err = repo.Tree(base)
	return s, err
}

// gitFault says what git lacks: a revision that does not exist is a slip on the command line.
func (a *app) gitFault(err error) int {
	if text, ok := revision.Describe(err, a.lang); ok && revision.Misnamed(err) {
		return a.usage(text)
	}
	return a.machine(err)
}

// committed says who put an approval there.
func (a *app) committed(s *sides, at review.Place) string {
	c, known := s.repo.Wrote(s.commit, at.File, at.Line)
	switch {
	case !known || c.Hash == "":
		return a.say("dòng này chưa được commit", "this line is not committed")
	case c.Earliest:
		return a.say("bản clone không đủ lịch sử để biết ai ghi dòng này", "the clone has too little history to tell who wrote this line")
	}
	text := a.say("do ", "written by ") + c.Author
	if c.By != "" {
		text += a.say(" viết, ", ", committed by ") + c.By
	}
	return text + a.say(" ghi ngày ", " on ") + explain.Speech{Lang: a.lang}.Date(c.At) + " (" + c.Hash + ")"
}

// deliver writes the report and says by the exit code whether it stops.
func (a *app) deliver(d *dossier.Dossier) int {
	var b bytes.Buffer
	err := a.form(d, &b)
	if err == nil && a.write == "" {
		_, err = a.out.Write(b.Bytes())
	} else if err == nil {
		err = os.WriteFile(a.write, b.Bytes(), 0o644)
	}
	if err != nil {
		return a.machine(fmt.Errorf("writing the review: %w", err))
	}
	if a.write != "" {
		fmt.Fprintln(a.err, d.Verdict())
	}
	if d.Stops() {
		return exitFindings
	}
	return exitOK
}

// form writes the dossier as asked for. As text it ends with the findings, printed as every command prints them, and
// the verdict.
func (a *app) form(d *dossier.Dossier, w io.Writer) error {
	if err := d.Write(w, dossier.Format(a.format)); err != nil || a.format != string(dossier.Text) {
		return err
	}
	if len(d.Findings) > 0 {
		fmt.Fprintln(w)
	}
	a.findings(w, d.Findings)
	_, err := fmt.Fprintf(w, "\n%s\n", d.Verdict())
	return err
}
