import { expect, test } from 'vitest'
import { eventsOf, next, pick, tiesOf } from './deeds'
import { layout } from './layout'
import { overlap } from './labels'
import { marksOf, placesOf, relativeText } from './marks'
import { Reading } from './reading'
import { doneOf, doneText } from './told'
import type { Dossier, Event, Place } from './record'

const deed = (id: string, actors: string[], recipients: string[], more: Partial<Event> = {}): Event => ({
  id, event_type: 'COERCE', mode: null, contexts: [], cameo: '170', quad_class: 4, goldstein: -7, actors, recipients, reciprocal: false, actor_mentions: [], recipient_mentions: [],
  date: null, duration: null, place: null, counts: [], issues: [], status: 'occurred', because: '', of: null, attributions: [], stance: null, same_as: null,
  evidence: [{ start: 0, end: 5 }], rule: '', confidence: 1, ...more,
})
const place = (id: string, name: string, more: Partial<Place> = {}): Place => ({
  id, name, lat: 32, lon: 13, country: 'LBY', admin1: null, admin2: null, geonames: null, feature: null, precision: 'city', radius_km: 5, confidence: 1, relative: null,
  mentions: [{ start: 0, end: 5, type: 'location' }], ...more,
})

function reading(events: Event[], places: Place[] = []): Reading {
  const ids = [...new Set(events.flatMap((e) => [...e.actors, ...e.recipients]))]
  const entities = ids.map((id) => ({ id, name: `Name ${id}`, kind: 'other', country: null, sector: null, sectors: [], code: null, role: null, wikidata: null, named: true, mentions: [] }))
  return new Reading({ record: { article: { text: 'words' }, entities, places, dates: [], attributions: [], events, states: [] }, rules: {}, terms: {}, csv: '', trees: null } as unknown as Dossier)
}

test('happenings of one kind between two are one tie, and a denied one is apart', () => {
  const ties = tiesOf(reading([deed('e1', ['n1'], ['n2']), deed('e2', ['n1'], ['n2']), deed('e3', ['n1'], ['n2'], { status: 'denied' }), deed('e4', ['n1'], ['n2'], { same_as: 'e1' })]))
  expect(ties.map((t) => [t.label, t.standing])).toEqual([['COERCE ×2', 'done'], ['COERCE', 'denied']])
  expect(eventsOf(ties[0])).toEqual(['e1', 'e2', 'e4'])
  expect([null, 'e1', 'e4', 'e2'].map((id) => next(ties[0], id))).toEqual(['e1', 'e2', 'e2', 'e1'])
})

test('a further report with other names is a thin tie, one with a side less is none', () => {
  const met = { reciprocal: true, event_type: 'CONSULT' as const }
  const ties = tiesOf(reading([deed('e1', ['n1'], ['n2'], met), deed('e2', ['n3'], ['n2'], { ...met, same_as: 'e1' }), deed('e3', ['n1'], [], { ...met, same_as: 'e1' }), deed('e4', ['n2'], ['n1'], { ...met, same_as: 'e1' })]))
  expect(ties.map((t) => [t.from, t.to, t.again])).toEqual([['n1', 'n2', false], ['n3', 'n2', true]])
})

test('what all rests on words is claimed', () => {
  const [tie] = tiesOf(reading([deed('e1', ['n1'], [], { attributions: ['a1'] })]))
  expect([tie.claimed, tie.from, tie.to]).toEqual([true, 'n1', null])
})

test('a layout is the same every time, within its width, and no box covers another', () => {
  const events = Array.from({ length: 40 }, (_, i) => deed(`e${i + 1}`, [`n${(i * 7) % 30}`], i % 4 === 0 ? [] : [`n${(i * 11 + 1) % 30}`]))
  const view = reading(events)
  const ties = tiesOf(view)
  const picked = pick(ties, 25)
  expect(picked.ids.length).toBeLessThanOrEqual(25)
  expect(picked.ids.length + picked.left).toBe(view.record.entities.length)
  const draw = () => layout(picked.ids, ties, (id) => view.nameOf(id), () => 'LBY GOV', 900)
  const one = draw()
  expect(draw()).toEqual(one)
  const boxes = one.nodes.map((n) => ({ x: n.x - n.width / 2, y: n.y - n.height / 2, width: n.width, height: n.height }))
  for (const [i, a] of boxes.entries()) {
    expect(a.x >= 0 && a.x + a.width <= 900 && a.y >= 0 && a.y + a.height <= one.height).toBe(true)
    for (const b of boxes.slice(i + 1)) expect(overlap(a, b)).toBe(false)
  }
})

test('only locations with coordinates are marks; facts of all reports count once', () => {
  const view = reading(
    [deed('e1', ['n1'], []), deed('e2', ['n1'], [], { same_as: 'e1', place: 'p2' }), deed('e3', ['n1'], [], { same_as: 'e1', place: 'p2' })],
    [
      place('p1', 'Tripoli', { mentions: [{ start: 0, end: 5, type: 'metonym' }] }),
      place('p2', 'Brega', { relative: { to: ['p1'], km: 750, bearing: 'E' } }),
      place('p3', 'Taba', { lat: null, lon: null, precision: null }),
      place('p4', 'Libya', { precision: 'country' }),
    ],
  )
  expect(marksOf(view).map((m) => [m.place.id, m.how, m.facts])).toEqual([['p2', 'dot', ['e1']], ['p4', 'shade', []]])
  expect([...placesOf(view, 'e1')]).toEqual(['p2'])
  expect(relativeText(view, view.place('p2')!)).toBe('750 km E of Tripoli')
})

test('a happening has the surest day of its reports', () => {
  const [d] = doneOf(
    reading([
      deed('e1', ['n1'], ['n2'], { date: { from: null, to: '2011-07-19', expression: null, basis: 'tense' } }),
      deed('e2', ['n1'], ['n2'], { same_as: 'e1', date: { from: '2011-07-16', to: '2011-07-16', expression: 'd1', basis: 'stated' } }),
    ]),
  )
  expect(d.event.id).toBe('e2')
  expect(doneText(d)).toBe('Name n1 — COERCE “words”, on 16 July 2011, as stated')
})
