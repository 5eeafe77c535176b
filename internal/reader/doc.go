// Package reader turns what lies in files into articles: plain text, HTML pages, JSON lines and CSV, each also under gzip.
//
// Terms. An input is one stream with a name; it holds one article (text, HTML) or many (JSON lines, CSV). A field is a
// member of a JSON object or a column of a CSV table; which field is which part of an article is told by [Fields], or
// guessed by the usual names. The day of publication is asked of, in this order: whoever runs the program, the input's
// field, the page's metadata, the address, the dateline; [text.Origin] says which answered.
//
// The text of an article is kept as it was given, byte-order mark, CRLF and Unicode composition included; only HTML is
// taken apart, into its paragraphs joined by one empty line. Nothing is guessed about encodings: HTML in a declared
// character set is converted, all else must be UTF-8.
//
// What cannot be read is an [Error] that names file, line and remedy, and reading goes on behind it where that is
// possible. Memory is bounded by the limit on an article's size, whatever the input does: too long a line is passed over
// without being kept, and so is what a small gzip file unfolds to.
package reader
