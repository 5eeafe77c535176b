import { expect, test } from 'vitest'
import { inflect } from '../english'
import { phraseOf } from '../phrases'
import { Reading } from '../reading'
import type { Attribution, DemarcheRecord, Entity, Event, Place, State, TimeExpr } from '../record'
import { durationText, say, sayWhen, unconfirmed } from '.'

// Records are made of a handful of participants, places and dates, and of the words of one short text.
const entity = (id: string, name: string, more: Partial<Entity> = {}): Entity => ({ id, name, kind: 'government', country: null, sector: 'GOV', sectors: ['GOV'], code: null, role: null, wikidata: null, named: true, mentions: [], ...more })
const rebels = entity('n1', 'rebels', { kind: 'armed_group', named: false, country: 'LBY', sector: 'REB' })
const libya = entity('n2', 'Libya', { country: 'LBY' })
const us = entity('n3', 'United States', { country: 'USA' })
const minister = entity('n4', 'foreign minister', { kind: 'role', named: false, country: 'FRA' })
const council = entity('n5', 'transitional council', { kind: 'organization', named: false, country: 'LBY', sector: 'REB' })
const people = entity('n6', 'at least 20 people', { kind: 'people', named: false, sector: 'CVL' })
const clinton = entity('n7', 'Hillary Clinton', { kind: 'person', country: 'USA' })
const cnn = entity('n8', 'CNN', { kind: 'organization', country: 'USA', sector: 'JRN' })
const protesters = entity('n9', 'protesters', { kind: 'people', named: false, country: 'LBY', sector: 'CVL' })

const text = 'seized met killed said she Brega gathered handed'
const at = (word: string) => ({ start: text.indexOf(word), end: text.indexOf(word) + word.length })
const event = (id: string, more: Partial<Event>): Event => ({
  id, event_type: 'COERCE', mode: 'seize', contexts: [], cameo: '192', quad_class: 4, goldstein: null, actors: ['n1'], recipients: [], reciprocal: false, actor_mentions: [], recipient_mentions: [], date: null, duration: null,
  place: null, counts: [], issues: [], status: 'occurred', because: 'told as done', of: null, attributions: [], stance: null, same_as: null, evidence: [at('seized')], rule: 'x.txt:1', confidence: 1, ...more,
})
const said = (id: string, source: string | null, more: Partial<Attribution> = {}): Attribution => ({
  id, type: 'assertion', source: source === null ? null : { ...at('said'), text: 'x', entity: source, kind: 'other' }, cue: { ...at('said'), text: 'said', lemma: 'say' }, content: [at('met')], quote: 'indirect', stance: 'reported', negated: false,
  addressee: null, date: null, place: null, medium: null, occasion: null, within: null, rule: '', confidence: 1, ...more,
})
const place = (id: string, name: string, more: Partial<Place> = {}): Place => ({ id, name, lat: 1, lon: 1, country: 'LBY', admin1: null, admin2: null, geonames: null, feature: 'PPL', precision: 'city', radius_km: 5, confidence: 0.9, relative: null, mentions: [], ...more })
const date = (id: string, words: string, value: string, from: string | null, to: string | null, more: Partial<TimeExpr> = {}): TimeExpr => ({ id, start: 0, end: 0, text: words, type: 'DATE', value, mod: null, quant: null, freq: null, from, to, rule: '', ...more })

function reading(parts: { events?: Event[]; attributions?: Attribution[]; states?: State[]; entities?: Entity[] }): Reading {
  const record = {
    article: { text, published: '2011-07-19' }, sentences: [], notes: [], states: parts.states ?? [], events: parts.events ?? [], attributions: parts.attributions ?? [],
    entities: parts.entities ?? [rebels, libya, us, minister, council, people, { ...clinton, mentions: [{ ...at('she'), type: 'pronoun' }] }, cnn, protesters],
    places: [place('p1', 'Brega', { relative: { to: ['p2'], km: 750, bearing: 'E' } }), place('p2', 'Tripoli'), place('p3', 'Libya', { precision: 'country', feature: 'PCLI' })],
    dates: [date('d1', 'Saturday', '2011-07-16', '2011-07-16', '2011-07-16'), date('d2', 'February', '2011-02', '2011-02-01', '2011-02-28'), date('d3', 'three hours', 'PT3H', null, null, { type: 'DURATION' }), date('d4', 'next week', '2011-W30', '2011-07-25', '2011-07-31')],
  } as unknown as DemarcheRecord
  return new Reading({ record, rules: {}, terms: {}, csv: '', trees: null })
}

