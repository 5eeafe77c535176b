package lexicon

import (
	"fmt"
	"slices"
	"strings"
)

// A petrarch reads PETRARCH's verb dictionaries, of the older form and of CAMEO.2.0 (openeventdata/petrarch and petrarch2,
// docs/source/dictionaries.rst), and turns them into frames: each verb with a code into one, and each pattern into one with
// conditions. A pattern's words are then looked for in slots of the tree, where PETRARCH looked for them in phrases.
//
// The lines: "&SYNSET" and "+word" name lists of words. "--- NAME [020] ---" opens a block; "VERB {FORMS} [021]" names a verb of it, "+PULL_OUT"
// one of several words; without a line of dashes, a verb after patterns opens a block. "- $ * MESSAGE (TO +) [030]" is a pattern,
// "[042:043]" codes both directions, "[---]" none. "~ a (a b WILL_ATTACK) SAY = a b 138" rewrites verbs below verbs. "#" and ";" begin
// comments.
type petrarch struct {
	l     *Lexicon
	file  string
	fault func(error)

	synset   *Block // being read; nil for none
	code     string // of the block
	verbs    []petrarchVerb
	patterns []petrarchPattern
	rewrites []petrarchRewrite
	codes    map[string]string // of verbs by their names
}

// A petrarchVerb is a verb of a block, as our headwords are written.
type petrarchVerb struct {
	head, code string
	line       int
}

// readPetrarch reads a dictionary. Lines that are wrong are told to fault and passed over.
func (l *Lexicon) readPetrarch(f File, fault func(error)) {
	p := &petrarch{l: l, file: f.Name, fault: fault, codes: map[string]string{}}
	for i, line := range strings.Split(f.Text, "\n") {
		if len(line) > maxLine {
			fault(at(f.Name, i+1, "the line is too long; it may hold 65,536 bytes"))
			continue
		}
		if err := p.line(i+1, line); err != nil {
			fault(err)
		}
	}
	p.endSynset()
	p.endBlock()
	for _, r := range p.rewrites {
		if err := p.addRewrite(r); err != nil {
			fault(err)
		}
	}
}

// line reads one line.
func (p *petrarch) line(n int, s string) error {
	s, _, _ = strings.Cut(s, "#")
	s, _, _ = strings.Cut(s, ";")
	s = strings.TrimSpace(s)
	if s == "" {
		return nil
	}
	if s[0] != '+' || p.synset == nil {
		p.endSynset()
	}
	switch {
	case s[0] == '&':
		p.synset = &Block{File: p.file, Line: n, Lines: []Line{{n, "class", synsetClass(s)}}}
		return nil
	case p.synset != nil:
		words := strings.ReplaceAll(strings.ToLower(strings.TrimSpace(s[1:])), " ", "_")
		p.synset.Lines = append(p.synset.Lines, Line{n, "words", words})
		return nil
	case strings.HasPrefix(s, "---"):
		p.endBlock()
		_, code, err := p.cutCode(n, strings.Trim(s, "- "))
		p.code = code
		return err
	case s[0] == '-':
		return p.pattern(n, strings.TrimSpace(s[1:]))
	case s[0] == '~':
		return p.rewrite(n, strings.TrimSpace(s[1:]))
	}
	if len(p.patterns) > 0 { // the older form opens a block by its verb
		p.endBlock()
		p.code = ""
	}
	return p.verb(n, s)
}

// synsetClass is the class that a synset becomes: "&ARMS_" is "Synset:arms".
func synsetClass(s string) string {
	return "Synset:" + strings.Trim(strings.ToLower(strings.TrimSpace(s)), "&_")
}

func (p *petrarch) endSynset() {
	if p.synset != nil {
		if err := p.l.Classes.add(*p.synset); err != nil {
			p.fault(err)
		}
		p.synset = nil
	}
}

