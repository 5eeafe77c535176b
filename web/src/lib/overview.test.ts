import { expect, test } from 'vitest'
import { overview } from './overview'
import { Reading } from './reading'
import { dossier } from './sample'

test('a happening is counted once, by its first report', () => {
  expect(overview(new Reading(dossier()))).toMatchObject({ happenings: 1, denied: 1, plain: 0, told: 0, open: 0, statements: 2, speakers: 0 })
})

test('what the article itself tells in any report is plain', () => {
  const d = dossier()
  d.record.events[0].status = 'occurred'
  expect(overview(new Reading(d))).toMatchObject({ plain: 1, told: 0 })
  d.record.events[1].attributions = ['a1']
  expect(overview(new Reading(d))).toMatchObject({ plain: 0, told: 1 })
})
