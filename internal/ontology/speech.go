package ontology

import "fmt"

// An Act is a kind of speech act about a deed.
type Act int

// The acts, in the order of the columns of speech.tsv.
const (
	Appeal   Act = iota // 02: asks, calls for
	Intend              // 03: promises, agrees, offers
	Demand              // 10: demands, orders
	Refuse              // 12: rejects, refuses
	Threaten            // 13
)

var acts = map[string]Act{"02": Appeal, "03": Intend, "10": Demand, "12": Refuse, "13": Threaten}

// ActOf returns the kind of speech act that a CAMEO code belongs to.
func ActOf(code string) (Act, bool) {
	if len(code) < 2 {
		return 0, false
	}
	a, ok := acts[code[:2]]
	return a, ok
}

// EndOfConflict stands for the code of a deed in [Ontology.Speech]: that a conflict stop, or not begin.
const EndOfConflict = "end"

// Speech returns the code of a speech act about a deed with a CAMEO code: a demand (10) for the release of prisoners (0841) is
// 1053, with type and mode of that code. It reports false if the deed says nothing more than the act.
func (o *Ontology) Speech(act Act, deed string) (Code, bool) {
	for ; deed != ""; deed = deed[:len(deed)-1] {
		if row, ok := o.speech[deed]; ok {
			return o.Code(row[act])
		}
	}
	return Code{}, false
}

// checkSpeech says what is wrong with a row of the table of speech acts.
func (o *Ontology) checkSpeech(row []string) error {
	for act, code := range row {
		if code == "" {
			continue
		}
		if _, ok := o.Code(code); !ok {
			return fmt.Errorf("%s is no CAMEO code", code)
		}
		if a, ok := ActOf(code); !ok || int(a) != act {
			return fmt.Errorf("%s stands in the column of another family", code)
		}
	}
	return nil
}
