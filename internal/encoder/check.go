package encoder

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"example.org/demarche/internal/encoder/kernel"
)

// greatest is the largest magnitude of a float in a file: no trained network comes near it. What one of such numbers
// computes may overflow in the end and is nonsense then, but is no danger.
const greatest = 1e4

// Check reads a model file of any kind whole, a bundle with all its parts, and finds what a network may not hold, though
// its header is sound: floats that are not finite or beyond reason, matrices that break the bound on which kernels rely
// or whose offsets are not those of their weights. What comes from outside the program is checked before it is used.
// The error is a *FormatError, for a part of a bundle with its name before it.
func Check(data string) error {
	f, err := openAny(data)
	if err != nil {
		return err
	}
	for _, name := range slices.Sorted(maps.Keys(f.tensors)) {
		t := f.tensors[name]
		switch {
		case f.kind == bundle:
			if err := checkPart(name, f.bytes(t)); err != nil {
				return err
			}
		case t.Type == "f32":
			f.checkFloats(name, numbers[float32](f.bytes(t)))
		case t.Type == "i32":
			f.checkMatrix(name)
		}
	}
	return f.err
}

// checkPart checks a file that lies within a bundle; one within one within one is no network of anybody's.
func checkPart(name, data string) error {
	f, err := openAny(data)
	if err == nil && f.kind == bundle {
		err = &FormatError{"header", "a bundle within a bundle"}
	}
	if err == nil {
		err = Check(data)
	}
	if err != nil {
		return fmt.Errorf("part %s: %w", name, err)
	}
	return nil
}

func (f *File) checkFloats(name string, x []float32) {
	for i, v := range x {
		if !(v >= -greatest && v <= greatest) {
			f.failTensor(name, "number %d is %g, want at most %g in magnitude", i, v, float32(greatest))
			return
		}
	}
}

// checkMatrix checks the weights of the matrix that has the given offsets. Its scales and biases are tensors of floats
// like others; that they are as many as its rows is seen when it is opened, and zeros stand for them here.
func (f *File) checkMatrix(offset string) {
	name, named := strings.CutSuffix(offset, ".offset")
	w := f.tensors[name+".weight"]
	if !named || w == nil || w.Type != "i8" || len(w.Shape) != 2 {
		f.failTensor(offset, "belongs to no matrix")
		return
	}
	rows := make([]float32, w.Shape[0])
	m := kernel.Matrix{
		Out: w.Shape[0], In: w.Shape[1], Scale: rows, Bias: rows,
		Weight: numbers[int8](f.bytes(w)), Offset: numbers[int32](f.bytes(f.tensors[offset])),
	}
	if err := m.Check(); err != nil {
		f.failTensor(name+".weight", "%v", err)
	}
}
