// Everything without a mouse: from the empty page to the why of a fact, with the focus always to be seen.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chosen, drawn, mailed, narrow, open, panel, read, ready, stage } from './harness.js'
import { article } from './texts.js'

const at = stage()

/** focus is what has the focus, and whether a reader sees that: it is drawn otherwise than without. @param {import('playwright-core').Page} page */
const focus = (page) =>
  page.evaluate(() => {
    const e = /** @type {HTMLElement} */ (document.activeElement)
    const drawn = e.closest('label') ?? e
    const box = drawn.getBoundingClientRect()
    const look = () => JSON.stringify([drawn, ...drawn.querySelectorAll('*')].map((x) => { const s = getComputedStyle(x); return [s.outlineStyle === 'none' ? '' : s.outline, s.stroke, s.strokeWidth, s.boxShadow] }))
    const inField = e instanceof HTMLInputElement && e.type === 'date' // whose parts the browser marks itself
    const on = look()
    if (!inField) e.blur()
    const differs = inField || look() !== on
    if (!inField) e.focus({ preventScroll: true })
    const at = (x, y) => document.elementFromPoint(Math.min(innerWidth - 1, Math.max(0, x)), Math.min(innerHeight - 1, Math.max(0, y)))
    const boxes = [...drawn.getClientRects()].flatMap((b) => [[b.left + b.width / 2, b.top + b.height / 2], [b.left + 2, b.top + 3], [b.right - 2, b.bottom - 3]])
    const inside = box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth && (drawn.localName === 'g' || inField || boxes.some(([x, y]) => drawn.contains(at(x, y)) || at(x, y)?.contains(drawn)))
    return { name: e.getAttribute('aria-label') ?? e.textContent?.trim().slice(0, 40) ?? '', tag: e.localName, text: !!e.closest('.text'), seen: differs && inside, differs, inside }
  })

/**
 * tab presses Tab until something has the focus, and holds every stop on the way to being seen.
 * @param {import('playwright-core').Page} page
 * @param {(f: Awaited<ReturnType<typeof focus>>) => boolean} wanted
 */
async function tab(page, wanted, key = 'Tab') {
  for (let i = 0; i < 120; i++) {
    await page.keyboard.press(key)
    const f = await focus(page)
    if (f.tag === 'body') continue
    assert.ok(f.seen, `the focus is not to be seen: ${JSON.stringify(f)}`)
    if (wanted(f)) return f
  }
  assert.fail(`Tab does not lead to ${wanted}`)
}

test('from the empty page to a why by the keyboard alone', async (t) => {
  const { page, check } = await open(t, at.browser, at.server.url)
  await page.locator('.samples button').first().waitFor()
  await page.keyboard.type('NATO bombed a depot near Tripoli on Sunday. Egypt condemned the attack.')
  await tab(page, (f) => f.tag === 'input')
  await tab(page, (f) => f.name === 'Read it')
  await page.keyboard.press('Enter')
  await ready(page)
  await tab(page, (f) => f.text && f.name.startsWith('bombed'))
  await page.keyboard.press('Enter')
  assert.match(await panel(page).locator('h2').innerText(), /^NATO .*bomb/)
  await tab(page, (f) => f.name === 'Next fact')
  await page.keyboard.press('Enter')
  assert.match(await chosen(page).innerText(), /^[eas]\d/)
  await tab(page, (f) => f.tag === 'pre' || f.name.startsWith('The entry of'))
  await tab(page, (f) => f.name.startsWith('Events'))
  await page.keyboard.press('ArrowRight')
  assert.match((await focus(page)).name, /^Statements/)
  assert.equal(await page.getByRole('tab', { name: /^Statements/ }).getAttribute('aria-selected'), 'true')
  await page.keyboard.press('ArrowLeft')
  assert.match((await focus(page)).name, /^Events/)
  check()
})

test('every stop of Tab is to be seen, in every view, and Tab gets out of each', async (t) => {
  const { page, check } = await open(t, at.browser, at.server.url)
  await read(page, article)
  for (const key of 'esdmwg') {
    await page.locator('body').press(key)
    await drawn(page)
    const summary = page.getByRole('tabpanel').locator('summary').last()
    if (await summary.count()) await summary.click()
    await page.getByRole('tab', { selected: true }).focus()
    let stops = 0
    await tab(page, (f) => (stops++, f.name === 'demarche' || f.name === 'Skip to the article'))
    assert.ok(stops > 3, `there is nothing to reach in ${key}`)
    t.diagnostic(`${key}: ${stops} stops`)
    await page.evaluate(() => /** @type {HTMLElement} */ (document.activeElement).blur())
  }
  check()
})

