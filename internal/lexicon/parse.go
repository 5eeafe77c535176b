package lexicon

import (
	"slices"
	"strings"
)

// lineReaders read the lines of a frame's block, by key.
var lineReaders = map[string]func(l *Lexicon, f *Frame, line Line) error{
	"verb":      func(_ *Lexicon, f *Frame, line Line) error { return f.addHeads(Verb, line) },
	"noun":      func(_ *Lexicon, f *Frame, line Line) error { return f.addHeads(Noun, line) },
	"adj":       func(_ *Lexicon, f *Frame, line Line) error { return f.addHeads(Adj, line) },
	"code":      (*Lexicon).addCode,
	"back":      (*Lexicon).addBack,
	"if":        (*Lexicon).addCondition,
	"unless":    (*Lexicon).addCondition,
	"actor":     func(_ *Lexicon, f *Frame, line Line) error { return addSlots(f, &f.actor, line) },
	"recipient": func(_ *Lexicon, f *Frame, line Line) error { return addSlots(f, &f.recip, line) },
	"deed":      func(_ *Lexicon, f *Frame, line Line) error { return addSlots(f, &f.deed, line) },
	"takes":     func(_ *Lexicon, f *Frame, line Line) error { return addSlots(f, &f.takes, line) },
	"reciprocal": func(_ *Lexicon, f *Frame, line Line) error {
		f.reciprocal = true
		return nil
	},
	"+": (*Lexicon).addExample,
	"-": (*Lexicon).addExample,
}

// addFrame reads one frame.
func (l *Lexicon) addFrame(b Block) error {
	f := &Frame{File: b.File, Path: b.File, Line: b.Line, Lines: b.Lines, number: len(l.Frames)}
	for _, line := range b.Lines {
		read, ok := lineReaders[line.Key]
		if !ok {
			return at(b.File, line.Number, `no line begins with "`+line.Key+`"; a frame's lines are verb, noun, adj, code, if, unless, actor, recipient, deed, takes, reciprocal, + and -`)
		}
		if err := read(l, f, line); err != nil {
			return err
		}
	}
	if err := f.complete(l.foreign); err != nil {
		return err
	}
	l.Frames = append(l.Frames, f)
	return nil
}

// complete says what a frame lacks, and fills in what need not be said.
func (f *Frame) complete(foreign bool) error {
	switch {
	case len(f.Heads) == 0:
		return at(f.File, f.Line, `the frame has no headword; add a line such as "verb condemn" or "noun visit"`)
	case len(f.codes) == 0:
		return at(f.File, f.Line, `the frame has no code; add a line such as "code CONSULT visit", or "code none" to forbid`)
	}
	if f.actor == nil {
		f.actor = []Slot{Subject}
	}
	if len(f.Examples) == 0 && !foreign {
		return at(f.File, f.Line, `the frame has no example; add a line such as "+ France criticised Turkey. | France -> Turkey"`)
	}
	for _, x := range f.when {
		if !x.unless {
			f.specificity += len(x.groups)
		}
	}
	return nil
}

// addHeads reads headwords.
func (f *Frame) addHeads(p POS, line Line) error {
	for _, w := range fields(line.Value) {
		if strings.ToLower(w) != w {
			return at(f.File, line.Number, `headword "`+w+`": headwords are in lower case`)
		}
		f.Heads = append(f.Heads, parseHead(p, w))
	}
	if len(fields(line.Value)) == 0 {
		return at(f.File, line.Number, "headwords are missing after \""+line.Key+"\"")
	}
	return nil
}

func parseHead(p POS, w string) Head {
	parts := strings.Split(w, "_")
	last := len(parts) - 1
	if of := slices.Index(parts, "of"); p == Noun && of > 0 && of < last {
		return Head{POS: p, Word: parts[of-1], Rest: parts[of+1:], Of: true, Text: w}
	}
	if p == Noun {
		return Head{POS: p, Word: parts[last], Rest: parts[:last], Text: w}
	}
	return Head{POS: p, Word: parts[0], Rest: parts[1:], Text: w}
}

