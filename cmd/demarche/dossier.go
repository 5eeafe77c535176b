package main

import (
	"cmp"
	"fmt"
	"io"
	"strings"
	"unicode"

	"example.org/demarche/record"
)

// A dossier prints one record for people: the article with its findings marked, then happenings, states and statements.
type dossier struct {
	style
	w       io.Writer
	r       *record.Record
	text    []rune // of the article, without control characters
	explain bool
	err     error

	entities     map[record.ID]*record.Entity
	places       map[record.ID]*record.Place
	attributions map[record.ID]*record.Attribution
}

// writeDossier prints the dossier of a record.
func writeDossier(w io.Writer, s style, r *record.Record, explain bool) error {
	d := &dossier{
		style: s, w: w, r: r, text: []rune(printable(r.Article.Text)), explain: explain,
		entities:     byID(r.Entities, func(e *record.Entity) record.ID { return e.ID }),
		places:       byID(r.Places, func(p *record.Place) record.ID { return p.ID }),
		attributions: byID(r.Attributions, func(a *record.Attribution) record.ID { return a.ID }),
	}
	d.print(d.rule(d.heading()))
	d.print("")
	d.article()
	d.happenings()
	d.states()
	d.statements()
	if explain {
		d.passedOver()
	}
	return d.err
}

func byID[T any](list []T, id func(*T) record.ID) map[record.ID]*T {
	m := make(map[record.ID]*T, len(list))
	for i := range list {
		m[id(&list[i])] = &list[i]
	}
	return m
}

// print writes one line; after a first failure it does nothing.
func (d *dossier) print(line string) {
	if d.err == nil {
		_, d.err = fmt.Fprintln(d.w, line)
	}
}

func (d *dossier) heading() string {
	a := d.r.Article
	parts := []string{squeeze(cmp.Or(string(a.Title), string(a.SourceID), string(a.URL), "article "+cut(string(a.ID), 9)))}
	if a.Publisher != "" {
		parts = append(parts, squeeze(string(a.Publisher)))
	}
	parts = append(parts, cmp.Or(string(a.Published), "day of publication unknown"))
	return strings.Join(parts, " · ")
}

// happenings prints each happening with its reports: events that point at one another by same_as.
func (d *dossier) happenings() {
	reports := map[record.ID][]*record.Event{}
	for i := range d.r.Events {
		e := &d.r.Events[i]
		reports[cmp.Or(e.SameAs, e.ID)] = append(reports[cmp.Or(e.SameAs, e.ID)], e)
	}
	d.print(d.rule(fmt.Sprintf("Who did what to whom (%d)", len(reports))))
	for i := range d.r.Events {
		e := &d.r.Events[i]
		if e.SameAs != "" {
			continue
		}
		d.event(e, best(reports[e.ID]))
		for _, again := range reports[e.ID][1:] {
			d.again(again)
		}
	}
	d.print("")
}

// best is the first report of a happening with the closest date and the first place that any of its reports gives.
func best(reports []*record.Event) *record.Event {
	e := *reports[0]
	for _, again := range reports[1:] {
		if closer(again.Date, e.Date) {
			e.Date = again.Date
		}
		if e.Place == "" {
			e.Place = again.Place
		}
		if e.Duration == "" {
			e.Duration = again.Duration
		}
	}
	return &e
}

// closer reports whether date a comes from words and b only from tense, or from nothing.
func closer(a, b *record.EventDate) bool {
	worded := func(d *record.EventDate) bool {
		return d != nil && (d.Basis == record.BasisStated || d.Basis == record.BasisCarried)
	}
	return worded(a) && !worded(b)
}

// event prints the first report of a happening; known has what all its reports tell of when and where.
func (d *dossier) event(e, known *record.Event) {
	d.print("")
	d.print(d.wrap(d.bold(d.sentence(e)), fmt.Sprintf("  %-4s", e.ID), "      "))
	d.print(d.wrap(d.circumstances(known), "      ", "      "))
	d.print(d.wrap(d.according(e), "      ", "      "))
	if d.explain {
		d.because(e)
	}
}

// again prints a further report of a happening.
func (d *dossier) again(e *record.Event) {
	line := "told again: " + d.words(trigger(e)) + ", " + string(e.Status) + "; " + d.according(e)
	d.print(d.wrap(line, "      "+string(e.ID)+" ", "      "))
	if d.explain {
		d.because(e)
	}
}

