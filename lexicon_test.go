package demarche_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"example.org/demarche"
)

const ownEntry = "verb laud\ncode ACCUSE\nrecipient object\n+ Kenya lauded Mali. | Kenya -> Mali\n"

// lauded codes one sentence with a lexicon of one's own.
func lauded(t *testing.T, o demarche.Options) (rule, data string) {
	t.Helper()
	c, err := demarche.Open(o)
	if err != nil {
		t.Fatal(err)
	}
	r, err := c.Code(t.Context(), demarche.Article{Text: "Kenya lauded Mali."})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range r.Events {
		rule += e.Rule
	}
	return rule, string(r.Coder.Data)
}

// TestOwnLexicon: the hash of what a coder knows has the names and bytes of a lexicon's files in it, and not where they lie.
func TestOwnLexicon(t *testing.T) {
	here, there := t.TempDir(), t.TempDir()
	write := func(path, text string) string {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		return path
	}
	file := write(filepath.Join(here, "mine.txt"), ownEntry)
	write(filepath.Join(there, "mine.txt"), ownEntry)
	other := write(filepath.Join(here, "other.txt"), ownEntry+"\n")
	seen := map[string]string{string(demarche.DataHash): "none"}
	for _, c := range []struct {
		name string
		o    demarche.Options
		rule string
	}{
		{"a file", demarche.Options{Lexicon: file}, "own/mine.txt:1 laud"},
		{"alone", demarche.Options{Lexicon: file, LexiconAlone: true}, "mine.txt:1 laud"},
		{"another", demarche.Options{Lexicon: other}, "own/other.txt:1 laud"},
	} {
		rule, data := lauded(t, c.o)
		if rule != c.rule {
			t.Errorf("%s: rule %q, want %q", c.name, rule, c.rule)
		}
		if seen[data] != "" {
			t.Errorf("%s has the hash of %s", c.name, seen[data])
		}
		seen[data] = c.name
	}
	if _, data := lauded(t, demarche.Options{Lexicon: there}); seen[data] != "a file" {
		t.Errorf("the folder with that file has the hash of %q", seen[data])
	}
}

