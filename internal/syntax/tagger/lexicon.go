package tagger

import (
	"sort"
	"strings"
)

// A lexicon is lines of "form TAB tag TAB lemma" in order of their bytes, each ended by a newline. It is searched where
// it lies.
type lexicon string

// sorted reports whether the lines are in order and whole.
func (x lexicon) sorted() bool {
	last := ""
	for line := range strings.Lines(string(x)) {
		if line <= last || line[len(line)-1] != '\n' || strings.Count(line, "\t") != 2 {
			return false
		}
		last = line
	}
	return true
}

// find returns the lemma of the line that begins with key, "form TAB tag TAB".
func (x lexicon) find(key []byte) (lemma string, ok bool) {
	at := sort.Search(len(x), func(i int) bool {
		line := x.lineAt(i)
		return line[:min(len(line), len(key))] >= string(key)
	})
	if at == len(x) {
		return "", false
	}
	line := x.lineAt(at)
	if len(line) < len(key) || line[:len(key)] != string(key) {
		return "", false
	}
	return line[len(key):], true
}

// lineAt is the line that holds byte i, without its newline.
func (x lexicon) lineAt(i int) string {
	begin := strings.LastIndexByte(string(x[:i]), '\n') + 1
	line, _, _ := strings.Cut(string(x[begin:]), "\n")
	return line
}
