// Draws the text with its layers into an element, without a component for each word: an article of 20,000 words is drawn at once,
// and choosing a fact touches only the words that it lights.
import type { Reading } from './reading'
import { heightOf, isNest, paragraphs, type Mark, type Nest, type Paragraph, type Segment } from './segments'

/** A Drawing is the drawn text. */
export interface Drawing {
  /** light marks the words of spans, and more faintly those of kin, and of them alone; the first is returned */
  light: (spans: Span[], kin: Span[]) => HTMLElement | null
  /** current says which fact the reader is at, for those who do not see the light */
  current: (id: string | null) => void
}

type Span = { start: number; end: number }

interface Piece {
  start: number
  end: number
  element: HTMLElement
}

/** draw fills an element with the text; words come in as text alone, never as markup. */
export function draw(into: HTMLElement, view: Reading, marks: Mark[]): Drawing {
  const painter = new Painter(view)
  const all = document.createDocumentFragment()
  for (const p of paragraphs(view, marks)) all.append(painter.paragraph(p))
  into.replaceChildren(all)
  return drawing(painter)
}

/** A Painter makes the elements, and keeps what is to be found again. */
class Painter {
  /** the words, in order of text */
  readonly pieces: Piece[] = []
  /** the link of a deed, by its id */
  readonly links = new Map<string, HTMLElement>()
  private readonly view: Reading

  constructor(view: Reading) {
    this.view = view
  }

  paragraph(p: Paragraph): HTMLElement {
    const element = document.createElement('p')
    element.dir = 'auto'
    element.classList.toggle('goes-on', p.goesOn)
    element.append(...this.parts(p))
    return element
  }

  private parts(n: Nest): HTMLElement[] {
    return n.parts.map((part) => (isNest(part) ? this.content(part) : this.segment(part)))
  }

  /** content is a box around what somebody says. */
  private content(n: Nest): HTMLElement {
    const element = document.createElement('span')
    element.className = `content over-${Math.min(heightOf(n), 3)}`
    element.classList.toggle('begins', n.first)
    element.classList.toggle('ends', n.last)
    element.append(...this.parts(n))
    return element
  }

  private segment(s: Segment): HTMLElement {
    const fact = s.marks.find((m) => m.layer === 'event')
    const element = document.createElement(fact ? 'a' : 'span')
    element.className = ['w', ...new Set(s.marks.map((m) => m.layer))].join(' ')
    element.textContent = s.text
    element.dataset.at = String(s.start)
    this.pieces.push({ start: s.start, end: s.end, element })
    if (fact && element instanceof HTMLAnchorElement) this.link(element, s, fact)
    return element
  }

  /** link makes the words of a deed a link to what is said of it; its id stands behind its first words. */
  private link(a: HTMLAnchorElement, s: Segment, fact: Mark) {
    a.href = `#char=${fact.start},${fact.end}`
    a.draggable = false
    a.classList.add(...standing(this.view, fact.id))
    const ids = s.marks.filter((m) => m.layer === 'event' && m.end === s.end && !this.links.has(m.id)).map((m) => m.id)
    for (const id of ids) this.links.set(id, a)
    if (ids.length) a.dataset.ids = ids.map((id) => label(this.view, id)).join('\u00a0')
  }
}

/** drawing is what can be done with the words once they are drawn. */
function drawing({ pieces, links }: Painter): Drawing {
  let lit: HTMLElement[] = []
  let faint: HTMLElement[] = []
  let now: HTMLElement | undefined
  return {
    light(spans, kin) {
      for (const e of lit) e.classList.remove('lit')
      for (const e of faint) e.classList.remove('kin')
      lit = spans.flatMap((s) => within(pieces, s))
      faint = kin.flatMap((s) => within(pieces, s))
      for (const e of lit) e.classList.add('lit')
      for (const e of faint) e.classList.add('kin')
      return lit[0] ?? null
    },
    current(id) {
      now?.removeAttribute('aria-current')
      now = id === null ? undefined : links.get(id)
      now?.setAttribute('aria-current', 'true')
    },
  }
}

/** label is the id of a fact, and of the earlier report of the same happening. */
function label(view: Reading, id: string): string {
  const again = view.event(id)?.same_as
  return again ? `${id}=${again}` : id
}

/** standing are the classes that say how a deed stands: its quad class, its status, whether it is only claimed. */
function standing(view: Reading, id: string): string[] {
  const e = view.event(id)
  if (e) return [`q${e.quad_class}`, `st-${e.status}`, ...(e.attributions.length ? ['claimed'] : [])]
  const s = view.state(id)
  return s ? ['state', s.status === 'denied' ? 'st-denied' : 'st-ongoing', ...(s.status === 'claimed' ? ['claimed'] : [])] : []
}

/** within are the pieces of a span, found by halving: pieces are in order of text. */
function within(pieces: Piece[], { start, end }: { start: number; end: number }): HTMLElement[] {
  let low = 0
  let high = pieces.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (pieces[middle].end <= start) low = middle + 1
    else high = middle
  }
  const out: HTMLElement[] = []
  for (let i = low; i < pieces.length && pieces[i].start < end; i++) out.push(pieces[i].element)
  return out
}

/** spanOf is what an element of a drawing covers, null for one outside. */
export function spanOf(target: EventTarget | null): { start: number; end: number } | null {
  const word = target instanceof Element ? target.closest<HTMLElement>('[data-at]') : null
  if (!word) return null
  const start = Number(word.dataset.at)
  return { start, end: start + Array.from(word.textContent ?? '').length }
}
