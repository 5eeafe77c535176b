package encoder

import (
	"encoding/binary"
	"errors"
	"math/rand/v2"
	"strings"
	"testing"

	"example.org/demarche/internal/encoder/kernel"
	"example.org/demarche/internal/encoder/modeltest"
)

func tiny() *modeltest.Model { return modeltest.Encoder(2, 1, 16, 1, 16, "a", "##b") }

// changed is the tiny model with one thing spoiled in its header.
func changed(spoil func(m *modeltest.Model)) string {
	m := tiny()
	spoil(m)
	return m.String()
}

func entry(m *modeltest.Model, name string) *modeltest.Entry {
	for i := range m.Entry {
		if m.Entry[i].Name == name {
			return &m.Entry[i]
		}
	}
	panic(name)
}

func TestBadFiles(t *testing.T) {
	good := tiny().String()
	if _, err := Open(good, kernel.Auto); err != nil {
		t.Fatal(err)
	}
	headerEnd := 12 + int(binary.LittleEndian.Uint32([]byte(good[8:12])))
	for _, c := range []struct{ what, data, want string }{
		{"nothing", "", "does not begin with DMMODEL2"},
		{"an older file", "DMMODEL1" + good[8:], `begins with "DMMODEL1", another version`},
		{"a late pool", changed(func(m *modeltest.Model) { m.Config["pool"] = 2 }), `config pool: is "2", want a number from 0 to 1`},
		{"no relative positions", changed(func(m *modeltest.Model) { m.Config["relative"] = 3 }), "tensor relative: is missing"},
		{"a piece twice", modeltest.Encoder(2, 1, 16, 1, 16, "a", "b", "a").String(), `tensor vocab: has "a" twice`},
		{"another file", strings.Repeat("x", 100), "does not begin with DMMODEL2"},
		{"an endless header", good[:8] + "\xff\xff\xff\xff" + good[12:], "header: is 4294967295 bytes long"},
		{"a cut header", good[:headerEnd-1], "header: is"},
		{"no JSON", strings.Replace(good, "{", "[", 1), "header: "},
		{"half the file", good[:len(good)/2], "beyond the file"},
		{"another kind", changed(func(m *modeltest.Model) { m.Kind = "tagger" }), `kind is "tagger", want "encoder"`},
		{"no layers", changed(func(m *modeltest.Model) { delete(m.Config, "layers") }), `config layers: is ""`},
		{"half a head", changed(func(m *modeltest.Model) { m.Config["heads"] = 0.5 }), `config heads: is "0.5"`},
		{"narrow heads", changed(func(m *modeltest.Model) { m.Config["heads"] = 2 }), "config heads: is 2, want heads"},
		{"a large eps", changed(func(m *modeltest.Model) { m.Config["eps"] = 2 }), `config eps: is "2"`},
		{"fewer pieces", changed(func(m *modeltest.Model) { m.Config["pieces"] = 4 }), "tensor vocab: has 5 lines, want 4"},
		{"too many layers", changed(func(m *modeltest.Model) { m.Config["layers"] = 2 }), "tensor layer.1.qkv.weight: is missing"},
		{"one tensor too many", changed(func(m *modeltest.Model) { m.Floats("odd", 0, 1, 3) }), "tensor odd: has no place"},
		{"a tensor twice", changed(func(m *modeltest.Model) { m.Floats("shape", 0, 1, 5, 16) }), "tensor shape: appears twice"},
		{"another type", changed(func(m *modeltest.Model) { entry(m, "shape").Type = "f64" }), `tensor shape: dtype "f64" is not known`},
		{"integers for floats", changed(func(m *modeltest.Model) { e := entry(m, "shape"); e.Type, e.Bytes = "i8", 80 }), "tensor shape: is i8 [5 16], want f32 [5 16]"},
		{"another shape", changed(func(m *modeltest.Model) { entry(m, "shape").Shape = []int{16, 5} }), "tensor shape: is f32 [16 5]"},
		{"a negative shape", changed(func(m *modeltest.Model) { entry(m, "shape").Shape = []int{-5, -16} }), "sizes below 1"},
		{"an overflowing shape", changed(func(m *modeltest.Model) { entry(m, "shape").Shape = []int{1 << 31, 1 << 31, 4} }), "beyond reason"},
		{"an odd offset", changed(func(m *modeltest.Model) { entry(m, "shape").Offset++ }), "is not a multiple of 64"},
		{"a negative offset", changed(func(m *modeltest.Model) { entry(m, "shape").Offset = -64 }), "is not a multiple of 64"},
		{"a far offset", changed(func(m *modeltest.Model) { entry(m, "shape").Offset = 1 << 40 }), "beyond the file"},
		{"too few bytes", changed(func(m *modeltest.Model) { entry(m, "shape").Bytes -= 4 }), "needs 320"},
		{"no unknown piece", strings.Replace(good, "[UNK]", "[unk]", 1), "tensor vocab: lacks [UNK]"},
	} {
		_, err := Open(c.data, kernel.Auto)
		var format *FormatError
		if !errors.As(err, &format) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.what, err, c.want)
		}
	}
}

func TestUnknownKernel(t *testing.T) {
	var unknown *kernel.UnknownError
	if _, err := Open(tiny().String(), "fast"); !errors.As(err, &unknown) {
		t.Error(err)
	}
}

// A file with random bytes changed opens or gives an error, and what opens can be used.
func TestCorruptFiles(t *testing.T) {
	good := tiny().String()
	for seed := range uint64(3000) {
		rng := rand.New(rand.NewPCG(seed, 5))
		data := []byte(good)
		for range 1 + rng.IntN(4) {
			at := rng.IntN(len(data))
			if rng.IntN(2) == 0 {
				at = rng.IntN(2000) // in the header, mostly
			}
			data[at] = byte(rng.Uint32())
		}
		if e, err := Open(string(data), kernel.Auto); err == nil {
			encode(e, e.NewScratch(), []string{"a", "ab", "é"})
		}
	}
}

// Any header before good tensors opens or gives an error, and what opens can be used.
func FuzzOpen(f *testing.F) {
	header, tensors, err := split(tiny().String())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(header)
	f.Fuzz(func(t *testing.T, header string) {
		file := magic + string(binary.LittleEndian.AppendUint32(nil, uint32(len(header)))) + header
		file += strings.Repeat("\x00", -len(file)&(alignment-1)) + tensors
		if e, err := Open(file, kernel.Auto); err == nil {
			encode(e, e.NewScratch(), []string{"a", "ab", "é"})
		}
	})
}
