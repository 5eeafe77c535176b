// The items of a strip of dates: what was said, and what was done, each with the days that are told.
import type { Event, EventDate } from './record'
import { typeText } from './deeds'
import { basisText, intervalText } from './days'
import type { Happening, Reading } from './reading'

export interface Said {
  id: string
  who: string
  cue: string
  from: string | null
  to: string | null
}

export interface Done {
  happening: Happening
  /** the report whose date is drawn */
  event: Event
  date: EventDate | null
  who: string
  words: string
}

const sureness: EventDate['basis'][] = ['stated', 'carried', 'tense', 'published']

/** doneOf are the happenings of a reading, each with the surest date that a report of it has. */
export function doneOf(view: Reading): Done[] {
  return view.happenings.map((happening) => {
    const dated = happening.reports.filter((e) => e.date !== null && (e.date.from !== null || e.date.to !== null))
    const event = sureness.map((b) => dated.find((e) => e.date!.basis === b)).find((e) => e) ?? happening.first
    const date = event.date && (event.date.from !== null || event.date.to !== null) ? event.date : null
    const actors = happening.reports.find((e) => e.actors.length > 0)?.actors ?? []
    return { happening, event, date, who: namesOf(view, actors), words: view.words(event.evidence[0]) }
  })
}

/** namesOf are the names of some participants: "Rebels", "Rebels and 2 others". */
export function namesOf(view: Reading, ids: string[]): string {
  const name = (id: string) => (view.entity(id)?.name ?? '').replace(/\s+/g, ' ')
  if (ids.length === 0) return ''
  if (ids.length <= 2) return ids.map(name).join(' and ')
  return `${name(ids[0])} and ${ids.length - 1} others`
}

/** saidOf are the statements of a reading; from and to are null where no day is told. */
export function saidOf(view: Reading): Said[] {
  return view.record.attributions.map((a) => {
    const date = view.date(a.date)
    const name = a.source?.entity ? view.entity(a.source.entity)?.name : undefined
    return {
      id: a.id,
      who: (name ?? (a.source ? view.words(a.source) : 'someone')).replace(/\s+/g, ' '),
      cue: a.cue ? view.words(a.cue) : 'in quotation marks',
      from: date?.from ?? null,
      to: date?.to ?? null,
    }
  })
}

/** doneText is a happening as a sentence: who, what, when, and what the date follows from. */
export function doneText(d: Done): string {
  return `${d.who || 'Someone'} — ${typeText(d.happening.first)} “${d.words}”${statusText(d)}${whenText(d)}`
}

/** doneName is the same for a drawing that shows `text` of it: a name that starts with what is seen. */
export function doneName(d: Done, text: string): string {
  const who = d.who && !text.startsWith(d.who) ? `${d.who}, ` : ''
  return `${text} — ${who}${typeText(d.happening.first)}${statusText(d)}${whenText(d)}`
}

function statusText({ happening }: Done): string {
  return happening.first.status === 'occurred' ? '' : `, ${happening.first.status}`
}

function whenText({ date }: Done): string {
  return date ? `, ${intervalText(date.from, date.to)}, ${basisText(date.basis)}` : ', undated'
}

/** saidText is a statement as a sentence: who, the words that say so, when. */
export function saidText(s: Said): string {
  return `${s.who} ${s.cue}${s.from === null && s.to === null ? ', no day told' : `, ${intervalText(s.from, s.to)}`}`
}

/** saidName is the same for a drawing that shows `text` of it. */
export function saidName(s: Said, text: string): string {
  const all = saidText(s)
  return all.startsWith(text) ? all : `${text} — ${all}`
}
