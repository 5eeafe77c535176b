//go:build !purego

#include "textflag.h"
#include "words_arm64.h"

// The product of one block of 16 rows of weights with a block of 1 to 6 rows of activations.
//
// Registers. Row r of the block has its 16 sums in V(4r)-V(4r+3), its next 16 activations in V(24+r) and a pointer to the
// ones after them in R(8+r). V30 and V31 hold weights: four rows by four columns each, so that one SDOT brings four
// outputs of one row of activations forward by four columns.
//
// A macro that ends in a number is for that many rows.

// Clear the sums.
#define CLEAR(v0, v1, v2, v3) \
	VEOR v0.B16, v0.B16, v0.B16; \
	VEOR v1.B16, v1.B16, v1.B16; \
	VEOR v2.B16, v2.B16, v2.B16; \
	VEOR v3.B16, v3.B16, v3.B16

#define CLEAR1 CLEAR(V0, V1, V2, V3)
#define CLEAR2 CLEAR1; CLEAR(V4, V5, V6, V7)
#define CLEAR3 CLEAR2; CLEAR(V8, V9, V10, V11)
#define CLEAR4 CLEAR3; CLEAR(V12, V13, V14, V15)
#define CLEAR5 CLEAR4; CLEAR(V16, V17, V18, V19)
#define CLEAR6 CLEAR5; CLEAR(V20, V21, V22, V23)

// Point to the rows, which are R4 bytes long.
#define POINT1 MOVD R3, R8
#define POINT2 POINT1; ADD R4, R8, R9
#define POINT3 POINT2; ADD R4, R9, R10
#define POINT4 POINT3; ADD R4, R10, R11
#define POINT5 POINT4; ADD R4, R11, R12
#define POINT6 POINT5; ADD R4, R12, R13

// Read 16 activations of a row; V30 is 128 in every byte, and with its upper bit turned u+128 is u as a signed byte.
#define READ(p, v) \
	VLD1.P 16(p), [v.B16]; \
	VEOR V30.B16, v.B16, v.B16

#define READ1 READ(R8, V24)
#define READ2 READ1; READ(R9, V25)
#define READ3 READ2; READ(R10, V26)
#define READ4 READ3; READ(R11, V27)
#define READ5 READ4; READ(R12, V28)
#define READ6 READ5; READ(R13, V29)

// Multiply the weights in register w, which are for the h-th four outputs, with the i-th four activations of each row.
#define DOTS1(w, h, i) SDOT(h, w, 24, i)
#define DOTS2(w, h, i) DOTS1(w, h, i); SDOT(4 + h, w, 25, i)
#define DOTS3(w, h, i) DOTS2(w, h, i); SDOT(8 + h, w, 26, i)
#define DOTS4(w, h, i) DOTS3(w, h, i); SDOT(12 + h, w, 27, i)
#define DOTS5(w, h, i) DOTS4(w, h, i); SDOT(16 + h, w, 28, i)
#define DOTS6(w, h, i) DOTS5(w, h, i); SDOT(20 + h, w, 29, i)

// Multiply 16 outputs by four columns.
#define COLUMNS(dots, i) \
	VLD1.P 32(R2), [V30.B16, V31.B16]; \
	dots(30, 0, i); \
	dots(31, 1, i); \
	VLD1.P 32(R2), [V30.B16, V31.B16]; \
	dots(30, 2, i); \
	dots(31, 3, i)

