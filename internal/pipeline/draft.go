package pipeline

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/text"
)

// A Draft is an entry made from one sentence.
type Draft struct {
	Entry   string
	Verdict Verdict  // what the program makes of the sentence with the entry
	Rivals  []string // entries that have the headword already: "consult.txt:3"
}

// Draft makes an entry from a sentence and the code that it is to give, as a line "code" has it. The headword is word, or where that
// is "" the word that most likely stands between two participants.
func (l Lexicon) Draft(ctx context.Context, sentence, code, word string) (Draft, error) {
	layers, openings, err := l.openings(ctx, text.Article{Text: sentence, Published: exampleDay}, nil)
	if err != nil {
		return Draft{}, err
	}
	d := &drafting{Layers: layers, code: code}
	for i := range openings {
		for k := range openings[i] {
			d.offer(i, &openings[i][k], word)
		}
	}
	if d.best == nil {
		return Draft{}, d.noWord(word)
	}
	return l.try(ctx, d)
}

// draftFile names the draft while it is tried.
const draftFile = "draft.txt"

// try writes the entry, reads it over the lexicon, and runs its example.
func (l Lexicon) try(ctx context.Context, d *drafting) (Draft, error) {
	out := Draft{Entry: d.entry()}
	for _, f := range d.best.Entries {
		out.Rivals = append(out.Rivals, f.Rule(""))
	}
	w := l.p.words
	w.own.Files = append(slices.Clone(w.own.Files), lexicon.File{Name: draftFile, Text: out.Entry})
	var fault *lexicon.SyntaxError
	w.own.Fault = func(err error) {
		if x := (*lexicon.SyntaxError)(nil); errors.As(err, &x) && x.File == draftFile {
			fault = x
		}
	}
	lex, c, err := w.open()
	if err != nil {
		return out, err
	}
	if fault != nil {
		return out, errors.New(fault.Text)
	}
	i := slices.IndexFunc(lex.Frames, func(f *lexicon.Frame) bool { return f.Path == draftFile })
	out.Verdict, err = l.check(ctx, entryOf(lex.Frames[i]).Examples()[0], c)
	return out, err
}

// drafting is the search for the word of a draft.
type drafting struct {
	*Layers
	code     string
	best     *lexicon.Opening
	sentence int // in which it stands
	score    int
	others   []string // words that could be headwords
}

// offer takes a word for the draft if it is the one asked for, or likelier than all before: one with participants on both sides.
func (d *drafting) offer(sentence int, o *lexicon.Opening, word string) {
	form := d.Trees[sentence].Lower(o.Word)
	d.others = append(d.others, form)
	asked := strings.ToLower(word)
	b := &beside{d.Layers, sentence}
	switch {
	case word == "" && !b.mayTell(o), word != "" && asked != form && asked != o.Head && asked != d.Trees[sentence].Lemmas[o.Word]:
		return
	}
	s := 4*b.best(b.role(o.Actors, nil)) + 4*b.best(b.role(o.Others, b.role(o.Actors, nil))) - min(depth(d, sentence, o.Word), 3)
	if d.best == nil || s > d.score {
		d.best, d.sentence, d.score = o, sentence, s
	}
}

// depth is how many words stand above a word.
func depth(d *drafting, sentence, word int) int {
	n := 0
	for t := d.Trees[sentence]; t.Head(word) >= 0; n++ {
		word = t.Head(word)
	}
	return n
}

func (d *drafting) noWord(word string) error {
	if word == "" {
		return errors.New("the sentence has no verb, noun or adjective that could be a headword")
	}
	return fmt.Errorf("the sentence has no headword %q; it could be one of %s", word, strings.Join(d.others, ", "))
}

