package segment

import "strings"

// cliticAt returns where the last clitic of surface token w begins, 0 if w is one word: 2 for "don't", 4 for "John's".
func cliticAt(w string) int {
	i := strings.LastIndexAny(w, "'’`")
	if i < 0 {
		return contractionAt(w)
	}
	rest := strings.TrimLeft(w[i:], "'’`")
	stem := w[:i]
	switch {
	case strings.Trim(stem, "'’`") == "":
		return 0
	case rest == "s" && isDigits(stem) && strings.HasSuffix(stem, "0"):
		return 0 // the 1960's
	case rest == "" || isClitic(rest) && rest != "t" && rest != "T":
		return i
	case (rest == "t" || rest == "T") && i > 1 && w[i-1]|0x20 == 'n':
		return i - 1
	}
	return 0
}

// isClitic reports whether s is what may follow the apostrophe of a clitic.
func isClitic(s string) bool {
	if len(s) > 2 {
		return false
	}
	switch strings.ToLower(s) {
	case "s", "m", "d", "t", "re", "ve", "ll":
		return true
	}
	return false
}

// isElided reports whether s is a word that lost its beginning, as after the apostrophe of 'em.
func isElided(s string) bool {
	switch strings.ToLower(s) {
	case "em", "til", "till", "cause", "cuz", "bout", "round", "tis", "twas":
		return true
	}
	return false
}

// contractionAt is cliticAt for tokens without an apostrophe: "cannot", "gonna", and words whose apostrophe was forgotten.
func contractionAt(w string) int {
	var low [8]byte
	if len(w) < 2 || len(w) > len(low) {
		return 0
	}
	for i := range len(w) {
		low[i] = w[i] | 0x20
	}
	switch string(low[:len(w)]) {
	case "cannot", "gimme", "lemme":
		return 3
	case "gonna", "wanna", "gotta",
		"dont", "didnt", "doesnt", "cant", "wont", "isnt", "wasnt", "arent", "werent", "hasnt", "havent", "hadnt", "couldnt",
		"wouldnt", "shouldnt", "aint", "youre", "theyre", "ive", "youve", "youll", "theyll", "itll":
		return len(w) - 2
	case "im", "thats", "whats", "theres", "heres", "hes", "shes":
		if w != "IM" {
			return len(w) - 1
		}
	}
	return 0
}
