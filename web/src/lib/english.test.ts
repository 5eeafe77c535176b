import { expect, test } from 'vitest'
import { an, capital, conjugated, inflect, isPlural, listed, numbered, often, thousands } from './english'

test('forms of verbs', () => {
  expect(['seize %', 'be seized', 'lift or ease it', 'sexually assault %', 'expel %', 'carry out', 'go on strike'].map((v) => inflect(v, 'past', false))).toEqual(['seized %', 'was seized', 'lifted or eased it', 'sexually assaulted %', 'expelled %', 'carried out', 'went on strike'])
  expect(['make a promise', 'ban %', 'free %', 'deny %'].map((v) => inflect(v, 'ing', false))).toEqual(['making a promise', 'banning %', 'freeing %', 'denying %'])
  expect(['push %', 'defy %', 'go', 'have'].map((v) => inflect(v, 'present', false))).toEqual(['pushes %', 'defies %', 'goes', 'has'])
  expect([conjugated('deny', false, false), conjugated('deny', true, false), conjugated('deny', false, true), conjugated('deny', true, true)]).toEqual(['denies', 'deny', 'does not deny', 'do not deny'])
})

test('plural by the head of a phrase', () => {
  expect(['rebels', 'US officials', 'police', 'two envoys of the council', 'small group of gunmen', 'member of the rebel council', 'some of the judges', 'Human rights groups', 'his own people', 'Congress', 'European Union leaders, who met'].map(isPlural)).toEqual([true, true, true, true, false, false, true, true, true, false, true])
})

test('numbers, lists and capitals', () => {
  expect([999, 60000, 1234567].map(thousands)).toEqual(['999', '60,000', '1,234,567'])
  expect([1, 2, 3].map(often)).toEqual(['once', 'twice', '3 times'])
  expect([numbered(1, 'deed'), numbered(1200, 'deed')]).toEqual(['one deed', '1,200 deeds'])
  expect([listed([]), listed(['A']), listed(['A', 'B']), listed(['A', 'B', 'C'])]).toEqual(['', 'A', 'A and B', 'A, B and C'])
  expect([an('office'), an('mayor'), capital('“so”'), capital('so')]).toEqual(['an office', 'a mayor', '“So”', 'So'])
})
