package ontology

import (
	"fmt"
	"io/fs"
	"slices"
)

// A Default is the CAMEO code of a deed of which type, mode and context are known.
type Default struct {
	Type    string
	Mode    string // "" for none
	Context string
	CAMEO   string
}

// DefaultCode returns the CAMEO code of a deed of a type and mode: the one of the first context that has one, else the mode's, else
// the type's; "" if there is no such type.
func (o *Ontology) DefaultCode(typ, mode string, contexts ...string) string {
	for _, c := range contexts {
		for _, d := range o.defaults {
			if d.Type == typ && d.Mode == mode && d.Context == c {
				return d.CAMEO
			}
		}
	}
	t, _ := o.Type(typ)
	for _, m := range t.Modes {
		if m.Name == mode {
			return m.CAMEO
		}
	}
	return t.CAMEO
}

// CodesOf returns the CAMEO codes that belong to a type and mode, in order; mode "" is those that say none. Type "" is family 01.
func (o *Ontology) CodesOf(typ, mode string) []Code {
	var codes []Code
	for _, c := range o.codes {
		if c.Parent != "" && c.Type == typ && c.Mode == mode {
			codes = append(codes, c)
		}
	}
	return codes
}

func (o *Ontology) loadDefaults(fsys fs.FS) error {
	return table(fsys, "defaults.tsv", 4, func(r []string) error {
		d := Default{Type: r[0], Mode: r[1], Context: r[2], CAMEO: r[3]}
		if err := o.Validate(d.Type, d.Mode, d.CAMEO, []string{d.Context}); err != nil {
			return err
		}
		if c, _ := o.Code(d.CAMEO); c.Mode != d.Mode || !slices.Contains(c.Contexts, d.Context) {
			return fmt.Errorf("%s is not of mode %q and context %s in cameo.tsv", d.CAMEO, d.Mode, d.Context)
		}
		for _, old := range o.defaults {
			if old.Type == d.Type && old.Mode == d.Mode && old.Context == d.Context {
				return fmt.Errorf("%s %s %s stands twice", d.Type, d.Mode, d.Context)
			}
		}
		o.defaults = append(o.defaults, d)
		return nil
	})
}
