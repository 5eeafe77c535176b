package pipeline_test

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"reflect"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"
	"time"

	"example.org/demarche/data"
	"example.org/demarche/internal/encoder"
	"example.org/demarche/internal/encoder/modeltest"
	"example.org/demarche/internal/gazetteer"
	"example.org/demarche/internal/pipeline"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
	"example.org/demarche/record"
	"example.org/demarche/record/recordtest"
)

var update = flag.Bool("update", false, "write testdata/record.txt anew")

// TestRecord draws the record of an article of two sentences: every layer, and how they point at one another. Its quotation
// marks take three bytes each, so that bytes taken for code points would show.
func TestRecord(t *testing.T) {
	const file = "testdata/record.txt"
	b, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	article, want, _ := strings.Cut(string(b), "\n----\n")
	r, err := open(t).Code(t.Context(), text.Article{Text: article, Published: "2011-07-19", Origin: text.OriginGiven}, nil)
	if err != nil {
		t.Fatal(err)
	}
	recordtest.Validate(t, r)
	got := draw(&r)
	if *update {
		if err := os.WriteFile(file, []byte(article+"\n----\n"+got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}

// draw is a line for each thing in a record: its id, what it is, what it points at, its words.
func draw(r *record.Record) string {
	var b strings.Builder
	words := func(spans ...record.Span) string {
		var out []string
		for _, s := range spans {
			out = append(out, fmt.Sprintf("%d-%d %q", s.Start, s.End, s.Cut(r.Article.Text)))
		}
		return strings.Join(out, ", ")
	}
	for _, e := range r.Entities {
		fmt.Fprintf(&b, "%s %s %s %s:", e.ID, e.Name, e.Kind, e.Code)
		for _, m := range e.Mentions {
			fmt.Fprintf(&b, " %s (%s)", words(m.Span), m.Type)
		}
		b.WriteString("\n")
	}
	for _, p := range r.Places {
		fmt.Fprintf(&b, "%s %s %s %s:", p.ID, p.Name, p.Country, p.Precision)
		for _, m := range p.Mentions {
			fmt.Fprintf(&b, " %s (%s)", words(m.Span), m.Type)
		}
		b.WriteString("\n")
	}
	for _, d := range r.Dates {
		fmt.Fprintf(&b, "%s %s: %s\n", d.ID, d.Value, words(d.Span))
	}
	for _, a := range r.Attributions {
		fmt.Fprintf(&b, "%s %s by %s: %s\n", a.ID, a.Stance, a.Source.Entity, words(append([]record.Span{a.Source.Span, a.Cue.Span}, a.Content...)...))
	}
	for _, e := range r.Events {
		fmt.Fprintf(&b, "%s %s %s %s -> %s at %q on %q as told by %v: %s\n", e.ID, e.Type, e.Status, e.Actors, e.Recipients, e.Place, dated(e.Date), e.Attributions, words(e.Evidence...))
	}
	return b.String()
}

func dated(d *record.EventDate) record.ID {
	if d == nil {
		return ""
	}
	return d.Expression
}

// A log is a stopwatch that keeps the names of stages, and calls a function when one begins.
type log struct {
	stages []string
	begun  func(stage string)
}

func (l *log) Start(stage string) func() {
	if len(l.stages) == 0 || l.stages[len(l.stages)-1] != stage {
		l.stages = append(l.stages, stage)
	}
	if l.begun != nil {
		l.begun(stage)
	}
	return func() {}
}

const kenya = "Kenya condemned the coup in Mali."

// A sentence that is too long is cut, and the record says so at the last word before the cut.
func TestCutsAreNoted(t *testing.T) {
	a := "Rebels said " + strings.Repeat("that ministers said ", 200) + "nothing. Rebels left."
	r, err := open(t).Code(t.Context(), text.Article{Text: a, Origin: text.OriginNone}, nil)
	if err != nil {
		t.Fatal(err)
	}
	recordtest.Validate(t, r)
	var cuts []record.Note
	for _, n := range r.Notes {
		if n.Rule == "length" {
			cuts = append(cuts, n)
		}
	}
	if len(cuts) != 1 || len(r.Sentences) != 3 || cuts[0].End != r.Sentences[0].End {
		t.Errorf("notes %v for sentences %v", cuts, r.Sentences)
	}
}

func TestStagesRunInTheirOrder(t *testing.T) {
	l := &log{}
	if _, err := open(t).Code(t.Context(), text.Article{Text: kenya, Origin: text.OriginNone}, l); err != nil {
		t.Fatal(err)
	}
	want := []string{"segment", "encoder", "tagger", "parser", "roles", "names", "attribution", // heads, batch by batch
		"names", "attribution", "actors", "places", "dates", "coder", "record"}
	if !slices.Equal(l.stages, want) {
		t.Errorf("stages %v, want %v", l.stages, want)
	}
}

// TestContextEndsTheWork: when the context is done, no further stage begins, and there is no record.
func TestContextEndsTheWork(t *testing.T) {
	for _, last := range []string{"segment", "attribution", "places"} {
		ctx, cancel := context.WithCancel(t.Context())
		l := &log{begun: func(stage string) {
			if stage == last {
				cancel()
			}
		}}
		r, err := open(t).Code(ctx, text.Article{Text: kenya, Origin: text.OriginNone}, l)
		if !errors.Is(err, context.Canceled) || r.Schema != "" || l.stages[len(l.stages)-1] != last {
			t.Errorf("stopped in %s: error %v, stages %v", last, err, l.stages)
		}
	}
}

// TestGivenTreesGiveTheSameRecord: an analysis coded by itself gives what its article gives.
func TestGivenTreesGiveTheSameRecord(t *testing.T) {
	p := open(t)
	a := text.Article{Text: kenya + " Norway’s envoy arrived in Nairobi on Monday.", Published: "2011-07-19", Origin: text.OriginGiven}
	want, err := p.Code(t.Context(), a, nil)
	if err != nil {
		t.Fatal(err)
	}
	an, err := p.Analyse(t.Context(), a.Text, nil)
	if err != nil {
		t.Fatal(err)
	}
	got, err := p.CodeTrees(t.Context(), a, an, nil)
	if err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("from trees\n%s\nfrom text\n%s", draw(&got), draw(&want))
	}
}

// TestOtherLanguagesAreNotCoded: the record has a note over the whole text, in code points, and nothing else.
func TestOtherLanguagesAreNotCoded(t *testing.T) {
	const french = "Le ministre a rencontré le président de la république dans la capitale, avec une délégation, pour des discussions."
	r, err := open(t).Code(t.Context(), text.Article{Text: french, Origin: text.OriginNone}, nil)
	if err != nil {
		t.Fatal(err)
	}
	recordtest.Validate(t, r)
	if len(r.Notes) != 1 || r.Notes[0].Span.Cut(french) != french || len(r.Sentences)+len(r.Events) != 0 {
		t.Errorf("notes %v, %d sentences, %d events", r.Notes, len(r.Sentences), len(r.Events))
	}
}

// TestNewTellsWhatIsBroken: an error names the model or the folder.
func TestNewTellsWhatIsBroken(t *testing.T) {
	for want, spoil := range map[string]func(*pipeline.Knowledge){
		"encoder: ":                      func(k *pipeline.Knowledge) { k.Encoder = k.Encoder[:100] },
		"tagger: ":                       func(k *pipeline.Knowledge) { k.Tagger = k.Tagger[:100] },
		`the model has no head "tagger"`: func(k *pipeline.Knowledge) { k.Tagger = "" },
		"parser: ":                       func(k *pipeline.Knowledge) { k.Parser = k.Tagger },
		"names: ":                        func(k *pipeline.Knowledge) { k.Names = "not a model" },
		"ontology: ":                     func(k *pipeline.Knowledge) { k.Data = fstest.MapFS{} },
	} {
		k := knowledge(t)
		spoil(&k)
		if _, err := pipeline.New(k); err == nil || !strings.HasPrefix(err.Error(), want) {
			t.Errorf("error %v, want one that begins with %q", err, want)
		}
	}
}

// TestForeignModelsAreChecked: what opening takes on trust is looked at where models come from outside.
func TestForeignModelsAreChecked(t *testing.T) {
	for _, c := range []struct {
		what, want string
		spoil      func(tagger, parser *modeltest.Model)
	}{
		{"nothing", "", func(_, _ *modeltest.Model) {}},
		{"an offset", "parser: model file: tensor head.weight: row 0: the offset", func(_, parser *modeltest.Model) { parser.Data("head.offset")[0]++ }},
		{"the lexicon's order", "tagger: model file: tensor lexicon: its lines are not in order", func(tagger, _ *modeltest.Model) { tagger.Data("lexicon")[0] = 'z' }},
	} {
		parts, err := encoder.OpenBundle(modeltest.Bundle(1).String())
		if err != nil {
			t.Fatal(err)
		}
		tagger, parser := modeltest.Tagger(3, 32), modeltest.Parser(4, 32)
		c.spoil(tagger, parser)
		k := knowledge(t)
		k.Parts, k.Foreign = parts, true
		k.Tagger, k.Parser = tagger.String(), parser.String()
		if _, err := pipeline.New(k); c.want == "" && err != nil || c.want != "" && (err == nil || !strings.HasPrefix(err.Error(), c.want)) {
			t.Errorf("%s spoiled: %v, want %q", c.what, err, c.want)
		}
		if k.Foreign = false; c.want != "" {
			if _, err := pipeline.New(k); err != nil {
				t.Errorf("%s spoiled, and ours: %v", c.what, err)
			}
		}
	}
}

// TestWithoutKinds: the head of kinds is the one that a network may lack.
func TestWithoutKinds(t *testing.T) {
	k := knowledge(t)
	k.Mentions = ""
	p, err := pipeline.New(k)
	if err != nil {
		t.Fatal(err)
	}
	r, err := p.Code(t.Context(), text.Article{Text: kenya, Origin: text.OriginNone}, nil)
	if err != nil {
		t.Fatal(err)
	}
	recordtest.Validate(t, r)
	if found, err := p.Mentions(t.Context(), kenya, nil); err != nil || len(found) != 3 || len(r.Events) == 0 {
		t.Errorf("%d events; mentions %v, %v", len(r.Events), found, err)
	}
}

// TestWithoutStatements: nor need a network have the head of statements; where it has one, records say what that alone found.
func TestWithoutStatements(t *testing.T) {
	const s = "The two sides remain at odds over the port. Witness: “They came at night and burned the whole market.”"
	for _, statements := range []string{"", knowledge(t).Statements} {
		k := knowledge(t)
		k.Statements = statements
		p, err := pipeline.New(k)
		if err != nil {
			t.Fatal(err)
		}
		r, err := p.Code(t.Context(), text.Article{Text: s, Origin: text.OriginNone}, nil)
		if err != nil {
			t.Fatal(err)
		}
		recordtest.Validate(t, r)
		found := slices.ContainsFunc(r.Attributions, func(a record.Attribution) bool { return a.Rule == "statements.dmm" })
		if want := statements != ""; found != want {
			t.Errorf("found something by the head: %t, want %t; attributions %+v", found, want, r.Attributions)
		}
	}
}

// TestRoles: who acts and who undergoes, where no path of the tree tells it at once; nobody acts who does not fit.
func TestRoles(t *testing.T) {
	for _, c := range []struct {
		sentence, predicate string
		want                [2]string // ARG0, ARG1
	}{
		{"The general ordered his troops to shell the port .", "shell", [2]string{"troops", "port"}},
		{"The general agreed on Friday to shell the port .", "shell", [2]string{"general", "port"}},
		{"The bridge that rebels blew up on Monday was the last .", "blew", [2]string{"rebels", "bridge"}},
		{"The army 's attack on Aleppo was condemned by Norway .", "attack", [2]string{"army", "Aleppo"}},
		{"The army 's attack on Aleppo was condemned by Norway .", "condemned", [2]string{"Norway", "attack"}},
	} {
		words := strings.Fields(c.sentence)
		p := slices.Index(words, c.predicate)
		tree, err := open(t).Roles(t.Context(), words, []int{p}, nil)
		if err != nil {
			t.Fatal(err)
		}
		for a, want := range c.want {
			if word, margin, ok := tree.Role(p, syntax.Arg(a)); !ok || margin <= 0 || words[word] != want {
				t.Errorf("%s: %s of %s is word %d by %g, want %s", c.sentence, syntax.Arg(a), c.predicate, word, margin, want)
			}
		}
		if len(tree.Roles) != 1 {
			t.Errorf("%d predicates, want the one that was asked for", len(tree.Roles))
		}
	}
}

// TestRolesOfTheFixture holds the head of roles to what the arithmetic of data/models/README.md gives, reckoned apart from it: every word of
// some sentences as a predicate. Only the order of sums differs, and what little it moves 8-bit steps.
func TestRolesOfTheFixture(t *testing.T) {
	const least, near = -2, 0.05 // margins that the fixture tells, and how near they must be
	b, err := os.ReadFile("../syntax/roles/testdata/fixture.json")
	if err != nil {
		t.Fatal(err)
	}
	var fixture []struct {
		Words   []string
		Fillers []map[string][2]float32 // by predicate and argument: word and margin
	}
	if err := json.Unmarshal(b, &fixture); err != nil {
		t.Fatal(err)
	}
	compared := 0
	for _, s := range fixture {
		var all []int
		for i := range s.Words {
			all = append(all, i)
		}
		tree, err := open(t).Roles(t.Context(), s.Words, all, nil)
		if err != nil {
			t.Fatal(err)
		}
		for i, want := range s.Fillers {
			for a := range syntax.Arg(syntax.NumArgs) {
				word, margin, ok := tree.Role(i, a)
				w, told := want[a.String()]
				same := told && ok && word == int(w[0]) && max(margin-w[1], w[1]-margin) < near
				if told && !same || !told && ok && margin > least+near {
					t.Errorf("%s: %s of %s is word %d by %g (%t), want %v (%t)", s.Words, a, s.Words[i], word, margin, ok, w, told)
				}
				compared++
			}
		}
	}
	if compared < 1000 {
		t.Errorf("only %d arguments compared", compared)
	}
}

// TestRolesOfStretches: a sentence beyond the encoder's reach is analysed in stretches, and its roles are those of the whole sentence's words.
func TestRolesOfStretches(t *testing.T) {
	words := slices.Repeat(strings.Fields("Rebels attacked the town , and"), 200)
	const second = encoder.MaxPieces + 1 // each word is a piece: the first verb of the second stretch
	tree, err := open(t).Roles(t.Context(), words, []int{1, second}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range []int{1, second} {
		if word, _, ok := tree.Role(p, syntax.Arg1); !ok || word != p+2 {
			t.Errorf("what word %d attacks is word %d, want %d", p, word, p+2)
		}
	}
	if tree, err := open(t).Roles(t.Context(), nil, nil, nil); err != nil || tree.Len() != 0 {
		t.Errorf("of no words: %v, %v", tree, err)
	}
}

// TestWithoutRoles: nor need a network have the head of roles; trees alone do not run it.
func TestWithoutRoles(t *testing.T) {
	k := knowledge(t)
	k.Roles = ""
	p, err := pipeline.New(k)
	if err != nil {
		t.Fatal(err)
	}
	r, err := p.Code(t.Context(), text.Article{Text: kenya, Origin: text.OriginNone}, nil)
	if err != nil {
		t.Fatal(err)
	}
	recordtest.Validate(t, r)
	var missing *encoder.MissingError
	if _, err := p.Roles(t.Context(), []string{"Rebels", "fled"}, []int{1}, nil); !errors.As(err, &missing) || missing.Head != "roles" {
		t.Errorf("error %v", err)
	}
	an, err := open(t).Analyse(t.Context(), kenya, nil)
	if err != nil || an.Trees[0].Roles != nil {
		t.Errorf("roles %v, error %v", an.Trees[0].Roles, err)
	}
}

// TestCodeTellsWhatIsBroken: rules are read when an article is coded; trees need none.
func TestCodeTellsWhatIsBroken(t *testing.T) {
	k := knowledge(t)
	k.Data = without{k.Data, "cues"}
	p, err := pipeline.New(k)
	if err != nil {
		t.Fatal(err)
	}
	a := text.Article{Text: kenya, Origin: text.OriginNone}
	if _, err := p.Analyse(t.Context(), a.Text, nil); err != nil {
		t.Error(err)
	}
	for range 2 {
		if _, err := p.Code(t.Context(), a, nil); err == nil || !strings.HasPrefix(err.Error(), "cues: ") {
			t.Errorf("error %v, want one that begins with cues:", err)
		}
	}
}

// without is a file system that lacks a folder.
type without struct {
	fs.FS
	folder string
}

func (w without) Open(name string) (fs.File, error) {
	if strings.HasPrefix(name, w.folder) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	return w.FS.Open(name)
}

// spent is a stopwatch that adds up what each stage takes. It is for one goroutine.
type spent map[string]time.Duration

func (s spent) Start(stage string) func() {
	begin := time.Now()
	return func() { s[stage] += time.Since(begin) }
}

// BenchmarkStages codes a page, and tells what each stage takes of it.
func BenchmarkStages(b *testing.B) {
	p := open(b)
	a := text.Article{Text: strings.Repeat(kenya+" Norway’s envoy met rebels in Nairobi on Monday, a spokeswoman said, and asked them to lay down their arms. ", 10), Published: "2011-07-19", Origin: text.OriginGiven}
	s := spent{}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := p.Code(b.Context(), a, s); err != nil {
			b.Fatal(err)
		}
	}
	for stage, d := range s {
		b.ReportMetric(float64(d.Microseconds())/float64(b.N), stage+"-µs/op")
	}
}

// knowledge is what the program itself is made of.
func knowledge(t testing.TB) pipeline.Knowledge {
	t.Helper()
	g, err := gazetteer.Open(data.Gazetteer)
	if err != nil {
		t.Fatal(err)
	}
	return pipeline.Knowledge{
		Data: data.Text,
		Parts: encoder.Parts{
			Encoder: data.Encoder, Tagger: data.Tagger, Parser: data.Parser, Names: data.Names, Mentions: data.Mentions, Statements: data.Statements, Roles: data.Roles,
		},
		Boundaries: data.Boundaries, Kernel: "auto", Gazetteer: g,
		Coder: record.Coder{Version: "0.0.0", Data: data.Hash},
	}
}

// opened is one pipeline for all tests.
var opened = struct {
	sync.Once
	p   *pipeline.Pipeline
	err error
}{}

func open(t testing.TB) *pipeline.Pipeline {
	t.Helper()
	opened.Do(func() { opened.p, opened.err = pipeline.New(knowledge(t)) })
	if opened.err != nil {
		t.Fatal(opened.err)
	}
	return opened.p
}
