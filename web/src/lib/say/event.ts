// The sentence for an event: who did what to whom, where, when, according to whom, and whether anybody else says so.
import { capital, conjugated, often } from '../english'
import type { Reading } from '../reading'
import type { Attribution, Event } from '../record'
import { clause } from './clause'
import { countsOf } from './counts'
import { speaker, speakersAreMany } from './sides'
import { unconfirmed } from './standing'
import { isAttempt, isCondition } from './status'
import { frame, tellers } from './told'
import { openDays } from './when'

/** sayEvent says a deed, and behind it what is to be known beside it. */
export function sayEvent(view: Reading, e: Event): string {
  const told = tellers(view, e)
  const spoken = told.filter((a) => a.type !== 'attitude')
  const parts = [
    frame(view, e, spoken, (inner) => clause(view, e, inner)),
    unconfirmed(view, e) ? 'not confirmed' : '',
    openDays(view, e),
    countsOf(view, e),
    caveat(e, told),
    ...told.filter((a) => a.type === 'attitude').map((a) => attitude(view, a)),
    retold(view, e),
  ]
  return `${capital(parts.filter(Boolean).join('; '))}.`
}

/** caveat says in what sense a deed is not done, where the verb alone would not. */
function caveat(e: Event, told: Attribution[]): string {
  if (e.status === 'conditional') return isCondition(e) ? 'named only as a condition' : 'said only of a case that may come'
  if (e.status !== 'hypothetical' || told.some((a) => a.stance === 'declined')) return ''
  return isAttempt(e) ? 'an attempt' : 'named as possible, not as done'
}

function attitude(view: Reading, a: Attribution): string {
  const cue = a.cue ? ` (“${view.words(a.cue)}”)` : ''
  return `${speaker(view, a)} ${conjugated('speak', speakersAreMany(view, a), false)} of it${cue}`
}

/** retold says how often the article tells of the same again. */
function retold(view: Reading, e: Event): string {
  const happening = view.happeningOf(e.id)
  const again = happening?.first === e ? happening.reports.length - 1 : 0
  if (again > 0) return `told again ${often(again)}`
  return e.same_as !== null ? `told before, as ${e.same_as}` : ''
}
