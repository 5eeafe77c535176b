// The sentence for a time expression of the article: what it means.
import type { TimeExpr } from '../record'
import { intervalText, withoutLead } from './when'

const mods: Record<NonNullable<TimeExpr['mod']>, string> = {
  BEFORE: 'before', AFTER: 'after', ON_OR_BEFORE: 'on or before', ON_OR_AFTER: 'on or after', LESS_THAN: 'less than', MORE_THAN: 'more than', EQUAL_OR_LESS: 'at most',
  EQUAL_OR_MORE: 'at least', START: 'the start of', MID: 'the middle of', END: 'the end of', APPROX: 'about',
}

/** sayDate says which days an expression means, how long or how often. */
export function sayDate(d: TimeExpr): string {
  return `“${d.text.replace(/\s+/g, ' ')}” is ${meaning(d)}.`
}

function meaning(d: TimeExpr): string {
  const mod = d.mod !== null ? `${mods[d.mod]} ` : ''
  if (d.type === 'DURATION') return `how long: ${mod}${durationText(d.value)}`
  if (d.type === 'SET') return `how often${d.value ? `: ${repetition(d)}` : ''}`
  if (d.from === null && d.to === null) return unresolved(d.value)
  // Of the start of a month the days are told themselves.
  if (!mod || d.mod === 'START' || d.mod === 'MID' || d.mod === 'END') return daysText(d.from, d.to)
  const days = intervalText(d.from, d.to)
  return d.from !== null && d.to !== null ? mod + withoutLead(days) : days
}

function repetition(d: TimeExpr): string {
  return [d.freq?.replace(/X$/, ' times'), `each ${durationText(d.value)}`].filter(Boolean).join(' ')
}

function unresolved(value: string | null): string {
  switch (value) {
    case 'FUTURE_REF':
      return 'some time to come'
    case 'PAST_REF':
      return 'some time gone by'
    case 'PRESENT_REF':
      return 'now'
    default:
      return 'a time that the article leaves open'
  }
}

function daysText(from: string | null, to: string | null): string {
  return withoutLead(intervalText(from, to)).replace(/^between (.*) and (.*)$/, 'the days from $1 to $2').replace(/^by /, 'no later than ')
}

const units: Record<string, string> = { Y: 'year', M: 'month', W: 'week', D: 'day', H: 'hour', S: 'second', E: 'decade', DE: 'decade', CE: 'century' }

/** durationText is a TIMEX3 duration in words: "PT3H" is "3 hours", "PXW" "some weeks". */
export function durationText(value: string | null): string {
  const found = /^P(T?)(\d+(?:\.\d+)?|X+)([A-Z]+)$/.exec(value ?? '')
  if (!found) return value ?? 'untold'
  const [, time, number, letters] = found
  const unit = time && letters === 'M' ? 'minute' : (units[letters] ?? letters)
  const many = unit === 'century' ? 'centuries' : `${unit}s`
  if (number.startsWith('X')) return `some ${many}`
  return `${number} ${number === '1' ? unit : many}`
}
