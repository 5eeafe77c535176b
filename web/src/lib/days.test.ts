import { expect, test } from 'vitest'
import { dayOf, dayText, intervalText, numberOf } from './days'

test('days are counted without a time zone', () => {
  expect(numberOf('1970-01-01')).toBe(0)
  expect(numberOf('2011-08-16') - numberOf('2011-08-15')).toBe(1)
  for (const d of ['1969-12-31', '2000-02-29', '2011-03-27', '0099-01-02']) expect(dayOf(numberOf(d))).toBe(d)
})

test('intervals in words', () => {
  expect(dayText('2011-08-05')).toBe('5 August 2011')
  expect(intervalText(null, '2011-08-15')).toBe('by 15 August 2011')
  expect(intervalText('2011-08-15', null)).toBe('from 15 August 2011 on')
  expect(intervalText('2011-08-15', '2011-08-15')).toBe('on 15 August 2011')
  expect(intervalText('1969-01-01', '1969-12-31')).toBe('in 1969')
  expect(intervalText('2012-02-01', '2012-02-29')).toBe('in February 2012')
  expect(intervalText('2012-02-01', '2012-02-28')).toBe('between 1 February 2012 and 28 February 2012')
})
