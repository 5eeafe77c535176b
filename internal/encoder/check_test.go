package encoder

import (
	"encoding/binary"
	"errors"
	"math"
	"strings"
	"testing"

	"example.org/demarche/internal/encoder/modeltest"
)

// The models that the program ships keep the bound, and all else that Check asks for.
func TestCheckModels(t *testing.T) {
	for _, name := range []string{"encoder.dmm", "tagger.dmm", "parser.dmm", "names.dmm", "mentions.dmm", "statements.dmm", "roles.dmm"} {
		if err := Check(read(t, name)); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestCheck(t *testing.T) {
	if err := Check(tiny().String()); err != nil {
		t.Fatal(err)
	}
	const qkv = "layer.0.qkv"
	for _, c := range []struct {
		what  string
		spoil func(m *modeltest.Model)
		want  string
	}{
		{"a huge float", func(m *modeltest.Model) {
			binary.LittleEndian.PutUint32(m.Data("layer.0.down.bias")[8:], math.Float32bits(1e30))
		}, "tensor layer.0.down.bias: number 2 is 1e+30"},
		{"not a number", func(m *modeltest.Model) {
			binary.LittleEndian.PutUint32(m.Data("position"), math.Float32bits(float32(math.NaN())))
		}, "tensor position: number 0 is NaN"},
		{"another offset", func(m *modeltest.Model) { m.Data(qkv + ".offset")[4*17]++ }, "tensor layer.0.qkv.weight: row 17: the offset is"},
		{"heavy weights", func(m *modeltest.Model) { setWeights(m, qkv, 20, 100, 8, 9) }, "tensor layer.0.qkv.weight: row 20: weights whose"},
		{"heavy weights in both quads", func(m *modeltest.Model) { setWeights(m, qkv, 3, -127, 2, 7) }, "tensor layer.0.qkv.weight: row 3: weights whose"},
		{"no weights", func(m *modeltest.Model) { entry(m, qkv+".weight").Name = "x" }, "tensor layer.0.qkv.offset: belongs to no matrix"},
		{"offsets by another name", func(m *modeltest.Model) { entry(m, qkv+".offset").Name = qkv }, "tensor layer.0.qkv: belongs to no matrix"},
	} {
		m := tiny()
		c.spoil(m)
		var format *FormatError
		if err := Check(m.String()); !errors.As(err, &format) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", c.what, err, c.want)
		}
	}
}

// setWeights sets some columns of a row of a matrix with 16 columns to a weight, and the offset to what it must be.
func setWeights(m *modeltest.Model, name string, row int, weight int8, columns ...int) {
	data, sum := m.Data(name+".weight"), int32(0)
	at := func(i int) *byte { return &data[(row/16*4+i/4)*64+row%16*4+i%4] }
	for _, i := range columns {
		*at(i) = byte(weight)
	}
	for i := range 16 {
		sum += int32(int8(*at(i)))
	}
	binary.LittleEndian.PutUint32(m.Data(name + ".offset")[4*row:], uint32(-128*sum))
}
