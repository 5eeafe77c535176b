package main

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/spf13/cobra"

	"example.org/demarche"
	"example.org/demarche/internal/reader"
	"example.org/demarche/internal/text"
	"example.org/demarche/internal/web"
	"example.org/demarche/record"
)

// How many articles of files are offered as samples, and how many bytes their texts have together: the page reads them all when it opens.
const (
	maxOffered      = 100
	maxOfferedBytes = 4 << 20
)

// serving are the flags of demarche serve.
type serving struct {
	engine
	words
	s         *streams
	options   web.Options
	tokenFile string
	rate      int
	log       bool
	open      bool
}

func newServe(s *streams) *cobra.Command {
	c := serving{s: s}
	cmd := &cobra.Command{
		Use:   "serve [PATHS…]",
		Short: "Open a page in the browser that reads articles",
		Long: `serve answers on this machine alone: a page into which an article can be pasted, and an API. Files and folders that are
named are offered on the page beside the sample articles. Nothing that is sent is kept, logged or passed on.

To let others use it, name an address of this machine's (0.0.0.0 for all), a file with a token that the API then wants, and the
name by which the server is called:

  demarche serve --listen 0.0.0.0:8087 --token-file token --host news.example.org

It speaks HTTP: put a proxy that speaks HTTPS before it. docs/serve.md tells more.

Exit codes:
  0  it was told to stop (Ctrl-C, SIGTERM), and all requests in flight were answered
  1  a file to be offered could not be read
  2  the command line is wrong, it could not listen, or some requests could not be answered before it stopped`,
		Example: "  demarche serve --open\n  demarche serve --listen 127.0.0.1:9000 articles/",
		RunE: func(cmd *cobra.Command, paths []string) error {
			if c.rate < 0 && cmd.Flags().Changed("rate") {
				return fmt.Errorf("--rate %d: give the number of articles a minute, 0 for no limit", c.rate)
			}
			return c.run(cmd.Context(), paths)
		},
	}
	f := cmd.Flags()
	c.engine.add(f)
	c.words.add(f)
	o := &c.options
	f.StringVar(&o.Listen, "listen", "127.0.0.1:8087", "`ADDRESS:PORT` to listen at; port 0 takes one that is free")
	f.StringVar(&c.tokenFile, "token-file", "", "`FILE` with the token that the API wants, in one line of 24 characters or more")
	f.StringArrayVar(&o.Hosts, "host", nil, "`NAME` (or NAME:PORT) by which the server may be called, beside this machine's own; can be given several times")
	f.IntVar(&o.Workers, "workers", runtime.GOMAXPROCS(0), "`NUMBER` of articles coded at the same time")
	f.IntVar(&o.Queue, "queue", 100, "`NUMBER` of requests that wait behind these; the others are refused with 503")
	f.IntVar(&o.MaxText, "max-text", 1<<20, "`BYTES` of the longest text; longer ones are refused with 413")
	f.IntVar(&c.rate, "rate", -1, "`NUMBER` of articles a minute that one address can send, a sixth of them at once; 0 for no limit (default: none for this machine alone, 120 beyond)")
	f.Lookup("rate").DefValue = "0" // the help tells it in words
	f.BoolVar(&c.log, "log", false, "print a line for each request to standard error: method, route, status, milliseconds, bytes; no text, no address")
	f.BoolVar(&c.open, "open", false, "open the page in the browser")
	return cmd
}

// run serves until the context is done.
func (c *serving) run(ctx context.Context, paths []string) error {
	if err := c.check(); err != nil {
		return err
	}
	b, err := c.backend(ctx, paths)
	if err != nil {
		return err
	}
	s, err := web.Open(b, c.options)
	if err != nil {
		return err
	}
	fmt.Fprintf(c.s.out, "demarche listens: %s\n", s.URL())
	if c.open {
		if err := openBrowser(s.URL()); err != nil {
			fmt.Fprintf(c.s.err, "demarche: no browser could be opened (%v); open the address yourself\n", err)
		}
	}
	return s.Serve(ctx)
}

// check completes the options of the server.
func (c *serving) check() error {
	o := &c.options
	switch {
	case o.Workers < 1:
		return checkWorkers(o.Workers)
	case o.Queue < 0:
		return fmt.Errorf("--queue %d: give the number of requests that may wait, 0 for none", o.Queue)
	case o.MaxText < 1:
		return fmt.Errorf("--max-text %d: give the number of bytes that a text can have", o.MaxText)
	}
	logger := slog.New(slog.NewTextHandler(c.s.err, nil))
	o.Faults = logger
	if c.log {
		o.Requests = logger
	}
	var err error
	if c.tokenFile != "" {
		if o.Token, err = web.ReadToken(c.tokenFile); err != nil {
			return fmt.Errorf("--token-file %s: %w", c.tokenFile, reason(err))
		}
	}
	local, err := o.Local()
	if err != nil {
		return err
	}
	if o.Rate = c.rate; c.rate < 0 && !local {
		o.Rate = 120
	}
	return nil
}

