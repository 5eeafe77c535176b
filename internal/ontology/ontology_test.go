package ontology

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

func load(t *testing.T) *Ontology {
	t.Helper()
	o, err := Load(os.DirFS("../../data/ontology"))
	if err != nil {
		t.Fatal(err)
	}
	return o
}

func TestWhole(t *testing.T) {
	o := load(t)
	modes, roots, goldstein := 0, 0, 0
	for _, typ := range o.Types() {
		modes += len(typ.Modes)
	}
	for _, c := range o.Codes() {
		if c.Parent == "" {
			roots++
		} else if c.Goldstein != nil {
			goldstein++
		}
	}
	got := []int{len(o.Types()), modes, len(o.Contexts()), roots, len(o.Codes()) - roots, goldstein}
	want := []int{16, 67, 37, 20, 298, 291}
	for i := range want {
		if got[i] != want[i] {
			t.Fatalf("types, modes, contexts, families, codes, codes with a Goldstein value: %v, want %v", got, want)
		}
	}
	for _, c := range o.Codes() {
		if none := c.Type == ""; none != (strings.HasPrefix(c.Code, "01") || c.Parent == "") {
			t.Errorf("%s has type %q: only family 01 and the families themselves have none", c.Code, c.Type)
		}
	}
}

func TestCodes(t *testing.T) {
	o := load(t)
	for _, c := range []struct{ code, typ, mode, contexts, parent string }{
		{"1041", "REQUEST", "change", "executive", "104"},
		{"0241", "REQUEST", "change", "executive", "024"},
		{"015", "", "", "", "01"},
		{"042", "CONSULT", "visit", "", "04"},
		{"091", "ACCUSE", "investigate", "crime corruption", "09"},
		{"163", "SANCTION", "discontinue", "economic", "16"},
		{"1952", "ASSAULT", "drone", "military", "195"},
		{"073", "AID", "", "human_security", "07"},
	} {
		got, ok := o.Code(c.code)
		if !ok || got.Type != c.typ || got.Mode != c.mode || strings.Join(got.Contexts, " ") != c.contexts || got.Parent != c.parent {
			t.Errorf("%s: %+v, want %+v", c.code, got, c)
		}
	}
	if o.Goldstein("1213") != nil || o.Goldstein("042") == nil || *o.Goldstein("042") != 1.9 {
		t.Error("the Goldstein value of 042 is 1.9, 1213 has none")
	}
	if q := o.QuadClass("SANCTION"); q != 4 {
		t.Errorf("SANCTION has quad class %d, want 4", q)
	}
}

func TestDefaultCode(t *testing.T) {
	o := load(t)
	for _, c := range []struct{ typ, mode, contexts, want string }{
		{"CONSULT", "visit", "", "042"},
		{"CONSULT", "", "", "040"},
		{"ASSAULT", "drone", "military", "1952"},
		{"REQUEST", "meet", "", "106"},
		{"COERCE", "seize", "", "171"},
		{"COERCE", "seize", "military", "192"},
		{"AID", "", "peacekeeping", "074"},
		{"AID", "", "gender peacekeeping economic", "074"}, // the first that says anything
		{"ACCUSE", "allege", "corruption", "1121"},
		{"WAR", "", "military", ""},
	} {
		if got := o.DefaultCode(c.typ, c.mode, strings.Fields(c.contexts)...); got != c.want {
			t.Errorf("%s %s %s: %s, want %s", c.typ, c.mode, c.contexts, got, c.want)
		}
	}
}

// TestBothWays: every code is found again under its type and mode, once, and under no other; the default code of a mode is one of its
// own wherever it has any.
func TestBothWays(t *testing.T) {
	o := load(t)
	seen := map[string]int{}
	gather := func(typ, mode string) []string {
		var codes []string
		for _, c := range o.CodesOf(typ, mode) {
			if c.Type != typ || c.Mode != mode {
				t.Errorf("%s %s is said to have %s of %s %s", typ, mode, c.Code, c.Type, c.Mode)
			}
			seen[c.Code]++
			codes = append(codes, c.Code)
		}
		return codes
	}
	gather("", "")
	for _, typ := range o.Types() {
		gather(typ.Name, "")
		for _, m := range typ.Modes {
			if codes := gather(typ.Name, m.Name); len(codes) > 0 && !slices.Contains(codes, m.CAMEO) {
				t.Errorf("%s %s has the default code %s, none of its own %v", typ.Name, m.Name, m.CAMEO, codes)
			}
		}
	}
	for _, c := range o.Codes() {
		if want := min(len(c.Parent), 1); seen[c.Code] != want {
			t.Errorf("%s is found %d times by type and mode, want %d", c.Code, seen[c.Code], want)
		}
	}
}

func TestSpeech(t *testing.T) {
	o := load(t)
	for _, c := range []struct {
		act        Act
		deed, want string
	}{
		{Demand, "0841", "1053"}, {Demand, "0831", "1041"}, {Appeal, "073", "0233"}, {Intend, "046", "036"}, {Refuse, "045", "126"},
		{Threaten, "195", "1384"}, {Threaten, "041", ""}, {Demand, EndOfConflict, "1056"}, {Demand, "192", ""},
	} {
		if got, _ := o.Speech(c.act, c.deed); got.Code != c.want {
			t.Errorf("act %d about %s: %q, want %q", c.act, c.deed, got.Code, c.want)
		}
	}
}