const one = (more: Partial<Event>, attributions: Attribution[] = [], others: Event[] = []) => say(reading({ events: [event('e1', more), ...others], attributions }), 'e1')

test('a claim of a side is told as its claim, and as not confirmed', () => {
  expect(one({ place: 'p1', attributions: ['a1'], date: { from: null, to: '2011-07-18', expression: null, basis: 'tense' } }, [said('a1', 'n1')])).toBe('Rebels (LBY REB) say that they seized Brega; not confirmed; by 18 July 2011.')
  expect(one({ place: 'p1', attributions: ['a1'], stance: 'claimed' }, [said('a1', 'n8', { stance: 'claimed' })])).toBe('CNN (USA JRN) claims that rebels (LBY REB) seized Brega; not confirmed.')
})

test('the word of others is no claim, and an admission confirms', () => {
  expect(one({ place: 'p1', attributions: ['a1'] }, [said('a1', 'n8')])).toBe('CNN (USA JRN) says that rebels (LBY REB) seized Brega.')
  expect(one({ place: 'p1', attributions: ['a1'] }, [said('a1', 'n1', { stance: 'confirmed' })])).toBe('Rebels (LBY REB) confirm that they seized Brega.')
})

test('a claim that the article tells itself elsewhere is confirmed', () => {
  const view = reading({ events: [event('e1', { attributions: ['a1'] }), event('e2', { same_as: 'e1' })], attributions: [said('a1', 'n1')] })
  expect(unconfirmed(view, view.event('e1')!)).toBe(false)
})

test('statuses', () => {
  const told = (status: Event['status'], because = '') => one({ event_type: 'RETREAT', mode: 'release', cameo: '0841', actors: ['n2'], recipients: ['n7'], evidence: [at('handed')], status, because })
  expect(told('occurred')).toBe('Libya (LBY GOV) released Hillary Clinton (USA GOV) (“handed”).')
  expect(told('ongoing')).toBe('Libya (LBY GOV) is releasing Hillary Clinton (USA GOV) (“handed”).')
  expect(told('planned', 'future by "will"')).toBe('Libya (LBY GOV) plans to release Hillary Clinton (USA GOV) (“handed”).')
  expect(told('planned', 'after "be to"')).toBe('Libya (LBY GOV) is to release Hillary Clinton (USA GOV) (“handed”).')
  expect(told('demanded', 'below "urged"')).toBe('Libya (LBY GOV) is called on to release Hillary Clinton (USA GOV) (“handed”).')
  expect(told('demanded', 'a duty by "must"')).toBe('Libya (LBY GOV) must release Hillary Clinton (USA GOV) (“handed”).')
  expect(told('threatened')).toBe('Libya (LBY GOV) threatens to release Hillary Clinton (USA GOV) (“handed”).')
  expect(told('conditional', 'in the condition "if"')).toBe('Libya (LBY GOV) might release Hillary Clinton (USA GOV) (“handed”); named only as a condition.')
  expect(told('hypothetical')).toBe('Libya (LBY GOV) might release Hillary Clinton (USA GOV) (“handed”); named as possible, not as done.')
  expect(told('denied', 'negated by "not"')).toBe('Libya (LBY GOV) did not release Hillary Clinton (USA GOV) (“handed”).')
})

test('what will not be done is not told as what was not', () => {
  expect(one({ status: 'denied', place: 'p1', date: { from: '2011-07-19', to: null, expression: null, basis: 'tense' } })).toBe('Rebels (LBY REB) will not seize Brega.')
})

