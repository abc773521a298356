package main

import (
	"bangvang/internal/portal"
	"bangvang/internal/revision"
	"bangvang/internal/site"
)

func buildFlags(a *app) {
	formatFlags(a)
	cacheFlags(a)
	a.flags.BoolVar(&a.tellRevision, "revision", false, a.say("ghi commit của nội dung vào "+portal.RevisionFile, "tell the content's commit in "+portal.RevisionFile))
}

// revision is what git says of the site's folder.
func (a *app) revision() (site.Revision, error) {
	repo, err := revision.Open(a.ctx, a.site)
	if err != nil {
		return site.Revision{}, err
	}
	head, err := repo.Find("HEAD")
	if err != nil {
		return site.Revision{}, err
	}
	told := site.Revision{Commit: head.Hash}
	if told.Time, err = repo.Committed(head); err != nil {
		return site.Revision{}, err
	}
	told.Changed, err = repo.Changed(head)
	return told, err
}
