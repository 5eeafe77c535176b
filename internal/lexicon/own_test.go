package lexicon

import (
	"errors"
	"os"
	"strings"
	"testing"
	"testing/fstest"
)

// ourFiles are a small lexicon for users' own to stand over.
var ourFiles = fstest.MapFS{
	"irregular.txt": {Data: []byte("verb meet met\n")},
	"classes.txt":   {Data: []byte("class Money\nwords money\n\nclass Aid\nwords Money food\n\nclass Help\nwords Aid\n")},
	"light.txt":     {Data: []byte("light hold\nstands object\n")},
	"none.txt":      {Data: []byte("why speech\nverb say tell\n")},
	"ours.txt":      {Data: []byte("verb praise laud\ncode SUPPORT\n+ A lauded B. | A -> B\n\nnoun praise\ncode SUPPORT\n+ The praise. | ->\n")},
}

func heads(l *Lexicon, p POS, form string) string {
	var all []string
	for _, e := range l.entries(p, form, form) {
		all = append(all, e.frame.Rule(e.head.Text))
	}
	return strings.Join(all, ", ")
}

func TestLoadOver(t *testing.T) {
	o := codes(t)
	own := Own{Files: []File{
		{"my/classes.txt", "class Money\nwords shekel\n\nclass Pest\nwords locust Help\n"},
		{"my/irregular.txt", "verb laud lod\n"},
		{"my/none.txt", "why sport\nnoun goal\n"},
		{"my/ours.txt", "verb laud\ncode ACCUSE\nif object is Pest\n+ A lauded B. | A -> B\n"},
	}}
	l, err := LoadOver(ourFiles, own, o)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		pos        POS
		form, want string
	}{
		{Verb, "lod", "own/ours.txt:1 laud"}, // the irregular form is theirs, the headword no longer ours
		{Verb, "praised", "ours.txt:1 praise"},
		{Noun, "praise", "ours.txt:5 praise"},
	} {
		if got := heads(l, c.pos, c.form); got != c.want {
			t.Errorf("%s %s: %q, want %q", c.pos, c.form, got, c.want)
		}
	}
	for _, class := range []string{"Money", "Aid", "Help"} {
		if !l.Classes.words[class]["shekels"] {
			t.Errorf("shekel, added to Money, is not in %s", class)
		}
	}
	if !l.Classes.words["Pest"]["food"] || l.None(Verb, "tell") != "speech" || l.None(Noun, "goal") != "sport" {
		t.Error("a class of their own takes in ours; their none.txt adds to ours")
	}
	if f := l.Frames[len(l.Frames)-1]; f.Path != "my/ours.txt" || !f.Own {
		t.Errorf("path %q: people find the file there", f.Path)
	}
}

func TestLoadAlone(t *testing.T) {
	l, err := LoadOver(ourFiles, Own{Alone: true, Files: []File{{"my/ours.txt", "verb laud\ncode ACCUSE\n+ A lauded B. | A -> B\n"}}}, codes(t))
	if err != nil {
		t.Fatal(err)
	}
	if len(l.Frames) != 1 || l.Frames[0].Rule("laud") != "ours.txt:1 laud" || l.Classes.Has("Money") {
		t.Errorf("%d frames, the first %s: nothing of ours is read", len(l.Frames), l.Frames[0].Rule("laud"))
	}
}

func TestLoadTellsAllFaults(t *testing.T) {
	own := Own{Files: []File{
		{"my/a.txt", "verb laud\ncode HELP\n+ A lauded B. | A -> B\n\nverb cheer\ncode SUPPORT\n+ A cheered B. | A -> B\n"},
		{"my/classes.txt", "class Money\nword shekel\n"},
		{"my/none.txt", "why not\nverb be\n\nwhy state\nbe\n"},
	}}
	_, err := LoadOver(ourFiles, own, codes(t))
	for _, want := range []string{
		`my/a.txt:2: "HELP" is no PLOVER type`, `my/classes.txt:2: the lines of a class`,
		`my/none.txt:1: a block of words without an entry begins with "why KIND"; the kinds are speech, status`, `my/none.txt:5: after "why KIND" come lines`,
	} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v\nwant %s", err, want)
		}
	}
	var told []error
	own.Fault = func(err error) { told = append(told, err) }
	l, err := LoadOver(ourFiles, own, codes(t))
	var first *SyntaxError
	if err != nil || len(told) != 4 || !errors.As(told[0], &first) || heads(l, Verb, "cheers") != "own/a.txt:5 cheer" {
		t.Errorf("%v, %d faults: those who listen get the rest", err, len(told))
	}
}

// TestReasonsAreTold: README.md tells what each kind of reason means.
func TestReasonsAreTold(t *testing.T) {
	b, err := os.ReadFile("../../data/lexicon/README.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range reasons {
		if !strings.Contains(string(b), "\n| `"+r+"` | ") {
			t.Errorf("README.md does not tell the reason %q", r)
		}
	}
}
