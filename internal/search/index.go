package search

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/json"
	"iter"
	"slices"
	"strings"
)

const (
	shardSize = 6 << 10 // bytes of words in a file before a host packs it; lists that are longer stand alone
	chunkSize = 24      // titles in a file
)

// A Page is something that can be found. Its number is its place among all.
type Page struct {
	Title        string
	Href         string // with the base path
	Kind         string // "Kết quả"
	Campaign     string // title of its campaign, "" if none
	Day          string // as printed, "" if none
	Illustrative bool
	Names        []string         // what else it is called: numbers of acts, names of units
	Text         iter.Seq[string] // what it tells, in pieces that end between words; nil if nothing
}

// A File is one file of the index.
type File struct {
	Name string // without a folder
	Data []byte
}

// Directory is the name of the file that a search begins with; it comes first in what [Index] returns.
const Directory = "muc-luc.json"

// Index makes the files.
func Index(pages []Page) []File { return IndexUntil(nil, pages) }

// IndexUntil is Index for those who may change their minds: when done is closed it returns nil soon.
func IndexUntil(done <-chan struct{}, pages []Page) []File {
	x := &index{lexicon: newLexicon(), pairs: map[pair]int32{}}
	for i := range pages {
		select {
		case <-done:
			return nil
		default:
		}
		x.add(int32(i), &pages[i])
	}
	shards, firsts := x.shards()
	chunks := chunked(pages)
	dir := directory{Pages: len(pages), Chunk: chunkSize, Names: []string{}, Words: [][2]string{}}
	for i, f := range shards {
		dir.Words = append(dir.Words, [2]string{firsts[i], hashOf(f)})
	}
	for _, f := range chunks {
		dir.Names = append(dir.Names, hashOf(f))
	}
	return slices.Concat([]File{{Directory, encode(dir)}}, shards, chunks)
}

// directory is the shape of muc-luc.json; files are named by the hash in their names.
type directory struct {
	Pages int         `json:"pages"`
	Chunk int         `json:"chunk"`
	Names []string    `json:"names"`
	Words [][2]string `json:"words"`
}

// chunked writes what is shown of each page.
func chunked(pages []Page) []File {
	var files []File
	for chunk := range slices.Chunk(pages, chunkSize) {
		rows := make([][]any, 0, len(chunk))
		for _, p := range chunk {
			row := []any{p.Title, p.Href, p.Kind, p.Campaign, p.Day}
			if p.Illustrative {
				row = append(row, 1)
			}
			rows = append(rows, row)
		}
		files = append(files, file("trang", ".json", encode(rows)))
	}
	return files
}

// file names a file by its content: 40 bits, in letters that any file system tells apart.
func file(name, ext string, data []byte) File {
	sum := sha256.Sum256(data)
	hash := base32.HexEncoding.EncodeToString(sum[:5])
	return File{name + "." + strings.ToLower(hash) + ext, data}
}

// hashOf is what tells a file from others of its sort.
func hashOf(f File) string { return strings.Split(f.Name, ".")[1] }

func encode(v any) []byte {
	data, err := json.Marshal(v)
	if err != nil {
		panic("search: plain texts can't fail to encode: " + err.Error())
	}
	return data
}
