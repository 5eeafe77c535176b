// The sides of a deed and its tellers as noun phrases.
import { inflect, isPlural, listed } from '../english'
import type { Reading } from '../reading'
import type { Attribution } from '../record'
import { isMany, lower, named } from './naming'

/** A Subject is who or what a clause is about. */
export interface Subject {
  text: string
  /** what text lists */
  all: string[]
  plural: boolean
  /** nobody who could plan, try or be asked: nobody known, or a thing */
  inert: boolean
}

export const nobody: Subject = { text: 'somebody unnamed', all: ['somebody unnamed'], plural: false, inert: true }

/** there is the subject of "there was a meeting". */
export const there = (noun: string): Subject => ({ text: 'there', all: ['there'], plural: isPlural(noun), inert: true })

/** both are two sides in one. */
export function both(a: Subject, b: Subject): Subject {
  const all = [...a.all, ...b.all]
  return { text: listed(all), all, plural: true, inert: false }
}

/** does is a subject with a verb in the present: "rebels threaten". */
export const does = (s: Subject, verb: string): string => `${s.text} ${inflect(verb, 'present', s.plural)}`

/** did is a subject with a verb in the past. */
export const did = (s: Subject, verb: string): string => `${s.text} ${inflect(verb, 'past', s.plural)}`

/** side is one side of a deed as a noun phrase; self, the teller, as a pronoun. null: nobody is named. */
export function side(view: Reading, ids: string[], self: string | null, as: 'subject' | 'object'): Subject | null {
  if (ids.length === 0) return null
  const all = ids.map((id) => (id === self && ids.length === 1 ? pronoun(view, id)[as] : named(view, id)))
  const plural = ids.length > 1 || (ids[0] === self ? pronoun(view, ids[0]).plural : isMany(view, ids[0]))
  return { text: listed([...new Set(all)]), all, plural, inert: false }
}

interface Pronoun {
  subject: string
  object: string
  plural: boolean
}

const they: Pronoun = { subject: 'they', object: 'them', plural: true }

/** pronoun is "they", "it", "he" or "she", as the article itself calls the entity where it can be known. */
function pronoun(view: Reading, id: string): Pronoun {
  const e = view.entity(id)
  if (!e || isMany(view, id)) return they
  const words = e.mentions.filter((m) => m.type === 'pronoun').map((m) => view.words(m).toLowerCase())
  if (words.some((w) => /^(she|her|hers|herself)$/.test(w))) return { subject: 'she', object: 'her', plural: false }
  if (words.some((w) => /^(he|him|his|himself)$/.test(w))) return { subject: 'he', object: 'him', plural: false }
  return e.kind === 'person' || e.kind === 'role' ? they : { subject: 'it', object: 'it', plural: false }
}

/** speaker is who says it, as the record knows them, else in the article's words. */
export function speaker(view: Reading, a: Attribution): string {
  if (a.source === null) return nobody.text
  return a.source.entity ? named(view, a.source.entity) : lower(view.words(a.source).replace(/,.*$/, ''))
}

/** speakersAreMany says whether the verb of those who say it is in the plural. */
export function speakersAreMany(view: Reading, a: Attribution): boolean {
  if (a.source === null) return false
  return a.source.entity ? isMany(view, a.source.entity) : isPlural(a.source.text)
}
