package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"example.org/demarche/internal/text"
)

// A submission is the JSON body of a request that gives an article. Its tags are its schema in the API's document; read holds it.
type submission struct {
	Text      string  `json:"text" minLength:"1" pattern:"\\S" doc:"the article's text, which is kept as it is; all positions count its code points"`
	Published *string `json:"published,omitempty" nullable:"true" format:"date" doc:"day of publication, YYYY-MM-DD; if none is given it is looked for in the address and in the dateline"`
	Title     *string `json:"title,omitempty" nullable:"true" maxLength:"1000" doc:"a title that is not part of the text; it is not coded"`
	URL       *string `json:"url,omitempty" nullable:"true" maxLength:"2000" doc:"where the article stands; nothing is fetched from there"`
}

// The longest title and address, in code points, as the tags of submission have them.
const (
	maxTitle = 1000
	maxURL   = 2000
)

// bodyRoom is how many bytes a JSON body can have beside its text, each byte of which may be written as two (\n, \").
const bodyRoom = 64 << 10

// read reads the article of a request: JSON, or plain text.
func read(w http.ResponseWriter, r *http.Request, maxText int) (text.Article, *problem) {
	if e := r.Header.Get("Content-Encoding"); e != "" && !strings.EqualFold(e, "identity") {
		return text.Article{}, newProblem(http.StatusUnsupportedMediaType, "compressed bodies are not read; send the article as it is").with("Accept-Encoding", "identity")
	}
	kind, p := mediaType(r.Header.Get("Content-Type"))
	if p != nil {
		return text.Article{}, p
	}
	limit := maxText
	if kind == "application/json" {
		limit = 2*maxText + bodyRoom
	}
	body, p := readBody(http.MaxBytesReader(w, r.Body, int64(limit)), maxText)
	if p != nil {
		return text.Article{}, p
	}
	day, p := queryDay(r)
	if p != nil {
		return text.Article{}, p
	}
	a, p := parse(kind, body)
	if p == nil && len(a.Text) > maxText {
		p = tooLong(maxText)
	}
	if a.Published == "" {
		a.Published = day
	}
	a.Origin = text.OriginNone
	if a.Published != "" {
		a.Origin = text.OriginGiven
	}
	return a, p
}

// mediaType is the type of a body, of which two can be read, in UTF-8.
func mediaType(header string) (string, *problem) {
	const hint = "send application/json, {\"text\": …}, or text/plain, in UTF-8; with curl: -H 'Content-Type: text/plain' --data-binary @article.txt"
	kind, params, err := mime.ParseMediaType(header)
	known := kind == "application/json" || kind == "text/plain"
	utf8 := params["charset"] == "" || slices.Contains([]string{"utf-8", "utf8", "us-ascii"}, strings.ToLower(params["charset"]))
	if err != nil || !known || !utf8 {
		return "", newProblem(http.StatusUnsupportedMediaType, hint).with("Accept", "application/json, text/plain")
	}
	return kind, nil
}

// readBody reads a body to its end or its limit, which leaves room for a text of maxText bytes.
func readBody(r io.Reader, maxText int) ([]byte, *problem) {
	b, err := io.ReadAll(r)
	var tooLarge *http.MaxBytesError
	var netError net.Error
	switch {
	case err == nil:
		return b, nil
	case errors.As(err, &tooLarge):
		return nil, tooLong(maxText)
	case errors.Is(err, os.ErrDeadlineExceeded), errors.As(err, &netError) && netError.Timeout():
		return nil, newProblem(http.StatusRequestTimeout, "the body came too slowly")
	}
	return nil, newProblem(http.StatusBadRequest, "the body breaks off")
}

func tooLong(limit int) *problem {
	return newProblem(http.StatusRequestEntityTooLarge, fmt.Sprintf("the article is too long: at most %d bytes are read; split it, or start the server with a larger --max-text", limit))
}

// queryDay is the day of publication in the address, "" if there is none. What is broken in the address is refused: URL.Query leaves it out,
// and the day with it.
func queryDay(r *http.Request) (string, *problem) {
	q, err := url.ParseQuery(r.URL.RawQuery)
	if err != nil {
		return "", newProblem(http.StatusUnprocessableEntity, "the address cannot be read; behind ? write published=YYYY-MM-DD").at("query", "broken")
	}
	if !q.Has("published") {
		return "", nil
	}
	return checkDay(q.Get("published"), "query.published")
}

