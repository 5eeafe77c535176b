package score

import (
	"encoding/json"
	"io"
	"strings"
	"testing"

	"example.org/demarche/record"
)

// told is an article of the tests with its gold and what was found.
type told struct {
	w    *writer
	gold attributedJSONL
	ids  []string
}

// toldIn begins an article.
func toldIn(t *testing.T, id, text string) *told {
	return &told{w: newWriter(t, text), gold: attributedJSONL{ID: id, Text: text}}
}

// marks adds an attribution to gold.
func (a *told) marks(id, source, cue, content string) {
	roles := map[string][][2]int{}
	for role, phrase := range map[string]string{"source": source, "cue": cue, "content": content} {
		for _, s := range spansOf(a.w, phrase) {
			roles[role] = append(roles[role], [2]int{s.Start, s.End})
		}
	}
	a.gold.Attributions = append(a.gold.Attributions, roles)
	a.ids = append(a.ids, id)
}

// finds adds an attribution to the record; within is the place of its outer one, from 1, 0 for none.
func (a *told) finds(cue, content string, within int, more func(*record.Attribution)) {
	f := record.Attribution{
		ID: record.NewID('a', len(a.w.r.Attributions)), Content: spansOf(a.w, content), Quote: record.QuoteIndirect, Stance: record.StanceReported,
	}
	if s := spansOf(a.w, cue); s != nil {
		f.Cue = &record.Cue{Span: s[0]}
	}
	if within > 0 {
		f.Within = record.NewID('a', within-1)
	}
	if more != nil {
		more(&f)
	}
	a.w.r.Attributions = append(a.w.r.Attributions, f)
}

// span is where a phrase first stands.
func (a *told) span(phrase string) record.Span { return a.w.spans(phrase)[0] }

// read is the article as it is read from a file.
func (a *told) read(t *testing.T) Attributed {
	t.Helper()
	r := readBack(t, []attributedJSONL{a.gold})[0]
	for i, id := range a.ids {
		r.told[i].ID = record.ID(id)
	}
	return r
}

// TestStatements compares three articles: what is found under other limits, what is wrong, what is missing.
func TestStatements(t *testing.T) {
	a := toldIn(t, "a", "Mary Poe met Karl. She told reporters in Oslo it was over. He denied it. He urged them to go. Silence. Karl Roe said so.")
	a.marks("E1", "She", "told", "it was over")
	a.marks("E2", "He", "denied", "it")
	a.marks("E3", "He", "urged", "to go")
	a.marks("E4", "-", "Silence", "-")
	a.marks("E5", "Karl Roe", "said", "so")
	a.finds("told", "it was over", 0, func(f *record.Attribution) {
		f.Source = &record.Source{Span: a.span("She"), Entity: "n1"}
		f.Addressee = &record.Addressee{Span: a.span("reporters")}
		f.Quote = record.QuoteDirect
	})
	a.finds("denied", "it", 0, func(f *record.Attribution) {
		f.Source = &record.Source{Span: a.span("He"), Entity: "n1"}
		f.Stance = record.StanceDenied
		f.Addressee = &record.Addressee{Span: a.span("it")}
	})
	a.finds("urged", "to go", 0, func(f *record.Attribution) { f.Stance = record.StanceClaimed })
	a.finds("said", "so", 0, func(f *record.Attribution) {
		f.Source = &record.Source{Span: a.span("Karl Roe")}
		f.Addressee = &record.Addressee{Span: a.span("Karl")}
	})
	a.w.r.Entities = []record.Entity{
		{ID: "n1", Mentions: []record.Mention{{Span: a.span("Mary Poe")}, {Span: a.span("She")}}}, {ID: "n2", Mentions: []record.Mention{{Span: a.span("Karl")}}},
	}
	mary, karl := []record.Span{a.span("Poe")}, []record.Span{a.span("Karl"), a.span("Karl Roe")}
	in := func(id string) Drawn { return Drawn{Article: "a", Attribution: id} }

	b := toldIn(t, "b", "Ann said Bob knew Cem hoped Dee left, and feared so.")
	b.finds("said", "Bob knew Cem hoped Dee left", 0, nil)
	b.finds("knew", "Cem hoped Dee left", 1, nil)
	b.finds("hoped", "Dee left", 1, nil)
	b.finds("feared", "so", 1, nil)
	b.finds("-", "Ann", 1, nil)
	calm := toldIn(t, "calm", "Ann said Bob knew.")
	calm.finds("said", "Bob knew", 0, nil)
	calm.finds("knew", "-", 1, nil)
	lost := toldIn(t, "lost", "Ann said Bob knew.")
	lost.finds("said", "Bob knew", 0, nil)
	pair := func(a *told, inner, outer string) NestedRow {
		return NestedRow{Drawn{Article: a.gold.ID}, new(a.span(inner)), new(a.span(outer))}
	}

	report, err := CompareStatements(StatementTables{
		Addressees: []AddresseeRow{
			{in("E1"), new(a.span("reporters in Oslo"))}, // F1 .5
			{in("E2"), nil}, {in("E3"), new(a.span("them"))}, {in("E4"), nil}, {in("E5"), new(a.span("reporters"))},
		},
		Antecedents: []AntecedentRow{{in("E1"), mary}, {in("E2"), karl}, {in("E3"), karl}, {in("E5"), karl}, {in("E4"), karl}},
		Quotes: []QuoteRow{
			{in("E1"), record.QuoteDirect, record.StanceReported}, {in("E2"), record.QuotePartial, record.StanceDenied},
			{in("E3"), record.QuoteIndirect, record.StanceDemanded}, {in("E4"), record.QuoteDirect, record.StanceReported},
		},
		Nested: []NestedRow{
			pair(b, "knew", "said"), pair(b, "hoped", "knew"), {Drawn{Article: "calm"}, nil, nil}, pair(lost, "knew", "said"),
		},
	}, []Attributed{a.read(t), b.read(t), calm.read(t), lost.read(t)}, []record.Record{a.w.r, b.w.r, calm.w.r, lost.w.r})
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/statements/report.txt", report)
	j, err := json.MarshalIndent(report, "", " ")
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/statements/report.json", asText(j))
}

