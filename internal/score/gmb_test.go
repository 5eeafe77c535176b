package score

import (
	"bytes"
	"compress/gzip"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
)

func TestReadGMB(t *testing.T) {
	column := func(sentence string) string { return strings.ReplaceAll(sentence, " ", "\tX\tO\n") + "\tX\tO\n" }
	file := column(`He said , " we wo n't go ( yet ) , " ' twas " fine "`) + "\n\n" + column("the soldiers ' 10 % of $ 3 's ' end")
	if !IsGMB("\n"+file) || IsGMB(`{"id": "a"}`) || IsGMB("\n") {
		t.Error("IsGMB")
	}
	got, err := ReadGMB(strings.NewReader(file))
	if err != nil || len(got) != 2 {
		t.Fatalf("%v, %v", got, err)
	}
	for i, want := range []struct {
		id, text string
		line     int
	}{
		{"0", `He said, "we won't go (yet)," ' twas "fine"`, 1},
		{"1", "the soldiers' 10% of $3's' end", 21},
	} {
		if g := got[i]; g.ID != want.id || g.Text != want.text || g.Line != want.line {
			t.Errorf("%q %q line %d, want %+v", g.ID, g.Text, g.Line, want)
		}
	}
	if _, err := ReadGMB(strings.NewReader("a\tX\tO\n\nb\n")); err == nil || err.Error() != "line 3: one column: it ought to have 3, parted by tabs" {
		t.Error(err)
	}
}

// TestGMBAsTheDraw: the texts are those that the sentences of nested.tsv were drawn from and that its offsets count in.
func TestGMBAsTheDraw(t *testing.T) {
	const words, script = "../../../shared/data/gmb/train.tsv.gz", "../../gold/statements/nested.py"
	packed, err := os.ReadFile(words)
	if err != nil {
		t.Skip("NOT COMPARED: needs ../shared/data/gmb/train.tsv.gz")
	}
	out, err := exec.Command("python3", script, words, "--jsonl").Output()
	if err != nil {
		t.Skipf("NOT COMPARED: python3 %s: %v", script, err)
	}
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		t.Fatal(err)
	}
	all, err := ReadGMB(z)
	if err != nil {
		t.Fatal(err)
	}
	texts := map[string]string{}
	for _, a := range all {
		texts[a.ID] = a.Text
	}
	n := 0
	for d := json.NewDecoder(bytes.NewReader(out)); ; n++ {
		var a struct{ ID, Text string }
		if err := d.Decode(&a); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		if texts[a.ID] != a.Text {
			t.Errorf("%s: %q, want %q", a.ID, texts[a.ID], a.Text)
		}
	}
	if n == 0 {
		t.Error("no sentence was drawn")
	}
}
