package score

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"
)

// relationRoots are the types of a dataset of relations in the way of PLV, with their classes. CONCEDE and RETREAT are its YIELD; the
// classes are verbal and material cooperation, verbal and material conflict.
var relationRoots = []struct{ root, class string }{
	{"AGREE", "1"}, {"CONSULT", "1"}, {"SUPPORT", "1"}, {"COOPERATE", "2"}, {"AID", "2"}, {"YIELD", "2"}, {"ACCUSE", "3"}, {"REQUEST", "3"},
	{"REJECT", "3"}, {"THREATEN", "3"}, {"PROTEST", "4"}, {"MOBILIZE", "4"}, {"SANCTION", "4"}, {"COERCE", "4"}, {"ASSAULT", "4"},
}

// A Relation is a row of such a dataset with the answer to it.
type Relation struct {
	Row        int     `json:"row"`        // from 0
	Root       string  `json:"gold_root"`  // of gold
	Class      string  `json:"gold_penta"` // of gold, 1 to 4; "" where it is the root's own
	Found      string  `json:"event_type"` // PLOVER's, "" for no answer
	Confidence float64 `json:"confidence"`
	Why        string  `json:"why"`
	Sentence   string  `json:"sentence"`
}

// Check says what is wrong with gold's codes.
func (r Relation) Check() error {
	if classOf(r.Root) == "" {
		return fmt.Errorf("gold_root %q is none of PLV's 15", r.Root)
	}
	if r.Class != "" && !slices.Contains(relationClasses, r.Class) {
		return fmt.Errorf("gold_penta %q is none of %s", r.Class, listed(relationClasses))
	}
	return nil
}

// A RelationReport compares answers with a dataset of relations. Rows without an answer are wrong, and tell nothing of confidence.
type RelationReport struct {
	Rows     int         `json:"rows"`
	Answered int         `json:"answered"`
	Root     Labelling   `json:"root"`
	Class    Labelling   `json:"penta"`
	Trust    Reliability `json:"reliability"`
	Mistaken []Mistake   `json:"confusions,omitempty"`
	Wrong    []Relation  `json:"wrong,omitempty"`
}

// A Labelling is how well things got their labels.
type Labelling struct {
	Share   Share             `json:"accuracy"`
	MacroF1 float64           `json:"macro_f1"` // over all labels, in percent; one that neither side has counts as 0
	ByLabel map[string]Figure `json:"by_label"`
}

// A Mistake is how often a type was taken for another.
type Mistake struct {
	Gold  string `json:"gold"`
	Found string `json:"found"` // "" for no answer
	Rows  int    `json:"rows"`
}

// CompareRelations compares. With list, the mistakes in rows with an even number are told, never those in others.
func CompareRelations(rows []Relation, list bool) RelationReport {
	r := RelationReport{Rows: len(rows)}
	roots, classes := newConfusion(rootNames()), newConfusion(relationClasses)
	mistakes := map[[2]string]int{}
	for _, x := range rows {
		found := yielding(x.Found)
		roots.count(x.Root, found)
		classes.count(cmp.Or(x.Class, classOf(x.Root)), classOf(found))
		if found != "" {
			r.Answered++
			r.Trust.count(x.Confidence, found == x.Root)
		}
		if list && x.Row%2 == 0 && found != x.Root {
			mistakes[[2]string{x.Root, found}]++
			r.Wrong = append(r.Wrong, x)
		}
	}
	r.Root, r.Class = labelling(roots), labelling(classes)
	for k, n := range mistakes {
		r.Mistaken = append(r.Mistaken, Mistake{k[0], k[1], n})
	}
	slices.SortFunc(r.Mistaken, func(a, b Mistake) int {
		return cmp.Or(cmp.Compare(b.Rows, a.Rows), cmp.Compare(a.Gold, b.Gold), cmp.Compare(a.Found, b.Found))
	})
	return r
}

// labelling is the figures of a table of labels.
func labelling(c Confusion) Labelling {
	l := Labelling{Share: c.Share(), ByLabel: map[string]Figure{}}
	for _, label := range c.codes {
		f := c.Figure(label)
		l.ByLabel[label] = f
		l.MacroF1 += f.F1() / float64(len(c.codes))
	}
	return l
}

// yielding is a PLOVER type as PLV has it.
func yielding(t string) string {
	if t == "CONCEDE" || t == "RETREAT" {
		return "YIELD"
	}
	return t
}

// relationClasses are the classes.
var relationClasses = []string{"1", "2", "3", "4"}

// rootNames are the roots in their order.
func rootNames() []string {
	var names []string
	for _, r := range relationRoots {
		names = append(names, r.root)
	}
	return names
}

// classOf is the class of a root, "" if it is none.
func classOf(root string) string {
	for _, r := range relationRoots {
		if r.root == root {
			return r.class
		}
	}
	return ""
}

// Write prints the report as tables.
func (r RelationReport) Write(w io.Writer) error {
	var b strings.Builder
	fmt.Fprintf(&b, "rows %d, answered %d\n\n", r.Rows, r.Answered)
	heading(&b, "types")
	for _, name := range rootNames() {
		row(&b, name, r.Root.ByLabel[name])
	}
	fmt.Fprintf(&b, "\n%-26s %6s         %7s %9s\n", "", "right", "%", "macro-F1")
	fmt.Fprintf(&b, "%-26s %s %9.2f\n", "type", r.Root.Share, r.Root.MacroF1)
	fmt.Fprintf(&b, "%-26s %s %9.2f\n\n", "class", r.Class.Share, r.Class.MacroF1)
	r.Trust.write(&b, "right")
	r.writeMistakes(&b)
	_, err := io.WriteString(w, b.String())
	return err
}

// writeMistakes prints what was taken for what, then row by row.
func (r RelationReport) writeMistakes(w io.Writer) {
	if len(r.Mistaken) > 0 {
		fmt.Fprintf(w, "\n%-12s %-12s %6s\n", "gold", "found", "rows")
	}
	for _, m := range r.Mistaken {
		fmt.Fprintf(w, "%-12s %-12s %6d\n", m.Gold, cmp.Or(m.Found, "-"), m.Rows)
	}
	for _, x := range r.Wrong {
		fmt.Fprintf(w, "\nrow %d %s, found %s: %s\n  %s\n", x.Row, x.Root, cmp.Or(x.Found, "-"), x.Sentence, x.Why)
	}
}
