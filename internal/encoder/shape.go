package encoder

import "unicode"

// Shapes of words: what lower-casing takes away. The numbers are those of the model files.
const (
	shapeOther  = iota
	shapeUpper  // all upper case, two letters or more
	shapeTitle  // the first letter upper case
	shapeInner  // upper case elsewhere
	shapeNumber // begins with a digit
	shapes
)

// shapeOf is the shape of a word, by the Unicode categories of its code points.
func shapeOf(word string) uint8 {
	upper, lower, first := 0, false, rune(-1)
	for _, r := range word {
		if first < 0 {
			first = r
		}
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r) || unicode.IsTitle(r):
			lower = true
		}
	}
	switch {
	case upper > 1 && !lower:
		return shapeUpper
	case unicode.IsUpper(first):
		return shapeTitle
	case upper > 0:
		return shapeInner
	case unicode.IsDigit(first):
		return shapeNumber
	}
	return shapeOther
}
