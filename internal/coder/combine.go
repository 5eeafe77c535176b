package coder

import "example.org/demarche/internal/encoder"

// combining is how the head's scores and what frames say are weighed against each other, fitted on sentences of our own that neither
// has seen.
type combining struct {
	sharpness float32   // by which the head's scores are multiplied
	fit, lead []float32 // by fit: what a frame of a type adds to it, and what the frame that fits best adds besides
	least     float32   // below it no answer is given
}

// readCombining reads the tensors "combining", the sharpness and the least chance, "fit" and "lead".
func readCombining(f *encoder.File) combining {
	c := combining{fit: f.Floats("fit", mostFit+1), lead: f.Floats("lead", mostFit+1)}
	if x := f.Floats("combining", 2); x != nil {
		c.sharpness, c.least = x[0], x[1]
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