// TestDraft holds what a draft is for: check takes it.
func TestDraft(t *testing.T) {
	c, err := demarche.Open(demarche.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct{ sentence, code, word, want string }{
		{"Kenya slated Mali over the tariffs.", "ACCUSE 112", "", "recipient object\n"},
		{"Danish largesse towards the Peruvian government has grown.", "AID", "", "noun   largesse\ncode   AID\nrecipient towards\n"},
		{"Ghana and Togo huddled in Accra.", "CONSULT", "", "reciprocal\n"},
		{"Norway demanded that Chad leave the town.", "REQUEST", "demanded", "recipient content-subject\ndeed   that\n"},
		{"The army bivouacked the fort.", "COERCE", "bivouacked", "recipient object\n"},
	} {
		d, err := c.Lexicon().Draft(t.Context(), x.sentence, x.code, x.word)
		if err != nil || !strings.Contains(d.Entry, x.want) || !d.Verdict.Right {
			t.Errorf("%s: %v\n%s%+v", x.sentence, err, d.Entry, d.Verdict)
		}
	}
}

// TestGaps: a word is lacking where it stands between two political actors, unless an entry was taken there, asks for it, or forbids it.
func TestGaps(t *testing.T) {
	c, err := demarche.Open(demarche.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct{ text, want string }{
		{"Kenya outfoxed Mali.", "verb outfox"},
		{"Mali was outfoxed by Kenya.", "verb outfox"},
		{"Kenya outfoxed the weather.", ""},
		{"Kenya outfoxed itself.", ""},
		{"Kenyan soldiers dodged Mali's army.", "verb dodge"},
		{"Kenya condemned Mali.", ""},
		{"Kenya signed an agreement with Mali.", ""},
		{"Kenya held talks with Mali.", ""},
		{"The Kenyan ambassador to Mali slept.", ""},
		{"Kenya's dalliance with Mali ended.", "noun dalliance"},
		{"Kenya told Mali that it slept.", "verb tell: speech"},
		{"Das ist ein Satz, den der Minister am Montag in Berlin nicht sagen wollte, weil er nicht gefragt wurde.", ""},
	} {
		gaps, err := c.Gaps(t.Context(), demarche.Article{Text: x.text})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, g := range gaps {
			got = append(got, strings.TrimSuffix(g.POS+" "+g.Word+": "+g.None, ": "))
		}
		if strings.Join(got, ", ") != x.want {
			t.Errorf("%s: %q, want %q", x.text, got, x.want)
		}
	}
	if _, err := c.Gaps(t.Context(), demarche.Article{}); err == nil {
		t.Error("there is no text, and no error")
	}
}

// TestWhy holds the reasons that check gives, one entry each.
func TestWhy(t *testing.T) {
	const entries = `
noun   visit
code   REJECT
+ The president of Kenya visits Mali. | The president of Kenya -> Mali

verb   slate_off
code   ACCUSE
recipient object
+ Kenya slated Mali. | Kenya -> Mali

verb   laud
code   SUPPORT
if     object is Name
recipient object
+ Kenya lauded Mali. | Kenya -> Chad
+ Kenya lauded the soup. | Kenya -> [the soup]
+ Kenya lauded Chad with a ring. | Kenya -> Chad

verb   laud
code   SUPPORT
if     object is Name and with
recipient object
+ Kenya lauded Mali. | Kenya -> Mali
+ Kenya lauded Mali with a medal. | Kenya -> Mali | planned

verb   fete
code   none
+ Kenya feted Mali. | Kenya -> Mali

verb   accord
code   SUPPORT
+ Kenya accorded praise to Mali. | Kenya -> Mali

noun   praise
code   SUPPORT 051 if to is soup
code   SUPPORT if from is soup
+ Kenya's praise for Mali. | Kenya -> Mali
+ The minister of Kenya was silent. | ->

verb   outfox
code   ACCUSE
recipient object
+ The cook outfoxed the waiter. | The cook -> the waiter
+ Der Minister hat am Montag in Berlin nicht sagen wollen, ob er die Armee nach Mali schickt. | ->
- Kenya outfoxed Mali.
`
	file := filepath.Join(t.TempDir(), "mine.txt")
	if err := os.WriteFile(file, []byte(entries), 0o644); err != nil {
		t.Fatal(err)
	}
	c, err := demarche.Open(demarche.Options{Lexicon: file, LexiconAlone: true})
	if err != nil {
		t.Fatal(err)
	}
	want := map[int]string{
		4:  `"visits" is VERB here (root); the entry has it as noun`,
		9:  `"slated": the other words of the headword are not beside it`,
		15: `"lauded": actor is subject: Kenya (KEN GOV); recipient is object: Mali (MLI GOV)`,
		16: `"lauded": only if object is Name; there is object: soup`,
		17: `"lauded": mine.txt:19 laud was taken`,
		23: `"lauded": only if object is Name and with; there is object: Mali, no with`,
		24: `it is occurred: told as done`,
		28: `"feted": a line "code none" forbids it`,
		32: `recipient is nobody`,
		37: `"praise": code of line 35 only if to is soup; there is no to; code of line 36 only if from is soup; there is no from`,
		38: `no word of the sentence is a form of a headword of the entry`,
		43: `out of scope, no public side: cook, waiter`,
		44: `the sentence is taken for one of another language (de)`,
		45: `no condition of the entry forbids it`,
	}
	l := c.Lexicon()
	for _, e := range l.Entries() {
		for _, x := range e.Examples() {
			v, err := l.Check(t.Context(), x)
			if err != nil {
				t.Fatal(err)
			}
			if why := strings.Join(v.Why, "\n"); v.Right || !strings.Contains(why, want[x.Line]) || want[x.Line] == "" {
				t.Errorf("line %d: right %v, because\n%s\nwant %s", x.Line, v.Right, why, want[x.Line])
			}
		}
	}
}
