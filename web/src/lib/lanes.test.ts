import { expect, test } from 'vitest'
import { barOf, cut, lengthText, pack, strip, xOf } from './lanes'
import { numberOf } from './days'

const day = (d: string) => ({ from: d, to: d })

test('far-off times get a stretch of their own', () => {
  const spans = [{ from: '1969-09-01', to: '1969-09-30' }, day('2011-07-16'), day('2011-07-19'), { from: null, to: '2011-07-19' }]
  const pieces = cut(spans, 4)
  expect(pieces).toEqual([
    { first: numberOf('1969-09-01'), last: numberOf('1969-09-30') },
    { first: numberOf('2011-07-16'), last: numberOf('2011-07-19') },
  ])
  const s = strip(spans, 900, { left: 50, right: 6 })
  expect(s.breaks.map((b) => b.text)).toEqual(['42 years'])
  expect(s.stretches[1].x1 - s.stretches[1].x0).toBeGreaterThan(s.stretches[0].x1 - s.stretches[0].x0)
  expect(s.stretches.map((t) => t.title)).toEqual(['September 1969', 'July 2011'])
})

test('no break lies within an interval', () => {
  expect(cut([{ from: '1969-01-01', to: '1969-12-31' }], 4)).toHaveLength(1)
})

test('there are no more pieces than asked', () => {
  const years = ['1900-01-01', '1950-01-01', '1969-01-01', '1986-01-01', '2001-01-01', '2011-01-01'].map(day)
  expect(cut(years, 3).length).toBeLessThanOrEqual(3)
  expect(strip(years, 330, { left: 0, right: 0 }).stretches.at(-1)!.x1).toBeCloseTo(330)
})

test('days lie in order, each from its start to its end', () => {
  const s = strip([day('2011-07-16'), day('2011-07-19'), day('1986-04-05')], 800, { left: 0, right: 0 })
  const at = ['1986-04-05', '1999-01-01', '2011-07-16', '2011-07-17', '2011-07-19'].map((d) => xOf(s, d, false))
  expect([...at].sort((a, b) => a - b)).toEqual(at)
  expect(xOf(s, '2011-07-16', true)).toBeCloseTo(xOf(s, '2011-07-17', false))
})

test('an open end reaches further than the day that is known', () => {
  const s = strip([day('2011-07-16'), day('2011-07-19')], 800, { left: 50, right: 50 })
  const by = barOf(s, { from: null, to: '2011-07-18' }, 24)
  expect(by.openLeft).toBe(true)
  expect(by.x0).toBeLessThan(xOf(s, '2011-07-18', false))
  expect(by.x1).toBeCloseTo(xOf(s, '2011-07-18', true))
})

test('bars share a row only where they do not touch', () => {
  expect(pack([{ x0: 0, x1: 10, rank: 0 }, { x0: 12, x1: 20, rank: 0 }, { x0: 13, x1: 15, rank: 0 }, { x0: 30, x1: 31, rank: 1 }], 4)).toEqual([0, 1, 2, 0])
  expect(pack([{ x0: 0, x1: 10, rank: 1 }, { x0: 0, x1: 10, rank: 0 }], 4)).toEqual([1, 0])
})

test('lengths of time in round words', () => {
  expect([1, 20, 90, 700, 15000].map(lengthText)).toEqual(['1 day', '20 days', '3 months', '2 years', '41 years'])
})
