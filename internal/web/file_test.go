package web

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"io"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/net/html"

	"example.org/demarche/record"
)

// The page that tests write dossiers into.
const (
	fakeIndex = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>demarche</title>
    <script type="module" src="/app.js"></script>
    <link rel="stylesheet" href="/app.css">
  </head>
  <body>
    <div id="app"></div>
  </body>
</html>
`
	fakeStyle  = `body::before { content: "<!-- & $1"; }`
	fakeScript = `const comment = "<!-- <script></script>"; console.log(comment, "$&", a < b && c > d)`
)

func fakePages() fstest.MapFS {
	return fstest.MapFS{"index.html": {Data: []byte(fakeIndex)}, "app.css": {Data: []byte(fakeStyle)}, "app.js": {Data: []byte(fakeScript)}}
}

// hostile is a text that would break out of where it stands, if it could.
const hostile = "</script><script>alert(1)</script> <!-- <script> ]]> </title></style>\u2028\u2029 \u202eabc\u202c \u200f 👩‍👩‍👧 e\u0301 \x00 & &amp; \" ' \\u003c \ufeff\r\nend"

// dossierOf is the dossier of a small record with trees.
func dossierOf(t *testing.T, text, title string) *Dossier {
	t.Helper()
	r := small(text)
	r.Article.Title = record.String(title)
	d, err := NewDossier(known(), r)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.SetTrees([]byte("# text = " + text + "\n")); err != nil {
		t.Fatal(err)
	}
	return &d
}

// A parsed file: its elements by name, each with its attributes and its text.
type element struct {
	attributes map[string]string
	text       string
}

func parsed(t *testing.T, page []byte) map[string][]element {
	t.Helper()
	root, err := html.Parse(bytes.NewReader(page))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string][]element{}
	for n := range root.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		e := element{attributes: map[string]string{}}
		for _, a := range n.Attr {
			e.attributes[a.Key] = a.Val
		}
		for c := range n.ChildNodes() {
			if c.Type == html.TextNode {
				e.text += c.Data
			}
		}
		all[n.Data] = append(all[n.Data], e)
	}
	return all
}

// TestFile: whatever the text, the file has one script of each kind, one style sheet, all as they were, and the dossier that went in.
func TestFile(t *testing.T) {
	for _, title := range []string{"", hostile} {
		d := dossierOf(t, hostile, title)
		page, err := file(fakePages(), d)
		if err != nil {
			t.Fatal(err)
		}
		all := parsed(t, page)
		scripts := all["script"]
		if len(scripts) != 3 || len(all["style"]) != 1 || len(all["link"]) != 0 || len(all["title"]) != 1 || len(all["div"]) != 1 {
			t.Fatalf("%d scripts, %d style sheets, %d links:\n%s", len(scripts), len(all["style"]), len(all["link"]), page)
		}
		if a := scripts[0].attributes; a["type"] != "application/json" || a["id"] != "dossier" || len(a) != 2 {
			t.Errorf("first script: %v", a)
		}
		if a := scripts[1].attributes; a["type"] != "application/gzip" || a["id"] != "script" || len(a) != 2 {
			t.Errorf("second script: %v", a)
		}
		if a := scripts[2].attributes; a["type"] != "module" || len(a) != 1 {
			t.Errorf("third script: %v", a)
		}
		if unpacked(t, scripts[1].text) != fakeScript || scripts[2].text != loader || all["style"][0].text != fakeStyle {
			t.Error("a script or the style sheet has changed")
		}
		if all["html"][0].attributes["lang"] != "en" {
			t.Error("the language is not told")
		}
		if head := "<head><meta http-equiv=\"Content-Security-Policy\""; !bytes.Contains(page, []byte(head)) {
			t.Error("the policy is not the first element")
		}
		checkPolicy(t, all["meta"][0].attributes["content"])
		checkData(t, scripts[0].text, d)
	}
}

// checkPolicy holds a policy to the hashes of the script and the style sheet as a browser takes them.
func checkPolicy(t *testing.T, policy string) {
	t.Helper()
	// printf '%s' "$TEXT" | openssl dgst -sha256 -binary | base64
	const script, style = "'sha256-aR314MC+1rPAn3UuzveSkXdeBJMJBuCEWbIJ/ja1E7w='", "'sha256-X2zpIQZPA6WS0jJ1IG1o5RxE2nfzm/xhEb/aB1tqT9Y='"
	sum := sha256.Sum256([]byte(loader))
	want := "default-src 'none'; script-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "' " + script + "; style-src " + style + "; img-src data:; base-uri 'none'; form-action 'none'"
	if policy != want {
		t.Errorf("policy %s\nwant   %s", policy, want)
	}
}

// checkData holds the data of a file to the dossier that it was made of.
func checkData(t *testing.T, data string, d *Dossier) {
	t.Helper()
	if strings.ContainsAny(data, "<>&\u2028\u2029\x00") {
		t.Error("the dossier is not escaped")
	}
	var got Dossier
	if err := json.Unmarshal([]byte(data), &got); err != nil {
		t.Fatal(err)
	}
	var plain struct{ Article struct{ Text string } }
	if err := json.Unmarshal(got.Record, &plain); err != nil || plain.Article.Text != hostile {
		t.Errorf("text %q, %v", plain.Article.Text, err)
	}
	var a, b any
	if json.Unmarshal(got.Record, &a) != nil || json.Unmarshal(d.Record, &b) != nil {
		t.Fatal("no JSON")
	}
	x, _ := json.Marshal(a)
	y, _ := json.Marshal(b)
	if !bytes.Equal(x, y) || got.CSV != d.CSV || len(got.Rules) != len(d.Rules) || len(got.Terms) != len(d.Terms) {
		t.Error("the dossier has changed")
	}
	if trees := unpacked(t, *got.Trees); trees != "# text = "+hostile+"\n" {
		t.Errorf("trees %q", trees)
	}
}

// unpacked undoes base64 and gzip, whose head must tell no time and no name.
func unpacked(t *testing.T, s string) string {
	t.Helper()
	b, err := base64.StdEncoding.DecodeString(s)
	if err != nil {
		t.Fatal(err)
	}
	if b[3] != 0 || !bytes.Equal(b[4:8], make([]byte, 4)) {
		t.Errorf("the head of gzip tells a time or a name: % x", b[:10])
	}
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		t.Fatal(err)
	}
	text, err := io.ReadAll(z)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func TestFileIsDeterministic(t *testing.T) {
	var first []byte
	for range 10 {
		page, err := file(fakePages(), dossierOf(t, "Rebels took Brega.", ""))
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = page
		}
		if !bytes.Equal(first, page) {
			t.Fatal("two files of one record differ")
		}
	}
}

func TestTitleOfAFile(t *testing.T) {
	for _, x := range []struct{ text, title, want string }{
		{"Rebels took Brega.\nMore.", "", "Rebels took Brega. · demarche"},
		{"Text.", "Rebels & <b>\x00\n\u202etowns", "Rebels & <b> towns · demarche"},
		{strings.Repeat("é", 100), "", strings.Repeat("é", 79) + "… · demarche"},
		{"", "", "demarche"},
	} {
		page, err := file(fakePages(), dossierOf(t, x.text, x.title))
		if err != nil {
			t.Fatal(err)
		}
		if got := parsed(t, page)["title"][0].text; got != x.want {
			t.Errorf("%q, want %q", got, x.want)
		}
	}
}

// TestFileRefusesOtherPages: pages that a file cannot be made of are an error, and no broken file.
func TestFileRefusesOtherPages(t *testing.T) {
	for _, x := range []struct{ name, text, want string }{
		{"app.css", "</STYLE>", "</style"},
		{"app.css", "a{}\r\nb{}", `"\r"`},
		{"index.html", "<html></html>", "not once"},
		{"index.html", strings.Replace(fakeIndex, "<title>", "<title lang=en>", 1), "not once"},
		{"index.html", strings.Replace(fakeIndex, "</body>", `<script type="module" src="/app.js"></script></body>`, 1), "2 times"},
	} {
		fsys := fakePages()
		fsys[x.name] = &fstest.MapFile{Data: []byte(x.text)}
		if _, err := file(fsys, dossierOf(t, "Text.", "")); err == nil || !strings.Contains(err.Error(), x.want) {
			t.Errorf("%s with %s: %v", x.name, x.want, err)
		}
	}
	fsys := fakePages()
	delete(fsys, "app.css")
	if _, err := file(fsys, dossierOf(t, "Text.", "")); err == nil || !strings.Contains(err.Error(), "make pages") {
		t.Error(err)
	}
}
