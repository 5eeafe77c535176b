import { expect, test } from 'vitest'
import { Reading } from './reading'
import { dossier } from './sample'

const view = new Reading(dossier())

test('positions count code points', () => {
  expect(view.slice(view.record.dates[0])).toBe('Monday')
  expect(view.slice(view.record.events[1].evidence[0])).toBe('fired')
})

test('reports of one happening stand together', () => {
  expect(view.happenings.map((h) => h.reports.map((e) => e.id))).toEqual([['e1', 'e2']])
})

test('a report of a happening that the record has not is one of its own', () => {
  const d = dossier()
  d.record.events[1].same_as = 'e9'
  expect(new Reading(d).happenings.length).toBe(2)
})

test('names carry country and sector', () => {
  expect(view.nameOf('n1')).toBe('police (LBY COP)')
  expect(view.nameOf('n9')).toBe('someone unknown')
})

test('a speech act knows the first deed that it speaks of', () => {
  const d = dossier()
  d.record.events.push({ ...d.record.events[0], id: 'e3', of: 'e1' }, { ...d.record.events[0], id: 'e4', of: 'e1' })
  const view = new Reading(d)
  expect([view.deedOf('e1')?.id, view.deedOf('e2')?.id]).toEqual(['e3', undefined])
})

test('an article before a word is found at the very start too', () => {
  const view = new Reading(dossier())
  expect([view.before({ start: 0 }), view.before({ start: 3 }), view.before({ start: 16 })]).toEqual(['', 'Reb', ' the '])
})
