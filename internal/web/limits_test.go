package web

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"example.org/demarche/internal/text"
	"example.org/demarche/record"
)

// held is a backend whose articles are coded when release is closed; began is told of each that begins.
func held() (b *Backend, began chan string, release chan struct{}) {
	b = backend()
	began, release = make(chan string, 100), make(chan struct{})
	b.Code = func(ctx context.Context, a text.Article) (record.Record, error) {
		began <- a.Text
		select {
		case <-release:
			return *small(a.Text), nil
		case <-ctx.Done():
			return record.Record{}, fmt.Errorf("coding: %w", ctx.Err())
		}
	}
	return b, began, release
}

// send posts an article from another goroutine.
func (g *rig) send(article string) chan *httptest.ResponseRecorder {
	done := make(chan *httptest.ResponseRecorder, 1)
	go func() { done <- g.do("POST", "/api/v1/records", article, "Content-Type", "text/plain") }()
	return done
}

// TestQueue: so many articles are at work, so many wait, and the others are sent away at once, with the time to come again.
func TestQueue(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, began, release := held()
		o := options()
		o.Workers, o.Queue = 2, 3
		g := newRig(t, b, o, nil)
		var all []chan *httptest.ResponseRecorder
		for i := range 5 {
			all = append(all, g.send(fmt.Sprint("article ", i)))
		}
		synctest.Wait()
		if len(began) != 2 {
			t.Errorf("%d articles are at work, want 2", len(began))
		}
		w := <-g.send("one more")
		if p := wantProblem(t, w, http.StatusServiceUnavailable); w.Header().Get("Retry-After") != "2" || !strings.Contains(p.Detail, "waiting") {
			t.Errorf("%v %+v", w.Header(), p)
		}
		if w := g.do("GET", "/healthz", ""); w.Code != 200 {
			t.Errorf("healthz while all is taken: %d", w.Code)
		}
		close(release)
		for _, done := range all {
			if w := <-done; w.Code != 200 {
				t.Errorf("status %d: %s", w.Code, w.Body)
			}
		}
		if w := <-g.send("afterwards"); w.Code != 200 {
			t.Errorf("afterwards: %d", w.Code)
		}
	})
}

// TestWait: who waits too long is sent away, and does not keep its place.
func TestWait(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, _, release := held()
		o := options()
		o.Workers, o.Queue = 1, 1
		g := newRig(t, b, o, nil)
		first := g.send("first")
		synctest.Wait()
		begin := time.Now()
		w := <-g.send("second")
		if p := wantProblem(t, w, http.StatusServiceUnavailable); time.Since(begin) != waitTime || w.Header().Get("Retry-After") != "15" || !strings.Contains(p.Detail, "too long") {
			t.Errorf("after %v: %v %+v", time.Since(begin), w.Header(), p)
		}
		close(release)
		if w := <-first; w.Code != 200 {
			t.Errorf("first: %d", w.Code)
		}
	})
}

// TestLongTexts: one long text is at work, whatever the number of workers; the others go on beside it.
func TestLongTexts(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, began, release := held()
		o := options()
		o.Workers, o.Queue, o.MaxText = 3, 5, longText
		g := newRig(t, b, o, nil)
		long := strings.Repeat("x", longText)
		all := []chan *httptest.ResponseRecorder{g.send(long), g.send(long)}
		synctest.Wait()
		all = append(all, g.send("short"), g.send("short"))
		synctest.Wait()
		if len(began) != 3 || len(<-began) != longText || len(<-began) == longText {
			t.Errorf("%d articles are at work, want a long one and two short ones", len(began)+2)
		}
		close(release)
		for _, done := range all {
			if w := <-done; w.Code != 200 {
				t.Errorf("status %d: %s", w.Code, w.Body)
			}
		}
	})
	synctest.Test(t, func(t *testing.T) { // a long text that waits in vain for a slot lets the next one in
		w := newWork(1, 5, waitTime)
		end, _ := w.begin(t.Context(), 1)
		if _, p := w.begin(t.Context(), longText); p == nil {
			t.Error("two are at work")
		}
		end()
		end, p := w.begin(t.Context(), longText)
		if p != nil {
			t.Fatal(p.Detail)
		}
		end()
		if len(w.long)+len(w.slots) > 0 {
			t.Error("a place is not given back")
		}
	})
}

// TestWorkTime: an article that takes too long is given up, and its slot is free.
func TestWorkTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, _, release := held()
		g := newRig(t, b, options(), nil)
		begin := time.Now()
		p := wantProblem(t, <-g.send("endless"), http.StatusServiceUnavailable)
		if time.Since(begin) != workTime || !strings.Contains(p.Detail, "takes longer") {
			t.Errorf("after %v: %+v", time.Since(begin), p)
		}
		close(release)
		if w := <-g.send("next"); w.Code != 200 {
			t.Errorf("next: %d", w.Code)
		}
	})
}

// A pressed recorder notes until when an answer must be written.
type pressed struct {
	*httptest.ResponseRecorder
	deadline time.Time
}

func (p *pressed) SetWriteDeadline(t time.Time) error { p.deadline = t; return nil }

// TestSendTime: a client that does not read its answer holds a ticket for no longer than sendTime, however soon the article was coded.
func TestSendTime(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := newRig(t, backend(), options(), nil)
		for _, encoding := range []string{"", "gzip"} {
			w := &pressed{ResponseRecorder: httptest.NewRecorder()}
			g.ServeHTTP(w, request("POST", "/api/v1/records", "a", "Content-Type", "text/plain", "Accept-Encoding", encoding))
			if w.Code != 200 || !w.deadline.Equal(time.Now().Add(sendTime)) {
				t.Errorf("%q: %d, until %v", encoding, w.Code, w.deadline)
			}
		}
	})
}

