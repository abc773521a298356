package diag

// documentEntries are the codes of document findings.
var documentEntries = map[string]Entry{}
