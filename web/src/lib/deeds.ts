// Who did what to whom: the happenings of a reading as ties between its participants.
import type { Event } from './record'
import type { Happening, Reading } from './reading'
import { isDone } from './say'
import { numeric } from './tables'

/** Standing is how far a deed is from done. */
export type Standing = 'done' | 'open' | 'denied'

/** A Tie is all of one kind that one participant did to another. */
export interface Tie {
  key: string
  /** who acts; null: nobody is named */
  from: string | null
  /** to whom; null: to nobody in particular */
  to: string | null
  /** both do it to each other */
  mutual: boolean
  quad: number
  standing: Standing
  /** all rest on somebody's word */
  claimed: boolean
  /** told with these sides only in a further report of a happening that has a tie already */
  again: boolean
  happenings: Happening[]
  /** what was done, with how often: "COERCE ×2" */
  label: string
}

/** typeOf is what a deed is called: its type, or its CAMEO code where it has none. */
export function typeOf(e: Event): string {
  return e.event_type ?? `CAMEO ${e.cameo}`
}

/** typeText is the type with its mode, "ASSAULT (aerial)". */
export function typeText(e: Event): string {
  return typeOf(e) + (e.mode === null ? '' : ` (${e.mode})`)
}

/** standingOf is how far a deed is from done, by its status. */
export function standingOf(e: Event): Standing {
  if (e.status === 'denied') return 'denied'
  return isDone(e.status) ? 'done' : 'open'
}

/** isClaimed says whether every report of a happening rests on somebody's word. */
export function isClaimed(h: Happening): boolean {
  return h.reports.every((e) => e.attributions.length > 0)
}

/** sidesOf are the sides of a happening; a side that its first report leaves out is taken from the first that tells it. */
export function sidesOf(h: Happening): { actors: string[]; recipients: string[] } {
  const first = (side: 'actors' | 'recipients') => h.reports.find((e) => e[side].length > 0)?.[side] ?? []
  const whole = h.reports.find((e) => e.actors.length > 0 && e.recipients.length > 0)
  const { actors, recipients } = h.first
  if (actors.length > 0 && recipients.length > 0) return h.first
  if (actors.length === 0 && recipients.length === 0) return whole ?? { actors: first('actors'), recipients: first('recipients') }
  const same = (list: string[]) => list.filter((id) => !actors.includes(id) && !recipients.includes(id))
  return { actors: actors.length > 0 ? actors : same(first('actors')), recipients: recipients.length > 0 ? recipients : same(first('recipients')) }
}

/** tiesOf are the ties of a reading, those with most happenings first. */
export function tiesOf(view: Reading): Tie[] {
  const ties = new Map<string, Tie>()
  const told = new Set<string>() // happening and pair
  for (const h of view.happenings) {
    const { actors, recipients } = sidesOf(h)
    for (const [from, to] of pairs(actors, recipients)) put(ties, told, h, from, to, false)
  }
  for (const h of view.happenings)
    for (const e of h.reports)
      if (e.actors.length > 0 && e.recipients.length > 0) for (const [from, to] of pairs(e.actors, e.recipients)) put(ties, told, h, from, to, true)
  for (const t of ties.values()) t.label = labelOf(t.happenings)
  return [...ties.values()].sort((a, b) => b.happenings.length - a.happenings.length)
}

function pairs(actors: string[], recipients: string[]): [string | null, string | null][] {
  const left = actors.length > 0 ? actors : [null]
  const right = recipients.length > 0 ? recipients : [null]
  return left.flatMap((a) => right.map((r): [string | null, string | null] => [a, r]))
}

function put(ties: Map<string, Tie>, told: Set<string>, h: Happening, from: string | null, to: string | null, again: boolean) {
  const mutual = h.first.reciprocal && from !== null && to !== null
  const [a, b] = mutual && String(from) > String(to) ? [to, from] : [from, to]
  if (told.has(`${h.first.id} ${a} ${b}`)) return
  told.add(`${h.first.id} ${a} ${b}`)
  const standing = standingOf(h.first)
  const key = [a, b, mutual, h.first.quad_class, standing, again].join(' ')
  const tie = ties.get(key)
  if (!tie) ties.set(key, { key, from, to, mutual, quad: h.first.quad_class, standing, claimed: isClaimed(h), again, happenings: [h], label: '' })
  else {
    tie.happenings.push(h)
    tie.claimed &&= isClaimed(h)
  }
}

function labelOf(happenings: Happening[]): string {
  const counts = new Map<string, number>()
  for (const h of happenings) counts.set(typeOf(h.first), (counts.get(typeOf(h.first)) ?? 0) + 1)
  return [...counts].map(([type, n]) => (n > 1 ? `${type} ×${n}` : type)).join(', ')
}

/** pick gives the participants to draw, those with most happenings and with ties among them first, and how many others there is no room for. */
export function pick(ties: Tie[], most: number): { ids: string[]; left: number } {
  const weights = new Map<string, number>()
  const sides = (t: Tie) => [...new Set([t.from, t.to])].filter((id) => id !== null)
  for (const t of ties) for (const id of sides(t)) weights.set(id, (weights.get(id) ?? 0) + t.happenings.length * (t.again ? 0.2 : 1))
  const heaviest = (t: Tie) => Math.max(0, ...sides(t).map((id) => weights.get(id)!)) + sides(t).length
  const ids = new Set<string>()
  for (const t of [...ties].sort((a, b) => heaviest(b) - heaviest(a))) {
    const fresh = sides(t).filter((id) => !ids.has(id))
    if (ids.size + fresh.length <= most) for (const id of fresh) ids.add(id)
  }
  return { ids: [...ids].sort((a, b) => numeric(a) - numeric(b)), left: weights.size - ids.size }
}

/** eventsOf are the ids of a tie's events, first reports before further ones. */
export function eventsOf(t: Tie): string[] {
  return [...t.happenings.map((h) => h.first.id), ...t.happenings.flatMap((h) => h.reports.slice(1).map((e) => e.id))]
}

/** next is what a click on a tie chooses: its first event, or the happening after the one that is chosen. */
export function next(t: Tie, selected: string | null): string {
  const at = t.happenings.findIndex((h) => h.reports.some((e) => e.id === selected))
  return t.happenings[(at + 1) % t.happenings.length].first.id
}

/** statusText says how far a happening is from done and on whose word it rests, "" if it is told as done by the article itself. */
export function statusText(h: Happening): string {
  const parts = []
  if (h.first.status !== 'occurred') parts.push(h.first.status)
  if (isClaimed(h)) parts.push('claimed')
  return parts.join(', ')
}
