// Words for people that stand for the codes of a record.
import type { Reading } from './reading'
import type { Attribution, Event, Place, Span, State } from './record'

/** quadNames are the quad classes in words, by their numbers from 1. */
export const quadNames = ['', 'cooperation in words', 'cooperation in deeds', 'conflict in words', 'conflict in deeds']

const kindNames: Record<string, string> = { e: 'Event', s: 'State', a: 'Statement', n: 'Participant', p: 'Place', d: 'Date' }

/** kindOf is what an id is of, by its letter. */
export const kindOf = (id: string): string => kindNames[id[0]] ?? ''

/** speaker is who an attribution says it is; a short "he" gives way to the name behind it. */
export function speaker(view: Reading, a: Attribution): string {
  if (!a.source) return 'somebody unnamed'
  const words = a.source.text.replace(/\s+/g, ' ')
  const entity = view.entity(a.source.entity)
  return entity && !words.includes(entity.name) && words.split(' ').length <= 2 ? entity.name : words
}

/** deed is the trigger of an event or a state in the article's own words. */
export const deed = (view: Reading, x: Event | State): string => (x.evidence[0] ? view.words(x.evidence[0]) : '')

const closely = {
  point: 'a point',
  city: 'a town',
  area: 'an area reckoned from other places',
  region: 'a region: the coordinates are a label’s',
  country: 'a country: the coordinates are a label’s',
}

/** precise says how closely a place is fixed. */
export function precise(p: Place): string {
  const at = p.lat === null || p.lon === null ? 'not on the map' : `${p.lat.toFixed(2)}, ${p.lon.toFixed(2)}`
  if (p.precision === null) return at
  return `${at} · ${closely[p.precision]}${p.radius_km !== null && p.precision !== 'country' ? `, within ${p.radius_km} km` : ''}`
}

/** reporting are the statements that an event or a state stands in, the innermost first. */
export const reporting = (view: Reading, x: Event | State): Attribution[] =>
  [...x.attributions].reverse().flatMap((id) => view.attribution(id) ?? [])

/** resting are the ids of events and states that rest on a statement. */
export const resting = (view: Reading, a: Attribution): string[] =>
  [...view.record.events, ...view.record.states].filter((x) => x.attributions.includes(a.id)).map((x) => x.id)

/** within are the statements inside a statement. */
export const within = (view: Reading, a: Attribution): Attribution[] => view.record.attributions.filter((x) => x.within === a.id)

/** taking are the ids of the facts in which somebody takes part. */
export const taking = (view: Reading, id: string): string[] => [
  ...view.record.events.filter((e) => e.actors.includes(id) || e.recipients.includes(id)).map((e) => e.id),
  ...view.record.states.filter((s) => s.subject === id || s.object === id).map((s) => s.id),
  ...view.record.attributions.filter((a) => a.source?.entity === id || a.addressee?.entity === id).map((a) => a.id),
]

/** passedOver are the notes on words: what was not coded there, and why. */
export const passedOver = (view: Reading, spans: Span[]) =>
  view.record.notes.filter((n) => spans.some((s) => s.start < n.end && n.start < s.end))

const worded = (e: Event) => e.date?.basis === 'stated' || e.date?.basis === 'carried'

/** dated is the report of the same happening that tells when, where this one does not. */
export const dated = (view: Reading, e: Event): Event | undefined =>
  worded(e) ? undefined : view.happeningOf(e.id)?.reports.find((x) => worded(x))

/** placed is the report of the same happening that tells where, where this one does not. */
export const placed = (view: Reading, e: Event): Event | undefined =>
  e.place ? undefined : view.happeningOf(e.id)?.reports.find((x) => x.place !== null)
