package segment

import "strings"

// address returns the end of the address at p: a URL, a host's name, an e-mail address, a file's name. It returns p if
// there is none.
func (s *scanner) address(p int) int {
	chunk := s.text[p:s.end]
	host := hostLength(chunk)
	if host == 0 || host == len(chunk) && strings.IndexByte(chunk, '.') < 0 {
		return p
	}
	rest := chunk[host:]
	switch {
	case strings.HasPrefix(rest, "://"), strings.HasPrefix(chunk, "www."):
		return p + trimAddress(chunk)
	case len(rest) > 1 && rest[0] == '@':
		if n := hostLength(rest[1:]); n > 1 {
			return p + host + 1 + len(strings.TrimRight(rest[1:n+1], ".-"))
		}
		return p
	}
	name := strings.TrimRight(chunk[:host], ".-")
	if !isHost(name) {
		return p
	}
	if len(name) == host && len(rest) > 1 && rest[0] == '/' {
		return p + trimAddress(chunk)
	}
	return p + len(name)
}

// hostLength is the length of the characters of host names and mail boxes at the start of s.
func hostLength(s string) int {
	for i := range len(s) {
		c := s[i]
		if !('a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' || i > 0 && strings.IndexByte(".-_+%", c) >= 0) {
			return i
		}
	}
	return len(s)
}

// isHost reports whether name ends like the name of a host on the Internet or of a file.
func isHost(name string) bool {
	dot := strings.LastIndexByte(name, '.')
	if dot < 2 || strings.Contains(name, "..") {
		return false
	}
	last := name[dot+1:]
	if last != strings.ToLower(last) && last != strings.ToUpper(last) {
		return false // "over.Com" is two sentences
	}
	switch strings.ToLower(last) {
	case "com", "org", "net", "gov", "edu", "mil", "info", "biz", "int", "tv",
		"html", "htm", "php", "pdf", "doc", "docx", "xls", "xlsx", "ppt", "txt", "jpg", "jpeg", "png", "gif", "zip", "exe":
		return true
	}
	if len(last) != 2 {
		return false
	}
	above := name[strings.LastIndexByte(name[:dot], '.')+1 : dot]
	switch above {
	case "co", "com", "org", "net", "gov", "gob", "gouv", "ac", "edu":
		return true // bbc.co.uk
	}
	return false
}

// trimAddress is the length of the URL at the start of s, without the punctuation of the sentence it stands in.
func trimAddress(s string) int {
	if i := strings.IndexAny(s, "<>\"|“”«»"); i >= 0 {
		s = s[:i]
	}
	for {
		t := strings.TrimRight(s, ".,;:!?'’…]}*")
		if strings.HasSuffix(t, ")") && strings.Count(t, "(") < strings.Count(t, ")") {
			t = t[:len(t)-1]
		}
		if t == s {
			return len(s)
		}
		s = t
	}
}

// emoticon returns the end of the face made of punctuation at p, such as :-) and ;D, with which the chunk ends; p if there
// is none.
func (s *scanner) emoticon(p int) int {
	chunk := s.text[p:s.end]
	if p > s.start && !s.is(p-1, stop) || len(chunk) < 2 || strings.IndexByte(":;=^<", chunk[0]) < 0 {
		return p
	}
	if chunk == "^_^" || chunk == "<3" {
		return s.end
	}
	mouth := strings.TrimLeft(chunk[1:], "-'^o")
	if len(chunk)-len(mouth) > 2 || mouth == "" || chunk[0] == '^' || chunk[0] == '<' {
		return p
	}
	n := len(mouth) - len(strings.TrimLeft(mouth, mouth[:1]))
	end := s.end - len(mouth) + n
	if end == s.end && strings.IndexByte(")(DPpOo/|*]\\", mouth[0]) >= 0 {
		return end
	}
	return p
}
