// Package modeltest serves the tests of the encoder and its heads: it writes small random networks in the format of
// data/models/README.md, and reads the fixture that stands beside the real ones.
package modeltest

import (
	"encoding/binary"
	"encoding/json"
	"math"
	"strings"
)

const alignment = 64

// A Model is a model file in the making.
type Model struct {
	Kind   string              `json:"kind"`
	Config map[string]any      `json:"config"`
	Labels map[string][]string `json:"labels"`
	Entry  []Entry             `json:"tensors"`

	data  []byte
	state uint64 // of the random numbers
}

// An Entry describes a tensor in the header.
type Entry struct {
	Name   string `json:"name"`
	Type   string `json:"dtype"`
	Shape  []int  `json:"shape"`
	Offset int    `json:"offset"`
	Bytes  int    `json:"bytes"`
}

// New begins a model file of a kind; its numbers follow from the seed.
func New(kind string, seed uint64) *Model {
	return &Model{Kind: kind, Config: map[string]any{}, Labels: map[string][]string{}, state: seed}
}

// Matrix adds the matrix NAME with out rows and in columns, packed; products with it keep about the size of what goes in.
// Without bias the bias is zero.
func (m *Model) Matrix(name string, out, in int, bias bool) {
	rows, columns := pad(out), pad(in)
	weights, offsets := make([]byte, rows*columns), make([]byte, 0, 4*rows)
	for o := range rows {
		sum := int32(0)
		for i := 0; o < out && i < in; i++ {
			w := int8(int(m.random()*63) - 31) // four of them keep the bound
			weights[(o/16*(columns/4)+i/4)*64+o%16*4+i%4] = byte(w)
			sum += int32(w)
		}
		offsets = binary.LittleEndian.AppendUint32(offsets, uint32(-128*sum))
	}
	size := 1 / (18 * math.Sqrt(float64(in)))
	m.add(name+".weight", "i8", []int{rows, columns}, weights)
	m.add(name+".offset", "i32", []int{rows}, offsets)
	m.add(name+".scale", "f32", []int{rows}, padded(m.normal(size, size/4, out), rows))
	if !bias {
		out = 0
	}
	m.add(name+".bias", "f32", []int{rows}, padded(m.normal(0, 0.2, out), rows))
}

func pad(n int) int { return (n + 15) / 16 * 16 }

// padded appends zeros to float32s up to n of them.
func padded(data []byte, n int) []byte { return append(data, make([]byte, 4*n-len(data))...) }

// Integers adds a tensor of int8 in −127…127.
func (m *Model) Integers(name string, shape ...int) {
	data := make([]byte, product(shape))
	for i := range data {
		data[i] = byte(int8(int(m.random()*255) - 127))
	}
	m.add(name, "i8", shape, data)
}

// Floats adds a tensor of float32 of the given mean and standard deviation.
func (m *Model) Floats(name string, mean, deviation float64, shape ...int) {
	m.add(name, "f32", shape, m.normal(mean, deviation, product(shape)))
}

// Numbers adds a tensor of the given float32s.
func (m *Model) Numbers(name string, x []float32, shape ...int) {
	data := make([]byte, 0, 4*len(x))
	for _, v := range x {
		data = binary.LittleEndian.AppendUint32(data, math.Float32bits(v))
	}
	m.add(name, "f32", shape, data)
}

// normal is n float32s, roughly normal.
func (m *Model) normal(mean, deviation float64, n int) []byte {
	data := make([]byte, 0, 4*n)
	for range n {
		v := float32(mean + deviation*(m.random()+m.random()+m.random()-1.5)*2)
		data = binary.LittleEndian.AppendUint32(data, math.Float32bits(v))
	}
	return data
}

// random is a number in [0, 1), by the generator SplitMix64 (Steele, Lea and Flood 2014).
func (m *Model) random() float64 {
	m.state += 0x9e3779b97f4a7c15
	z := m.state
	z = (z ^ z>>30) * 0xbf58476d1ce4e5b9
	z = (z ^ z>>27) * 0x94d049bb133111eb
	return float64((z^z>>31)>>11) / (1 << 53)
}

// Part adds another file, in a bundle.
func (m *Model) Part(name string, file *Model) {
	data := file.String()
	m.add(name, "i8", []int{len(data)}, []byte(data))
}

// Text adds a tensor of characters.
func (m *Model) Text(name, s string) { m.add(name, "utf8", []int{len(s)}, []byte(s)) }

func (m *Model) add(name, dtype string, shape []int, data []byte) {
	m.Entry = append(m.Entry, Entry{name, dtype, shape, len(m.data), len(data)})
	m.data = append(m.data, data...)
	m.data = append(m.data, make([]byte, -len(m.data)&(alignment-1))...)
}

func product(shape []int) int {
	n := 1
	for _, s := range shape {
		n *= s
	}
	return n
}

// String is the whole file.
func (m *Model) String() string {
	header, err := json.Marshal(m)
	if err != nil {
		panic(err)
	}
	file := append([]byte("DMMODEL2"), binary.LittleEndian.AppendUint32(nil, uint32(len(header)))...)
	file = append(file, header...)
	file = append(file, make([]byte, -len(file)&(alignment-1))...)
	return string(append(file, m.data...))
}

// Data is the bytes of a tensor, to be spoiled.
func (m *Model) Data(name string) []byte {
	for _, e := range m.Entry {
		if e.Name == name {
			return m.data[e.Offset : e.Offset+e.Bytes]
		}
	}
	panic("modeltest: no tensor " + name)
}

// Encoder returns a random encoder with the given pieces besides [UNK], [CLS] and [SEP]. Pieces become words behind its
// last layer, and there are no relative positions.
func Encoder(seed uint64, layers, width, heads, hidden int, pieces ...string) *Model {
	m := New("encoder", seed)
	vocab := append([]string{"[UNK]", "[CLS]", "[SEP]"}, pieces...)
	m.Config = map[string]any{
		"layers": layers, "width": width, "heads": heads, "ffn": hidden,
		"pieces": len(vocab), "positions": 512, "shapes": 5, "eps": 1e-12, "pool": layers, "relative": 0,
	}
	m.Text("vocab", strings.Join(vocab, "\n")+"\n")
	m.Integers("word.weight", len(vocab), width)
	m.Floats("word.scale", 1/(70*math.Sqrt(float64(width))), 1e-4, len(vocab))
	m.Floats("position", 0, 0.2, 512, width)
	m.Floats("shape", 0, 0.2, 5, width)
	m.norm("norm", width)
	for n := range layers {
		m.layer("layer."+string(rune('0'+n))+".", width, hidden)
	}
	return m
}

func (m *Model) layer(name string, width, hidden int) {
	m.Matrix(name+"qkv", 3*width, width, true)
	m.Matrix(name+"out", width, width, true)
	m.norm(name+"norm1", width)
	m.norm(name+"norm2", width)
	m.Matrix(name+"up", hidden, width, true)
	m.Matrix(name+"down", width, hidden, true)
}

func (m *Model) norm(name string, width int) {
	m.Floats(name+".gain", 1, 0.1, width)
	m.Floats(name+".bias", 0, 0.1, width)
}
