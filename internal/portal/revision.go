package portal

import (
	"cmp"
	"time"
)

// RevisionFile tells which revision of the sources a portal was built from. It alone depends on that, so that whoever
// compares two portals leaves it out.
const RevisionFile = "ban-dung.json"

// revision writes the file where the revision is to be told.
func (p *planner) revision() {
	if p.Revision.Commit == "" {
		return
	}
	told := struct {
		Commit     string `json:"commit"`
		Committed  string `json:"committed"`         // RFC 3339, in the site's zone
		Changed    bool   `json:"changed,omitempty"` // the sources were not those of the commit
		Repository string `json:"repository,omitempty"`
		Branch     string `json:"branch,omitempty"`
		Path       string `json:"path,omitempty"`
	}{Commit: p.Revision.Commit, Committed: p.Revision.Time.In(p.Zone).Format(time.RFC3339), Changed: p.Revision.Changed}
	if r := p.Settings.Site.Repository; r != nil {
		told.Repository, told.Branch, told.Path = r.URL, cmp.Or(r.Branch, "main"), r.Path
	}
	p.put(Output{Path: RevisionFile, Data: encodeJSON(told)}, "số hiệu bản dựng")
}
