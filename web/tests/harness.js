// What the tests in a browser stand on: a server of the program that was built, a browser without a network of its own, and pages
// that are watched: an error, a broken policy, a dialog or a request elsewhere fails the test in which it happens.
import assert from 'node:assert/strict'
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before } from 'node:test'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { chromium } from 'playwright-core'

export const program = process.env.DEMARCHE ?? fileURLToPath(new URL('../../demarche', import.meta.url))

/**
 * serve starts the program as a server on a free port.
 * @param {string[]} [flags] of demarche serve
 */
export async function serve(flags = []) {
  assert.ok(existsSync(program), `${program} is not there: make pages build`)
  const child = spawn(program, ['serve', ...(flags.includes('--listen') ? [] : ['--listen', '127.0.0.1:0']), ...flags], { stdio: ['ignore', 'pipe', 'pipe'] })
  let told = ''
  child.stderr.on('data', (b) => (told += b))
  const ended = once(child, 'exit')
  process.on('exit', () => child.kill('SIGKILL'))
  const url = await new Promise((resolve, reject) => {
    let out = ''
    child.stdout.on('data', (b) => {
      out += b
      const found = /listens: (\S+)\n/.exec(out)
      if (found) resolve(found[1])
    })
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error(`demarche serve ended with ${code}: ${told}`)))
  })
  return {
    url,
    /** stop ends it as a system does, and wants it to end well. */
    async stop() {
      child.kill('SIGTERM')
      assert.deepEqual([...(await ended)], [0, null], `demarche serve did not stop cleanly: ${told}`)
      assert.equal(told, '', 'demarche serve had something to complain of')
    },
    /** kill is the end that nobody expects. */
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

/** @typedef {Awaited<ReturnType<typeof serve>>} Server */

/** browse starts the browser, which fetches nothing for itself. Everything it is shown is ours, so it needs no sandbox, which root has none of. */
export const browse = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    chromiumSandbox: false,
    args: ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
  })

/**
 * stage has a server and a browser for all tests of a file; the server has to stop cleanly behind them.
 * @param {string[]} [flags] of demarche serve
 */
export function stage(flags) {
  const s = /** @type {{server: Server, browser: import('playwright-core').Browser}} */ ({})
  before(async () => {
    s.server = await serve(flags)
    s.browser = await browse()
  })
  after(async () => {
    await s.browser?.close()
    await s.server?.stop()
  })
  return s
}

export const wide = { width: 1366, height: 900 }
export const narrow = { width: 360, height: 740 }

/**
 * @typedef {object} Watched
 * @property {import('playwright-core').Page} page
 * @property {import('playwright-core').BrowserContext} context
 * @property {(...expected: RegExp[]) => void} check fails where anything happened that should not; expected are errors that have to be there
 */

/**
 * open opens an address in a page that is watched and closed at the end of the test.
 * @param {import('node:test').TestContext} t
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {import('playwright-core').BrowserContextOptions & {offline?: boolean}} [options]
 * @returns {Promise<Watched>}
 */
