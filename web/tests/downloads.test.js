// What can be taken along: files, the clipboard, and the address of words.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ask, chosen, lit, open, panel, read, ready, save, stage, words } from './harness.js'
import { article } from './texts.js'

const at = stage()

test('the record, the table of events and the trees are those of the server, byte for byte', async (t) => {
  const { page, check } = await open(t, at.browser, at.server.url)
  const { csv } = await read(page, article)
  const record = await save(page, 'Record, JSON')
  assert.equal(record.text, await (await ask(at.server, 'records', article)).text())
  assert.match(record.name, /^2011-07-19-.*\.json$/)
  const table = await save(page, 'Events, CSV')
  assert.equal(table.text, csv)
  assert.match(table.name, /\.csv$/)
  const trees = await save(page, 'Trees, CoNLL-U')
  assert.equal(trees.text, await (await ask(at.server, 'trees', article)).text())
  assert.match(trees.text, /^# sent_id/m)
  assert.match(trees.name, /\.conllu$/)
  assert.equal(await page.locator('details.menu').getAttribute('open'), null, 'the menu closes')
  check()
})

test('what is saved after the day was changed is of that day', async (t) => {
  const { page, check } = await open(t, at.browser, at.server.url)
  await read(page, article)
  await page.getByLabel('Published').fill('2012-03-01')
  await page.locator('.desk[aria-busy=false]').waitFor()
  const record = await save(page, 'Record, JSON')
  assert.equal(record.text, await (await ask(at.server, 'records', { ...article, published: '2012-03-01' })).text())
  check()
})

test('the record and the table can be copied', async (t) => {
  const { page, context, check } = await open(t, at.browser, at.server.url)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const { csv } = await read(page, article)
  const copy = async (entry, said) => {
    await page.locator('summary', { hasText: 'Save' }).click()
    await page.getByRole('button', { name: entry }).click()
    await page.getByRole('status').filter({ hasText: said }).waitFor({ state: 'attached' })
    return page.evaluate(() => navigator.clipboard.readText())
  }
  assert.equal(await copy('Copy the table of events', 'Table copied'), csv)
  assert.equal(await copy('Copy the record', 'Record copied'), await (await ask(at.server, 'records', article)).text())
  check()
})

test('the address of words in a sample opens it again with the same words chosen', async (t) => {
  const { page, context, check } = await open(t, at.browser, `${at.server.url}?sample=02-libya-zawiyah`)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await ready(page)
  assert.match(await page.locator('h1').innerText(), /Zawiyah/)
  await page.locator('.text a.event', { hasText: 'captured' }).click()
  const id = await chosen(page).innerText()
  const span = (await lit(page)).find((l) => l.text === 'captured')
  assert.ok(span)
  const expected = `?sample=02-libya-zawiyah#char=${span.at},${span.at + 'captured'.length}`
  assert.ok(page.url().endsWith(expected), `${page.url()} does not name the words`)
  await panel(page).getByRole('button', { name: 'Link' }).click()
  await panel(page).getByRole('button', { name: 'Copied' }).waitFor()
  const link = await page.evaluate(() => navigator.clipboard.readText())
  assert.equal(link, at.server.url + expected)
  check()

  const again = await open(t, at.browser, link)
  await ready(again.page)
  assert.equal(await chosen(again.page).innerText(), id)
  assert.ok((await lit(again.page)).some((l) => l.at === span.at && l.text === 'captured'))
  assert.ok(await again.page.locator('.text .lit').first().evaluate((e) => e.getBoundingClientRect().top < innerHeight), 'the words are in sight')
  again.check()
})

test('an address whose words lie outside the text, or are none, opens the text alone', async (t) => {
  for (const hash of ['char=99999999,100000000', 'char=5,2', 'char=x', '%']) {
    const { page, check } = await open(t, at.browser, `${at.server.url}?sample=02-libya-zawiyah#${hash}`)
    await ready(page)
    assert.equal(await chosen(page).count(), 0)
    check()
  }
})

test('words of a text that was pasted have an address too, which says nothing of the text', async (t) => {
  const { page, check } = await open(t, at.browser, at.server.url)
  const { record } = await read(page, article)
  const { start, end } = record.events[0].evidence[0]
  await words(page, { start }).click()
  assert.equal(page.url(), `${at.server.url}#char=${start},${end}`)
  await page.keyboard.press('Escape')
  assert.equal(page.url(), at.server.url)
  check()
})
