// Reading CoNLL-U, the format of Universal Dependencies, and laying its words over the article.
import type { Span } from './record'

/** A Word of a sentence; its head is the index of a word here, -1 for the root or one that is not there. */
export interface Word {
  form: string
  lemma: string
  upos: string
  xpos: string
  feats: string
  head: number
  deprel: string
  /** "B-PER", "I-PER", "" */
  name: string
  /** where the article has it; null where it cannot be found */
  span: Span | null
  /** index of the multiword token that it is part of, -1 for none */
  token: number
}

/** A Token written as one and read as several words: "don't". */
export interface Token {
  form: string
  first: number
  last: number
}

export interface Sentence {
  id: string
  text: string
  words: Word[]
  tokens: Token[]
}

/** parse reads all sentences. Lines that are none of the format are passed over. */
export function parse(text: string): Sentence[] {
  const out: Sentence[] = []
  let now = fresh()
  const end = () => {
    if (now.rows.length > 0) out.push(finish(now))
    now = fresh()
  }
  for (const line of text.split(/\r?\n/)) {
    if (line.trim() === '') end()
    else if (line.startsWith('#')) comment(now, line)
    else {
      const row = line.split('\t')
      if (row.length >= 8) now.rows.push(row)
    }
  }
  end()
  return out
}

interface Draft {
  id: string
  text: string
  rows: string[][]
}

const fresh = (): Draft => ({ id: '', text: '', rows: [] })

function comment(draft: Draft, line: string) {
  const found = /^#\s*(sent_id|text)\s*=\s?(.*)$/.exec(line)
  if (found?.[1] === 'sent_id') draft.id = found[2]
  if (found?.[1] === 'text') draft.text = found[2]
}

function finish({ id, text, rows }: Draft): Sentence {
  const words: Word[] = []
  const index = new Map<string, number>()
  const heads: string[] = []
  const ranges: { form: string; from: string; to: string }[] = []
  for (const row of rows) {
    const range = /^(\d+)-(\d+)$/.exec(row[0])
    if (range) ranges.push({ form: row[1], from: range[1], to: range[2] })
    if (!/^\d+$/.test(row[0])) continue // an empty node of the enhanced graph, 5.1
    index.set(row[0], words.length)
    heads.push(row[6])
    words.push({ form: row[1], lemma: known(row[2]), upos: known(row[3]), xpos: known(row[4]), feats: known(row[5]), head: -1, deprel: known(row[7]), name: misc(row[9], 'Name'), span: null, token: -1 })
  }
  words.forEach((w, i) => (w.head = index.get(heads[i]) ?? -1))
  const tokens: Token[] = []
  for (const { form, from, to } of ranges) {
    const [first, last] = [index.get(from), index.get(to)]
    if (first === undefined || last === undefined || last < first) continue
    for (let i = first; i <= last; i++) words[i].token = tokens.length
    tokens.push({ form, first, last })
  }
  return { id, text, words, tokens }
}

const known = (field: string | undefined) => (field === undefined || field === '_' ? '' : field)

function misc(field: string | undefined, key: string): string {
  for (const part of (field ?? '').split('|')) if (part.startsWith(`${key}=`)) return part.slice(key.length + 1)
  return ''
}

/**
 * align finds the words in the article: forms in order, each from where the last one ended, white space between passed over. Words of a
 * multiword token share its letters where these make it up, else its whole span. points are the article's code points; within, the spans of
 * its sentences, keeps a form that is not there from being looked for in the sentences that follow.
 */
export function align(sentences: Sentence[], points: string[], within: Span[]): Sentence[] {
  let at = 0
  return sentences.map((s, k) => {
    const bounds = within.length === sentences.length ? within[k] : { start: at, end: points.length }
    const [aligned, next] = alignOne(s, points, bounds)
    at = within.length === sentences.length ? bounds.end : next
    return aligned
  })
}

function alignOne(s: Sentence, points: string[], { start, end }: Span): [Sentence, number] {
  const words = s.words.map((w) => ({ ...w }))
  let at = start
  for (let i = 0; i < words.length; i++) {
    const token = words[i].token >= 0 ? s.tokens[words[i].token] : null
    if (token && i === token.first) {
      const span = find(token.form, points, at, end)
      if (span) {
        share(words, token, points, span)
        at = span.end
      }
      i = token.last
      continue
    }
    words[i].span = find(words[i].form, points, at, end)
    at = words[i].span?.end ?? at
  }
  return [{ ...s, words }, at]
}

const far = 200 // code points: a form farther off is another one

/** find is the next place of a form, white space inside it and between passed over. */
function find(form: string, points: string[], from: number, to: number): Span | null {
  const letters = Array.from(form).filter((c) => c.trim() !== '')
  if (letters.length === 0) return null
  for (let start = from; start < Math.min(to, from + far); start++) {
    if (points[start] !== letters[0]) continue
    let at = start
    let k = 0
    while (k < letters.length && at < to && (points[at] === letters[k] || points[at].trim() === '')) {
      if (points[at] === letters[k]) k++
      at++
    }
    if (k === letters.length) return { start, end: at }
  }
  return null
}

function share(words: Word[], token: Token, points: string[], span: Span) {
  let at = span.start
  const spans: Span[] = []
  for (let i = token.first; i <= token.last; i++) {
    const found = find(words[i].form, points, at, span.end)
    if (!found || found.start !== at) break
    spans.push(found)
    at = found.end
  }
  const whole = spans.length === token.last - token.first + 1 && at === span.end
  for (let i = token.first; i <= token.last; i++) words[i].span = whole ? spans[i - token.first] : span
}

/** A Name is a run of words with B- and I- labels of one kind. */
export interface Name {
  kind: string
  first: number
  last: number
}

export function namesOf(words: Word[]): Name[] {
  const out: Name[] = []
  words.forEach(({ name }, i) => {
    const found = /^([BIES])-(.+)$/.exec(name)
    if (!found) return
    const last = out.at(-1)
    if (found[1] !== 'B' && found[1] !== 'S' && last && last.last === i - 1 && last.kind === found[2]) last.last = i
    else out.push({ kind: found[2], first: i, last: i })
  })
  return out
}

/** An Arc joins a word to its head, at a height that keeps it above those it spans. */
export interface Arc {
  from: number
  to: number
  label: string
  /** 1 is the lowest */
  height: number
}

/** arcsOf are the arcs of a sentence, the short ones lowest: each is higher than all that lie under it, so no arc runs through another's label. */
export function arcsOf(words: Word[]): Arc[] {
  const arcs = words.flatMap((w, i) => (w.head >= 0 && w.head !== i ? [{ from: w.head, to: i, label: w.deprel, height: 1 }] : []))
  const length = (a: Arc) => Math.abs(a.from - a.to)
  arcs.sort((a, b) => length(a) - length(b))
  const top = new Array<number>(words.length).fill(0) // the highest arc over the gap before each word
  for (const a of arcs) {
    const [left, right] = [Math.min(a.from, a.to), Math.max(a.from, a.to)]
    let under = 0
    for (let i = left + 1; i <= right; i++) under = Math.max(under, top[i])
    a.height = under + 1
    top.fill(a.height, left + 1, right + 1)
  }
  return arcs
}
