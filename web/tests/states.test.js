// Every state of the page that is no article: nothing yet, waiting, nothing found, another language, and what can go wrong.
import assert from 'node:assert/strict'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { folder, open, panel, paste, read, ready, serve, stage, words } from './harness.js'
import { article, french, nothing } from './texts.js'

const at = stage(['--max-text', '20000'])

test('an empty page takes the keyboard, and offers three samples to try and the others', async (t) => {
  const { page, check } = await open(t, at.browser, at.server.url)
  const offered = await (await fetch(`${at.server.url}api/v1/samples`)).json()
  await page.getByRole('button', { name: offered.samples[0].title }).waitFor()
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'TEXTAREA')
  assert.equal(await page.locator('.samples button:visible').count(), 3)
  await page.locator('summary', { hasText: `${offered.samples.length - 3} more` }).click()
  assert.equal(await page.locator('.samples button:visible').count(), offered.samples.length)
  await page.getByRole('button', { name: offered.samples[1].title }).click()
  await ready(page)
  assert.equal(await page.locator('h1').innerText(), offered.samples[1].title)
  assert.equal(await page.getByLabel('Published').inputValue(), offered.samples[1].published)
  assert.match(page.url(), new RegExp(`\\?sample=${offered.samples[1].id}$`))
  assert.match(await page.title(), /Zawiyah · demarche/)
  check()
})

test('an empty text is asked for, not sent', async (t) => {
  const { page, check } = await open(t, at.browser, at.server.url)
  for (const text of ['', '  \n\t ']) {
    await page.locator('textarea').fill(text)
    await page.getByRole('button', { name: 'Read it' }).click()
    assert.match(await page.getByRole('alert').innerText(), /There is no text yet/)
    assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'TEXTAREA')
  }
  check()
})

test('a new text comes back to the form with the old one in it, and typing and Ctrl+Enter read it', async (t) => {
  const { page, check } = await open(t, at.browser, at.server.url)
  await read(page, article)
  await page.keyboard.press('n')
  assert.equal(await page.locator('textarea').inputValue(), article.text)
  assert.equal(await page.getByLabel('Published').inputValue(), article.published)
  await page.locator('textarea').fill('Kenya condemned the coup in Mali.')
  await page.getByLabel('Title').fill('A title')
  await page.locator('textarea').press('Control+Enter')
  await page.locator('h1', { hasText: 'A title' }).waitFor()
  await page.locator('.desk[aria-busy=false]').waitFor()
  assert.equal(await page.locator('.text').textContent(), 'Kenya condemned the coup in Mali.')
  check()
})

test('a file is read; one that is no UTF-8 and one that is no text are refused with words that help', async (t) => {
  const { page, check } = await open(t, at.browser, at.server.url)
  const put = (name, buffer) => page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer })
  await put('old.txt', Buffer.from([0x4b, 0x65, 0xff, 0xfe, 0xe9]))
  await page.getByText('old.txt is not UTF-8').waitFor()
  await put('page.html', Buffer.from('<p>Kenya condemned the coup.'))
  await page.getByText('page.html is no plain text').waitFor()
  await put('article.txt', Buffer.from(article.text))
  await ready(page)
  assert.deepEqual(await page.locator('.text p').allTextContents(), article.text.split('\n\n'))
  check()
})

test('while a text is read the page says so, and a second text takes the place of the first', async (t) => {
  const { page, check } = await open(t, at.browser, at.server.url)
  let go = () => {}
  await page.route('**/api/v1/dossiers', async (route) => {
    await new Promise((r) => (go = () => r(null)))
    await route.continue()
  })
  await paste(page, article.text)
  assert.equal(await page.getByRole('status').filter({ hasText: 'Reading' }).innerText(), 'Reading …')
  go()
  await ready(page)
  await page.getByLabel('Published').fill('2012-03-01')
  await page.locator('.desk[aria-busy=true]').waitFor()
  assert.equal(await page.locator('.text p').first().textContent(), article.text.split('\n')[0], 'the text stays while it is read again')
  go()
  await page.locator('.desk[aria-busy=false]').waitFor()
  check()
})

