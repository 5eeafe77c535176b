import { expect, test } from 'vitest'
import { fileName, permalink, readPermalink, recordText } from './downloads'
import type { DemarcheRecord } from './record'

const record = (title: string | null, text: string, published: string | null = null) => ({ article: { title, text, published } }) as DemarcheRecord

test('a file is named after title or first words', () => {
  expect(fileName(record('Envoys meet in Oslo', '', '2011-07-19'), 'json')).toBe('2011-07-19-envoys-meet-in-oslo.json')
  expect(fileName(record(null, 'Rebels said on Monday that they had taken the town.'), 'csv')).toBe('rebels-said-on-monday-that-they.csv')
  expect(fileName(record('../../etc/passwd', ''), 'csv')).toBe('etc-passwd.csv')
  expect(fileName(record('Piñera à Concepción', ''), 'csv')).toBe('pinera-a-concepcion.csv')
  expect(fileName(record('…', '—'), 'conllu')).toBe('article.conllu')
  expect(fileName(record('CON', ''), 'csv')).toBe('article-con.csv')
  expect(fileName(record('Москва '.repeat(30), ''), 'csv').length).toBeLessThan(60)
  expect(fileName(record('a'.repeat(500), '', '2011-07-19'), 'csv')).toBe('2011-07-19.csv')
})

test('a permalink opens what it was made of', () => {
  expect(permalink('libya', { start: 10, end: 20 })).toBe('?sample=libya#char=10,20')
  expect(permalink(null, { start: 0, end: 3 })).toBe('#char=0,3')
  expect([permalink('libya', null), permalink(null, null)]).toEqual(['?sample=libya', ''])
  expect(readPermalink({ search: '?sample=a%26b', hash: '#char=10,20' })).toEqual({ sample: 'a&b', span: { start: 10, end: 20 } })
})

test('what is no permalink is taken for none', () => {
  for (const hash of ['', '#', '#char=', '#char=5', '#char=,', '#char=9,3', '#char=3,3', '#xchar=1,2', '#char=a,b', '#char=1,99999999999999999999', '#%'])
    expect(readPermalink({ search: '', hash })).toEqual({ sample: null, span: null })
  expect(readPermalink({ search: '?sample=', hash: '#char=4,;length=9' })).toEqual({ sample: null, span: { start: 4, end: 5 } })
  expect(readPermalink({ search: '', hash: '#char=,7' }).span).toEqual({ start: 0, end: 7 })
  expect(readPermalink({ search: '', hash: '#char%3D1%2C2' }).span).toEqual({ start: 1, end: 2 })
})

test('a record is one line', () => {
  expect(recordText(record('a\nb', 'c'))).toBe('{"article":{"title":"a\\nb","text":"c","published":null}}\n')
})
