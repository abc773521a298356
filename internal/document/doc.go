// Package document turns the bytes of one file of content into values, and everything that is wrong with the file
// into findings. It is the only importer of goldmark, frontmatter and yaml.
//
//	doc, findings := document.Parse("content/phong-trao/x/ke-hoach.md", data)
//	doc.Plan.Period.From.Day                              // a value of the header
//	doc.Finding("unknown-unit", args, "blocks", 0, "units", 3) // a finding of others, at its place
//	doc.Body.Pieces, doc.Body.Slots                       // the text, cut where the whole site decides
//
// # The file
//
// UTF-8 with or without a byte order mark, lines ending in LF, CRLF or CR, text composed or not: inside the program
// it is NFC with LF. UTF-16, invalid UTF-8 and NUL are findings, and nothing else is said of such a file. The header
// stands between two lines of "---"; an indented "---" inside block text is text. At most 4 MB of header, 2 MB of body.
//
// # The header
//
// The struct tags of types.go are the only schema: [Keys] lists it, one reflective decoder follows it.
//
//	key:"name,required"   the key, and that it must be there
//	enum:"a|b"            the words it may be
//	word:"a|b"            a mapping that may also be one of these words
//	form:"slug"           how its text is written; others check it, schemas tell it
//
// Every value is read from its text as typed: 010 is ten, 9,5 is 9.5, ids stay text, a date is a local day or a time
// with its zone, a boolean is true or false. Anchors, aliases, merges, tags, keys that stand twice and keys that nobody
// knows are findings; the nearest key is named, and the English one for a Vietnamese. What a parser says of broken YAML
// never shows: syntax.go looks for the slip and says how to mend it.
//
// What YAML would take for something else without a word is told, and read as it was meant (typing.go): curly quotation
// marks around a value, a comma in a value inside braces, a Vietnamese key. A "#" behind a space that would cut text is
// told; behind true, a date or a list it is a remark. A header that names no type but has most keys of one is of that.
//
// What others of its keys make necessary ([Needs]): an article has a date; a plan a document unless it is an index;
// weighted scoring a scale; decided awards a document. Awards have no personal data but name, position and unit.
//
// # The body
//
// CommonMark with GFM's tables, strikethrough and bare addresses, and directives: lines "::name{key=value}". The HTML
// is cut at every [Slot]: a link or image of the site, a directive; there is one more piece than there are slots.
// What its author took for Markdown and is text, "](a b.png)" or "##A", is told (loose.go).
// Raw HTML never passes, nor does a link that runs a program. Headings have ids of plain letters, unique in the body,
// and begin at level 2. Tables stand in a region that scrolls by itself; rows without a mark in them are not parsed (rows.go).
// There is no inline style.
//
// # Places
//
// A place is a 1-based line and a column counted in the characters of the file as it is, decomposed ones too. A document
// keeps its bytes: [Document.Where] reads the header again at the first finding, as findings are rare and documents many.
//
// # Invariants
//
// A document depends on its path and bytes only and is not changed once it is made; all functions are safe for concurrent
// use. Parse never panics, always returns a document, and ends soon whatever it is fed (bounds.go).
package document
