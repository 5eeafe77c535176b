package roles

import (
	"reflect"
	"slices"
	"strings"
	"testing"

	"example.org/demarche/internal/encoder"
	"example.org/demarche/internal/encoder/kernel"
	"example.org/demarche/internal/encoder/modeltest"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// tree is of words in the form form/UPOS/relation/head; the lemma is the form.
func tree(words string) *syntax.Tree {
	heads := map[string]int32{"0": 0, "1": 1, "2": 2, "3": 3, "4": 4, "5": 5, "6": 6, "7": 7, "8": 8, "9": 9, "-": syntax.NoHead}
	fields := strings.Fields(words)
	var forms []string
	for _, f := range fields {
		form, _, _ := strings.Cut(f, "/")
		forms = append(forms, form)
	}
	g := text.OneSentence(forms)
	t := syntax.New(0, g.Text, g.Tokens)
	for i, f := range fields {
		col := strings.Split(f, "/")
		t.Lemmas[i], t.UPOS[i], t.Rels[i], t.Heads[i] = col[0], col[1], col[2], heads[col[3]]
	}
	t.Link()
	return t
}

// port is "rebels tried to capture a town , he said": captured hangs on tried, which hangs on said.
func port() *syntax.Tree {
	return tree("a/NOUN/nsubj/1 attack/VERB/ccomp/8 b/PART/mark/3 attack/VERB/xcomp/1 c/DET/det/5 a/NOUN/obj/3 ,/PUNCT/punct/8 c/PRON/nsubj/8 b/VERB/root/-")
}

// long is a chain of n words, each a verb.
func long(n int) *syntax.Tree {
	forms := slices.Repeat([]string{"a"}, n)
	g := text.OneSentence(forms)
	t := syntax.New(0, g.Text, g.Tokens)
	for i := range n {
		t.Lemmas[i], t.UPOS[i], t.Rels[i], t.Heads[i] = "attack", "VERB", "conj", int32(i/2-1)
	}
	t.Rels[0], t.Heads[0] = "root", syntax.NoHead
	for i := 1; i < n; i++ {
		t.Heads[i] = 0
	}
	t.Link()
	return t
}

func open(t testing.TB, kernel string, m *modeltest.Model) (*Finder, *encoder.Encoder, error) {
	t.Helper()
	e, err := encoder.Open(modeltest.Encoder(1, 1, 32, 2, 32, "a", "b", "c", ",").String(), kernel)
	if err != nil {
		t.Fatal(err)
	}
	f, err := Open(m.String(), e)
	return f, e, err
}

// find returns the roles of trees that were analysed as one batch.
func find(f *Finder, e *encoder.Encoder, sc *encoder.Scratch, trees ...*syntax.Tree) [][]syntax.Roles {
	for _, t := range trees {
		words := make([]string, t.Len())
		for i := range words {
			words[i] = t.Form(i)
		}
		e.Add(sc, words)
	}
	f.Find(sc, e.Encode(sc), trees, f.MayBePredicate)
	var all [][]syntax.Roles
	for _, t := range trees {
		all = append(all, t.Roles)
	}
	return all
}

// TestFind: every kernel gives the same bits, and what is said of a sentence depends on nothing but the sentence.
func TestFind(t *testing.T) {
	var first [][]syntax.Roles
	for _, k := range kernel.All() {
		f, e, err := open(t, k.Name(), modeltest.Roles(3, 32))
		if err != nil {
			t.Fatal(err)
		}
		sc := e.NewScratch()
		trees := []*syntax.Tree{port(), tree(""), tree("c/VERB/root/- b/PRON/obj/0"), tree("c/NOUN/root/-"), port(), tree("c/VERB/root/- ,/PUNCT/punct/0")}
		got := find(f, e, sc, trees...)
		if first == nil {
			first = got
		}
		if !reflect.DeepEqual(got, first) {
			t.Errorf("kernel %s: %v, want %v", k.Name(), got, first)
		}
		for i := range trees {
			if alone := find(f, e, sc, trees[i]); !reflect.DeepEqual(alone[0], first[i]) {
				t.Errorf("sentence %d alone: %v, want %v", i, alone[0], first[i])
			}
		}
	}
	var predicates []int
	filled := 0
	for _, r := range first[0] {
		predicates = append(predicates, r.Predicate)
		seen := map[int32]bool{}
		for a, x := range r.Fillers {
			if x.Word == syntax.NoFiller {
				continue
			}
			filled++
			if int(x.Word) == r.Predicate || x.Word == 6 || seen[x.Word] || x.Margin < syntax.LeastMargin {
				t.Errorf("predicate %d: %s is %+v", r.Predicate, syntax.Arg(a), x)
			}
			seen[x.Word] = true
		}
	}
	if want := []int{0, 1, 3, 5, 8}; !slices.Equal(predicates, want) {
		t.Errorf("predicates %v, want %v: the verbs, and the noun that is among the words", predicates, want)
	}
	if alone := first[5]; len(alone) != 1 || alone[0].Fillers[0].Word != syntax.NoFiller {
		t.Errorf("a verb alone has roles %v", alone)
	}
	if filled == 0 || first[1] != nil || first[3] != nil {
		t.Errorf("%d arguments filled; roles of no words %v, of one that is no predicate %v", filled, first[1], first[3])
	}
}

// TestKnown: a predicate's own row and its class's move the scores, those of another part of speech do not.
func TestKnown(t *testing.T) {
	of := func(verb, lines string) []syntax.Roles {
		m := modeltest.Roles(3, 32)
		for i := range m.Entry {
			if m.Entry[i].Name == "words" {
				m.Entry = m.Entry[:i]
				break
			}
		}
		m.Text("words", lines)
		f, e, err := open(t, kernel.Auto, m)
		if err != nil {
			t.Fatal(err)
		}
		return find(f, e, e.NewScratch(), tree(strings.ReplaceAll("a/NOUN/nsubj/1 VERB/VERB/root/- a/NOUN/obj/1", "VERB/V", verb+"/V")))[0]
	}
	none := of("b", "c\tv\t1\t2\n")
	for lines, moves := range map[string]bool{
		"b\tv\t1\t2\n": true, "b\tv\t0\t2\n": true, "b\tv\t2\t0\n": true, "a\tv\t1\t2\nb\tv\t1\t2\nc\tv\t1\t1\n": true,
		"b\tj\t1\t2\n": false, "b\tv\t900\t-1\n": false, "b\tv\t1": false, "": false,
	} {
		if lines == "" {
			lines = "\n"
		}
		if got := of("b", lines); reflect.DeepEqual(got, none) == moves {
			t.Errorf("%q: %v; without it %v", lines, got, none)
		}
	}
}

func TestWords(t *testing.T) {
	w := words("a\tn\t1\t2\nab\tv\t3\t0\nb\tj\t0\t4\nb\tv\t5\t6\nzoo\tn\t7\t8\n")
	for _, c := range []struct {
		lemma, upos string
		want        [2]int
		ok          bool
	}{
		{"a", "NOUN", [2]int{1, 2}, true}, {"ab", "VERB", [2]int{3, 0}, true}, {"b", "ADJ", [2]int{0, 4}, true}, {"b", "AUX", [2]int{5, 6}, true},
		{"zoo", "PROPN", [2]int{7, 8}, true}, {"a", "VERB", [2]int{}, false}, {"b", "NOUN", [2]int{}, false}, {"zz", "NOUN", [2]int{}, false},
		{"", "NOUN", [2]int{}, false}, {"b", "DET", [2]int{}, false}, {strings.Repeat("b", 99), "VERB", [2]int{}, false},
	} {
		tr := tree("a/" + c.upos + "/root/-")
		tr.Lemmas[0] = c.lemma
		if got, ok := w.find(tr, 0); got != c.want || ok != c.ok {
			t.Errorf("%s %s: %v %t, want %v %t", c.lemma, c.upos, got, ok, c.want, c.ok)
		}
	}
	if _, ok := words("b\tv\t1").find(tree("b/VERB/root/-"), 0); ok {
		t.Error("half a line was read")
	}
}

// TestCandidates tells by hand which words are looked at for "capture", and on which paths.
func TestCandidates(t *testing.T) {
	s := newSight(port())
	var got []string
	for _, c := range s.candidates(3, 9, nil) {
		var path []string
		for _, r := range c.path {
			if r > 0 {
				path = append(path, relations[r-1])
			}
		}
		got = append(got, s.t.Form(int(c.word))+" "+strings.Join(path, " "))
	}
	want := []string{"b mark", "a obj", "c obj det", "attack xcomp", "a xcomp nsubj", "b xcomp ccomp", "c xcomp ccomp nsubj"}
	if !slices.Equal(got, want) {
		t.Errorf("%q, want %q", got, want)
	}
	for _, c := range s.candidates(3, 5, nil) {
		if c.word >= 5 {
			t.Errorf("word %d has no vector", c.word)
		}
	}
}

// TestLongSentences: the work for one predicate is bounded, and words beyond the encoder's reach have no part in it.
func TestLongSentences(t *testing.T) {
	f, e, err := open(t, kernel.Auto, modeltest.Roles(3, 32))
	if err != nil {
		t.Fatal(err)
	}
	tr := long(600)
	if n := len(newSight(tr).candidates(0, 600, nil)); n != mostCandidates {
		t.Errorf("%d candidates, want %d", n, mostCandidates)
	}
	roles := find(f, e, e.NewScratch(), tr)[0]
	if len(roles) != encoder.MaxPieces {
		t.Errorf("%d predicates, want those that have vectors, %d", len(roles), encoder.MaxPieces)
	}
	for _, r := range roles {
		for _, x := range r.Fillers {
			if x.Word >= encoder.MaxPieces {
				t.Errorf("word %d has no vector", x.Word)
			}
		}
	}
}

// TestFeatures tells by hand what is seen of "capture" and of the way to "rebels".
func TestFeatures(t *testing.T) {
	seen := SightsOf(port(), []int{3, 1})
	below := func(set uint32) (names []string) {
		for k := range Below {
			if set&(1<<k) != 0 {
				names = append(names, below[k])
			}
		}
		return names
	}
	if got := below(seen[0].Sets[0]); !slices.Equal(got, []string{"obj", "mark"}) {
		t.Errorf("below: %v", got)
	}
	if got := below(seen[0].Sets[1]); !slices.Equal(got, []string{"nsubj", "xcomp"}) {
		t.Errorf("below the word above: %v", got)
	}
	k := slices.Index(seen[0].Candidates, 0)
	f := seen[0].Pairs[k*len(PairFeatures):][:len(PairFeatures)]
	want := []uint8{relation("xcomp"), 0, 0, relation("nsubj"), 0, relation("nsubj"), distance(-3), uint8(slices.Index(parts, "NOUN") + 1), 0, 0}
	if !slices.Equal(f, want) || seen[0].Part != "v" {
		t.Errorf("%v, want %v; part %q", f, want, seen[0].Part)
	}
	relative := tree("a/NOUN/root/- b/PRON/nsubj/2 attack/VERB/acl:relcl/0")
	relative.Feats[1] = "PronType=Rel"
	if got := below(newSight(relative).below[2]); !slices.Equal(got, []string{"nsubj", "relative nsubj"}) {
		t.Errorf("below: %v", got)
	}
}

// TestFeatureSizes: every value has a row, in any tree.
func TestFeatureSizes(t *testing.T) {
	pairs, predicates := 0, 2*Below
	for _, f := range PairFeatures {
		pairs += f.Size
	}
	for _, f := range PredicateFeatures {
		predicates += f.Size
	}
	if len(PairFeatures) != pairFeatures || len(PredicateFeatures) != predicateFeatures {
		t.Errorf("%d and %d features", len(PairFeatures), len(PredicateFeatures))
	}
	if pairs != modeltest.RolePairRows || predicates != modeltest.RolePredicateRows || Below > 32 {
		t.Errorf("%d and %d rows, modeltest has %d and %d", pairs, predicates, modeltest.RolePairRows, modeltest.RolePredicateRows)
	}
	tr, all := long(400), make([]int, 400)
	for i := range all {
		all[i] = i
		tr.Rels[i] = append(relations, "unknown", "nsubj:odd")[i%(len(relations)+2)]
		tr.UPOS[i] = append(parts, "")[i%(len(parts)+1)]
		tr.XPOS[i] = append(tags, "")[i%(len(tags)+1)]
		tr.Lemmas[i] = append(prepositions, "odd")[i%(len(prepositions)+1)]
	}
	for _, s := range SightsOf(tr, all) {
		check(t, s.Features, PredicateFeatures)
		check(t, s.Pairs, PairFeatures)
	}
}

func check(t *testing.T, values []uint8, of []Feature) {
	t.Helper()
	for i, v := range values {
		if f := of[i%len(of)]; int(v) >= f.Size {
			t.Fatalf("%s is %d of %d", f.Name, v, f.Size)
		}
	}
}

func TestBadFiles(t *testing.T) {
	for want, spoil := range map[string]func(m *modeltest.Model){
		"labels role: are [none ARG1 ARG0": func(m *modeltest.Model) { r := m.Labels["role"]; r[1], r[2] = r[2], r[1] },
		"config pair: is 40":               func(m *modeltest.Model) { m.Config["pair"] = 40 },
		"config known: is \"0\"":           func(m *modeltest.Model) { m.Config["known"] = 0 },
		"tensor known.weight: is i8":       func(m *modeltest.Model) { m.Config["known"] = 7 },
		"tensor words: is missing":         func(m *modeltest.Model) { m.Entry = m.Entry[:len(m.Entry)-1] },
	} {
		m := modeltest.Roles(1, 32)
		spoil(m)
		if _, _, err := open(t, kernel.Auto, m); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

// TestBest: the greatest margin first, and nothing twice.
func TestBest(t *testing.T) {
	margins := []row{{3, 2.5, -4, -9, -9}, {5, -5, -5, -9, -9}, {-1, -0.5, -9, -9, -9}}
	word, arg := best(margins)
	if word != 1 || arg != 0 {
		t.Errorf("word %d fills %d, want 1 and 0", word, arg)
	}
	if word, _ := best([]row{taken}); word != -1 {
		t.Errorf("word %d was taken twice", word)
	}
	if got, want := marginsOf([]float32{1, 4, 2, 0, 0, 0}), (row{2, -2, -4, -4, -4}); got != want {
		t.Errorf("margins %v, want %v", got, want)
	}
}
