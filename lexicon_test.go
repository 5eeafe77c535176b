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
		{"Kenyan soldiers fled Mali's army.", "verb flee"},
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
