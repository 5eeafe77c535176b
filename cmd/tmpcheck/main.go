package main

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"strings"

	"example.org/demarche"
)

// tmpcheck FILE: prints for every example the events found by any rule.
func main() {
	c, err := demarche.Open(demarche.Options{})
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	f, _ := os.Open(os.Args[1])
	sc := bufio.NewScanner(f)
	for n := 1; sc.Scan(); n++ {
		s := sc.Text()
		if !strings.HasPrefix(s, "+ ") && !strings.HasPrefix(s, "- ") {
			continue
		}
		txt, want, _ := strings.Cut(s[2:], "|")
		txt = strings.TrimSpace(txt)
		r, err := c.Code(context.Background(), demarche.Article{Text: txt, Published: "2011-07-19"})
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Printf("%d %s %s\n      want %s\n", n, s[:1], txt, want)
		for _, e := range r.Events {
			ev := []rune(txt)
			var a, b []string
			for _, m := range e.ActorMentions {
				a = append(a, string(ev[m.Start:m.End]))
			}
			for _, m := range e.RecipientMentions {
				b = append(b, string(ev[m.Start:m.End]))
			}
			fmt.Printf("      %s %s %s | %s | %s -> %s | %s | %s\n", e.Type, e.Mode, e.CAMEO, string(ev[e.Evidence[0].Start:e.Evidence[0].End]), strings.Join(a, ", "), strings.Join(b, ", "), e.Status, e.Rule)
		}
		for _, x := range r.Notes {
			fmt.Printf("      note %s %s\n", x.Rule, x.Text)
		}
	}
}