test('a text that is too long is refused with the limit', async (t) => {
  const { page, check } = await open(t, at.browser, at.server.url)
  const text = 'Kenya condemned the coup in Mali. '.repeat(1000)
  await paste(page, text)
  assert.match(await page.getByRole('alert').innerText(), /too long: at most 20000 bytes/)
  assert.ok((await page.locator('textarea').inputValue()) === text, 'the text is lost')
  await page.getByRole('button', { name: 'Close' }).click()
  assert.equal(await page.getByRole('alert').count(), 0)
  check(/status of 413/)
})

test('a text in another language and one without facts say so', async (t) => {
  const { page, check } = await open(t, at.browser, at.server.url)
  await read(page, { text: french, published: null })
  await page.getByText('another language than English').waitFor()
  assert.equal((await page.locator('.text').textContent())?.replace(/\s/g, ''), french.replace(/\s/g, ''))
  for (const tab of await page.getByRole('tab').all()) {
    await tab.click()
    assert.match(await page.getByRole('tabpanel').innerText(), /[a-z]{3}.*\./, `${await tab.innerText()} says nothing of its being empty`)
  }
  await page.getByRole('button', { name: 'New text' }).click()
  await page.locator('textarea').fill('')
  await paste(page, nothing)
  await page.getByText('Nothing was found here').waitFor()
  await page.locator('.text .w').first().click()
  await panel(page).getByText('Nothing rests on these words').waitFor()
  check()
})

test('a link to a sample that is not there says so', async (t) => {
  const { page, check } = await open(t, at.browser, `${at.server.url}?sample=gone`)
  assert.match(await page.getByRole('alert').innerText(), /no sample “gone”/)
  assert.ok(await page.locator('textarea').isVisible())
  check()
})

test('where the server is gone the page says what to look for, and goes on when it is back', async (t) => {
  const lost = await serve()
  const { page, check } = await open(t, at.browser, lost.url)
  const { record } = await read(page, article)
  await lost.kill()
  await page.getByLabel('Published').fill('2012-03-01')
  assert.match(await page.getByRole('alert').innerText(), /does not answer.*demarche serve/)
  await words(page, record.events[0].evidence[0]).click()
  assert.match(await panel(page).innerText(), /Brega/, 'what was read stays')
  const back = await serve(['--listen', new URL(lost.url).host])
  t.after(() => back.stop())
  await page.getByLabel('Published').fill('2012-03-02')
  await page.getByRole('alert').waitFor({ state: 'detached' })
  await page.locator('.desk[aria-busy=false]').waitFor()
  check(/ERR_CONNECTION_REFUSED|ERR_EMPTY_RESPONSE|ERR_CONNECTION_RESET/)
})

test('a server with a token is asked with it; a wrong one is refused, and nothing keeps it', async (t) => {
  const token = 'a-token-of-more-than-24-characters'
  const file = join(folder(t), 'token')
  writeFileSync(file, `${token}\n`, { mode: 0o600 })
  const guarded = await serve(['--token-file', file])
  t.after(() => guarded.stop())
  const { page, context, check } = await open(t, at.browser, `${guarded.url}?sample=02-libya-zawiyah`)
  const field = page.getByLabel('Token', { exact: true })
  await field.fill('this-is-another-token-and-wrong')
  await page.getByRole('button', { name: 'Go on' }).click()
  assert.match(await page.getByRole('alert').innerText(), /does not know this token/)
  await field.fill(token)
  await page.getByRole('button', { name: 'Go on' }).click()
  await ready(page)
  assert.match(await page.locator('h1').innerText(), /Zawiyah/, 'the link opens what it names')
  assert.ok(!page.url().includes(token))
  assert.deepEqual(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie]), [0, 0, ''])
  assert.deepEqual(await context.cookies(), [])
  await page.reload()
  await field.waitFor()
  check(...Array(6).fill(/status of 401/))
})
