package encoder

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unsafe"

	"example.org/demarche/internal/encoder/kernel"
)

const (
	magic     = "DMMODEL2"
	family    = "DMMODEL" // how the magic of every version begins
	alignment = 64
)

// A FormatError says what is wrong with a model file.
type FormatError struct {
	Part string // "header", "config width", "labels upos", "tensor layer.0.qkv.weight"
	Why  string
}

func (e *FormatError) Error() string { return "model file: " + e.Part + ": " + e.Why }

// A File is an opened model file. What is asked of it in vain is remembered: Close returns the first error, and until
// then the methods return zero values, so that a network can be read without a check at every step.
//
// Opening looks at the header alone, so that it costs the same for any size of network; whatever the tensors hold, using
// them is safe. [Check] looks at the tensors too.
type File struct {
	kind    string
	config  map[string]json.Number
	labels  map[string][]string
	tensors map[string]*tensor
	data    string // from the first tensor on
	kernel  kernel.Kernel
	err     error
}

type header struct {
	Kind    string                 `json:"kind"`
	Config  map[string]json.Number `json:"config"`
	Labels  map[string][]string    `json:"labels"`
	Tensors []*tensor              `json:"tensors"`
}

type tensor struct {
	Name   string `json:"name"`
	Type   string `json:"dtype"`
	Shape  []int  `json:"shape"`
	Offset int    `json:"offset"`
	Bytes  int    `json:"bytes"`

	taken bool
}

// sizes of the types of numbers, in bytes.
var sizes = map[string]int{"i8": 1, "i32": 4, "f32": 4, "utf8": 1}

// OpenFile checks the header of a model file of the given kind. Its matrices will be multiplied by kernel k.
// The error is a *FormatError.
func OpenFile(data, kind string, k kernel.Kernel) (*File, error) {
	f, err := openAny(data)
	if err != nil {
		return nil, err
	}
	if f.kind != kind {
		return nil, &FormatError{"header", fmt.Sprintf("kind is %q, want %q", f.kind, kind)}
	}
	f.kernel = k
	return f, nil
}

// openAny checks the header of a model file of any kind.
func openAny(data string) (*File, error) {
	text, data, err := split(data)
	if err != nil {
		return nil, err
	}
	var h header
	d := json.NewDecoder(strings.NewReader(text))
	d.DisallowUnknownFields()
	if err := d.Decode(&h); err != nil {
		return nil, &FormatError{"header", err.Error()}
	}
	f := &File{kind: h.Kind, config: h.Config, labels: h.Labels, tensors: make(map[string]*tensor, len(h.Tensors)), data: data}
	for _, t := range h.Tensors {
		f.enter(t)
	}
	return f, f.err
}

// split returns the header and the tensors of a file.
func split(data string) (header, tensors string, err error) {
	const begin = len(magic) + 4
	if len(data) < begin || data[:len(magic)] != magic {
		why := "does not begin with " + magic
		if strings.HasPrefix(data, family) {
			why = fmt.Sprintf("begins with %.8q, another version of the format than %s", data, magic)
		}
		return "", "", &FormatError{"header", why}
	}
	length := int64(binary.LittleEndian.Uint32([]byte(data[len(magic):begin])))
	end := int64(begin) + length
	first := (end + alignment - 1) / alignment * alignment
	if first > int64(len(data)) {
		return "", "", &FormatError{"header", fmt.Sprintf("is %d bytes long by its own word, the file %d", length, len(data))}
	}
	return data[begin:end], data[first:], nil
}

// enter checks the entry of a tensor and makes it known.
func (f *File) enter(t *tensor) {
	if t == nil {
		f.fail("header", "an entry of a tensor is null")
		return
	}
	size, known := sizes[t.Type]
	count, bounded := elements(t.Shape)
	switch {
	case f.tensors[t.Name] != nil:
		f.failTensor(t.Name, "appears twice")
	case !known:
		f.failTensor(t.Name, "dtype %q is not known", t.Type)
	case !bounded:
		f.failTensor(t.Name, "shape %v has sizes below 1 or beyond reason", t.Shape)
	case t.Bytes != count*size:
		f.failTensor(t.Name, "is said to have %d bytes, but shape %v of %s needs %d", t.Bytes, t.Shape, t.Type, count*size)
	case t.Offset < 0 || t.Offset%alignment != 0:
		f.failTensor(t.Name, "offset %d is not a multiple of %d", t.Offset, alignment)
	case t.Offset > len(f.data) || t.Bytes > len(f.data)-t.Offset:
		f.failTensor(t.Name, "ends %d bytes beyond the file", t.Offset+t.Bytes-len(f.data))
	}
	f.tensors[t.Name] = t
}

// elements is the number of elements of a shape; false if it has none or more than a file can hold.
func elements(shape []int) (int, bool) {
	n := 1
	for _, s := range shape {
		if s < 1 || s > math.MaxInt32/n {
			return 0, false
		}
		n *= s
	}
	return n, len(shape) > 0
}

