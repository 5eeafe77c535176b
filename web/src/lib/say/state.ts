// The sentence for a state: "Rebels (LBY REB) say that they held Brega; as of 18 July 2011".
import { capital, conjugated, inflect } from '../english'
import type { Reading } from '../reading'
import type { State } from '../record'
import { named } from './naming'
import { nobody, side } from './sides'
import { chainOf, frame, type Inner } from './told'
import { edgeText, intervalText, withoutLead } from './when'
import { inPlace, placeName } from './where'

/** sayState says what holds, according to whom, and since or until when. */
export function sayState(view: Reading, s: State): string {
  const told = chainOf(view, s).filter((a) => a.type !== 'attitude')
  const framing = told.filter((a) => a.type !== 'intention' && a.stance !== 'accused' && a.stance !== 'declined')
  const parts = [
    frame(view, { status: 'occurred', actors: [] }, framing, (inner) => holds(view, s, inner)),
    s.status === 'claimed' ? (told.length > 0 ? 'not confirmed' : 'as that side itself says') : '',
    lasting(view, s),
    s.as_of !== null && s.as_of !== s.since ? `as of ${withoutLead(intervalText(s.as_of, s.as_of))}` : '',
  ]
  return `${capital(parts.filter(Boolean).join('; '))}.`
}

function lasting(view: Reading, { since, until }: State): string {
  if (since !== null && until !== null) return intervalText(since, until)
  if (since !== null) return `since ${edgeText(view, since)}`
  return until !== null ? `until ${edgeText(view, until)}` : ''
}

function holds(view: Reading, s: State, inner: Inner): string {
  const who = s.subject !== null ? side(view, [s.subject], inner.self, 'subject')! : nobody
  const what = s.object !== null ? named(view, s.object) : s.place !== null ? placeName(view, s.place) : null
  const where = s.place !== null && s.object !== null ? ` ${inPlace(view, s.place)}` : ''
  const words = ` (“${view.words(s.evidence[0])}”)`
  const not = s.status === 'denied' && inner.form !== 'denied'
  const over = s.until !== null
  const verb = (base: string) => (over ? past(base, who.plural, not) : conjugated(base, who.plural, not))
  switch (s.kind) {
    case 'control':
      return `${who.text} ${verb('control')} ${what ?? 'a place unnamed'}${where}${s.subject === null ? words : ''}`
    case 'recognition':
      return `${who.text} ${verb('recognise')} ${what ?? 'somebody unnamed'}${where}`
    case 'office': {
      const does = not && !over ? 'does not hold, or no longer holds,' : verb('hold')
      return `${who.text} ${does} an office or power ${officeOf(view, s)}${where}${words}`
    }
    case 'membership': {
      const is = inflect('be', over ? 'past' : 'present', who.plural)
      return `${who.text} ${is}${not ? ' not' : ''} ${who.plural ? 'members' : 'a member'} of ${what ?? 'a body unnamed'}${where}`
    }
  }
}

function past(verb: string, plural: boolean, not: boolean): string {
  return not ? `did not ${verb}` : inflect(verb, 'past', plural)
}

function officeOf(view: Reading, { object, place }: State): string {
  if (object !== null) return `in ${named(view, object)}`
  return place !== null ? inPlace(view, place) : 'unnamed'
}
