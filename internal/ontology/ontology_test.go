package ontology

import (
	"os"
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
	for _, c := range [][3]string{
		{"CONSULT", "visit", "042"}, {"CONSULT", "", "040"}, {"ASSAULT", "drone", "1952"}, {"REQUEST", "meet", "106"}, {"COERCE", "seize", "171"}, {"WAR", "", ""},
	} {
		if got := o.DefaultCode(c[0], c[1]); got != c[2] {
			t.Errorf("%s %s: %s, want %s", c[0], c[1], got, c[2])
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

func TestLoadSaysWhere(t *testing.T) {
	fsys := fstest.MapFS{"types.tsv": {Data: []byte("type\tquad\trecipient\tscore\tcameo\nAGREE\t7\tno\t1\t030\n")}}
	_, err := Load(fsys)
	if err == nil || !strings.Contains(err.Error(), "types.tsv:2: quad class") {
		t.Errorf("%v: want file, line and what is wrong", err)
	}
}
