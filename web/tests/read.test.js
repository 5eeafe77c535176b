// The way of a reader: paste an article, read why, change the day, switch layers, follow a statement to its source.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chosen, lit, open, panel, read, ready, stage, words } from './harness.js'
import { article } from './texts.js'

const at = stage()

/** claimed is the event that is claimed within a statement. */
const claimed = (record) => record.events.find((e) => e.attributions.length === 2)
const slice = (text, { start, end }) => Array.from(text).slice(start, end).join('')

test('a text that is pasted comes back in colours, word for word', async (t) => {
  const { page, check } = await open(t, at.browser, at.server.url)
  const { record } = await read(page, article)
  const paragraphs = await page.locator('.text p').allTextContents()
  assert.deepEqual(paragraphs, article.text.split('\n\n'))
  for (const e of record.events) assert.equal(await words(page, e.evidence[0]).textContent(), slice(article.text, e.evidence[0]), e.id)
  assert.equal(await page.locator('.text .content .content').count(), record.attributions.filter((a) => a.within !== null).length, 'boxes within boxes')
  assert.notEqual(record.attributions.filter((a) => a.within !== null).length, 0)
  const drawn = await words(page, record.events[0].evidence[0]).evaluate((e) => ({ line: getComputedStyle(e).textDecorationStyle, colour: getComputedStyle(e).backgroundColor }))
  assert.equal(drawn.line, 'dotted', 'what is claimed has a dotted underline')
  assert.notEqual(drawn.colour, 'rgba(0, 0, 0, 0)')
  check()
})

test('an event that is chosen says what it is, how it stands, and why', async (t) => {
  const { page, check } = await open(t, at.browser, at.server.url)
  const { record, rules } = await read(page, article)
  const event = claimed(record)
  await words(page, event.evidence[0]).click()
  const why = panel(page)
  assert.match(await why.locator('h2').innerText(), /^Rebels \(LBY REB\) claim that they seized Zawiyah on 15 July 2011, as told by a French diplomat .*not confirmed/)
  const all = await why.innerText()
  for (const part of [event.event_type, `CAMEO ${event.cameo}`, event.status, event.because, '“taken”', '15 July 2011', 'Zawiyah', `${Math.round(event.confidence * 100)} %`])
    assert.ok(all.includes(part), `the panel lacks ${part}:\n${all}`)
  const entry = rules[event.rule]
  const rule = why.locator('details', { has: page.locator('pre') })
  assert.equal(await rule.locator('summary').innerText(), `${entry.file}:${entry.line}`)
  assert.equal(await rule.locator('pre').textContent(), entry.text)
  assert.match(entry.text, /take/)
  const lights = (await lit(page)).map((l) => l.text)
  for (const w of ['taken', 'they']) assert.ok(lights.includes(w), `“${w}” does not light up: ${lights}`)
  assert.equal(await page.locator('.text [aria-current]').textContent(), 'taken')
  check()
})

test('words that carry several facts offer them all', async (t) => {
  const { page, check } = await open(t, at.browser, at.server.url)
  await read(page, article)
  await page.locator('.text .actor', { hasText: 'NATO' }).first().click()
  const chips = panel(page).getByRole('group', { name: 'On these words' }).getByRole('button')
  const ids = await chips.allInnerTexts()
  assert.ok(ids.length > 1, 'an actor and what it did')
  for (const id of ids) {
    await chips.filter({ hasText: new RegExp(`^${id}$`) }).click()
    assert.equal(await chosen(page).innerText(), id)
    assert.equal(await panel(page).locator('[aria-pressed=true]').innerText(), id)
    assert.deepEqual(await chips.allInnerTexts(), ids, 'the others stay')
  }
  check()
})

test('what hangs on the day of publication follows when it is changed, and what is chosen stays', async (t) => {
  const { page, check } = await open(t, at.browser, at.server.url)
  const { id, evidence } = claimed((await read(page, article)).record)
  await words(page, evidence[0]).click()
  assert.match(await panel(page).locator('h2').innerText(), /15 July 2011/)
  await page.getByLabel('Published').fill('2012-03-01')
  await panel(page).locator('h2', { hasText: '24 February 2012' }).waitFor()
  await ready(page)
  assert.equal(await chosen(page).innerText(), id)
  assert.ok((await lit(page)).some((l) => l.text === 'taken'))
  await page.getByLabel('Published').fill('')
  await page.getByText('day unknown:').waitFor()
  await page.locator('.desk[aria-busy=false]').waitFor()
  assert.doesNotMatch(await panel(page).innerText(), /2012/)
  assert.equal(await chosen(page).innerText(), id)
  check()
})

