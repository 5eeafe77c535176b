import { expect, test } from 'vitest'
import { fit, isNear, middle, middleMeridian, projectionOf, scaleOf, whole, zoom, type Point } from './frame'

const [w, h] = [720, 400]
const inside = ([x, y]: [number, number]) => x >= 0 && x <= w && y >= 0 && y <= h
const suva: Point = [178.44, -18.14]
const apia: Point = [-171.77, -13.83]
const wellington: Point = [174.78, -41.29]

test('a frame holds its points, over the date line too', () => {
  for (const points of [[suva, apia, wellington], [[13.19, 32.89], [20.07, 32.11]], [[-77, 38.9], [44.4, 33.3], [37.6, 55.8]], [[-60, 80], [60, 82], [180, 85]]] as Point[][]) {
    const p = projectionOf(fit(points, w, h, 40, 700), w, h)
    for (const point of points) expect(inside(p(point)!), `${point} at ${p(point)}`).toBe(true)
  }
})

test('the date line is no edge', () => {
  const f = fit([suva, apia, wellington], w, h, 40, 700)
  expect(isNear(f.scale, w, h)).toBe(true)
  expect(Math.abs(f.centre[0])).toBeGreaterThan(170)
  expect(middleMeridian([178, -172])).toBe(-177)
  expect(middleMeridian([-77, 44])).toBe(-16.5)
  expect(middleMeridian([10])).toBe(10)
})

test('one point is not drawn closer than asked', () => {
  expect(fit([[44.4, 33.3]], w, h, 40, 700).scale).toBeCloseTo(scaleOf(700, h))
})

test('points all over the world are drawn on the whole of it', () => {
  const f = fit([[-150, 60], [-70, -50], [20, 0], [150, -40], [170, 65]], w, h, 40, 700)
  expect(isNear(f.scale, w, h)).toBe(false)
  expect(f.scale).toBeGreaterThanOrEqual(whole(w, h).scale)
})

test('zooming stays between the world and the closest', () => {
  let f = fit([[44.4, 33.3]], w, h, 40, 700)
  for (let i = 0; i < 20; i++) f = zoom(f, 1.7, null, w, h)
  expect(f.scale).toBeCloseTo(scaleOf(300, h))
  for (let i = 0; i < 40; i++) f = zoom(f, 1 / 1.7, null, w, h)
  expect(f.scale).toBe(whole(w, h).scale)
})

test('the middle is near to all', () => {
  expect(middle([[0, 0], [10, 0], [5, 1]])[0]).toBeCloseTo(5, 0)
  expect(Math.abs(middle([[179, 0], [-179, 0]])[0])).toBeGreaterThan(179)
})
