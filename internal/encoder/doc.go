// Package encoder turns the words of sentences into vectors that know their context, by a small transformer whose
// weights are 8-bit integers, and defines the files that hold such networks.
//
// Terms. A word piece is an entry of a fixed vocabulary; a word is cut into the longest pieces that fit, one after the
// other (WordPiece, as in BERT). The encoder gives each piece a vector of width d, then passes all vectors of the sentence
// through its layers: attention, in which each piece takes from the others what its heads look for, and a feed-forward
// network, each followed by a sum with what went in and a layer norm (Vaswani et al. 2017; Devlin et al. 2019). Behind one
// of the layers pieces become words, each with the mean of its pieces' vectors: the layers that follow have fewer to work
// on. What reads the vectors is called a head as well: the tagger, the parser, the names; they are other packages, and
// each has a file of its own.
//
// A [File] is an opened model file; data/models/README.md describes the format. It arrives as a string, embedded in the
// program or read by it, and everything is used where it lies; [Check] is for files from outside the program. A [Linear]
// is a matrix of weights with its scale and bias, [Activations] are the rows that it is multiplied with. All arithmetic is
// done by a kernel (package kernel), chosen when the encoder is opened; all kernels give the same bits.
//
// Sentences go through the network in batches, one behind the other without anything between them: their rows are
// multiplied with a matrix together, and attention goes by sentence. [Encoder.Add] adds a sentence to a batch,
// [Encoder.Encode] gives the [Vectors] of all. A sentence's vectors depend on nothing but the sentence.
//
// An [Encoder] is immutable and shared by all workers; each worker has a [Scratch] of its own, which the heads use too.
package encoder
