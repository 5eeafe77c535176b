// What the page shows now, and how it comes to show something else.
import { API, Problem, type Input, type Sample } from './api'
import { recordText } from './downloads'
import { counterpart, facts, factsAt } from './facts'
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
  private parsing: { view: Reading; done: Promise<unknown> } | null = null
  /** the words of a permalink, until there is a text to find them in */
  pending = $state.raw<{ start: number; end: number } | null>(null)

  constructor(mailed: Dossier | null, pending: { start: number; end: number } | null) {
    this.mailed = mailed !== null
    this.pending = pending
    if (mailed) {
      this.show(new Reading(mailed))
    }
  }

  /** start asks the server what it offers; a permalink opens its sample. */
  async start(sample: string | null): Promise<void> {
    const opens = sample !== null && !this.view
    if (opens) this.state = 'reading'
    await this.attempt(async () => {
      const [samples, version] = await Promise.all([this.api.samples(), this.api.version()])
      this.samples = samples
      this.version = version.version
      if (!opens || this.state !== 'reading' || this.work) return // or the reader has begun something else meanwhile
      const found = samples.find((s) => s.id === sample)
      if (found) await this.open(found)
      else this.problem = new Problem(404, `There is no sample “${sample}” here. The link may be of another version, or of files that are not offered now.`)
    })
    if (this.state === 'reading' && !this.work) this.state = this.view ? 'ready' : 'empty'
  }

  open = (sample: Sample): Promise<void> => this.read(sample, sample.id)

  /** read has a text coded and shows it; what is under way is given up. */
  async read(input: Input, sample: string | null = null): Promise<void> {
    this.work?.abort()
    if (sample === null) this.draft = input
    const work = (this.work = new AbortController())
    this.state = 'reading'
    this.problem = null
    const began = performance.now()
    await this.attempt(async () => {
      const { dossier, server } = await this.api.dossier(input, work.signal)
      if (work.signal.aborted) return
      const same = this.view !== null && this.input?.text === input.text
      this.input = input
      this.sample = sample
      this.clock(server, began) // before anything else is drawn
      if (same) this.showAgain(new Reading(dossier))
      else this.show(new Reading(dossier))
    })
    if (this.work !== work) return // given up for another
    this.work = null
    if (this.state === 'reading') this.state = this.view ? 'ready' : 'empty'
  }

  /** redate reads the same text as of another day. */
  async redate(day: string | null): Promise<void> {
    if (this.input && this.view) await this.read({ ...this.input, published: day }, this.sample)
  }

  /** loadTrees gets the trees of the text, once; whoever asks again meanwhile waits for the same answer. */
  loadTrees = async (): Promise<void> => {
    const { view, input } = this
    if (!view || this.trees !== null) return
    if (this.parsing?.view !== view) this.parsing = { view, done: this.parse(view, input) }
    await this.parsing.done
  }

  private async parse(view: Reading, input: Input | null): Promise<void> {
    const trees = await this.attempt(() => (input ? this.api.trees(input) : unpack(view.dossier.trees)))
    if (this.parsing?.view === view) this.parsing = null
    if (trees !== undefined && this.view === view) this.trees = trees // not those of a text that was read before
  }

  /** recordFile is the record as the program writes it, byte for byte; a mailed file has it only as the browser reads it. undefined: the problem is shown. */
  recordFile = (): Promise<string | undefined> => {
    const { input, view } = this
    return this.attempt(async () => (input ? this.api.record(input) : recordText(view!.record)))
  }

  /** treesFile is the trees as CoNLL-U; undefined: the problem is shown. */
  treesFile = async (): Promise<string | undefined> => {
    await this.loadTrees()
    return this.trees ?? undefined
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
    this.work = null
    this.select(null)
    this.problem = null
    this.view = null
    this.state = 'empty'
  }

  /** show turns to a text that was not shown before. */
  private show(view: Reading): void {
    this.drawn = false
    this.trees = null
    this.view = view
    this.select(null)
    this.state = 'ready'
    if (this.pending && this.pending.end <= view.points.length) this.point(this.pending)
    this.pending = null
    whenDrawn(() => (this.drawn = true))
  }

  /** showAgain turns to another reading of the text that is shown: what is chosen stays chosen where it still stands. */
  private showAgain(view: Reading): void {
    const chosen = this.selected !== null && this.view ? counterpart(this.view, this.selected, view) : null
    this.view = view
    this.selected = chosen
    this.state = 'ready'
  }

  /** clock takes the time when the coloured text is drawn. */
  private clock(server: number | null, began: number): void {
    this.took = null
    whenDrawn(() => (this.took = { server, page: performance.now() - began }))
  }

  /** attempt does what may fail; a problem is shown, and nothing comes of it. */
  private async attempt<T>(f: () => Promise<T>): Promise<T | undefined> {
    try {
      return await f()
    } catch (err) {
      if (err instanceof DOMException && err.name === 'AbortError') return undefined
      if (!(err instanceof Problem)) throw err
      if (err.status === 401) this.askToken = true
      this.problem = err
      return undefined
    }
  }
}

/** whenDrawn calls back in the frame after the next, when what was set now can be seen. */
function whenDrawn(f: () => void): void {
  requestAnimationFrame(() => setTimeout(f))
}

/** unpack is the trees of a mailed file, base64 of gzip. */
async function unpack(packed: string | null): Promise<string> {
  if (packed === null) throw new Problem(0, 'This file has no trees in it.')
  try {
    const bytes = Uint8Array.from(atob(packed), (c) => c.charCodeAt(0))
    return await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).text()
  } catch {
    throw new Problem(0, 'This browser cannot unpack the trees of the sentences.')
  }
}
