// The sentence for a participant: who or what takes part, and what of the record rests on it.
import { capital, listed, numbered, often } from '../english'
import type { Reading } from '../reading'
import type { Entity } from '../record'
import { isMany, withArticle } from './naming'

// one, many
const kinds: Record<Entity['kind'], [string, string]> = {
  person: ['a person', 'persons'], organization: ['an organisation', 'organisations'], government: ['a government', 'governments'], armed_group: ['an armed group', 'an armed group'],
  people: ['people', 'people'], role: ['somebody told by an office', 'people told by an office'], other: ['somebody or something', 'others'],
}

/** sayEntity says of what kind somebody is, and in how many facts. */
export function sayEntity(view: Reading, e: Entity): string {
  const terms = termsOf(view, e)
  const sums = sumsOf(view, e.id)
  const codes = terms.length ? ` (${terms.join('; ')})` : ''
  return `${capital(withArticle(view, e))}: ${kindOf(view, e)}${codes}; mentioned ${often(e.mentions.length)}${sums.length ? `; ${listed(sums)}` : ''}.`
}

function kindOf(view: Reading, e: Entity): string {
  const role = e.kind === 'person' && e.role !== null ? `, ${e.role}` : ''
  const unnamed = e.named || e.kind === 'government' || e.kind === 'role' ? '' : ', known by a description alone'
  return kinds[e.kind][isMany(view, e.id) ? 1 : 0] + role + unnamed
}

/** termsOf are the codes of somebody with their labels. */
function termsOf(view: Reading, e: Entity): string[] {
  const codes = new Set([e.country, ...e.sectors].filter((c) => c !== null))
  return [...codes].map((c) => (view.dossier.terms[c] ? `${c}: ${view.dossier.terms[c]}` : c))
}

/** sumsOf are how many happenings and statements somebody has a part in. */
function sumsOf(view: Reading, id: string): string[] {
  const firsts = view.record.events.filter((x) => x.same_as === null)
  const does = firsts.filter((x) => x.actors.includes(id)).length
  const suffers = firsts.filter((x) => x.recipients.includes(id)).length
  const says = view.record.attributions.filter((x) => x.source?.entity === id).length
  return [
    does ? `acts in ${numbered(does, 'deed')}` : '',
    suffers ? `is the other side of ${numbered(suffers, 'deed')}` : '',
    says ? `is the source of ${numbered(says, 'statement')}` : '',
  ].filter(Boolean)
}
