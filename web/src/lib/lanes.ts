// A strip of dates: days become places along it, far-off times get a stretch of their own behind a break, and bars are packed into rows.
import { scaleUtc } from 'd3-scale'
import { utcDay, utcMonth, utcYear, type TimeInterval } from 'd3-time'
import { dayOf, dayText, instantOf, months as longMonths, numberOf } from './days'

/** A Span of days; null is open. */
export interface Days {
  from: string | null
  to: string | null
}

/** A Stretch is a part of the strip with a scale of its own: whole days from the start of `first` to the end of `last`. */
export interface Stretch {
  first: number
  last: number
  x0: number
  x1: number
  ticks: { x: number; text: string }[]
  /** the year or month that its ticks leave unsaid */
  title: string
}

export interface Strip {
  stretches: Stretch[]
  /** where the strip is broken, and how much time is left out there */
  breaks: { x: number; text: string }[]
  width: number
}

const breakWidth = 30

/** strip lays out the days of some spans over a width. `open` is the room for bars without start or end. */
export function strip(spans: Days[], width: number, open: { left: number; right: number }): Strip {
  const pieces = cut(spans, width < 520 ? 3 : 4)
  const weights = pieces.map((p) => spans.filter((s) => [s.from, s.to].some((d) => d !== null && numberOf(d) >= p.first && numberOf(d) <= p.last)).length)
  const narrow = width < 520
  const least = narrow ? 58 : 112
  const most = Math.max(...weights)
  const room = width - open.left - open.right - breakWidth * (pieces.length - 1)
  const main = weights.lastIndexOf(most)
  const share = (room * 0.6) / Math.max(1, pieces.length - 1)
  const others = pieces.map((_, i) => (i === main ? 0 : Math.min(share, least + Math.log2(1 + weights[i]) * (narrow ? 6 : 40), least * 2)))
  const rest = room - others.reduce((a, b) => a + b, 0)
  let x = open.left
  const stretches: Stretch[] = []
  const breaks: Strip['breaks'] = []
  pieces.forEach((p, i) => {
    if (i > 0) {
      breaks.push({ x: x + breakWidth / 2, text: lengthText(p.first - pieces[i - 1].last - 1) })
      x += breakWidth
    }
    const x1 = x + (i === main ? rest : others[i])
    stretches.push(stretch(padded(p, pieces, i), x, x1))
    x = x1
  })
  return { stretches, breaks, width }
}

interface Piece {
  first: number
  last: number
}

/** cut divides the days of the spans where a gap takes most of the time between them, into so many pieces at most. */
export function cut(spans: Days[], most: number): Piece[] {
  const days = new Set<number>()
  const covered: Piece[] = []
  for (const { from, to } of spans) {
    if (from !== null) days.add(numberOf(from))
    if (to !== null) days.add(numberOf(to))
    if (from !== null && to !== null) covered.push({ first: numberOf(from), last: numberOf(to) })
  }
  const sorted = [...days].sort((a, b) => a - b)
  const out: Piece[] = []
  const split = (list: number[]) => {
    let [gap, at] = [0, 0]
    for (let i = 1; i < list.length; i++) {
      const [a, b] = [list[i - 1], list[i]]
      if (b - a > gap && !covered.some((c) => c.first <= a && c.last >= b)) [gap, at] = [b - a, i]
    }
    const all = list[list.length - 1] - list[0]
    if (gap > 12 && gap > all * 0.5) {
      split(list.slice(0, at))
      split(list.slice(at))
    } else out.push({ first: list[0], last: list[list.length - 1] })
  }
  if (sorted.length > 0) split(sorted)
  while (out.length > most) mergeNearest(out)
  return out
}

function mergeNearest(pieces: Piece[]) {
  let at = 1
  for (let i = 2; i < pieces.length; i++) if (pieces[i].first - pieces[i - 1].last < pieces[at].first - pieces[at - 1].last) at = i
  pieces.splice(at - 1, 2, { first: pieces[at - 1].first, last: pieces[at].last })
}

/** padded gives a piece of a few days a day of air on both sides. */
function padded(p: Piece, pieces: Piece[], i: number): Piece {
  if (p.last - p.first > 6 || pieces.length > 1 && p.last - p.first > 2) return p
  const room = (q: Piece | undefined, gap: number) => (q === undefined || gap > 4 ? 1 : 0)
  return { first: p.first - room(pieces[i - 1], p.first - (pieces[i - 1]?.last ?? 0)), last: p.last + room(pieces[i + 1], (pieces[i + 1]?.first ?? 0) - p.last) }
}

const shortMonths = longMonths.map((m) => m.slice(0, 3))

