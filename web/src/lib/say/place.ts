// The sentence for a place: where it lies, and how closely that is known.
import { capital, listed, thousands } from '../english'
import type { Reading } from '../reading'
import type { Place } from '../record'
import { placeName } from './where'

const bearings: Record<string, string> = {
  N: 'north', NNE: 'north-north-east', NE: 'north-east', ENE: 'east-north-east', E: 'east', ESE: 'east-south-east', SE: 'south-east', SSE: 'south-south-east',
  S: 'south', SSW: 'south-south-west', SW: 'south-west', WSW: 'west-south-west', W: 'west', WNW: 'west-north-west', NW: 'north-west', NNW: 'north-north-west',
}

const precisions: Record<NonNullable<Place['precision']>, string> = {
  point: 'a point on the map', city: 'a town', area: 'an area', region: 'a region', country: 'a country; the point on the map is its label, no more',
}

/** sayPlace says what a place is and where. */
export function sayPlace(view: Reading, p: Place): string {
  const within = surroundings(view, p)
  const way = wayTo(view, p)
  const unsure = p.confidence < 0.6 && p.precision !== null ? '; it may be another place of that name' : ''
  return `${capital(placeName(view, p.id))}${within && ` (${within})`}${way && `: ${way}`}; ${exactness(p)}${unsure}.`
}

/** surroundings are the region and country that a place lies in, named as the article names the country. */
function surroundings(view: Reading, p: Place): string {
  if (p.precision === 'country') return p.country ?? ''
  const country = view.record.places.find((x) => x.precision === 'country' && x.country === p.country)?.name ?? p.country
  return [p.admin1, country].filter((x) => x !== null && x !== p.name).join(', ')
}

/** wayTo is how the article leads to a place from others: "750 km east of Tripoli"; "" where it does not. */
function wayTo(view: Reading, { relative: r }: Place): string {
  if (!r) return ''
  const to = r.to.map((id) => placeName(view, id))
  if (to.length > 1) return `between ${listed(to)}`
  const far = r.km !== null ? `${thousands(r.km)} km` : ''
  const direction = r.bearing !== null ? `${bearings[r.bearing]} of` : far ? 'from' : 'near'
  return [far, direction, to[0]].filter(Boolean).join(' ')
}

function exactness(p: Place): string {
  if (p.precision === null) return 'not on the map'
  const radius = p.radius_km !== null && p.precision !== 'country' ? `, within ${thousands(p.radius_km)} km` : ''
  return precisions[p.precision] + radius
}
