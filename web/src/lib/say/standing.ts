// How far a deed is from done, and whether it is more than somebody's word.
import type { Reading } from '../reading'
import type { Event } from '../record'

/** isDone says whether a status is that of a deed done or under way, rather than one planned, asked for or denied. */
export const isDone = (status: string): boolean => status === 'occurred' || status === 'ongoing' || status === 'historical'

/** unconfirmed says that a deed told as done rests, wherever the article tells it, on the word of a side to it or of an accuser. */
export function unconfirmed(view: Reading, e: Event): boolean {
  const reports = view.happeningOf(e.id)?.reports ?? [e]
  return isDone(e.status) && reports.every((r) => partyWord(view, r))
}

function partyWord(view: Reading, e: Event): boolean {
  const a = view.attribution(e.attributions.at(-1) ?? null)
  if (!a || a.stance === 'confirmed' || a.type === 'attitude' || a.type === 'intention') return false
  if (a.stance === 'claimed' || a.stance === 'accused' || a.stance === 'denied') return true
  const speaker = a.source?.entity
  return speaker != null && [...e.actors, ...e.recipients].some((side) => speaksFor(view, speaker, side))
}

/** speaksFor says whether a speaker is a side to a deed, or one body of a state where another is. */
function speaksFor(view: Reading, speaker: string, side: string): boolean {
  const [a, b] = [view.entity(speaker), view.entity(side)]
  if (!a || !b) return false
  return a.id === b.id || (a.country !== null && a.country === b.country && sameCamp(a.sector, b.sector))
}

const organs = new Set(['GOV', 'MIL', 'COP', 'JUD', 'LEG', 'SPY', 'PRM'])

/** sameCamp says whether two sectors of one country speak for each other: all organs of a state do, all of its civilians do not. */
function sameCamp(a: string | null, b: string | null): boolean {
  if (a === null || b === null || a === 'CVL' || a === 'UNK') return false
  return a === b || (organs.has(a) && organs.has(b))
}
