// Facts in plain English: one sentence for each, true to the record and readable without knowing its codes.
import { intervalText as days } from './days'
import { capital, inflect, isPlural, listed } from './english'
import { phraseOf, speechOf, type Phrase } from './phrases'
import type { Reading } from './reading'
import type { Attribution, Entity, Event, EventDate, Place, Span, State } from './record'

/** say is the sentence for whatever has the id, "" where nothing has it. */
export function say(view: Reading, id: string): string {
  const [e, s, a] = [view.event(id), view.state(id), view.attribution(id)]
  if (e) return sayEvent(view, e)
  if (s) return sayState(view, s)
  if (a) return sayAttribution(view, a)
  if (view.entity(id)) return sayEntity(view, id)
  if (view.place(id)) return sayPlace(view, id)
  return view.date(id) ? sayDate(view, id) : ''
}

/** intervalText is an interval in words, a month and a year said once: "between 14 and 20 March 2011". */
function intervalText(from: string | null, to: string | null): string {
  return days(from, to)
    .replace(/between (\d+) (\w+) (\d+) and (\d+) \2 \3/, 'between $1 and $4 $2 $3')
    .replace(/between (\d+ \w+) (\d+) and (\d+ \w+) \2/, 'between $1 and $3 $2')
}

// ---- events

/** sayEvent says who did what to whom, where, when, according to whom, and whether anybody else says so. */
export function sayEvent(view: Reading, e: Event): string {
  const told = teller(view, e)
  const spoken = told.filter((a) => a.type !== 'attitude')
  const parts = [frame(view, e, spoken, (inner) => clause(view, e, inner))]
  if (unconfirmed(view, e)) parts.push('not confirmed')
  const open = openDays(view, e)
  if (open) parts.push(open)
  const counted = counts(view, e)
  if (counted) parts.push(counted)
  if (e.status === 'conditional') parts.push(e.because.startsWith('in the condition') ? 'named only as a condition' : 'said only of a case that may come')
  if (e.status === 'hypothetical' && !told.some((a) => a.stance === 'declined')) parts.push(attempted(e) ? 'an attempt' : 'named as possible, not as done')
  for (const a of told) if (a.type === 'attitude') parts.push(`${speaker(view, a)} ${inflect('speak', 'present', speakerPlural(view, a))} of it${a.cue ? ` (“${view.words(a.cue)}”)` : ''}`)
  const first = view.happenings.find((h) => h.first === e)
  const again = first ? first.reports.length - 1 : 0
  if (again > 0) parts.push(`told again ${often(again)}`)
  else if (e.same_as !== null) parts.push(`told before, as ${e.same_as}`)
  return `${capital(parts.join('; '))}.`
}

/** teller are the attributions that a sentence has to name, the innermost first: not what the clause itself says already. */
function teller(view: Reading, e: Event): Attribution[] {
  const chain = e.attributions.map((id) => view.attribution(id)).filter((a) => a !== undefined).reverse()
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
  if (a.type === 'attitude') return own || a.source === null
  if (a.type === 'intention' || a.stance === 'promised') return own || a.type === 'intention'
  if (e.status === 'planned' && byAct) return a.stance !== 'accused'
  if (e.status === 'threatened') return (own && !['accused', 'denied'].includes(a.stance)) || (byAct && who !== null && !['accused', 'denied'].includes(a.stance))
  if (e.status === 'demanded') return a.stance === 'demanded' || (byAct && who !== null && !['accused', 'denied'].includes(a.stance))
  return e.status === 'denied' && a.stance === 'demanded'
}

/** An Inner is how a clause is put into the words of its teller. */
interface Inner {
  /** the teller, to be named by a pronoun */
  self: string | null
  /** "of meddling", "whether they recognised": the form that the teller's verb asks for */
  form: 'that' | 'of' | 'whether' | 'denied'
}

const plain: Inner = { self: null, form: 'that' }

/** frame puts a clause below those who tell it. */
function frame(view: Reading, e: { actors?: string[]; status: string } & Pick<Event, 'attributions'>, told: Attribution[], make: (inner: Inner) => string): string {
  if (told.length === 0) return make(plain)
  const [a, ...outer] = told
  const rest = outer.map((o, i) => `, ${i === 0 ? 'as told by' : 'according to'} ${speaker(view, o)}`).join('')
  return inWords(view, e, a, make) + rest
}

function inWords(view: Reading, e: { actors?: string[]; status: string }, a: Attribution, make: (inner: Inner) => string): string {
  const who = speaker(view, a)
  const self = a.source?.entity ?? null
  const many = a.source === null ? false : speakerPlural(view, a)
  const nobodySays = /^(nobody|no one|no-one|none|neither)\b/i.test(a.source?.text ?? '')
  const says = (verb: string) => (a.negated && !nobodySays ? `${who} ${many ? 'do' : 'does'} not ${verb}` : `${who} ${inflect(verb, 'present', many)}`)
  const that = (verb: string) => `${says(verb)} that ${make({ self, form: 'that' })}`
  if (a.source === null) return `it is ${passiveOf(a)} that ${make(plain)}`
  const done = e.status === 'occurred' || e.status === 'historical' || e.status === 'ongoing'
  switch (a.stance) {
    case 'declined':
      return done ? `${make(plain)}; ${who} ${inflect('decline', 'present', many)} to say more` : `${who} ${inflect('decline', 'present', many)} to say whether ${make({ self, form: 'whether' })}`
    case 'denied':
      return `${says('deny')} that ${make({ self, form: 'denied' })}`
    case 'accused':
      return e.actors?.length && done && !(self && e.actors.includes(self)) ? `${says('accuse')} ${make({ self, form: 'of' })}` : that('allege')
    case 'promised':
      return done ? `in a promise, ${that('say')}` : that('promise')
    case 'threatened':
      return done || e.status === 'conditional' ? `in a threat, ${that('say')}` : that('threaten')
    case 'demanded':
      return done || e.status === 'conditional' ? `in a demand, ${that('say')}` : that('say')
    case 'claimed':
    case 'confirmed':
      return that(a.stance.slice(0, -2) + (a.stance === 'claimed' ? '' : ''))
    default:
      return that(a.type === 'belief' || a.stance === 'believed' ? 'believe' : a.type === 'knowledge' ? 'know' : 'say')
  }
}

