package diag

// pageEntries are the codes of page findings.
var pageEntries = map[string]Entry{}
