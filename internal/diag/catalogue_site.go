package diag

// siteEntries are the codes of site findings.
var siteEntries = map[string]Entry{}