// Make numbers of one row's sums, s to s+3, which are also registers v0 to v3: float32(sum)·(step·scale) + bias, every
// operation rounded. V24-V27 hold the scales; V28 the step, V29 its product with a scale, V30 and V31 biases.
#define NUMBERS(s, v0, v1, v2, v3) \
	VLD1R.P 4(R5), [V28.S4]; \
	SCVTF(s, s); \
	SCVTF(s + 1, s + 1); \
	SCVTF(s + 2, s + 2); \
	SCVTF(s + 3, s + 3); \
	FMUL(29, 28, 24); \
	FMUL(s, s, 29); \
	FMUL(29, 28, 25); \
	FMUL(s + 1, s + 1, 29); \
	FMUL(29, 28, 26); \
	FMUL(s + 2, s + 2, 29); \
	FMUL(29, 28, 27); \
	FMUL(s + 3, s + 3, 29); \
	VLD1.P 32(R7), [V30.S4, V31.S4]; \
	FADD(s, s, 30); \
	FADD(s + 1, s + 1, 31); \
	VLD1 (R7), [V30.S4, V31.S4]; \
	SUB $32, R7; \
	FADD(s + 2, s + 2, 30); \
	FADD(s + 3, s + 3, 31); \
	VST1 [v0.S4, v1.S4, v2.S4, v3.S4], (R0); \
	ADD R1, R0

#define NUMBERS1 NUMBERS(0, V0, V1, V2, V3)
#define NUMBERS2 NUMBERS1; NUMBERS(4, V4, V5, V6, V7)
#define NUMBERS3 NUMBERS2; NUMBERS(8, V8, V9, V10, V11)
#define NUMBERS4 NUMBERS3; NUMBERS(12, V12, V13, V14, V15)
#define NUMBERS5 NUMBERS4; NUMBERS(16, V16, V17, V18, V19)
#define NUMBERS6 NUMBERS5; NUMBERS(20, V20, V21, V22, V23)

// The whole: y in R0, outs in R1 (from here on in bytes), w in R2, q in R3, k in R4, steps in R5, scale in R6, bias in R7.
#define PRODUCT(clear, point, read, dots, numbers) \
	MOVD y+0(FP), R0; \
	MOVD outs+8(FP), R1; \
	LSL $2, R1; \
	MOVD w+16(FP), R2; \
	MOVD q+24(FP), R3; \
	MOVD k+32(FP), R4; \
	MOVD steps+40(FP), R5; \
	MOVD scale+48(FP), R6; \
	MOVD bias+56(FP), R7; \
	point; \
	clear; \
columns: \
	VMOVI $128, V30.B16; \
	read; \
	COLUMNS(dots, 0); \
	COLUMNS(dots, 1); \
	COLUMNS(dots, 2); \
	COLUMNS(dots, 3); \
	SUBS $16, R4; \
	BNE columns; \
	VLD1 (R6), [V24.S4, V25.S4, V26.S4, V27.S4]; \
	numbers; \
	RET

// func product1SDOT(y *float32, outs int, w *int8, q *uint8, k int, steps, scale, bias *float32)
TEXT ·product1SDOT(SB), NOSPLIT, $0-64
	PRODUCT(CLEAR1, POINT1, READ1, DOTS1, NUMBERS1)

// func product2SDOT(y *float32, outs int, w *int8, q *uint8, k int, steps, scale, bias *float32)
TEXT ·product2SDOT(SB), NOSPLIT, $0-64
	PRODUCT(CLEAR2, POINT2, READ2, DOTS2, NUMBERS2)

// func product3SDOT(y *float32, outs int, w *int8, q *uint8, k int, steps, scale, bias *float32)
TEXT ·product3SDOT(SB), NOSPLIT, $0-64
	PRODUCT(CLEAR3, POINT3, READ3, DOTS3, NUMBERS3)

// func product4SDOT(y *float32, outs int, w *int8, q *uint8, k int, steps, scale, bias *float32)
TEXT ·product4SDOT(SB), NOSPLIT, $0-64
	PRODUCT(CLEAR4, POINT4, READ4, DOTS4, NUMBERS4)

// func product5SDOT(y *float32, outs int, w *int8, q *uint8, k int, steps, scale, bias *float32)
TEXT ·product5SDOT(SB), NOSPLIT, $0-64
	PRODUCT(CLEAR5, POINT5, READ5, DOTS5, NUMBERS5)

// func product6SDOT(y *float32, outs int, w *int8, q *uint8, k int, steps, scale, bias *float32)
TEXT ·product6SDOT(SB), NOSPLIT, $0-64
	PRODUCT(CLEAR6, POINT6, READ6, DOTS6, NUMBERS6)
