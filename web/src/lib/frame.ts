// The frame of a map: which part of the globe is drawn, how large, in which projection. Both projections keep areas true.
import { geoAzimuthalEqualArea, geoDistance, geoEqualEarth, type GeoProjection } from 'd3-geo'

export type Point = [lon: number, lat: number]

/** A Frame is what lies in the middle of the drawing, and how many pixels a radian of the globe is there. */
export interface Frame {
  centre: Point
  scale: number
}

export const earthRadius = 6371 // km
/** frames that reach further from their middle are drawn on the whole world's projection */
const widest = 0.7 // radians
/** no frame is closer: outlines are too coarse for it */
const closest = 300 // km across

/** scaleOf is the scale at which that many kilometres are `pixels` long. */
export function scaleOf(km: number, pixels: number): number {
  return (pixels * earthRadius) / km
}

/** isNear says whether the frame is small enough for a projection of its own, around its middle. */
export function isNear(scale: number, width: number, height: number): boolean {
  return Math.hypot(width, height) / 2 / scale <= widest
}

/** projectionOf draws the frame: azimuthal around the middle if it is near, the Equal Earth otherwise. */
export function projectionOf({ centre, scale }: Frame, width: number, height: number): GeoProjection {
  const near = isNear(scale, width, height)
  const p = near ? geoAzimuthalEqualArea().rotate([-centre[0], -centre[1]]) : geoEqualEarth().rotate([-centre[0], 0])
  p.scale(scale).translate([width / 2, height / 2])
  if (!near) p.translate([width / 2, height - p(centre)![1]])
  return p.clipExtent([[-30, -30], [width + 30, height + 30]])
}

/** fit is the closest frame that holds all the points, at least `atLeast` kilometres across. */
export function fit(points: Point[], width: number, height: number, pad: number, atLeast: number): Frame {
  if (points.length === 0) return whole(width, height)
  const around = middle(points)
  const near = within(geoAzimuthalEqualArea().rotate([-around[0], -around[1]]), points, width, height, pad)
  const scale = Math.min(near.scale, scaleOf(atLeast, Math.min(width, height)))
  if (isNear(scale, width, height) && points.every((p) => geoDistance(p, around) < 1)) return { centre: near.centre, scale }
  const meridian = middleMeridian(points.map((p) => p[0]))
  const far = within(geoEqualEarth().rotate([-meridian, 0]), points, width, height, pad)
  const least = whole(width, height).scale
  if (far.scale <= least) return { centre: [meridian, 0], scale: least }
  return { centre: [meridian, far.centre[1]], scale: Math.min(far.scale, (Math.hypot(width, height) / 2 / widest) * 0.999) }
}

/** whole is the frame of all the world. */
export function whole(width: number, height: number, meridian = 11): Frame {
  return { centre: [meridian, 0], scale: Math.min(width / 5.5, height / 2.7) }
}

/** zoom is the frame larger by that factor around a point, between the whole world and the closest. */
export function zoom({ centre, scale }: Frame, factor: number, around: Point | null, width: number, height: number): Frame {
  const least = whole(width, height).scale
  const next = Math.max(least, Math.min(scale * factor, scaleOf(closest, Math.min(width, height))))
  const to = factor > 1 && around ? around : centre
  return { centre: next === least ? [to[0], 0] : to, scale: next }
}

function within(projection: GeoProjection, points: Point[], width: number, height: number, pad: number): Frame {
  projection.scale(1).translate([0, 0])
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const p of points) {
    const [x, y] = projection(p)!
    ;[x0, y0, x1, y1] = [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)]
  }
  const scale = Math.min((width - 2 * pad) / Math.max(x1 - x0, 1e-9), (height - 2 * pad) / Math.max(y1 - y0, 1e-9))
  const centre = projection.invert!([(x0 + x1) / 2, (y0 + y1) / 2])
  return { centre: centre ? [round(centre[0]), round(centre[1])] : middle(points), scale }
}

/** middle is the point from which the furthest of the points is nearest: steps towards the furthest, each shorter than the last. */
export function middle(points: Point[]): Point {
  const known = middles.get(points)
  if (known) return known
  const found = middleOf(points)
  middles.set(points, found)
  return found
}

const middles = new WeakMap<Point[], Point>() // asked for again whenever a window changes its width

function middleOf(points: Point[]): Point {
  const n = points.length
  const [xs, ys, zs] = [new Float64Array(n), new Float64Array(n), new Float64Array(n)]
  points.forEach((p, i) => ([xs[i], ys[i], zs[i]] = toVector(p)))
  let [x, y, z] = [xs[0], ys[0], zs[0]]
  for (let i = 1; i <= 200; i++) {
    let [far, least] = [0, Infinity]
    for (let k = 0; k < n; k++) {
      const cosine = xs[k] * x + ys[k] * y + zs[k] * z
      if (cosine >= least) continue
      far = k
      least = cosine
    }
    const step = 1 / (i + 1)
    ;[x, y, z] = unit([x + (xs[far] - x) * step, y + (ys[far] - y) * step, z + (zs[far] - z) * step])
  }
  return [round(deg(Math.atan2(y, x))), round(deg(Math.asin(Math.max(-1, Math.min(1, z)))))]
}

/** middleMeridian is opposite to the middle of the widest gap between the longitudes, so that no frame is cut at the date line. */
export function middleMeridian(longitudes: number[]): number {
  const all = longitudes.map((l) => ((l % 360) + 360) % 360).sort((a, b) => a - b)
  let [gap, end] = [all[0] + 360 - all[all.length - 1], 0]
  for (let i = 1; i < all.length; i++) if (all[i] - all[i - 1] > gap) [gap, end] = [all[i] - all[i - 1], i]
  const mid = all[end] + (360 - gap) / 2
  return round(((mid + 540) % 360) - 180)
}

type Vector = [number, number, number]
const rad = (d: number) => (d * Math.PI) / 180
const deg = (r: number) => (r * 180) / Math.PI
const round = (n: number) => Math.round(n * 1e4) / 1e4

function toVector([lon, lat]: Point): Vector {
  return [Math.cos(rad(lat)) * Math.cos(rad(lon)), Math.cos(rad(lat)) * Math.sin(rad(lon)), Math.sin(rad(lat))]
}

function unit(v: Vector): Vector {
  const length = Math.hypot(...v) || 1
  return [v[0] / length, v[1] / length, v[2] / length]
}
