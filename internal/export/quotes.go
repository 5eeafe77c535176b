package export

import (
	"bytes"
	"encoding/json"
	"sort"

	"example.org/demarche/record"
)

// A Quote is one statement of an article with what its ids point at written out: a line of JSON, or a row of a table ([QuotesCSV]). The
// fields are described in docs/quotes.md. What is unknown is null in JSON.
type Quote struct {
	ArticleID record.Hash   `json:"article_id"`
	SourceID  record.String `json:"source_id"`
	URL       record.String `json:"url"`
	Title     record.String `json:"title"`
	Publisher record.String `json:"publisher"`
	Published record.Day    `json:"published"`

	ID            record.ID `json:"statement_id"`
	SentenceStart *int      `json:"sentence_start"` // of the sentence with the cue, else with what is said; code points
	SentenceEnd   *int      `json:"sentence_end"`

	Source     record.String  `json:"source"` // the words that name who speaks
	SourceKind record.String  `json:"source_kind"`
	Who        record.String  `json:"who"` // the name of the entity behind them
	WhoKind    record.String  `json:"who_kind"`
	WhoCountry record.Country `json:"who_country"`
	WhoRole    record.String  `json:"who_role"`

	Cue     record.String       `json:"cue"`
	Stance  record.Stance       `json:"stance"`
	Negated bool                `json:"negated"` // it is said not to have been said: "did not say that"
	Type    record.String       `json:"type"`
	Quote   record.String       `json:"quote"`
	Content record.List[string] `json:"content"` // what is said, in pieces as the article has it

	Addressee    record.String  `json:"addressee"` // the words
	AddresseeWho record.String  `json:"addressee_who"`
	DateWords    record.String  `json:"date_words"`
	DateFrom     record.Day     `json:"date_from"`
	DateTo       record.Day     `json:"date_to"`
	Place        record.String  `json:"place"`
	PlaceCountry record.Country `json:"place_country"`
	Medium       record.String  `json:"medium"`
	Occasion     record.String  `json:"occasion"`
	Within       record.ID      `json:"within"`

	Rule         record.String     `json:"rule"`
	Confidence   record.Confidence `json:"confidence"`
	CoderVersion record.String     `json:"coder_version"`
	CoderData    record.Hash       `json:"coder_data"`
}

// Quotes are the statements of a record, in its order.
func Quotes(r *record.Record) []Quote {
	v := quoting{newView(r), make(map[record.ID]*record.TimeExpr, len(r.Dates))}
	for i := range r.Dates {
		v.dates[r.Dates[i].ID] = &r.Dates[i]
	}
	quotes := make([]Quote, len(r.Attributions))
	for i := range r.Attributions {
		quotes[i] = v.quote(&r.Attributions[i])
	}
	return quotes
}

// A quoting finds what the statements of a record point at.
type quoting struct {
	*view
	dates map[record.ID]*record.TimeExpr
}

// JSON is the statement as one line, without its line feed; "<", ">" and "&" stand as they are.
func (q Quote) JSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(q)
	return bytes.TrimSuffix(b.Bytes(), []byte("\n")), err
}

// quote writes out what a statement points at.
func (v quoting) quote(a *record.Attribution) Quote {
	article := &v.r.Article
	q := Quote{
		ArticleID: article.ID, SourceID: article.SourceID, URL: article.URL, Title: article.Title, Publisher: article.Publisher, Published: article.Published,
		ID: a.ID, Stance: a.Stance, Negated: a.Negated, Type: record.String(a.Type), Quote: record.String(a.Quote), Medium: a.Medium, Occasion: a.Occasion, Within: a.Within,
		Rule: record.String(a.Rule), Confidence: a.Confidence, CoderVersion: record.String(v.r.Coder.Version), CoderData: v.r.Coder.Data,
	}
	if s := v.sentence(a); s != nil {
		q.SentenceStart, q.SentenceEnd = &s.Start, &s.End
	}
	if a.Source != nil {
		q.Source, q.SourceKind = record.String(a.Source.Text), record.String(a.Source.Kind)
		if n := v.entities[a.Source.Entity]; n != nil {
			q.Who, q.WhoKind, q.WhoCountry, q.WhoRole = record.String(n.Name), record.String(n.Kind), n.Country, n.Role
		}
	}
	if a.Cue != nil {
		q.Cue = record.String(a.Cue.Text)
	}
	for _, s := range a.Content {
		q.Content = append(q.Content, v.cut(s))
	}
	v.setting(a, &q)
	return q
}

// setting writes out to whom, when and where.
func (v quoting) setting(a *record.Attribution, q *Quote) {
	if a.Addressee != nil {
		q.Addressee = record.String(a.Addressee.Text)
		if n := v.entities[a.Addressee.Entity]; n != nil {
			q.AddresseeWho = record.String(n.Name)
		}
	}
	if d := v.dates[a.Date]; d != nil {
		q.DateWords, q.DateFrom, q.DateTo = record.String(d.Text), d.From, d.To
	}
	if p := v.places[a.Place]; p != nil {
		q.Place, q.PlaceCountry = record.String(p.Name), p.Country
	}
}

// sentence is the sentence with a statement's cue, else with its first words; nil if it has no words or the record tells none.
func (v quoting) sentence(a *record.Attribution) *record.Span {
	at := a.Position()
	switch {
	case a.Cue != nil:
		at = a.Cue.Start
	case a.Source == nil && len(a.Content) == 0:
		return nil
	}
	i := sort.Search(len(v.r.Sentences), func(i int) bool { return v.r.Sentences[i].End > at })
	if i == len(v.r.Sentences) || v.r.Sentences[i].Start > at {
		return nil
	}
	return &v.r.Sentences[i]
}