// Close returns the first error there was, or names a tensor that nobody asked for.
func (f *File) Close() error {
	var left []string
	for name, t := range f.tensors {
		if !t.taken {
			left = append(left, name)
		}
	}
	if len(left) > 0 {
		f.failTensor(slices.Min(left), "has no place in such a network")
	}
	return f.err
}

// Err returns the first error so far.
func (f *File) Err() error { return f.err }

// Kernel is the kernel that the file was opened for.
func (f *File) Kernel() kernel.Kernel { return f.kernel }

func (f *File) fail(part, format string, args ...any) {
	if f.err == nil {
		f.err = &FormatError{part, fmt.Sprintf(format, args...)}
	}
}

func (f *File) failTensor(name, format string, args ...any) { f.fail("tensor "+name, format, args...) }

// Int returns a number of the configuration, which must lie in low…high.
func (f *File) Int(name string, low, high int) int {
	n, err := strconv.Atoi(string(f.config[name]))
	if err != nil || n < low || n > high {
		f.fail("config "+name, "is %q, want a number from %d to %d", f.config[name], low, high)
		return low
	}
	return n
}

// IntOr is Int for a number that may be left out and then is usual.
func (f *File) IntOr(name string, usual, low, high int) int {
	if _, there := f.config[name]; !there {
		return usual
	}
	return f.Int(name, low, high)
}

// Width returns a number of the configuration that is a width of vectors: a multiple of 16.
func (f *File) Width(name string) int {
	n := f.Int(name, kernel.Lanes, 1<<14)
	if n%kernel.Lanes != 0 {
		f.fail("config "+name, "is %d, want a multiple of %d", n, kernel.Lanes)
	}
	return n
}

// Float returns a number of the configuration, which must lie in 0…1.
func (f *File) Float(name string) float32 {
	v, err := strconv.ParseFloat(string(f.config[name]), 32)
	if err != nil || !(v >= 0 && v <= 1) {
		f.fail("config "+name, "is %q, want a number from 0 to 1", f.config[name])
	}
	return float32(v)
}

// mostLabels is how many labels a list may have: heads keep a number for each pair of them.
const mostLabels = 1 << 12

// Labels returns a list of labels, all different, at least one.
func (f *File) Labels(name string) []string {
	labels := f.labels[name]
	switch {
	case len(labels) == 0:
		f.fail("labels "+name, "there are none")
	case len(labels) > mostLabels:
		f.fail("labels "+name, "there are %d, want at most %d", len(labels), mostLabels)
	}
	seen := make(map[string]bool, len(labels))
	for _, l := range labels {
		if seen[l] {
			f.fail("labels "+name, "%q appears twice", l)
		}
		seen[l] = true
	}
	return labels
}

// Has reports whether there is a tensor of a name, for those that may be left out.
func (f *File) Has(name string) bool { return f.tensors[name] != nil }

// take returns the bytes of a tensor of the given type and shape, "" after an error. A nil shape takes any.
func (f *File) take(name, dtype string, shape []int) string {
	t := f.tensors[name]
	switch {
	case f.err != nil:
		return ""
	case t == nil:
		f.failTensor(name, "is missing")
		return ""
	case t.Type != dtype || shape != nil && !slices.Equal(t.Shape, shape):
		f.failTensor(name, "is %s %v, want %s %v", t.Type, t.Shape, dtype, shape)
		return ""
	}
	t.taken = true
	return f.bytes(t)
}

func (f *File) bytes(t *tensor) string { return f.data[t.Offset : t.Offset+t.Bytes] }

// Text returns a tensor of characters, in place.
func (f *File) Text(name string) string { return f.take(name, "utf8", nil) }

// Integers returns a tensor of int8, in place: it must not be written to.
func (f *File) Integers(name string, shape ...int) []int8 {
	return numbers[int8](f.take(name, "i8", shape))
}

// Floats returns a tensor of float32, in place: it must not be written to.
func (f *File) Floats(name string, shape ...int) []float32 {
	return numbers[float32](f.take(name, "f32", shape))
}

// numbers returns little-endian bytes as numbers: in place where the processor stores them so, otherwise a copy.
// They begin at no particular multiple of their size, which the processors that Go runs on do not ask for.
func numbers[T int8 | int32 | float32](s string) []T {
	var t T
	n := len(s) / int(unsafe.Sizeof(t))
	if n == 0 {
		return nil
	}
	if unsafe.Sizeof(t) == 1 || binary.NativeEndian.Uint16([]byte{1, 0}) == 1 {
		return unsafe.Slice((*T)(unsafe.Pointer(unsafe.StringData(s))), n)
	}
	x := make([]T, n)
	if _, err := binary.Decode([]byte(s), binary.LittleEndian, x); err != nil {
		panic(err) // the lengths fit
	}
	return x
}
