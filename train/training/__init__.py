"""Training of demarche's networks: a six-layer teacher, a three-layer student, eight-bit files for the Go side."""
