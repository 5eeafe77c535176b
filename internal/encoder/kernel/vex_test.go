//go:build amd64 && !purego

package kernel

import (
	"bytes"
	"fmt"
	"os"
	"regexp"
	"testing"
)

var byteLine = regexp.MustCompile(`(?m)^\tBYTE \$0x(..); BYTE \$0x(..); BYTE \$0x(..); BYTE \$0x(..); BYTE \$0x(..) // VPDPBUSD Y(\d+), Y(\d+), Y(\d+)$`)

// vexVPDPBUSD is VPDPBUSD.256 with a VEX prefix, by the field: VEX.256.66.0F38.W0 50 /r.
func vexVPDPBUSD(w, a, sum int) []byte {
	inverted := func(bit, at int) byte { return byte(^bit&1) << at }
	return []byte{
		0xC4,
		inverted(sum>>3, 7) | 1<<6 | inverted(w>>3, 5) | 0b00010, // R, X, B; the map 0F38
		0<<7 | byte(^a&15)<<3 | 1<<2 | 0b01,                      // W, vvvv, L; the prefix 66
		0x50,
		0b11<<6 | byte(sum&7)<<3 | byte(w&7), // registers only
	}
}

// What GNU as 2.40 writes for the same instructions.
func TestVEXEncoding(t *testing.T) {
	for _, c := range []struct {
		w, a, sum int
		want      string
	}{
		{12, 14, 0, "c4c20d50c4"},
		{1, 2, 3, "c4e26d50d9"},
		{15, 9, 10, "c4423550d7"},
		{7, 0, 15, "c4627d50ff"},
	} {
		if got := fmt.Sprintf("%x", vexVPDPBUSD(c.w, c.a, c.sum)); got != c.want {
			t.Errorf("VPDPBUSD Y%d, Y%d, Y%d is %s, want %s", c.w, c.a, c.sum, got, c.want)
		}
	}
}

// The kernel for processors without AVX-512 has each VPDPBUSD as VEX bytes, those of the registers that the line names,
// and nothing that the assembler would write with an EVEX prefix.
func TestVEXForm(t *testing.T) {
	text, err := os.ReadFile("avxvnni_amd64.s")
	if err != nil {
		t.Fatal(err)
	}
	lines := byteLine.FindAllStringSubmatch(string(text), -1)
	if want := 4 * 2 * (1 + 2 + 3 + 4 + 5 + 6); len(lines) != want || bytes.Count(text, []byte("VPDPBUSD")) != want || bytes.Count(text, []byte("BYTE")) != 5*want {
		t.Fatalf("%d lines of VEX bytes, %d VPDPBUSD, %d BYTE; want %d, as many, and five times as many",
			len(lines), bytes.Count(text, []byte("VPDPBUSD")), bytes.Count(text, []byte("BYTE")), want)
	}
	for _, l := range lines {
		var register [3]int
		for i := range register {
			fmt.Sscan(l[6+i], &register[i])
		}
		want := fmt.Sprintf("%X", vexVPDPBUSD(register[0], register[1], register[2]))
		if got := l[1] + l[2] + l[3] + l[4] + l[5]; got != want {
			t.Errorf("%s is not %s", l[0], want)
		}
	}
	if evex := regexp.MustCompile(`\b(Z\d+|K[0-7]|[XY](1[6-9]|[23]\d))\b|\.Z\b|\.BCST\b|VMOVDQ[UA](8|16|32|64)\b`).Find(text); evex != nil {
		t.Errorf("%s needs an EVEX prefix", evex)
	}
}

// Compiled, the two kernels hold the two forms.
func TestFormsInProgram(t *testing.T) {
	name, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	program, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	// VEX: C4, any R and B with the map 0F38, any vvvv with W0, L256 and 66, the opcode, registers.
	vex := regexp.MustCompile(`(?s)\xC4[\x42\x62\xC2\xE2][\x05\x0D\x15\x1D\x25\x2D\x35\x3D\x45\x4D\x55\x5D\x65\x6D\x75\x7D]\x50[\xC0-\xFF]`)
	if got, want := countBytes(vex, program), 4*2*21; got < want {
		t.Errorf("%d VPDPBUSD with a VEX prefix, want %d", got, want)
	}
	// EVEX: 62, any registers with the map 0F38, W0 and 66, 512 bits without a mask, the opcode, registers.
	evex := regexp.MustCompile(`(?s)\x62[\x02-\xF2][\x05-\x7D][\x40\x48]\x50[\xC0-\xFF]`)
	if got, want := countBytes(evex, program), 4*3*21; got < want {
		t.Errorf("%d VPDPBUSD with an EVEX prefix, want %d", got, want)
	}
}

// countBytes counts the matches of a pattern of bytes.
func countBytes(pattern *regexp.Regexp, b []byte) int {
	latin := make([]rune, len(b)) // one rune for each byte: patterns match runes
	for i, c := range b {
		latin[i] = rune(c)
	}
	return len(pattern.FindAllStringIndex(string(latin), -1))
}