function passiveOf(a: Attribution): string {
  if (a.type === 'belief') return 'believed'
  return { reported: 'said', claimed: 'claimed', confirmed: 'confirmed', denied: 'denied', accused: 'alleged', promised: 'promised', threatened: 'threatened', demanded: 'demanded', believed: 'believed', declined: 'left open' }[a.stance]
}

/** A Subject is who or what a clause is about; dead: nobody who could plan. */
interface Subject {
  text: string
  all: string[]
  plural: boolean
  dead: boolean
}

/** clause is a deed without those who tell it: "Rebels seized Brega on 16 July 2011". */
function clause(view: Reading, e: Event, inner: Inner): string {
  const triggers = e.evidence.map((x) => view.words(x))
  const speech = speechClause(view, e, triggers, inner)
  if (speech) return speech + whenAndWhere(view, e, speech)
  const { phrase, quote } = phraseFor(view, e)
  const { subject, verb, tookPlace } = parts(view, willing(view, e), phrase, inner)
  const words = quote ? ` (“${triggers.slice(0, 2).join(' … ')}”)` : ''
  const said = finite(view, e, subject, verb, inner)
  return said + words + (tookPlace !== null ? withDays(e) : whenAndWhere(view, e, said))
}

/** willing takes a deed that both would do for one of those alone who promise, threaten or refuse it: the rebels refuse to talk with the government. */
function willing(view: Reading, e: Event): Event {
  const act = view.event(e.of)
  const own = act !== undefined && e.actors.length > 0 && e.recipients.length > 0 && e.actors.every((id) => act.actors.includes(id))
  return own && ['planned', 'threatened', 'denied'].includes(e.status) ? { ...e, reciprocal: false } : e
}

/** phraseFor is the phrase for an event; forces that are deployed do not deploy others. */
function phraseFor(view: Reading, e: Event): { phrase: Phrase; quote: boolean } {
  const found = phraseOf(e, e.evidence.map((x) => view.words(x)))
  const forces = e.actors.length > 0 && e.actors.every((id) => ['MIL', 'COP', 'REB', 'UAF'].includes(view.entity(id)?.sector ?? ''))
  if (!forces || !/^deploy (troops|police)/.test(found.phrase.alone)) return found
  return { ...found, phrase: { ...found.phrase, to: 'deploy against %', alone: 'deploy' } }
}

/** parts chooses subject and verb phrase by which sides are known. */
function parts(view: Reading, e: Event, phrase: Phrase, inner: Inner): { subject: Subject; verb: string; tookPlace: string | null } {
  const actors = side(view, e.actors, inner.self, 'subject')
  const whom = side(view, e.recipients, inner.self, e.actors.length > 0 ? 'object' : 'subject')
  const place = e.place !== null ? placeName(view, e.place) : null
  const used = actors || whom ? (whom ? phrase.to : phrase.alone) : phrase.alone
  const taken = used.includes('#') && place !== null ? e.place : null
  const fill = (form: string) => putPlace(form, taken === null ? null : place).replace('%', whom?.text ?? '')
  if (e.reciprocal && phrase.each) {
    if (actors && whom) return { subject: both(actors, whom), verb: phrase.each, tookPlace: taken }
    const one = actors ?? whom
    if (one?.plural) return { subject: one, verb: phrase.each, tookPlace: taken }
    if (one) return { subject: one, verb: fill(phrase.alone), tookPlace: taken }
  }
  if (actors) return { subject: actors, verb: fill(whom ? betweenOne(phrase.to, whom) : phrase.alone), tookPlace: taken }
  if (whom) {
    if (phrase.passive) return { subject: { ...whom, dead: true }, verb: `be ${phrase.passive}`, tookPlace: null }
    const passive = /^(\S+(?: \S+)?) %(.*)$/.exec(phrase.to)
    if (passive && !/ (of|for|to|with|on|against|from|in|about|by|after|before)$/.test(passive[1]))
      return { subject: { ...whom, dead: true }, verb: `be ${inflect(passive[1], 'part', false)}${putPlace(passive[2], taken === null ? null : place)}`, tookPlace: taken }
    const thing = passiveThing(phrase.to, side(view, e.recipients, inner.self, 'object')!.text)
    if (thing && !e.reciprocal) return { ...thing, tookPlace: null }
    const noun = phrase.noun && e.reciprocal ? phrase.noun : null
    if (noun) return { subject: there(noun), verb: `be ${noun} with ${whom.text}`, tookPlace: null }
    return { subject: nobody, verb: fill(betweenOne(phrase.to, whom)), tookPlace: taken }
  }
  if (phrase.noun) return { subject: there(phrase.noun), verb: `be ${phrase.noun}`, tookPlace: null }
  return { subject: nobody, verb: fill(phrase.alone), tookPlace: taken }
}

// Verbs whose object can stand first: "sanctions were imposed on Libya", "talks with Libya were held".
const turnable = /^(impose|seize|deploy|hold|make|use|voice|commit|issue|give|grant|withhold|spread|destroy|damage|confiscate|halt|open|muster|share|return|cast|make) (?!in )(.+?) (of|for|to|with|on|against|from|about|before) %$/

function passiveThing(form: string, whom: string): { subject: Subject; verb: string } | null {
  const found = turnable.exec(form)
  if (!found) return null
  const text = `${found[2]} ${found[3]} ${whom}`
  return { subject: { text, all: [text], plural: isPlural(found[2]), dead: true }, verb: `be ${inflect(found[1], 'part', false)}` }
}

const nobody: Subject = { text: 'somebody unnamed', all: ['somebody unnamed'], plural: false, dead: true }
const there = (noun: string): Subject => ({ text: 'there', all: ['there'], plural: isPlural(noun), dead: true })
const both = (a: Subject, b: Subject): Subject => ({ text: listed([...a.all, ...b.all]), all: [...a.all, ...b.all], plural: true, dead: false })
const betweenOne = (form: string, whom: Subject) => (form.includes('between %') && !whom.plural ? form.replace('between', 'with') : form)

function putPlace(form: string, place: string | null): string {
  if (!form.includes('#')) return form
  if (place !== null) return form.replace('#', place)
  return form.startsWith('visit') ? 'pay a visit' : form.startsWith('shell') ? 'carry out shelling' : form.startsWith('blockade') ? 'impose a blockade' : form.replace('#', 'ground or a place')
}

