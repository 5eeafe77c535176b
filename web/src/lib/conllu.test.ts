import { expect, test } from 'vitest'
import { align, arcsOf, namesOf, parse } from './conllu'

const row = (id: string, form: string, head: string, deprel: string, misc = '_') => [id, form, form.toLowerCase(), 'X', '_', '_', head, deprel, '_', misc].join('\t')
const points = (text: string) => Array.from(text)

test('sentences, words, names and comments are read', () => {
  const text = ['# sent_id = 7', '# text = Ann Lee met us.', row('1', 'Ann', '3', 'nsubj', 'Name=B-PER'), row('2', 'Lee', '1', 'flat', 'SpaceAfter=No|Name=I-PER'), row('3', 'met', '0', 'root'), '', row('1', 'Yes', '0', 'root')].join('\r\n')
  const [a, b] = parse(text)
  expect([a.id, a.text, a.words.map((w) => w.head)]).toEqual(['7', 'Ann Lee met us.', [2, 0, -1]])
  expect(namesOf(a.words)).toEqual([{ kind: 'PER', first: 0, last: 1 }])
  expect(a.words[0]).toMatchObject({ form: 'Ann', lemma: 'ann', upos: 'X', xpos: '', deprel: 'nsubj' })
  expect(b.words).toHaveLength(1)
})

test('what is not of the format is passed over', () => {
  expect(parse('')).toEqual([])
  expect(parse('not a line\n\n#\n\n')).toEqual([])
  const [s] = parse([row('1', 'He', '9', 'nsubj'), '1\tshort', row('1.1', 'left', '_', '_'), row('2-1', 'x', '_', '_'), row('5', 'ran', '5', 'root')].join('\n'))
  expect(s.words.map((w) => [w.form, w.head])).toEqual([['He', -1], ['ran', 1]])
  expect(s.tokens).toEqual([])
  expect(arcsOf(s.words)).toEqual([])
})

test('words are found in the article, in order and by code points', () => {
  const text = '😀 He said “no”.\nShe  did not.'
  const trees = [['He', 'said', '“', 'no', '”', '.'], ['She', 'did', 'not', '.']].map((s) => s.map((f, i) => row(String(i + 1), f, '0', 'x')).join('\n')).join('\n\n')
  const [a, b] = align(parse(trees), points(text), [{ start: 2, end: 15 }, { start: 16, end: 29 }])
  expect(a.words.map((w) => w.span && points(text).slice(w.span.start, w.span.end).join(''))).toEqual(['He', 'said', '“', 'no', '”', '.'])
  expect(a.words[0].span).toEqual({ start: 2, end: 4 })
  expect(b.words[2].span).toEqual({ start: 25, end: 28 })
})

test('a form that is not there spoils nothing behind it', () => {
  const trees = ['He', 'WENT', 'home'].map((f, i) => row(String(i + 1), f, '0', 'x')).join('\n')
  const [s] = align(parse(trees), points('He went home. WENT'), [{ start: 0, end: 13 }])
  expect(s.words.map((w) => w.span)).toEqual([{ start: 0, end: 2 }, null, { start: 8, end: 12 }])
})

test('words of one token share its letters, or stand for all of it', () => {
  const trees = [row('1-2', "don't", '_', '_'), row('1', 'do', '0', 'x'), row('2', "n't", '1', 'x'), row('3-4', 'zum', '_', '_'), row('3', 'zu', '1', 'x'), row('4', 'dem', '1', 'x')].join('\n')
  const [s] = align(parse(trees), points("don't zum"), [])
  expect(s.words.map((w) => w.span)).toEqual([{ start: 0, end: 2 }, { start: 2, end: 5 }, { start: 6, end: 9 }, { start: 6, end: 9 }])
  expect(s.tokens.map((t) => t.form)).toEqual(["don't", 'zum'])
})

test('a word broken over lines is found', () => {
  const [s] = align(parse(row('1', 'cease-fire', '0', 'x')), points('cease-\nfire'), [])
  expect(s.words[0].span).toEqual({ start: 0, end: 11 })
})

test('an arc is higher than those under it', () => {
  const [s] = parse(['2', '3', '0', '3', '4', '3'].map((h, i) => row(String(i + 1), 'w', h, `r${i + 1}`)).join('\n'))
  expect(Object.fromEntries(arcsOf(s.words).map((a) => [a.label, a.height]))).toEqual({ r1: 1, r2: 1, r4: 1, r5: 1, r6: 2 })
})

test('a sentence of 510 words is quick', () => {
  const [s] = parse(Array.from({ length: 510 }, (_, i) => row(String(i + 1), `w${i}`, String(i), 'x')).join('\n'))
  const begin = performance.now()
  arcsOf(s.words)
  align([s], points(s.words.map((w) => w.form).join(' ')), [])
  expect(performance.now() - begin).toBeLessThan(200)
})
