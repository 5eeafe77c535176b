// What a map shows of a reading: the places where something is, happened or was said, each with its facts.
import type { Place } from './record'
import type { Reading } from './reading'

/** A Mark is a place that belongs on a map. */
export interface Mark {
  place: Place & { lat: number; lon: number }
  /** dot: a point or a town; circle: somewhere within; shade: a country or region, no closer */
  how: 'dot' | 'circle' | 'shade'
  /** ids of the happenings, statements and states that are there, in order of kind and text */
  facts: string[]
}

/** marksOf are the places of a reading that can be drawn: written as a location, or the place of a fact, and with coordinates. */
export function marksOf(view: Reading): Mark[] {
  const facts = factsByPlace(view)
  const out: Mark[] = []
  for (const p of view.record.places) {
    const at = facts.get(p.id) ?? []
    if (p.lat === null || p.lon === null || !(at.length > 0 || p.mentions.some((m) => m.type === 'location'))) continue
    out.push({ place: { ...p, lat: p.lat, lon: p.lon }, how: howOf(p), facts: at })
  }
  return out
}

/** unplaced are the places written as locations that nobody could find. */
export function unplaced(view: Reading): Place[] {
  return view.record.places.filter((p) => (p.lat === null || p.lon === null) && p.mentions.some((m) => m.type === 'location'))
}

function howOf(p: Place): Mark['how'] {
  if (p.precision === 'country' || p.precision === 'region') return 'shade'
  return p.precision === 'area' ? 'circle' : 'dot'
}

function factsByPlace(view: Reading): Map<string, string[]> {
  const out = new Map<string, string[]>()
  const add = (place: string | null, id: string) => {
    if (place === null) return
    const list = out.get(place)
    if (!list) out.set(place, [id])
    else if (!list.includes(id)) list.push(id)
  }
  for (const h of view.happenings) for (const e of h.reports) add(e.place, h.first.id)
  for (const a of view.record.attributions) add(a.place, a.id)
  for (const s of view.record.states) add(s.place, s.id)
  return out
}

/** placesOf are the places of what is chosen: its own, or where an event has none those of the other reports of its happening. */
export function placesOf(view: Reading, id: string | null): Set<string> {
  const own = (view.event(id) ?? view.attribution(id) ?? view.state(id))?.place ?? view.place(id)?.id ?? null
  const places = own !== null ? [own] : (view.happeningOf(id)?.reports ?? []).map((e) => e.place)
  return new Set(places.filter((p) => p !== null))
}

/** relativeText is where a place lies from another, "750 km E of Tripoli", "" if that is not told. */
export function relativeText(view: Reading, place: Place): string {
  const r = place.relative
  if (!r) return ''
  const names = r.to.map((id) => view.place(id)?.name ?? 'a place').join(' and ')
  if (names === '') return ''
  if (r.to.length > 1) return `between ${names}`
  const far = r.km === null ? '' : `${r.km} km `
  if (r.bearing === null) return far ? `${far}from ${names}` : `near ${names}`
  return `${far}${r.bearing} of ${names}`
}

/** precisionText says how closely a place is known. */
export function precisionText(p: Place): string {
  if (p.lat === null || p.lon === null || p.precision === null) return 'not found on the map'
  const within = p.radius_km === null ? '' : `, within ${p.radius_km} km`
  if (p.precision === 'country') return 'the country, no closer'
  if (p.precision === 'region') return `a region${within}`
  if (p.precision === 'area') return `somewhere near${within}`
  return (p.precision === 'city' ? 'a town' : 'a point') + within
}

/** coordinates are latitude and longitude in words, "32.1149° N, 20.0686° E". */
export function coordinates(lat: number, lon: number): string {
  return `${Math.abs(lat)}° ${lat < 0 ? 'S' : 'N'}, ${Math.abs(lon)}° ${lon < 0 ? 'W' : 'E'}`
}
