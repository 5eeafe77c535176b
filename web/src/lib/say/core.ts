// Subject and verb phrase of a deed, by which of its sides are known: "rebels · seize Brega", "Brega · be seized", "there · be a meeting".
import { inflect, isPlural } from '../english'
import { phraseOf, type Phrase } from '../phrases'
import type { Reading } from '../reading'
import type { Event } from '../record'
import { both, nobody, side, there, type Subject } from './sides'
import { placeName } from './where'

/** A Core is the subject of a clause and its verb phrase in the plain form. */
export interface Core {
  subject: Subject
  verb: string
  /** the phrase names the place, which is not to be named again */
  placed: boolean
  /** the article's own words for it, where the phrase alone would lose them: " (“stormed”)" */
  quote: string
}

/** coreOf chooses subject and verb phrase; self, the teller, is named by a pronoun. */
export function coreOf(view: Reading, e: Event, self: string | null): Core {
  const { phrase, quote } = phraseFor(view, e)
  const words = quote ? ` (“${e.evidence.slice(0, 2).map((x) => view.words(x)).join(' … ')}”)` : ''
  return { ...choose(view, willing(view, e), phrase, self), quote: words }
}

/** phraseFor is the phrase for an event; forces that are deployed do not deploy others. */
function phraseFor(view: Reading, e: Event): { phrase: Phrase; quote: boolean } {
  const found = phraseOf(e, e.evidence.map((x) => view.words(x)))
  const forces = e.actors.length > 0 && e.actors.every((id) => ['MIL', 'COP', 'REB', 'UAF'].includes(view.entity(id)?.sector ?? ''))
  if (!forces || !/^deploy (troops|police)/.test(found.phrase.alone)) return found
  return { ...found, phrase: { ...found.phrase, to: 'deploy against %', alone: 'deploy' } }
}

/** willing takes a deed that both would do for one of those alone who promise, threaten or refuse it: the rebels refuse to talk with the government. */
function willing(view: Reading, e: Event): Event {
  const act = view.event(e.of)
  const own = act !== undefined && e.actors.length > 0 && e.recipients.length > 0 && e.actors.every((id) => act.actors.includes(id))
  return own && ['planned', 'threatened', 'denied'].includes(e.status) ? { ...e, reciprocal: false } : e
}

type Chosen = Omit<Core, 'quote'>

function choose(view: Reading, e: Event, phrase: Phrase, self: string | null): Chosen {
  const actors = side(view, e.actors, self, 'subject')
  const whom = side(view, e.recipients, self, actors ? 'object' : 'subject')
  const place = e.place !== null && (whom ? phrase.to : phrase.alone).includes('#') ? placeName(view, e.place) : null
  const fill = (form: string) => putPlace(form, place).replace('%', () => whom?.text ?? '')
  const core = (subject: Subject, verb: string): Chosen => ({ subject, verb, placed: place !== null })

  if (e.reciprocal && phrase.each && (actors || whom)) {
    const all = actors && whom ? both(actors, whom) : (actors ?? whom)!
    return core(all, all.plural ? phrase.each : fill(phrase.alone))
  }
  if (actors) return core(actors, fill(whom ? withOne(phrase.to, whom) : phrase.alone))
  if (whom) return undergone(view, e, phrase, whom, self, place) ?? core(nobody, fill(withOne(phrase.to, whom)))
  return phrase.noun ? { subject: there(phrase.noun), verb: `be ${phrase.noun}`, placed: false } : core(nobody, fill(phrase.alone))
}

/** undergone is a deed of nobody known, told from the other side or with its noun; null where neither can be said. */
function undergone(view: Reading, e: Event, phrase: Phrase, whom: Subject, self: string | null, place: string | null): Chosen | null {
  const subject = { ...whom, inert: true }
  if (phrase.passive) return { subject, verb: `be ${phrase.passive}`, placed: false }
  const transitive = /^(\S+(?: \S+)?) %(.*)$/.exec(phrase.to)
  if (transitive && !/ (of|for|to|with|on|against|from|in|about|by|after|before)$/.test(transitive[1]))
    return { subject, verb: `be ${inflect(transitive[1], 'part', false)}${putPlace(transitive[2], place)}`, placed: place !== null }
  if (e.reciprocal) return phrase.noun ? { subject: there(phrase.noun), verb: `be ${phrase.noun} with ${whom.text}`, placed: false } : null
  return turned(phrase.to, side(view, e.recipients, self, 'object')!.text)
}

// Verbs whose object can stand first: "sanctions were imposed on Libya", "talks with Libya were held".
const turnable = /^(impose|seize|deploy|hold|make|use|voice|commit|issue|give|grant|withhold|spread|destroy|damage|confiscate|halt|open|muster|share|return|cast) (?!in )(.+?) (of|for|to|with|on|against|from|about|before) %$/

function turned(form: string, whom: string): Chosen | null {
  const found = turnable.exec(form)
  if (!found) return null
  const [, verb, object, preposition] = found
  const text = `${object} ${preposition} ${whom}`
  return { subject: { text, all: [text], plural: isPlural(object), inert: true }, verb: `be ${inflect(verb, 'part', false)}`, placed: false }
}

/** withOne takes "between" of a phrase for "with" where there is one alone. */
const withOne = (form: string, whom: Subject) => (form.includes('between %') && !whom.plural ? form.replace('between', 'with') : form)

// What is said where the place of a phrase is not known.
const unplaced: [string, string][] = [['visit', 'pay a visit'], ['shell', 'carry out shelling'], ['blockade', 'impose a blockade']]

function putPlace(form: string, place: string | null): string {
  if (!form.includes('#')) return form
  if (place !== null) return form.replace('#', () => place)
  return unplaced.find(([verb]) => form.startsWith(verb))?.[1] ?? form.replace('#', 'ground or a place')
}
