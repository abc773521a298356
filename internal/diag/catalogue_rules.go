package diag

// rulesEntries are the codes of rules findings.
var rulesEntries = map[string]Entry{}
