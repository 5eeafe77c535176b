import { expect, test } from 'vitest'
import { compare, letters, matches, sorted, turned } from './tables'

test('a column clicked twice turns round', () => {
  const first = turned({ key: 'id', down: false }, 'who')
  expect(first).toEqual({ key: 'who', down: false })
  expect(turned(first, 'who')).toEqual({ key: 'who', down: true })
})

test('values are ordered the same on every machine, nothing last', () => {
  expect(['b', 'Ábel', null, 'a', ''].sort((a, b) => compare(a, b, false))).toEqual(['a', 'Ábel', 'b', null, ''])
  expect(['b', null, 'a'].sort((a, b) => compare(a, b, true))).toEqual(['b', 'a', null])
  expect([10, 9, null].sort((a, b) => compare(a, b, true))).toEqual([10, 9, null])
})

test('rows alike keep their order, both ways', () => {
  const rows = [['x', 1], ['y', 1], ['z', 0]] as [string, number][]
  expect(sorted(rows, (r) => r[1], false).map((r) => r[0])).toEqual(['z', 'x', 'y'])
  expect(sorted(rows, (r) => r[1], true).map((r) => r[0])).toEqual(['x', 'y', 'z'])
})

test('words are found whatever their case and accents', () => {
  expect(letters('Sebastián PIÑERA')).toBe('sebastian pinera')
  expect(matches('Sebastián Piñera imposed a curfew', 'curfew pinera')).toBe(true)
  expect(matches('Sebastián Piñera', 'curfew')).toBe(false)
})
