// Command loadtest starts a demarche of its own, sends it articles from many clients at once, and tells how long they took, what failed,
// and how much memory the server had at the begin and at the end:
//
//	go run ./internal/web/loadtest -binary ./demarche -clients 50 -for 1m
//
// The articles are the program's samples, joined and cut to -words words, each beginning elsewhere. It ends with code 1 if a request failed,
// or if the server did not end well when it was told to.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"maps"
	"net/http"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"
)

func main() {
	var t test
	binary := flag.String("binary", "./demarche", "the program to test")
	flag.IntVar(&t.clients, "clients", 50, "clients that send at the same time")
	flag.DurationVar(&t.length, "for", time.Minute, "how long they send")
	flag.IntVar(&t.words, "words", 500, "words of an article")
	flag.StringVar(&t.route, "route", "records", "records, dossiers or trees")
	flag.Parse()
	if err := t.run(*binary, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "loadtest:", err)
		os.Exit(1)
	}
}

// A test is what is sent, and what came of it.
type test struct {
	clients, words int
	length         time.Duration
	route, url     string
	articles       []string

	mu     sync.Mutex
	times  map[string][]time.Duration // of the client, and of the server's parts as Server-Timing tells them
	failed map[string]int             // by what failed
	bytes  int64
}

// run starts the program with further arguments of demarche serve, sends, and stops it.
func (t *test) run(binary string, args []string) error {
	cmd := exec.Command(binary, append([]string{"serve", "--listen", "127.0.0.1:0"}, args...)...)
	cmd.Stderr = os.Stderr
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	defer cmd.Process.Kill()
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		return fmt.Errorf("the server does not tell its address: %w", err)
	}
	t.url, t.failed = strings.TrimSpace(line[strings.Index(line, "http"):]), map[string]int{}
	t.times = map[string][]time.Duration{}
	if err := t.load(); err != nil {
		return err
	}
	fmt.Printf("%d clients for %v, articles of %d words, /api/v1/%s\n", t.clients, t.length, t.words, t.route)
	fmt.Printf("memory at the begin: %s\n", memory(cmd.Process.Pid))
	t.send(cmd.Process.Pid)
	fmt.Printf("memory at the end:   %s\n", memory(cmd.Process.Pid))
	t.tell()
	if err := cmd.Process.Signal(syscall.SIGTERM); err != nil {
		return err
	}
	if err := cmd.Wait(); err != nil {
		return fmt.Errorf("the server did not end well: %w", err)
	}
	if len(t.failed) > 0 {
		return errors.New("some requests failed")
	}
	return nil
}

// load makes articles of the program's samples.
func (t *test) load() error {
	resp, err := http.Get(t.url + "api/v1/samples")
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	var list struct{ Samples []struct{ Text string } }
	if err := json.NewDecoder(resp.Body).Decode(&list); err != nil {
		return err
	}
	var all []string
	for range 1 + t.words/1000 {
		for _, s := range list.Samples {
			all = append(all, strings.SplitAfter(s.Text, " ")...)
		}
	}
	for first := 0; first+t.words <= len(all) && first < 1000; first += 97 {
		t.articles = append(t.articles, strings.Join(all[first:first+t.words], ""))
	}
	return nil
}

// send sends from all clients until the time is over, and tells the memory of the server each ten seconds.
func (t *test) send(pid int) {
	ctx, cancel := context.WithTimeout(context.Background(), t.length)
	defer cancel()
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: t.clients}}
	var all sync.WaitGroup
	for c := range t.clients {
		all.Go(func() {
			for i := c; ctx.Err() == nil; i++ {
				t.one(client, t.articles[i%len(t.articles)])
			}
		})
	}
	all.Go(func() {
		for tick := time.NewTicker(10 * time.Second); ; {
			select {
			case <-tick.C:
				fmt.Printf("  %s\n", memory(pid))
			case <-ctx.Done():
				return
			}
		}
	})
	all.Wait()
}

// one sends an article and waits for the whole answer.
func (t *test) one(client *http.Client, article string) {
	begin := time.Now()
	resp, err := client.Post(t.url+"api/v1/"+t.route+"?published=2011-08-16", "text/plain", strings.NewReader(article))
	var n int64
	if err == nil {
		n, err = io.Copy(io.Discard, resp.Body)
		resp.Body.Close()
		if err == nil && resp.StatusCode != http.StatusOK {
			err = errors.New(resp.Status)
		}
	}
	d := time.Since(begin)
	t.mu.Lock()
	defer t.mu.Unlock()
	if err != nil {
		t.failed[err.Error()]++
		return
	}
	t.times["client"] = append(t.times["client"], d)
	for part := range strings.SplitSeq(resp.Header.Get("Server-Timing"), ", ") {
		name, ms, _ := strings.Cut(part, ";dur=")
		if d, err := time.ParseDuration(ms + "ms"); err == nil {
			t.times[name] = append(t.times[name], d)
		}
	}
	t.bytes += n
}

// tell prints the figures.
func (t *test) tell() {
	n := len(t.times["client"])
	fmt.Printf("%d answers, %.1f a second, %d kB each\n", n, float64(n)/t.length.Seconds(), t.bytes/int64(max(n, 1))>>10)
	for _, name := range slices.Sorted(maps.Keys(t.times)) {
		times := t.times[name]
		slices.Sort(times)
		at := func(percent int) time.Duration { return times[(len(times)-1)*percent/100].Round(time.Millisecond / 10) }
		fmt.Printf("%-7s p50 %-8v p95 %-8v p99 %-8v longest %v\n", name, at(50), at(95), at(99), at(100))
	}
	for what, n := range t.failed {
		fmt.Printf("FAILED %d times: %s\n", n, what)
	}
}

// memory is what Linux says of a process's memory; elsewhere nothing is known.
func memory(pid int) string {
	b, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", pid))
	if err != nil {
		return "unknown"
	}
	var told []string
	for line := range strings.Lines(string(b)) {
		if name, value, ok := strings.Cut(line, ":"); ok && (name == "VmRSS" || name == "VmHWM" || name == "Threads") {
			told = append(told, name+" "+strings.TrimSpace(value))
		}
	}
	return strings.Join(told, ", ")
}
