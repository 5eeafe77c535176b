import { expect, test } from 'vitest'
import { around, overlap, settle, shorten, textWidth, wrap } from './labels'

test('labels cover neither each other nor what is taken', () => {
  const frame = { x: 0, y: 0, width: 200, height: 100 }
  const wishes = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((i) => ({ key: String(i), boxes: around(100, 50, 40, 14, 8) }))
  const dot = { x: 94, y: 44, width: 12, height: 12 }
  const placed = [...settle(wishes, [dot], frame).values()]
  expect(placed.length).toBeGreaterThanOrEqual(4)
  for (const [i, a] of placed.entries()) for (const b of [dot, ...placed.slice(i + 1)]) expect(overlap(a, b)).toBe(false)
})

test('long names are cut at a word', () => {
  expect(shorten('Muammar Gaddafi', 40)).toBe('Muammar Gaddafi')
  expect(shorten('leaders of France, Germany and the United States', 20)).toBe('leaders of France,…')
  expect(wrap('leaders of France, Germany and the United States', 22, 2)).toEqual(['leaders of France,', 'Germany and the…'])
  expect(wrap('Rebels', 22, 3)).toEqual(['Rebels'])
})

test('without a canvas, widths are estimated', () => {
  expect(textWidth('Will', 10)).toBeLessThan(textWidth('MMMM', 10))
})
