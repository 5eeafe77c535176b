import { expect, test } from 'vitest'
import { dated, passedOver, placed, reporting, resting, speaker, taking, within } from './names'
import { Reading } from './reading'
import { dossier } from './sample'

const view = new Reading(dossier())
const [e1, e2] = view.record.events
const [a1, a2] = view.record.attributions

test('the chain of speakers begins with the innermost', () => {
  expect(reporting(view, e1).map((a) => speaker(view, a))).toEqual(['the mayor', 'Rebels'])
  expect(reporting(view, e2)).toEqual([])
})

test('what rests on a statement, and what stands in it', () => {
  expect(resting(view, a2)).toEqual(['e1'])
  expect(within(view, a1)).toEqual([a2])
})

test('in what somebody takes part', () => {
  expect(taking(view, 'n1')).toEqual(['e1', 'e2'])
})

test('what was passed over at words', () => {
  expect(passedOver(view, view.record.entities[0].mentions).map((n) => n.rule)).toEqual(['assault.txt:9'])
  expect(passedOver(view, e1.evidence)).toEqual([])
})

test('another report tells when and where, if this one does not', () => {
  const d = dossier()
  d.record.events[1].date = { from: '2011-07-18', to: '2011-07-18', expression: 'd1', basis: 'stated' }
  d.record.events[1].place = 'p1'
  const told = new Reading(d)
  expect(dated(told, told.record.events[0])?.id).toBe('e2')
  expect(placed(told, told.record.events[0])?.id).toBe('e2')
  expect(dated(told, told.record.events[1])).toBeUndefined()
  expect(placed(view, e1)).toBeUndefined()
})
