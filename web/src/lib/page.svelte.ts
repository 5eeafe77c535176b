// What the page shows now, and how it comes to show something else.
import { API, Problem, type Input, type Sample } from './api'
import { facts, factsAt } from './facts'
import { Reading } from './reading'
import type { Dossier } from './record'
import { counts, layers, marksOf, type Layer, type Mark } from './segments'

/** What a wait took, in milliseconds. */
export interface Took {
  server: number | null
  page: number
}

type State = 'empty' | 'reading' | 'ready'

export class Page {
  readonly api = new API()
  /** a mailed file has its dossier in it and no server */
  readonly mailed: boolean
  state = $state<State>('empty')
  view = $state.raw<Reading | null>(null)
  input = $state.raw<Input | null>(null)
  /** what was pasted last, which no refusal loses */
  draft = $state.raw<Input | null>(null)
  sample = $state<string | null>(null)
  samples = $state.raw<Sample[]>([])
  problem = $state.raw<Problem | null>(null)
  askToken = $state(false)
  selected = $state<string | null>(null)
  /** the words that were clicked, which may carry several facts */
  words = $state.raw<{ start: number; end: number } | null>(null)
  /** which layers are drawn; what was passed over is for those who ask */
  shown = $state(Object.fromEntries(layers.map((l) => [l, l !== 'passed'])) as Record<Layer, boolean>)
  tab = $state('events')
  /** the text is drawn: tables and drawings may follow */
  drawn = $state(false)
  trees = $state<string | null>(null)
  took = $state.raw<Took | null>(null)
  version = $state<string | null>(null)

  marks = $derived<Mark[]>(this.view ? marksOf(this.view) : [])
  counts = $derived(counts(this.marks))
  facts = $derived<string[]>(this.view ? facts(this.view) : [])
  /** all that rests on the clicked words */
  here = $derived<string[]>(this.view && this.words ? factsAt(this.view, this.words) : [])

  private work: AbortController | null = null
  /** the words of a permalink, until there is a text to find them in */
  pending = $state.raw<{ start: number; end: number } | null>(null)

  constructor(mailed: Dossier | null, pending: { start: number; end: number } | null) {
    this.mailed = mailed !== null
    this.pending = pending
    if (mailed) {
      this.show(new Reading(mailed), null)
      void unpack(mailed.trees).then((t) => (this.trees = t))
    }
  }

  /** start asks the server what it offers; a permalink opens its sample. */
  async start(sample: string | null): Promise<void> {
    if (sample !== null) this.state = 'reading'
    await this.attempt(async () => {
      const [samples, version] = await Promise.all([this.api.samples(), this.api.version()])
      this.samples = samples
      this.version = version.version
      if (sample === null || this.view) return
      const found = samples.find((s) => s.id === sample)
      if (found) await this.open(found)
      else this.problem = new Problem(404, `There is no sample “${sample}” here. The link may be of another version, or of files that are not offered now.`)
    })
    if (this.state === 'reading' && !this.work) this.state = 'empty'
  }

  open = (sample: Sample): Promise<void> => this.read(sample, sample.id)

  /** read has a text coded and shows it; what is under way is given up. */
  async read(input: Input, sample: string | null = null): Promise<void> {
    this.work?.abort()
    if (sample === null) this.draft = input
    const work = (this.work = new AbortController())
    const before = this.state
    this.state = 'reading'
    this.problem = null
    const began = performance.now()
    await this.attempt(async () => {
      const { dossier, server } = await this.api.dossier(input, work.signal)
      if (work.signal.aborted) return
      this.input = input
      this.sample = sample
      this.trees = null
      this.show(new Reading(dossier), server, began)
    })
    if (this.state === 'reading' && this.work === work) this.state = before === 'reading' ? (this.view ? 'ready' : 'empty') : before
  }

  /** redate reads the same text as of another day; what is chosen stays chosen where it still stands. */
  async redate(day: string | null): Promise<void> {
    if (!this.input || !this.view) return
    const at = this.selected === null ? null : (this.view.spansOf(this.selected)[0] ?? null)
    const kind = this.selected?.[0]
    await this.read({ ...this.input, published: day }, this.sample)
    if (at && this.view) this.select(factsAt(this.view, at).find((id) => id[0] === kind) ?? null)
  }

  /** loadTrees has the server parse the text, once. */
  loadTrees = async (): Promise<void> => {
    if (this.trees !== null || !this.input) return
    await this.attempt(async () => {
      this.trees = await this.api.trees(this.input!)
    })
  }

  /** enter keeps the token of a server that wants one, and starts again. */
  async enter(token: string, sample: string | null): Promise<void> {
    this.api.token = token
    this.askToken = false
    this.problem = null
    await this.start(sample)
  }

  select = (id: string | null): void => {
    this.selected = id
    this.words = null
  }

  /** point chooses the most telling fact of words, and offers the others. */
  point(words: { start: number; end: number }): void {
    this.words = words
    this.selected = this.here[0] ?? null
  }

  choose(id: string): void {
    this.selected = id // of the clicked words, which stay
  }

  /** step goes to the next fact in order of text, or the one before. */
  step(by: 1 | -1): void {
    if (!this.facts.length) return
    const at = this.selected === null ? -1 : this.facts.indexOf(this.selected)
    const next = at < 0 ? (by > 0 ? 0 : this.facts.length - 1) : (at + by + this.facts.length) % this.facts.length
    this.select(this.facts[next])
  }

  /** again goes back to the form, with the text in it. */
  again(): void {
    this.work?.abort()
    this.select(null)
    this.problem = null
    this.state = 'empty'
  }

  private show(view: Reading, server: number | null, began?: number): void {
    this.view = view
    this.select(null)
    this.state = 'ready'
    this.took = null
    if (this.pending && this.pending.end <= view.points.length) this.point(this.pending)
    this.pending = null
    // The coloured text is drawn first, tables and drawings in the next frame; the wait is what passed until the first.
    requestAnimationFrame(() =>
      setTimeout(() => {
        if (began !== undefined) this.took = { server, page: performance.now() - began }
        this.drawn = true
      }),
    )
  }

  private async attempt(f: () => Promise<void>): Promise<void> {
    try {
      await f()
    } catch (err) {
      if (err instanceof DOMException && err.name === 'AbortError') return
      if (!(err instanceof Problem)) throw err
      if (err.status === 401) this.askToken = true
      this.problem = err
    }
  }
}

/** unpack is the trees of a mailed file, base64 of gzip. */
async function unpack(packed: string | null): Promise<string | null> {
  if (packed === null) return null
  const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0))
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text()
}
