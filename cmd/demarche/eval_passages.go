package main

import (
	"context"
	"fmt"

	"example.org/demarche/internal/score"
)

// passages are what eval events does with gold that has ids and offsets and none of the texts.
type passages struct {
	measuring
	texts           []string // files
	odd, even, list bool
}

// report codes the passages of a file anew and compares.
func (p *passages) report(ctx context.Context, path string) (score.PassageReport, error) {
	file, err := p.read(path)
	if err != nil {
		return score.PassageReport{}, err
	}
	gold, err := parseGold(file, score.ReadPassages)
	if err != nil {
		return score.PassageReport{}, err
	}
	if gold = p.half(gold); len(gold) == 0 {
		return score.PassageReport{}, fmt.Errorf("%s: no passage has such a number", file.name)
	}
	texts, err := p.readTexts()
	if err != nil {
		return score.PassageReport{}, err
	}
	if err := score.Cut(gold, texts); err != nil {
		return score.PassageReport{}, fmt.Errorf("%s: %w", file.name, err)
	}
	articles := make([]score.Attributed, len(gold))
	for i, g := range gold {
		articles[i] = g.Article()
	}
	found, err := p.code(ctx, articlesOf(file.name, articles))
	if err != nil {
		return score.PassageReport{}, err
	}
	return score.ComparePassages(gold, found, p.list), nil
}

// half are the passages that are asked for.
func (p *passages) half(all []score.Passage) []score.Passage {
	var some []score.Passage
	for _, x := range all {
		if x.Odd() && !p.even || !x.Odd() && !p.odd {
			some = append(some, x)
		}
	}
	return some
}

// readTexts reads what the passages are cut from.
func (p *passages) readTexts() (all score.Texts, err error) {
	for _, path := range p.texts {
		file, err := p.read(path)
		if err != nil {
			return all, err
		}
		if score.IsGMB(string(file.data)) {
			all.Sentences, err = parseGold(file, score.ReadSentences)
		} else {
			var articles []score.Attributed
			articles, err = parseGold(file, score.ReadAttributed)
			all.Articles = append(all.Articles, articles...)
		}
		if err != nil {
			return all, err
		}
	}
	return all, nil
}