/** finite puts subject and verb together as the status of the deed asks. */
function finite(view: Reading, e: Event, s: Subject, verb: string, inner: Inner): string {
  const v = (form: Parameters<typeof inflect>[1]) => inflect(verb, form, s.plural)
  const be = s.plural ? 'are' : 'is'
  if (inner.form === 'of') return `${s.text} of ${v('ing')}`
  switch (e.status) {
    case 'occurred':
    case 'historical':
      return `${s.text} ${v('past')}`
    case 'ongoing':
      return `${s.text} ${s.text === 'there' || verb.startsWith('be on ') ? v('present') : `${be} ${v('ing')}`}`
    case 'planned':
      return inner.form === 'whether' ? `${s.text} would ${v('base')}` : s.dead || verb.startsWith('be ') || !/future|intent|agree|promis|offer|plan/.test(e.because) ? `${s.text} ${be} to ${v('base')}` : `${s.text} ${s.plural ? 'plan' : 'plans'} to ${v('base')}`
    case 'demanded':
      return demanded(view, e, s, v('base'), inner)
    case 'threatened':
      return threatened(view, e, s, v('base'), inner)
    case 'conditional':
      return e.because.startsWith('in the condition') ? `${s.text} might ${v('base')}` : `${s.text} would ${v('base')}`
    case 'hypothetical':
      if (attempted(e)) return s.dead ? `${s.text} ${s.plural ? 'were' : 'was'} to ${v('base')}` : `${s.text} tried to ${v('base')}`
      return inner.form === 'whether' ? `${s.text} would ${v('base')}` : `${s.text} might ${v('base')}`
    case 'denied':
      return denied(view, e, s, v, inner)
  }
}

const attempted = (e: Event) => e.status === 'hypothetical' && /"(attempt|tr(y|ied|ies))/.test(e.because)