// asText is text that is written as it is.
type asText string

func (s asText) Write(w io.Writer) error {
	_, err := io.WriteString(w, string(s)+"\n")
	return err
}

// TestStatementsOfNoArticle: tables whose articles are not there are not measured.
func TestStatementsOfNoArticle(t *testing.T) {
	a := toldIn(t, "a", "She left.")
	report, err := CompareStatements(StatementTables{Quotes: []QuoteRow{{Drawn: Drawn{Article: "z"}}}}, []Attributed{a.read(t)}, []record.Record{a.w.r})
	if err != nil || !report.Quotes.Unread || !report.Nested.Unread {
		t.Errorf("%+v, %v", report, err)
	}
	if s := printed(t, report); !strings.Contains(s, "quotation, stance NOT MEASURED") || strings.Contains(s, "stance: gold") {
		t.Error(s)
	}
	if j, err := json.Marshal(report); err != nil || string(j) != `{"addressee":null,"antecedent":null,"quote":null,"stance":null,"within":null}` {
		t.Errorf("%s, %v", j, err)
	}
}

// TestStatementsThatAreNotThere: a table that speaks of what is not in the articles is told by its line.
func TestStatementsThatAreNotThere(t *testing.T) {
	a := toldIn(t, "a", "She left.")
	a.marks("E1", "She", "left", "-")
	here, beyond := Drawn{2, "a", "E1"}, &record.Span{Start: 4, End: 10}
	for _, c := range []struct {
		tables StatementTables
		want   string
	}{
		{StatementTables{Quotes: []QuoteRow{{Drawn: here}, {Drawn: Drawn{3, "z", "E1"}}}}, `quotes.tsv: line 3: no article "z" is given`},
		{StatementTables{Quotes: []QuoteRow{{Drawn: Drawn{2, "a", "E9"}}}}, `quotes.tsv: line 2: the article "a" has no attribution "E9"`},
		{StatementTables{Addressees: []AddresseeRow{{here, beyond}}}, "addressees.tsv: line 2: 4 to 10 is no span of the text, which has 9 code points"},
		{StatementTables{Antecedents: []AntecedentRow{{here, []record.Span{*beyond}}}}, "antecedents.tsv: line 2: 4 to 10 is no span"},
		{StatementTables{Nested: []NestedRow{{here, &record.Span{End: 3}, beyond}}}, "nested.tsv: line 2: 4 to 10 is no span"},
		{StatementTables{Nested: []NestedRow{{here, nil, nil}, {Drawn{3, "z", ""}, nil, nil}}}, `nested.tsv: line 3: no article "z" is given`},
	} {
		_, err := CompareStatements(c.tables, []Attributed{a.read(t)}, []record.Record{a.w.r})
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%v, want %s", err, c.want)
		}
	}
}

