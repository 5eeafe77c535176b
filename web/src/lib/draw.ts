// Draws the text with its layers into an element, without a component for each word: an article of 20,000 words is drawn at once,
// and choosing a fact touches only the words that it lights.
import type { Reading } from './reading'
import { heightOf, isNest, paragraphs, type Mark, type Nest, type Segment } from './segments'

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
  const pieces: Piece[] = []
  const links = new Map<string, HTMLElement>()
  const named = new Set<string>()

  const segment = (s: Segment): Node => {
    const fact = s.marks.find((m) => m.layer === 'event')
    const element = document.createElement(fact ? 'a' : 'span')
    element.className = ['w', ...new Set(s.marks.map((m) => m.layer))].join(' ')
    element.textContent = s.text
    element.dataset.at = String(s.start)
    pieces.push({ start: s.start, end: s.end, element })
    if (fact && element instanceof HTMLAnchorElement) link(element, s, fact)
    return element
  }

  // The words of a deed are a link to what is said of it; its id stands behind its first words.
  const link = (a: HTMLAnchorElement, s: Segment, fact: Mark) => {
    a.href = `#char=${fact.start},${fact.end}`
    a.draggable = false
    a.classList.add(...standing(view, fact.id))
    const ids = s.marks.filter((m) => m.layer === 'event' && m.end === s.end && !named.has(m.id)).map((m) => m.id)
    for (const id of ids) {
      named.add(id)
      links.set(id, a)
    }
    if (ids.length) a.dataset.ids = ids.map((id) => label(view, id)).join('\u00a0')
  }

  const fill = (element: HTMLElement, n: Nest) => {
    for (const part of n.parts) {
      if (!isNest(part)) {
        element.append(part.marks.length || n.content ? segment(part) : plain(part))
        continue
      }
      const inner = document.createElement('span')
      inner.className = `content over-${Math.min(heightOf(part), 3)}`
      inner.classList.toggle('begins', part.first)
      inner.classList.toggle('ends', part.last)
      inner.dataset.says = part.content!.id
      fill(inner, part)
      element.append(inner)
    }
  }

  const plain = (s: Segment): Node => {
    const element = document.createElement('span')
    element.className = 'w'
    element.dataset.at = String(s.start)
    element.textContent = s.text
    pieces.push({ start: s.start, end: s.end, element })
    return element
  }

  const all = document.createDocumentFragment()
  for (const p of paragraphs(view, marks)) {
    const paragraph = document.createElement('p')
    paragraph.dir = 'auto'
    paragraph.classList.toggle('goes-on', p.goesOn)
    fill(paragraph, p)
    all.append(paragraph)
  }
  into.replaceChildren(all)

  let lit: HTMLElement[] = []
  let faint: HTMLElement[] = []
  let now: HTMLElement | null = null
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
      now = id === null ? null : (links.get(id) ?? null)
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
