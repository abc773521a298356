// Package search makes the index that the search page reads: a set of small static files, of which a reader's
// browser fetches the few that a question needs. There is no server behind it.
//
//	files := search.Index([]search.Page{{Title: "Kế hoạch 138/KH-UBND", Href: "/kh/", Kind: "Kế hoạch"}})
//
// # The files
//
//	muc-luc.json        the directory: {"pages": 10000, "chunk": 16, "names": ["<hash>", …], "words": [["a", "<hash>"], …]}
//	tu.<hash>.txt       words, a line each, in the order of their folded forms
//	trang.<hash>.json   titles: chunk pages each, [title, address, kind, campaign, day, 1 where illustrative]
//
// A page's number is its place in the input, so the caller lists the more important page first. Chunk n holds the
// pages n×chunk to n×chunk+chunk−1. Words are cut into files of at most [shardSize] bytes, never between words that
// fold alike: those with longer lists have a file to themselves. The directory names the first folded word of each
// file, so a word stands in the last file whose name is not after it. The names carry a hash of the content: browsers
// may keep them for ever, and a file that did not change keeps its name.
//
// # A line of words
//
//	châu thành<TAB>named<TAB>told
//
// A word is NFC and in lower case, with its marks. Named are the pages that have it in their title or among their
// names, told are the others that have it in their text. Two words that follow each other in a name are an entry of
// their own, told by nothing. Both lists are ascending numbers, written as the gaps to the number before, from −1:
// a gap of 1 to 90 is one character, '#' and on; a longer one first says how many times 90 it holds: '"' and
// the digits in base 36 and a space. See [gap].
//
// # What a word is
//
// A run of letters, marks and decimal digits: "138/KH-UBND" is "138", "kh", "ubnd". [Words] is the rule; the script on the search
// page has the same. Folded is [viet.Fold]: without marks, đ as d.
//
// Index is pure: the same pages give the same files.
package search