test('sides', () => {
  const meet = { event_type: 'CONSULT', mode: null, cameo: '040', reciprocal: true, evidence: [at('met')] } as Partial<Event>
  expect(one({ ...meet, actors: ['n3'], recipients: ['n2'] })).toBe('The United States (USA GOV) and Libya (LBY GOV) met.')
  expect(one({ ...meet, actors: ['n1'] })).toBe('Rebels (LBY REB) met.')
  expect(one({ ...meet, actors: ['n2'] })).toBe('Libya (LBY GOV) held a meeting.')
  expect(one({ ...meet, actors: [] })).toBe('There was a meeting.')
  expect(one({ ...meet, actors: ['n1'], status: 'denied', because: 'negated by "no"' })).toBe('Rebels (LBY REB) did not meet.')
  expect(one({ ...meet, actors: [], status: 'denied', because: 'negated by "no"' })).toBe('There was no meeting.')
})

test('deeds of nobody, and how many they touched', () => {
  const kill = { event_type: 'ASSAULT', mode: null, cameo: '190', actors: [], recipients: ['n6'], evidence: [at('killed')], counts: [{ kind: 'killed', value: 20, from: 20, to: null, start: 0, end: 2 }] } as Partial<Event>
  expect(one(kill)).toBe('At least 20 people (CVL) were killed; at least 20 killed.')
  expect(one({ ...kill, recipient_mentions: [{ start: 0, end: 9 }] })).toBe('At least 20 people (CVL) were killed.')
  expect(one({ ...kill, recipients: [], counts: [{ kind: 'injured', value: null, from: 1000, to: 2000, start: 0, end: 1 }] })).toBe('There was killing; 1,000 to 2,000 injured.')
})

test('a speech act takes in the deed that it speaks of', () => {
  const deed = event('e2', { event_type: 'RETREAT', mode: 'resign', cameo: '0831', actors: ['n7'], status: 'demanded', of: 'e1', because: 'below "demanded"', attributions: ['a1'] })
  const view = reading({ events: [event('e1', { event_type: 'REQUEST', mode: 'change', cameo: '1041', actors: ['n9'], recipients: ['n7'], evidence: [at('handed')] }), deed], attributions: [said('a1', 'n9', { stance: 'demanded' })] })
  expect(say(view, 'e1')).toBe('Protesters (LBY CVL) called on Hillary Clinton (USA GOV) to resign (“seized”).')
  expect(say(view, 'e2')).toBe('Protesters (LBY CVL) call on Hillary Clinton (USA GOV) to resign (“seized”).')
  const accused = event('e2', { status: 'occurred', of: 'e1', actors: ['n1'], place: 'p1', attributions: ['a1'], stance: 'accused' })
  const charge = reading({ events: [event('e1', { event_type: 'ACCUSE', mode: 'allege', cameo: '112', actors: ['n2'], recipients: ['n1'], evidence: [at('handed')] }), accused], attributions: [said('a1', 'n2', { stance: 'accused' })] })
  expect(say(charge, 'e2')).toBe('Libya (LBY GOV) accuses rebels (LBY REB) of seizing Brega; not confirmed.')
})

test('chains of tellers, the innermost first', () => {
  const view = (stance: Attribution['stance'], type: Attribution['type'] = 'assertion') => one({ place: 'p1', attributions: ['a1', 'a2'] }, [said('a1', 'n8'), said('a2', 'n4', { stance, type })])
  expect(view('reported')).toBe('A foreign minister (FRA GOV) says that rebels (LBY REB) seized Brega, as told by CNN (USA JRN).')
  expect(view('believed', 'belief')).toBe('A foreign minister (FRA GOV) believes that rebels (LBY REB) seized Brega, as told by CNN (USA JRN).')
  expect(view('denied')).toBe('A foreign minister (FRA GOV) denies that rebels (LBY REB) seized Brega, as told by CNN (USA JRN); not confirmed.')
  expect(one({ place: 'p1', attributions: ['a1'] }, [said('a1', null, { stance: 'believed', type: 'belief' })])).toBe('It is believed that rebels (LBY REB) seized Brega.')
  expect(one({ status: 'hypothetical', place: 'p1', attributions: ['a1'] }, [said('a1', 'n4', { stance: 'declined', type: 'refusal' })])).toBe('A foreign minister (FRA GOV) declines to say whether rebels (LBY REB) would seize Brega.')
})

