package syntax

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"example.org/demarche/internal/text"
)

// parse makes a tree from words written form/UPOS/head/relation, with features and a lemma after that where they
// matter; heads count from 1, 0 is the root, the lemma is the form in lower case if not given.
func parse(t *testing.T, s string) *Tree {
	t.Helper()
	var b strings.Builder
	var words []text.Token
	fields := strings.Fields(s)
	for i, f := range fields {
		if i > 0 {
			b.WriteByte(' ')
		}
		form, _, _ := strings.Cut(f, "/")
		span := text.Span{Start: b.Len(), End: b.Len() + len(form)}
		words = append(words, text.Token{Span: span, Surface: span})
		b.WriteString(form)
	}
	tree := New(0, b.String(), words)
	for i, f := range fields {
		p := append(strings.Split(f, "/"), "", "")
		head, err := strconv.Atoi(p[2])
		if err != nil {
			t.Fatal(err)
		}
		tree.UPOS[i], tree.Heads[i], tree.Rels[i], tree.Feats[i] = p[1], int32(head-1), p[3], p[4]
		if tree.Lemmas[i] = p[5]; p[5] == "" {
			tree.Lemmas[i] = strings.ToLower(p[0])
		}
	}
	tree.Link()
	return tree
}

// find returns the place of the first word with the form.
func find(t *testing.T, tree *Tree, form string) int {
	t.Helper()
	for i := range tree.Tokens {
		if tree.Form(i) == form {
			return i
		}
	}
	t.Fatalf("no word %q in %q", form, tree.Text)
	return 0
}

func forms(tree *Tree, words []int) string {
	var f []string
	for _, w := range words {
		f = append(f, tree.Form(w))
	}
	return strings.Join(f, " ")
}

// one is forms for a single word, "-" for -1.
func one(tree *Tree, w int) string {
	if w < 0 {
		return "-"
	}
	return tree.Form(w)
}

const (
	held = "Three/NUM/3/nsubj:pass were/AUX/3/aux:pass killed/VERB/0/root/VerbForm=Part " +
		"and/CCONJ/6/cc five/NUM/6/nsubj:pass wounded/VERB/3/conj/VerbForm=Part ./PUNCT/3/punct"
	meet = "Rebels/NOUN/4/nsubj did/AUX/4/aux not/PART/4/advmod meet/VERB/0/root/VerbForm=Inf or/CCONJ/6/cc " +
		"speak/VERB/4/conj/VerbForm=Inf but/CCONJ/8/cc left/VERB/4/conj/VerbForm=Fin ./PUNCT/4/punct"
	hurt = "He/PRON/4/nsubj:pass was/AUX/4/aux:pass not/PART/4/advmod killed/VERB/0/root/VerbForm=Part " +
		"but/CCONJ/6/cc hurt/VERB/4/conj/VerbForm=Part"
	friend = "Oslo/PROPN/4/nsubj is/AUX/4/cop no/DET/4/det friend/NOUN/0/root of/ADP/6/case Rome/PROPN/4/nmod"
	longer = "They/PRON/4/nsubj no/ADV/3/advmod longer/ADV/4/advmod hold/VERB/0/root out/ADP/4/compound:prt"
	talks  = "No/DET/2/det talks/NOUN/4/nsubj:pass were/AUX/4/aux:pass held/VERB/0/root/VerbForm=Part"
	told   = "He/PRON/2/nsubj said/VERB/0/root rebels/NOUN/7/nsubj:outer who/PRON/5/nsubj/PronType=Rel fled/VERB/3/acl:relcl/VerbForm=Fin " +
		"can/AUX/7/aux return/VERB/2/ccomp/VerbForm=Inf"
	town = "With/ADP/3/case the/DET/3/det president/NOUN/13/obl of/ADP/5/case Chad/PROPN/3/nmod ,/PUNCT/8/punct " +
		"Mr./PROPN/8/nmod:desc Deby/PROPN/3/appos ,/PUNCT/8/punct and/CCONJ/11/cc ministers/NOUN/3/conj they/PRON/13/nsubj spoke/VERB/0/root"
	band = "The/DET/4/det \"/PUNCT/4/punct Free/ADJ/4/amod Men/NOUN/9/nsubj \"/PUNCT/4/punct ,/PUNCT/4/punct " +
		"accused/VERB/4/acl/Voice=Pass ,/PUNCT/4/punct left/VERB/0/root"
)

