package ontology

import (
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

// table reads a tab-separated file with comments at its top and hands its rows to use, which says what is wrong with one.
func table(fsys fs.FS, name string, columns int, use func(row []string) error) error {
	data, err := fs.ReadFile(fsys, name)
	if err != nil {
		return err
	}
	head := true
	for n, line := range strings.Split(strings.TrimSuffix(string(data), "\n"), "\n") {
		if strings.HasPrefix(line, "#") {
			continue
		}
		row := strings.Split(line, "\t")
		if len(row) != columns {
			return fmt.Errorf("%s:%d: %d columns, want %d; columns are parted by tabs", name, n+1, len(row), columns)
		}
		if head {
			head = false
			continue
		}
		if err := use(row); err != nil {
			return fmt.Errorf("%s:%d: %w", name, n+1, err)
		}
	}
	return nil
}

// number reads a number; nil for an empty cell.
func number(s string) (*float64, error) {
	if s == "" {
		return nil, nil
	}
	v, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return nil, fmt.Errorf("%q is no number", s)
	}
	return &v, nil
}

func list(s, sep string) []string {
	if s == "" {
		return nil
	}
	return strings.Split(s, sep)
}

func (o *Ontology) loadTypes(fsys fs.FS) error {
	return table(fsys, "types.tsv", 5, func(r []string) error {
		quad, err := strconv.Atoi(r[1])
		if err != nil || quad < 1 || quad > 4 {
			return fmt.Errorf("quad class %q; it is 1 to 4", r[1])
		}
		score, err := number(r[3])
		if err != nil || score == nil {
			return fmt.Errorf("%s needs a score", r[0])
		}
		o.typeIndex[r[0]] = len(o.types)
		o.types = append(o.types, Type{Name: r[0], QuadClass: quad, Recipient: r[2], Score: *score, CAMEO: r[4]})
		return nil
	})
}

func (o *Ontology) loadModes(fsys fs.FS) error {
	return table(fsys, "modes.tsv", 4, func(r []string) error {
		score, err := number(r[2])
		if err != nil {
			return err
		}
		i, ok := o.typeIndex[r[0]]
		if !ok {
			return fmt.Errorf("no type %q in types.tsv", r[0])
		}
		o.types[i].Modes = append(o.types[i].Modes, Mode{Name: r[1], Score: score, CAMEO: r[3]})
		return nil
	})
}

func (o *Ontology) loadContexts(fsys fs.FS) error {
	return table(fsys, "contexts.tsv", 1, func(r []string) error {
		o.contexts = append(o.contexts, Named{Name: r[0]})
		return nil
	})
}

func (o *Ontology) loadCodes(fsys fs.FS) error {
	return table(fsys, "cameo.tsv", 10, func(r []string) error {
		gold, err := number(r[3])
		if err != nil {
			return err
		}
		if _, ok := o.codeIndex[r[0]]; ok {
			return fmt.Errorf("%s stands twice", r[0])
		}
		o.codeIndex[r[0]] = len(o.codes)
		o.codes = append(o.codes, Code{Code: r[0], Parent: r[1], Label: r[2], Goldstein: gold, Type: r[4], Mode: r[5],
			Contexts: list(r[6], ";"), Origin: r[7], MappedType: r[8], MappedMode: r[9]})
		return nil
	})
}

func (o *Ontology) loadSectors(fsys fs.FS) error {
	return table(fsys, "sectors.tsv", 4, func(r []string) error {
		s := Sector{Code: r[0], Kind: r[1], CAMEO: list(r[2], ","), Gloss: r[3]}
		if s.CAMEO == nil {
			s.CAMEO = []string{s.Code}
		}
		o.sectors = append(o.sectors, s)
		return nil
	})
}

func (o *Ontology) loadSpeech(fsys fs.FS) error {
	return table(fsys, "speech.tsv", 6, func(r []string) error {
		o.deeds = append(o.deeds, r[0])
		o.speech[r[0]] = r[1:]
		return o.checkSpeech(r[1:])
	})
}

// check says where the files contradict one another.
func (o *Ontology) check() error {
	for _, c := range o.codes {
		if _, ok := o.codeIndex[c.Parent]; !ok && c.Parent != "" {
			return fmt.Errorf("cameo.tsv: %s has no parent %s", c.Code, c.Parent)
		}
		if c.Parent == "" {
			continue
		}
		if err := o.Validate(c.Type, c.Mode, c.Code, c.Contexts); err != nil {
			return fmt.Errorf("cameo.tsv: %s: %w", c.Code, err)
		}
	}
	for _, t := range o.types {
		if err := o.Validate(t.Name, "", t.CAMEO, nil); err != nil {
			return fmt.Errorf("types.tsv: %w", err)
		}
		for _, m := range t.Modes {
			if err := o.Validate(t.Name, m.Name, m.CAMEO, nil); err != nil {
				return fmt.Errorf("modes.tsv: %w", err)
			}
		}
	}
	return o.checkMeanings()
}
