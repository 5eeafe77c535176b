// What the tables of facts have in common: order, filters, keys, and a chosen row brought into sight.
import type { Reading } from './reading'
import type { Attribution } from './record'

/** An Order is the column by which rows stand, and which way. */
export interface Order<K extends string> {
  key: K
  down: boolean
}

/** turned is the order after a click on a column's head: that column, or the other way round. */
export function turned<K extends string>(order: Order<K>, key: K): Order<K> {
  return order.key === key ? { key, down: !order.down } : { key, down: false }
}

type Value = string | number | null

/** compare orders values: numbers by size, words by their letters, nothing last whichever way. */
export function compare(a: Value, b: Value, down: boolean): number {
  if (a === null || a === '') return b === null || b === '' ? 0 : 1
  if (b === null || b === '') return -1
  const by = typeof a === 'number' && typeof b === 'number' ? a - b : letters(String(a)) < letters(String(b)) ? -1 : letters(String(a)) > letters(String(b)) ? 1 : 0
  return down ? -by : by
}

/** letters is a text for comparison and search: small letters, no accents. The same on every machine. */
export function letters(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** sorted is a sorted copy; rows alike keep the order that they had. */
export function sorted<T>(rows: T[], value: (row: T) => Value, down: boolean): T[] {
  return rows.map((row, i) => ({ row, i, v: value(row) })).sort((a, b) => compare(a.v, b.v, down) || a.i - b.i).map((x) => x.row)
}

/** matches says whether a text holds all words that are sought. */
export function matches(text: string, sought: string): boolean {
  const found = letters(text)
  return letters(sought).split(/\s+/).every((w) => found.includes(w))
}

/** walk moves the focus up and down the rows of a table: arrows, Home, End. */
export function walk(event: KeyboardEvent, box: HTMLElement): void {
  const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key]
  const target = event.target as HTMLElement
  if (step === undefined || !target.matches('[data-row]') || event.altKey || event.ctrlKey || event.metaKey) return
  const rows = [...box.querySelectorAll<HTMLElement>('[data-row]')]
  const next = rows[Math.max(0, Math.min(rows.length - 1, rows.indexOf(target) + step))]
  event.preventDefault()
  event.stopPropagation()
  next?.focus()
}

/**
 * reveal scrolls a box, and nothing else, until the row of an id stands in it. Rows out of sight have no height of their own before they are
 * drawn, so it looks again at the next frames. It returns how to call that off.
 */
export function reveal(box: HTMLElement, id: string): () => void {
  let frame = 0
  const look = (left: number) => {
    scrollTo(box, id)
    if (left > 0) frame = requestAnimationFrame(() => look(left - 1))
  }
  frame = requestAnimationFrame(() => look(3))
  return () => cancelAnimationFrame(frame)
}

function scrollTo(box: HTMLElement, id: string): void {
  const row = box.querySelector<HTMLElement>(`[data-id="${id}"]`)
  if (!row || box.scrollHeight <= box.clientHeight) return
  const head = box.querySelector('thead')?.getBoundingClientRect().height ?? 0
  const [outer, inner] = [box.getBoundingClientRect(), row.getBoundingClientRect()]
  if (inner.top < outer.top + head) box.scrollTop -= outer.top + head - inner.top + 4
  else if (inner.bottom > outer.bottom) box.scrollTop += Math.min(inner.bottom - outer.bottom + 4, inner.top - outer.top - head)
}

/** A Person of a table: a name, and a code in small letters beside it. */
export interface Person {
  name: string
  code: string
}

/** personOf is an entity for a table; one that is not there is somebody unknown. */
export function personOf(view: Reading, id: string): Person {
  return { name: view.entity(id)?.name.replace(/\s+/g, ' ') ?? 'somebody unknown', code: view.codeOf(id) }
}

/** sourceOf is who an attribution is from; null where nobody is named. */
export function sourceOf(view: Reading, a: Attribution): Person | null {
  if (!a.source) return null
  return a.source.entity ? personOf(view, a.source.entity) : { name: view.words(a.source), code: '' }
}

/** full is a person in one text: "rebels (LBY REB)". */
export const full = ({ name, code }: Person): string => name + (code && ` (${code})`)

/** numeric is the number of an id: 12 of "e12". */
export const numeric = (id: string): number => Number(id.slice(1))
