package score

import (
	"fmt"

	"example.org/demarche/record"
)

// A StatementReport compares what records tell of statements beside their spans with gold, over drawn attributions whose cue was
// found: some found attribution is paired with them by cues that share a word.
type StatementReport struct {
	Antecedent  Share // the entity of the source has a mention where gold has one by name
	Quote       Confusion
	Stance      Confusion
	Addressee   Figure // F1 of the words .5 at least
	Within      Figure // pairs of inner and outer, whose inner cue was found; and all that were found in these sentences
	Antecedents Drawing
	Quotes      Drawing
	Addressees  Drawing
	Nested      Drawing // of inner ones
}

// A Drawing is how many attributions were drawn.
type Drawing struct {
	Drawn    int  // from the articles
	CueFound int  // of these
	Unread   bool // none of the articles was given: not measured
}

// CompareStatements compares; found has the record of each article, in the same order. Of a table none of whose articles is given nothing
// is told; one some of whose articles or attributions are missing is an error that names the line.
func CompareStatements(gold StatementTables, articles []Attributed, found []record.Record) (StatementReport, error) {
	r := StatementReport{Quote: newConfusion(quoteTypes), Stance: newConfusion(stances)}
	s := newStatementScenes(articles, found)
	if err := each(s, "addressees.tsv", gold.Addressees, &r.Addressees, r.addressee); err != nil {
		return r, err
	}
	if err := each(s, "antecedents.tsv", gold.Antecedents, &r.Antecedents, r.antecedent); err != nil {
		return r, err
	}
	if err := each(s, "quotes.tsv", gold.Quotes, &r.Quotes, r.quoted); err != nil {
		return r, err
	}
	return r, r.nested(s, gold.Nested)
}

// A statementScene is an article with what was found in it.
type statementScene struct {
	Attributed
	record  record.Record
	found   []statement
	toFound []int             // of gold's attributions, the found ones that are paired with them; -1 for none
	at      map[record.ID]int // gold's attributions by their ids
}

// newStatementScenes are the articles by their ids.
func newStatementScenes(articles []Attributed, found []record.Record) map[string]*statementScene {
	scenes := map[string]*statementScene{}
	for i, a := range articles {
		s := &statementScene{Attributed: a, record: found[i], found: statementsOf(a.page, found[i]), at: map[record.ID]int{}}
		s.toFound, _ = sharedCues(a.told, s.found)
		for j, t := range a.told {
			s.at[t.ID] = j
		}
		scenes[a.ID] = s
	}
	return scenes
}

// A drawnRow is a row of some table.
type drawnRow interface {
	drawn() Drawn
	spans() []record.Span // that it names in the article
}

func (d Drawn) drawn() Drawn                 { return d }
func (r AddresseeRow) spans() []record.Span  { return some(r.Addressee) }
func (r AntecedentRow) spans() []record.Span { return r.Names }
func (r QuoteRow) spans() []record.Span      { return nil }
func (r NestedRow) spans() []record.Span     { return some(r.Inner, r.Outer) }

// some are the spans that are there.
func some(spans ...*record.Span) []record.Span {
	var out []record.Span
	for _, s := range spans {
		if s != nil {
			out = append(out, *s)
		}
	}
	return out
}

// each hands the rows of a table to compare, with the found attribution that is paired with theirs.
func each[T drawnRow](scenes map[string]*statementScene, table string, rows []T, d *Drawing, compare func(T, *statementScene, statement)) error {
	if d.Unread = !given(scenes, rows); d.Unread {
		return nil
	}
	for _, row := range rows {
		at := row.drawn()
		s := scenes[at.Article]
		if s == nil {
			return fmt.Errorf("%s: line %d: no article %q is given", table, at.Line, at.Article)
		}
		g, ok := s.at[record.ID(at.Attribution)]
		if !ok {
			return fmt.Errorf("%s: line %d: the article %q has no attribution %q", table, at.Line, at.Article, at.Attribution)
		}
		if err := s.holds(row.spans()); err != nil {
			return fmt.Errorf("%s: line %d: %w", table, at.Line, err)
		}
		d.Drawn++
		if f := s.toFound[g]; f >= 0 {
			d.CueFound++
			compare(row, s, s.found[f])
		}
	}
	return nil
}

