package main

import "example.org/demarche"

// samples yields the built-in sample articles, and reports whether to go on.
func samples(yield func(input) bool) bool {
	list, err := demarche.Samples()
	if err != nil {
		return yield(input{err: err})
	}
	for _, a := range list {
		if !yield(input{article: a, where: "sample " + a.SourceID}) {
			return false
		}
	}
	return true
}
