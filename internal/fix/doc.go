// Package fix repairs what is mechanical in a site's sources: what a message already says how to mend, so that only
// typing is left. It decides nothing that a person must: a score, a name, a date that does not exist.
//
//	p, err := fix.Propose(tree, options, nil, nil) // what would change, file by file; nothing is written
//	p.Files[0].Repairs                             // why: findings, at their places in the file as it is
//	p.Files[0].Before, p.Files[0].After            // what
//	err = fix.Write(root, p)                       // each file whole or not at all
//
// # What is repaired
//
// The bytes of a file (bytes.go): a byte order mark, UTF-16, lines that end in several ways, letters whose marks are
// typed apart. A file whose every line ends in CRLF keeps that, and a score sheet its mark, which Excel needs.
//
// Findings (menders.go): the table that [Mendable] speaks of has a function for each code that can be mended. It looks at the
// finding's place and returns edits, or none where the place is not as it expects. An id or a key is replaced by the
// one near it where that is the only one, and no digit differs.
//
// Names of files (names.go): marks, blanks, capitals. A page's address is its path made plain, so it stays. References
// to the file follow; where one can't, the file keeps its name.
//
// # Invariants
//
// What is not repaired stays to the byte. A repair is kept only if its finding is gone and the header is still read as far
// as before. A second run finds nothing to do. Propose is pure and has the same rules for a document as the build: it is the build that
// says what is wrong, before and after.
package fix