// role returns the reading of a role that speaks of a participant, the first that speaks of a public one before others; the words of
// not are no part of it. nil if no reading does.
func (b *beside) role(roles []lexicon.Role, not *lexicon.Role) *lexicon.Role {
	best := (*lexicon.Role)(nil)
	for i := range roles {
		r := &roles[i]
		if not != nil && slices.ContainsFunc(r.Words, func(w int) bool {
			return b.at(w) != nil && slices.ContainsFunc(not.Words, func(n int) bool { return b.at(n) == b.at(w) })
		}) {
			continue
		}
		if b.best(r) > b.best(best) {
			best = r
		}
	}
	return best
}

// best is 2 for a role that speaks of somebody public, 1 for somebody, 0 for nobody.
func (b *beside) best(r *lexicon.Role) int {
	n := 0
	if r == nil {
		return n
	}
	for _, w := range r.Words {
		if p := b.at(w); p.Public() {
			return 2
		} else if p != nil {
			n = 1
		}
	}
	return n
}

// entry is the draft as a block.
func (d *drafting) entry() string {
	b := &beside{d.Layers, d.sentence}
	actor := b.role(d.best.Actors, nil)
	other, deeds := b.role(d.best.Others, actor), d.deeds()
	if other == nil && deeds != "" {
		other = b.role(d.best.Doers, actor)
	}
	lines := []lexicon.Line{{Key: d.best.POS.String(), Value: d.best.Head}, {Key: "code", Value: d.code}}
	if actor != nil && actor.Slot == "from" {
		lines = append(lines, lexicon.Line{Key: "actor", Value: "subject from"})
	}
	actors, others := b.phrases(actor), b.phrases(other)
	switch {
	case other != nil:
		lines = append(lines, lexicon.Line{Key: "recipient", Value: string(other.Slot)})
	case len(actors) > 1:
		lines = append(lines, lexicon.Line{Key: "reciprocal"})
		actors, others = actors[:1], actors[1:]
	case len(d.best.Others) > 0:
		r := &d.best.Others[0]
		lines = append(lines, lexicon.Line{Key: "recipient", Value: string(r.Slot)})
		others = things(b.words(r))
	}
	if deeds != "" {
		lines = append(lines, lexicon.Line{Key: "deed", Value: deeds})
	}
	text := strings.Join(strings.Fields(d.Segments.Text), " ")
	lines = append(lines, lexicon.Line{Key: "+", Value: text + " | " + drawnEvent(strings.Join(actors, ", "), strings.Join(others, ", "))})
	return drawn(lines)
}

// deeds are the slots of the deed that a speech act tells of.
func (d *drafting) deeds() string {
	kind, _, _ := strings.Cut(d.code, " ")
	if !slices.Contains([]string{"AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE"}, kind) {
		return ""
	}
	var slots []string
	for _, s := range d.best.Deeds {
		slots = append(slots, string(s))
	}
	return strings.Join(slots, " ")
}

// phrases are the words that speak of the participants of a role.
func (b *beside) phrases(r *lexicon.Role) []string {
	if r == nil {
		return nil
	}
	var all []string
	seen := map[*event.Participant]bool{}
	for _, w := range r.Words {
		if p := b.at(w); p != nil && !seen[p] {
			seen[p] = true
			all = append(all, b.phrase(w))
		}
	}
	return all
}

// words are the phrases of a role, whomever they speak of.
func (b *beside) words(r *lexicon.Role) []string {
	var all []string
	for _, w := range r.Words {
		all = append(all, b.phrase(w))
	}
	return all
}

// phrase is the mention that word w heads, or its phrase by the tree.
func (b *beside) phrase(w int) string {
	ref := text.Ref{Sentence: b.sentence, Token: w}
	r := b.Trees[b.sentence].Phrase(w)
	if m := b.Mentions.At(ref); m != nil {
		r = m.Range
	}
	return b.Segments.Form(b.Segments.Span(r))
}

// things marks phrases as no participants.
func things(phrases []string) []string {
	var all []string
	for _, p := range phrases {
		all = append(all, "["+p+"]")
	}
	return all
}
