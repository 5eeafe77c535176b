package coder

import (
	"example.org/demarche/internal/event"
	"example.org/demarche/internal/ontology"
)

// Fold gives the type that PLOVER's codebook has for a deed that did not take place: a promised cooperation is AGREE, a demanded deed
// REQUEST, a threatened one THREATEN, a refused cooperation REJECT.
func Fold(kind string, s event.Status) string {
	switch s {
	case event.Planned:
		switch kind {
		case "CONSULT", "SUPPORT", "COOPERATE", "AID":
			return "AGREE"
		case "RETREAT":
			return "CONCEDE"
		case "ASSAULT", "COERCE", "SANCTION":
			return "THREATEN"
		}
	case event.DemandedDeed:
		return "REQUEST"
	case event.ThreatenedDeed, event.Conditional:
		switch kind {
		case "ASSAULT", "COERCE", "SANCTION", "PROTEST", "MOBILIZE":
			return "THREATEN"
		}
	case event.DeniedDeed:
		switch kind {
		case "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT":
			return "REJECT"
		}
	}
	return kind
}

// acts are the speech acts that folded types stand for.
var acts = map[string]ontology.Act{"AGREE": ontology.Intend, "REQUEST": ontology.Demand, "THREATEN": ontology.Threaten, "REJECT": ontology.Refuse}

// FoldCode folds type, mode and CAMEO code of a deed alike: a demand for the release of prisoners (0841) is 1053, REQUEST yield.
func FoldCode(o *ontology.Ontology, kind, mode, cameo string, s event.Status) (typ, folded, code string) {
	typ = Fold(kind, s)
	if typ == kind || kind == "" {
		return kind, mode, cameo
	}
	if act, ok := acts[typ]; ok {
		if c, ok := o.Speech(act, cameo); ok && c.Type == typ {
			if o.HasMode(typ, mode) { // a threatened arrest
				return typ, mode, c.Code
			}
			return typ, c.Mode, c.Code
		}
	}
	return typ, "", o.DefaultCode(typ, "")
}
