// Places within a sentence.
import type { Reading } from '../reading'
import type { Event, Span } from '../record'
import { taking } from './naming'

/** whereOf is the place of a deed, " in Brega"; "" where the clause has named it already. */
export function whereOf(view: Reading, e: Event, said: string): string {
  if (e.place === null || names(said, view.place(e.place)?.name ?? '')) return ''
  return ` ${inPlace(view, e.place, e.evidence[0], e.mode === 'withdraw')}`
}

function names(text: string, name: string): boolean {
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  return new RegExp(`(^|\\W)${escaped}(\\W|$)`).test(text)
}

/** inPlace is a place with the word that leads to it: "near" and the like where the article has it so beside the deed, else "in" or "at". */
export function inPlace(view: Reading, id: string, at?: Span, leaving = false): string {
  const p = view.place(id)
  if (!p) return ''
  const found = leadingWord(view, p.mentions, at)
  const word = found === 'from' && !leaving ? undefined : found
  const point = p.precision === 'point' && p.feature !== null && !/^PPL|^ADM|^PCL/.test(p.feature)
  return `${word ?? (point ? 'at' : 'in')} ${placeName(view, id)}`
}

/** leadingWord is the preposition before a mention in the sentence of a deed. */
function leadingWord(view: Reading, mentions: Span[], at: Span | undefined): string | undefined {
  const here = at && view.record.sentences.find((s) => s.start <= at.start && at.start < s.end)
  const mention = here && mentions.find((m) => here.start <= m.start && m.end <= here.end)
  if (!mention) return undefined
  const before = view.slice({ start: Math.max(here.start, mention.start - 20), end: mention.start })
  return /(?:^|\s)(near|off|outside|around|along|through|close to|from)\s+(?:the\s+)?$/i.exec(before)?.[1].toLowerCase()
}

// Seas, rivers, mountains and the like, by their GeoNames codes.
const landscape = /^(SEA|OCN|GULF|STRT|BAY|STM|CHN|MTS|DSRT|PEN|ISLS)/

/** placeName is a place's name, with "the" where it takes it. */
export function placeName(view: Reading, id: string): string {
  const p = view.place(id)
  if (!p) return 'a place unknown'
  const name = p.name.replace(/\s+/g, ' ')
  const feature = p.feature ?? ''
  if (taking.has(name) || landscape.test(feature)) return `the ${name}`
  const the = p.mentions.some((m) => /(^|\W)the\s$/i.test(view.before(m)) && view.words(m) === p.name && !/\w/.test(view.slice({ start: m.end, end: m.end + 1 })))
  const bare = p.mentions.some((m) => /(^|\W)(in|at|from|to|near|of)\s$/i.test(view.before(m)))
  return the && !bare && !feature.startsWith('PPL') ? `the ${name}` : name
}
