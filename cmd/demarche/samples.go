package main

import (
	"iter"

	"example.org/demarche"
	"example.org/demarche/internal/text"
)

// samples yields the built-in sample articles.
func samples() iter.Seq2[text.Article, error] {
	return func(yield func(text.Article, error) bool) {
		list, err := demarche.Samples()
		if err != nil {
			yield(text.Article{}, err)
			return
		}
		for _, a := range list {
			if !yield(text.Article{
				SourceID: a.SourceID, Title: a.Title, Published: a.Published, Origin: text.Origin(a.PublishedFrom),
				Publisher: a.Publisher, Author: a.Author, URL: a.URL, Text: a.Text, Where: "sample " + a.SourceID,
			}, nil) {
				return
			}
		}
	}
}
