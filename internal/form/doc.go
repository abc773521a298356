// Package form makes the workbooks that people fill in, and takes them back: score sheets, lists of awards, the
// registry of units.
//
//	data, err := form.Scores{Title: "…", Block: "Các xã", Rules: rules, Units: units}.Workbook()
//
// # A form
//
// The first sheet has the table: what is given is locked, what is to be filled in has a yellow ground, and Excel refuses what
// can't be right. The sheet "Hướng dẫn" says how to fill it in. A form of scores has the headings that package sheet
// reads; its column "Cộng (tự tính)" only helps who fills it in, and counts for nothing.
//
// # Taking it back
//
// Package sheet reads scores. [ReadAwards] and [ReadUnits] read the other two, by headings as people write them, and
// [Splice] puts the entries into a document's header and leaves every other byte alone.
//
// # Invariants
//
// The same input gives the same bytes. What can't be understood is a finding at its cell.
package form
