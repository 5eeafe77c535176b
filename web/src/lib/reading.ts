// A Reading is a dossier as the page reads it: everything by its id, the text by code points, mentions of one happening together.
import type { Attribution, Dossier, Entity, Event, Place, Span, State, TimeExpr } from './record'

/** A Happening is an event with the further reports of it in the same article. */
export interface Happening {
  first: Event
  reports: Event[] // the first among them, in order of text
}

export class Reading {
  readonly dossier: Dossier
  /** code points of the text: positions in a record are indices here */
  readonly points: string[]
  readonly happenings: Happening[]
  private readonly byReport: Map<string, Happening>
  private readonly deeds: Map<string, Event>
  private readonly entities: Map<string, Entity>
  private readonly places: Map<string, Place>
  private readonly dates: Map<string, TimeExpr>
  private readonly attributions: Map<string, Attribution>
  private readonly events: Map<string, Event>
  private readonly states: Map<string, State>

  constructor(dossier: Dossier) {
    this.dossier = dossier
    const r = dossier.record
    this.points = Array.from(r.article.text)
    this.entities = byID(r.entities)
    this.places = byID(r.places)
    this.dates = byID(r.dates)
    this.attributions = byID(r.attributions)
    this.events = byID(r.events)
    this.states = byID(r.states)
    this.happenings = happenings(r.events)
    this.byReport = new Map(this.happenings.flatMap((h) => h.reports.map((e) => [e.id, h])))
    this.deeds = new Map(r.events.flatMap((e) => (e.of !== null ? [[e.of, e] as const] : [])).reverse()) // the first of each
  }

  get record() {
    return this.dossier.record
  }

  /** slice is what a span covers, "" where it does not lie in the text. */
  slice({ start, end }: { start: number; end: number }): string {
    return this.points.slice(start, end).join('')
  }

  /** words is what a span covers, on one line. */
  words(span: { start: number; end: number }): string {
    return this.slice(span).replace(/\s+/g, ' ').trim()
  }

  /** before is the few letters before a span, enough for an article or a preposition. */
  before({ start }: { start: number }): string {
    return this.slice({ start: Math.max(0, start - 5), end: start })
  }

  entity = (id: string | null) => (id === null ? undefined : this.entities.get(id))
  place = (id: string | null) => (id === null ? undefined : this.places.get(id))
  date = (id: string | null) => (id === null ? undefined : this.dates.get(id))
  attribution = (id: string | null) => (id === null ? undefined : this.attributions.get(id))
  event = (id: string | null) => (id === null ? undefined : this.events.get(id))
  state = (id: string | null) => (id === null ? undefined : this.states.get(id))

  /** codeOf is an entity's country and sector, "LBY REB", "" where neither is known. */
  codeOf(id: string): string {
    const e = this.entities.get(id)
    if (!e) return ''
    return [...new Set([e.country, e.sector])].filter((c) => c !== null).join(' ')
  }

  /** nameOf is an entity's name with its code, "Rebels (LBY REB)". */
  nameOf(id: string): string {
    const e = this.entities.get(id)
    if (!e) return 'someone unknown'
    const code = this.codeOf(id)
    return e.name.replace(/\s+/g, ' ') + (code && ` (${code})`)
  }

  /** happeningOf is the happening that an event reports. */
  happeningOf = (id: string | null) => (id === null ? undefined : this.byReport.get(id))

  /** deedOf is the first event that a speech act asks for, promises, refuses, threatens or alleges. */
  deedOf = (id: string) => this.deeds.get(id)

  /** spansOf are the words that a fact, a participant, a place or a date rests on, the most telling first. */
  spansOf(id: string): Span[] {
    const e = this.events.get(id)
    if (e) return [...e.evidence, ...e.actor_mentions, ...e.recipient_mentions]
    const s = this.states.get(id)
    if (s) return s.evidence
    const a = this.attributions.get(id)
    if (a) return [a.cue, a.source, ...a.content, a.addressee].filter((x) => x !== null)
    const n = this.entities.get(id) ?? this.places.get(id)
    if (n) return n.mentions
    const d = this.dates.get(id)
    return d ? [d] : []
  }
}

function byID<T extends { id: string }>(list: T[]): Map<string, T> {
  return new Map(list.map((x) => [x.id, x]))
}

function happenings(events: Event[]): Happening[] {
  const all = new Map<string, Happening>()
  for (const e of events) {
    const first = e.same_as !== null ? all.get(e.same_as) : undefined
    if (first) first.reports.push(e)
    else all.set(e.id, { first: e, reports: [e] })
  }
  return [...all.values()]
}
