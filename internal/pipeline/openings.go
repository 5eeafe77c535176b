package pipeline

import (
	"context"
	"slices"
	"strings"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/text"
)

// A Gap is a place where a verb or a noun of event stands between two political actors, and no entry was taken.
type Gap struct {
	POS      string   // "verb", "noun"
	Word     string   // the headword that is lacking: "meet", "pull_out"
	Sentence string   // in which it stands
	Entries  []string // entries that have it as headword and did not fit here: "consult.txt:3"
	None     string   // the kind of reason why it needs no entry, "" if none.txt does not name it
}

// Gaps returns the gaps of an article, in order of text; none if it is not in English.
func (l Lexicon) Gaps(ctx context.Context, a text.Article, w Stopwatch) ([]Gap, error) {
	if text.Language(a.Text) != "en" {
		return nil, nil
	}
	layers, openings, err := l.openings(ctx, a, w)
	if err != nil {
		return nil, err
	}
	var all []Gap
	for i := range openings {
		b := &beside{layers, i}
		for k := range openings[i] {
			if o := &openings[i][k]; b.isGap(o) {
				all = append(all, l.gap(o, layers.sentence(i)))
			}
		}
	}
	return all, nil
}

// openings returns the layers of an article and, sentence by sentence, the words that could be headwords.
func (l Lexicon) openings(ctx context.Context, a text.Article, w Stopwatch) (*Layers, [][]lexicon.Opening, error) {
	an, err := l.p.whole(ctx, a.Text, w)
	if err == nil {
		err = l.p.ensureKinds(&an)
	}
	if err != nil {
		return nil, nil, err
	}
	layers, err := l.p.layers(ctx, a.Published, an, l.p.coder, w)
	if err != nil {
		return nil, nil, err
	}
	return layers, l.p.coder.Openings(layers.input(a.Published)), nil
}

// gap describes a gap.
func (l Lexicon) gap(o *lexicon.Opening, sentence string) Gap {
	g := Gap{POS: o.POS.String(), Word: o.Head, Sentence: sentence, None: l.p.words.lexicon.None(o.POS, o.Head)}
	for _, f := range o.Entries {
		g.Entries = append(g.Entries, f.Rule(""))
	}
	return g
}

// sentence is the text of a sentence on one line.
func (l *Layers) sentence(i int) string {
	return strings.Join(strings.Fields(l.Segments.Form(l.Segments.Sentences[i].Span)), " ")
}

// beside asks who stands beside the words of a sentence.
type beside struct {
	*Layers
	sentence int
}

// isGap reports whether a word stands between two political actors without an entry.
func (b *beside) isGap(o *lexicon.Opening) bool {
	if o.Covered || o.POS == lexicon.Adj || !b.mayTell(o) {
		return false
	}
	actors := b.public(o.Actors)
	return slices.ContainsFunc(b.public(o.Others), func(p *event.Participant) bool {
		return slices.ContainsFunc(actors, func(a *event.Participant) bool { return a != p })
	})
}

// mayTell reports whether a word may tell of a deed: a noun must speak of an event or of something abstract, as "the ambassador to
// France" does not.
func (b *beside) mayTell(o *lexicon.Opening) bool {
	return o.POS != lexicon.Noun || slices.Contains(eventKinds, b.Kinds[b.sentence][o.Word])
}

// eventKinds are the kinds of mentions that may be nouns of event.
var eventKinds = []string{"event", "abstract"}

// public are the political actors among those that roles speak of.
func (b *beside) public(roles []lexicon.Role) []*event.Participant {
	var all []*event.Participant
	for _, r := range roles {
		for _, w := range r.Words {
			if p := b.at(w); p.Public() {
				all = append(all, p)
			}
		}
	}
	return all
}

// at is whom word w speaks of, nil for nobody.
func (b *beside) at(w int) *event.Participant {
	return b.Participants.At(text.Ref{Sentence: b.sentence, Token: w})
}
