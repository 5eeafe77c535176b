// The sentence for a statement: who said what to whom, when, and how closely the words are kept.
import { an, capital, conjugated } from '../english'
import type { Reading } from '../reading'
import type { Attribution } from '../record'
import { named } from './naming'
import { speaker, speakersAreMany } from './sides'
import { passiveOf, stanceVerbs } from './told'
import { intervalText } from './when'
import { inPlace } from './where'

/** sayAttribution says who says it, and what. */
export function sayAttribution(view: Reading, a: Attribution): string {
  const act = [does(view, a), cue(view, a), addressee(view, a), circumstances(view, a)].join('')
  const content = a.content.length > 0 ? `: ${quoted(a.content.map((c) => view.words(c)), a.quote === 'direct')}; ${kept[a.quote]}` : ''
  return `${capital(act)}${content}${outerSpeaker(view, a)}.`
}

const kept: Record<Attribution['quote'], string> = { direct: 'word for word', partial: 'partly word for word', indirect: 'in the article’s words' }

function does(view: Reading, a: Attribution): string {
  if (a.source === null) return `It is ${a.negated ? 'not ' : ''}${passiveOf(a)}`
  const after = a.type === 'attitude' ? ' a stand' : verbOf(a) === 'decline' ? ' to say' : ''
  return `${speaker(view, a)} ${conjugated(verbOf(a), speakersAreMany(view, a), a.negated)}${after}`
}

/** verbOf is what a source does: its cue where that is told by the stance alone, else what kind of statement it is. */
function verbOf(a: Attribution): string {
  switch (a.type) {
    case 'attitude':
      return 'take'
    case 'intention':
      return a.stance === 'threatened' || a.stance === 'promised' ? stanceVerbs[a.stance] : 'intend'
    case 'belief':
      return 'believe'
    case 'knowledge':
      return 'know'
    default:
      return a.stance === 'reported' && a.cue?.lemma === 'tell' && a.addressee ? 'tell' : stanceVerbs[a.stance]
  }
}

/** cue quotes the article's own word, where it is another than the sentence's. */
function cue(view: Reading, a: Attribution): string {
  if (a.cue === null) return ''
  const same = a.type !== 'attitude' && !a.negated && [verbOf(a), 'say'].includes(a.cue.lemma)
  return same ? '' : ` (“${view.words(a.cue)}”)`
}

// What stands between a verb and those it is said to, where it is not "to".
const links: Record<string, string> = { tell: '', ask: '', accuse: '', demand: 'of ' }

function addressee(view: Reading, a: Attribution): string {
  if (!a.addressee) return ''
  const who = a.addressee.entity ? named(view, a.addressee.entity) : view.words(a.addressee)
  return who && ` ${links[verbOf(a)] ?? 'to '}${who}`
}

function circumstances(view: Reading, a: Attribution): string {
  const date = view.date(a.date)
  return [
    a.medium !== null ? ` in ${an(a.medium)}` : '',
    a.occasion !== null ? ` at ${an(a.occasion)}` : '',
    a.place !== null ? ` ${inPlace(view, a.place)}` : '',
    date && (date.from !== null || date.to !== null) ? ` ${intervalText(date.from, date.to)}` : '',
  ].join('')
}

/** outerSpeaker is who tells of the statement, where that is somebody else. */
function outerSpeaker(view: Reading, a: Attribution): string {
  const outer = view.attribution(a.within)
  return outer?.source && outer.source.entity !== a.source?.entity ? `; as told by ${speaker(view, outer)}` : ''
}

/** quoted puts pieces of the article between quotation marks, its own marks within turned into single ones. */
function quoted(pieces: string[], direct: boolean): string {
  const bare = pieces.map((p) => (direct ? p.replace(/["“”]/g, '') : unquoted(p)).replace(/,$/, ''))
  const inner = bare.join(' … ').replace(/(^|[\s(])["“]/g, '$1‘').replace(/["“”]/g, '’')
  return `“${inner}”`
}

/** unquoted is a piece without the marks around it, where they are its only ones. */
function unquoted(piece: string): string {
  const inner = piece.slice(1, -1)
  return /^["“”].*["“”]$/.test(piece) && !/["“”]/.test(inner) ? inner : piece
}