func TestClauses(t *testing.T) {
	for _, c := range []struct{ tree, word, clause, subject, auxiliaries string }{
		{held, "five", "wounded", "-", ""},
		{held, "wounded", "wounded", "five", "were"},
		{meet, "speak", "speak", "Rebels", "did"},
		{meet, "left", "left", "Rebels", ""},
		{friend, "Rome", "friend", "-", ""},
		{friend, "friend", "friend", "Oslo", "is"},
		{told, "fled", "fled", "who", ""},
		{told, "rebels", "return", "-", ""},
		{told, "return", "return", "rebels", "can"},
	} {
		tree := parse(t, c.tree)
		i := find(t, tree, c.word)
		got := fmt.Sprint(one(tree, tree.Clause(i)), "|", one(tree, tree.Subject(i)), "|", forms(tree, tree.Auxiliaries(i)))
		if want := fmt.Sprint(c.clause, "|", c.subject, "|", c.auxiliaries); got != want {
			t.Errorf("%s in %q: %s, want %s", c.word, tree.Text, got, want)
		}
	}
}

func TestVoiceAndNegation(t *testing.T) {
	for _, c := range []struct {
		tree, word string
		passive    bool
		negation   string
		group      string
	}{
		{held, "killed", true, "-", "were killed"},
		{held, "wounded", true, "-", "wounded"},
		{meet, "meet", false, "not", "did not meet"},
		{meet, "speak", false, "not", "speak"},
		{meet, "left", false, "-", "left"},
		{hurt, "killed", true, "not", "was not killed"},
		{hurt, "hurt", true, "-", "hurt"},
		{friend, "friend", false, "no", "is friend"},
		{longer, "hold", false, "no", "no longer hold out"},
		{talks, "held", true, "No", "were held"},
		{talks, "talks", false, "No", "talks"},
		{band, "accused", true, "-", "accused"},
	} {
		tree := parse(t, c.tree)
		i := find(t, tree, c.word)
		got := fmt.Sprint(tree.IsPassive(i), " ", one(tree, tree.Negation(i)), " | ", forms(tree, tree.VerbGroup(i)))
		if want := fmt.Sprint(c.passive, " ", c.negation, " | ", c.group); got != want {
			t.Errorf("%s in %q: %s, want %s", c.word, tree.Text, got, want)
		}
	}
}

func TestPhrase(t *testing.T) {
	for _, c := range []struct{ tree, word, want string }{
		{friend, "friend", "no friend of Rome"},
		{told, "rebels", "rebels"},
		{town, "president", "the president of Chad"},
		{town, "Deby", "Mr. Deby"},
		{town, "ministers", "ministers"},
		{band, "Men", "The \" Free Men \" , accused"},
	} {
		tree := parse(t, c.tree)
		r := tree.Phrase(find(t, tree, c.word))
		if got := tree.Text[tree.Tokens[r.Start].Span.Start:tree.Tokens[r.End-1].Span.End]; got != c.want {
			t.Errorf("%s in %q: %q, want %q", c.word, tree.Text, got, c.want)
		}
	}
}

func TestAntecedent(t *testing.T) {
	tree := parse(t, told)
	if got := one(tree, tree.Antecedent(find(t, tree, "who"))); got != "rebels" {
		t.Errorf("who stands for %s, want rebels", got)
	}
	if got := tree.Antecedent(find(t, tree, "He")); got != -1 {
		t.Errorf("a personal pronoun has the antecedent %d, want none", got)
	}
}

// TestIsJoined: conjuncts without conjunction or punctuation are a parser's mistake and share no subject.
func TestIsJoined(t *testing.T) {
	for _, c := range []struct {
		tree   string
		verb   int
		joined bool
	}{
		{"Rebels/NOUN/2/nsubj met/VERB/0/root and/CCONJ/4/cc left/VERB/2/conj", 3, true},
		{"Rebels/NOUN/2/nsubj met/VERB/0/root ,/PUNCT/4/punct left/VERB/2/conj", 3, true},
		{"Rebels/NOUN/2/nsubj met/VERB/0/root there/ADV/2/advmod left/VERB/2/conj", 3, false},
	} {
		tree := parse(t, c.tree)
		if got := tree.IsJoined(c.verb); got != c.joined {
			t.Errorf("joined %v, want %v in\n%s", got, c.joined, tree.Draw())
		}
		if s := tree.Subject(c.verb); (s >= 0) != c.joined {
			t.Errorf("subject %d of\n%s", s, tree.Draw())
		}
	}
}

// TestIsSingledOut: the first to sign has signed, the first step to peace is yet to be taken.
func TestIsSingledOut(t *testing.T) {
	for tree, want := range map[string]bool{
		"the/DET/3/det first/ADJ/3/amod state/NOUN/0/root to/PART/5/mark sign/VERB/3/acl": true,
		"the/DET/3/det only/ADJ/3/amod way/NOUN/0/root to/PART/5/mark win/VERB/3/acl":     false,
		"the/DET/3/det small/ADJ/3/amod state/NOUN/0/root to/PART/5/mark sign/VERB/3/acl": false,
	} {
		if got := parse(t, tree).IsSingledOut(2); got != want {
			t.Errorf("%s: %v, want %v", tree, got, want)
		}
	}
}
