package main

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"example.org/demarche/internal/encoder/modeltest"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"demarche": func() { os.Exit(run(context.Background(), os.Args[1:], os.Stdin, os.Stdout, os.Stderr)) },
	})
}

// TestScripts runs the command lines of testdata/script: every command, flag and exit code. $WORK has networks for
// --model: other.dmm, small and random, and spoiled.dmm, which ought to be refused.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script", UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
		Setup: func(e *testscript.Env) error {
			for name, m := range map[string]*modeltest.Model{"other.dmm": modeltest.Bundle(1), "spoiled.dmm": modeltest.Spoiled(1)} {
				if err := os.WriteFile(filepath.Join(e.WorkDir, name), []byte(m.String()), 0o644); err != nil {
					return err
				}
			}
			return nil
		},
	})
}
