// A speech act together with the deed that it asks for, promises, refuses, threatens or alleges.
import { inflect } from '../english'
import { speechOf } from '../phrases'
import type { Reading } from '../reading'
import type { Event } from '../record'
import { coreOf, type Core } from './core'
import { did, side, type Subject } from './sides'
import { isDone } from './standing'
import type { Inner } from './told'

/** A Speech is a speech act and its deed, with what the sentence is made of. */
interface Speech {
  act: Event
  deed: Event
  speakers: Subject
  core: Core
  /** the deed is the speakers' own */
  own: boolean
}

/** speechClause is a speech act with its deed, null where it has none, or cannot be said so. */
export function speechClause(view: Reading, e: Event, inner: Inner): string | null {
  if ((e.status !== 'occurred' && e.status !== 'historical') || inner.form === 'of') return null
  const verb = speechOf(e, e.evidence.map((x) => view.words(x)))
  const deed = view.deedOf(e.id)
  const speakers = side(view, e.actors, inner.self, 'subject')
  if (!verb || !deed || !speakers) return null
  const own = deed.actors.length > 0 && deed.actors.every((id) => e.actors.includes(id))
  const core = coreOf(view, deed, e.actors.length === 1 && !own ? e.actors[0] : null)
  const said = sentence(verb, { act: e, deed, speakers, core, own })
  return said && did(speakers, said) + core.quote
}

/** sentence is what the speakers do, its verb in the plain form. */
function sentence(verb: string, s: Speech): string | null {
  switch (verb) {
    case 'refuse':
      return s.own && s.deed.status === 'denied' ? `refuse to ${base(s.core)}` : null
    case 'threaten':
      return s.deed.recipients.length === 0 && s.act.recipients.length > 0 ? null : announced(verb, s)
    case 'agree':
    case 'promise':
      return announced(verb, s)
    case 'offer':
      return s.own ? announced(verb, s) : null
    case 'accuse':
      return accused(s)
    default:
      return asked(verb, s)
  }
}

const base = ({ verb, subject }: Core): string => inflect(verb, 'base', subject.plural)

/** announced: they threaten to do it, or that somebody would. */
function announced(verb: string, { core, deed, own }: Speech): string | null {
  if (own) return `${verb} to ${base(core)}`
  return deed.actors.length > 0 ? `${verb} that ${core.subject.text} would ${base(core)}` : null
}

function accused({ core, deed, own }: Speech): string | null {
  if (deed.actors.length === 0 || own) return null
  if (deed.status === 'planned') return `accuse ${core.subject.text} of planning to ${base(core)}`
  return isDone(deed.status) ? `accuse ${core.subject.text} of ${inflect(core.verb, 'ing', core.subject.plural)}` : null
}

/** asked: they call on those they speak to to do it; of others, or of nobody known, they demand that it be done. */
function asked(verb: string, { act, deed, core }: Speech): string | null {
  if (deed.status === 'denied') return null
  const hearers = deed.actors.length > 0 && deed.actors.every((id) => act.recipients.includes(id))
  const direct = !core.subject.inert && (hearers || act.recipients.length === 0)
  return direct && verb !== 'demand' ? `${verb} ${core.subject.text} to ${base(core)}` : `demand that ${core.subject.text} ${base(core)}`
}
