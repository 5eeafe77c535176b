package pipeline

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"example.org/demarche/internal/coder"
	"example.org/demarche/internal/event"
	"example.org/demarche/internal/segment"
	"example.org/demarche/internal/text"
	"example.org/demarche/record"
)

// Layers is all that the stages found in one article.
type Layers struct {
	Analysis
	Mentions     event.Mentions
	Attributions []*event.Attribution
	Participants *event.Participants
	Places       []*event.Place
	Times        []*event.TimeExpr
	coder.Result
}

// A writer turns layers into a record: pointers into ids, ranges of words into spans of code points.
type writer struct {
	*Layers
	points       *text.CodePoints
	list         []*event.Participant // all who are spoken of
	entities     map[*event.Participant]record.ID
	places       map[*event.Place]record.ID
	dates        map[*event.TimeExpr]record.ID
	attributions map[*event.Attribution]record.ID
	events       map[*event.Event]record.ID
	mentions     map[*event.Participant][]event.Reference // of each participant, those that events showed among them
}

// write makes the record of an article from its layers.
func write(a *text.Article, l *Layers) record.Record {
	w := &writer{
		Layers: l, points: text.NewCodePoints(a.Text),
		entities: map[*event.Participant]record.ID{}, places: map[*event.Place]record.ID{}, dates: map[*event.TimeExpr]record.ID{},
		attributions: map[*event.Attribution]record.ID{}, events: map[*event.Event]record.ID{},
		mentions: map[*event.Participant][]event.Reference{}, list: slices.Clone(l.Participants.List),
	}
	w.gather()
	w.number()
	r := record.Record{Schema: record.Current, Article: article(a)}
	r.Article.Language = l.Language
	for _, s := range l.Segments.Sentences {
		r.Sentences = append(r.Sentences, w.bytes(s.Span))
	}
	r.Entities = each(w.list, w.entity)
	r.Places = each(l.Places, w.place)
	r.Dates = each(l.Times, w.date)
	r.Attributions = each(l.Statements, w.attribution)
	r.Events = each(l.Events, w.event)
	r.States = each(l.States, w.state)
	r.Notes = append(each(l.Notes, w.note), w.cuts()...)
	for i := range r.States {
		r.States[i].ID = id("s", i)
	}
	sortBy(r.Notes, func(n record.Note) int { return n.Start })
	return r
}

// cuts are notes at the last words of sentences that were cut.
func (w *writer) cuts() (notes []record.Note) {
	for i, s := range w.Segments.Sentences {
		if s.Cut {
			last := w.Segments.Words(i)[s.End-s.First-1]
			notes = append(notes, record.Note{Span: w.bytes(last.Span), Rule: "length", Text: cutText})
		}
	}
	return notes
}

var cutText = fmt.Sprintf("the sentence was cut after this word: it has more than the %d word pieces that are analysed together", segment.MaxPieces)

// gather joins the participants and their mentions with those that events showed: "marched into Georgia" has Georgia for a side.
func (w *writer) gather() {
	for _, p := range w.list {
		w.mentions[p] = slices.Clip(p.Mentions)
	}
	for _, m := range w.Metonyms {
		if _, listed := w.mentions[m.Participant]; !listed {
			w.list = append(w.list, m.Participant)
		}
		if !slices.Contains(w.mentions[m.Participant], m.Reference) {
			w.mentions[m.Participant] = append(w.mentions[m.Participant], m.Reference)
		}
	}
}

