// Days within a sentence, and what they follow from.
import { intervalText as days } from '../days'
import type { Reading } from '../reading'
import type { Event, EventDate } from '../record'

interface Interval {
  from: string | null
  to: string | null
}

/** intervalText is an interval in words, a month and a year said once: "between 14 and 20 March 2011". */
export function intervalText(from: string | null, to: string | null): string {
  return days(from, to)
    .replace(/between (\d+) (\w+) (\d+) and (\d+) \2 \3/, 'between $1 and $4 $2 $3')
    .replace(/between (\d+ \w+) (\d+) and (\d+ \w+) \2/, 'between $1 and $3 $2')
}

/** withoutLead is an interval without the word that leads to it. */
export const withoutLead = (text: string): string => text.replace(/^(on|in) /, '')

const isKnown = (d: Interval | null): d is Interval => d !== null && (d.from !== null || d.to !== null)

const isClosed = (d: EventDate) => d.basis !== 'published' && d.from !== null && d.to !== null

/** closedDays are days with both ends, which stand in the clause: " on 16 July 2011". */
export function closedDays({ date }: Event): string {
  return date !== null && isClosed(date) ? ` ${intervalText(date.from, date.to)}` : ''
}

/** openDays are those that follow from tense or are open at one end, which stand behind it; nothing where only the tense puts it into the future. */
export function openDays(view: Reading, e: Event): string {
  const d = e.date
  if (d === null || !isKnown(d) || isClosed(d) || d.basis === 'published') return ''
  if (d.basis === 'tense' && d.to === null) return ''
  const goesOn = d.to === null && (e.status === 'ongoing' || e.status === 'denied')
  return goesOn ? since(view, d) : intervalText(d.from, d.to)
}

/** since is a beginning as exactly as the article tells it: "since 1969" where only the year is said. */
function since(view: Reading, d: EventDate): string {
  const value = view.date(d.expression)?.value
  if (value && isWhole(value) && d.from!.startsWith(value)) return `since ${wholeText(value)}`
  return intervalText(d.from, d.from).replace(/^on/, 'since')
}

/** edgeText is a first or last day as exactly as the article tells it: "1969" where only the year is said. */
export function edgeText(view: Reading, day: string): string {
  const whole = view.record.dates.find((d) => (d.from === day || d.to === day) && d.value !== null && isWhole(d.value))
  return whole ? wholeText(whole.value!) : withoutLead(intervalText(day, day))
}

/** isWhole says whether a TIMEX3 value is a year or a month. */
const isWhole = (value: string) => /^\d{4}(-\d\d)?$/.test(value)

function wholeText(value: string): string {
  const [year, month] = value.split('-').map(Number)
  const last = month ? new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10) : `${value}-12-31`
  return withoutLead(intervalText(month ? `${value}-01` : `${value}-01-01`, last))
}

/** sayWhen is the date of a deed and what it follows from, for people: "on 16 July 2011, as “on Saturday” says". */
export function sayWhen(view: Reading, d: EventDate | null): string {
  if (d === null || !isKnown(d)) return 'no day told'
  const words = view.date(d.expression)?.text.replace(/\s+/g, ' ')
  const when = d.basis === 'stated' && d.to === null ? since(view, d) : intervalText(d.from, d.to)
  switch (d.basis) {
    case 'stated':
      return words ? `${when}, as “${words}” says` : when
    case 'carried':
      return words ? `${when}, taken over from “${words}” nearby` : `${when}, taken over from nearby`
    case 'tense':
      return `${when}: no day is told, the tense alone`
    case 'published':
      return `${when}, the day of publication: no day is told`
  }
}