// sentence says who did what to whom.
func (d *dossier) sentence(e *record.Event) string {
	what := cmp.Or(string(e.Type), "statement")
	if e.Mode != "" {
		what += " (" + string(e.Mode) + ")"
	}
	s := d.who(e.Actors) + " — " + what + " “" + d.words(trigger(e)) + "”"
	if len(e.Recipients) > 0 {
		s += map[bool]string{true: " with ", false: " → "}[e.Reciprocal] + d.who(e.Recipients)
	}
	return s
}

// who names entities with their codes.
func (d *dossier) who(ids []record.ID) string {
	var names []string
	for _, id := range ids {
		if e := d.entities[id]; e != nil {
			names = append(names, squeeze(e.Name)+codeOf(e))
		}
	}
	if names == nil {
		return "nobody named"
	}
	return strings.Join(names, " and ")
}

func codeOf(e *record.Entity) string {
	code := string(e.Country)
	if string(e.Sector) != code { // international bodies have one code for both
		code = strings.TrimSpace(code + " " + string(e.Sector))
	}
	if code == "" {
		return ""
	}
	return " (" + code + ")"
}

// circumstances says when, where and how far it is asserted.
func (d *dossier) circumstances(e *record.Event) string {
	parts := []string{string(e.Status), when(e.Date)}
	if p := d.places[e.Place]; p != nil {
		parts = append(parts, "in "+squeeze(p.Name)+coordinates(p))
	}
	if e.Duration != "" {
		parts = append(parts, "for "+string(e.Duration))
	}
	for _, c := range e.Counts {
		parts = append(parts, d.words(c.Span)+" "+string(c.Kind))
	}
	if e.Of != "" {
		parts = append(parts, "what "+string(e.Of)+" speaks of")
	}
	parts = append(parts, "CAMEO "+e.CAMEO)
	return strings.Join(parts, " · ")
}

// when tells an event's date.
func when(x *record.EventDate) string {
	if x == nil {
		return "undated"
	}
	basis := map[record.Basis]string{record.BasisTense: " (by tense)", record.BasisPublished: " (day of publication)"}[x.Basis]
	switch {
	case x.From == x.To:
		return string(x.From) + basis
	case x.From == "":
		return "by " + string(x.To) + basis
	case x.To == "":
		return "from " + string(x.From) + " on" + basis
	}
	return string(x.From) + " to " + string(x.To) + basis
}

// coordinates tells a place's coordinates as far as they can be trusted.
func coordinates(p *record.Place) string {
	if p.Lat == nil || p.Precision == record.PrecisionCountry {
		return ""
	}
	return fmt.Sprintf(" (%.2f, %.2f ±%g km)", float64(*p.Lat), float64(*p.Lon), float64(p.RadiusKm))
}

// according names the speakers, the innermost first.
func (d *dossier) according(e *record.Event) string {
	if len(e.Attributions) == 0 {
		return "in the article's own voice"
	}
	var chain []string
	for i := len(e.Attributions) - 1; i >= 0; i-- {
		a := d.attributions[e.Attributions[i]]
		if a == nil {
			continue
		}
		chain = append(chain, d.speaker(a)+" ("+string(a.Stance)+")")
	}
	return "according to " + strings.Join(chain, ", as told by ")
}

// speaker names the source of an attribution.
func (d *dossier) speaker(a *record.Attribution) string {
	if a.Source == nil {
		return "someone unnamed"
	}
	name := squeeze(a.Source.Text)
	if e := d.entities[a.Source.Entity]; e != nil && !strings.Contains(name, e.Name) && isShort(name) {
		name = squeeze(e.Name)
	}
	return name
}

// isShort reports whether a source's words, "he", "the official", are too few to tell who it is.
func isShort(s string) bool { return len(strings.Fields(s)) <= 2 }

// trigger is the span of an event's trigger; empty where a record from elsewhere gives no evidence.
func trigger(e *record.Event) record.Span {
	if len(e.Evidence) == 0 {
		return record.Span{}
	}
	return e.Evidence[0]
}

// words is what a span covers, on one line; "" where it does not lie in the text.
func (d *dossier) words(s record.Span) string {
	if s.Start < 0 || s.Start > s.End || s.End > len(d.text) {
		return ""
	}
	return squeeze(string(d.text[s.Start:s.End]))
}

// squeeze is text on one line, fit to be printed.
func squeeze(s string) string { return strings.Join(strings.Fields(printable(s)), " ") }

// printable is text with its control characters, which could command a terminal, replaced one for one.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) {
			return unicode.ReplacementChar
		}
		return r
	}, s)
}
