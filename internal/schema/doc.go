// Package schema tells other programs, editors above all, what a header may say: JSON Schemas (draft 2020-12) made
// from the struct tags by which package document reads headers, and a sentence about every key.
//
//	schema.Of(document.TypePlan, diag.Vi)   // the schema of a plan's header, as bytes
//	schema.Site(diag.Vi)                    // that of site.yaml
//	schema.About("Plan.period")             // what a key is for, by its struct and its name
//
// # What a schema knows
//
// Keys, required ones, those that others make necessary, words of a list, shapes of dates, numbers, ids and addresses;
// a key that is not listed is refused. A value may be a number where text is meant, and an optional key may hold
// nothing, as in the reader. It does not know what needs a second file (units, criteria, links), a body, or a calendar
// (February 29): that is for `check`. It is stricter than the reader in one point: true and false have no quotation marks.
package schema
