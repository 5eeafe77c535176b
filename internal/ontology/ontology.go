package ontology

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
)

// A Type is one of PLOVER's types.
type Type struct {
	Name      string
	QuadClass int     // 1 to 4
	Recipient string  // whether one is required: "yes", "no", "if one-sided"
	Score     float64 // -10 conflict to 10 cooperation
	CAMEO     string  // the code of a deed of this type without a mode
	Modes     []Mode

	Definition string     // one paragraph
	Belongs    []string   // what belongs to the type
	Boundaries []Boundary // where it ends
	Examples   []Example  // of the type without a mode
}

// A Mode is how a deed of its type is done.
type Mode struct {
	Name  string
	Score *float64 // nil if unknown
	CAMEO string   // the code of a deed of this type and mode

	Definition string
	Examples   []Example
}

// A Code is one of CAMEO's codes.
type Code struct {
	Code       string
	Parent     string // the code one digit shorter; "" for a family
	Label      string
	Goldstein  *float64 // nil if unknown
	Type       string   // PLOVER's; "" for family 01 and for the families themselves
	Mode       string
	Contexts   []string
	Origin     string // "mapping", "ours", "ours: mapping has …", "family", "none"
	MappedType string // what the published mapping has, "" if nothing
	MappedMode string
}

// A Sector is a part of society, or an international value in the place of a country.
type Sector struct {
	Code, Kind, Gloss string
	CAMEO             []string // what CAMEO writes for it; Code itself if nothing else
}

// A Named is a context or a status, and what it means.
type Named struct{ Name, Definition string }

// An Ontology is the whole of it. It is not altered once loaded, and safe for concurrent use.
type Ontology struct {
	types    []Type
	codes    []Code
	contexts []Named
	statuses []Named
	sectors  []Sector
	defaults []Default
	deeds    []string            // of speech, in the order of the file
	speech   map[string][]string // deed to codes, by Act

	typeIndex, codeIndex map[string]int
}

// Load reads the files of data/ontology and checks that they agree.
func Load(fsys fs.FS) (*Ontology, error) {
	o := &Ontology{typeIndex: map[string]int{}, codeIndex: map[string]int{}, speech: map[string][]string{}}
	for _, step := range []func(fs.FS) error{o.loadTypes, o.loadModes, o.loadContexts, o.loadCodes, o.loadSectors, o.loadSpeech,
		o.loadDefinitions, o.loadBoundaries, o.loadExamples, o.loadDefaults} {
		if err := step(fsys); err != nil {
			return nil, err
		}
	}
	return o, o.check()
}

// Types returns PLOVER's types, cooperation first.
func (o *Ontology) Types() []Type { return slices.Clone(o.types) }

// Codes returns CAMEO's codes in order.
func (o *Ontology) Codes() []Code { return slices.Clone(o.codes) }

// Contexts returns PLOVER's contexts in its order.
func (o *Ontology) Contexts() []Named { return slices.Clone(o.contexts) }

// Statuses returns the statuses of deeds, with what they mean.
func (o *Ontology) Statuses() []Named { return slices.Clone(o.statuses) }

// Sectors returns PLOVER's sectors and international values.
func (o *Ontology) Sectors() []Sector { return slices.Clone(o.sectors) }

// Type returns the type of that name.
func (o *Ontology) Type(name string) (Type, bool) {
	i, ok := o.typeIndex[name]
	if !ok {
		return Type{}, false
	}
	return o.types[i], true
}

// Code returns a CAMEO code.
func (o *Ontology) Code(code string) (Code, bool) {
	i, ok := o.codeIndex[code]
	if !ok {
		return Code{}, false
	}
	return o.codes[i], true
}

// Goldstein returns the Goldstein value of a CAMEO code, nil if it has none.
func (o *Ontology) Goldstein(code string) *float64 {
	c, ok := o.Code(code)
	if !ok || c.Goldstein == nil {
		return nil
	}
	v := *c.Goldstein
	return &v
}

// QuadClass returns the quad class of a type, 0 for no type.
func (o *Ontology) QuadClass(typ string) int {
	t, _ := o.Type(typ)
	return t.QuadClass
}

// HasMode reports whether a type has a mode.
func (o *Ontology) HasMode(typ, mode string) bool {
	t, _ := o.Type(typ)
	return slices.ContainsFunc(t.Modes, func(m Mode) bool { return m.Name == mode })
}

// HasContext reports whether there is such a context.
func (o *Ontology) HasContext(name string) bool {
	return slices.ContainsFunc(o.contexts, func(c Named) bool { return c.Name == name })
}

// HasSector reports whether there is such a sector or international value.
func (o *Ontology) HasSector(code string) bool {
	return slices.ContainsFunc(o.sectors, func(s Sector) bool { return s.Code == code })
}

// Validate says what is wrong with a deed's codes, nil if nothing is. Type "" is CAMEO's family 01.
func (o *Ontology) Validate(typ, mode, cameo string, contexts []string) error {
	if _, ok := o.typeIndex[typ]; !ok && typ != "" {
		return fmt.Errorf("%q is no PLOVER type; one of %s is meant", typ, o.typeNames())
	}
	if mode != "" && !o.HasMode(typ, mode) {
		return fmt.Errorf("%s has no mode %q; its modes are in data/ontology/modes.tsv", typ, mode)
	}
	code, ok := o.Code(cameo)
	if !ok || code.Parent == "" {
		return fmt.Errorf("%q is no CAMEO code of three or four digits; they are in data/ontology/cameo.tsv", cameo)
	}
	if code.Type != typ {
		return fmt.Errorf("CAMEO %s belongs to %s, not to %s", cameo, orNone(code.Type), orNone(typ))
	}
	for _, c := range contexts {
		if !o.HasContext(c) {
			return fmt.Errorf("%q is no context; they are in data/ontology/contexts.tsv", c)
		}
	}
	return nil
}

func (o *Ontology) typeNames() string {
	var names []string
	for _, t := range o.types {
		names = append(names, t.Name)
	}
	return strings.Join(names, " ")
}

func orNone(typ string) string {
	if typ == "" {
		return "no type"
	}
	return typ
}
