package reader

import (
	"fmt"
	"slices"
	"strings"

	"example.org/demarche/internal/text"
)

// Fields name the members of a JSON object, or the columns of a table, that hold the parts of an article. A part whose
// name is "" is looked for under the usual names, in any mix of capitals.
type Fields struct {
	ID    string // usually id, uid, _id, guid
	Text  string // usually text, body, content, body_text
	Date  string // usually date, published, pubDate, versioncreated
	Title string // usually title, headline
	URL   string // usually url, link, uri
}

// The usual names, the likeliest first.
var (
	idNames        = []string{"id", "uid", "_id", "guid", "doc_id", "docid", "article_id"}
	textNames      = []string{"text", "body", "content", "body_text", "full_text", "fulltext", "article_text", "article"}
	dateNames      = []string{"date", "published", "pubDate", "versioncreated", "published_at", "publishedAt", "date_published", "datePublished", "publication_date"}
	titleNames     = []string{"title", "headline"}
	urlNames       = []string{"url", "link", "uri"}
	authorNames    = []string{"author", "byline", "creator"}
	publisherNames = []string{"publisher", "source", "outlet", "newspaper", "provider"}
)

// A row is one object or one line of a table.
type row struct {
	names []string                     // of its fields
	cell  func(i int) (string, *Error) // the value of a field, "" for null; an error for what is neither text nor number
}

// find is the index of a field: the one asked for by its exact name, else the first of the usual names; -1 for none.
func (r row) find(asked string, usual []string) int {
	if asked != "" {
		return slices.Index(r.names, asked)
	}
	for _, name := range usual {
		if i := slices.Index(r.names, name); i >= 0 {
			return i
		}
		if i := slices.IndexFunc(r.names, func(n string) bool { return strings.EqualFold(n, name) }); i >= 0 {
			return i
		}
	}
	return -1
}

// article makes an article of a row. warning is a day of publication that could not be read; err leaves no article.
func (in *input) article(line int, r row) (a text.Article, warning, err *Error) {
	a.Where = fmt.Sprintf("%s:%d", in.name, line)
	if a.Text, err = in.textOf(r); err != nil {
		return a, nil, err.at(in.name, line)
	}
	var date string
	for _, part := range []struct {
		to    *string
		asked string
		usual []string
	}{
		{&a.SourceID, in.fields.ID, idNames},
		{&date, in.fields.Date, dateNames},
		{&a.Title, in.fields.Title, titleNames},
		{&a.URL, in.fields.URL, urlNames},
		{&a.Author, "", authorNames},
		{&a.Publisher, "", publisherNames},
	} {
		if *part.to, err = in.part(r, part.asked, part.usual); err != nil {
			return a, nil, err.at(in.name, line)
		}
	}
	day, ok := text.ParseDay(date)
	if date != "" && !ok && in.published == "" {
		warning = badDay(date, "write it as YYYY-MM-DD; the article is read without it").at(in.name, line)
	}
	in.publish(&a, day, text.OriginField)
	return a, warning, nil
}

// textOf is the text of a row, if it is one that can be coded.
func (in *input) textOf(r row) (string, *Error) {
	i := r.find(in.fields.Text, textNames)
	if i < 0 {
		name := in.fields.Text
		if name == "" {
			name = textNames[0]
		}
		return "", &Error{What: fmt.Sprintf("there is no field %q among %s", name, list(r.names)), Hint: "name the text's with --text-field"}
	}
	s, err := r.cell(i)
	if err != nil {
		return "", err
	}
	if len(s) > in.max {
		return "", tooLarge("its text", in.max)
	}
	return s, checkText(s)
}

// part is another part of a row, without the white space around it; "" where the row has none. A field that nobody asked
// for by name, and that holds no text, is passed over.
func (in *input) part(r row, asked string, usual []string) (string, *Error) {
	i := r.find(asked, usual)
	if i < 0 {
		return "", nil
	}
	s, err := r.cell(i)
	if asked == "" && (err != nil || checkText(s) != nil) {
		return "", nil
	}
	in.seen[asked] = true
	s = strings.TrimSpace(s)
	if err == nil && s != "" {
		err = checkText(s)
	}
	return s, err
}

// unseen yields an error for every field that was asked for by name and that no row had. It reports whether to go on.
func (in *input) unseen(yield func(text.Article, error) bool) bool {
	for _, f := range []struct{ name, flag string }{
		{in.fields.ID, "--id-field"}, {in.fields.Date, "--date-field"}, {in.fields.Title, "--title-field"}, {in.fields.URL, "--url-field"},
	} {
		if f.name == "" || in.seen[f.name] {
			continue
		}
		err := &Error{What: fmt.Sprintf("nothing in it has the field %q", f.name), Hint: "look at the name given with " + f.flag}
		if !yield(text.Article{}, err.at(in.name, 0)) {
			return false
		}
	}
	return true
}

// list is some names for a message.
func list(names []string) string {
	const most = 8
	if len(names) == 0 {
		return "none"
	}
	s := strings.Join(names[:min(len(names), most)], ", ")
	if len(s) > 200 {
		s = strings.ToValidUTF8(s[:200], "")
	}
	if len(names) > most {
		s += " …"
	}
	return s
}
