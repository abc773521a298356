package render

import "bytes"

// A scanner goes through a page from tag to tag and leaves what it finds in facts.
type scanner struct {
	page    []byte
	words   words
	at      int
	facts   Facts
	heading int // where the text of an open heading begins; 0 outside
}

// next goes to the next tag and reads it.
func (s *scanner) next() bool {
	i := bytes.IndexByte(s.page[s.at:], '<')
	if i < 0 || s.at+i+1 >= len(s.page) {
		return false
	}
	s.at += i + 1
	switch c := s.page[s.at]; {
	case c == '!':
		s.skipComment()
	case c == '/':
		s.end()
	case 'a' <= c && c <= 'z':
		s.start()
	}
	return true
}

func (s *scanner) skipComment() {
	if rest := s.page[s.at:]; bytes.HasPrefix(rest, []byte("!--")) {
		s.skipPast("-->")
		return
	}
	s.skipTag()
}

func (s *scanner) skipPast(mark string) {
	i := bytes.Index(s.page[s.at:], []byte(mark))
	if i < 0 {
		s.at = len(s.page)
		return
	}
	s.at += i + len(mark)
}

func (s *scanner) skipTag() {
	i := bytes.IndexByte(s.page[s.at:], '>')
	if i < 0 {
		s.at = len(s.page)
		return
	}
	s.at += i + 1
}

// end closes a heading.
func (s *scanner) end() {
	if s.heading > 0 && s.at+2 < len(s.page) && s.page[s.at+1] == 'h' && isLevel(s.page[s.at+2]) {
		last := &s.facts.Headings[len(s.facts.Headings)-1]
		last.Text = plainText(s.page[s.heading : s.at-1])
		s.heading = 0
	}
	s.skipTag()
}

func isLevel(c byte) bool { return '1' <= c && c <= '6' }

// start reads a start tag; for the elements without markup inside, their content too.
func (s *scanner) start() {
	from := s.at
	for s.at < len(s.page) && isName(s.page[s.at]) {
		s.at++
	}
	name := s.page[from:s.at]
	tag := open(name)
	if tag.wants == wantsID && s.at < len(s.page) && s.page[s.at] == '>' {
		s.at++ // most tags: <td>, <li>
		return
	}
	for s.attribute(&tag) {
	}
	s.close(name, &tag)
}

func isName(c byte) bool { return 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '-' }

// attribute reads one attribute into the tag; false at the tag's end, which it steps over.
func (s *scanner) attribute(t *tag) bool {
	for s.at < len(s.page) && (isSpace(s.page[s.at]) || s.page[s.at] == '/') {
		s.at++
	}
	if s.at >= len(s.page) || s.page[s.at] == '>' {
		s.at = min(s.at+1, len(s.page))
		return false
	}
	from := s.at
	for s.at < len(s.page) && !endsName(s.page[s.at]) {
		s.at++
	}
	t.set(s.page[from:s.at], s.value())
	return true
}

func isSpace(c byte) bool { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' }

func endsName(c byte) bool { return c == '=' || c == '>' || c == '/' || isSpace(c) }

// value reads what follows an attribute's name, nil where it has none.
func (s *scanner) value() []byte {
	if s.at >= len(s.page) || s.page[s.at] != '=' {
		return nil
	}
	s.at++
	if s.at < len(s.page) && (s.page[s.at] == '"' || s.page[s.at] == '\'') {
		return s.quoted(s.page[s.at])
	}
	from := s.at
	for s.at < len(s.page) && s.page[s.at] != '>' && !isSpace(s.page[s.at]) {
		s.at++
	}
	return s.page[from:s.at]
}

func (s *scanner) quoted(quote byte) []byte {
	s.at++
	from := s.at
	i := bytes.IndexByte(s.page[from:], quote)
	if i < 0 {
		s.at = len(s.page)
		return s.page[from:]
	}
	s.at += i + 1
	return s.page[from : from+i]
}

// raw steps over the content of an element that holds no markup, and keeps the page's title.
func (s *scanner) raw(name []byte) {
	from := s.at
	end := bytes.Index(s.page[from:], append([]byte("</"), name...))
	if end < 0 {
		end = len(s.page) - from
	}
	if string(name) == "title" && s.facts.Title == "" {
		s.facts.Title = plainText(s.page[from : from+end])
	}
	s.at = from + end
}
