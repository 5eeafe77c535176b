package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
)

// A passage is a stretch of news with the attributions in it.
type passage struct {
	file         string // without its folder
	line         int    // its first, from 1
	text         []rune // its paragraphs, joined by an empty line
	sentences    []span
	attributions []attribution
}

// id names a passage: file:line.
func (p *passage) id() string { return fmt.Sprintf("%s:%d", p.file, p.line) }

// A span is [start, end) in code points of the passage.
type span struct{ start, end int }

// attribution is one, resolved. A role that the text leaves out is empty.
type attribution struct {
	source, cue, content, addressee []span
	kind, stance                    string
}

// A syntaxError says where a file is wrong, and what to do.
type syntaxError struct {
	file string
	line int
	text string
}

func (e *syntaxError) Error() string { return fmt.Sprintf("%s:%d: %s", e.file, e.line, e.text) }

// line is one line of a passage, without its key.
type line struct {
	number int
	value  string
}

// block is a passage as it is written.
type block struct {
	texts, by []line
}

// read reads the passages of a file. The error joins all that is wrong in it, each a *syntaxError; the passages without a
// fault are read nevertheless.
func read(r io.Reader, file string) ([]*passage, error) {
	var wrong []error
	fail := func(number int, format string, args ...any) {
		wrong = append(wrong, &syntaxError{file, number, fmt.Sprintf(format, args...)})
	}
	var passages []*passage
	for _, b := range readBlocks(r, fail) {
		if p := b.resolve(file, fail); p != nil {
			passages = append(passages, p)
		}
	}
	slices.SortStableFunc(wrong, func(a, b error) int { return a.(*syntaxError).line - b.(*syntaxError).line })
	return passages, errors.Join(wrong...)
}

// readBlocks parts a file at its empty lines.
func readBlocks(r io.Reader, fail func(int, string, ...any)) []*block {
	var blocks []*block
	var b *block
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	n := 0
	for sc.Scan() {
		n++
		s := strings.TrimRight(sc.Text(), " \t\r")
		if s == "" {
			b = nil
			continue
		}
		if s[0] == '#' {
			continue
		}
		if b == nil {
			b = &block{}
			blocks = append(blocks, b)
		}
		key, value, _ := strings.Cut(s, " ")
		l := line{n, strings.TrimSpace(value)}
		switch {
		case key != "text" && key != "by":
			fail(n, "begins with %q; a line begins with text, by or #", key)
		case l.value == "":
			fail(n, "nothing stands behind %q", key)
		case key == "text" && len(b.by) > 0:
			fail(n, "text behind by; part passages by an empty line, and put all paragraphs first")
		case key == "text":
			b.texts = append(b.texts, l)
		default:
			b.by = append(b.by, l)
		}
	}
	if err := sc.Err(); err != nil {
		fail(n+1, "cannot be read: %v; write lines of at most 1 MiB", err)
	}
	return blocks
}

// resolve finds the words of a passage's attributions in its text; nil if anything is wrong.
func (b *block) resolve(file string, fail func(int, string, ...any)) *passage {
	if len(b.texts) == 0 {
		if len(b.by) > 0 {
			fail(b.by[0].number, "by without text; a passage begins with text, and no empty line stands before its by")
		}
		return nil
	}
	paragraphs := make([]string, len(b.texts))
	for i, l := range b.texts {
		paragraphs[i] = l.value
	}
	p := &passage{file: file, line: b.texts[0].number, text: []rune(strings.Join(paragraphs, "\n\n"))}
	p.segment()
	good := true
	for _, l := range b.by {
		a, problems := p.parse(l.value)
		for _, problem := range problems {
			fail(l.number, "%s", problem)
			good = false
		}
		p.attributions = append(p.attributions, a)
	}
	if !good {
		return nil
	}
	return p
}

var (
	kinds   = []string{"assertion", "belief", "knowledge", "intention", "attitude", "refusal"}
	stances = []string{"reported", "claimed", "confirmed", "denied", "accused", "promised", "threatened", "demanded", "believed", "declined"}
)

// parse reads what stands behind "by". It returns all problems that it finds.
func (p *passage) parse(value string) (a attribution, problems []string) {
	fields := strings.Split(value, "|")
	for i := range fields {
		fields[i] = strings.TrimSpace(fields[i])
	}
	if len(fields) < 4 || len(fields) > 5 {
		return a, []string{fmt.Sprintf("%d fields; write: by SOURCE | CUE | CONTENT | TYPE STANCE, and | ADDRESSEE if there is one", len(fields))}
	}
	problem := func(format string, args ...any) { problems = append(problems, fmt.Sprintf(format, args...)) }
	for i, f := range fields {
		if f == "" {
			problem("field %d is empty; write - for none", i+1)
		}
	}
	var more bool
	a.kind, a.stance, more = cutSpace(fields[3])
	if more || !slices.Contains(kinds, a.kind) || !slices.Contains(stances, a.stance) {
		problem("type and stance are %q; types: %s; stances: %s", fields[3], strings.Join(kinds, " "), strings.Join(stances, " "))
	}
	r := resolver{passage: p, problem: problem}
	a.cue = r.cue(fields[1])
	a.content = r.role("content", fields[2], a.cue, nil)
	a.source = r.role("source", fields[0], a.cue, a.content)
	if len(fields) == 5 {
		a.addressee = r.role("addressee", fields[4], a.cue, nil) // it may be in the content: "urged them to leave"
	}
	if len(problems) == 0 {
		r.check(&a)
	}
	return a, problems
}

// cutSpace parts two words.
func cutSpace(s string) (first, second string, more bool) {
	words := strings.Fields(s)
	switch len(words) {
	case 0:
		return "", "", false
	case 1:
		return words[0], "", false
	}
	return words[0], words[1], len(words) > 2
}
