// How many people a deed touched.
import { thousands } from '../english'
import type { Reading } from '../reading'
import type { Count, Event } from '../record'

/** countsOf are how many people were touched, where the clause does not say it: "at least 20 killed". */
export function countsOf(view: Reading, e: Event): string {
  const sides = [...e.actors, ...e.recipients].flatMap((id) => view.entity(id)?.mentions ?? [])
  const said = [...e.actor_mentions, ...e.recipient_mentions, ...sides]
  const touches = e.mode === 'arrest' || e.evidence.some((x) => /^(kill|injur|wound|murder|arrest|detain)/i.test(view.words(x)))
  return e.counts
    .filter((c) => !((touches || c.kind === 'other') && said.some((s) => s.start <= c.start && c.end <= s.end)))
    .map(countText)
    .filter(Boolean)
    .join(', ')
}

function countText({ kind, value, from, to }: Count): string {
  const n = value ?? from ?? to
  if (n === null) return ''
  const what = kind !== 'other' ? kind : n === 1 ? 'person' : 'people'
  if (from !== null && to !== null && from !== to) return `${thousands(from)} to ${thousands(to)} ${what}`
  return `${bound(from, to)}${thousands(n)} ${what}`
}

function bound(from: number | null, to: number | null): string {
  if (from === null) return to === null ? 'about ' : 'at most '
  return to === null ? 'at least ' : ''
}