// checkDay refuses what is no day of the calendar.
func checkDay(day, location string) (string, *problem) {
	if _, err := time.Parse(time.DateOnly, day); err != nil {
		return "", newProblem(http.StatusUnprocessableEntity, "the day of publication cannot be read").at(location, "this is no day; write YYYY-MM-DD")
	}
	return day, nil
}

// parse makes an article of a body of one of the two types.
func parse(kind string, body []byte) (a text.Article, p *problem) {
	if !utf8.Valid(body) {
		return a, newProblem(http.StatusBadRequest, "the body is not UTF-8; convert the text: iconv -f ENCODING -t UTF-8").at("body", "not UTF-8")
	}
	if kind == "text/plain" {
		a.Text = string(body)
	} else if a, p = parseJSON(body); p != nil {
		return a, p
	}
	if strings.TrimSpace(a.Text) == "" {
		return a, newProblem(http.StatusUnprocessableEntity, "there is no text").at(whereText(kind), "the text is empty")
	}
	return a, nil
}

func whereText(kind string) string {
	if kind == "text/plain" {
		return "body"
	}
	return "body.text"
}

// parseJSON reads a submission. Names of fields count in their letters' case, and unknown ones are refused: a misspelt "published"
// would be missed in silence.
func parseJSON(body []byte) (a text.Article, p *problem) {
	fields, err := fieldsOf(body)
	var syntax *json.SyntaxError
	switch {
	case errors.As(err, &syntax):
		return a, newProblem(http.StatusBadRequest, fmt.Sprintf("the body is no JSON: %v at byte %d", syntax, syntax.Offset)).at("body", "broken JSON")
	case err != nil:
		return a, newProblem(http.StatusUnprocessableEntity, err.Error()).at("body", `expected {"text": …}`)
	}
	invalid := newProblem(http.StatusUnprocessableEntity, "the article cannot be read")
	str := func(name string, null bool, longest int) string {
		s, message := jsonString(fields[name], null)
		if longest > 0 && utf8.RuneCountInString(s) > longest {
			message = fmt.Sprintf("at most %d characters", longest)
		}
		if message != "" {
			invalid.at("body."+name, message)
		}
		return s
	}
	if _, ok := fields["text"]; !ok {
		return a, newProblem(http.StatusUnprocessableEntity, "there is no text").at("body.text", "the field is missing")
	}
	day := fields["published"]
	a = text.Article{Text: str("text", false, 0), Published: str("published", true, 0), Title: str("title", true, maxTitle), URL: str("url", true, maxURL)}
	if len(invalid.Errors) > 0 {
		return a, invalid
	}
	if a.Published != "" || bytes.HasPrefix(day, []byte(`"`)) {
		_, p = checkDay(a.Published, "body.published")
	}
	return a, p
}

// The ways in which a body can be JSON and no submission.
var (
	errNoObject = errors.New(`the body is no JSON object; send {"text": …}`)
	errFields   = errors.New("a field is unknown or stands there twice; known are text, published, title and url")
)

// fieldsOf are the fields of a submission. It ends at the first one that is unknown or known already: a body has room for hundreds of
// thousands, and nothing but tickets bounds how many bodies are read at the same time.
func fieldsOf(body []byte) (map[string]json.RawMessage, error) {
	var syntax *json.SyntaxError
	if err := json.Unmarshal(body, &struct{}{}); errors.As(err, &syntax) {
		return nil, err
	}
	d := json.NewDecoder(bytes.NewReader(body))
	if begin, err := d.Token(); err != nil || begin != json.Delim('{') {
		return nil, errNoObject
	}
	fields := map[string]json.RawMessage{}
	for d.More() {
		token, _ := d.Token() // the syntax is good
		name, _ := token.(string)
		if !slices.Contains([]string{"text", "published", "title", "url"}, name) || fields[name] != nil {
			return nil, errFields
		}
		var value json.RawMessage
		if err := d.Decode(&value); err != nil {
			return nil, err
		}
		fields[name] = value
	}
	return fields, nil
}

// jsonString is the string that a field holds, "" where it is missing or, if that is allowed, null; or what is wrong with it.
func jsonString(raw json.RawMessage, null bool) (s, message string) {
	switch {
	case raw == nil, null && string(raw) == "null":
		return "", ""
	case raw[0] != '"':
		return "", "expected a string"
	}
	if err := json.Unmarshal(raw, &s); err != nil {
		return "", "this string cannot be read"
	}
	return s, ""
}
