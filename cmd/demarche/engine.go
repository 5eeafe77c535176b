package main

import (
	"errors"

	"github.com/spf13/pflag"

	"example.org/demarche"
)

// An engine is the flags that say with what articles are analysed; commands that analyse share them.
type engine struct{ kernel, model string }

func (e *engine) add(f *pflag.FlagSet) {
	f.StringVar(&e.kernel, "kernel", "auto", "`CODE` for the network's arithmetic: auto, portable, avx2, avxvnni, avx512vnni or arm64; it changes no byte of output")
	f.StringVar(&e.model, "model", "", "`FILE` of models to use in place of those in the program; records name its hash in coder.data")
}

// words are the flags that say by which words for deeds articles are coded.
type words struct {
	lexicon string
	alone   bool
	verbs   string // PETRARCH's
	issues  string // likewise
}

func (w *words) add(f *pflag.FlagSet) {
	f.StringVar(&w.lexicon, "lexicon", "", "`PATH` of a lexicon of your own, a file or a folder: its entries stand over those in the program; records name its hash in coder.data")
	f.BoolVar(&w.alone, "alone", false, "the lexicon of --lexicon is whole: look at no entry in the program")
}

// addPetrarch adds the flags of dictionaries in PETRARCH's formats.
func (w *words) addPetrarch(f *pflag.FlagSet) {
	w.addVerbs(f)
	f.StringVar(&w.issues, "petrarch-issues", "", "`FILE` of issues in PETRARCH's format: they are counted for each event; records name its hash in coder.data")
}

// addVerbs adds the flag of a dictionary of verbs.
func (w *words) addVerbs(f *pflag.FlagSet) {
	f.StringVar(&w.verbs, "petrarch-verbs", "", "`FILE` of verbs in PETRARCH's format, of the older form or of CAMEO.2.0, in place of the lexicon; records name its hash in coder.data")
}

// set puts the lexicon among a coder's options.
func (w *words) set(o *demarche.Options) error {
	if w.alone && w.lexicon == "" {
		return errors.New("--alone goes with --lexicon PATH, the lexicon that is to stand alone")
	}
	if w.verbs != "" && w.lexicon != "" {
		return errors.New("--petrarch-verbs stands in place of a lexicon; leave --lexicon out")
	}
	o.Lexicon, o.LexiconAlone, o.PetrarchVerbs, o.PetrarchIssues = w.lexicon, w.alone, w.verbs, w.issues
	return nil
}

func (e *engine) options() demarche.Options {
	return demarche.Options{Kernel: e.kernel, Model: e.model}
}
