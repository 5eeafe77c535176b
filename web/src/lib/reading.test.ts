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