func TestReadStatementTables(t *testing.T) {
	addressees, err := ReadAddressees(strings.NewReader("article\tattribution\tstart\tend\r\na\tE1\t-\t-\r\na\tE2\t3\t9\r\n"))
	if err != nil || len(addressees) != 2 || addressees[0].Addressee != nil || *addressees[1].Addressee != (record.Span{Start: 3, End: 9}) || addressees[1].Drawn != (Drawn{3, "a", "E2"}) {
		t.Errorf("%+v, %v", addressees, err)
	}
	antecedents, err := ReadAntecedents(strings.NewReader("article\tattribution\tstart\tend\tantecedent\na\tE1\t4\t6\t0-3,9-12\n"))
	if err != nil || len(antecedents) != 1 || len(antecedents[0].Names) != 2 || antecedents[0].Names[1] != (record.Span{Start: 9, End: 12}) {
		t.Errorf("%+v, %v", antecedents, err)
	}
	quotes, err := ReadQuotes(strings.NewReader("article\tattribution\tquote\tstance\na\tE1\tpartial\tdenied"))
	if err != nil || len(quotes) != 1 || quotes[0] != (QuoteRow{Drawn{2, "a", "E1"}, record.QuotePartial, record.StanceDenied}) {
		t.Errorf("%+v, %v", quotes, err)
	}
	nested, err := ReadNested(strings.NewReader("sentence\tinner start\tinner end\touter start\touter end\n7\t9\t12\t3\t5\n8\t-\t-\t-\t-\n"))
	if err != nil || len(nested) != 2 || *nested[0].Inner != (record.Span{Start: 9, End: 12}) || *nested[0].Outer != (record.Span{Start: 3, End: 5}) || nested[1].Inner != nil || nested[0].Drawn != (Drawn{2, "7", ""}) {
		t.Errorf("%+v, %v", nested, err)
	}
}

func TestReadStatementTableFaults(t *testing.T) {
	quotes := func(r io.Reader) error { _, err := ReadQuotes(r); return err }
	addressees := func(r io.Reader) error { _, err := ReadAddressees(r); return err }
	antecedents := func(r io.Reader) error { _, err := ReadAntecedents(r); return err }
	nested := func(r io.Reader) error { _, err := ReadNested(r); return err }
	const quoteHead, addresseeHead = "article\tattribution\tquote\tstance\n", "article\tattribution\tstart\tend\n"
	const antecedentHead, nestedHead = "article\tattribution\tstart\tend\tantecedent\n", "sentence\tinner start\tinner end\touter start\touter end\n"
	for _, c := range []struct {
		read     func(io.Reader) error
		in, want string
	}{
		{quotes, "", "there is no row in it"},
		{quotes, addresseeHead, `line 1: the header is "article attribution start end": it ought to be "article attribution quote stance"`},
		{quotes, quoteHead + "a\tE1\tdirect\n", "line 2: 3 columns: it ought to have 4"},
		{quotes, quoteHead + "a\tE1\tscare\tdenied\n", `line 2: quote "scare" is none of direct, partial, indirect`},
		{quotes, quoteHead + "a\tE1\tdirect\tdenied\na\tE2\tdirect\tsad\n", `line 3: stance "sad" is none of reported, claimed, `},
		{addressees, addresseeHead + "a\tE1\t-\t3\n", "line 2: - to 3 is no span"},
		{addressees, addresseeHead + "a\tE1\t3\t3\n", "line 2: 3 to 3 is no span"},
		{addressees, addresseeHead + "a\tE1\t-1\t3\n", "line 2: -1 to 3 is no span"},
		{antecedents, antecedentHead + "a\tE1\t1\t2\t3-4,5\n", "line 2: 5 to  is no span"},
		{nested, nestedHead + "7\t1\t2\t-\t-\n", "line 2: one cue without the other"},
		{nested, nestedHead + "7\t1\tx\t-\t-\n", "line 2: 1 to x is no span"},
	} {
		if err := c.read(strings.NewReader(c.in)); err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%q: %v, want %s", c.in, err, c.want)
		}
	}
}
