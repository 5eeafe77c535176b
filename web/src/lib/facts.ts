// Facts in order of text, and the facts that rest on given words.
import type { Reading } from './reading'

/** facts are the ids of events, states and statements in order of text. */
export function facts(view: Reading): string[] {
  const r = view.record
  return [...r.attributions, ...r.events, ...r.states]
    .map(({ id }) => ({ id, at: view.spansOf(id)[0]?.start ?? 0 }))
    .sort((a, b) => a.at - b.at)
    .map((x) => x.id)
}

// What is most likely meant by words that carry several things: a deed, a state, a statement, then when, where and who.
const kinds = 'esadpn'

/** factsAt are the ids of all that rests on words: first what the words themselves name, then in what they stand, the narrower first. */
export function factsAt(view: Reading, words: { start: number; end: number }): string[] {
  const r = view.record
  const found: { id: string; rank: number; length: number }[] = []
  for (const list of [r.events, r.states, r.attributions, r.entities, r.places, r.dates]) {
    for (const { id } of list) {
      const spans = view.spansOf(id)
      const hit = spans.findIndex((s) => s.start < words.end && words.start < s.end)
      if (hit < 0) continue
      const inside = hit >= naming(view, id) ? kinds.length : 0
      found.push({ id, rank: kinds.indexOf(id[0]) + inside, length: spans[hit].end - spans[hit].start })
    }
  }
  return found.sort((a, b) => a.rank - b.rank || a.length - b.length).map((f) => f.id)
}

/** naming is how many of the spans of something name it; those behind are its participants, or what is said. */
function naming(view: Reading, id: string): number {
  const e = view.event(id)
  if (e) return e.evidence.length
  const a = view.attribution(id)
  return a ? Number(a.cue !== null) + Number(a.source !== null) : Infinity
}

/**
 * counterpart is what stands in another reading of the same text for something of this one: of the same kind, on the same first words. null
 * where nothing does.
 */
export function counterpart(from: Reading, id: string, to: Reading): string | null {
  const at = from.spansOf(id)[0]
  if (!at) return null
  const alike = factsAt(to, at).filter((x) => x[0] === id[0])
  const exact = alike.filter((x) => to.spansOf(x)[0].start === at.start && to.spansOf(x)[0].end === at.end)
  return exact.includes(id) ? id : (exact[0] ?? alike[0] ?? null)
}
