// A strip of dates: days become places along it, far-off times get a stretch of their own behind a break, and bars are packed into rows.
import { dayOf, dayText, months as longMonths, numberOf } from './days'

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
  const days = last - first + 1
  const room = (x1 - x0) / days
  const place = (n: number) => x0 + (n - first) * room
  const ticks: Stretch['ticks'] = []
  const part = (n: number) => dayOf(n).split('-').map(Number)
  if (days <= 40) {
    const step = [1, 2, 5, 7, 10, 15].find((s) => s * room >= 26) ?? 40
    for (let n = first; n <= last; n += step) ticks.push({ x: place(n + 0.5), text: String(part(n)[2]) })
  } else {
    const every = days > 1200 ? Math.max(1, Math.ceil((days / 365) * (44 / (x1 - x0)))) : 0
    const months = every === 0 ? ([1, 2, 3, 6, 12].find((m) => m * 30.4 * room >= 44) ?? 12) : 12 * every
    const [y0, m0] = part(first)
    for (let month = Math.ceil((y0 * 12 + m0 - 1) / months) * months; ; month += months) {
      const [y, m] = [Math.floor(month / 12), (month % 12) + 1]
      const n = numberOf(`${y}-${m}-1`)
      if (n > last) break
      if (n >= first) ticks.push({ x: place(n), text: m === 1 ? String(y) : shortMonths[m - 1] })
    }
  }
  return { first, last, x0, x1, ticks, title: titleOf(first, last, x1 - x0) }
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
  for (const s of stretches) if (n <= s.last + 1) return s.x0 + (Math.max(0, n - s.first) / (s.last + 1 - s.first)) * (s.x1 - s.x0)
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
