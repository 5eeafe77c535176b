package score

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
)

// A Confusion counts codes of gold against those that were found.
type Confusion struct {
	codes []string // all that there are, in the order of the table
	n     map[[2]string]int
}

// newConfusion returns an empty table of codes.
func newConfusion[T ~string](codes []T) Confusion {
	c := Confusion{n: map[[2]string]int{}}
	for _, x := range codes {
		c.codes = append(c.codes, string(x))
	}
	return c
}

// count counts one more thing.
func (c *Confusion) count(gold, found string) { c.n[[2]string{gold, found}]++ }

// Share is how many codes are right.
func (c Confusion) Share() Share {
	var s Share
	for k, n := range c.n {
		s.Of += n
		if k[0] == k[1] {
			s.Right += n
		}
	}
	return s
}

// Figure is the figure of one code.
func (c Confusion) Figure(code string) Figure {
	var f Figure
	for k, n := range c.n {
		if k[0] == code {
			f.Gold += n
		}
		if k[1] == code {
			f.Found += n
		}
		if k[0] == code && k[1] == code {
			f.Correct += n
		}
	}
	return f
}

// MacroF1 is the mean F1 of the codes that gold has, in percent.
func (c Confusion) MacroF1() float64 {
	sum, n := 0.0, 0
	for _, code := range c.codes {
		if f := c.Figure(code); f.Gold > 0 {
			sum, n = sum+f.F1(), n+1
		}
	}
	return sum / float64(max(n, 1))
}

// write prints gold's codes down and the found ones across, with F1; codes that neither has are left out.
func (c Confusion) write(w io.Writer, name string) {
	seen := slices.DeleteFunc(slices.Clone(c.codes), func(code string) bool {
		f := c.Figure(code)
		return f.Gold+f.Found == 0
	})
	fmt.Fprintf(w, "%-26s", name+": gold, found")
	for _, f := range seen {
		fmt.Fprintf(w, " %10s", f)
	}
	fmt.Fprintf(w, " %7s\n", "F1")
	for _, g := range seen {
		fmt.Fprintf(w, "%-26s", g)
		for _, f := range seen {
			fmt.Fprintf(w, " %10d", c.n[[2]string{g, f}])
		}
		fmt.Fprintf(w, " %7.2f\n", c.Figure(g).F1())
	}
}

// MarshalJSON writes the counts by the code of gold and the one that was found, and the figures.
func (c Confusion) MarshalJSON() ([]byte, error) {
	table := map[string]map[string]int{}
	for k, n := range c.n {
		if table[k[0]] == nil {
			table[k[0]] = map[string]int{}
		}
		table[k[0]][k[1]] = n
	}
	s := c.Share()
	return json.Marshal(struct {
		Right    int                       `json:"right"`
		Of       int                       `json:"of"`
		Accuracy float64                   `json:"accuracy"`
		MacroF1  float64                   `json:"macro_f1"`
		Table    map[string]map[string]int `json:"gold_found"`
	}{s.Right, s.Of, s.Percent(), c.MacroF1(), table})
}