// addSlots reads the slots of a role.
func addSlots(f *Frame, to *[]Slot, line Line) error {
	for _, w := range fields(line.Value) {
		s := Slot(w)
		if !s.Known() {
			return at(f.File, line.Number, `"`+w+`" is no slot; the slots are listed in data/lexicon/README.md`)
		}
		*to = append(*to, s)
	}
	return nil
}

// addCondition reads "if …" and "unless …" lines, which hold for the whole frame.
func (l *Lexicon) addCondition(f *Frame, line Line) error {
	x, err := l.test(f.File, line.Number, fields(line.Value), line.Key == "unless")
	f.when = append(f.when, x)
	return err
}

// test reads conditions, checks their classes and prepares their words.
func (l *Lexicon) test(file string, number int, words []string, unless bool) (test, error) {
	x, err := parseTest(words, unless)
	if err != nil {
		return x, at(file, number, err.Error())
	}
	for _, g := range x.groups {
		for _, c := range g {
			for _, w := range c.words {
				if !isClass(w) {
					c.set.put(l.forms, w)
				} else if !l.hasClass(w) {
					return x, at(file, number, `there is no class `+w+` in classes.txt, and no PLOVER type or sector of that name; a lemma is written in lower case`)
				}
			}
		}
	}
	return x, nil
}

// addCode reads "TYPE [mode] [CAMEO] [about CONTEXT …] [by content] [if …] [unless …]"; TYPE "-" is CAMEO's family 01, "none" forbids.
func (l *Lexicon) addCode(f *Frame, line Line) error {
	w := fields(line.Value)
	c := codeLine{code: Code{Line: line.Number}}
	for _, key := range []string{"unless", "if"} {
		i := slices.Index(w, key)
		if i < 0 {
			continue
		}
		x, err := l.test(f.File, line.Number, w[i+1:], key == "unless")
		if err != nil {
			return err
		}
		c.when, w = append([]test{x}, c.when...), w[:i]
	}
	if n := len(w); n > 1 && w[n-2] == "by" && w[n-1] == "content" {
		c.byContent, w = true, w[:n-2]
	}
	if i := slices.Index(w, "about"); i >= 0 {
		c.code.Contexts, w = w[i+1:], w[:i]
	}
	if err := l.finishCode(&c, w); err != nil {
		return at(f.File, line.Number, err.Error())
	}
	f.codes = append(f.codes, c)
	return nil
}

// addBack reads the code that the other side's part in the deed has, as PETRARCH's paired codes give it: who visits is 042, who hosts 043.
func (l *Lexicon) addBack(f *Frame, line Line) error {
	c := codeLine{code: Code{Line: line.Number}}
	if err := l.finishCode(&c, fields(line.Value)); err != nil {
		return at(f.File, line.Number, err.Error())
	}
	f.back = &c.code
	return nil
}

// addExample reads "SENTENCE | ACTORS -> RECIPIENTS | EXPECTED …"; a counter-example is a sentence alone.
func (l *Lexicon) addExample(f *Frame, line Line) error {
	parts := strings.Split(line.Value, "|")
	e := Example{Line: line.Number, Text: strings.TrimSpace(parts[0]), Counter: line.Key == "-"}
	if e.Counter {
		if len(parts) > 1 {
			return at(f.File, line.Number, "a counter-example is a sentence alone; say why in a comment")
		}
		f.Examples = append(f.Examples, e)
		return nil
	}
	if len(parts) < 2 || !strings.Contains(parts[1], "->") {
		return at(f.File, line.Number, `an example ends with who acts and on whom: "… | France, Italy -> Turkey", or "… | France ->"`)
	}
	actors, recipients, _ := strings.Cut(parts[1], "->")
	e.Actors, e.Recipients = names(actors), names(recipients)
	if len(parts) > 2 {
		e.Expect = fields(parts[2])
	}
	f.Examples = append(f.Examples, e)
	return nil
}

// names parts "France, [the island]".
func names(s string) []Named {
	var all []Named
	for _, n := range strings.Split(s, ",") {
		n = strings.TrimSpace(n)
		inner, thing := strings.CutPrefix(n, "[")
		if inner = strings.TrimSuffix(inner, "]"); inner != "" {
			all = append(all, Named{inner, thing})
		}
	}
	return all
}
