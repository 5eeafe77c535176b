// The tables and drawings beside the text: each shows what was found, and each is linked with the text both ways.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chosen, drawn, lit, open, panel, read, stage, words } from './harness.js'
import { article } from './texts.js'

const at = stage()

/** @param {import('node:test').TestContext} t @param {string} name of the tab */
async function show(t, name) {
  const watched = await open(t, at.browser, at.server.url)
  const dossier = await read(watched.page, article)
  await watched.page.getByRole('tab', { name: new RegExp(`^${name}`) }).click()
  await drawn(watched.page)
  return { ...watched, ...dossier, panel: watched.page.getByRole('tabpanel', { name: new RegExp(`^${name}`) }) }
}

const ids = (table) => table.locator('tbody tr').evaluateAll((rows) => rows.map((r) => /** @type {HTMLElement} */ (r).dataset.id))

test('the table of events has them all, can be sorted and filtered, and is linked with the text both ways', async (t) => {
  const { page, record, panel: view, check } = await show(t, 'Events')
  const table = view.getByRole('table')
  const firsts = record.events.filter((e) => e.same_as === null).map((e) => e.id)
  assert.deepEqual(await ids(table), firsts)
  assert.match(await page.getByRole('tab', { name: /^Events/ }).innerText(), new RegExp(`${firsts.length}$`))
  const taken = record.events.find((e) => e.attributions.length === 2)
  const row = table.locator(`tr[data-id="${taken.id}"]`)
  for (const part of ['Rebels', 'taken', 'COERCE', '15 July 2011', 'Zawiyah'])
    assert.ok((await row.innerText()).includes(part), `no ${part} in ${await row.innerText()}`)

  await row.click()
  assert.equal(await chosen(page).innerText(), taken.id)
  assert.ok((await lit(page)).some((l) => l.text === 'taken'), 'row to text')
  await words(page, record.events[2].evidence[0]).click()
  await table.locator(`tr.chosen[data-id="${record.events[2].id}"]`).waitFor()
  assert.equal(await table.locator('.chosen').count(), 1, 'text to row')

  const sure = table.getByRole('button', { name: 'Sure' })
  const by = new Map(record.events.map((e) => [e.id, e.confidence]))
  const sorted = async () => (await ids(table)).map((id) => by.get(id))
  await sure.click()
  const once = await sorted()
  await sure.click()
  const twice = await sorted()
  const up = [...by].filter(([id]) => firsts.includes(id)).map(([, c]) => c).sort((a, b) => a - b)
  assert.deepEqual([once, twice].sort((a, b) => a[0] - b[0]), [up, [...up].reverse()])
  assert.match(await table.getByRole('columnheader', { name: 'Sure' }).getAttribute('aria-sort'), /ending/)

  await view.getByLabel('Words in a row').fill('zawiyah')
  assert.deepEqual(await ids(table), [taken.id])
  assert.equal(await view.locator('[role=status]').innerText(), `1 of ${firsts.length}show all`)
  await view.getByRole('button', { name: 'show all' }).click()
  await view.getByLabel('Status').selectOption('planned')
  assert.deepEqual((await ids(table)).sort(), record.events.filter((e) => e.status === 'planned').map((e) => e.id).sort())
  await view.getByLabel('Words in a row').fill('no such words')
  await view.getByText('No event has all of that').waitFor()
  check()
})

test('states stand below the events and open', async (t) => {
  const { page, record, panel: view, check } = await show(t, 'Events')
  const state = record.states.find((s) => s.kind === 'recognition')
  await view.getByRole('button', { name: new RegExp(`^${state.id} `) }).click()
  assert.equal(await chosen(page).innerText(), state.id)
  assert.match(await panel(page).innerText(), /recognition/)
  check()
})

test('the table of statements shows one within another, and is linked with the text both ways', async (t) => {
  const { page, record, panel: view, check } = await show(t, 'Statements')
  const table = view.getByRole('table')
  assert.deepEqual((await ids(table)).sort(), record.attributions.map((a) => a.id).sort())
  const inner = record.attributions.find((a) => a.within !== null)
  const list = await ids(table)
  assert.equal(list.indexOf(inner.id), list.indexOf(inner.within) + 1, 'the inner stands below the outer')
  const left = (id) => table.locator(`tr[data-id="${id}"] .who`).evaluate((e) => {
    const range = document.createRange()
    range.selectNodeContents(e)
    return range.getClientRects()[0].left
  })
  assert.ok((await left(inner.id)) > (await left(inner.within)), 'and further in')
  await table.locator(`tr[data-id="${inner.id}"]`).click()
  assert.equal(await chosen(page).innerText(), inner.id)
  assert.ok((await lit(page)).some((l) => l.at === inner.cue.start))
  const other = record.attributions.find((a) => a.source?.text === 'Egypt')
  await words(page, other.cue).click()
  await panel(page).getByRole('group', { name: 'On these words' }).getByRole('button', { name: other.id, exact: true }).click()
  await table.locator(`tr.chosen[data-id="${other.id}"]`).waitFor()
  await view.getByLabel('Words in a row').fill('diplomat')
  assert.ok((await ids(table)).includes(inner.within))
  assert.ok(!(await ids(table)).includes(other.id))
  check()
})