// Articles are the ids of the articles that the tables speak of.
func (t StatementTables) Articles() map[string]bool {
	ids := map[string]bool{}
	for _, r := range t.Addressees {
		ids[r.Article] = true
	}
	for _, r := range t.Antecedents {
		ids[r.Article] = true
	}
	for _, r := range t.Quotes {
		ids[r.Article] = true
	}
	for _, r := range t.Nested {
		ids[r.Article] = true
	}
	return ids
}

// holds says what is wrong with spans that do not lie in the article.
func (s *statementScene) holds(spans []record.Span) error {
	for _, x := range spans {
		if x.End > len(s.page.text) {
			return fmt.Errorf("%d to %d is no span of the text, which has %d code points", x.Start, x.End, len(s.page.text))
		}
	}
	return nil
}

// given reports whether some article of a table is there.
func given[T drawnRow](scenes map[string]*statementScene, rows []T) bool {
	for _, row := range rows {
		if scenes[row.drawn().Article] != nil {
			return true
		}
	}
	return false
}

// addressee compares to whom something is said.
func (r *StatementReport) addressee(row AddresseeRow, s *statementScene, f statement) {
	var to *record.Addressee
	if row.Addressee != nil {
		to = &record.Addressee{Span: *row.Addressee}
	}
	r.Addressee.count(to != nil, f.Addressee != nil, sameAddressee(s.page, to, f.Addressee))
}

// antecedent compares who the source is.
func (r *StatementReport) antecedent(row AntecedentRow, s *statementScene, f statement) {
	right := false
	for _, e := range s.record.Entities {
		if f.Source == nil || e.ID != f.Source.Entity {
			continue
		}
		for _, m := range e.Mentions {
			right = right || overlap(s.page.cover(m.Span), s.page.cover(row.Names...))
		}
	}
	r.Antecedent.count(right)
}

// quoted compares how something is quoted, and its stance.
func (r *StatementReport) quoted(row QuoteRow, _ *statementScene, f statement) {
	r.Quote.count(string(row.Quote), string(f.Quote))
	r.Stance.count(string(row.Stance), string(f.Stance))
}

// nested compares what lies inside what in sentences that were read for it whole.
func (r *StatementReport) nested(scenes map[string]*statementScene, rows []NestedRow) error {
	d := &r.Nested
	if d.Unread = !given(scenes, rows); d.Unread {
		return nil
	}
	for first := 0; first < len(rows); {
		end := first + 1
		for end < len(rows) && rows[end].Article == rows[first].Article {
			end++
		}
		s := scenes[rows[first].Article]
		if s == nil {
			return fmt.Errorf("nested.tsv: line %d: no article %q is given", rows[first].Line, rows[first].Article)
		}
		for _, row := range rows[first:end] {
			if err := s.holds(row.spans()); err != nil {
				return fmt.Errorf("nested.tsv: line %d: %w", row.Line, err)
			}
		}
		r.sentence(s, rows[first:end])
		first = end
	}
	return nil
}

// sentence compares the rows of one sentence.
func (r *StatementReport) sentence(s *statementScene, rows []NestedRow) {
	var cues []statement // of gold, each once
	at := map[record.Span]int{}
	number := func(span record.Span) int {
		n, ok := at[span]
		if !ok {
			n = len(cues)
			at[span] = n
			cues = appendStatement(cues, s.page, statement{spans: [roles][]record.Span{cue: {span}}})
		}
		return n
	}
	outer := map[int]int{} // of gold's cues
	for _, row := range rows {
		if row.Inner != nil {
			outer[number(*row.Inner)] = number(*row.Outer)
		}
	}
	toFound, toGold := sharedCues(cues, s.found)
	for inner := range outer {
		r.Nested.Drawn++
		if toFound[inner] >= 0 {
			r.Nested.CueFound++
			r.Within.Gold++
		}
	}
	for f, o := range outers(s.found) {
		if o < 0 || len(s.found[f].words[cue]) == 0 || len(s.found[o].words[cue]) == 0 {
			continue
		}
		r.Within.Found++
		if want, ok := outer[toGold[f]]; ok && want == toGold[o] {
			r.Within.Correct++
		}
	}
}
