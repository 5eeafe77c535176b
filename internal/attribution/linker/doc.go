// Package linker judges, by the encoder's vectors, which words are cues of attributions and which words belong to each.
package linker
