package reader_test

import (
	"fmt"
	"io"
	"runtime"
	"strings"
	"testing"

	"example.org/demarche/internal/reader"
	"example.org/demarche/internal/text"
	"github.com/google/go-cmp/cmp"
)

// shown is an article and its day in one line.
func shown(articles []text.Article) []string {
	var s []string
	for _, a := range articles {
		s = append(s, fmt.Sprintf("%s|%s|%s|%s|%s|%s %s", a.Where, a.SourceID, a.Title, a.URL, a.Text, a.Published, a.Origin))
	}
	return s
}

func TestFields(t *testing.T) {
	for what, c := range map[string]struct {
		name, in string
		o        reader.Options
		want     []string
		faults   []string
	}{
		"usual names of JSON": {
			name: "a.jsonl",
			in: "\ufeff" + `{"uid":7,"headline":" Ferry sinks ","body_text":"It sank.","versioncreated":"2011-07-19T23:00:00-05:00","uri":"https://example.org/x"}` + "\n\n" +
				`{"_id":"b","content":"It rose.","pubDate":"Tue, 19 Jul 2011 10:00:00 GMT","extra":[1,2],"title":null}` + "\r\n",
			want: []string{
				"a.jsonl:1|7|Ferry sinks|https://example.org/x|It sank.|2011-07-19 field",
				"a.jsonl:3|b|||It rose.|2011-07-19 field",
			},
		},
		"names in capitals": {
			name: "a.csv", in: "ID,Title,Text,Date\n1,Ferry,It sank.,20110719\n",
			want: []string{"a.csv:2|1|Ferry||It sank.|2011-07-19 field"},
		},
		"named fields": {
			name: "a.jsonl", in: `{"id":"no","k":"yes","text":"no","words":"It sank.","dct":"1990-08-15T13:37","head":"Ferry","at":"u","date":"2001-01-01"}`,
			o:    reader.Options{Fields: reader.Fields{ID: "k", Text: "words", Date: "dct", Title: "head", URL: "at"}},
			want: []string{"a.jsonl:1|yes|Ferry|u|It sank.|1990-08-15 field"},
		},
		"a named field that nothing has": {
			name: "a.csv", in: "id,text\n1,It sank.\n", o: reader.Options{Fields: reader.Fields{Date: "day"}},
			want:   []string{"a.csv:2|1|||It sank.| none"},
			faults: []string{`a.csv: nothing in it has the field "day"; look at the name given with --date-field`},
		},
		"no text": {
			name: "a.jsonl", in: `{"id":1,"teaser":"It sank."}` + "\n" + `{"text":"It rose."}` + "\n" + `{"text":" "}` + "\n" + `{"text":["x"]}`,
			want: []string{"a.jsonl:2||||It rose.| none"},
			faults: []string{
				`a.jsonl:1: there is no field "text" among id, teaser; name the text's with --text-field`,
				"a.jsonl:3: there is no text in it",
				`a.jsonl:4: the field "text" holds no text; name another, or make it a string`,
			},
		},
		"an unreadable day": {
			name: "a.jsonl", in: `{"text":"It sank.","date":"last week","url":"https://example.org/2011/07/19/ferry"}`,
			want:   []string{"a.jsonl:1|||https://example.org/2011/07/19/ferry|It sank.|2011-07-19 url"},
			faults: []string{`a.jsonl:1: the date "last week" cannot be read; write it as YYYY-MM-DD; the article is read without it`},
		},
		"no JSON": {
			name: "a.jsonl", in: "[1]\n{\"text\":\"It sank.\"}\n{\"text\":\"It\nnull\n",
			want: []string{"a.jsonl:2||||It sank.| none"},
			faults: []string{
				"a.jsonl:1: the line is no JSON object: json: cannot unmarshal array into Go value of type map[string]json.RawMessage; each line must hold one whole object: {…}",
				"a.jsonl:3: the line is no JSON object: unexpected end of JSON input; each line must hold one whole object: {…}",
				"a.jsonl:4: the line is no JSON object; each line must hold one whole object: {…}",
			},
		},
		"quoted fields": {
			name: "a.csv", in: "text,title\r\n\"He said \"\"no\"\",\r\nand left.\",\"a,b\"\r\n\r\nIt \"sank\".,\n",
			want: []string{
				"a.csv:2||a,b||He said \"no\",\r\nand left.| none",
				"a.csv:5||||It \"sank\".| none",
			},
		},
		"other separators": {
			name: "a.csv", in: "id;text\n1;It sank, then rose.\n", want: []string{"a.csv:2|1|||It sank, then rose.| none"},
		},
		"tabs": {
			name: "a.tsv", in: "id\ttext, all of it\n1\tIt sank, then rose.", o: reader.Options{Fields: reader.Fields{Text: "text, all of it"}},
			want: []string{"a.tsv:2|1|||It sank, then rose.| none"},
		},
		"broken rows": {
			name: "a.csv", in: "id,text\n1,It sank.,3\n2,\"It\" rose.\n3,\"It sank.\"\n4,\"It\n",
			want: []string{"a.csv:4|3|||It sank.| none"},
			faults: []string{
				"a.csv:2: the row has 3 fields, the header 2; put fields that hold the separator or a line end in double quotes",
				"a.csv:3: there is text behind a closing quote; put the whole field in double quotes, and double every quote inside it",
				"a.csv:5: a double quote is never closed; put the whole field in double quotes, and double every quote inside it",
			},
		},
		"only a header": {name: "a.csv", in: "id,text\n", faults: []string{"a.csv: there is no article in it"}},
	} {
		articles, faults := read(t, c.in, c.name, c.o)
		if d := cmp.Diff(c.want, shown(articles)); d != "" {
			t.Errorf("%s: %s", what, d)
		}
		if d := cmp.Diff(c.faults, faults); d != "" {
			t.Errorf("%s: faults %s", what, d)
		}
	}
}

