package ontology

import (
	"io/fs"
	"os"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// facts are the published facts that data/ontology/make.py read, beside this repository and no part of it.
const facts = "../../../shared/data/plv"

func factsFS(t *testing.T) fs.FS {
	t.Helper()
	if _, err := os.Stat(facts); err != nil {
		t.Skip("NOT CHECKED: the ontology against the published mapping and values; needs ../shared/data/plv beside the repository")
	}
	return os.DirFS(facts)
}

// TestCodesAreThePublishedOnes holds every row of cameo.tsv to CAMEO's list and PLOVER's mapping: what is not marked as ours is theirs.
func TestCodesAreThePublishedOnes(t *testing.T) {
	o, seen := load(t), 0
	err := table(factsFS(t), "cameo2plover.tsv", 5, func(r []string) error {
		seen++
		c, ok := o.Code(r[0])
		if !ok {
			t.Errorf("%s is missing", r[0])
			return nil
		}
		if c.MappedType != r[2] || c.MappedMode != r[3] {
			t.Errorf("%s: mapped to %s %s, the mapping has %s %s", c.Code, c.MappedType, c.MappedMode, r[2], r[3])
		}
		checkOrigin(t, c, folded(r[4]))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if seen != len(o.Codes()) {
		t.Errorf("%d codes in cameo.tsv, %d published", len(o.Codes()), seen)
	}
}

// checkOrigin holds a code's origin to what it says.
func checkOrigin(t *testing.T, c Code, contexts []string) {
	t.Helper()
	same := c.Type == c.MappedType && c.Mode == c.MappedMode
	published := strings.TrimSpace(c.MappedType + " " + c.MappedMode)
	switch c.Origin {
	case "mapping":
		if !same || !slices.Equal(c.Contexts, contexts) {
			t.Errorf("%s is %s %s %v and not marked as ours; the mapping has %s %v", c.Code, c.Type, c.Mode, c.Contexts, published, contexts)
		}
	case "ours":
		if c.MappedType != "" {
			t.Errorf("%s is marked as left out by the mapping, which has %s", c.Code, published)
		}
	case "ours: mapping has " + published:
		if same && slices.Equal(c.Contexts, contexts) {
			t.Errorf("%s is marked as ours and is the mapping's", c.Code)
		}
	case "family", "none":
		if c.Type != "" || c.MappedType != "" {
			t.Errorf("%s has origin %s and a type", c.Code, c.Origin)
		}
	default:
		t.Errorf("%s has origin %q; the mapping has %q", c.Code, c.Origin, published)
	}
}

// folded are the mapping's contexts, those that PLOVER 2.0 has dropped by the nearest that it has.
func folded(s string) []string {
	var out []string
	for _, c := range list(s, ";") {
		switch c = strings.TrimSpace(c); c {
		case "humanitarian":
			c = "human_security"
		case "democracy":
			c = "pro_democracy"
		}
		out = append(out, c)
	}
	return out
}

// TestGoldsteinValuesAreThePublishedOnes: the values are GDELT's, and unknown where it has none.
func TestGoldsteinValuesAreThePublishedOnes(t *testing.T) {
	o, published := load(t), map[string]float64{}
	err := table(factsFS(t), "goldstein.tsv", 2, func(r []string) error {
		v, err := strconv.ParseFloat(r[1], 64)
		published[r[0]] = v
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range o.Codes() {
		want, known := published[c.Code]
		if known != (c.Goldstein != nil) || known && *c.Goldstein != want {
			t.Errorf("%s: Goldstein value %v, published %v (%t)", c.Code, c.Goldstein, want, known)
		}
		delete(published, c.Code)
	}
	if len(published) > 0 {
		t.Errorf("values of codes that cameo.tsv lacks: %v", published)
	}
}

// TestTypesAreThePublishedOnes compares types, quad classes, required recipients, modes, scores and contexts with the summary of
// PLOVER's manual.
func TestTypesAreThePublishedOnes(t *testing.T) {
	o := load(t)
	b, err := fs.ReadFile(factsFS(t), "codebook.md")
	if err != nil {
		t.Fatal(err)
	}
	manual := string(b)
	scores := between(t, manual, "Type scores as printed", "\n\n")
	for _, typ := range o.Types() {
		row := regexp.MustCompile(`(?m)^\| (\d)[^|]*\| ` + typ.Name + ` \|[^|]*\| ([^|]*) \| ([^|]*) \|$`).FindStringSubmatch(manual)
		if row == nil {
			t.Errorf("%s is no type of the manual", typ.Name)
			continue
		}
		var modes []string
		for _, m := range typ.Modes {
			modes = append(modes, m.Name)
		}
		if row[1] != strconv.Itoa(typ.QuadClass) || strings.TrimPrefix(row[2], "only ") != typ.Recipient || row[3] != dashed(strings.Join(modes, ", ")) {
			t.Errorf("%s: quad class %d, recipient %s, modes %v; the manual has %q", typ.Name, typ.QuadClass, typ.Recipient, modes, row[1:])
		}
		checkScores(t, typ, scores)
	}
	var contexts []string
	for _, r := range regexp.MustCompile(`(?m)^\| ([a-z_]+) \| [^|]+ \|$`).FindAllStringSubmatch(between(t, manual, "## 3. Contexts", "## 4."), -1) {
		if r[1] != "context" {
			contexts = append(contexts, r[1])
		}
	}
	var ours []string
	for _, c := range o.Contexts() {
		ours = append(ours, c.Name)
	}
	if !slices.Equal(ours, contexts) {
		t.Errorf("contexts %v; the manual has %v", ours, contexts)
	}
}

// checkScores compares the scores of a type and its modes with the manual's, which prints ACCUSE without its minus sign.
func checkScores(t *testing.T, typ Type, scores string) {
	t.Helper()
	printed := regexp.MustCompile(typ.Name + ` (-?[\d.]+)[,.]`).FindStringSubmatch(scores)
	if want, err := strconv.ParseFloat(strings.TrimSuffix(printed[1], "."), 64); err != nil || want != typ.Score && (typ.Name != "ACCUSE" || want != -typ.Score) {
		t.Errorf("%s has score %v; the manual has %s", typ.Name, typ.Score, printed[1])
	}
	i := strings.LastIndex(scores, typ.Name+" ")
	modes, _, _ := strings.Cut(scores[i:], ";")
	for _, m := range typ.Modes {
		r := regexp.MustCompile(`\s` + m.Name + `\s(-?[\d.]+)`).FindStringSubmatch(modes)
		if r == nil {
			if m.Score != nil {
				t.Errorf("%s %s has score %v; the manual has none", typ.Name, m.Name, *m.Score)
			}
			continue
		}
		if want, err := strconv.ParseFloat(strings.TrimSuffix(r[1], "."), 64); err != nil || m.Score == nil || *m.Score != want {
			t.Errorf("%s %s has score %s; the manual has %s", typ.Name, m.Name, decimal(m.Score), r[1])
		}
	}
}

// between is the part of a text from one mark to the next.
func between(t *testing.T, s, from, to string) string {
	t.Helper()
	_, after, ok := strings.Cut(s, from)
	part, _, ok2 := strings.Cut(after, to)
	if !ok || !ok2 {
		t.Fatalf("the summary has no part from %q to %q", from, to)
	}
	return part
}

func dashed(s string) string {
	if s == "" {
		return "none"
	}
	return s
}
