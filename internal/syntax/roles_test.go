package syntax

import "testing"

func TestRole(t *testing.T) {
	none := Filler{Word: NoFiller}
	tree := &Tree{Roles: []Roles{
		{Predicate: 2, Fillers: [NumArgs]Filler{{Word: 0, Margin: 4}, {Word: 5, Margin: -1}, none, none, none}},
		{Predicate: 7, Fillers: [NumArgs]Filler{none, none, none, none, {Word: 9, Margin: 2}}},
	}}
	for _, c := range []struct {
		predicate int
		arg       Arg
		word      int
		margin    float32
		ok        bool
	}{
		{2, Arg0, 0, 4, true}, {2, Arg1, 5, -1, true}, {2, Arg2, NoFiller, 0, false}, {7, ArgTime, 9, 2, true}, {3, Arg0, NoFiller, 0, false},
	} {
		if word, margin, ok := tree.Role(c.predicate, c.arg); word != c.word || margin != c.margin || ok != c.ok {
			t.Errorf("%s of %d: %d by %g, %t; want %+v", c.arg, c.predicate, word, margin, ok, c)
		}
	}
	moved := tree.Roles[0].Moved(10)
	if moved.Predicate != 12 || moved.Fillers[0].Word != 10 || moved.Fillers[2] != none || tree.Roles[0].Fillers[0].Word != 0 {
		t.Errorf("moved: %+v of %+v", moved, tree.Roles[0])
	}
	if _, _, ok := (&Tree{}).Role(0, Arg0); ok {
		t.Error("a tree without roles has some")
	}
}
