package segment

import "strings"

// period returns the trait of the full stop at p: weak or strong if it is that of the abbreviation right before it.
func (s *scanner) period(p int) trait {
	if p == s.start || p+1 < s.end && s.text[p+1] == '.' || len(s.words) == 0 {
		return 0
	}
	last := s.words[len(s.words)-1]
	if last.Span.End != p {
		return 0
	}
	return abbreviation(s.text[last.Span.Start:p], s.text[p+1:min(len(s.text), p+8)])
}

// abbreviation returns weak or strong if word w before a full stop is an abbreviation, with the text that follows.
func abbreviation(w, after string) trait {
	switch w {
	case "Mr", "Mrs", "Ms", "Messrs", "Mme", "Mlle", "Dr", "Drs", "Prof", "Rev", "Hon", "Gen", "Gens", "Lt", "Col", "Cols", "Maj",
		"Capt", "Cmdr", "Cdr", "Cmdt", "Sgt", "Cpl", "Pfc", "Pvt", "Adm", "Brig", "Sen", "Sens", "Rep", "Reps", "Gov", "Govs", "Pres",
		"Amb", "Insp", "Supt", "Det", "Msgr", "St", "Ste", "Mt", "Ft", "Atty", "Asst", "vs", "cf", "e.g", "i.e", "E.g", "I.e", "viz",
		"approx", "ca", "P.S", "Attn", "esp", "Esp", "Tel", "tel", "eg", "ie", "Spec", "Rs", "Nos", "Fig", "Figs", "fig", "pp", "Vol", "vol", "Lt.Col", "Lt.Gen", "Maj.Gen", "c", "v", "p", "b", "d", "r":
		return strong
	case "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec", "Mon", "Tue", "Tues", "Wed", "Thu",
		"Thur", "Thurs", "Fri", "Sat", "Sun", "Inc", "Corp", "Co", "Cos", "Ltd", "Plc", "Cie", "Pct", "Bros", "Jr", "Sr", "Esq", "etc", "al", "Ave",
		"Blvd", "Rd", "Univ", "Dept", "dept", "Gov't", "Assn", "Dist", "Sec", "Ed", "ed", "eds", "Hwy",
		"Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Md", "Mass", "Mich",
		"Minn", "Miss", "Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Pa", "Penn", "Tenn", "Tex", "Va", "Vt", "Wash", "Wis", "Wyo",
		"Ont", "Que", "ft", "lb", "lbs", "oz", "hr", "hrs", "mins", "secs", "yr", "yrs", "sq", "ext", "Ext", "Ph.D", "M.Sc", "B.Sc",
		"Ed.D", "D.Phil", "M.Phil":
		return weak
	case "No", "no", "Art", "Para", "para", "Ch", "ch", "art":
		if digits := strings.TrimLeft(after, " \u00a0"); digits != "" && '0' <= digits[0] && digits[0] <= '9' {
			return strong
		}
		return 0
	}
	if len(w) > 1 && isCapitals(w[:min(3, len(w))]) && abbreviation(w[:1]+strings.ToLower(w[1:]), after) == strong {
		return strong // GEN. SMITH
	}
	if strings.IndexByte(w, '.') == 1 && !isDigits(w[:1]) || len(w) == 1 && isUpper(w, 0) {
		return weak
	}
	return 0
}

// isDigits reports whether s has nothing but digits.
func isDigits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// isOpener reports whether w is a word, with its capital, that often begins a sentence and never goes on with a name.
func isOpener(w string) bool {
	switch w {
	case "The", "A", "An", "This", "That", "These", "Those", "He", "She", "It", "We", "They", "I", "You", "His", "Her", "Its", "Their",
		"My", "Our", "Your", "In", "On", "At", "For", "From", "With", "By", "After", "Before", "As", "If", "When", "While", "Since",
		"But", "And", "Or", "So", "Yet", "However", "Meanwhile", "There", "Here", "What", "Who", "Why", "How", "Where", "Which",
		"Some", "Many", "Most", "Much", "All", "Both", "One", "No", "Not", "Now", "Then", "Also", "Although", "Though", "Despite",
		"Under", "According", "More", "Several", "Another", "Such", "To", "Once", "Only", "Even", "Just", "Because", "During",
		"Until", "Between", "Among", "Each", "Every", "Today", "Yesterday", "Earlier", "Later", "Last", "Please", "Is", "Are", "Was",
		"Were", "Do", "Does", "Did", "Have", "Has", "Had", "Will", "Would", "Can", "Could", "Should", "Let", "Thanks", "Thank":
		return true
	}
	return false
}

// isDay reports whether w is the name of a day or month, as may follow a time of day.
func isDay(w string) bool {
	switch w {
	case "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
		"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
		"Mon", "Tue", "Tues", "Wed", "Thu", "Thurs", "Fri", "Sat", "Sun",
		"Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Nov", "Dec":
		return true
	}
	return false
}
