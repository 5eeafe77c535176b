package demarche

import (
	"fmt"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"example.org/demarche/data"
	"example.org/demarche/internal/reader"
	"example.org/demarche/internal/text"
	"example.org/demarche/record"
)

// Samples returns the sample articles that come with the program, in the order in which they are shown.
func Samples() ([]Article, error) {
	b, err := data.Samples.ReadFile("samples/samples.toml")
	if err != nil {
		return nil, err
	}
	var table struct {
		Sample []struct{ File, Published, Title string }
	}
	if err := toml.Unmarshal(b, &table); err != nil {
		return nil, fmt.Errorf("samples.toml: %w", err)
	}
	var all []Article
	for _, s := range table.Sample {
		a, err := sample(s.File, s.Published)
		if err != nil {
			return nil, err
		}
		a.Title = s.Title
		all = append(all, a)
	}
	return all, nil
}

// sample reads one sample; its id is the file's name without the ending.
func sample(file, published string) (Article, error) {
	f, err := data.Samples.Open("samples/" + file)
	if err != nil {
		return Article{}, err
	}
	defer f.Close()
	for a, err := range reader.Read(f, file, reader.Options{Published: published}) {
		if err != nil {
			return Article{}, err
		}
		a.SourceID, _, _ = strings.Cut(file, ".")
		return fromText(a), nil
	}
	return Article{}, fmt.Errorf("%s: there is no article in it", file)
}

// fromText is an article as a reader gives it.
func fromText(a text.Article) Article {
	return Article{
		Text: a.Text, Published: a.Published, PublishedFrom: record.Origin(a.Origin), Title: a.Title, URL: a.URL, SourceID: a.SourceID,
		Publisher: a.Publisher, Author: a.Author,
	}
}
