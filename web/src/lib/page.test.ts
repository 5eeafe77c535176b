import { beforeEach, expect, test, vi } from 'vitest'
import { Problem, type Answer, type Input } from './api'
import { Page } from './page.svelte'
import type { Dossier } from './record'
import { dossier } from './sample'

beforeEach(() => vi.stubGlobal('requestAnimationFrame', (f: () => void) => setTimeout(f)))

/** about is the sample dossier with a title, by which it is known. */
function about(title: string): Dossier {
  const d = dossier()
  d.record.article.title = title
  return d
}

const input = (text: string): Input => ({ text, published: null, title: null, url: null })
const titleOf = (page: Page) => page.view?.record.article.title

/** A Reply waits for the test to answer, and gives way to whoever gives it up. */
function reply<T>(signal?: AbortSignal) {
  let give!: (value: T) => void
  let fail!: (err: unknown) => void
  const promise = new Promise<T>((resolve, reject) => ([give, fail] = [resolve, reject]))
  signal?.addEventListener('abort', () => fail(new DOMException('given up', 'AbortError')))
  return { promise, give, fail }
}

/** open is a page whose server answers when the test says so. */
function open() {
  const page = new Page(null, null)
  const dossiers: ReturnType<typeof reply<Answer>>[] = []
  const trees: ReturnType<typeof reply<string>>[] = []
  page.api.dossier = (_, signal) => dossiers[dossiers.push(reply<Answer>(signal)) - 1].promise
  page.api.trees = () => trees[trees.push(reply<string>()) - 1].promise
  page.api.samples = async () => [{ id: 'one', shows: '', ...input('one') }]
  page.api.version = async () => ({ version: '1', data: '2' })
  const read = async (text: string) => {
    const done = page.read(input(text))
    dossiers.at(-1)!.give({ dossier: about(text), server: 1 })
    await done
  }
  return { page, dossiers, trees, read }
}

test('a second text takes the place of the first, however late the first answers', async () => {
  const { page, dossiers } = open()
  const first = page.read(input('first'))
  const second = page.read(input('second'))
  dossiers[1].give({ dossier: about('second'), server: 1 })
  dossiers[0].give({ dossier: about('first'), server: 1 })
  await Promise.all([first, second])
  expect([titleOf(page), page.state]).toEqual(['second', 'ready'])
})

test('trees of an older text are not taken for those of the next, and are asked for once', async () => {
  const { page, trees, read } = open()
  await read('first')
  const late = page.loadTrees()
  await read('second')
  const [a, b] = [page.loadTrees(), page.loadTrees()]
  expect(trees.length).toBe(2)
  trees[1].give('of the second')
  await Promise.all([a, b])
  trees[0].give('of the first')
  await late
  expect(page.trees).toBe('of the second')
})

test('trees that could not be had can be asked for again, and no file is made of nothing', async () => {
  const { page, trees, read } = open()
  await read('first')
  const file = page.treesFile()
  trees[0].fail(new Problem(503, 'busy'))
  expect(await file).toBeUndefined()
  expect(page.problem?.message).toBe('busy')
  const again = page.treesFile()
  trees[1].give('trees')
  expect(await again).toBe('trees')
})

test('a refusal leaves what was read, and the draft', async () => {
  const { page, dossiers, read } = open()
  await read('first')
  const refused = page.read(input('second'))
  dossiers[1].fail(new Problem(413, 'too long'))
  await refused
  expect([titleOf(page), page.state, page.problem?.status, page.draft?.text]).toEqual(['first', 'ready', 413, 'second'])
})

test('on another day what is chosen stays chosen, and so do tables and trees', async () => {
  const { page, dossiers, read } = open()
  await read('first')
  await vi.waitFor(() => expect(page.drawn).toBe(true))
  page.trees = 'trees'
  page.select('e2')
  const redated = page.redate('2011-07-19')
  const later = about('first')
  later.record.events[1] = { ...later.record.events[1], id: 'e9', same_as: null } // another id for the same words
  dossiers[1].give({ dossier: later, server: 1 })
  await redated
  expect([page.selected, page.drawn, page.trees, page.input?.published]).toEqual(['e9', true, 'trees', '2011-07-19'])
})

test('another text starts afresh', async () => {
  const { page, read } = open()
  await read('first')
  await vi.waitFor(() => expect(page.drawn).toBe(true))
  page.select('e2')
  page.trees = 'trees'
  await read('second')
  expect([page.selected, page.drawn, page.trees]).toEqual([null, false, null])
})

test('the form is shown at once, and a reading given up does not come back', async () => {
  const { page, dossiers, read } = open()
  await read('first')
  const second = page.read(input('second'))
  page.again()
  dossiers[1].give({ dossier: about('second'), server: 1 })
  await second
  expect([page.view, page.state]).toEqual([null, 'empty'])
})

test('a link opens its sample unless the reader has begun something else', async () => {
  const { page, dossiers } = open()
  const started = page.start('one')
  expect(page.state).toBe('reading')
  await vi.waitFor(() => expect(dossiers.length).toBe(1))
  dossiers[0].give({ dossier: about('one'), server: 1 })
  await started
  expect([titleOf(page), page.sample]).toEqual(['one', 'one'])

  const other = open()
  const starting = other.page.start('one')
  other.page.again()
  const own = other.page.read(input('own'))
  await starting
  other.dossiers[0].give({ dossier: about('own'), server: 1 })
  await own
  expect([other.dossiers.length, titleOf(other.page), other.page.state]).toEqual([1, 'own', 'ready'])
})

test('a token that is asked for in the middle leaves what was read', async () => {
  const { page, dossiers, read } = open()
  await read('first')
  const refused = page.redate('2011-07-19')
  dossiers[1].fail(new Problem(401, 'no token'))
  await refused
  expect(page.askToken).toBe(true)
  await page.enter('token', 'one')
  expect([titleOf(page), page.state, page.askToken]).toEqual(['first', 'ready', false])
})

test('a mailed file unpacks its trees when they are asked for, and says so where it cannot', async () => {
  const packed = new Response(new Blob(['1\tPolice']).stream().pipeThrough(new CompressionStream('gzip')))
  const trees = btoa(String.fromCharCode(...new Uint8Array(await packed.arrayBuffer())))
  const page = new Page({ ...dossier(), trees }, null)
  expect([page.state, page.trees]).toEqual(['ready', null])
  expect(await page.treesFile()).toBe('1\tPolice')
  for (const broken of [null, '!', 'AAAA']) {
    const other = new Page({ ...dossier(), trees: broken }, null)
    expect(await other.treesFile()).toBeUndefined()
    expect(other.problem).not.toBeNull()
  }
})
