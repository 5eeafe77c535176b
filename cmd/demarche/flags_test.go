package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// TestEveryFlagHasAScript: each command, and each of its flags, is run by some script of testdata/script.
func TestEveryFlagHasAScript(t *testing.T) {
	files, err := filepath.Glob("testdata/script/*.txtar")
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, f := range files {
		b, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		lines = append(lines, strings.Split(string(b), "\n")...)
	}
	runs := func(command, flag string) bool {
		for _, l := range lines {
			if strings.Contains(l+" ", "demarche "+command+" ") && strings.Contains(l+" ", flag+" ") {
				return true
			}
		}
		return false
	}
	each(newRoot(&streams{}), "", func(path string, c *cobra.Command) {
		if c.Runnable() && !runs(path, "") {
			t.Errorf("no script runs demarche %s", path)
		}
		c.LocalFlags().VisitAll(func(f *pflag.Flag) {
			if f.Name != "help" && c.Runnable() && !runs(path, "--"+f.Name) && (f.Shorthand == "" || !runs(path, "-"+f.Shorthand)) {
				t.Errorf("no script runs demarche %s --%s", path, f.Name)
			}
		})
	})
}

// each visits a command's subcommands, all the way down, with the words that call them.
func each(c *cobra.Command, path string, visit func(string, *cobra.Command)) {
	for _, sub := range c.Commands() {
		if sub.Name() == "help" || sub.Name() == "completion" {
			continue
		}
		p := strings.TrimSpace(path + " " + sub.Name())
		visit(p, sub)
		each(sub, p, visit)
	}
}
