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
	list, err := sampleList()
	if err != nil {
		return nil, err
	}
	var all []Article
	for _, s := range list {
		a, err := sample(s.File, s.Published)
		if err != nil {
			return nil, err
		}
		a.Title = s.Title
		all = append(all, a)
	}
	return all, nil
}

// SamplesShow says of each sample article, by its SourceID, what is to be seen in it.
func SamplesShow() (map[string]string, error) {
	list, err := sampleList()
	if err != nil {
		return nil, err
	}
	shows := map[string]string{}
	for _, s := range list {
		shows[sampleID(s.File)] = s.Shows
	}
	return shows, nil
}

// A sampleFile is an entry of samples.toml.
type sampleFile struct{ File, Published, Title, Shows string }

// sampleList reads samples.toml.
func sampleList() ([]sampleFile, error) {
	b, err := data.Samples.ReadFile("samples/samples.toml")
	if err != nil {
		return nil, err
	}
	var table struct{ Sample []sampleFile }
	if err := toml.Unmarshal(b, &table); err != nil {
		return nil, fmt.Errorf("samples.toml: %w", err)
	}
	return table.Sample, nil
}

// sampleID is the id of a sample: its file's name without the ending.
func sampleID(file string) string {
	id, _, _ := strings.Cut(file, ".")
	return id
}

// sample reads one sample.
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
		a.SourceID = sampleID(file)
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
