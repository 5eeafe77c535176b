// Instructions that the assembler does not know, as words. Arguments are numbers: d, n and m of registers, i of an element.
//
// In all of them bits 0-4 are the destination Vd, bits 5-9 the first source Vn, bits 16-20 the second source Vm; the rest
// says what is done. ("Arm Architecture Reference Manual for A-profile", C7.2; words_test.go holds them to its encodings.)

// SDOT Vd.4S, Vn.16B, Vm.4B[i] adds to each of four int32 the product of four int8 with the same four, the i-th of Vm.
// Bit 30 (Q) says 128 bits, bits 22-23 (size) bytes; i is bit 11 (H) and bit 21 (L). FEAT_DotProd.
#define SDOT(d, n, m, i) WORD $(0x4f80e000 | ((i) & 1) << 21 | (m) << 16 | ((i) >> 1) << 11 | (n) << 5 | (d))

// SCVTF Vd.4S, Vn.4S makes four float32 of four int32, rounded to nearest even.
#define SCVTF(d, n) WORD $(0x4e21d800 | (n) << 5 | (d))

// FMUL Vd.4S, Vn.4S, Vm.4S multiplies four float32.
#define FMUL(d, n, m) WORD $(0x6e20dc00 | (m) << 16 | (n) << 5 | (d))

// FADD Vd.4S, Vn.4S, Vm.4S adds four float32.
#define FADD(d, n, m) WORD $(0x4e20d400 | (m) << 16 | (n) << 5 | (d))