test('what has the focus is not hidden behind the head or the sheet of a narrow window, there and back', async (t) => {
  const { page, check } = await open(t, at.browser, `${at.server.url}?sample=02-libya-zawiyah`, { viewport: narrow })
  await ready(page)
  await page.keyboard.press('ArrowRight')
  await page.locator('.text a.event').first().focus()
  const last = (await page.locator('.text a.event').count()) - 1
  for (let i = 0; i < last; i++) await tab(page, (f) => f.text)
  for (let i = 0; i < last; i++) await tab(page, (f) => f.text, 'Shift+Tab')
  assert.equal((await focus(page)).name, await page.locator('.text a.event').first().textContent())
  check()
})

test('the first stop leads past the head to the article', async (t) => {
  const { page, check } = await open(t, at.browser, mailed(t, article), { offline: true })
  await ready(page)
  await page.keyboard.press('Tab')
  const first = await focus(page)
  assert.equal(first.name, 'Skip to the article')
  assert.ok(first.seen)
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  assert.match((await focus(page)).name, /^Sources/)
  check()
})

test('the list of keys opens on ?, keeps the focus, and gives it back', async (t) => {
  const { page, check } = await open(t, at.browser, at.server.url)
  await read(page, article)
  const opener = page.getByRole('button', { name: 'Keys and help' })
  await opener.focus()
  await page.keyboard.press('?')
  const dialog = page.getByRole('dialog')
  await dialog.waitFor()
  for (const key of ['→', 'Esc', '1 …', '?']) assert.ok((await dialog.innerText()).includes(key), `${key} is not told`)
  for (let i = 0; i < 6; i++) {
    await page.keyboard.press('Tab')
    assert.ok(await page.evaluate(() => document.activeElement === document.body || !!document.activeElement?.closest('dialog')), 'Tab leaves the dialog')
  }
  await page.keyboard.press('ArrowRight')
  assert.equal(await chosen(page).count(), 0, 'keys of the page rest')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  assert.equal((await focus(page)).name, 'Keys and help')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Close' }).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  assert.equal((await focus(page)).name, 'Keys and help')
  check()
})

test('keys of one character can be switched off', async (t) => {
  const { page, check } = await open(t, at.browser, at.server.url)
  await read(page, article)
  const pressed = () => page.getByRole('button', { name: /^Events \d/, pressed: true }).count()
  await page.keyboard.press('5')
  assert.equal(await pressed(), 0)
  await page.keyboard.press('5')
  await page.getByRole('button', { name: 'Keys and help' }).click()
  await page.getByRole('dialog').getByRole('checkbox').uncheck()
  await page.keyboard.press('Escape')
  await page.keyboard.press('5')
  assert.equal(await pressed(), 1)
  check()
})

test('the menu opens and closes by keys, and letters in a field are letters', async (t) => {
  const { page, check } = await open(t, at.browser, at.server.url)
  await read(page, article)
  const summary = page.locator('summary', { hasText: 'Save' })
  await summary.press('Enter')
  await page.keyboard.press('Tab')
  assert.equal((await focus(page)).name, 'Record, JSON')
  await page.keyboard.press('Escape')
  assert.equal(await page.locator('details.menu').getAttribute('open'), null)
  assert.match((await focus(page)).name, /Save/)
  const filter = page.getByLabel('Words in a row')
  await filter.focus()
  await page.keyboard.type('tnw1?')
  assert.equal(await filter.inputValue(), 'tnw1?')
  assert.equal(await page.getByRole('dialog').count(), 0)
  assert.ok(await page.locator('.text').isVisible())
  check()
})

test('light and dark are switched by a key, whatever the system has', async (t) => {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    const { page, check } = await open(t, at.browser, at.server.url, { colorScheme })
    await read(page, article)
    const paper = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor)
    const before = await paper()
    await page.locator('body').press('t')
    assert.notEqual(await paper(), before)
    await page.locator('body').press('t')
    assert.equal(await paper(), before)
    check()
  }
})

test('a row of a table is chosen by keys, and rows are walked by arrows', async (t) => {
  const { page, check } = await open(t, at.browser, at.server.url)
  const { record } = await read(page, article)
  const row = (i) => page.locator('tr[data-id] [data-row]').nth(i)
  await row(0).focus()
  await page.keyboard.press('ArrowDown')
  assert.match((await focus(page)).name, new RegExp(`^${record.events[1].id}:`))
  await page.keyboard.press('Enter')
  assert.equal(await chosen(page).innerText(), record.events[1].id)
  check()
})
