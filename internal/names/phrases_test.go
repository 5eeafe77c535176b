package names_test

import (
	"fmt"
	"strings"
	"testing"

	"example.org/demarche/internal/event"
	"example.org/demarche/internal/names"
	"example.org/demarche/internal/syntax"
	"example.org/demarche/internal/text"
)

// grown returns a tree and its kinds from words written form:UPOS:head:relation or form:UPOS:head:relation=kind, heads counted
// from 1.
func grown(t testing.TB, words string) (*syntax.Tree, []string) {
	t.Helper()
	fields := strings.Fields(words)
	var b strings.Builder
	var tokens []text.Token
	for _, w := range fields {
		form, _, _ := strings.Cut(w, ":")
		tokens = append(tokens, text.Token{Span: text.Span{Start: b.Len(), End: b.Len() + len(form)}})
		b.WriteString(form + " ")
	}
	tree, kinds := syntax.New(0, b.String(), tokens), make([]string, len(fields))
	for i, w := range fields {
		var head int
		part := strings.SplitN(w, ":", 4)
		if _, err := fmt.Sscan(part[2], &head); err != nil {
			t.Fatal(err)
		}
		tree.UPOS[i], tree.Lemmas[i], tree.Heads[i] = part[1], strings.ToLower(part[0]), int32(head-1)
		tree.Rels[i], kinds[i] = part[3], "O"
		if at := strings.LastIndexByte(part[3], '='); at >= 0 {
			tree.Rels[i], kinds[i] = part[3][:at], part[3][at+1:]
		}
	}
	tree.Link()
	return tree, kinds
}

// told are phrases as text: "kind phrase", a star behind the kind of one that is named, parted by " | ".
func told(t *syntax.Tree, phrases []names.Phrase) string {
	var out []string
	for _, p := range phrases {
		star := ""
		if p.Named {
			star = "*"
		}
		words := make([]string, 0, p.Range.End-p.Range.Start)
		for w := p.Range.Start; w < p.Range.End; w++ {
			words = append(words, t.Form(w))
		}
		out = append(out, p.Kind+star+" "+strings.Join(words, " "))
	}
	return strings.Join(out, " | ")
}

func TestPhrases(t *testing.T) {
	for _, c := range []struct{ what, words, want string }{
		{"owners lie in what they own, with their mark",
			"The:DET:2:det minister:NOUN:4:nmod:poss=person 's:PART:2:case car:NOUN:5:nsubj=object burned:VERB:0:root",
			"person The minister 's | object The minister 's car"},
		{"prepositions and conjuncts stay outside, relative clauses do not",
			"with:ADP:2:case villagers:NOUN:7:obl=person who:PRON:4:nsubj fled:VERB:2:acl:relcl and:CCONJ:6:cc soldiers:NOUN:2:conj=person came:VERB:0:root",
			"person villagers who fled | person soldiers"},
		{"an apposition is a phrase of its own",
			"Adré:PROPN:7:nsubj=place ,:PUNCT:4:punct a:DET:4:det town:NOUN:1:appos=place in:ADP:6:case Chad:PROPN:4:nmod=place fell:VERB:0:root",
			"place* Adré | place a town in Chad | place* Chad"},
		{"one that is none goes with its head",
			"the:DET:2:det frigate:NOUN:4:nsubj=object Alba:PROPN:2:appos sank:VERB:0:root",
			"object the frigate Alba"},
		{"a predicate without its subject and adverbs",
			"He:PRON:5:nsubj=person was:AUX:5:cop then:ADV:5:advmod a:DET:5:det clerk:NOUN:0:root=person in:ADP:7:case Lagos:PROPN:5:nmod=place .:PUNCT:5:punct",
			"person He | person a clerk in Lagos | place* Lagos"},
		{"adverbs before a phrase stay outside",
			"They:PRON:2:nsubj=person spared:VERB:0:root even:ADV:5:advmod the:DET:5:det wells:NOUN:2:obj=object",
			"person They | object the wells"},
		{"what is in quotation marks keeps both",
			"the:DET:4:det “:PUNCT:4:punct good:ADJ:4:amod war:NOUN:6:nsubj=event ”:PUNCT:4:punct ended:VERB:0:root",
			"event the “ good war ”"},
		{"and so in brackets",
			"four:NUM:2:nummod ships:NOUN:7:nsubj=object (:PUNCT:5:punct from:ADP:5:case Oran:PROPN:2:nmod=place ):PUNCT:5:punct left:VERB:0:root",
			"object four ships ( from Oran ) | place* Oran"},
		{"a bracket that opens outside ends no phrase",
			"two:NUM:6:nsubj (:PUNCT:3:punct boys:NOUN:1:appos=person aged:VERB:3:acl ):PUNCT:4:punct died:VERB:0:root",
			"person boys aged"},
		{"a clause that something refers to, without its conjunction",
			"It:PRON:3:expl=event is:AUX:3:cop wise:ADJ:0:root to:PART:5:mark wait:VERB:3:csubj=event for:ADP:7:case rain:NOUN:5:obl=substance",
			"event It | event to wait for rain | substance rain"},
	} {
		tree, kinds := grown(t, c.words)
		if got := told(tree, names.Phrases(tree, kinds)); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.what, got, c.want)
		}
	}
}

// TestPhrasesOfMentions: without the head of kinds, phrases are told by mentions.
func TestPhrasesOfMentions(t *testing.T) {
	tree, _ := grown(t, "Rebels:NOUN:4:nsubj who:PRON:3:nsubj fled:VERB:1:acl:relcl shelled:VERB:0:root Wau:PROPN:4:obj for:ADP:7:case hours:NOUN:4:obl")
	tree.Feats[1] = "PronType=Rel"
	mentions := []event.Mention{
		{Head: 0, Kind: event.People}, {Head: 1, Kind: event.People}, {Head: 4, Kind: event.Location}, {Head: 6, Kind: event.Other},
	}
	if got, want := told(tree, names.Phrases(tree, names.KindsOf(tree, mentions))), "person Rebels who fled | place* Wau | abstract hours"; got != want {
		t.Errorf("got %s, want %s", got, want)
	}
}

// TestKinds: the head of kinds tells of nouns and names that no table knows, and only of these.
func TestKinds(t *testing.T) {
	tree, kinds := grown(t, `The:DET:2:det army:NOUN:3:nsubj=person told:VERB:0:root the:DET:5:det vaqueros:NOUN:3:iobj=person
		of:ADP:7:case Wexel:PROPN:5:nmod=organization about:ADP:10:case the:DET:10:det spillway:NOUN:3:obl=place and:CCONJ:12:cc
		Tirzo:PROPN:10:conj=person ,:PUNCT:15:punct a:DET:15:det zither:NOUN:12:appos=object`)
	want := map[string][2]event.Kind{ // with the labels and without
		"army": {event.Organization, event.Organization}, "vaqueros": {event.People, event.Other}, "Wexel": {event.Organization, event.Other},
		"spillway": {event.Location, event.Other}, "Tirzo": {event.Person, event.Other}, "zither": {event.Other, event.Other},
	}
	for i, ms := range []event.Mentions{
		names.Find([]*syntax.Tree{tree}, nil, [][]string{kinds}, load(t)), names.Find([]*syntax.Tree{tree}, nil, nil, load(t)),
	} {
		if len(ms[0]) != len(want) {
			t.Errorf("%d mentions, want %d", len(ms[0]), len(want))
		}
		for _, m := range ms[0] {
			if form := tree.Form(m.Head); m.Kind != want[form][i] {
				t.Errorf("%s is %s, want %s", form, m.Kind, want[form][i])
			}
		}
	}
}