test('pronouns are those of the article', () => {
  expect(one({ event_type: 'CONSULT', mode: 'visit', cameo: '042', actors: ['n7'], place: 'p1', evidence: [at('met')], status: 'planned', because: 'future by "will"', attributions: ['a1'] }, [said('a1', 'n7')])).toContain('Hillary Clinton (USA GOV) says that she plans to ')
})

test('days', () => {
  const when = (from: string | null, to: string | null, basis: 'stated' | 'tense' | 'published' | 'carried', expression: string | null = null, status: Event['status'] = 'occurred') => one({ place: 'p1', status, date: { from, to, basis, expression } })
  expect(when('2011-07-16', '2011-07-16', 'stated')).toBe('Rebels (LBY REB) seized Brega on 16 July 2011.')
  expect(when('2011-07-14', '2011-07-20', 'stated')).toBe('Rebels (LBY REB) seized Brega between 14 and 20 July 2011.')
  expect(when('2011-02-01', '2011-02-28', 'carried')).toBe('Rebels (LBY REB) seized Brega in February 2011.')
  expect(when('2011-02-01', null, 'stated', 'd2', 'ongoing')).toBe('Rebels (LBY REB) are seizing Brega; since February 2011.')
  expect(when('2011-07-19', null, 'stated', null, 'planned')).toBe('Rebels (LBY REB) are to seize Brega; from 19 July 2011 on.')
  expect(when('2011-07-19', null, 'tense', null, 'planned')).toBe('Rebels (LBY REB) are to seize Brega.')
  const view = reading({})
  expect(sayWhen(view, { from: '2011-07-16', to: '2011-07-16', expression: 'd1', basis: 'stated' })).toBe('on 16 July 2011, as “Saturday” says')
  expect(sayWhen(view, { from: null, to: '2011-07-16', expression: null, basis: 'tense' })).toBe('by 16 July 2011: no day is told, the tense alone')
  expect(sayWhen(view, null)).toBe('no day told')
})

test('places, dates, participants and what is not there', () => {
  const view = reading({ events: [event('e1', {})] })
  expect(say(view, 'p1')).toBe('Brega (Libya): 750 km east of Tripoli; a town, within 5 km.')
  expect(say(view, 'd1')).toBe('“Saturday” is 16 July 2011.')
  expect(say(view, 'd3')).toBe('“three hours” is how long: 3 hours.')
  expect(say(view, 'd4')).toBe('“next week” is the days from 25 to 31 July 2011.')
  expect(say(view, 'n1')).toBe('Rebels: an armed group, known by a description alone (LBY; GOV); mentioned 0 times; acts in one deed.')
  expect(say(view, 'e99')).toBe('')
})

test('states and statements', () => {
  const state: State = { id: 's1', kind: 'control', subject: 'n1', object: null, place: 'p1', since: null, until: null, as_of: '2011-07-18', status: 'claimed', attributions: ['a1'], evidence: [at('seized')], rule: '' }
  const view = reading({ states: [state, { ...state, id: 's2', status: 'denied', attributions: [] }, { ...state, id: 's3', kind: 'recognition', object: 'n5', place: null, subject: 'n3', attributions: [], status: 'asserted' }], attributions: [said('a1', 'n1'), said('a2', 'n7', { quote: 'direct', date: 'd1', stance: 'demanded' })] })
  expect(say(view, 's1')).toBe('Rebels (LBY REB) say that they control Brega; not confirmed; as of 18 July 2011.')
  expect(say(view, 's2')).toBe('Rebels (LBY REB) do not control Brega; as of 18 July 2011.')
  expect(say(view, 's3')).toBe('The United States (USA GOV) recognises a transitional council (LBY REB); as of 18 July 2011.')
  expect(say(view, 'a1')).toBe('Rebels (LBY REB) say: “met”; in the article’s words.')
  expect(say(view, 'a2')).toBe('Hillary Clinton (USA GOV) demands on 16 July 2011: “met”; word for word.')
})

