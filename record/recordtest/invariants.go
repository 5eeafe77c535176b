package recordtest

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"example.org/demarche/record"
)

// CheckInvariants returns every fault that no schema can tell, joined.
func CheckInvariants(r record.Record) error {
	c := &checker{record: r, text: []rune(r.Article.Text), ids: ids(r)}
	c.article()
	c.spansInOrder("sentences", r.Sentences)
	numbered(c, "n", r.Entities, func(e record.Entity) record.ID { return e.ID })
	numbered(c, "p", r.Places, func(p record.Place) record.ID { return p.ID })
	numbered(c, "d", r.Dates, func(d record.TimeExpr) record.ID { return d.ID })
	numbered(c, "a", r.Attributions, func(a record.Attribution) record.ID { return a.ID })
	numbered(c, "e", r.Events, func(e record.Event) record.ID { return e.ID })
	numbered(c, "s", r.States, func(s record.State) record.ID { return s.ID })
	each(r.Entities, c.entity)
	each(r.Places, c.place)
	each(r.Dates, c.date)
	each(r.Attributions, c.attribution)
	each(r.Events, c.event)
	each(r.States, c.state)
	c.notes()
	return errors.Join(c.faults...)
}

// each calls f on every element.
func each[T any](list []T, f func(T)) {
	for _, x := range list {
		f(x)
	}
}

// A checker collects the faults of one record.
type checker struct {
	record record.Record
	text   []rune
	ids    map[record.ID]bool
	faults []error
}

func (c *checker) fault(format string, args ...any) {
	c.faults = append(c.faults, fmt.Errorf(format, args...))
}

// want notes a fault unless ok.
func (c *checker) want(ok bool, format string, args ...any) {
	if !ok {
		c.fault(format, args...)
	}
}

// ids is the set of the record's ids.
func ids(r record.Record) map[record.ID]bool {
	set := map[record.ID]bool{}
	each(r.Entities, func(x record.Entity) { set[x.ID] = true })
	each(r.Places, func(x record.Place) { set[x.ID] = true })
	each(r.Dates, func(x record.TimeExpr) { set[x.ID] = true })
	each(r.Attributions, func(x record.Attribution) { set[x.ID] = true })
	each(r.Events, func(x record.Event) { set[x.ID] = true })
	each(r.States, func(x record.State) { set[x.ID] = true })
	return set
}

// numbered checks that ids are prefix1, prefix2, … and stand in order of text.
func numbered[T interface{ Position() int }](c *checker, prefix string, list []T, id func(T) record.ID) {
	last := 0
	for i, x := range list {
		want := record.ID(fmt.Sprintf("%s%d", prefix, i+1))
		c.want(id(x) == want, "%s stands where %s should", id(x), want)
		c.want(x.Position() >= last, "%s stands before its predecessor in the text", id(x))
		last = x.Position()
	}
}

// refs checks that references lead to ids with the prefix; "" is no reference.
func (c *checker) refs(where, prefix string, refs ...record.ID) {
	for _, r := range refs {
		ok := r == "" || c.ids[r] && strings.HasPrefix(string(r), prefix)
		c.want(ok, "%s: %q leads nowhere among %s1, %s2, …", where, r, prefix, prefix)
	}
}

// span checks that a span lies in the text and is not empty.
func (c *checker) span(where string, s record.Span) bool {
	ok := 0 <= s.Start && s.Start < s.End && s.End <= len(c.text)
	c.want(ok, "%s: no words at [%d, %d) of %d", where, s.Start, s.End, len(c.text))
	return ok
}

// cuts checks that a span cuts out the words beside it.
func (c *checker) cuts(where string, s record.Span, words string) {
	if c.span(where, s) {
		got := string(c.text[s.Start:s.End])
		c.want(got == words, "%s: [%d, %d) is %q, not %q", where, s.Start, s.End, got, words)
	}
}

// spansInOrder checks spans that follow one another without overlap.
func (c *checker) spansInOrder(where string, spans []record.Span) {
	last := 0
	for _, s := range spans {
		c.span(where, s)
		c.want(s.Start >= last, "%s: [%d, %d) begins before %d", where, s.Start, s.End, last)
		last = s.End
	}
}

// days checks that days exist and that an interval of two begins before it ends.
func (c *checker) days(where string, from, to record.Day) {
	for _, d := range []record.Day{from, to} {
		_, err := time.Parse(time.DateOnly, string(d))
		c.want(d == "" || err == nil, "%s: %q is no day", where, d)
	}
	c.want(from == "" || to == "" || from <= to, "%s: from %s is after to %s", where, from, to)
}

func (c *checker) article() {
	a := c.record.Article
	c.want(utf8.ValidString(a.Text), "article: its text is not UTF-8")
	c.want(a.ID == record.ArticleID(a.Text, string(a.URL)), "article: id %s is not that of text and url", a.ID)
	c.days("article: published", a.Published, a.Published)
	c.want((a.Published == "") == (a.PublishedFrom == record.OriginNone), "article: published %q from %q", a.Published, a.PublishedFrom)
}

func (c *checker) notes() {
	last := 0
	for i, n := range c.record.Notes {
		c.span(fmt.Sprintf("note %d", i+1), n.Span)
		c.want(n.Start >= last, "note %d stands before its predecessor in the text", i+1)
		last = n.Start
	}
}

// stance checks that a deed without attribution has no stance, and that any other has its innermost attribution's.
func (c *checker) stance(where string, stance record.Stance, attributions []record.ID) {
	var want record.Stance
	if n := len(attributions); n > 0 {
		i := slices.IndexFunc(c.record.Attributions, func(a record.Attribution) bool { return a.ID == attributions[n-1] })
		if i < 0 {
			return // refs has said so
		}
		want = c.record.Attributions[i].Stance
	}
	c.want(stance == want, "%s: stance %q, its innermost attribution's is %q", where, stance, want)
}