// TestGone: a client that goes away ends its article's work, or its wait.
func TestGone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, began, release := held()
		g := newRig(t, b, options(), nil)
		ctx, leave := context.WithCancel(t.Context())
		done := make(chan struct{}, 2)
		for range 2 { // one at work, one that waits
			go func() {
				r := request("POST", "/api/v1/records", "gone", "Content-Type", "text/plain").WithContext(ctx)
				g.ServeHTTP(httptest.NewRecorder(), r)
				done <- struct{}{}
			}()
		}
		synctest.Wait()
		begin := time.Now()
		leave()
		<-done
		<-done
		if len(began) != 1 || time.Since(begin) > 0 {
			t.Errorf("%d articles were begun; it took %v", len(began), time.Since(begin))
		}
		close(release)
		if w := <-g.send("next"); w.Code != 200 {
			t.Errorf("next: %d", w.Code)
		}
	})
}

// TestTicketBeforeBody: a request that finds no place is refused before its body is read.
func TestTicketBeforeBody(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b, _, release := held()
		o := options()
		o.Workers, o.Queue = 1, 0
		g := newRig(t, b, o, nil)
		first := g.send("first")
		synctest.Wait()
		r := request("POST", "/api/v1/records", "", "Content-Type", "text/plain")
		body := &counted{Reader: strings.NewReader("second")}
		r.Body = io.NopCloser(body)
		w := httptest.NewRecorder()
		g.ServeHTTP(w, r)
		wantProblem(t, w, http.StatusServiceUnavailable)
		if body.n > 0 {
			t.Errorf("%d bytes were read", body.n)
		}
		close(release)
		<-first
	})
}

// A counted reader counts what is read from it.
type counted struct {
	io.Reader
	n int
}

func (c *counted) Read(b []byte) (int, error) {
	n, err := c.Reader.Read(b)
	c.n += n
	return n, err
}

// TestBodyErrors: a body that does not come is told from one that breaks off.
func TestBodyErrors(t *testing.T) {
	for err, want := range map[error]int{io.ErrUnexpectedEOF: 400, os.ErrDeadlineExceeded: 408, errors.New("reset"): 400} {
		if _, p := readBody(io.MultiReader(strings.NewReader("a"), failing{err}), 1000); p == nil || p.Status != want {
			t.Errorf("%v: %+v", err, p)
		}
	}
}

// A failing reader fails.
type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }

// TestRate: a client has so many articles at once, and then as many as the rate gives; another client has its own.
func TestRate(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		o := options()
		o.Rate = 30 // a minute: 5 at once, then one every two seconds
		g := newRig(t, backend(), o, nil)
		from := func(address string) *httptest.ResponseRecorder {
			r := request("POST", "/api/v1/records", "a", "Content-Type", "text/plain")
			r.RemoteAddr = address
			w := httptest.NewRecorder()
			g.ServeHTTP(w, r)
			return w
		}
		for i := range 5 {
			if w := from("192.0.2.1:" + fmt.Sprint(1000+i)); w.Code != 200 {
				t.Errorf("article %d: %d", i, w.Code)
			}
		}
		w := from("192.0.2.1:1")
		wantProblem(t, w, http.StatusTooManyRequests)
		if w.Header().Get("Retry-After") != "2" {
			t.Errorf("Retry-After %q", w.Header().Get("Retry-After"))
		}
		if w := g.do("GET", "/api/v1/version", ""); w.Code != 200 {
			t.Errorf("GET: %d", w.Code)
		}
		if w := from("192.0.2.2:1"); w.Code != 200 {
			t.Errorf("another client: %d", w.Code)
		}
		if w := from("[::ffff:192.0.2.1]:1"); w.Code != 429 {
			t.Errorf("the same client over IPv6: %d", w.Code)
		}
		time.Sleep(2 * time.Second)
		if w := from("192.0.2.1:1"); w.Code != 200 {
			t.Errorf("after two seconds: %d", w.Code)
		}
	})
}

// TestNetworks: an IPv6 client is its network, which can make up addresses without end.
func TestNetworks(t *testing.T) {
	for a, b := range map[string]string{"[2001:db8::1]:5": "[2001:db8::ffff:2]:6", "192.0.2.1:5": "192.0.2.1:6", "[fe80::1%eth0]:1": "[fe80::2%eth1]:1", "@": ""} {
		if network(a) != network(b) {
			t.Errorf("%s and %s are two clients", a, b)
		}
	}
	for a, b := range map[string]string{"[2001:db8::1]:5": "[2001:db8:0:1::1]:5", "192.0.2.1:5": "192.0.2.2:5"} {
		if network(a) == network(b) {
			t.Errorf("%s and %s are one client", a, b)
		}
	}
}

// TestClientsAreBounded: a flood of addresses does not make the table grow, and does not free a client that is known for sending much.
func TestClientsAreBounded(t *testing.T) {
	c := newClients(60)
	now := time.Unix(0, 0)
	address := func(i int) string { return fmt.Sprintf("10.%d.%d.%d:1", i>>16&255, i>>8&255, i&255) }
	for i := range maxClients + 1000 {
		now = now.Add(time.Microsecond) // no bucket is full again
		c.allow("192.0.2.1:1", now)
		c.allow(address(i), now)
		if len(c.known) > maxClients {
			t.Fatalf("%d clients after %d", len(c.known), i)
		}
	}
	if _, ok := c.allow("192.0.2.1:1", now); ok {
		t.Error("the client that sends all the time was forgotten")
	}
	if _, ok := newClients(0).allow("192.0.2.1:1", now); !ok {
		t.Error("without a rate somebody is refused")
	}
}