// backend is what the server can do. An article is coded first, so that all that records need is read before the first request.
func (c *serving) backend(ctx context.Context, paths []string) (*web.Backend, error) {
	o := c.engine.options()
	if err := c.words.set(&o); err != nil {
		return nil, err
	}
	coder, err := demarche.Open(o)
	if err != nil {
		return nil, err
	}
	first, err := coder.Code(ctx, demarche.Article{Text: "Kenya condemned the coup in Mali."})
	if err != nil {
		return nil, err
	}
	samples, err := c.samples(paths)
	if err != nil {
		return nil, err
	}
	var codebook bytes.Buffer
	if err := demarche.WriteCodebook(&codebook); err != nil {
		return nil, err
	}
	return &web.Backend{
		Code: func(ctx context.Context, a text.Article) (record.Record, error) {
			if a.Published == "" {
				reader.FindDay(&a)
			}
			return coder.Code(ctx, public(a))
		},
		Trees: func(ctx context.Context, a text.Article, w io.Writer) error {
			return coder.WriteCoNLLU(ctx, w, public(a))
		},
		Entry:   entries(coder),
		Term:    coder.Term,
		Samples: samples, Codebook: codebook.Bytes(), Version: first.Coder.Version, Data: string(first.Coder.Data),
	}, nil
}

// samples are the articles in the program, and those of the files that are offered.
func (c *serving) samples(paths []string) ([]web.Sample, error) {
	list, err := demarche.Samples()
	if err != nil {
		return nil, err
	}
	shows, err := demarche.SamplesShow()
	if err != nil {
		return nil, err
	}
	var all offers
	for _, a := range list {
		all.add(a, a.SourceID, shows[a.SourceID])
	}
	return all.samples, c.offer(&all, paths)
}

// offer adds the articles of files to the samples, as many as there is room for.
func (c *serving) offer(all *offers, paths []string) error {
	in := inputs{s: c.s}
	var failed error
	count, total := 0, 0
	for x := range in.articles(paths) {
		switch size := len(x.article.Text); {
		case x.err != nil:
			failed = errInputs
			fmt.Fprintln(c.s.err, "demarche:", x.err)
		case size > c.options.MaxText:
			fmt.Fprintf(c.s.err, "demarche: %s: is not offered: its text has more than the %d bytes of --max-text\n", x.where, c.options.MaxText)
		case count == maxOffered || total+size > maxOfferedBytes:
			fmt.Fprintf(c.s.err, "demarche: %s and what follows is not offered: at most %d articles with %d MB of text are\n", x.where, maxOffered, maxOfferedBytes>>20)
			return failed
		default:
			count, total = count+1, total+size
			all.add(x.article, stem(x.where), "")
		}
	}
	return failed
}

// offers are samples with different ids.
type offers struct {
	samples []web.Sample
	taken   map[string]bool
}

// add offers an article under an id that no other has; name is what it is called where it tells no id or title itself.
func (o *offers) add(a demarche.Article, name, shows string) {
	if o.taken == nil {
		o.taken = map[string]bool{}
	}
	own := cmp.Or(a.SourceID, name)
	id := own
	for n := 2; o.taken[id]; n++ {
		id = fmt.Sprintf("%s-%d", own, n)
	}
	o.taken[id] = true
	s := web.Sample{ID: id, Title: cmp.Or(a.Title, name), Shows: shows, Text: a.Text}
	if a.Published != "" {
		s.Published = &a.Published
	}
	if a.URL != "" {
		s.URL = &a.URL
	}
	o.samples = append(o.samples, s)
}

// stem is the name of a file without folder and ending, and the line behind it: the place of an article for people.
func stem(where string) string {
	base := filepath.Base(where)
	file, line, _ := strings.Cut(base, ":")
	name, _, _ := strings.Cut(strings.TrimLeft(file, "."), ".")
	if line != "" {
		name += "-" + line
	}
	return cmp.Or(name, "article")
}

// openBrowser opens an address with what the system has for that.
func openBrowser(url string) error {
	var cmd *exec.Cmd
	switch runtime.GOOS {
	case "windows":
		cmd = exec.Command("rundll32", "url.dll,FileProtocolHandler", url)
	case "darwin":
		cmd = exec.Command("open", url)
	default:
		cmd = exec.Command("xdg-open", url)
	}
	if err := cmd.Start(); err != nil {
		if errors.Is(err, exec.ErrNotFound) {
			return fmt.Errorf("there is no %s", cmd.Args[0])
		}
		return err
	}
	go func() { _ = cmd.Wait() }() // the browser may stay; whether it ends well is its own business
	return nil
}
