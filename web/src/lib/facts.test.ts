import { expect, test } from 'vitest'
import { counterpart, facts, factsAt } from './facts'
import { Reading } from './reading'
import { dossier } from './sample'

const view = new Reading(dossier())
const at = (words: string) => {
  const start = view.points.join('').indexOf(words)
  return { start, end: start + words.length }
}

test('facts stand in order of text', () => {
  expect(facts(view)).toEqual(['a1', 'a2', 'e1', 'e2'])
})

test('words name their deed first, then the statements that they stand in, the inner before the outer', () => {
  expect(factsAt(view, at('fired'))).toEqual(['e1', 'a2', 'a1'])
})

test('a cue names its statement; around it stands the outer one', () => {
  expect(factsAt(view, at('denied'))).toEqual(['a2', 'a1'])
})

test('a participant comes before the deed that it takes part in', () => {
  expect(factsAt(view, at('police'))).toEqual(['n1', 'e1', 'a2', 'a1'])
})

test('plain words carry nothing', () => {
  expect(factsAt(view, { start: 51, end: 52 })).toEqual([])
})

test('in another reading of the text the same words are found again', () => {
  const later = dossier()
  later.record.events[1] = { ...later.record.events[1], id: 'e9' }
  const other = new Reading(later)
  expect(['e1', 'e2', 'a2', 'n1', 'd1', 'x1'].map((id) => counterpart(view, id, other))).toEqual(['e1', 'e9', 'a2', 'n1', 'd1', null])
  later.record.dates = []
  expect(counterpart(view, 'd1', new Reading(later))).toBe(null)
})
