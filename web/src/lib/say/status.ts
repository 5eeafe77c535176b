// Subject and verb put together as the status of a deed asks: "seized", "is to seize", "calls on … to seize", "did not seize".
import { inflect, type Form } from '../english'
import type { Reading } from '../reading'
import type { Event } from '../record'
import { did, does, side, type Subject } from './sides'
import { isDone } from './standing'
import { chainOf, type Inner } from './told'

/** isAttempt says whether a deed was tried. */
export const isAttempt = (e: Event): boolean => e.status === 'hypothetical' && /"(attempt|tr(y|ied|ies))/.test(e.because)

/** isCondition says whether a deed is what something else hangs on, rather than what would follow. */
export const isCondition = (e: Event): boolean => e.because.startsWith('in the condition')

/** finite is a subject with a verb phrase, "be seized" or "seize Brega", in the form of the deed's status. */
export function finite(view: Reading, e: Event, s: Subject, verb: string, inner: Inner): string {
  const base = inflect(verb, 'base', s.plural)
  if (inner.form === 'of') return `${s.text} of ${inflect(verb, 'ing', s.plural)}`
  switch (e.status) {
    case 'occurred':
    case 'historical':
      return did(s, verb)
    case 'ongoing':
      return s.text === 'there' || verb.startsWith('be on ') ? does(s, verb) : does(s, `be ${inflect(verb, 'ing', s.plural)}`)
    case 'planned':
      return planned(e, s, base, inner)
    case 'demanded':
      return demanded(view, e, s, base, inner)
    case 'threatened':
      return threatened(view, e, s, base, inner)
    case 'conditional':
      return `${s.text} ${isCondition(e) ? 'might' : 'would'} ${base}`
    case 'hypothetical':
      return hypothetical(e, s, base, inner)
    case 'denied':
      return denied(view, e, s, verb, inner)
  }
}

function planned(e: Event, s: Subject, base: string, inner: Inner): string {
  if (inner.form === 'whether') return `${s.text} would ${base}`
  const willed = /future|intent|agree|promis|offer|plan/.test(e.because)
  return s.inert || base.startsWith('be ') || !willed ? does(s, `be to ${base}`) : does(s, `plan to ${base}`)
}

function hypothetical(e: Event, s: Subject, base: string, inner: Inner): string {
  if (isAttempt(e)) return s.inert ? did(s, `be to ${base}`) : `${s.text} tried to ${base}`
  return `${s.text} ${inner.form === 'whether' ? 'would' : 'might'} ${base}`
}

function demanded(view: Reading, e: Event, s: Subject, base: string, inner: Inner): string {
  if (/"(must|have to|should|ought)/.test(e.because)) return `${s.text} must ${base}`
  if (/"be to"/.test(e.because)) return does(s, `be to ${base}`)
  const act = view.event(e.of)
  const from = (act && side(view, act.actors, inner.self, 'subject')) ?? demander(view, e)
  if (!from) return s.inert ? `it is demanded that ${s.text} ${base}` : does(s, `be called on to ${base}`)
  const asked = s.inert ? `demand that ${s.text} ${base}` : `call on ${s.text} to ${base}`
  const open = act !== undefined && act.status !== 'demanded' && !isDone(act.status) // the asking itself is still to come
  return does(from, open ? `be to ${asked}` : asked)
}

/** demander is who demands a deed, by the innermost statement that does. */
function demander(view: Reading, e: Event): Subject | null {
  const source = chainOf(view, e).find((a) => a.stance === 'demanded' && a.source?.entity)?.source
  return source?.entity ? side(view, [source.entity], null, 'subject') : null
}

function threatened(view: Reading, e: Event, s: Subject, base: string, inner: Inner): string {
  const act = view.event(e.of)
  const others = act && !act.actors.some((id) => e.actors.includes(id)) ? side(view, act.actors, inner.self, 'subject') : null
  if (others) return does(others, `threaten that ${s.text} will ${base}`)
  return s.inert ? `it is threatened that ${s.text} will ${base}` : does(s, `threaten to ${base}`)
}

function denied(view: Reading, e: Event, s: Subject, verb: string, inner: Inner): string {
  const v = (form: Form) => inflect(verb, form, s.plural)
  if (inner.form === 'denied') return did(s, verb)
  if (/"(prevent|keep|stop|bar|protect|save)/.test(e.because)) return does(s, `be to be kept from ${v('ing')}`)
  if (view.event(e.of)?.event_type === 'REJECT' && !s.inert) return does(s, `refuse to ${v('base')}`)
  if (isToCome(view, e) || e.because.startsWith('the fate of')) return `${s.text} will not ${v('base')}`
  if (!verb.startsWith('be ')) return `${s.text} did not ${v('base')}`
  const rest = verb.slice('be '.length)
  return s.text === 'there' ? did(s, `be no ${rest.replace(/^an? /, '')}`) : did(s, `be not ${rest}`)
}

/** isToCome says whether a deed is dated at or after publication, with no end. */
function isToCome(view: Reading, e: Event): boolean {
  const published = view.record.article.published
  return published !== null && e.date !== null && e.date.to === null && e.date.from !== null && e.date.from >= published
}
