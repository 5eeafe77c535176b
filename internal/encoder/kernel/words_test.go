package kernel

import (
	"go/constant"
	"go/token"
	"go/types"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// The words of words_arm64.h against what GNU as 2.40 writes for the same instructions.
func TestWordsARM64(t *testing.T) {
	macros := readWords(t, "words_arm64.h")
	for _, c := range []struct {
		macro string
		args  []int
		want  uint32
		text  string
	}{
		{"SDOT", []int{0, 0, 0, 0}, 0x4f80e000, "sdot v0.4s, v0.16b, v0.4b[0]"},
		{"SDOT", []int{0, 1, 2, 3}, 0x4fa2e820, "sdot v0.4s, v1.16b, v2.4b[3]"},
		{"SDOT", []int{31, 30, 29, 1}, 0x4fbde3df, "sdot v31.4s, v30.16b, v29.4b[1]"},
		{"SDOT", []int{7, 19, 16, 2}, 0x4f90ea67, "sdot v7.4s, v19.16b, v16.4b[2]"},
		{"SCVTF", []int{0, 0}, 0x4e21d800, "scvtf v0.4s, v0.4s"},
		{"SCVTF", []int{21, 10}, 0x4e21d955, "scvtf v21.4s, v10.4s"},
		{"FMUL", []int{0, 0, 0}, 0x6e20dc00, "fmul v0.4s, v0.4s, v0.4s"},
		{"FMUL", []int{21, 10, 5}, 0x6e25dd55, "fmul v21.4s, v10.4s, v5.4s"},
		{"FADD", []int{0, 0, 0}, 0x4e20d400, "fadd v0.4s, v0.4s, v0.4s"},
		{"FADD", []int{21, 10, 5}, 0x4e25d555, "fadd v21.4s, v10.4s, v5.4s"},
	} {
		if got := macros[c.macro].word(t, c.args); got != c.want {
			t.Errorf("%s is %08x, want %08x", c.text, got, c.want)
		}
	}
	if len(macros) != 4 {
		t.Errorf("%d macros, of which 4 are tested", len(macros))
	}
}

// The fields of an SDOT do not run into each other: every register and element gives a word of its own.
func TestWordsARM64Fields(t *testing.T) {
	sdot := readWords(t, "words_arm64.h")["SDOT"]
	for i := range 128 {
		d, n, m, e := i%32, (i*7+3)%32, (i*11+5)%32, i%4
		w := sdot.word(t, []int{d, n, m, e})
		if got := [4]int{int(w & 31), int(w >> 5 & 31), int(w >> 16 & 31), int(w>>21&1 | w>>11&1<<1)}; got != [4]int{d, n, m, e} {
			t.Errorf("SDOT(%d, %d, %d, %d) reads back as %v", d, n, m, e, got)
		}
		if w&^0x003f0bff != 0x4f80e000 {
			t.Errorf("SDOT(%d, %d, %d, %d) is %08x: its fixed bits are off", d, n, m, e, w)
		}
	}
}

// A wordMacro is an assembly macro that stands for one instruction: the value of its word, in terms of its parameters.
// The assembler's operators have the precedence of Go's.
type wordMacro struct {
	params []string
	value  string
}

var wordDefinition = regexp.MustCompile(`(?m)^#define (\w+)\(([\w, ]+)\) WORD \$\((.*)\)$`)

func readWords(t *testing.T, file string) map[string]wordMacro {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	macros := map[string]wordMacro{}
	for _, m := range wordDefinition.FindAllStringSubmatch(string(text), -1) {
		macros[m[1]] = wordMacro{strings.Split(m[2], ", "), m[3]}
	}
	if defines := strings.Count(string(text), "#define"); defines != len(macros) {
		t.Fatalf("%s: %d of %d macros are words", file, len(macros), defines)
	}
	return macros
}

// word is the macro's word for the given arguments.
func (m wordMacro) word(t *testing.T, args []int) uint32 {
	t.Helper()
	if len(args) != len(m.params) {
		t.Fatalf("%d arguments for (%s)", len(args), strings.Join(m.params, ", "))
	}
	value := m.value
	for i, p := range m.params {
		value = regexp.MustCompile(`\b`+p+`\b`).ReplaceAllString(value, strconv.Itoa(args[i]))
	}
	v, err := types.Eval(token.NewFileSet(), nil, token.NoPos, value)
	if err != nil {
		t.Fatalf("%s: %v", value, err)
	}
	word, exact := constant.Uint64Val(constant.ToInt(v.Value))
	if !exact || word > 1<<32-1 {
		t.Fatalf("%s is no word: %v", value, v.Value)
	}
	return uint32(word)
}
