package diag

// publishEntries are the codes of publish findings.
var publishEntries = map[string]Entry{}
