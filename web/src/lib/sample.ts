// A small dossier of our own, for tests.
import type { Attribution, Dossier, Event } from './record'

const text = 'Rebels said the mayor denied that police had fired. 🎉\n\nPolice fired on Monday.'

const span = (words: string, from = 0) => {
  const at = text.indexOf(words, from)
  const start = Array.from(text.slice(0, at)).length
  return { start, end: start + Array.from(words).length }
}

const statement = (id: string, source: string, cue: string, content: string, within: string | null): Attribution => ({
  id, within, type: 'assertion', quote: 'indirect', stance: 'reported', negated: false, addressee: null, date: null, place: null, medium: null, occasion: null,
  rule: 'say.txt:3 say', confidence: 0.9, content: [span(content)],
  source: { ...span(source), text: source, entity: null, kind: 'other' }, cue: { ...span(cue), text: cue, lemma: cue },
})

const fired = (id: string, from: number, same_as: string | null, attributions: string[]): Event => ({
  id, same_as, attributions, event_type: 'ASSAULT', mode: 'firearms', contexts: [], cameo: '193', quad_class: 4, goldstein: -9, actors: ['n1'], recipients: [], reciprocal: false,
  actor_mentions: [span(from ? 'Police' : 'police', from)], recipient_mentions: [], date: null, duration: null, place: null, counts: [], issues: [],
  status: attributions.length ? 'denied' : 'occurred', because: 'told as done', of: null, stance: null, evidence: [span('fired', from)], rule: 'assault.txt:9 fire', confidence: 0.6,
})

const later = text.indexOf('\n')

/** dossier is a claim within a claim, a happening told twice, and an emoji before the second paragraph. */
export const dossier = (): Dossier => ({
  rules: {}, terms: {}, csv: '', trees: null,
  record: {
    schema: 'demarche/1',
    article: {
      id: '0', source_id: null, url: null, title: null, publisher: null, author: null, published: null, published_from: 'none', dateline: null, language: 'en', text,
    },
    coder: { version: '0', data: '0' },
    sentences: [span(text.slice(0, text.indexOf(' 🎉'))), span('Police fired on Monday.')],
    entities: [
      {
        id: 'n1', name: 'police', kind: 'armed_group', country: 'LBY', sector: 'COP', sectors: ['COP'], code: 'LBYCOP', role: null, wikidata: null, named: false,
        mentions: [{ ...span('police'), type: 'nominal' }, { ...span('Police'), type: 'nominal' }],
      },
    ],
    places: [],
    dates: [{ id: 'd1', ...span('Monday'), text: 'Monday', type: 'DATE', value: 'XXXX-WXX-1', mod: null, quant: null, freq: null, from: null, to: null, rule: 'weekday.txt:3' }],
    attributions: [
      statement('a1', 'Rebels', 'said', 'the mayor denied that police had fired', null),
      statement('a2', 'the mayor', 'denied', 'that police had fired', 'a1'),
    ],
    events: [fired('e1', 0, null, ['a1', 'a2']), fired('e2', later, 'e1', [])],
    states: [],
    notes: [{ ...span('police'), rule: 'assault.txt:9', text: 'unless object' }],
  },
})
