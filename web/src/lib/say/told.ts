// Who tells of a deed, and how their verb frames it.
import { conjugated, inflect } from '../english'
import type { Reading } from '../reading'
import type { Attribution, Event } from '../record'
import { speaker, speakersAreMany } from './sides'
import { isDone } from './standing'

/** An Inner is how a clause is put into the words of its teller. */
export interface Inner {
  /** the teller, to be named by a pronoun */
  self: string | null
  /** "of meddling", "whether they recognised": the form that the teller's verb asks for */
  form: 'that' | 'of' | 'whether' | 'denied'
}

/** plain is a clause in the article's own voice. */
export const plain: Inner = { self: null, form: 'that' }

/** A Told is what can be told: an event, or a state put as one. */
export interface Told {
  status: Event['status']
  actors: string[]
}

/** stanceVerbs are what sources do, by their stance. */
export const stanceVerbs: Record<Attribution['stance'], string> = {
  reported: 'say', claimed: 'claim', confirmed: 'confirm', denied: 'deny', accused: 'accuse', promised: 'promise', threatened: 'threaten', demanded: 'demand', believed: 'believe', declined: 'decline',
}

const passives: Record<Attribution['stance'], string> = {
  reported: 'said', claimed: 'claimed', confirmed: 'confirmed', denied: 'denied', accused: 'alleged', promised: 'promised', threatened: 'threatened', demanded: 'demanded', believed: 'believed', declined: 'left open',
}

/** passiveOf is what is done where nobody says by whom: "it is claimed". */
export const passiveOf = (a: Attribution): string => (a.type === 'belief' ? 'believed' : passives[a.stance])

/** chainOf are the attributions that something stands in, the innermost first. */
export function chainOf(view: Reading, x: { attributions: string[] }): Attribution[] {
  return x.attributions.map((id) => view.attribution(id)).filter((a) => a !== undefined).reverse()
}

/** tellers are the attributions that a sentence has to name, the innermost first: not what the clause says itself, nor a speaker twice. */
export function tellers(view: Reading, e: Event): Attribution[] {
  const chain = chainOf(view, e)
  while (chain.length > 0 && carried(view, e, chain[0])) chain.shift()
  const seen = new Set<string>()
  return chain.filter((a, i) => {
    const who = a.source?.entity ?? null
    if (i > 0 && (who === null || seen.has(who))) return false
    if (who) seen.add(who)
    return true
  })
}

/** carried says that a clause tells an attribution itself: "plan to", "threaten to", "are called on to". */
function carried(view: Reading, e: Event, a: Attribution): boolean {
  const who = a.source?.entity ?? null
  const own = who !== null && e.actors.includes(who)
  const act = view.event(e.of)
  const byAct = act !== undefined && (who === null || act.actors.includes(who))
  const sides = a.stance !== 'accused' && a.stance !== 'denied' // with the deed, rather than against whoever does it
  if (a.type === 'attitude') return own || a.source === null
  if (a.type === 'intention') return true
  if (a.stance === 'promised') return own
  if (e.status === 'planned' && byAct) return a.stance !== 'accused'
  if (e.status === 'threatened') return sides && (own || (byAct && who !== null))
  if (e.status === 'demanded') return a.stance === 'demanded' || (sides && byAct && who !== null)
  return e.status === 'denied' && a.stance === 'demanded'
}

/** frame puts a clause below those who tell it, the innermost first. */
export function frame(view: Reading, e: Told, told: Attribution[], make: (inner: Inner) => string): string {
  if (told.length === 0) return make(plain)
  const [a, ...outer] = told
  const rest = outer.map((o, i) => `, ${i === 0 ? 'as told by' : 'according to'} ${speaker(view, o)}`)
  return [inWords(view, e, a, make), ...rest].join('')
}

function inWords(view: Reading, e: Told, a: Attribution, make: (inner: Inner) => string): string {
  if (a.source === null) return `it is ${passiveOf(a)} that ${make(plain)}`
  const self = a.source.entity
  const that = (verb: string) => `${says(view, a, verb)} that ${make({ self, form: 'that' })}`
  const done = isDone(e.status)
  switch (a.stance) {
    case 'declined':
      return declined(view, e, a, make)
    case 'denied':
      return `${says(view, a, 'deny')} that ${make({ self, form: 'denied' })}`
    case 'accused':
      return done && e.actors.length > 0 && !(self && e.actors.includes(self)) ? `${says(view, a, 'accuse')} ${make({ self, form: 'of' })}` : that('allege')
    case 'promised':
      return done ? `in a promise, ${that('say')}` : that('promise')
    case 'threatened':
      return done || e.status === 'conditional' ? `in a threat, ${that('say')}` : that('threaten')
    case 'demanded':
      return done || e.status === 'conditional' ? `in a demand, ${that('say')}` : that('say')
    case 'claimed':
    case 'confirmed':
      return that(stanceVerbs[a.stance])
    default:
      return that(a.type === 'belief' || a.stance === 'believed' ? 'believe' : a.type === 'knowledge' ? 'know' : 'say')
  }
}

/** declined: of what is done somebody declines to say more, of all else whether it is so. */
function declined(view: Reading, e: Told, a: Attribution, make: (inner: Inner) => string): string {
  const who = `${speaker(view, a)} ${inflect('decline', 'present', speakersAreMany(view, a))}`
  if (isDone(e.status)) return `${make(plain)}; ${who} to say more`
  return `${who} to say whether ${make({ self: a.source?.entity ?? null, form: 'whether' })}`
}

/** says is the speaker with a verb, negated as the statement is; "nobody says" is negated already. */
function says(view: Reading, a: Attribution, verb: string): string {
  const nobody = /^(nobody|no one|no-one|none|neither)\b/i.test(a.source?.text ?? '')
  return `${speaker(view, a)} ${conjugated(verb, speakersAreMany(view, a), a.negated && !nobody)}`
}
