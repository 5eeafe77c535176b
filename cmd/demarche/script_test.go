package main

import (
	"fmt"
	"net"
	"net/http"
	"net/http/httputil"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"example.org/demarche/internal/encoder/modeltest"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"demarche": func() { os.Exit(run(interruptible(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// TestScripts runs the command lines of testdata/script: every command, flag and exit code. $WORK has networks for
// --model: other.dmm, small and random, and spoiled.dmm, which ought to be refused; $PORT is free, for a server that ask then asks.
// The condition [pages] is that the browser's pages are built.
func TestScripts(t *testing.T) {
	_, err := os.Stat("../../internal/web/dist/pages/index.html")
	built := err == nil
	if !built {
		t.Log("NOT CHECKED: files with pages in them; needs make pages, and Node for that")
	}
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script", UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
		Cmds: map[string]func(*testscript.TestScript, bool, []string){"ask": ask},
		Condition: func(name string) (bool, error) {
			if name != "pages" {
				return false, fmt.Errorf("unknown condition %q", name)
			}
			return built, nil
		},
		Setup: func(e *testscript.Env) error {
			for name, m := range map[string]*modeltest.Model{"other.dmm": modeltest.Bundle(1), "spoiled.dmm": modeltest.Spoiled(1)} {
				if err := os.WriteFile(filepath.Join(e.WorkDir, name), []byte(m.String()), 0o644); err != nil {
					return err
				}
			}
			l, err := net.Listen("tcp", "127.0.0.1:0")
			if err != nil {
				return err
			}
			e.Setenv("PORT", strconv.Itoa(l.Addr().(*net.TCPAddr).Port))
			return l.Close()
		},
	})
}

// ask sends a request to the server at $PORT, which it waits for, and looks at its status, and at the headers and the body together:
//
//	ask METHOD PATH [FILE] STATUS REGEXP
func ask(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 4 && len(args) != 5 {
		ts.Fatalf("usage: ask METHOD PATH [FILE] STATUS REGEXP")
	}
	var body string
	if len(args) == 5 {
		body = ts.ReadFile(args[2])
	}
	want := args[len(args)-2:]
	for begin := time.Now(); ; time.Sleep(20 * time.Millisecond) {
		req, err := http.NewRequest(args[0], "http://127.0.0.1:"+ts.Getenv("PORT")+args[1], strings.NewReader(body))
		ts.Check(err)
		req.Header.Set("Content-Type", "text/plain")
		resp, err := http.DefaultClient.Do(req)
		if err != nil {
			if time.Since(begin) > 30*time.Second {
				ts.Fatalf("no server at $PORT: %v", err)
			}
			continue
		}
		got, err := httputil.DumpResponse(resp, true)
		resp.Body.Close()
		http.DefaultClient.CloseIdleConnections()
		ts.Check(err)
		if strconv.Itoa(resp.StatusCode) != want[0] || !regexp.MustCompile("(?m)"+want[1]).Match(got) {
			ts.Fatalf("%s %s: want %s and %s, got\n%s", args[0], args[1], want[0], want[1], got)
		}
		return
	}
}
