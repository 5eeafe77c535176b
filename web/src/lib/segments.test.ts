import { expect, test } from 'vitest'
import { Reading } from './reading'
import { dossier } from './sample'
import { counts, heightOf, isNest, marksOf, paragraphs, type Nest, type Segment } from './segments'

const view = new Reading(dossier())
const drawn = paragraphs(view, marksOf(view))

/** shown is a nest with its contents in brackets and its marked words with their layers. */
function shown(n: Nest | Segment): string {
  if (!isNest(n)) return n.marks.length ? `<${[...new Set(n.marks.map((m) => m.layer))].join('+')} ${n.text}>` : n.text
  const inside = n.parts.map(shown).join('')
  return n.content ? `${n.first ? '[' : '('}${inside}${n.last ? ']' : ')'}` : inside
}

test('contents nest, and every layer is cut where it begins and ends', () => {
  expect(drawn.map(shown)).toEqual([
    '<source Rebels> <cue said> [<source the mayor> <cue denied> [that <actor+passed police> had <event fired>]]. 🎉',
    '<actor Police> <event fired> on <date Monday>.',
  ])
})

test('the height of a nest is the number of boxes in one another', () => {
  expect(drawn.map(heightOf)).toEqual([2, 0])
})

test('layers count facts, not words', () => {
  expect(counts(marksOf(view))).toEqual({ source: 2, cue: 2, content: 2, actor: 1, event: 2, date: 1, place: 0, passed: 1 })
})

test('contents that cross one another are drawn in parts', () => {
  const d = dossier()
  d.record.attributions[1].content = [{ start: 23, end: 50 }, { start: 40, end: 52 }]
  d.record.attributions[0].content = [{ start: 12, end: 45 }]
  const crossed = new Reading(d)
  const text = paragraphs(crossed, marksOf(crossed)).map(shown)
  expect(text[0].replace(/<\S+ |>/g, '').replace(/[[\]()]/g, '')).toBe(crossed.slice({ start: 0, end: 53 }))
  expect(text[0]).toContain('(')
})

test('no mark of a span outside the text', () => {
  const d = dossier()
  d.record.dates[0].end = 1000
  expect(marksOf(new Reading(d)).some((m) => m.layer === 'date')).toBe(false)
})

test('a line of a million characters is drawn in stretches, and nothing of it is lost', () => {
  const d = dossier()
  const line = 'no blank'.repeat(1000) + 'word '.repeat(200_000)
  d.record.article.text += '\n' + line
  const long = new Reading(d)
  const stretches = paragraphs(long, marksOf(long)).slice(2)
  const text = (n: Nest | Segment): string => (isNest(n) ? n.parts.map(text).join('') : n.text)
  expect(stretches.map(text).join('')).toBe(line)
  expect(Math.max(...stretches.map((s) => text(s).length))).toBeLessThanOrEqual(8000)
  expect(stretches.map((s) => s.goesOn)).toEqual(stretches.map((_, i) => i < stretches.length - 1))
})
