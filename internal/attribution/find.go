package attribution

import (
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// Find returns the attributions of an article, in order of their first word. The trees are those of g's sentences, each
// with the number of its sentence; a sentence without a tree has no cue, but its quotations count. The mentions may be
// missing: they only help to tell who can be a source.
func Find(g *text.Segmentation, trees []*syntax.Tree, mentions event.Mentions, cues *Cues) []*event.Attribution {
	return FindLinked(g, trees, nil, mentions, cues)
}

// FindLinked is Find with what the head of statements says, by sentence; nil where it did not run.
func FindLinked(
	g *text.Segmentation, trees []*syntax.Tree, linked [][]event.Linked, mentions event.Mentions, cues *Cues,
) []*event.Attribution {
	f := newFinder(g, trees, mentions, cues)
	if linked != nil {
		f.link(linked)
	}
	for i := range f.sentences {
		if s := &f.sentences[i]; s.t != nil {
			f.headline(s)
			s.drafts()
		}
	}
	f.giveQuotations()
	return f.finish()
}

// finder holds an article while its attributions are found.
type finder struct {
	g         *text.Segmentation
	mentions  event.Mentions
	cues      *Cues
	sentences []sentence
	upos      []string // of each word of the article, "" if its sentence has no tree
	quotes    []quotation
	inQuote   []int32 // for each word of the article the quotation it stands in, -1 for none
	all       []*draft
}

// sentence is one sentence at work. Its tree is nil if there is none that fits.
type sentence struct {
	*finder
	t     *syntax.Tree
	no    int
	first int      // its first word, counted in the article
	spent []bool   // words that are part of a cue already
	made  []*draft // those whose cue is here

	judged bool           // the head of statements looked at it
	linked []event.Linked // what that says
}

// draft is an attribution while it is made.
type draft struct {
	a       *event.Attribution
	cue     *Cue
	s       *sentence // where the cue is
	group   extent    // the cue's words
	source  extent
	content []extent // sorted, disjoint
	speech  bool     // it may take a quotation for its content
	quoted  bool     // it has taken one
}

func newFinder(g *text.Segmentation, trees []*syntax.Tree, mentions event.Mentions, cues *Cues) *finder {
	f := &finder{g: g, mentions: mentions, cues: cues, sentences: make([]sentence, len(g.Sentences))}
	for i := range f.sentences {
		f.sentences[i] = sentence{finder: f, no: i, first: g.Sentences[i].First}
	}
	f.upos = make([]string, len(g.Tokens))
	for _, t := range trees {
		if t == nil || t.Sentence < 0 || t.Sentence >= len(f.sentences) || t.Len() != len(g.Words(t.Sentence)) {
			continue
		}
		s := &f.sentences[t.Sentence]
		s.t, s.spent = t, make([]bool, t.Len())
		copy(f.upos[s.first:], t.UPOS)
	}
	f.quotes = quotations(g, f.upos)
	f.inQuote = make([]int32, len(g.Tokens))
	for i := range f.inQuote {
		f.inQuote[i] = -1
	}
	for q, e := range f.quotes {
		for i := e.start; i < e.end; i++ {
			f.inQuote[i] = int32(q)
		}
	}
	return f
}

// drafts makes a draft for each cue of the sentence. Longer cues go first: "made a claim" before "claim", "declined to
// say" before "say"; so nouns and adjectives are tried before verbs, and a verb before those that hang on it.
func (s *sentence) drafts() {
	for _, part := range []Part{Preposition, Noun, Adjective, Adverb, Verb} {
		for i := range s.t.Tokens {
			if s.isPart(i, part) && !s.spent[i] {
				s.try(i, part)
			}
		}
	}
	s.findLinked()
}

// isPart reports whether word i can be a cue of the part of speech. Participles may be adjectives, and words like
// "according" may be tagged as anything.
func (s *sentence) isPart(i int, part Part) bool {
	switch u := s.t.UPOS[i]; part {
	case Verb:
		return u == "VERB"
	case Noun:
		return u == "NOUN" || u == "PROPN"
	case Adjective:
		return u == "ADJ" || u == "VERB" && (s.t.XPOS[i] == "VBN" || s.t.XPOS[i] == "JJ")
	case Adverb:
		return u == "ADV"
	default:
		return u != "PUNCT" && u != "NOUN"
	}
}

// try makes a draft of word i by the first entry that fits; if none does, by the first that has a quotation beside it, or its
// sentence before it.
func (s *sentence) try(i int, part Part) {
	all := s.cues.at(part, s.t.Lower(i), strings.ToLower(s.t.Lemmas[i]))
	for _, beside := range []bool{false, true} {
		for _, c := range all {
			if m := s.fit(i, c, beside); m != nil {
				s.keepUnlessNobodys(s.draft(m))
				return
			}
		}
	}
	if part != Verb {
		return
	}
	for _, c := range all {
		if m := s.trailing(i, c); m != nil {
			s.keepUnlessNobodys(s.draft(m))
			return
		}
	}
}

func (s *sentence) keepUnlessNobodys(d *draft) {
	if s.isNobodys(d) || s.doubts(d) {
		return
	}
	s.amend(d)
	s.keep(d)
}

// isNobodys reports whether a draft tells what nobody thinks or wants: "nobody wants a war".
func (s *sentence) isNobodys(d *draft) bool {
	return d.a.Type != event.Assertion && !d.a.Source.Empty() && s.isOneOf(d.a.Source.Head, "nobody", "none", "no-one")
}

// fit fits the frames of an entry to word i, in their order.
func (s *sentence) fit(i int, c *Cue, beside bool) *match {
	last, ok := s.rest(i, c)
	if !ok {
		return nil
	}
	for _, frame := range c.Frames {
		if m := s.match(i, last, c, frame, beside); m != nil {
			return m
		}
	}
	return nil
}

// keep takes a draft up.
func (s *sentence) keep(d *draft) {
	s.made = append(s.made, d)
	s.all = append(s.all, d)
}

// rest finds the further words of a cue of several words ("out" of "point out") and returns the last word of the cue.
func (s *sentence) rest(i int, c *Cue) (last int, ok bool) {
	_, more, _ := strings.Cut(c.Lemma, " ")
	last = i
	for w := range strings.FieldsSeq(more) {
		if last = s.nextWord(i, last, c.Part, w); last < 0 {
			return 0, false
		}
	}
	return last, true
}

// reach is how many words further on the next word of a cue may stand: "made it very clear", "pointed this out".
const reach = 3

// nextWord returns the next word of a cue: right behind the one before, or, for verbs, a little further on, but below it.
func (s *sentence) nextWord(i, from int, part Part, w string) int {
	limit := from + 1
	if part == Verb {
		limit = from + reach
	}
	for k := from + 1; k < s.t.Len() && k <= limit; k++ {
		if s.t.Lower(k) != w && !strings.EqualFold(s.t.Lemmas[k], w) {
			continue
		}
		if k == from+1 || s.t.Dominates(i, k) {
			return k
		}
	}
	return -1
}

// flat is word i of the sentence, counted in the article.
func (s *sentence) flat(i int) int { return s.first + i }

// extentOf is the words of a range of the sentence.
func (s *sentence) extentOf(r text.Range) extent { return extent{s.first + r.Start, s.first + r.End} }

// rangeOf is an extent within the sentence as a range of its words.
func (s *sentence) rangeOf(e extent) text.Range {
	return text.Range{Sentence: s.no, Start: e.lo - s.first, End: e.hi - s.first}
}

// isOneOf reports whether the lemma of word i is one of the words.
func (s *sentence) isOneOf(i int, words ...string) bool {
	return slices.Contains(words, strings.ToLower(s.t.Lemmas[i])) || slices.Contains(words, s.t.Lower(i))
}