function demanded(view: Reading, e: Event, s: Subject, base: string, inner: Inner): string {
  const act = view.event(e.of)
  const by = act ? side(view, act.actors, inner.self, 'subject') : null
  const from = by ?? demander(view, e)
  if (/"(must|have to|should|ought)/.test(e.because)) return `${s.text} must ${base}`
  if (/"be to"/.test(e.because)) return `${s.text} ${s.plural ? 'are' : 'is'} to ${base}`
  const open = act && !['occurred', 'ongoing', 'historical', 'demanded'].includes(act.status)
  if (open && from) return s.dead ? `${from.text} ${from.plural ? 'are' : 'is'} to demand that ${s.text} ${base}` : `${from.text} ${from.plural ? 'are' : 'is'} to call on ${s.text} to ${base}`
  if (s.dead) return from ? `${from.text} ${from.plural ? 'demand' : 'demands'} that ${s.text} ${base}` : `it is demanded that ${s.text} ${base}`
  return from ? `${from.text} ${from.plural ? 'call' : 'calls'} on ${s.text} to ${base}` : `${s.text} ${s.plural ? 'are' : 'is'} called on to ${base}`
}

function demander(view: Reading, e: Event): Subject | null {
  const a = e.attributions.map((id) => view.attribution(id)).findLast((x) => x?.stance === 'demanded' && x.source?.entity)
  return a?.source?.entity ? side(view, [a.source.entity], null, 'subject') : null
}

function threatened(view: Reading, e: Event, s: Subject, base: string, inner: Inner): string {
  const act = view.event(e.of)
  const other = act && act.actors.length > 0 && !act.actors.some((id) => e.actors.includes(id)) ? side(view, act.actors, inner.self, 'subject') : null
  if (other) return `${other.text} ${other.plural ? 'threaten' : 'threatens'} that ${s.text} will ${base}`
  if (s.dead) return `it is threatened that ${s.text} will ${base}`
  return `${s.text} ${s.plural ? 'threaten' : 'threatens'} to ${base}`
}

function denied(view: Reading, e: Event, s: Subject, v: (form: Parameters<typeof inflect>[1]) => string, inner: Inner): string {
  if (inner.form === 'denied') return `${s.text} ${v('past')}`
  const prevented = /"(prevent|keep|stop|bar|protect|save)/.exec(e.because)
  if (prevented) return `${s.text} ${s.plural ? 'are' : 'is'} to be kept from ${v('ing')}`
  if (view.event(e.of)?.event_type === 'REJECT' && !s.dead) return `${s.text} ${s.plural ? 'refuse' : 'refuses'} to ${v('base')}`
  const published = view.record.article.published
  const future = e.date !== null && e.date.to === null && e.date.from !== null && published !== null && e.date.from >= published
  if (future || /^the fate of/.test(e.because)) return `${s.text} will not ${v('base')}`
  if (v('base').startsWith('be ')) {
    const rest = v('base').slice(3)
    return s.text === 'there' ? `there ${v('past').split(' ')[0]} ${rest.startsWith('a ') || rest.startsWith('an ') ? `no ${rest.replace(/^an? /, '')}` : `no ${rest}`}` : `${s.text} ${s.plural ? 'were' : 'was'} not ${rest}`
  }
  return `${s.text} did not ${v('base')}`
}

/** speechClause says a speech act together with the deed that it asks for, promises, refuses, threatens or alleges; null where it has none. */
function speechClause(view: Reading, e: Event, triggers: string[], inner: Inner): string | null {
  if (e.status !== 'occurred' && e.status !== 'historical') return null
  const verb = speechOf(e, triggers)
  const deed = view.record.events.find((x) => x.of === e.id)
  const s = side(view, e.actors, inner.self, 'subject')
  if (!verb || !deed || !s || inner.form === 'of') return null
  const { phrase, quote } = phraseFor(view, deed)
  const own = deed.actors.length > 0 && deed.actors.every((id) => e.actors.includes(id))
  const p = parts(view, willing(view, deed), phrase, { self: e.actors.length === 1 && !own ? e.actors[0] : null, form: 'that' })
  const words = quote ? ` (“${deed.evidence.slice(0, 2).map((x) => view.words(x)).join(' … ')}”)` : ''
  const base = inflect(p.verb, 'base', p.subject.plural)
  const past = (x: string) => inflect(x, 'past', s.plural)
  switch (verb) {
    case 'refuse':
      return own && deed.status === 'denied' ? `${s.text} refused to ${base}${words}` : null
    case 'threaten':
      if (deed.recipients.length === 0 && e.recipients.length > 0) return null
      return own ? `${s.text} threatened to ${base}${words}` : deed.actors.length > 0 ? `${s.text} threatened that ${p.subject.text} would ${base}${words}` : null
    case 'accuse':
      if (deed.actors.length === 0 || own) return null
      if (deed.status === 'planned') return `${s.text} accused ${p.subject.text} of planning to ${base}${words}`
      return ['occurred', 'historical', 'ongoing'].includes(deed.status) ? `${s.text} accused ${p.subject.text} of ${inflect(p.verb, 'ing', p.subject.plural)}${words}` : null
    case 'agree':
    case 'promise':
    case 'offer':
      return own ? `${s.text} ${past(verb)} to ${base}${words}` : deed.actors.length > 0 && verb !== 'offer' ? `${s.text} ${past(verb)} that ${p.subject.text} would ${base}${words}` : null
    default: {
      if (deed.status === 'denied') return null
      const asked = deed.actors.length > 0 && deed.actors.every((id) => e.recipients.includes(id))
      if (!p.subject.dead && (asked || e.recipients.length === 0)) return verb === 'demand' ? `${s.text} demanded that ${p.subject.text} ${base}${words}` : `${s.text} ${past(verb === 'call on' ? 'call' : verb)}${verb === 'call on' ? ' on' : ''} ${p.subject.text} to ${base}${words}`
      return `${s.text} demanded that ${p.subject.text} ${base}${words}`
    }
  }
}

/** side is one side of a deed as a noun phrase; self, the teller, as a pronoun. null: nobody is named. */
function side(view: Reading, ids: string[], self: string | null, as: 'subject' | 'object'): Subject | null {
  if (ids.length === 0) return null
  const all = ids.map((id) => (id === self && ids.length === 1 ? pronoun(view, id)[as] : named(view, id)))
  const plural = ids.length > 1 || (ids[0] === self ? pronoun(view, ids[0]).plural : entityPlural(view, ids[0]))
  return { text: listed([...new Set(all)]), all, plural, dead: false }
}

/** pronoun is "they", "it", "he" or "she", as the article itself calls the entity where it can be known. */
function pronoun(view: Reading, id: string): { subject: string; object: string; plural: boolean } {
  const e = view.entity(id)
  if (!e || entityPlural(view, id)) return { subject: 'they', object: 'them', plural: true }
  const words = e.mentions.filter((m) => m.type === 'pronoun').map((m) => view.words(m).toLowerCase())
  if (words.some((w) => /^(she|her|hers|herself)$/.test(w))) return { subject: 'she', object: 'her', plural: false }
  if (words.some((w) => /^(he|him|his|himself)$/.test(w))) return { subject: 'he', object: 'him', plural: false }
  return e.kind === 'person' || e.kind === 'role' ? { subject: 'they', object: 'them', plural: true } : { subject: 'it', object: 'it', plural: false }
}

function entityPlural(view: Reading, id: string): boolean {
  const e = view.entity(id)
  if (!e) return false
  if (e.kind === 'person' || e.kind === 'role') return false
  if (e.named && (e.kind === 'government' || e.kind === 'organization')) return false
  return isPlural(e.name) || (e.kind === 'people' && e.named && /(ese|ish|ch|iss)$/.test(e.name))
}

function speakerPlural(view: Reading, a: Attribution): boolean {
  return a.source?.entity ? entityPlural(view, a.source.entity) : a.source ? isPlural(a.source.text) : false
}

/** speaker is who says it, as the record knows them, else in the article's words. */
function speaker(view: Reading, a: Attribution): string {
  if (a.source === null) return 'somebody unnamed'
  return a.source.entity ? named(view, a.source.entity) : lower(view.words(a.source).replace(/,.*$/, ''))
}

const articles = /^(the|a|an|its|his|her|their|our|my|whose|any|some|both|two|three|these|those|one) /i
const withArticle = new Set(['United States', 'United Kingdom', 'United Nations', 'Netherlands', 'Philippines', 'United Arab Emirates', 'Gambia', 'Bahamas', 'Maldives', 'Czech Republic', 'Dominican Republic', 'Central African Republic', 'Democratic Republic of the Congo', 'European Union', 'African Union', 'Arab League', 'UN Security Council', 'Pentagon', 'Kremlin', 'Vatican', 'White House', 'Taliban', 'Red Cross', 'World Bank', 'Security Council', 'Ivory Coast'])

const institution = /\b(Admiralty|Committee|Council|Union|Front|Party|Organi[sz]ation|Commission|Court|Bank|Agency|Ministry|Department|Army|Navy|Movement|League|Alliance|Authority|Federation|Association|Institute|Fund|Coalition|Tribunal|Senate|Guard)\b/

/** named is an entity with its article and code: "the rebel council in Benghazi (LBY REB)", "NATO (IGO MIL)". */
export function named(view: Reading, id: string): string {
  const e = view.entity(id)
  if (!e) return 'somebody unknown'
  const code = view.codeOf(id)
  return `${article(view, e)}${code && ` (${code})`}`
}

function article(view: Reading, e: Entity): string {
  const name = e.name.replace(/\s+/g, ' ').replace(/^whose /i, 'their ')
  if (e.kind === 'person' && e.named) return name
  if (/^(\S+ ){0,3}\S+(['’]s|s['’]) /.test(name) && /^\p{Lu}/u.test(name) && !/^(People|Children|Women|Workers|Farmers|Teachers|Students)/.test(name)) return name
  if (articles.test(name)) return e.named ? name : lower(name)
  if (withArticle.has(name)) return name === 'Ivory Coast' ? name : `the ${name}`
  if (e.kind === 'government' && e.named) return name
  const own = determiner(view, e, name)
  const words = e.named ? name : lower(name)
  const many = entityPlural(view, e.id)
  if (own && !(many && /^an?$/.test(own) && !/^(few|number|couple|group|handful|dozen|score)/.test(words))) return `${own} ${words}`
  if (e.named && e.kind === 'organization' && institution.test(name)) return `the ${words}`
  if (e.named && (e.kind === 'armed_group' || e.kind === 'organization') && isPlural(name) && name.includes(' ')) return `the ${words}`
  if (own === '') return words
  if (e.named || many || /^(every|any|some|no)(one|body)$/i.test(words)) return words
  return words.startsWith('other ') ? `an${words}` : an(words)
}

/** determiner is the article that the text itself puts before a name: "the", "a", "" for none; null where the name is never written so. */
function determiner(view: Reading, e: Entity, name: string): string | null {
  for (const m of e.mentions) {
    if (m.type === 'pronoun') continue
    const words = view.words(m)
    const found = /^(the|an?|few|both) /i.exec(words)
    const bare = found ? words.slice(found[0].length) : words
    const [written, sought] = [bare.toLowerCase(), name.toLowerCase()]
    if (written !== sought && !(e.named && (written.startsWith(`${sought} `) || written.endsWith(` ${sought}`)))) continue
    if (found) return found[1].toLowerCase()
    if (/^[-–]/.test(view.slice({ start: m.end, end: m.end + 1 }))) continue
    const before = view.slice({ start: Math.max(0, m.start - 5), end: m.start })
    if (/(^|\W)the\s$/i.test(before)) return 'the'
    if (/(^|\W)an?\s$/i.test(before)) return e.named && !name.includes(' ') ? '' : e.named ? 'the' : /^[aeiou]/i.test(name) ? 'an' : 'a'
    if (e.named || e.kind === 'organization' || entityPlural(view, e.id)) return ''
  }
  return null
}

/** lower makes a first letter small where it is one of a common word that begins a sentence: "Crowds", "Seventy-nine states", not "US officials" or "Libyan rebels". */
function lower(text: string): string {
  const word = text.split(' ')[0]
  if (!/^\p{Lu}\p{Ll}/u.test(word)) return text
  const plural = /(?:[^s'’]s|men|women|people)$/.test(word) && text.split(' ')[1] !== 'officials'
  const number = /^(One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|\w+teen|\w+ty)(-\w+)?$/.test(word)
  return plural || number || common.has(word.toLowerCase()) ? text[0].toLowerCase() + text.slice(1) : text
}

const common = new Set(
  'a an the his her its their our my whose at about more almost nearly some many most all both several dozens hundreds thousands armed civil senior former other local foreign federal medical human military rebel opposition government security student police riot state-run unknown masked islamist rival angry pro-government anti-government election aid trade union thousand million critics'.split(' '),
)

// ---- where and when

/** whenAndWhere is place and days of a deed; a place that the clause has named is not named again. */
function whenAndWhere(view: Reading, e: Event, said: string): string {
  const place = e.place !== null && !new RegExp(`(^|\\W)${escaped(view.place(e.place)?.name ?? '')}(\\W|$)`).test(said) ? ` ${inPlace(view, e.place, e.evidence[0], e.mode === 'withdraw')}` : ''
  return place + withDays(e)
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function withDays(e: Event): string {
  const when = closedDays(e.date)
  return when && ` ${when}`
}

const isClosed = (d: EventDate) => d.basis !== 'published' && d.from !== null && d.to !== null

/** closedDays are days with both ends, which stand in the clause. */
function closedDays(d: EventDate | null): string {
  return d !== null && isClosed(d) ? whenOf(d) : ''
}

/** openDays are those that follow from tense or are open at one end, which stand behind it; nothing where only the tense puts it into the future. */
function openDays(view: Reading, e: Event): string {
  const d = e.date
  if (d === null || isClosed(d) || (d.from === null && d.to === null)) return ''
  if (d.basis === 'published') return ''
  if (d.basis === 'tense' && d.to === null) return ''
  if (d.to === null && (e.status === 'ongoing' || e.status === 'denied')) return since(view, d)
  return whenOf(d)
}

function since(view: Reading, d: EventDate): string {
  const value = view.date(d.expression)?.value
  const whole = value && d.from!.startsWith(value) && /^\d{4}(-\d\d)?$/.test(value) ? wholeOf(value) : null
  return whole ? `since ${whole}` : intervalText(d.from, d.from).replace(/^on/, 'since')
}

function wholeOf(value: string): string {
  const to = value.length === 4 ? `${value}-12-31` : `${value}-${String(new Date(Date.UTC(Number(value.slice(0, 4)), Number(value.slice(5)), 0)).getUTCDate()).padStart(2, '0')}`
  return intervalText(value.length === 4 ? `${value}-01-01` : `${value}-01`, to).replace(/^in /, '')
}

function whenOf(d: { from: string | null; to: string | null }): string {
  return d.from === null && d.to === null ? '' : intervalText(d.from, d.to)
}

/** sayWhen is the date of a deed and what it follows from, for people: "on 16 July 2011, as “on Saturday” says". */
export function sayWhen(view: Reading, d: EventDate | null): string {
  if (d === null || (d.from === null && d.to === null)) return 'no day told'
  const words = view.date(d.expression)?.text.replace(/\s+/g, ' ')
  const when = d.basis === 'stated' && d.to === null ? since(view, d) : whenOf(d)
  switch (d.basis) {
    case 'stated':
      return words ? `${when}, as “${words}” says` : when
    case 'carried':
      return words ? `${when}, taken over from “${words}” nearby` : `${when}, taken over from nearby`
    case 'tense':
      return `${when}: no day is told, the tense alone`
    case 'published':
      return `${when}, the day of publication: no day is told`
  }
}

/** inPlace is a place with the word that leads to it: "near" and the like where the article has it so beside the deed, else "in" or "at". */
function inPlace(view: Reading, id: string, at?: Span, leaving = false): string {
  const p = view.place(id)
  if (!p) return ''
  const here = at && view.record.sentences.find((s) => s.start <= at.start && at.start < s.end)
  const mention = here && p.mentions.find((m) => here.start <= m.start && m.end <= here.end)
  const before = mention ? view.slice({ start: Math.max(here.start, mention.start - 20), end: mention.start }) : ''
  const word = /(?:^|\s)(near|off|outside|around|along|through|close to|from)\s+(?:the\s+)?$/i.exec(before)?.[1].toLowerCase()
  const found = word === 'from' && !leaving ? undefined : word
  const point = p.precision === 'point' && p.feature !== null && !/^PPL|^ADM|^PCL/.test(p.feature)
  return `${found ?? (point ? 'at' : 'in')} ${placeName(view, id)}`
}

function placeName(view: Reading, id: string): string {
  const p = view.place(id)
  if (!p) return 'a place unknown'
  const the = p.mentions.some((m) => /(^|\W)the\s$/i.test(view.slice({ start: Math.max(0, m.start - 5), end: m.start })) && view.words(m) === p.name && !/\w/.test(view.slice({ start: m.end, end: m.end + 1 })))
  const bare = p.mentions.some((m) => /(^|\W)(in|at|from|to|near|of)\s$/i.test(view.slice({ start: Math.max(0, m.start - 5), end: m.start })))
  const name = p.name.replace(/\s+/g, ' ')
  return withArticle.has(name) || /^(SEA|OCN|GULF|STRT|BAY|STM|CHN|MTS|DSRT|PEN|ISLS)/.test(p.feature ?? '') || (the && !bare && !/^PPL/.test(p.feature ?? '')) ? `the ${name}` : name
}

// ---- how it stands

const counted = { killed: 'killed', injured: 'injured', arrested: 'arrested', displaced: 'displaced', other: '' }

/** counts are how many people were touched, where the clause does not say it. */
function counts(view: Reading, e: Event): string {
  const said: Span[] = [...e.actor_mentions, ...e.recipient_mentions, ...[...e.actors, ...e.recipients].flatMap((id) => view.entity(id)?.mentions ?? [])]
  return e.counts
    .filter((c) => {
      const inside = said.some((s) => s.start <= c.start && c.end <= s.end)
      return !(inside && (c.kind === 'other' || e.mode === 'arrest' || e.evidence.some((x) => /^(kill|injur|wound|murder|arrest|detain)/i.test(view.words(x)))))
    })
    .map((c) => {
      const n = c.value ?? c.from ?? c.to
      if (n === null) return ''
      const number = thousands(n)
      const about = c.from === null && c.to === null ? 'about ' : c.to === null ? 'at least ' : c.from === null ? 'at most ' : c.from !== c.to ? `${thousands(c.from)} to ` : ''
      return `${about}${c.from !== null && c.to !== null && c.from !== c.to ? thousands(c.to) : number} ${c.kind === 'other' ? (n === 1 ? 'person' : 'people') : counted[c.kind]}`
    })
    .filter(Boolean)
    .join(', ')
}

/** thousands writes a number with commas: 60,000. */
export function thousands(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

/** unconfirmed says that a deed told as done rests, wherever the article tells it, on the word of a side to it or of an accuser. */
export function unconfirmed(view: Reading, e: Event): boolean {
  const reports = view.happenings.find((h) => h.reports.includes(e))?.reports ?? [e]
  return ['occurred', 'ongoing', 'historical'].includes(e.status) && reports.every((r) => partyWord(view, r))
}

function partyWord(view: Reading, e: Event): boolean {
  const a = view.attribution(e.attributions.at(-1) ?? null)
  if (!a || a.stance === 'confirmed' || a.type === 'attitude' || a.type === 'intention') return false
  if (a.stance === 'claimed' || a.stance === 'accused' || a.stance === 'denied') return true
  const who = view.entity(a.source?.entity ?? null)
  if (!who) return false
  const sides = [...e.actors, ...e.recipients].map((id) => view.entity(id))
  return sides.some((s) => s !== undefined && (s.id === who.id || (s.country !== null && s.country === who.country && sameCamp(s.sector, who.sector))))
}

const organs = new Set(['GOV', 'MIL', 'COP', 'JUD', 'LEG', 'SPY', 'PRM'])

/** sameCamp: two sectors of one state that speak for each other. */
const sameCamp = (a: string | null, b: string | null) => a !== null && b !== null && a !== 'CVL' && a !== 'UNK' && (a === b || (organs.has(a) && organs.has(b)))

const statuses: Record<Event['status'], string> = {
  occurred: 'told as done', ongoing: 'told as going on', historical: 'over for more than a year before publication', planned: 'planned or announced, not told as done', demanded: 'asked for, not told as done',
  threatened: 'threatened, not told as done', conditional: 'said of a condition, not told as done', hypothetical: 'named as possible, not told as done', denied: 'told as not done',
}

/** sayStatus is a status in words. */
export function sayStatus(status: Event['status'] | State['status']): string {
  if (status === 'asserted') return 'told as so'
  if (status === 'claimed') return 'somebody says so'
  return statuses[status]
}

const stances: Record<Attribution['stance'], string> = {
  reported: 'say', claimed: 'claim', confirmed: 'confirm', denied: 'deny', accused: 'allege', promised: 'promise', threatened: 'threaten', demanded: 'demand', believed: 'believe', declined: 'decline',
}

/** sayWhy says why an event has its status, and on whose word it rests. */
export function sayWhy(view: Reading, e: Event): string {
  const own = e.because === sayStatus(e.status) ? '' : `Why: ${e.because}. `
  const chain = e.attributions.map((id) => view.attribution(id)).filter((a) => a !== undefined).reverse()
  if (chain.length === 0) return `${own}The article says so itself.`
  const [a, ...outer] = chain
  const who = a.source === null ? `it is ${a.negated ? 'not ' : ''}${passiveOf(a)}` : `${speaker(view, a)} ${conjugated(stances[a.stance], speakerPlural(view, a), a.negated)} ${a.stance === 'declined' ? 'to say' : 'it'}`
  const rest = outer.map((o) => `, as told by ${speaker(view, o)}`).join('')
  return `${own}${capital(who)}${rest}.${unconfirmed(view, e) ? ' Nobody but a side to it, or an accuser, says so in this article.' : ''}`
}

// ---- states, statements, participants, places, dates

/** sayState says what holds: "Rebels (LBY REB) say that they held Brega; as of 18 July 2011". */
export function sayState(view: Reading, s: State): string {
  const told = s.attributions.map((id) => view.attribution(id)).filter((a) => a !== undefined && a.type !== 'attitude').reverse() as Attribution[]
  const main = frame(view, { attributions: s.attributions, status: 'occurred' }, told.filter((a) => a.type !== 'intention' && !['accused', 'declined'].includes(a.stance)), (inner) => holds(view, s, inner))
  const parts = [main]
  if (s.status === 'claimed' && told.length > 0) parts.push('not confirmed')
  else if (s.status === 'claimed') parts.push('as that side itself says')
  if (s.since !== null && s.until !== null) parts.push(intervalText(s.since, s.until))
  else if (s.since !== null) parts.push(`since ${edge(view, s.since)}`)
  else if (s.until !== null) parts.push(`until ${edge(view, s.until)}`)
  if (s.as_of !== null && s.as_of !== s.since) parts.push(`as of ${intervalText(s.as_of, s.as_of).replace(/^on /, '')}`)
  return `${capital(parts.join('; '))}.`
}

/** edge is a first or last day as exactly as the article tells it: "1969" where only the year is said. */
function edge(view: Reading, day: string): string {
  const whole = view.record.dates.find((d) => (d.from === day || d.to === day) && d.value !== null && /^\d{4}(-\d\d)?$/.test(d.value))
  return whole ? wholeOf(whole.value!) : intervalText(day, day).replace(/^on /, '')
}

function holds(view: Reading, s: State, inner: Inner): string {
  const who = s.subject !== null ? side(view, [s.subject], inner.self, 'subject')! : nobody
  const what = s.object !== null ? named(view, s.object) : s.place !== null ? placeName(view, s.place) : null
  const no = s.status === 'denied' && inner.form !== 'denied'
  const over = s.until !== null
  const verb = (base: string) => (over ? (no ? `did not ${base}` : inflect(base, 'past', who.plural)) : no ? `${who.plural ? 'do' : 'does'} not ${base}` : inflect(base, 'present', who.plural))
  const own = ` (“${view.words(s.evidence[0])}”)`
  const where = s.place !== null && s.object !== null ? ` ${inPlace(view, s.place)}` : ''
  switch (s.kind) {
    case 'control':
      return `${who.text} ${verb('control')} ${what ?? 'a place unnamed'}${where}${s.subject === null ? own : ''}`
    case 'recognition':
      return `${who.text} ${verb('recognise')} ${what ?? 'somebody unnamed'}${where}`
    case 'office':
      return `${who.text} ${no ? (over ? 'did not hold' : 'does not hold, or no longer holds,') : over ? 'held' : who.plural ? 'hold' : 'holds'} an office or power ${s.object !== null ? `in ${what}` : s.place !== null ? inPlace(view, s.place) : 'unnamed'}${where}${own}`
    case 'membership':
      return `${who.text} ${no ? (who.plural ? 'are not' : 'is not') : over ? (who.plural ? 'were' : 'was') : who.plural ? 'are' : 'is'} ${who.plural ? 'members' : 'a member'} of ${what ?? 'a body unnamed'}${where}`
  }
}

/** sayAttribution says who said what to whom, when, and how closely the words are kept. */
export function sayAttribution(view: Reading, a: Attribution): string {
  const { verb, after } = doing(a)
  const same = a.cue === null || !after.includes('stand') && [verb, 'say'].includes(a.cue.lemma) && !a.negated
  const cue = same ? '' : ` (“${view.words(a.cue!)}”)`
  const who = a.addressee ? (a.addressee.entity ? named(view, a.addressee.entity) : view.words(a.addressee)) : ''
  const to = who && ` ${{ tell: '', ask: '', accuse: '', demand: 'of ' }[verb] ?? 'to '}${who}`
  const date = view.date(a.date)
  const when = date && (date.from !== null || date.to !== null) ? ` ${intervalText(date.from, date.to)}` : ''
  const where = a.place !== null ? ` ${inPlace(view, a.place)}` : ''
  const medium = a.medium !== null ? ` in ${an(a.medium)}` : ''
  const occasion = a.occasion !== null ? ` at ${an(a.occasion)}` : ''
  const does = a.source === null ? `It is ${a.negated ? 'not ' : ''}${passiveOf(a)}` : `${speaker(view, a)} ${conjugated(verb, speakerPlural(view, a), a.negated)}${after}`
  const outer = a.within !== null ? view.attribution(a.within) : undefined
  const chain = outer && outer.source && outer.source.entity !== a.source?.entity ? `; as told by ${speaker(view, outer)}` : ''
  const content = a.content.length > 0 ? `: ${quoted(a.content.map((c) => view.words(c)), a.quote === 'direct')}; ${kept[a.quote]}` : ''
  return `${capital(`${does}${cue}${to}${medium}${occasion}${where}${when}`)}${content}${chain}.`
}

const kept: Record<Attribution['quote'], string> = { direct: 'word for word', partial: 'partly word for word', indirect: 'in the article’s words' }
const an = (noun: string) => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`
const conjugated = (verb: string, plural: boolean, not: boolean) => (not ? `${plural ? 'do' : 'does'} not ${verb}` : inflect(verb, 'present', plural))

/** doing is what a source does, as a verb and what follows it. */
function doing(a: Attribution): { verb: string; after: string } {
  if (a.type === 'attitude') return { verb: 'take', after: ' a stand' }
  if (a.type === 'intention') return { verb: a.stance === 'threatened' ? 'threaten' : a.stance === 'promised' ? 'promise' : 'intend', after: '' }
  if (a.type === 'belief') return { verb: 'believe', after: '' }
  if (a.type === 'knowledge') return { verb: 'know', after: '' }
  if (a.stance === 'reported') return { verb: a.cue?.lemma === 'tell' && a.addressee ? 'tell' : 'say', after: '' }
  const verbs: Record<Exclude<Attribution['stance'], 'reported'>, string> = { claimed: 'claim', confirmed: 'confirm', denied: 'deny', accused: 'accuse', promised: 'promise', threatened: 'threaten', demanded: 'demand', believed: 'believe', declined: 'decline' }
  return { verb: verbs[a.stance], after: a.stance === 'declined' ? ' to say' : '' }
}

/** quoted puts pieces of the article between quotation marks, its own marks within turned into single ones. */
function quoted(pieces: string[], direct: boolean): string {
  const bare = pieces.map((x) => (direct ? x.replace(/["“”]/g, '') : /^["“”].*["“”]$/.test(x) && !/["“”]/.test(x.slice(1, -1)) ? x.slice(1, -1) : x).replace(/,$/, ''))
  const inner = bare.join(' … ').replace(/(^|[\s(])["“]/g, '$1‘').replace(/["“”]/g, '’')
  return `“${inner}”`
}

const kinds: Record<Entity['kind'], [string, string]> = {
  person: ['a person', 'persons'], organization: ['an organisation', 'organisations'], government: ['a government', 'governments'], armed_group: ['an armed group', 'an armed group'],
  people: ['people', 'people'], role: ['somebody told by an office', 'people told by an office'], other: ['somebody or something', 'others'],
}

/** sayEntity says who or what takes part, and what of the record rests on it. */
export function sayEntity(view: Reading, id: string): string {
  const e = view.entity(id)
  if (!e) return ''
  const r = view.record
  const does = r.events.filter((x) => x.same_as === null && x.actors.includes(id)).length
  const suffers = r.events.filter((x) => x.same_as === null && x.recipients.includes(id)).length
  const says = r.attributions.filter((x) => x.source?.entity === id).length
  const sums = [does && `acts in ${times(does, 'deed')}`, suffers && `is the other side of ${times(suffers, 'deed')}`, says && `is the source of ${times(says, 'statement')}`].filter(Boolean) as string[]
  const terms = [...new Set([e.country, ...e.sectors])].filter((c) => c !== null).map((c) => (view.dossier.terms[c] ? `${c}: ${view.dossier.terms[c]}` : c))
  const who = kinds[e.kind][Number(entityPlural(view, id))] + (e.role !== null && e.kind === 'person' ? `, ${e.role}` : '') + (e.named || e.kind === 'government' || e.kind === 'role' ? '' : ', known by a description alone')
  return `${capital(article(view, e))}: ${who}${terms.length ? ` (${terms.join('; ')})` : ''}; mentioned ${often(e.mentions.length)}${sums.length ? `; ${listed(sums)}` : ''}.`
}

function often(n: number): string {
  return n === 1 ? 'once' : n === 2 ? 'twice' : `${thousands(n)} times`
}

function times(n: number, what: string): string {
  return n === 1 ? `one ${what}` : `${thousands(n)} ${what}s`
}

const bearings: Record<string, string> = {
  N: 'north', NNE: 'north-north-east', NE: 'north-east', ENE: 'east-north-east', E: 'east', ESE: 'east-south-east', SE: 'south-east', SSE: 'south-south-east',
  S: 'south', SSW: 'south-south-west', SW: 'south-west', WSW: 'west-south-west', W: 'west', WNW: 'west-north-west', NW: 'north-west', NNW: 'north-north-west',
}
const precisions: Record<NonNullable<Place['precision']>, string> = { point: 'a point on the map', city: 'a town', area: 'an area', region: 'a region', country: 'a country; the point on the map is its label, no more' }

/** sayWay is how the article leads to a place from others: "750 km east of Tripoli"; "" where it does not. */
export function sayWay(view: Reading, p: Place): string {
  const r = p.relative
  if (!r) return ''
  const to = r.to.map((id) => placeName(view, id))
  if (to.length > 1) return `between ${listed(to)}`
  return `${[r.km !== null ? `${thousands(r.km)} km` : '', r.bearing !== null ? `${bearings[r.bearing]} of` : r.km !== null ? 'from' : 'near', to[0]].filter(Boolean).join(' ')}`
}

/** sayPlace says where a place lies and how closely that is known. */
export function sayPlace(view: Reading, id: string): string {
  const p = view.place(id)
  if (!p) return ''
  const country = view.record.places.find((x) => x.precision === 'country' && x.country === p.country)?.name ?? p.country
  const within = p.precision === 'country' ? (p.country ?? '') : [p.admin1, country].filter((x) => x !== null && x !== p.name).join(', ')
  const way = sayWay(view, p)
  const exact = p.precision === null ? 'not on the map' : precisions[p.precision] + (p.radius_km !== null && p.precision !== 'country' ? `, within ${thousands(p.radius_km)} km` : '')
  const sure = p.confidence < 0.6 && p.precision !== null ? '; it may be another place of that name' : ''
  return `${capital(placeName(view, id))}${within && ` (${within})`}${way && `: ${way}`}; ${exact}${sure}.`
}

const mods: Record<string, string> = { BEFORE: 'before', AFTER: 'after', ON_OR_BEFORE: 'on or before', ON_OR_AFTER: 'on or after', LESS_THAN: 'less than', MORE_THAN: 'more than', EQUAL_OR_LESS: 'at most', EQUAL_OR_MORE: 'at least', START: 'the start of', MID: 'the middle of', END: 'the end of', APPROX: 'about' }

/** sayDate says what a time expression of the article means. */
export function sayDate(view: Reading, id: string): string {
  const d = view.date(id)
  if (!d) return ''
  const words = `“${d.text.replace(/\s+/g, ' ')}”`
  const mod = d.mod !== null ? `${mods[d.mod]} ` : ''
  if (d.type === 'DURATION') return `${words} is how long: ${mod}${span(d.value)}.`
  if (d.type === 'SET') return `${words} is how often${d.value ? `: ${[d.freq?.replace(/X$/, ' times'), span(d.value).replace(/^/, 'each ')].filter(Boolean).join(' ')}` : ''}.`
  if (d.from === null && d.to === null) return `${words} is ${d.value === 'FUTURE_REF' ? 'some time to come' : d.value === 'PAST_REF' ? 'some time gone by' : d.value === 'PRESENT_REF' ? 'now' : 'a time that the article leaves open'}.`
  if (d.mod === 'START' || d.mod === 'MID' || d.mod === 'END' || !mod) return `${words} is ${dayWords(d.from, d.to)}.`
  return `${words} is ${mod && d.from !== null && d.to !== null ? `${mod}${intervalText(d.from, d.to).replace(/^(on|in) /, '')}` : intervalText(d.from, d.to)}.`
}

function dayWords(from: string | null, to: string | null): string {
  return intervalText(from, to).replace(/^(on|in) /, '').replace(/^between (.*) and (.*)$/, 'the days from $1 to $2').replace(/^by /, 'no later than ')
}

const units: Record<string, string> = { Y: 'year', M: 'month', W: 'week', D: 'day', H: 'hour', S: 'second', E: 'decade', DE: 'decade', CE: 'century' }

/** span is a TIMEX3 duration in words: "PT3H" is "3 hours", "PXW" "some weeks". */
export function span(value: string | null): string {
  const found = /^P(T?)(\d+(?:\.\d+)?|X+)([A-Z]+)$/.exec(value ?? '')
  if (!found) return value ?? 'untold'
  const unit = found[1] && found[3] === 'M' ? 'minute' : (units[found[3]] ?? found[3])
  if (found[2].startsWith('X')) return `some ${unit}s`
  return `${found[2]} ${unit === 'century' && found[2] !== '1' ? 'centurie' : unit}${found[2] === '1' ? '' : 's'}`
}
