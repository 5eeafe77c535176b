package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// serve runs demarche serve at a free port; stop tells it to stop, and returns its exit code.
func serve(t *testing.T, args ...string) (url string, stop func() int) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	r, w := io.Pipe()
	code := make(chan int, 1)
	var errs bytes.Buffer
	go func() {
		code <- run(ctx, append([]string{"serve", "--listen", "127.0.0.1:0"}, args...), strings.NewReader(""), w, &errs)
		w.Close()
	}()
	line, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		t.Fatalf("it does not tell its address: %v\n%s", err, errs.String())
	}
	go io.Copy(io.Discard, r)
	return strings.TrimSpace(line[strings.Index(line, "http"):]), func() int { cancel(); return <-code }
}

// answer is what the server says to a request.
func answer(t *testing.T, method, url, kind string, body []byte) []byte {
	t.Helper()
	req, err := http.NewRequestWithContext(t.Context(), method, url, bytes.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header.Set("Content-Type", kind)
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	b, err := io.ReadAll(resp.Body)
	if err != nil || resp.StatusCode != http.StatusOK {
		t.Fatalf("%s %s: %d %v %s", method, url, resp.StatusCode, err, b)
	}
	return b
}

// TestServeGivesWhatCodeGives: records and trees of the server are those of demarche code and demarche parse, in the same bytes, whether
// the day of publication is given, stands in the dateline or is unknown.
func TestServeGivesWhatCodeGives(t *testing.T) {
	url, stop := serve(t)
	defer func() {
		if code := stop(); code != exitOK {
			t.Errorf("exit code %d", code)
		}
	}()
	dir := t.TempDir()
	for name, c := range map[string]struct{ text, day string }{
		"given":    {"Kenya condemned the coup in Mali on Friday.\n", "2012-03-23"},
		"dateline": {"NAIROBI, Kenya, March 23, 2012 (Example) - Kenya condemned the coup in Mali on Friday, an official said.\n", ""},
		"unknown":  {"Kenya <condemned> the coup in Mali & more.\r\n\r\n\tOn Friday?", ""},
		"foreign":  {"Hier ist von Wahlen und von nichts anderem die Rede.\n", "2012-03-23"},
	} {
		file := filepath.Join(dir, name+".txt")
		if err := os.WriteFile(file, []byte(c.text), 0o644); err != nil {
			t.Fatal(err)
		}
		var query string
		args := []string{file}
		if c.day != "" {
			query, args = "?published="+c.day, []string{"--published", c.day, file}
		}
		for command, route := range map[string]string{"code": "records", "parse": "trees"} {
			var out, errs bytes.Buffer
			if code := run(t.Context(), append([]string{command}, args...), strings.NewReader(""), &out, &errs); code != exitOK {
				t.Fatalf("%s: %s", command, errs.String())
			}
			if got := answer(t, "POST", url+"api/v1/"+route+query, "text/plain", []byte(c.text)); !bytes.Equal(got, out.Bytes()) {
				t.Errorf("%s: %s gives\n%s\ndemarche %s gives\n%s", name, route, got, command, out.Bytes())
			}
		}
	}
}

// TestServeSamples: the built-in samples are offered, and files behind them under ids of their own.
func TestServeSamples(t *testing.T) {
	dir := t.TempDir()
	for name, text := range map[string]string{
		"a/one.txt": "Kenya condemned the coup in Mali.", "b/one.txt": "Mali condemned the coup in Kenya.", "news.jsonl": `{"text": "One.", "title": "First", "date": "2012-03-23", "url": "http://example.org/1"}` + "\n" + `{"id": "k2", "text": "Two."}`,
	} {
		file := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	url, stop := serve(t, dir)
	defer stop()
	var list struct {
		Samples []struct {
			ID, Title, Shows, Text string
			Published, URL         *string
		}
	}
	if err := json.Unmarshal(answer(t, "GET", url+"api/v1/samples", "", nil), &list); err != nil {
		t.Fatal(err)
	}
	ids := map[string]bool{}
	own := 0
	for _, s := range list.Samples {
		if ids[s.ID] || s.ID == "" || s.Title == "" || s.Text == "" {
			t.Errorf("sample %+v", s)
		}
		ids[s.ID] = true
		if s.Shows != "" && s.Published != nil {
			own++
		}
	}
	if own < 9 || len(list.Samples) != own+4 || !ids["01-libya-recognition"] || !ids["one"] || !ids["one-2"] || !ids["k2"] {
		t.Errorf("%d samples, %d of our own: %v", len(list.Samples), own, ids)
	}
	for _, s := range list.Samples[own:] {
		if s.Title == "First" && (s.Published == nil || *s.Published != "2012-03-23" || s.URL == nil || s.ID != "news-1") {
			t.Errorf("%+v", s)
		}
	}
}

// TestServeOffersAreBounded: a folder of any size offers no more than there is room for, and says what is left out.
func TestServeOffersAreBounded(t *testing.T) {
	dir := t.TempDir()
	var lines strings.Builder
	for range maxOffered + 5 {
		lines.WriteString(`{"text": "One."}` + "\n")
	}
	for name, text := range map[string]string{
		"many.jsonl": lines.String(), "long.txt": strings.Repeat("x", 2000), "wide.jsonl": strings.Repeat(`{"text": "`+strings.Repeat("x", 900)+`"}`+"\n", 90), "bad.jsonl": "{\n", "bad-many.jsonl": "{\n" + lines.String(),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for file, want := range map[string]struct {
		offered int
		err     error
		says    string
	}{
		"many.jsonl": {maxOffered, nil, "many.jsonl:101 and what follows is not offered"},
		"long.txt":   {0, nil, "long.txt: is not offered"},
		"wide.jsonl": {90, nil, ""},
		"bad.jsonl":  {0, errInputs, "bad.jsonl:1"},

		"bad-many.jsonl": {maxOffered, errInputs, "what follows is not offered"},
	} {
		var errs bytes.Buffer
		c := serving{s: &streams{err: &errs}}
		c.options.MaxText = 1000
		var all offers
		err := c.offer(&all, []string{filepath.Join(dir, file)})
		if len(all.samples) != want.offered || !errors.Is(err, want.err) || !strings.Contains(errs.String(), want.says) || want.says == "" && errs.Len() > 0 {
			t.Errorf("%s: %d offered, %v, %q", file, len(all.samples), err, errs.String())
		}
	}
	all := offers{}
	c := serving{s: &streams{err: io.Discard}}
	c.options.MaxText = 2 * maxOfferedBytes
	big := filepath.Join(dir, "big.txt")
	if err := os.WriteFile(big, bytes.Repeat([]byte("x"), maxOfferedBytes/2), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := c.offer(&all, []string{big, big, big}); err != nil || len(all.samples) != 2 {
		t.Errorf("%d texts of half the room were offered, %v", len(all.samples), err)
	}
}
