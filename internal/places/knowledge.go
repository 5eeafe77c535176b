package places

import (
	"io/fs"
	"strings"

	"example.org/demarche/internal/facts"
	"example.org/demarche/internal/syntax"
)

// Knowledge is what the stage knows besides the gazetteer. It is immutable.
type Knowledge struct {
	nations map[string]string // adjectives and peoples, folded, with the state's code: Libyan LBY
}

// Load reads data/places: countries.txt.
func Load(fsys fs.FS) (*Knowledge, error) {
	rows, err := facts.Table(fsys, "countries.txt", 4)
	if err != nil {
		return nil, err
	}
	k := &Knowledge{nations: map[string]string{}}
	for _, r := range rows {
		for _, n := range append(r.List(2), r.List(3)...) {
			if key := facts.Fold(n); k.nations[key] == "" {
				k.nations[key] = r.Cols[0]
			}
		}
	}
	return k, nil
}

// nation returns the state whose adjective or people word i of a tree is, or "".
func (k *Knowledge) nation(t *syntax.Tree, i int) string {
	form := t.Form(i)
	if form == "" || form[0] >= 'a' && form[0] <= 'z' {
		return ""
	}
	return k.nations[facts.Fold(form)]
}

// The kinds of places that a noun tells beside a name: "the town of X", "X province".
const (
	aTown     = "town"
	aDivision = "division"
	aState    = "state"
	aWater    = "water"
	aHeight   = "height"
)

// hint is the kind of place that a noun names, or "".
func hint(lemma string) string {
	switch strings.ToLower(lemma) {
	case "town", "city", "village", "suburb", "capital", "port", "hamlet", "settlement", "neighborhood", "neighbourhood", "camp", "outskirt",
		"outskirts", "stronghold", "borough", "township", "municipality", "resort":
		return aTown
	case "province", "oblast", "governorate", "region", "prefecture", "territory", "canton", "department", "state":
		return aDivision
	case "country", "nation", "kingdom", "republic", "emirate":
		return aState
	case "river", "sea", "gulf", "strait", "lake", "canal", "bay", "ocean":
		return aWater
	case "mountain", "mountains", "mount", "desert", "peninsula", "valley", "island", "islands":
		return aHeight
	}
	return ""
}

// hinted reports whether a feature code is of that kind of place.
func hinted(kind, feature string) bool {
	switch kind {
	case aTown:
		return strings.HasPrefix(feature, "PPL")
	case aDivision:
		return feature == "ADM1" || feature == "RGN"
	case aState:
		return strings.HasPrefix(feature, "PCL")
	case aWater:
		return feature == "STM" || feature == "SEA" || feature == "GULF" || feature == "STRT" || feature == "LK" || feature == "CNL" ||
			feature == "BAY" || feature == "OCN" || feature == "CHN"
	}
	return kind == aHeight && (feature == "MT" || feature == "MTS" || feature == "DSRT" || feature == "PEN" || feature == "VAL" ||
		feature == "ISL" || feature == "ISLS")
}
