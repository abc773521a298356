package diag

// sheetEntries are the codes of sheet findings.
var sheetEntries = map[string]Entry{}
