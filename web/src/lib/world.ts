// The world's outlines, of one country by its alpha-3 code, and the points that a place takes up.
import { geoArea, geoCentroid, geoCircle, geoDistance } from 'd3-geo'
import type { Feature, FeatureCollection, Geometry, Polygon } from 'geojson'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import topology from '../generated/world.json'
import { earthRadius, type Point } from './frame'
import type { Mark } from './marks'

const source = topology as unknown as Topology<{ countries: GeometryCollection }>
export const countries: FeatureCollection = feature(source, source.objects.countries)

const byCode = new Map<string, Feature>()
for (const f of countries.features) if (f.id) byCode.set(String(f.id), f)

/** countryOf is the outline of a country, undefined where this map is too coarse to have it. */
export function countryOf(code: string | null): Feature | undefined {
  return code === null ? undefined : byCode.get(code)
}

const mains = new Map<Geometry, Polygon>()

/** mainOf is the largest piece of an outline: France without Guiana. */
export function mainOf(f: Feature): Polygon | null {
  const g = f.geometry
  if (g.type === 'Polygon') return g
  if (g.type !== 'MultiPolygon') return null
  const known = mains.get(g)
  if (known) return known
  const pieces = g.coordinates.map((coordinates): Polygon => ({ type: 'Polygon', coordinates }))
  const areas = pieces.map((p) => geoArea(p))
  const main = pieces[areas.indexOf(Math.max(...areas))]
  mains.set(g, main)
  return main
}

const areas = new Map<Feature, number>()

/** areaOf is the area of the largest piece of an outline, on a globe of radius 1. */
export function areaOf(f: Feature): number {
  const main = mainOf(f)
  const area = areas.get(f) ?? (main ? geoArea(main) : 0)
  areas.set(f, area)
  return area
}

const reaches = new Map<Feature, { centre: Point; far: number }>()

/** reachOf is a circle that holds an outline: its middle, and how far its furthest point is from there, in radians. */
function reachOf(f: Feature) {
  const known = reaches.get(f)
  if (known) return known
  const centre = geoCentroid(f)
  const g = f.geometry
  const rings = g.type === 'Polygon' ? g.coordinates : g.type === 'MultiPolygon' ? g.coordinates.flat() : []
  let far = 0
  for (const ring of rings) for (const p of ring) far = Math.max(far, geoDistance(centre, [p[0], p[1]]))
  reaches.set(f, { centre, far })
  return { centre, far }
}

/** countriesAround are the outlines of which something may lie within that many radians of a point. */
export function countriesAround(point: Point, radians: number): FeatureCollection {
  return {
    type: 'FeatureCollection',
    features: countries.features.filter((f) => {
      const { centre, far } = reachOf(f)
      return geoDistance(centre, point) < far + radians * 1.1
    }),
  }
}

/** disc is the circle of that many kilometres around a point. */
export function disc(lat: number, lon: number, km: number): Polygon {
  return geoCircle().center([lon, lat]).radius((km / earthRadius) * (180 / Math.PI)).precision(4)()
}

/** outlineOf is what a mark of a country or region shades: the country's outline, or a circle where there is none. */
export function outlineOf({ place }: Mark): { shape: Feature | Polygon; coarse: boolean } {
  const country = place.precision === 'country' ? countryOf(place.country) : undefined
  return country ? { shape: country, coarse: false } : { shape: disc(place.lat, place.lon, place.radius_km ?? 100), coarse: true }
}

/** pointsOf are points that a frame has to hold to show a mark. */
export function pointsOf(mark: Mark): Point[] {
  const { place, how } = mark
  const country = how === 'shade' && place.precision === 'country' ? countryOf(place.country) : undefined
  const main = country && mainOf(country)
  const ring = main ? main.coordinates[0] : place.radius_km ? disc(place.lat, place.lon, Math.min(place.radius_km, 3000)).coordinates[0] : []
  return [[place.lon, place.lat], ...ring.map((p): Point => [p[0], p[1]])]
}
