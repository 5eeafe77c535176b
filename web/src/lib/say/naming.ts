// How an entity is named in running text: its article, its number, its code behind it.
import { an, isPlural } from '../english'
import type { Reading } from '../reading'
import type { Entity } from '../record'

/** named is an entity with its article and code: "the rebel council in Benghazi (LBY REB)", "NATO (IGO MIL)". */
export function named(view: Reading, id: string): string {
  const e = view.entity(id)
  if (!e) return 'somebody unknown'
  const code = view.codeOf(id)
  return `${withArticle(view, e)}${code && ` (${code})`}`
}

/** isMany says whether an entity takes a verb in the plural. */
export function isMany(view: Reading, id: string): boolean {
  const e = view.entity(id)
  if (!e || e.kind === 'person' || e.kind === 'role') return false
  if (e.named && (e.kind === 'government' || e.kind === 'organization')) return false
  return isPlural(e.name) || (e.kind === 'people' && e.named && /(ese|ish|ch|iss)$/.test(e.name))
}

const ownArticle = /^(the|a|an|its|his|her|their|our|my|whose|any|some|both|two|three|these|those|one) /i
const possessed = /^(\S+ ){0,3}\S+(['’]s|s['’]) /
const possessedByMany = /^(People|Children|Women|Workers|Farmers|Teachers|Students)/
const institution = /\b(Admiralty|Committee|Council|Union|Front|Party|Organi[sz]ation|Commission|Court|Bank|Agency|Ministry|Department|Army|Navy|Movement|League|Alliance|Authority|Federation|Association|Institute|Fund|Coalition|Tribunal|Senate|Guard)\b/
const inflected = /^(every|any|some|no)(one|body)$/i

/** withArticle is an entity's name as it stands within a sentence. */
export function withArticle(view: Reading, e: Entity): string {
  const name = e.name.replace(/\s+/g, ' ').replace(/^whose /i, 'their ')
  if (e.kind === 'person' && e.named) return name
  if (possessed.test(name) && /^\p{Lu}/u.test(name) && !possessedByMany.test(name)) return name // "Libya's army"
  if (ownArticle.test(name)) return e.named ? name : lower(name)
  if (taking.has(name)) return `the ${name}`
  if (e.kind === 'government' && e.named) return name
  return asWritten(view, e, name)
}

/** asWritten is a name with the article that the text puts before it, else with the one that fits its kind. */
function asWritten(view: Reading, e: Entity, name: string): string {
  const written = determiner(view, e, name)
  const words = e.named ? name : lower(name)
  const many = isMany(view, e.id)
  if (written && !(many && /^an?$/.test(written) && !/^(few|number|couple|group|handful|dozen|score)/.test(words))) return `${written} ${words}`
  if (e.named && e.kind === 'organization' && institution.test(name)) return `the ${words}`
  if (e.named && (e.kind === 'armed_group' || e.kind === 'organization') && isPlural(name) && name.includes(' ')) return `the ${words}`
  if (written === '' || e.named || many || inflected.test(words)) return words
  return words.startsWith('other ') ? `an${words}` : an(words)
}

/** determiner is the article that the text itself puts before a name: "the", "a", "" for none; null where the name is never written so. */
function determiner(view: Reading, e: Entity, name: string): string | null {
  for (const m of e.mentions) {
    if (m.type === 'pronoun') continue
    const words = view.words(m)
    const found = /^(the|an?|few|both) /i.exec(words)
    if (!isWritten(found ? words.slice(found[0].length) : words, name, e.named)) continue
    if (found) return found[1].toLowerCase()
    if (/^[-–]/.test(view.slice({ start: m.end, end: m.end + 1 }))) continue // "rebel-held"
    const before = view.before(m)
    if (/(^|\W)the\s$/i.test(before)) return 'the'
    if (/(^|\W)an?\s$/i.test(before)) return indefinite(e, name)
    if (e.named || e.kind === 'organization' || isMany(view, e.id)) return ''
  }
  return null
}

/** isWritten says whether words are a name; a longer form of a proper name is it too. */
function isWritten(words: string, name: string, proper: boolean): boolean {
  const [written, sought] = [words.toLowerCase(), name.toLowerCase()]
  return written === sought || (proper && (written.startsWith(`${sought} `) || written.endsWith(` ${sought}`)))
}

/** indefinite is what becomes of "a" before a name: "a Boeing spokesman" makes no "a Boeing". */
function indefinite(e: Entity, name: string): string {
  if (e.named) return name.includes(' ') ? 'the' : ''
  return an(name).split(' ')[0]
}

/** lower makes a first letter small where it is one of a common word that begins a sentence: "Crowds", "Seventy-nine states", not "US officials" or "Libyan rebels". */
export function lower(text: string): string {
  const [word, next] = text.split(' ')
  if (!/^\p{Lu}\p{Ll}/u.test(word)) return text
  const plural = /(?:[^s'’]s|men|women|people)$/.test(word) && next !== 'officials'
  const number = /^(One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|\w+teen|\w+ty)(-\w+)?$/.test(word)
  return plural || number || common.has(word.toLowerCase()) ? text[0].toLowerCase() + text.slice(1) : text
}

const common = new Set(
  `a an the his her its their our my whose at about more almost nearly some many most all both several dozens hundreds thousands armed civil senior former other local
   foreign federal medical human military rebel opposition government security student police riot state-run unknown masked islamist rival angry pro-government
   anti-government election aid trade union thousand million critics`.split(/\s+/),
)

/** taking are names that stand with an article though they need none by their form. */
export const taking = new Set([
  'United States', 'United Kingdom', 'United Nations', 'Netherlands', 'Philippines', 'United Arab Emirates', 'Gambia', 'Bahamas', 'Maldives', 'Czech Republic', 'Dominican Republic',
  'Central African Republic', 'Democratic Republic of the Congo', 'European Union', 'African Union', 'Arab League', 'UN Security Council', 'Pentagon', 'Kremlin', 'Vatican',
  'White House', 'Taliban', 'Red Cross', 'World Bank', 'Security Council',
])
