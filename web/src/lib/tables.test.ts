import { expect, test } from 'vitest'
import { compare, few, letters, matches, reach, sorted, turned } from './tables'

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

test('the rows that are drawn hold the one that is chosen', () => {
  const start = { from: 0, to: few }
  expect(reach(start, -1)).toBe(start)
  expect(reach(start, few - 1)).toBe(start)
  for (const at of [few, few + 3, 300, 0, 290, 331]) {
    for (const now of [start, { from: 290, to: 330 }]) {
      const { from, to } = reach(now, at)
      expect(from).toBeGreaterThanOrEqual(0)
      expect(at >= from && at < to).toBe(true)
      expect(to - from).toBeLessThanOrEqual(2 * few)
    }
  }
  expect(reach(start, few + 3).from).toBe(0) // one near is added, one far off has its own neighbours
  expect(reach(start, 300).from).toBeGreaterThan(few)
})
