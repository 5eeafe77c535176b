// Writes what the pages take from elsewhere in the repository and from data packages:
// src/generated/record.ts, the types of a record, from schema/record.schema.json;
// src/generated/world.json, outlines of countries under their ISO 3166-1 alpha-3 codes, from world-atlas (Natural Earth, public domain).
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { compile } from 'json-schema-to-typescript'
import countries from 'i18n-iso-countries'

const here = new URL('..', import.meta.url)
const generated = new URL('src/generated/', here)
mkdirSync(generated, { recursive: true })

const schema = JSON.parse(readFileSync(new URL('../schema/record.schema.json', here), 'utf8'))
const types = await compile({ ...schema, title: 'DemarcheRecord' }, 'DemarcheRecord', { additionalProperties: false, bannerComment: '', maxItems: -1, ignoreMinAndMaxItems: true })
writeFileSync(new URL('record.ts', generated), types)

const require = createRequire(import.meta.url)
const world = JSON.parse(readFileSync(require.resolve('world-atlas/countries-110m.json'), 'utf8'))
const objects = world.objects.countries.geometries.map(({ type, arcs, id }) => ({ type, arcs, id: countries.numericToAlpha3(id) ?? null }))
writeFileSync(
  new URL('world.json', generated),
  JSON.stringify({ type: 'Topology', transform: world.transform, arcs: world.arcs, objects: { countries: { type: 'GeometryCollection', geometries: objects } } }),
)
