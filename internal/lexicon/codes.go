package lexicon

import (
	"fmt"
	"slices"
)

// finishCode reads type, mode and CAMEO code of a code line from its words, and fills in what they leave open.
func (l *Lexicon) finishCode(c *codeLine, w []string) error {
	if len(w) == 0 {
		return fmt.Errorf(`the code is missing; write "code ASSAULT aerial", "code ACCUSE 115" or "code none"`)
	}
	if c.none = w[0] == "none"; c.none {
		return nil
	}
	if c.code.Type = w[0]; w[0] == "-" {
		c.code.Type = ""
	}
	for _, x := range w[1:] {
		switch {
		case x[0] >= '0' && x[0] <= '9' && c.code.CAMEO == "":
			c.code.CAMEO = x
		case c.code.Mode == "" && c.code.CAMEO == "":
			c.code.Mode = x
		default:
			return fmt.Errorf(`%q: after the type come a mode and a CAMEO code, either may be left out; contexts stand after "about"`, x)
		}
	}
	if err := l.fillCode(&c.code); err != nil {
		return err
	}
	return l.ontology.Validate(c.code.Type, c.code.Mode, c.code.CAMEO, c.code.Contexts)
}

// fillCode derives the CAMEO code from type and mode, or the mode from the CAMEO code, and adds the code's contexts.
func (l *Lexicon) fillCode(c *Code) error {
	if c.CAMEO == "" {
		c.CAMEO = l.ontology.DefaultCode(c.Type, c.Mode)
	}
	code, ok := l.ontology.Code(c.CAMEO)
	if !ok {
		return fmt.Errorf("%q is no type with that mode, or no CAMEO code; see data/ontology", c.Type+" "+c.Mode)
	}
	if c.Mode == "" {
		c.Mode = code.Mode
	}
	for _, x := range code.Contexts {
		if !slices.Contains(c.Contexts, x) {
			c.Contexts = append(c.Contexts, x)
		}
	}
	return nil
}
