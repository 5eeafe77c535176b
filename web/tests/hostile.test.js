// Texts that are no news: whatever they hold is shown as text, and as nothing else, in the page that is served and in the file to mail.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawn, lit, mailed, open, paste, ready, stage } from './harness.js'
import { hostile, line } from './texts.js'

const at = stage()

/** @param {string} text whose lines are shown as paragraphs, but for those that are blank */
const lines = (text) => text.split('\n').filter((l) => l.trim() !== '')

/**
 * look holds the page to the text: all of it is there, and nothing that it asks for.
 * @param {import('playwright-core').Page} page
 * @param {string} text
 */
async function look(page, text) {
  await ready(page)
  const shown = await page.evaluate(() => {
    const text = /** @type {Element} */ (document.querySelector('.text'))
    return {
      paragraphs: [...text.querySelectorAll('p')].map((p) => p.textContent),
      elements: [...new Set([...text.querySelectorAll('*')].map((e) => e.localName))].sort(),
      handlers: [...document.querySelectorAll('*')].flatMap((e) => e.getAttributeNames()).filter((n) => n.startsWith('on')),
      links: [...text.querySelectorAll('a')].map((a) => a.getAttribute('href')).filter((h) => !h?.startsWith('#char=')),
      foreign: document.querySelectorAll('img, iframe, object, embed, b[onclick], script:not([src]):not([type])').length,
      harm: /** @type {any} */ (window).harm,
    }
  })
  const expected = lines(text)
  if (expected.some((l) => l.length > 5000)) assert.ok(shown.paragraphs.join('') === expected.join(''), 'the long line is not its text')
  else assert.deepEqual(shown.paragraphs, expected)
  assert.deepEqual(shown.elements.filter((e) => !['p', 'span', 'a'].includes(e)), [])
  assert.deepEqual([shown.handlers, shown.links, shown.foreign, shown.harm], [[], [], 0, undefined])
}

/**
 * use goes through all facts and views, each of which shows words of the text.
 * @param {import('playwright-core').Page} page
 */
async function use(page) {
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight')
  for (const key of 'sdmwge') {
    await page.keyboard.press(key)
    await drawn(page)
  }
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).harm), undefined)
  assert.equal(await page.locator('img, iframe, object, embed').count(), 0)
}

for (const [name, text] of Object.entries(hostile))
  test(`${name}: text in the page`, async (t) => {
    const { page, check } = await open(t, at.browser, at.server.url)
    await paste(page, text)
    await look(page, text)
    await use(page)
    check()
  })

test('all of it: text in a file to mail', async (t) => {
  const text = Object.values(hostile).join('\n\n').replaceAll('\0', '') // which the program takes from no file
  const { page, check } = await open(t, at.browser, mailed(t, { text, published: null }), { offline: true })
  await look(page, text)
  await use(page)
  for (let i = 0; i < 30; i++) await page.keyboard.press('ArrowRight')
  await look(page, text)
  check()
})

test('a title with markup is text', async (t) => {
  const { page, check } = await open(t, at.browser, at.server.url)
  const title = '</title><script>window.harm = 1</script><img src=x onerror="window.harm = 2">'
  await page.getByLabel('Title').fill(title)
  await paste(page, hostile['a script'])
  await look(page, hostile['a script'])
  assert.equal(await page.locator('h1').textContent(), title)
  assert.equal(await page.title(), `${title} · demarche`)
  check()
})

// A million characters of news would be read for a minute; what the page has to bear is the line.
for (const [name, text] of [['without a space', line(1_000_000, 'Aa')], ['with spaces', line(1_000_000, 'Aa bb ')], ['with facts', line(30_000, 'The minister met rebels in Chad and ')]]) {
  test(`a line of ${text.length} characters ${name} is shown, and the page stays alive`, async (t) => {
    const { page, check } = await open(t, at.browser, at.server.url)
    await paste(page, text)
    await page.locator('.text').waitFor({ timeout: 40_000 })
    await look(page, text)
    const answer = await page.evaluate(async () => {
      const began = performance.now()
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))
      await new Promise((r) => requestAnimationFrame(() => setTimeout(r)))
      return performance.now() - began
    })
    t.diagnostic(`a key is answered in ${Math.round(answer)} ms, ${await page.evaluate(() => document.querySelectorAll('*').length)} elements`)
    assert.ok(answer < 1000, `a key is answered in ${Math.round(answer)} ms`)
    assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth), 'the line is broken')
    assert.equal((await lit(page)).length > 0, name === 'with facts')
    check()
  })
}
