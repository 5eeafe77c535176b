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
	if c.code.CAMEO == "" {
		c.code.CAMEO = l.ontology.DefaultCode(c.code.Type, c.code.Mode)
	}
	if err := l.ontology.Validate(c.code.Type, c.code.Mode, c.code.CAMEO, c.code.Contexts); err != nil {
		return err
	}
	l.fillCode(&c.code)
	return nil
}

// fillCode takes mode and contexts of the CAMEO code where the line does not name them.
func (l *Lexicon) fillCode(c *Code) {
	code, _ := l.ontology.Code(c.CAMEO)
	if c.Mode == "" {
		c.Mode = code.Mode
	}
	for _, x := range code.Contexts {
		if !slices.Contains(c.Contexts, x) {
			c.Contexts = append(c.Contexts, x)
		}
	}
}
