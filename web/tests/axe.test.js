// Every page and state for everybody: the rules of WCAG 2.2 A and AA and of good practice, in light and dark, wide and narrow; and
// nothing that has to be scrolled sideways.
import assert from 'node:assert/strict'
import axe from 'axe-core'
import { test } from 'node:test'
import { chosen, drawn, mailed, narrow, open, panel, paste, read, ready, stage, wide, words } from './harness.js'
import { article, french, hostile, nothing } from './texts.js'

const at = stage(['--max-text', '20000'])
const all = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }
const ofColours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } // the only rules that dark can break and light not

/**
 * hold runs the rules over a page as it stands, in two widths and two colours.
 * @param {import('playwright-core').Page} page
 * @param {string} state that the page is in
 */
async function hold(page, state) {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source)
  /** @type {string[]} */
  const found = []
  for (const [width, viewport] of Object.entries({ wide, narrow })) {
    await page.setViewportSize(viewport)
    for (const [colorScheme, rules] of /** @type {const} */ ([['light', all], ['dark', ofColours]])) {
      await page.emulateMedia({ colorScheme })
      await page.evaluate(() => new Promise((r) => requestAnimationFrame(() => setTimeout(r))))
      const results = await page.evaluate(
        (runOnly) => /** @type {any} */ (window).axe.run(document, { runOnly, resultTypes: ['violations'], preload: false }),
        rules,
      )
      for (const v of results.violations)
        for (const n of v.nodes) found.push(`${state}, ${width}, ${colorScheme}: ${v.id} ${n.target}: ${(n.any[0] ?? n.all[0] ?? n.none[0])?.message ?? v.help}`)
    }
    const beyond = await page.evaluate(() => {
      const far = (e) => e.getBoundingClientRect().right > innerWidth + 1
      return document.scrollingElement.scrollWidth <= innerWidth ? null : [...document.querySelectorAll('body *')].filter(far).slice(0, 3).map((e) => `${e.localName}.${e.className}`)
    })
    if (beyond) found.push(`${state}, ${width}: scrolls sideways: ${beyond}`)
  }
  await page.setViewportSize(wide)
  assert.deepEqual(found, [])
}

test('the empty page', async (t) => {
  const { page } = await open(t, at.browser, at.server.url)
  await page.locator('.samples button').first().waitFor()
  await hold(page, 'empty')
  await page.locator('.paste summary').click()
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.getByRole('alert').waitFor()
  await hold(page, 'no text')
})

test('an article, nothing chosen and something of each kind', async (t) => {
  const { page } = await open(t, at.browser, at.server.url)
  const { record } = await read(page, article)
  await hold(page, 'read')
  const event = record.events.find((e) => e.attributions.length === 2)
  await words(page, event.evidence[0]).click()
  await hold(page, 'an event')
  for (const kind of 'sandp') {
    const link = panel(page).getByRole('button', { name: new RegExp(`^${kind}\\d+`) }).first()
    const id = /^[a-z]\d+/.exec(await link.innerText())[0]
    await link.click()
    assert.equal(await chosen(page).innerText(), id)
    await hold(page, id)
    await words(page, event.evidence[0]).click()
  }
})

test('all views, with what they fold away', async (t) => {
  const { page } = await open(t, at.browser, at.server.url)
  await read(page, article)
  await page.keyboard.press('ArrowRight')
  const view = page.getByRole('tabpanel')
  for (const key of 'esdmwg') {
    await page.keyboard.press(key)
    await drawn(page)
    for (const more of await view.locator('summary').all()) await more.click()
    await page.locator('h1').click()
    await hold(page, `view ${key}`)
  }
})

test('the help, the menu, the layers switched off', async (t) => {
  const { page } = await open(t, at.browser, at.server.url)
  await read(page, article)
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  await hold(page, 'help')
  await page.keyboard.press('Escape')
  await page.locator('summary', { hasText: 'Save' }).click()
  await hold(page, 'menu')
  await page.keyboard.press('Escape')
  for (const key of '1234567') await page.keyboard.press(key)
  await hold(page, 'no layers')
})

test('waiting, and what went wrong', async (t) => {
  const { page } = await open(t, at.browser, at.server.url)
  let go = () => {}
  await page.route('**/api/v1/dossiers', async (route) => {
    await new Promise((r) => (go = () => r(null)))
    await route.continue()
  })
  await paste(page, article.text)
  await page.getByText('Reading …').waitFor()
  await hold(page, 'waiting')
  go()
  await ready(page)
  await page.unroute('**/api/v1/dossiers')
  await page.getByRole('button', { name: 'New text' }).click()
  await page.locator('textarea').fill('')
  await paste(page, 'Kenya condemned the coup. '.repeat(2000))
  await page.getByRole('alert').waitFor()
  await hold(page, 'too long')
})

test('texts in which nothing is found, and odd ones', async (t) => {
  const { page } = await open(t, at.browser, at.server.url)
  for (const [state, text] of Object.entries({ french, nothing, odd: hostile['marks of direction'], long: `Kenya condemned the coup in ${'Mali'.repeat(200)}.` })) {
    await paste(page, text)
    await ready(page)
    await hold(page, state)
    await page.getByRole('button', { name: 'New text' }).click()
    await page.locator('textarea').fill('')
  }
})

test('the form for the token, and a wrong one', async (t) => {
  const { page } = await open(t, at.browser, at.server.url)
  await page.route('**/api/**', (route) => route.fulfill({ status: 401, contentType: 'application/problem+json', body: '{"title":"Unauthorized"}' }))
  await page.reload()
  await page.getByLabel('Token', { exact: true }).fill('wrong')
  await hold(page, 'token')
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByRole('alert').waitFor()
  await hold(page, 'wrong token')
})

test('the file to mail', async (t) => {
  const { page } = await open(t, at.browser, mailed(t, article), { offline: true })
  await ready(page)
  await page.keyboard.press('ArrowRight')
  await hold(page, 'file')
})

test('the page of the API', async (t) => {
  const { page } = await open(t, at.browser, `${at.server.url}docs`)
  await hold(page, 'docs')
})
