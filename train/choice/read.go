package main

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/ontology"
)

// A sentence is one block of a file: a text of one sentence or two, with what happens in it.
type sentence struct {
	file   string
	line   int // of its text, from 1
	text   string
	events []told
}

// place is file:line.
func (s *sentence) place() string { return fmt.Sprintf("%s:%d", s.file, s.line) }

// A told is an event in a sentence, or a word that looks like one and is none.
type told struct {
	line               int
	none               bool   // a hard negative: what follows recipients is empty
	typ, mode, cameo   string // type "" is CAMEO's family 01
	trigger            span
	actors, recipients []span
	status             event.Status
	contexts           []string
}

// A syntaxError says where a file is wrong, and what to do.
type syntaxError struct {
	file string
	line int
	text string
}

func (e *syntaxError) Error() string { return fmt.Sprintf("%s:%d: %s", e.file, e.line, e.text) }

// A line is one line of a block: its key and what stands behind it.
type line struct {
	number     int
	key, value string
}

// read reads the blocks of a file. The error joins all that is wrong in it, each a *syntaxError; sentences without a fault are
// read nevertheless.
func read(r io.Reader, file string, onto *ontology.Ontology) ([]*sentence, error) {
	var wrong []error
	fail := func(number int, format string, args ...any) {
		wrong = append(wrong, &syntaxError{file, number, fmt.Sprintf(format, args...)})
	}
	blocks, err := readBlocks(r)
	if err != nil {
		fail(len(blocks), "cannot be read: %v; write lines of at most 1 MiB", err)
	}
	var all []*sentence
	for _, b := range blocks {
		if s := resolve(b, file, onto, fail); s != nil {
			all = append(all, s)
		}
	}
	return all, errors.Join(wrong...)
}

// readBlocks parts a file at its empty lines, without comments.
func readBlocks(r io.Reader) (blocks [][]line, err error) {
	sc := bufio.NewScanner(r)
	sc.Buffer(nil, 1<<20)
	open := false
	for n := 1; sc.Scan(); n++ {
		s := strings.TrimSpace(sc.Text())
		if s == "" {
			open = false
			continue
		}
		if s[0] == '#' {
			continue
		}
		if !open {
			blocks, open = append(blocks, nil), true
		}
		key, value, _ := strings.Cut(s, " ")
		last := len(blocks) - 1
		blocks[last] = append(blocks[last], line{n, key, strings.TrimSpace(value)})
	}
	return blocks, sc.Err()
}

// resolve makes a sentence of a block; nil if anything is wrong.
func resolve(block []line, file string, onto *ontology.Ontology, fail func(int, string, ...any)) *sentence {
	first := block[0]
	if first.key != "text" {
		fail(first.number, "begins with %q; a block begins with text, and no empty line stands before its e and n", first.key)
		return nil
	}
	s := &sentence{file: file, line: first.number, text: first.value}
	good := true
	problem := func(number int, format string, args ...any) {
		fail(number, format, args...)
		good = false
	}
	if s.text == "" {
		problem(first.number, "there is no text behind text")
	}
	if len(block) == 1 {
		problem(first.number, "neither e nor n; say what happens, or which word only looks like an event")
	}
	for _, l := range block[1:] {
		p := parser{sentence: s, onto: onto, problem: func(format string, args ...any) { problem(l.number, format, args...) }}
		switch l.key {
		case "e":
			s.events = append(s.events, p.event(l))
		case "n":
			s.events = append(s.events, p.negative(l))
		case "text":
			problem(l.number, "a second text; part blocks by an empty line")
		default:
			problem(l.number, "begins with %q; a line begins with text, e, n or #", l.key)
		}
	}
	for i, e := range s.events {
		if slices.ContainsFunc(s.events[:i], func(o told) bool { return o.trigger == e.trigger && o.none == e.none && o.typ == e.typ }) {
			problem(e.line, "the trigger has such a line already; a trigger tells an event of a type once")
		}
	}
	if !good {
		return nil
	}
	return s
}

