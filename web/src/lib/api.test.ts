import { afterEach, expect, test, vi } from 'vitest'
import { API, duration, Problem, type Input } from './api'

const input: Input = { text: 'Kenya condemned the coup.', published: null, title: '', url: null }

afterEach(() => vi.unstubAllGlobals())

/** answer has fetch answer so, and gives what it was asked. */
function answer(make: () => Response | Promise<Response>) {
  const asked = vi.fn((_path: string, _init: RequestInit) => Promise.resolve(make()))
  vi.stubGlobal('fetch', asked)
  return asked
}

const failure = (work: Promise<unknown>): Promise<Problem> => work.then(() => expect.unreachable(), (err) => err)

test('only what is known is sent, and the token with it', async () => {
  const asked = answer(() => new Response('1\tKenya', { headers: { 'Server-Timing': 'code;dur=12.5' } }))
  const api = new API()
  api.token = 'secret'
  await api.trees({ ...input, published: '2012-03-22' })
  const [path, init] = asked.mock.calls[0]
  expect(path).toBe('/api/v1/trees')
  expect(JSON.parse(String(init.body))).toEqual({ text: input.text, published: '2012-03-22' })
  expect(new Headers(init.headers).get('Authorization')).toBe('Bearer secret')
})

test('what goes wrong is a problem with words', async () => {
  answer(() => Promise.reject(new TypeError('Failed to fetch')))
  expect(await failure(new API().samples())).toMatchObject({ status: 0, message: expect.stringMatching(/does not answer/) })
  answer(() => new Response(JSON.stringify({ title: 'Busy', detail: 'too many articles at work' }), { status: 503, headers: { 'Retry-After': '2' } }))
  expect(await failure(new API().record(input))).toMatchObject({ status: 503, message: 'too many articles at work', retryAfter: 2 })
  for (const body of ['null', '<html>', '']) {
    answer(() => new Response(body, { status: 502, statusText: 'Bad Gateway' }))
    expect(await failure(new API().record(input))).toMatchObject({ status: 502, message: 'Bad Gateway' })
  }
})

test('an answer that breaks off is a problem, one that was given up is not', async () => {
  const broken = (err: Error) => new Response(new ReadableStream({ start: (c) => c.error(err) }))
  answer(() => broken(new TypeError('network error')))
  expect(await failure(new API().dossier(input))).toMatchObject({ status: 0, message: expect.stringMatching(/broke off/) })
  answer(() => new Response('{"record": '))
  expect(await failure(new API().dossier(input))).toBeInstanceOf(Problem)
  answer(() => broken(new DOMException('given up', 'AbortError')))
  expect((await failure(new API().dossier(input))).name).toBe('AbortError')
})

test('a token that no header can carry is a wrong one', async () => {
  answer(() => new Response('{}'))
  const api = new API()
  api.token = '“token”'
  expect(await failure(api.version())).toMatchObject({ status: 401 })
})

test('the time of the server is read from its header', () => {
  expect([duration('code;dur=12.5'), duration('total, code;dur=3'), duration('cache'), duration(null)]).toEqual([12.5, 3, null, null])
})