test('the strip shows what was said and done on which day, and both choose', async (t) => {
  const { page, record, panel: view, check } = await show(t, 'When')
  await view.getByText('published 19 July 2011').first().waitFor()
  const bombed = record.events.find((e) => e.rule.startsWith('assault.txt') && e.status === 'occurred')
  const bar = view.getByRole('button', { name: /NATO.*bombed/ }).first()
  await bar.click()
  assert.equal(await chosen(page).innerText(), bombed.id)
  assert.equal(await bar.getAttribute('aria-pressed'), 'true')
  const x = async (name) => (await view.getByRole('button', { name }).first().boundingBox()).x
  assert.ok((await x(/Rebels.*taken|seized Zawiyah/)) < (await x(/NATO.*bombed/)), 'Friday stands before Sunday')
  await words(page, record.attributions[0].cue).click()
  await view.locator('[aria-pressed=true]').first().waitFor()
  await view.locator('summary', { hasText: 'as a list' }).click()
  assert.match(await view.locator('ol.list').innerText(), /17 July 2011/)
  check()
})

test('the map shows where, honestly, and chooses', async (t) => {
  const { page, record, panel: view, check } = await show(t, 'Where')
  const zawiyah = record.places.find((p) => p.name === 'Zawiyah')
  const mark = view.locator('svg').getByRole('button', { name: /^Zawiyah/ })
  await mark.click()
  assert.equal(await chosen(page).innerText(), zawiyah.id)
  assert.match(await panel(page).innerText(), /GeoNames/)
  assert.ok((await lit(page)).some((l) => l.text === 'Zawiyah'))
  const spot = async (name) => (await view.locator('svg').getByRole('button', { name }).locator('circle').last().boundingBox()).x
  assert.ok((await spot(/^Zawiyah/)) < (await spot(/^Brega/)), 'Zawiyah lies west of Brega')
  await view.locator('summary', { hasText: 'as a list' }).click()
  assert.match(await view.locator('.places').innerText(), /Brega/)
  await words(page, record.events.find((e) => e.rule.startsWith('assault.txt') && e.status === 'occurred').evidence[0]).click()
  await view.locator('svg .mark.lit').first().waitFor()
  const land = view.locator('svg path.land')
  const before = await land.getAttribute('d')
  await view.getByRole('button', { name: 'Closer' }).click()
  assert.notEqual(await land.getAttribute('d'), before)
  check()
})

test('the graph shows who did what to whom, and chooses', async (t) => {
  const { page, record, panel: view, check } = await show(t, 'Who to whom')
  const aid = record.events.find((e) => e.event_type === 'AID')
  const tie = view.locator('svg').getByRole('button', { name: /^France to Rebels/ })
  await tie.focus()
  await page.keyboard.press('Enter')
  assert.equal(await chosen(page).innerText(), aid.id)
  const france = record.entities.find((n) => n.name === 'France')
  await view.locator('svg').getByRole('button', { name: /^France \(FRA/ }).click()
  assert.equal(await chosen(page).innerText(), france.id)
  assert.match(await panel(page).innerText(), /Takes part/)
  await words(page, aid.evidence[0]).click()
  assert.equal(await tie.getAttribute('aria-pressed'), 'true', 'text to graph')
  await view.locator('summary', { hasText: 'as a list' }).click()
  await view.locator('.rows button', { hasText: /France.*Rebels.*AID/ }).click()
  assert.equal(await chosen(page).count(), 0, 'a second time lets go')
  check()
})

test('the grammar of the sentence that is chosen is drawn, and its words choose', async (t) => {
  const { page, record, panel: view, check } = await show(t, 'Grammar')
  await view.locator('svg').waitFor()
  assert.equal(await view.locator('select').inputValue(), '0')
  const taken = record.events.find((e) => e.attributions.length === 2)
  await words(page, taken.evidence[0]).click()
  const word = view.getByRole('button', { name: /^taken VERB/ })
  await word.waitFor()
  assert.match(await word.getAttribute('aria-label'), /lemma take · VERB · VBN.*; opens e/)
  assert.match(await word.getAttribute('class'), /lit/)
  assert.match(await view.locator('svg .rel').allTextContents().then((r) => r.join(' ')), /\bnsubj\b.*\bobj\b|\bobj\b.*\bnsubj\b/)
  await view.getByRole('button', { name: /^diplomat / }).click()
  const told = record.attributions.find((a) => a.source?.text === 'A French diplomat')
  assert.ok((await lit(page)).some((l) => l.text?.includes('diplomat') || l.at === told.source.start))
  await view.getByRole('button', { name: 'Next sentence' }).click()
  await view.getByRole('button', { name: /^commander / }).waitFor()
  await view.locator('summary', { hasText: 'as a table' }).click()
  assert.ok((await view.locator('tbody tr').count()) > 5)
  check()
})

test('a key opens each view', async (t) => {
  const { page, check } = await show(t, 'Events')
  for (const [key, name] of [['s', 'Statements'], ['d', 'When'], ['m', 'Where'], ['w', 'Who to whom'], ['g', 'Grammar'], ['e', 'Events']]) {
    await page.keyboard.press(key)
    assert.match(await page.locator('[role=tab][aria-selected=true]').innerText(), new RegExp(`^${name}`))
  }
  check()
})