export async function open(t, browser, url, options = {}) {
  const context = await browser.newContext({ viewport: wide, ...options })
  t.after(() => context.close())
  context.setDefaultTimeout(10_000)
  if (options.offline) await context.setOffline(true)
  await context.addInitScript(() =>
    document.addEventListener('securitypolicyviolation', (e) => console.error(`policy: ${e.violatedDirective} ${e.blockedURI} ${e.sample}`)),
  )
  const page = await context.newPage()
  /** @type {string[]} */
  const wrong = []
  const allowed = url.startsWith('file:') ? [url.split(/[?#]/)[0], 'blob:', 'data:'] : [new URL(url).origin + '/', 'blob:', 'data:']
  page.on('console', (m) => ['error', 'warning'].includes(m.type()) && wrong.push(`console: ${m.text()}`))
  page.on('pageerror', (e) => wrong.push(`error: ${e.stack ?? e}`))
  page.on('dialog', (d) => (wrong.push(`dialog: ${d.message()}`), d.dismiss()))
  page.on('popup', (p) => wrong.push(`popup: ${p.url()}`))
  context.on('request', (r) => allowed.some((a) => r.url().startsWith(a)) || wrong.push(`request: ${r.url()}`))
  await page.goto(url)
  return {
    page,
    context,
    check(...expected) {
      const rest = wrong.splice(0)
      for (const e of expected) {
        const at = rest.findIndex((w) => e.test(w))
        assert.ok(at >= 0, `${e} did not happen`)
        rest.splice(at, 1)
      }
      assert.deepEqual(rest, [])
    },
  }
}

/**
 * paste puts a text into the field of the form as the clipboard does.
 * @param {import('playwright-core').Page} page
 * @param {string} text
 */
export async function paste(page, text) {
  await page.locator('textarea').waitFor()
  await page.evaluate((text) => {
    const area = /** @type {HTMLTextAreaElement} */ (document.querySelector('textarea'))
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/plain', text)
    area.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, text)
}

/**
 * ready waits until the text and what stands beside it are drawn.
 * @param {import('playwright-core').Page} page
 */
export async function ready(page) {
  await page.locator('.text').waitFor()
  await page.locator('.desk[aria-busy=false]').waitFor()
  await page.getByRole('tablist').waitFor()
}

/**
 * drawn waits until the view beside the text is there; some draw when they know their width, or piece by piece.
 * @param {import('playwright-core').Page} page
 */
export async function drawn(page) {
  await page.locator('[role=tabpanel][aria-busy=false]').waitFor()
  await page.evaluate(async () => {
    for (let same = 0, last = ''; same < 4; await new Promise((r) => requestAnimationFrame(() => setTimeout(r)))) {
      const now = /** @type {Element} */ (document.querySelector('[role=tabpanel]')).innerHTML
      same = now === last ? same + 1 : 0
      last = now
    }
  })
}

/**
 * read pastes an article with its day of publication, waits until it is drawn, and returns its dossier, as the server gave it.
 * @param {import('playwright-core').Page} page
 * @param {{text: string, published: string | null}} article
 */
export async function read(page, { text, published }) {
  await page.locator('textarea').waitFor()
  if (published !== null) await page.getByLabel('Published').fill(published)
  const answer = page.waitForResponse('**/api/v1/dossiers')
  await paste(page, text)
  await ready(page)
  return (await answer).json()
}

/**
 * ask posts an article to the API.
 * @param {Server} server
 * @param {'records' | 'dossiers' | 'trees'} what
 * @param {{text: string, published: string | null}} article
 */
export async function ask(server, what, { text, published }) {
  const response = await fetch(`${server.url}api/v1/${what}`, {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ text, ...(published && { published }) }),
  })
  assert.equal(response.status, 200)
  return response
}

/** @typedef {{after: (f: () => void) => void}} Lasting a test, or all tests of a file */

/**
 * folder is an empty folder that is gone afterwards.
 * @param {Lasting} t
 */
export function folder(t) {
  const path = mkdtempSync(join(tmpdir(), 'demarche-'))
  t.after(() => rmSync(path, { recursive: true }))
  return path
}

/**
 * mailed writes an article as one file to mail, and returns its address.
 * @param {Lasting} t
 * @param {{text: string, published: string | null}} article
 */
export function mailed(t, { text, published }) {
  const [from, to] = ['article.jsonl', 'dossier.html'].map((name) => join(folder(t), name))
  writeFileSync(from, JSON.stringify({ text })) // which keeps every character, as a file of text does not
  execFileSync(program, ['show', '--html', to, ...(published === null ? [] : ['--published', published]), from])
  return pathToFileURL(to).href
}

/**
 * save chooses an entry of the menu and returns the file that the browser keeps.
 * @param {import('playwright-core').Page} page
 * @param {string} entry
 */
export async function save(page, entry) {
  await page.locator('summary', { hasText: 'Save' }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: entry }).click()])
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
}

/** panel says what is chosen, and why. @param {import('playwright-core').Page} page */
export const panel = (page) => page.getByRole('region', { name: 'Why' })

/** chosen is the id of what is chosen. @param {import('playwright-core').Page} page */
export const chosen = (page) => panel(page).locator('header .id')

/** words are the words in the text that a span begins with. @param {import('playwright-core').Page} page @param {{start: number}} span */
export const words = (page, span) => page.locator(`.text [data-at="${span.start}"]`)

/** lit are the words that light up, one by one. @param {import('playwright-core').Page} page */
export const lit = (page) => page.locator('.text .lit').evaluateAll((all) => all.map((e) => ({ at: Number(/** @type {HTMLElement} */ (e).dataset.at), text: e.textContent })))
