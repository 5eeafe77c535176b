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

// believe is the chance that a type which a frame gives is right at its trigger, "" being CAMEO's family 01.
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
	x := float64(c.belief[0] + float32(c.belief[1]*(own-other)))
	e := exp(-max(x, -x))
	if x < 0 {
		return e / (1 + e)
	}
	return 1 / (1 + e)
}

// belief is how sure an event of a candidate is: what the head says of its type at its trigger, or how plainly the words fill the frame where there
// is no head.
func (r *run) belief(t *syntax.Tree, c *lexicon.Candidate, e *event.Event) float64 {
	if r.chooser == nil {
		return confidence(c, e)
	}
	marks := []marked{{t.Sentence, c.Trigger, markTrigger}}
	for mark, roles := range [][]lexicon.Role{markActor: c.Actors, markRecipient: c.Recipients} {
		if len(roles) > 0 {
			for _, w := range roles[0].Words {
				marks = append(marks, marked{t.Sentence, w, mark})
			}
		}
	}
	choice := r.chooser.choose(r.in.Sketches[t.Sentence:t.Sentence+1], t.Sentence, marks)
	return r.chooser.believe(&choice, e.Type)
}