func TestAuthorAndPublisher(t *testing.T) {
	articles, _ := read(t, `{"text":"It sank.","byline":"A. Writer","source":"The Ferry Times"}`+"\n"+`{"text":"It sank.","author":["A"]}`, "a.jsonl", reader.Options{})
	if len(articles) != 2 || articles[0].Author != "A. Writer" || articles[0].Publisher != "The Ferry Times" || articles[1].Author != "" {
		t.Errorf("%+v", articles)
	}
}

// TestTooLongIsPassedOver reads on behind a line and a row that have more than the limit.
func TestTooLongIsPassedOver(t *testing.T) {
	long := strings.Repeat("It sank. ", 1000)
	o := reader.Options{MaxArticle: 1000}
	for name, in := range map[string]string{
		"a.jsonl": `{"text":"` + long + `"}` + "\n" + `{"text":"It rose."}`,
		"a.csv":   "text\n\"" + long + "\"\nIt rose.\n",
		"b.csv":   "text\n" + strings.Repeat(",", 9000) + "\nIt rose.\n",
	} {
		articles, faults := read(t, in, name, o)
		if len(articles) != 1 || articles[0].Text != "It rose." || len(faults) != 1 || !strings.Contains(faults[0], "has more than 2000 bytes; one article") {
			t.Errorf("%s: %+v, %q", name, articles, faults)
		}
	}
}

// endless is an input whose first article has n bytes, and whose second is short.
func endless(before, after string, n int64) io.Reader {
	return io.MultiReader(strings.NewReader(before), io.LimitReader(same{}, n), strings.NewReader(after))
}

// same is a reader of nothing but x.
type same struct{}

func (same) Read(b []byte) (int, error) {
	for i := range b {
		b[i] = 'x'
	}
	return len(b), nil
}

// TestMemoryIsBounded reads articles of 64 MB with a limit of 1 MB.
func TestMemoryIsBounded(t *testing.T) {
	for name, in := range map[string]io.Reader{
		"a.jsonl": endless(`{"text":"`, "\"}\n{\"text\":\"It rose.\"}\n", 64<<20),
		"a.csv":   endless("text\n\"", "\"\nIt rose.\n", 64<<20),
		"a.txt":   endless("", "", 64<<20),
		"a.html":  endless("<p>", "", 64<<20),
	} {
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		_, faults := drain(t, in, name, reader.Options{MaxArticle: 1 << 20})
		runtime.ReadMemStats(&after)
		if len(faults) != 1 || !strings.Contains(faults[0], "has more than") {
			t.Errorf("%s: faults %q", name, faults)
		}
		if n := (after.TotalAlloc - before.TotalAlloc) >> 20; n > 32 {
			t.Errorf("%s: allocated %d MB", name, n)
		}
	}
}

func BenchmarkJSONL(b *testing.B) {
	in := strings.Repeat(`{"id":"1","date":"2011-07-19","title":"Ferry","text":"`+strings.Repeat("It sank, the master said. ", 80)+`"}`+"\n", 200)
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		read(b, in, "a.jsonl", reader.Options{})
	}
}

func BenchmarkCSV(b *testing.B) {
	in := "id,date,title,text\n" + strings.Repeat(`1,2011-07-19,Ferry,"`+strings.Repeat("It sank, the master said. ", 80)+`"`+"\n", 200)
	b.SetBytes(int64(len(in)))
	for b.Loop() {
		read(b, in, "a.csv", reader.Options{})
	}
}
