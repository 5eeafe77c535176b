package demarche

import (
	"slices"
	"strings"
)

// A ruleFile is a file of entries, cut into lines and blocks: lines with no empty one between them, as lexicon.ReadBlocks has them.
type ruleFile struct {
	path   string
	lines  []string // without white space at their ends
	blocks [][2]int // first line of each and the one behind its last, from 0
	block  []int    // of each line; -1 for an empty one
	list   bool     // each line is an entry, with the examples of its block
}

// maxRule is the longest text of an entry in bytes. Ours are shorter; a user's file need not have any empty line.
const maxRule = 8 << 10

func newRuleFile(path, text string) *ruleFile {
	f := &ruleFile{path: path, list: strings.HasPrefix(path, "dates/")}
	open := false
	for line := range strings.Lines(text) {
		line = strings.TrimRight(line, " \t\r\n")
		n := len(f.lines)
		f.lines = append(f.lines, line)
		if line == "" {
			f.block, open = append(f.block, -1), false
			continue
		}
		if !open {
			f.blocks, open = append(f.blocks, [2]int{n, n}), true
		}
		f.blocks[len(f.blocks)-1][1] = n + 1
		f.block = append(f.block, len(f.blocks)-1)
	}
	return f
}

// rule returns the entry at a line, counted from 1; the zero Rule if there is none.
func (f *ruleFile) rule(line int) Rule {
	n := line - 1
	if n < 0 || n >= len(f.lines) || f.block[n] < 0 {
		return Rule{}
	}
	b := f.blocks[f.block[n]]
	lines := f.lines[b[0]:b[1]]
	if f.list {
		lines = append([]string{f.lines[n]}, slices.DeleteFunc(slices.Clone(lines), func(l string) bool { return !isExample(l) })...)
	}
	return Rule{File: f.path, Line: line, Text: f.shortened(lines, n-b[0])}
}

// shortened joins the lines of a block. Of one that is too long it takes what there is room for from line n on.
func (f *ruleFile) shortened(lines []string, n int) string {
	if text, whole := upTo(maxRule, lines); whole {
		return text
	}
	text, _ := upTo(maxRule, lines[n:])
	return text + "\n…"
}

// upTo joins as many lines as fit into a number of bytes, of the first at least its beginning, and reports whether these are all.
func upTo(size int, lines []string) (text string, whole bool) {
	if len(lines[0]) > size {
		return strings.ToValidUTF8(lines[0][:size], ""), false
	}
	n := 0
	for i, l := range lines {
		if n += len(l) + 1; n > size+1 {
			return strings.Join(lines[:i], "\n"), false
		}
	}
	return strings.Join(lines, "\n"), true
}

// lineOf returns the first line that lists a word, from 1; that of the file's first line if none does: what it says of itself.
func (f *ruleFile) lineOf(word string) int {
	for n, l := range f.lines {
		if !strings.HasPrefix(l, "#") && !isExample(l) && slices.Contains(strings.Fields(l), word) {
			return n + 1
		}
	}
	return 1
}

// isExample reports whether a line is an example or a counter-example.
func isExample(line string) bool { return strings.HasPrefix(line, "+") || strings.HasPrefix(line, "-") }
