// What an article tells, in a few figures.
import type { Reading } from './reading'
import { isDone, unconfirmed } from './say'

/** An Overview counts happenings by how they stand, each once. */
export interface Overview {
  happenings: number
  /** done or under way, in the article's own voice */
  plain: number
  /** done or under way, as some source says; unconfirmed are those that only a party to them tells */
  told: number
  unconfirmed: number
  denied: number
  /** planned, demanded, threatened, under a condition, or only thought of */
  open: number
  statements: number
  /** speakers that are known, each once */
  speakers: number
}

/** overview counts a reading: a happening is plain if any report of it is the article's own. */
export function overview(view: Reading): Overview {
  const o: Overview = { happenings: view.happenings.length, plain: 0, told: 0, unconfirmed: 0, denied: 0, open: 0, statements: 0, speakers: 0 }
  for (const { first, reports } of view.happenings) {
    if (first.status === 'denied') o.denied++
    else if (!isDone(first.status)) o.open++
    else if (reports.some((e) => e.attributions.length === 0)) o.plain++
    else {
      o.told++
      if (reports.every((e) => unconfirmed(view, e))) o.unconfirmed++
    }
  }
  const said = view.record.attributions
  o.statements = said.length
  o.speakers = new Set(said.flatMap((a) => a.source?.entity ?? [])).size
  return o
}
