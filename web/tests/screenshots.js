// Writes pictures of every page and state, light and dark, wide and narrow, into a folder: npm run screenshots -- FOLDER
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { browse, drawn, mailed, narrow, paste, read, ready, serve, wide } from './harness.js'
import { article, french, nothing } from './texts.js'

const folder = process.argv[2]
if (!folder) {
  console.error('name the folder for the pictures: npm run screenshots -- FOLDER')
  process.exit(2)
}
mkdirSync(folder, { recursive: true })

const server = await serve(['--max-text', '20000'])
const browser = await browse()
/** @type {(() => void)[]} */
const last = []
const file = mailed({ after: (f) => last.push(f) }, article)
const sample = `${server.url}?sample=02-libya-zawiyah`

/** @typedef {import('playwright-core').Page} Page */

/** @param {string} key of a view @param {string} [words] to choose before */
const view = (key, words = 'captured') => async (/** @type {Page} */ page) => {
  await page.goto(sample)
  await ready(page)
  await page.locator('.text a.event', { hasText: words }).click()
  await page.keyboard.press(key)
  await drawn(page)
  // In a narrow window a view stands below the text, and the sheet of what is chosen before it.
  if ((page.viewportSize()?.width ?? 0) < 900) {
    await page.keyboard.press('Escape')
    await page.getByRole('tablist').evaluate((e) => e.scrollIntoView())
  }
}

/** @type {Record<string, (page: Page) => Promise<unknown>>} what is done to come to each state */
const states = {
  empty: async (page) => (await page.goto(server.url), await page.locator('.samples button').first().waitFor()),
  'no-text': async (page) => (await page.goto(server.url), await page.getByRole('button', { name: 'Read it' }).click()),
  article: async (page) => (await page.goto(sample), await ready(page)),
  why: async (page) => (await page.goto(sample), await ready(page), await page.locator('.text a.event', { hasText: 'captured' }).click()),
  nested: async (page) => (await page.goto(server.url), await read(page, article), await page.locator('.text a.event', { hasText: 'taken' }).click()),
  statement: async (page) => (await page.goto(sample), await ready(page), await page.locator('.text .cue', { hasText: 'denied' }).first().click()),
  events: view('e'),
  statements: view('s'),
  when: view('d'),
  where: view('m'),
  whom: view('w'),
  grammar: view('g'),
  'no-layers': async (page) => {
    await page.goto(sample)
    await ready(page)
    for (const key of '1234567') await page.keyboard.press(key)
  },
  help: async (page) => (await page.goto(sample), await ready(page), await page.keyboard.press('?')),
  menu: async (page) => (await page.goto(sample), await ready(page), await page.locator('summary', { hasText: 'Save' }).click()),
  waiting: async (page) => {
    await page.route('**/api/v1/dossiers', () => {}) // no answer comes
    await page.goto(server.url)
    await paste(page, article.text)
    await page.getByText('Reading …').waitFor()
  },
  french: async (page) => (await page.goto(server.url), await read(page, { text: french, published: null })),
  nothing: async (page) => (await page.goto(server.url), await read(page, { text: nothing, published: null })),
  'too-long': async (page) => (await page.goto(server.url), await paste(page, 'Kenya condemned the coup. '.repeat(2000)), await page.getByRole('alert').waitFor()),
  gone: async (page) => {
    await page.goto(server.url)
    await read(page, article)
    await page.route('**/api/**', (route) => route.abort())
    await page.getByLabel('Published').fill('2012-03-01')
    await page.getByRole('alert').waitFor()
  },
  token: async (page) => {
    await page.route('**/api/**', (route) => route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{}' }))
    await page.goto(server.url)
    await page.getByLabel('Token', { exact: true }).fill('wrong')
    await page.getByRole('button', { name: 'Go on' }).click()
    await page.getByRole('alert').waitFor()
  },
  file: async (page) => (await page.goto(file), await ready(page), await page.keyboard.press('ArrowRight')),
  docs: (page) => page.goto(`${server.url}docs`),
}

for (const [width, viewport] of Object.entries({ wide, narrow }))
  for (const colorScheme of /** @type {const} */ (['light', 'dark']))
    for (const [name, reach] of Object.entries(states)) {
      const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' })
      const page = await context.newPage()
      await reach(page)
      await page.evaluate(() => new Promise((r) => requestAnimationFrame(() => setTimeout(r, 100))))
      await page.screenshot({ path: join(folder, `${name}-${width}-${colorScheme}.png`) })
      await context.close()
    }

await browser.close()
await server.stop()
for (const f of last) f()
