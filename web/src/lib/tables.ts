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
  return compareKeys(keyOf(a), keyOf(b), down)
}

const keyOf = (v: Value): Value => (typeof v === 'string' ? letters(v) : v)

function compareKeys(a: Value, b: Value, down: boolean): number {
  if (a === null || a === '') return b === null || b === '' ? 0 : 1
  if (b === null || b === '') return -1
  const by = typeof a === 'number' && typeof b === 'number' ? a - b : String(a) < String(b) ? -1 : String(a) > String(b) ? 1 : 0
  return down ? -by : by
}

/** letters is a text for comparison and search: small letters, no accents. The same on every machine. */
export function letters(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
}

/** sorted is a sorted copy; rows alike keep the order that they had. */
export function sorted<T>(rows: T[], value: (row: T) => Value, down: boolean): T[] {
  return rows.map((row, i) => ({ row, i, v: keyOf(value(row)) })).sort((a, b) => compareKeys(a.v, b.v, down) || a.i - b.i).map((x) => x.row)
}

/** matches says whether a text holds all words that are sought. */
export function matches(text: string, sought: string): boolean {
  return holds(letters(text), sought)
}

/** holds is the same for a text that was brought to letters before. */
export function holds(found: string, sought: string): boolean {
  return letters(sought).split(/\s+/).every((w) => found.includes(w))
}

/** few is how many rows of a long table are drawn at first, and then at a time. */
export const few = 40

/** A Stretch is the rows that are drawn: from the one up to, and without, the other. */
export interface Stretch {
  from: number
  to: number
}

/** reach is the stretch that holds a row too: longer if the row is near, else another one around it. */
export function reach(now: Stretch, at: number): Stretch {
  if (at < 0 || (at >= now.from && at < now.to)) return now
  if (at >= now.to && at < now.to + few / 2) return { from: now.from, to: at + few / 2 }
  if (at < now.from && at >= now.from - few / 2) return { from: Math.max(0, at - few / 2), to: now.to }
  const from = Math.max(0, at - few / 4)
  return { from, to: from + few }
}

// Nobody scrolls on paper: tables that are made for it have all their rows. The page makes them when it is about to be printed, and this
// module listens before the page does.
let paper = false
if (typeof addEventListener === 'function') {
  addEventListener('beforeprint', () => (paper = true))
  addEventListener('afterprint', () => (paper = false))
}
export const onPaper = () => paper

/** Where the focus goes in a table that is drawn in part. */
export type Way = 'up' | 'down' | 'first' | 'last'

/** walk moves the focus up and down the rows of a table: arrows, Home, End. Where the way leads beyond the rows that are there, `draw` is asked for more. */
export function walk(event: KeyboardEvent, box: HTMLElement, draw: (way: Way) => void): void {
  const way = ({ ArrowDown: 'down', ArrowUp: 'up', Home: 'first', End: 'last' } as Record<string, Way>)[event.key]
  const target = event.target as HTMLElement
  if (way === undefined || !target.matches('[data-row]') || event.altKey || event.ctrlKey || event.metaKey) return
  const all = () => [...box.querySelectorAll<HTMLElement>('[data-row]')]
  let rows = all()
  const edge = { up: rows[0], down: rows.at(-1), first: target, last: target }[way]
  if (target === edge) {
    draw(way)
    rows = all()
  }
  const at = { up: rows.indexOf(target) - 1, down: rows.indexOf(target) + 1, first: 0, last: rows.length - 1 }[way]
  event.preventDefault()
  event.stopPropagation()
  rows[Math.max(0, Math.min(rows.length - 1, at))]?.focus()
}

/** isChoice says whether a click on a row chooses it: not one on a button in it, nor one that ends the marking of words. */
export function isChoice(event: MouseEvent): boolean {
  const button = event.target instanceof Element && event.target.closest('button') !== null
  return !button && getSelection()?.isCollapsed !== false
}

/** reveal scrolls a box, and nothing else, until the row of an id stands in it. It returns how to call that off. */
export function reveal(box: HTMLElement, id: string): () => void {
  const frame = requestAnimationFrame(() => scrollTo(box, id))
  return () => cancelAnimationFrame(frame)
}

function scrollTo(box: HTMLElement, id: string): void {
  const row = box.querySelector<HTMLElement>(`[data-id="${id}"]`)
  if (!row || box.scrollHeight <= box.clientHeight) return
  bring(box, row, box.querySelector('thead')?.getBoundingClientRect().height ?? 0)
}

/** bring scrolls a box, and nothing around it, until an element in it can be seen below its head. */
export function bring(box: HTMLElement, element: Element, head = 0): void {
  const [outer, inner] = [box.getBoundingClientRect(), element.getBoundingClientRect()]
  if (inner.top < outer.top + head) box.scrollTop -= outer.top + head - inner.top + 4
  else if (inner.bottom > outer.bottom) box.scrollTop += Math.min(inner.bottom - outer.bottom + 4, inner.top - outer.top - head)
}

/** scroller is the box around an element that scrolls by itself, null if only the page does. */
export function scroller(element: Element): HTMLElement | null {
  for (let p = element.parentElement; p; p = p.parentElement) {
    if (p !== document.documentElement && p.scrollHeight > p.clientHeight && /auto|scroll/.test(getComputedStyle(p).overflowY)) return p
  }
  return null
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