test('layers are switched by buttons and by keys, each with its count', async (t) => {
  const { page, check } = await open(t, at.browser, at.server.url)
  const { record } = await read(page, article)
  const buttons = page.getByRole('group', { name: 'Layers of the text' }).getByRole('button')
  const counts = (await buttons.locator('.count').allInnerTexts()).map(Number)
  const distinct = (layer) => page.locator(`.text .${layer}`).count()
  assert.equal(counts[0], record.attributions.filter((a) => a.source).length)
  assert.equal(counts[1], record.attributions.filter((a) => a.cue).length)
  assert.equal(counts[2], record.attributions.filter((a) => a.content.length).length)
  assert.equal(counts[4], record.events.length + record.states.length)
  assert.equal(counts[5], record.dates.length)
  for (const [i, layer] of ['source', 'cue', 'content', 'actor', 'event', 'date', 'place'].entries()) {
    assert.ok(counts[i] > 0 && (await distinct(layer)) > 0, `no ${layer} to see`)
    const look = () =>
      page.locator(`.text .${layer}`).first().evaluate((e) => {
        const s = getComputedStyle(e)
        return [s.color, s.backgroundColor, s.boxShadow, s.fontStyle, s.fontWeight, s.textDecorationLine, s.paddingTop].join()
      })
    const on = await look()
    await page.keyboard.press(String(i + 1))
    assert.equal(await buttons.nth(i).getAttribute('aria-pressed'), 'false')
    assert.notEqual(await look(), on, `${layer} does not change when it is switched off`)
    await buttons.nth(i).click()
    assert.equal(await buttons.nth(i).getAttribute('aria-pressed'), 'true')
    await page.mouse.move(0, 0)
    assert.equal(await look(), on)
  }
  check()
})

test('what was passed over, and why, is told to those who ask', async (t) => {
  const { page, check } = await open(t, at.browser, at.server.url)
  const { record } = await read(page, article)
  const note = record.notes.find((n) => slice(article.text, n) === 'shelling')
  const line = () => words(page, note).evaluate((e) => getComputedStyle(e).textDecorationStyle)
  assert.notEqual(await line(), 'wavy')
  await page.keyboard.press('8')
  assert.equal(await line(), 'wavy')
  await words(page, note).click()
  await panel(page).locator('summary', { hasText: 'Passed over here' }).click()
  assert.ok((await panel(page).innerText()).includes(note.text), 'the panel does not say why')
  check()
})

test('a claimed event leads to its statement, and that to the one that tells it', async (t) => {
  const { page, check } = await open(t, at.browser, at.server.url)
  const { record } = await read(page, article)
  const inner = record.attributions.find((a) => a.within !== null)
  const outer = record.attributions.find((a) => a.id === inner.within)
  const event = claimed(record)
  await words(page, event.evidence[0]).click()
  await panel(page).locator('dd button.link', { hasText: inner.id }).first().click()
  assert.equal(await chosen(page).innerText(), inner.id)
  assert.match(await panel(page).locator('.said').innerText(), /they had taken Zawiyah on Friday/)
  assert.ok((await lit(page)).some((l) => l.at === inner.cue.start))
  await panel(page).locator('dt:text-is("As told by") + dd button').click()
  assert.equal(await chosen(page).innerText(), outer.id)
  assert.match(await panel(page).innerText(), /A French diplomat/)
  await panel(page).locator('dt:text-is("Tells of") + dd button').click()
  assert.equal(await chosen(page).innerText(), inner.id, 'and back')
  await panel(page).locator('dt:text-is("Rests on it") + dd button', { hasText: event.id }).click()
  assert.equal(await chosen(page).innerText(), event.id)
  check()
})

test('arrows go to the next fact and the one before, in order of text; Escape lets go', async (t) => {
  const { page, check } = await open(t, at.browser, at.server.url)
  const { record } = await read(page, article)
  const total = record.events.length + record.states.length + record.attributions.length
  const id = () => chosen(page).innerText()
  const seen = []
  for (let i = 0; i < total; i++) {
    await page.keyboard.press('ArrowRight')
    seen.push(await id())
    assert.ok((await lit(page)).length > 0, `nothing lights up for ${seen.at(-1)}`)
  }
  assert.equal(new Set(seen).size, total, 'every fact once')
  assert.deepEqual(new Set(seen), new Set([...record.events, ...record.states, ...record.attributions].map((x) => x.id)))
  await page.keyboard.press('ArrowRight')
  assert.equal(await id(), seen[0], 'and around')
  await page.keyboard.press('ArrowLeft')
  assert.equal(await id(), seen.at(-1))
  await panel(page).getByRole('button', { name: 'Next fact' }).click()
  assert.equal(await id(), seen[0])
  await page.keyboard.press('Escape')
  assert.deepEqual(await lit(page), [])
  assert.equal(await chosen(page).count(), 0)
  assert.equal(await page.locator('.text [aria-current]').count(), 0)
  check()
})