test('states that are over, denied ones, and offices', () => {
  const state: State = { id: 's1', kind: 'membership', subject: 'n7', object: 'n5', place: null, since: null, until: '2011-07-16', as_of: null, status: 'asserted', attributions: [], evidence: [at('seized')], rule: '' }
  const told = (more: Partial<State>) => say(reading({ states: [{ ...state, ...more }] }), 's1')
  expect(told({})).toBe('Hillary Clinton (USA GOV) was a member of a transitional council (LBY REB); until 16 July 2011.')
  expect(told({ status: 'denied' })).toBe('Hillary Clinton (USA GOV) was not a member of a transitional council (LBY REB); until 16 July 2011.')
  expect(told({ status: 'denied', until: null })).toBe('Hillary Clinton (USA GOV) is not a member of a transitional council (LBY REB).')
  expect(told({ kind: 'office', until: null, status: 'denied' })).toBe('Hillary Clinton (USA GOV) does not hold, or no longer holds, an office or power in a transitional council (LBY REB) (“seized”).')
  expect(told({ kind: 'control', status: 'claimed', object: null, place: 'p1', since: '2011-02-01' })).toBe('Hillary Clinton (USA GOV) controlled Brega; as that side itself says; between 1 February and 16 July 2011.')
})

test('durations', () => {
  expect(['PT3H', 'P1D', 'PXW', 'PT90M', 'P2CE', 'PXCE', null].map(durationText)).toEqual(['3 hours', '1 day', 'some weeks', '90 minutes', '2 centuries', 'some centuries', 'untold'])
})

test('names with letters that mean something to a replacement stay as they are', () => {
  const fund = entity('n1', 'US$ fund $& Co', { kind: 'organization', named: true })
  const view = reading({ events: [event('e1', { event_type: 'ASSAULT', mode: null, cameo: '190', actors: ['n2'], recipients: ['n1'], evidence: [at('killed')] })], entities: [fund, libya] })
  expect(say(view, 'e1')).toBe('Libya (LBY GOV) killed US$ fund $& Co (GOV).')
})

const tables = import.meta.glob<string>('../../../../data/ontology/*.tsv', { query: '?raw', import: 'default', eager: true })

test('every type, mode and code has a phrase of its own', () => {
  const table = (name: string) => tables[`../../../../data/ontology/${name}`].split('\n').filter((l) => l && !l.startsWith('#')).slice(1).map((l) => l.split('\t'))
  const kinds = [
    ...table('modes.tsv').map(([type, mode, , cameo]) => ({ event_type: type, mode, cameo })),
    ...table('types.tsv').map(([type, , , , cameo]) => ({ event_type: type, mode: null, cameo })),
    ...table('cameo.tsv').filter(([code]) => code.length > 2).map(([code, , , , type, mode]) => ({ event_type: type || null, mode: mode || null, cameo: code })),
  ] as Pick<Event, 'event_type' | 'mode' | 'cameo'>[]
  expect(kinds.length).toBeGreaterThan(300)
  for (const k of kinds) {
    const { to, alone } = phraseOf(k, ['zzz']).phrase
    expect(to, JSON.stringify(k)).not.toMatch(/do something|undefined|[[\]|]/)
    expect(alone, JSON.stringify(k)).not.toMatch(/do something|undefined|[[\]|%]/)
    expect(inflect(alone, 'past', false), JSON.stringify(k)).not.toMatch(/undefined/)
  }
})