// A parser reads one line of a block.
type parser struct {
	*sentence
	onto    *ontology.Ontology
	problem func(format string, args ...any)
}

// fields parts a line at "|" and reports it if there are not n of them.
func (p *parser) fields(l line, n int, form string) ([]string, bool) {
	f := strings.Split(l.value, "|")
	for i := range f {
		f[i] = strings.TrimSpace(f[i])
	}
	if len(f) != n {
		p.problem("%d fields, want %d; write: %s", len(f), n, form)
		return nil, false
	}
	for i, s := range f {
		if s == "" {
			p.problem("field %d is empty; write - for none", i+1)
			return nil, false
		}
	}
	return f, true
}

var statuses = []event.Status{
	event.Occurred, event.Ongoing, event.Planned, event.DemandedDeed, event.ThreatenedDeed, event.Conditional, event.Hypothetical,
	event.DeniedDeed, event.Historical,
}

// event reads "TYPE MODE CAMEO | trigger | actors | recipients | status | contexts".
func (p *parser) event(l line) told {
	e := told{line: l.number}
	f, ok := p.fields(l, 6, "e TYPE MODE CAMEO | trigger | actors | recipients | status | contexts")
	if !ok {
		return e
	}
	code := strings.Fields(f[0])
	if len(code) != 3 {
		p.problem("%q is not TYPE MODE CAMEO; write - for no mode, and type - for CAMEO's family 01", f[0])
		return e
	}
	e.typ, e.mode, e.cameo = none(code[0]), none(code[1]), code[2]
	if f[5] != "-" {
		e.contexts = strings.Fields(f[5])
	}
	if err := p.onto.Validate(e.typ, e.mode, e.cameo, e.contexts); err != nil {
		p.problem("%v", err)
	}
	e.status = event.Status(f[4])
	if !slices.Contains(statuses, e.status) {
		p.problem("%q is no status; the statuses are %s", f[4], strings.Trim(fmt.Sprint(statuses), "[]"))
	}
	p.sides(&e, f[1], f[2], f[3])
	return e
}

// negative reads "trigger | actors | recipients".
func (p *parser) negative(l line) told {
	e := told{line: l.number, none: true}
	if f, ok := p.fields(l, 3, "n trigger | actors | recipients"); ok {
		p.sides(&e, f[0], f[1], f[2])
	}
	return e
}

func none(s string) string {
	if s == "-" {
		return ""
	}
	return s
}

// sides finds the words of trigger, actors and recipients.
func (p *parser) sides(e *told, trigger, actors, recipients string) {
	t := p.words("trigger", trigger)
	switch {
	case trigger == "-":
		p.problem("no trigger; name the word that tells of the deed")
		return
	case strings.Contains(trigger, ","):
		p.problem("trigger %q is several words; name one, and give each event a line of its own", trigger)
		return
	case len(t) == 0:
		return
	}
	e.trigger = t[0]
	e.actors, e.recipients = p.words("actor", actors), p.words("recipient", recipients)
	if slices.Contains(e.actors, e.trigger) || slices.Contains(e.recipients, e.trigger) {
		p.problem("the trigger is a side as well; name the word for the deed, and head words for the sides")
	}
	both := 0
	for _, a := range e.actors {
		if slices.Contains(e.recipients, a) {
			both++
		}
	}
	if both > 0 && (both < len(e.actors) || both < len(e.recipients)) {
		p.problem("some actors are recipients too; of a mutual deed all are, of another none")
	}
}

// words finds "frigates, boat~2".
func (p *parser) words(what, field string) []span {
	if field == "-" {
		return nil
	}
	var all []span
	for w := range strings.SplitSeq(field, ",") {
		s, why := find(p.text, strings.TrimSpace(w))
		if why != "" {
			p.problem("%s %s", what, why)
			continue
		}
		if slices.Contains(all, s) {
			p.problem("%s %q is named twice", what, strings.TrimSpace(w))
		}
		all = append(all, s)
	}
	return all
}