function stretch({ first, last }: Piece, x0: number, x1: number): Stretch {
  const [begin, end] = [instantOf(first), instantOf(last + 1)]
  const scale = scaleUtc([begin, end], [x0, x1])
  const days = last - first + 1
  const room = (x1 - x0) / days
  // Of a few days each so many have a tick, in the middle; of more, months and years are told where they begin.
  const step = [1, 2, 5, 7, 10, 15].find((n) => n * room >= 26) ?? few
  const ticks = days <= few ? utcDay.range(begin, end, step) : scale.ticks(everyOf(days, room)!).filter((t) => t < end)
  const middle = days <= few ? room / 2 : 0
  return { first, last, x0, x1, ticks: ticks.map((t) => ({ x: scale(t) + middle, text: tickText(t, days) })), title: titleOf(first, last, x1 - x0) }
}

const few = 40

/** everyOf is how often a month or a year has a tick, so that their words have room; room is a day's, in pixels. */
function everyOf(days: number, room: number): TimeInterval | null {
  const months = [1, 2, 3, 6].find((n) => n * 30.4 * room >= 44)
  return days <= 1200 && months ? utcMonth.every(months) : utcYear.every(Math.max(1, Math.ceil(44 / (365.25 * room))))
}

function tickText(t: Date, days: number): string {
  if (days <= few) return String(t.getUTCDate())
  return t.getUTCMonth() === 0 ? String(t.getUTCFullYear()) : shortMonths[t.getUTCMonth()]
}

/** titleOf names the time of a stretch as shortly as is clear. */
function titleOf(first: number, last: number, width: number): string {
  const [[y, m], [v, w]] = [first, last].map((n) => dayOf(n).split('-').map(Number))
  const name = (month: number) => (width < 110 ? shortMonths : longMonths)[month - 1]
  if (y === v && m === w) return `${name(m)} ${y}`
  if (y === v) return m === 1 && w === 12 ? String(y) : `${name(m)}–${name(w)} ${y}`
  return last - first > 1200 ? `${y}–${v}` : `${shortMonths[m - 1]} ${y} – ${shortMonths[w - 1]} ${v}`
}

/** lengthText is a number of days in round words. */
export function lengthText(days: number): string {
  if (days >= 700) return `${Math.round(days / 365.25)} years`
  if (days >= 60) return `${Math.round(days / 30.4)} months`
  return days === 1 ? '1 day' : `${days} days`
}

/** xOf is where a moment lies: a day's start, or with `end` its end. Days in a break lie at its edge. */
export function xOf({ stretches }: Strip, day: string, end: boolean): number {
  const n = numberOf(day) + (end ? 1 : 0)
  for (const s of stretches) if (n <= s.last + 1) return scaleUtc([instantOf(s.first), instantOf(s.last + 1)], [s.x0, s.x1]).clamp(true)(instantOf(n))
  return stretches[stretches.length - 1].x1
}

/** A Bar is what stands on the strip for one item: from x0 to x1, fading out on the sides that are open. */
export interface Bar {
  x0: number
  x1: number
  openLeft: boolean
  openRight: boolean
}

const fade = 74

/** barOf is the bar of a span of days, at least `least` wide. */
export function barOf(s: Strip, { from, to }: Days, least: number): Bar {
  let x0 = from === null ? xOf(s, to!, true) - fade : xOf(s, from, false)
  let x1 = to === null ? xOf(s, from!, false) + fade : xOf(s, to, true)
  if (from === null) x0 = Math.min(x0, xOf(s, to!, false) - 24)
  if (to === null) x1 = Math.max(x1, xOf(s, from!, true) + 24)
  if (x1 - x0 < least) [x0, x1] = [(x0 + x1 - least) / 2, (x0 + x1 + least) / 2]
  x0 = Math.max(0, x0)
  x1 = Math.min(s.width, x1)
  if (x1 - x0 < least) [x0, x1] = x0 <= 0 ? [0, least] : [s.width - least, s.width]
  return { x0, x1, openLeft: from === null, openRight: to === null }
}

/** pack puts each of the stretches of a line into the first row where it is free, with a gap; those of an earlier rank choose first. It gives each one's row. */
export function pack(items: { x0: number; x1: number; rank: number }[], gap: number): number[] {
  const rows: { x0: number; x1: number }[][] = []
  const out = new Array<number>(items.length)
  const order = items.map((_, i) => i).sort((a, b) => items[a].rank - items[b].rank || items[a].x0 - items[b].x0 || a - b)
  for (const i of order) {
    const { x0, x1 } = items[i]
    let row = rows.findIndex((r) => r.every((o) => o.x1 + gap <= x0 || x1 + gap <= o.x0))
    if (row < 0) row = rows.push([]) - 1
    rows[row].push({ x0, x1 })
    out[i] = row
  }
  return out
}

/** axisText is a strip's time in words, for those who do not see it. */
export function axisText(s: Strip): string {
  return s.stretches.map((t) => `${dayText(dayOf(t.first))} to ${dayText(dayOf(t.last))}`).join('; then ')
}
