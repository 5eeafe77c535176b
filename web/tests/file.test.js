// The one file to mail: opened from disk, without a network, it is the same page.
import assert from 'node:assert/strict'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { after, test } from 'node:test'
import { ask, chosen, drawn, folder, lit, mailed, open, panel, ready, save, stage, words } from './harness.js'
import { article } from './texts.js'

const at = stage()
const url = mailed({ after }, article)
const offline = { offline: true }

/** inside is the dossier that stands in the file. */
const inside = () => JSON.parse(/<script type="application\/json" id="dossier">(.*?)<\/script>/s.exec(readFileSync(fileURLToPath(url), 'utf8'))[1])

test('a file opened from disk without a network shows the article and what is known of it', async (t) => {
  assert.ok(statSync(fileURLToPath(url)).size < 400_000, 'the file is larger than 400 kB')
  const { page, check } = await open(t, at.browser, url, offline)
  await ready(page)
  assert.deepEqual(await page.locator('.text p').allTextContents(), article.text.split('\n\n'))
  assert.equal(await page.locator('textarea').count(), 0, 'no form')
  assert.equal(await page.getByRole('button', { name: 'New text' }).count(), 0)
  const { record, rules } = inside()
  const event = record.events.find((e) => e.attributions.length === 2)
  await words(page, event.evidence[0]).click()
  assert.match(await panel(page).locator('h2').innerText(), /15 July 2011/)
  assert.equal(await panel(page).locator('pre').textContent(), rules[event.rule].text)
  assert.ok((await lit(page)).some((l) => l.text === 'taken'))
  await page.keyboard.press('5')
  assert.equal(await page.getByRole('button', { name: /^Events \d/, pressed: false }).count(), 1)
  await page.keyboard.press('ArrowRight')
  assert.notEqual(await chosen(page).innerText(), event.id)
  await page.keyboard.press('?')
  await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click()
  check()
})

test('its record is the one that the server gives', async (t) => {
  const { record, csv } = inside()
  const served = await (await ask(at.server, 'dossiers', article)).json()
  assert.deepEqual(record.events, served.record.events)
  assert.deepEqual(record.attributions, served.record.attributions)
  assert.equal(csv.split('\n').length, served.csv.split('\n').length)
})

test('all its views work, the grammar from the trees in the file', async (t) => {
  const { page, check } = await open(t, at.browser, url, offline)
  await ready(page)
  const view = page.getByRole('tabpanel')
  const show = async (name) => {
    await page.getByRole('tab', { name }).click()
    await drawn(page)
  }
  await show(/^Statements/)
  await view.locator('tbody tr').first().click()
  assert.match(await chosen(page).innerText(), /^a/)
  await show('When')
  await view.getByRole('button', { name: /NATO.*bombed/ }).first().click()
  assert.match(await chosen(page).innerText(), /^e/)
  await show('Where')
  await view.locator('svg').getByRole('button', { name: /^Zawiyah/ }).click()
  assert.match(await chosen(page).innerText(), /^p/)
  await show('Who to whom')
  await view.locator('svg').getByRole('button', { name: /^France \(FRA/ }).click()
  assert.match(await chosen(page).innerText(), /^n/)
  await show('Grammar')
  await view.getByRole('button', { name: /^France PROPN/ }).click()
  assert.match(await view.locator('svg').textContent(), /nsubj/)
  await show(/^Events/)
  await view.locator('tbody tr').nth(2).click()
  assert.match(await chosen(page).innerText(), /^e/)
  check()
})

test('its record, table and trees can be kept', async (t) => {
  const { page, check } = await open(t, at.browser, url, offline)
  await ready(page)
  const { record, csv, trees } = inside()
  assert.deepEqual(JSON.parse((await save(page, 'Record, JSON')).text), record)
  assert.equal((await save(page, 'Events, CSV')).text, csv)
  assert.equal((await save(page, 'Trees, CoNLL-U')).text, gunzipSync(Buffer.from(trees, 'base64')).toString())
  check()
})

test('words in it have an address', async (t) => {
  const { record } = inside()
  const { start, end } = record.events[2].evidence[0]
  const { page, check } = await open(t, at.browser, `${url}#char=${start},${end}`, offline)
  await ready(page)
  assert.equal(await chosen(page).innerText(), record.events[2].id)
  check()
})

test('on paper it has the text, the tables and the drawings, and nothing to press', async (t) => {
  const { page, check } = await open(t, at.browser, url, offline)
  await ready(page)
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  for (const name of ['Events', 'Statements', 'When', 'Where', 'Who to whom']) assert.ok(await page.getByRole('heading', { name }).isVisible(), `${name} is not printed`)
  assert.ok(!(await page.locator('header.top').isVisible()))
  assert.ok(!(await page.getByRole('tablist').isVisible()))
  assert.ok((await page.pdf({ format: 'A4' })).length > 10_000)
  await page.evaluate(() => dispatchEvent(new Event('afterprint')))
  await page.emulateMedia({ media: 'screen' })
  assert.ok(await page.getByRole('tablist').isVisible())
  check()
})

test('where the script is changed the policy of the file does not let it run', async (t) => {
  const changed = join(folder(t), 'changed.html')
  writeFileSync(changed, readFileSync(fileURLToPath(url), 'utf8').replace('</body>', '<script>window.harm = 1</script></body>'))
  const { page, check } = await open(t, at.browser, pathToFileURL(changed).href, offline)
  await ready(page)
  assert.equal(await page.evaluate(() => /** @type {any} */ (window).harm), undefined)
  check(/policy: script-src-elem inline/, /violates the following Content Security Policy/)
})
