// Days of the calendar as the record writes them, YYYY-MM-DD, in words and as whole numbers. No local time is ever asked.
import type { EventDate } from './record'

/** months are their names, January first. */
export const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const dayLength = 86_400_000

/** numberOf is a day as the count of days since 1970-01-01. */
export function numberOf(day: string): number {
  const [y, m, d] = day.split('-').map(Number)
  const at = new Date(0)
  at.setUTCFullYear(y, m - 1, d)
  return Math.round(at.getTime() / dayLength)
}

/** instantOf is the beginning of the day with that number. */
export function instantOf(n: number): Date {
  return new Date(n * dayLength)
}

/** dayOf is the day with that number. */
export function dayOf(n: number): string {
  return instantOf(n).toISOString().slice(0, 10)
}

/** dayText is a day in words, "15 August 2011". */
export function dayText(day: string): string {
  const [y, m, d] = day.split('-').map(Number)
  return `${d} ${months[m - 1]} ${y}`
}

/** intervalText is an interval in words: "on 15 August 2011", "by …", "from … on", "in February 2011", "in 1969". */
export function intervalText(from: string | null, to: string | null): string {
  if (from === null) return to === null ? 'at a time unknown' : `by ${dayText(to)}`
  if (to === null) return `from ${dayText(from)} on`
  if (from === to) return `on ${dayText(from)}`
  const [y, m] = from.split('-').map(Number)
  if (from.endsWith('-01-01') && to === `${from.slice(0, 4)}-12-31`) return `in ${y}`
  if (from.endsWith('-01') && from.slice(0, 7) === to.slice(0, 7) && dayOf(numberOf(to) + 1).endsWith('-01')) return `in ${months[m - 1]} ${y}`
  return `between ${dayText(from)} and ${dayText(to)}`
}

/** basisText says what a date follows from. */
export function basisText(basis: EventDate['basis']): string {
  return { stated: 'as stated', carried: 'carried over from words nearby', tense: 'follows from tense', published: 'the day of publication, nothing nearer' }[basis]
}
