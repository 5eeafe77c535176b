package main

import (
	"github.com/spf13/pflag"

	"example.org/demarche"
)

// An engine is the flags that say with what articles are analysed; commands that analyse share them.
type engine struct{ kernel, model string }

func (e *engine) add(f *pflag.FlagSet) {
	f.StringVar(&e.kernel, "kernel", "auto", "`CODE` for the network's arithmetic: auto, portable, avx2, avxvnni, avx512vnni or arm64; it changes no byte of output")
	f.StringVar(&e.model, "model", "", "`FILE` of models to use in place of those in the program; records name its hash in coder.data")
}

func (e *engine) options() demarche.Options {
	return demarche.Options{Kernel: e.kernel, Model: e.model}
}
