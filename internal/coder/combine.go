package coder

import (
	"example.org/demarche/internal/encoder"
	"example.org/demarche/internal/event"
	"example.org/demarche/internal/lexicon"
	"example.org/demarche/internal/syntax"
)

// combining is how the head's scores and what frames say are weighed against each other, fitted on sentences of our own that neither
// has seen.
type combining struct {
	sharpness float32    // by which the head's scores are multiplied
	fit, lead []float32  // by fit: what a frame of a type adds to it, and what the frame that fits best adds besides
	least     float32    // below it no answer is given
	belief    [2]float32 // a and b: a frame's type is right at its trigger with a chance of σ(a + b·margin) of the head's scores
}

// readCombining reads the tensors "combining", the sharpness and the least chance, "fit" and "lead".
func readCombining(f *encoder.File) combining {
	c := combining{fit: f.Floats("fit", mostFit+1), lead: f.Floats("lead", mostFit+1)}
	if x := f.Floats("combining", 2); x != nil {
		c.sharpness, c.least = x[0], x[1]
	}
	if x := f.Floats("belief", 2); x != nil {
		c.belief = [2]float32(x)
	}
	return c
}

// combine returns the chances of no deed, of a statement, and of each type, which sum to 1.
func (c *Chooser) combine(choice *Choice, found []Evidence) []float32 {
	chances := append([]float32{choice.None, choice.Statement}, choice.Types...)
	for i := range chances {
		chances[i] *= c.sharpness
	}
	fits, best := make([]int, len(c.types)), -1
	for i := range found {
		for k, t := range c.types {
			if t == found[i].Type {
				fits[k] = max(fits[k], found[i].Fit)
			}
		}
		if best < 0 || found[i].Fit > found[best].Fit {
			best = i
		}
	}
	for k, t := range c.types {
		if fits[k] > 0 {
			chances[2+k] += c.fit[fits[k]]
		}
		if best >= 0 && found[best].Type == t {
			chances[2+k] += c.lead[found[best].Fit]
		}
	}
	softmax(chances)
	return chances
}

// believe is how far a type that a frame gives is to be believed at its trigger, as the logarithm of its odds; "" is CAMEO's family 01.
func (c *Chooser) believe(choice *Choice, typ string) float64 {
	own, other := choice.Statement, choice.None
	if typ != "" {
		own, other = 0, max(choice.None, choice.Statement)
	}
	for k, t := range c.types {
		if t == typ {
			own = choice.Types[k]
		} else {
			other = max(other, choice.Types[k])
		}
	}
	return float64(c.belief[0] + float32(c.belief[1]*(own-other)))
}

// Sureness is a logistic function of what an event looks like, fitted by train/confidence.py on passages of gold/passages and gold/stories, where an event is right
// if type, sides and status are. decisions/0014 has the figures.
const (
	sureAtAll        = -0.34
	sureOfType       = 0.37  // for each unit of the type's log odds
	sureWithoutActor = -0.48 // nobody does it
	sureOneSided     = -0.10 // it is done to nobody
	sureNoFact       = -0.63 // it is denied, planned, demanded …
	sureAsTold       = -0.20 // somebody says so
	plainLogOdds     = 2     // of a type where there is no choice head
	mostLogOdds      = 3.9
)

// sureness is the chance that type, sides and status of a candidate's event are right.
func (r *run) sureness(t *syntax.Tree, c *lexicon.Candidate, e *event.Event) float64 {
	odds := float64(plainLogOdds)
	if r.chooser != nil {
		choice := r.chooser.choose(r.in.Sketches[t.Sentence:t.Sentence+1], t.Sentence, marksOf(t, c))
		odds = min(max(r.chooser.believe(&choice, e.Type), -mostLogOdds), mostLogOdds)
	}
	x := sureAtAll + float64(sureOfType*odds)
	for _, f := range []struct {
		holds  bool
		weight float64
	}{
		{len(e.Actors) == 0, sureWithoutActor},
		{len(e.Recipients) == 0, sureOneSided},
		{e.Status != event.Occurred && e.Status != event.Historical, sureNoFact},
		{len(e.Attributions) > 0, sureAsTold},
	} {
		if f.holds {
			x += f.weight
		}
	}
	return sigmoid(x)
}

// sigmoid is 1 / (1 + e^-x).
func sigmoid(x float64) float64 {
	e := exp(-max(x, -x))
	if x < 0 {
		return e / (1 + e)
	}
	return 1 / (1 + e)
}

// marksOf are the trigger of a candidate and the words of its sides, as the head wants them.
func marksOf(t *syntax.Tree, c *lexicon.Candidate) []marked {
	marks := []marked{{t.Sentence, c.Trigger, markTrigger}}
	for mark, roles := range [][]lexicon.Role{markActor: c.Actors, markRecipient: c.Recipients} {
		if len(roles) > 0 {
			for _, w := range roles[0].Words {
				marks = append(marks, marked{t.Sentence, w, mark})
			}
		}
	}
	return marks
}
