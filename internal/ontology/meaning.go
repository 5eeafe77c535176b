package ontology

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// A Boundary says where a type ends and a neighbour begins.
type Boundary struct{ Neighbour, Text string }

// An Example is a sentence of our own, and the event with status "occurred" that it tells.
type Example struct {
	Type, Mode, CAMEO  string
	Trigger            string   // a word as written
	Actors, Recipients []string // head words as written
	Sentence           string
}

// Examples returns the examples of all types and modes, in the order of the file.
func (o *Ontology) Examples() []Example {
	var all []Example
	for _, t := range o.types {
		all = append(all, t.Examples...)
		for _, m := range t.Modes {
			all = append(all, m.Examples...)
		}
	}
	return all
}

// mode returns a mode to be filled in, nil if there is none of that name.
func (o *Ontology) mode(typ, name string) *Mode {
	i, ok := o.typeIndex[typ]
	if !ok {
		return nil
	}
	modes := o.types[i].Modes
	j := slices.IndexFunc(modes, func(m Mode) bool { return m.Name == name })
	if j < 0 {
		return nil
	}
	return &modes[j]
}

func (o *Ontology) loadDefinitions(fsys fs.FS) error {
	return table(fsys, "definitions.tsv", 3, func(r []string) error {
		kind, name, text := r[0], r[1], r[2]
		if kind == "status" {
			o.statuses = append(o.statuses, Named{name, text})
			return nil
		}
		place := o.definition(kind, name)
		if place == nil {
			return fmt.Errorf("there is no %s %q", kind, name)
		}
		if *place != "" {
			return fmt.Errorf("%s %s stands twice", kind, name)
		}
		*place = text
		return nil
	})
}

// definition is where the definition of a type, mode ("CONSULT visit") or context belongs, nil if there is no such thing.
func (o *Ontology) definition(kind, name string) *string {
	switch kind {
	case "type":
		if i, ok := o.typeIndex[name]; ok {
			return &o.types[i].Definition
		}
	case "mode":
		typ, mode, _ := strings.Cut(name, " ")
		if m := o.mode(typ, mode); m != nil {
			return &m.Definition
		}
	case "context":
		if i := slices.IndexFunc(o.contexts, func(c Named) bool { return c.Name == name }); i >= 0 {
			return &o.contexts[i].Definition
		}
	}
	return nil
}

func (o *Ontology) loadBoundaries(fsys fs.FS) error {
	return table(fsys, "boundaries.tsv", 3, func(r []string) error {
		i, ok := o.typeIndex[r[0]]
		if !ok {
			return fmt.Errorf("there is no type %q", r[0])
		}
		t := &o.types[i]
		if r[1] == "" {
			t.Belongs = append(t.Belongs, r[2])
			return nil
		}
		if _, ok := o.typeIndex[r[1]]; !ok || r[1] == t.Name {
			return fmt.Errorf("%q is no neighbour of %s", r[1], t.Name)
		}
		t.Boundaries = append(t.Boundaries, Boundary{r[1], r[2]})
		return nil
	})
}

func (o *Ontology) loadExamples(fsys fs.FS) error {
	return table(fsys, "examples.tsv", 7, func(r []string) error {
		e := Example{Type: r[0], Mode: r[1], CAMEO: r[2], Trigger: r[3], Actors: list(r[4], ", "), Recipients: list(r[5], ", "), Sentence: r[6]}
		if err := o.Validate(e.Type, e.Mode, e.CAMEO, nil); err != nil {
			return err
		}
		for _, w := range slices.Concat([]string{e.Trigger}, e.Actors, e.Recipients) {
			if w == "" || !strings.Contains(e.Sentence, w) {
				return fmt.Errorf("the sentence has no word %q", w)
			}
		}
		if e.Mode == "" {
			t := &o.types[o.typeIndex[e.Type]]
			t.Examples = append(t.Examples, e)
			return nil
		}
		m := o.mode(e.Type, e.Mode)
		m.Examples = append(m.Examples, e)
		return nil
	})
}

// checkMeanings says what has no definition or example.
func (o *Ontology) checkMeanings() error {
	for _, t := range o.types {
		if t.Definition == "" || len(t.Belongs) == 0 || len(t.Boundaries) == 0 {
			return fmt.Errorf("%s needs a definition (definitions.tsv), and what belongs to it and a neighbour (boundaries.tsv)", t.Name)
		}
		if len(t.Modes) == 0 && len(t.Examples) == 0 {
			return fmt.Errorf("%s needs an example (examples.tsv)", t.Name)
		}
		for _, m := range t.Modes {
			if m.Definition == "" || len(m.Examples) == 0 {
				return fmt.Errorf("%s %s needs a definition (definitions.tsv) and an example (examples.tsv)", t.Name, m.Name)
			}
		}
	}
	for _, c := range o.contexts {
		if c.Definition == "" {
			return fmt.Errorf("definitions.tsv: context %s is missing", c.Name)
		}
	}
	return nil
}