// number puts all lists in order of text and gives ids.
func (w *writer) number() {
	sortBy(w.list, func(p *event.Participant) int {
		return w.first(each(w.mentions[p], func(m event.Reference) text.Range { return m.Range }))
	})
	sortBy(w.Places, func(p *event.Place) int {
		return w.first(each(p.Mentions, func(m event.PlaceUse) text.Range { return m.Range }))
	})
	sortBy(w.Times, func(t *event.TimeExpr) int { return w.span(t.Range).Start })
	sortBy(w.Statements, func(s coder.Statement) int { return w.first(wordsOf(s.Attribution)) })
	sortBy(w.Events, func(e *event.Event) int { return w.first(e.Evidence.Words[:1]) })
	sortBy(w.States, func(s *event.State) int { return w.first(s.Evidence.Words[:1]) })
	identify(w.entities, w.list, "n")
	identify(w.places, w.Places, "p")
	identify(w.dates, w.Times, "d")
	identify(w.events, w.Events, "e")
	for i, s := range w.Statements {
		w.attributions[s.Attribution] = id("a", i)
	}
}

// wordsOf are all the words of an attribution.
func wordsOf(a *event.Attribution) []text.Range {
	return append([]text.Range{a.Source.Range, a.Cue.Range}, a.Content...)
}

// first is the position of the earliest of some ranges, empty ones aside; 0 if there are none.
func (w *writer) first(rs []text.Range) int {
	at := -1
	for _, r := range rs {
		if s := w.span(r); !r.Empty() && (at < 0 || s.Start < at) {
			at = s.Start
		}
	}
	return max(at, 0)
}

// span is a range in code points.
func (w *writer) span(r text.Range) record.Span { return w.bytes(w.Segments.Span(r)) }

func (w *writer) bytes(s text.Span) record.Span {
	return record.Span{Start: w.points.Of(s.Start), End: w.points.Of(s.End)}
}

// words is the text of a range.
func (w *writer) words(r text.Range) string { return w.Segments.Form(w.Segments.Span(r)) }

// spans turns ranges into spans.
func (w *writer) spans(rs []text.Range) []record.Span {
	return each(rs, w.span)
}

// isSpace reports whether a string is white space.
func isSpace(s string) bool { return strings.TrimSpace(s) == "" }

// joined turns ranges into spans in order of text and joins those between which there is only white space.
func (w *writer) joined(rs []text.Range) []record.Span {
	var out []record.Span
	var last text.Span
	for _, r := range rs {
		s := w.Segments.Span(r)
		if len(out) > 0 && last.End <= s.Start && isSpace(w.Segments.Text[last.End:s.Start]) {
			out[len(out)-1].End = w.points.Of(s.End)
		} else if !s.Empty() {
			out = append(out, w.bytes(s))
		}
		last = s
	}
	return out
}

// article is what the record says of the input.
func article(a *text.Article) record.Article {
	dateline, _ := text.ParseDateline(a.Text)
	return record.Article{
		ID: record.ArticleID(a.Text, a.URL), SourceID: record.String(a.SourceID), URL: record.String(a.URL), Title: record.String(a.Title),
		Publisher: record.String(a.Publisher), Author: record.String(a.Author), Published: record.Day(a.Published),
		PublishedFrom: record.Origin(a.Origin), Dateline: record.String(dateline.Text), Text: a.Text,
	}
}

// each is f of every element; nil for none.
func each[A, B any](in []A, f func(A) B) []B {
	if len(in) == 0 {
		return nil
	}
	out := make([]B, len(in))
	for i, x := range in {
		out[i] = f(x)
	}
	return out
}

// id is the id of the i-th thing of a layer, from 0.
func id(prefix string, i int) record.ID { return record.ID(prefix + strconv.Itoa(i+1)) }

// identify gives ids in the order of a list.
func identify[A comparable](ids map[A]record.ID, list []A, prefix string) {
	for i, x := range list {
		ids[x] = id(prefix, i)
	}
}

// sortBy sorts a list by position in the text; what stands at the same place keeps its order. Positions are asked for once.
func sortBy[A any](list []A, position func(A) int) {
	type placed struct {
		at   int
		item A
	}
	all := each(list, func(x A) placed { return placed{position(x), x} })
	slices.SortStableFunc(all, func(a, b placed) int { return cmp.Compare(a.at, b.at) })
	for i, x := range all {
		list[i] = x.item
	}
}
