// The one place that talks to the server. Errors are problems of RFC 9457 with words for people.
import type { Dossier } from './record'

/** What is sent to be read. */
export interface Input {
  text: string
  published: string | null
  title: string | null
  url: string | null
}

/** A sample that the server offers. */
export interface Sample extends Input {
  id: string
  shows: string
}

/** An answer that is no success; status 0: the server did not answer. */
export class Problem extends Error {
  readonly status: number
  readonly retryAfter: number | null

  constructor(status: number, message: string, retryAfter: number | null = null) {
    super(message)
    this.status = status
    this.retryAfter = retryAfter
  }
}

/** A coded article, and how many milliseconds of the wait were the server's. */
export interface Answer {
  dossier: Dossier
  server: number | null
}

export class API {
  /** for a server that wants one; kept in memory alone */
  token: string | null = null

  samples = async (): Promise<Sample[]> => (await json<{ samples: Sample[] }>(await this.ask('/api/v1/samples'))).samples
  version = async (): Promise<{ version: string; data: string }> => json(await this.ask('/api/v1/version'))
  trees = async (input: Input): Promise<string> => whole((await this.post('/api/v1/trees', input)).text())
  record = async (input: Input): Promise<string> => whole((await this.post('/api/v1/records', input)).text())

  async dossier(input: Input, signal?: AbortSignal): Promise<Answer> {
    const response = await this.post('/api/v1/dossiers', input, signal)
    return { dossier: await json<Dossier>(response), server: duration(response.headers.get('Server-Timing')) }
  }

  private post(path: string, input: Input, signal?: AbortSignal): Promise<Response> {
    const { text, published, title, url } = input
    const body = JSON.stringify({ text, ...(published && { published }), ...(title && { title }), ...(url && { url }) })
    return this.ask(path, { method: 'POST', body, signal, headers: { 'Content-Type': 'application/json' } })
  }

  private async ask(path: string, init: RequestInit = {}): Promise<Response> {
    const headers = this.authorized(new Headers(init.headers))
    let response: Response
    try {
      response = await fetch(path, { ...init, headers, credentials: 'omit' })
    } catch (err) {
      if (init.signal?.aborted) throw err
      throw new Problem(0, 'The program does not answer. Is demarche serve still running?')
    }
    if (!response.ok) throw await problem(response)
    return response
  }

  private authorized(headers: Headers): Headers {
    try {
      if (this.token !== null) headers.set('Authorization', `Bearer ${this.token}`)
    } catch {
      throw new Problem(401, 'A token has no such letters.') // none that a header can carry
    }
    return headers
  }
}

const json = <T>(response: Response): Promise<T> => whole(response.json())

/** whole waits for the body of an answer, which may break off. */
async function whole<T>(body: Promise<T>): Promise<T> {
  try {
    return await body
  } catch (err) {
    if (err instanceof DOMException && err.name === 'AbortError') throw err
    throw new Problem(0, 'The answer broke off. Is demarche serve still running?')
  }
}

async function problem(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => null)) ?? {}
  const details: string[] = (body.errors ?? []).map((e: { message?: string }) => e.message).filter(Boolean)
  const message = [body.detail ?? body.title ?? response.statusText, ...details].filter(Boolean).join(': ')
  const after = Number(response.headers.get('Retry-After'))
  return new Problem(response.status, message, after > 0 ? after : null)
}

/** duration is the time of Server-Timing's first metric that has one, in milliseconds. */
export function duration(header: string | null): number | null {
  const found = /dur=([0-9.]+)/.exec(header ?? '')
  return found ? Number(found[1]) : null
}