func TestValidate(t *testing.T) {
	o := load(t)
	for _, c := range []struct{ typ, mode, cameo, context, want string }{
		{"ASSAULT", "aerial", "195", "military", ""},
		{"", "", "018", "", ""},
		{"FIGHT", "", "190", "", "no PLOVER type"},
		{"ASSAULT", "phone", "190", "", "no mode"},
		{"ASSAULT", "", "19", "", "no CAMEO code"},
		{"ASSAULT", "", "042", "", "belongs to CONSULT"},
		{"ASSAULT", "", "190", "sport", "no context"},
	} {
		var contexts []string
		if c.context != "" {
			contexts = []string{c.context}
		}
		err := o.Validate(c.typ, c.mode, c.cameo, contexts)
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}

// TestLoadSaysWhere spoils one table at a time: the error names file, line where it has one, and what is wrong.
func TestLoadSaysWhere(t *testing.T) {
	for _, c := range []struct{ file, old, new, want string }{
		{"types.tsv", "AGREE\t1", "AGREE\t7", "types.tsv:5: quad class"},
		{"modes.tsv", "CONSULT\tvisit", "TALK\tvisit", `modes.tsv:4: no type "TALK"`},
		{"definitions.tsv", "type\tAID\t", "type\tHELP\t", `there is no type "HELP"`},
		{"definitions.tsv", "mode\tCONSULT phone\t", "mode\tCONSULT visit\t", "mode CONSULT visit stands twice"},
		{"definitions.tsv", "context\thealth\t", "context\tcrime\t", "context crime stands twice"},
		{"boundaries.tsv", "AID\tAGREE\t", "AID\tAID\t", `"AID" is no neighbour of AID`},
		{"examples.tsv", "\twithdrew\t", "\tfled\t", `the sentence has no word "fled"`},
		{"examples.tsv", "RETREAT\tresign\t0831", "RETREAT\tresign\t042", "belongs to CONSULT"},
		{"defaults.tsv", "AID\t\tasylum\t075", "AID\t\tasylum\t074", "074 is not of mode"},
		{"defaults.tsv", "AID\t\tasylum\t075", "AID\t\teconomic\t071", "stands twice"},
		{"speech.tsv", "04\t026", "04\t036", "another family"},
	} {
		fsys := spoiled(t, c.file, c.old, c.new)
		if _, err := Load(fsys); err == nil || !strings.Contains(err.Error(), c.file) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s, %q for %q: %v; want %q", c.file, c.new, c.old, err, c.want)
		}
	}
}

// TestNothingGoesUndefined: a table that lacks a row of what another one lists is refused.
func TestNothingGoesUndefined(t *testing.T) {
	for _, c := range []struct{ file, row, want string }{
		{"definitions.tsv", "type\tAID\t", "AID needs a definition"},
		{"definitions.tsv", "mode\tASSAULT drone\t", "ASSAULT drone needs a definition"},
		{"definitions.tsv", "context\thealth\t", "context health is missing"},
		{"examples.tsv", "ASSAULT\tdrone\t", "ASSAULT drone needs"},
		{"cameo.tsv", "141\t14\t", "1411 has no parent 141"},
	} {
		if _, err := Load(spoiled(t, c.file, c.row, "#"+c.row)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s without %q: %v; want %q", c.file, c.row, err, c.want)
		}
	}
}

// spoiled is data/ontology with a file in which one string stands for another.
func spoiled(t *testing.T, file, old, new string) fs.FS {
	t.Helper()
	dir, fsys := os.DirFS("../../data/ontology"), fstest.MapFS{}
	names, err := fs.Glob(dir, "*.tsv")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		b, err := fs.ReadFile(dir, name)
		if err != nil {
			t.Fatal(err)
		}
		if name == file {
			if !strings.Contains(string(b), old) {
				t.Fatalf("%s has no %q", file, old)
			}
			b = []byte(strings.Replace(string(b), old, new, 1))
		}
		fsys[name] = &fstest.MapFile{Data: b}
	}
	return fsys
}

// TestTermsAreShort: every code has a term of one plain sentence, and no two codes of different kinds are written alike.
func TestTermsAreShort(t *testing.T) {
	o, codes := load(t), []string{"1", "2", "3", "4"}
	for _, typ := range o.Types() {
		codes = append(codes, typ.Name)
		for _, m := range typ.Modes {
			codes = append(codes, typ.Name+"/"+m.Name)
		}
	}
	for _, c := range o.Codes() {
		codes = append(codes, c.Code)
	}
	for _, s := range o.Sectors() {
		codes = append(codes, s.Code)
	}
	for _, n := range slices.Concat(o.Contexts(), o.Statuses()) {
		codes = append(codes, n.Name)
	}
	seen := map[string]bool{}
	for _, c := range codes {
		term, ok := o.Term(c)
		if !ok || term == "" || len(term) > 240 || strings.HasSuffix(term, ".") {
			t.Errorf("%s: %q", c, term)
		}
		if seen[c] {
			t.Errorf("%s stands for two things", c)
		}
		seen[c] = true
	}
}