// cutCode parts "URGE [020]" into what stands before the brackets and what in them, "" for none.
func (p *petrarch) cutCode(n int, s string) (before, code string, err error) {
	open := strings.LastIndexByte(s, '[')
	if open < 0 {
		return s, "", nil
	}
	rest := s[open+1:]
	end := strings.IndexByte(rest, ']')
	if end < 0 {
		return "", "", at(p.file, n, `"[" is not closed; a code is written as [020], [042:043] or [---]`)
	}
	code = strings.TrimSpace(rest[:end])
	for _, c := range strings.Split(code, ":") {
		if _, ok := p.l.ontology.Code(c); c != "" && c != "---" && (!ok || len(c) < 3) {
			return "", "", at(p.file, n, fmt.Sprintf("%q is no CAMEO code of three or four digits; [---] codes nothing", c))
		}
	}
	return strings.TrimSpace(s[:open]), code, nil
}

// verb reads "ABIDE {ABODE ABIDES} [061]", "+BEEF_UP", "WIRE_+TAP {WIRE_+TAPPED}".
func (p *petrarch) verb(n int, s string) error {
	s, code, err := p.cutCode(n, s)
	if err != nil {
		return err
	}
	name, forms, _ := strings.Cut(s, "{")
	name = strings.TrimSpace(name)
	if name == "" || strings.ContainsAny(name, " \t()$*%") {
		return at(p.file, n, fmt.Sprintf(`%q is no verb; a verb is one word, words joined by "_", with {FORMS} and [CODE] behind it; patterns begin with "-"`, name))
	}
	main, rest := petrarchWords(name)
	v := petrarchVerb{strings.Join(append([]string{main}, rest...), "_"), code, n}
	p.verbs = append(p.verbs, v)
	p.codes[strings.ReplaceAll(strings.ToUpper(name), "+", "")] = firstOf(code, p.code)
	for _, f := range strings.Fields(strings.TrimSuffix(strings.TrimSpace(forms), "}")) {
		form, _ := petrarchWords(f)
		key := Verb.String() + " " + main
		p.l.forms[key] = append(p.l.forms[key], form)
	}
	return nil
}

// petrarchWords parts the word that is inflected, which "+" marks, from the others of a verb.
func petrarchWords(name string) (main string, rest []string) {
	parts := strings.Split(strings.ToLower(strings.Trim(name, "_")), "_")
	k := max(0, slices.IndexFunc(parts, func(s string) bool { return strings.HasPrefix(s, "+") }))
	return strings.TrimPrefix(parts[k], "+"), slices.Delete(slices.Clone(parts), k, k+1)
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// defaultSides are where the sides of a verb without a pattern are looked for: the first phrase before it, and after it.
var defaultSides = []Line{
	{0, "actor", "subject"}, {0, "recipient", "object iobject to with against on from for in at of into over between"},
}

// endBlock makes frames of the block's verbs and patterns.
func (p *petrarch) endBlock() {
	var heads []string
	for _, v := range p.verbs {
		heads = append(heads, v.head)
	}
	for _, x := range p.patterns {
		p.frame(x.line, heads, x.code, x.lines)
	}
	for _, v := range p.verbs {
		if code := firstOf(v.code, p.code); code != "" && code != "---" {
			p.frame(v.line, []string{v.head}, code, defaultSides)
		}
	}
	p.code, p.verbs, p.patterns = "", nil, nil
}

// frame adds a frame for headwords with a code.
func (p *petrarch) frame(n int, heads []string, code string, lines []Line) {
	if len(heads) == 0 {
		p.fault(at(p.file, n, `the pattern belongs to no verb; a line with a verb stands before it`))
		return
	}
	b := Block{File: p.file, Line: n, Lines: []Line{{n, "verb", strings.Join(heads, " ")}, {n, "deed", "that infinitive gerund"}}}
	there, back, _ := strings.Cut(code, ":")
	b.Lines = append(b.Lines, Line{n, "code", p.codeLine(there)})
	if back != "" && back != "---" {
		b.Lines = append(b.Lines, Line{n, "back", p.codeLine(back)})
	}
	for _, l := range lines {
		b.Lines = append(b.Lines, Line{n, l.Key, l.Value})
	}
	if err := p.l.addOwn(b, false); err != nil {
		p.fault(err)
	}
}

// codeLine is the value of a line "code" for a CAMEO code.
func (p *petrarch) codeLine(code string) string {
	c, ok := p.l.ontology.Code(code)
	if !ok {
		return "none"
	}
	return strings.Join(strings.Fields(firstOf(c.Type, "-")+" "+c.Mode+" "+code), " ")
}
