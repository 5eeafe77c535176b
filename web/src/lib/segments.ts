// The text cut where any layer begins or ends: paragraphs of segments, each under the statements whose content it is.
import type { Reading } from './reading'
import type { Event } from './record'

export const layers = ['source', 'cue', 'content', 'actor', 'event', 'date', 'place', 'passed'] as const
export type Layer = (typeof layers)[number]

/** A Mark is words of one layer; id is the fact, entity, date or place that they are of. */
export interface Mark {
  layer: Layer
  id: string
  start: number
  end: number
}

/** A Segment is a stretch of text with the same marks from end to end. */
export interface Segment {
  start: number
  end: number
  text: string
  marks: Mark[] // without contents
}

/** A Nest is text under a content, or a paragraph: its parts are segments and further contents. */
export interface Nest {
  content: Mark | null
  first: boolean // the content begins here
  last: boolean // and ends here
  parts: (Nest | Segment)[]
}

/** A Paragraph is a line of the text, or a stretch of one that is too long to be laid out at once. */
export interface Paragraph extends Nest {
  goesOn: boolean // the line goes on in the next
}

export const isNest = (part: Nest | Segment): part is Nest => 'parts' in part

/** marksOf are the marks of all layers, in order of start, the longer first. */
export function marksOf(view: Reading): Mark[] {
  const all: Mark[] = []
  const add = (layer: Layer, id: string, span: { start: number; end: number } | null) => {
    if (span && span.start < span.end && span.end <= view.points.length) all.push({ layer, id, start: span.start, end: span.end })
  }
  const r = view.record
  for (const a of r.attributions) {
    add('source', a.id, a.source)
    add('cue', a.id, a.cue)
    for (const c of a.content) add('content', a.id, c)
  }
  const taking = participants(view)
  for (const n of r.entities) if (taking.has(n.id)) for (const m of n.mentions) add('actor', n.id, m)
  for (const e of r.events) for (const x of e.evidence) add('event', e.id, x)
  for (const s of r.states) for (const x of s.evidence) add('event', s.id, x)
  for (const d of r.dates) add('date', d.id, d)
  for (const p of r.places) for (const m of p.mentions) if (m.type === 'location') add('place', p.id, m)
  r.notes.forEach((n, i) => n.end - n.start < view.points.length && add('passed', `note ${i}`, n)) // a note on the whole marks nothing
  return all.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** participants are the entities that do, suffer, hold or say something. */
export function participants(view: Reading): Set<string> {
  const r = view.record
  const ids = [
    ...r.events.flatMap((e: Event) => [...e.actors, ...e.recipients]),
    ...r.states.flatMap((s) => [s.subject, s.object]),
    ...r.attributions.flatMap((a) => [a.source?.entity, a.addressee?.entity]),
  ]
  return new Set(ids.filter((id): id is string => typeof id === 'string'))
}

/** counts are how many facts, participants, dates and places each layer has. */
export function counts(marks: Mark[]): Record<Layer, number> {
  const ids = Object.fromEntries(layers.map((l) => [l, new Set<string>()])) as Record<Layer, Set<string>>
  for (const m of marks) ids[m.layer].add(m.id)
  return Object.fromEntries(layers.map((l) => [l, ids[l].size])) as Record<Layer, number>
}

/** paragraphs are the lines of the text that are not blank, each a nest. Linear in text and marks but for marks that stand over one another. */
export function paragraphs(view: Reading, marks: Mark[]): Paragraph[] {
  const out: Paragraph[] = []
  let next = 0 // the first mark that has not begun
  let open: Mark[] = []
  for (const [from, to, goesOn] of lines(view.points)) {
    const borders = new Set([from, to])
    while (next < marks.length && marks[next].start < to) open.push(marks[next++])
    open = open.filter((m) => m.end > from)
    for (const m of open) for (const b of [m.start, m.end]) if (b > from && b < to) borders.add(b)
    out.push({ ...nest(cut(view, [...borders].sort((a, b) => a - b), open)), goesOn })
  }
  return out
}

// A browser lays out a block as a whole. No paragraph of news is as long as this; a text in one line of a million characters is.
const longest = 8000

/** lines yields the spans of lines that are not blank, the longest in stretches cut at a blank, and whether the line goes on. */
function* lines(points: string[]): Generator<[number, number, boolean]> {
  let from = 0
  for (let i = 0; i <= points.length; i++) {
    if (i < points.length && points[i] !== '\n') continue
    if (points.slice(from, i).some((p) => p.trim() !== '')) yield* stretches(points, from, i)
    from = i + 1
  }
}

function* stretches(points: string[], from: number, to: number): Generator<[number, number, boolean]> {
  while (to - from > longest) {
    let end = from + longest
    while (end > from + longest / 2 && points[end - 1] !== ' ') end--
    if (points[end - 1] !== ' ') end = from + longest
    yield [from, end, true]
    from = end
  }
  yield [from, to, false]
}

interface Piece {
  segment: Segment
  over: Mark[] // contents, the outermost first
}

/** cut makes the pieces between borders; marks are those that reach into the paragraph, in order of start. */
function cut(view: Reading, borders: number[], marks: Mark[]): Piece[] {
  const pieces: Piece[] = []
  let next = 0
  let live: Mark[] = []
  for (let i = 0; i + 1 < borders.length; i++) {
    const [start, end] = [borders[i], borders[i + 1]]
    while (next < marks.length && marks[next].start <= start) live.push(marks[next++])
    live = live.filter((m) => m.end > start)
    const over = live.filter((m) => m.layer === 'content').sort((a, b) => a.start - b.start || b.end - a.end)
    pieces.push({ segment: { start, end, text: view.slice({ start, end }), marks: live.filter((m) => m.layer !== 'content') }, over })
  }
  return pieces
}

/** nest puts pieces under their contents; a content that crosses another's border is drawn in two parts. */
function nest(pieces: Piece[]): Nest {
  const root: Nest = { content: null, first: true, last: true, parts: [] }
  const path: Nest[] = [root]
  for (const { segment, over } of pieces) {
    let depth = 0
    while (depth < over.length && path[depth + 1]?.content === over[depth]) depth++
    path.length = depth + 1
    for (; depth < over.length; depth++) {
      const inner: Nest = { content: over[depth], first: over[depth].start === segment.start, last: false, parts: [] }
      path[depth].parts.push(inner)
      path.push(inner)
    }
    path[path.length - 1].parts.push(segment)
    for (const n of path) if (n.content?.end === segment.end) n.last = true
  }
  return root
}

/** heightOf is how many contents stand inside one another below a nest, itself not counted. */
export function heightOf(n: Nest): number {
  return Math.max(0, ...n.parts.filter(isNest).map((p) => 1 + heightOf(p)))
}
