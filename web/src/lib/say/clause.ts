// A deed without those who tell it: "rebels seized Brega on 16 July 2011".
import type { Reading } from '../reading'
import type { Event } from '../record'
import { coreOf } from './core'
import { speechClause } from './speech'
import { finite } from './status'
import type { Inner } from './told'
import { closedDays } from './when'
import { whereOf } from './where'

/** clause is a deed with its place and its days, a speech act with what it speaks of. */
export function clause(view: Reading, e: Event, inner: Inner): string {
  const speech = speechClause(view, e, inner)
  if (speech) return speech + whereOf(view, e, speech) + closedDays(e)
  const { subject, verb, placed, quote } = coreOf(view, e, inner.self)
  const said = finite(view, e, subject, verb, inner)
  return said + quote + (placed ? '' : whereOf(view, e, said)) + closedDays(e)
}
