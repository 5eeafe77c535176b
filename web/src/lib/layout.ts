// A graph's layout: participants as boxes, ties as curves between them. The same ties give the same drawing: the simulation starts from fixed
// places, runs a fixed number of steps, and draws from no clock and no chance.
import { forceLink, forceManyBody, forceSimulation, forceX, forceY, type SimulationLinkDatum, type SimulationNodeDatum } from 'd3-force'
import { settle, textWidth, wrap, type Box } from './labels'
import type { Tie } from './deeds'

/** A Node is a participant's box; x and y are its middle. */
export interface Node {
  id: string
  lines: string[]
  code: string
  x: number
  y: number
  width: number
  height: number
}

/** An Edge is a tie drawn. */
export interface Edge {
  tie: Tie
  path: string
  /** ends with a point: where, and which way it points in degrees */
  heads: { x: number; y: number; turn: number }[]
  /** middle of the curve */
  middle: { x: number; y: number; turn: number }
  /** where its words stand; null if there is no room */
  label: Box | null
  /** its words, in lines */
  words: string[]
}

export interface Layout {
  nodes: Node[]
  edges: Edge[]
  width: number
  height: number
}

interface Body extends SimulationNodeDatum {
  id: string
  x: number
  y: number
  width: number
  height: number
}

const nameSize = 13
const codeSize = 11
const labelSize = 11
export const lineHeight = 16
const stubKey = (t: Tie) => `stub ${t.key}`

/** layout places the participants `ids` and the ties among them on a drawing of that width. */
export function layout(...given: Parameters<typeof layoutSteps>): Layout {
  for (const work = layoutSteps(...given); ; ) {
    const { done, value } = work.next()
    if (done) return value
  }
}

/** layoutSteps is the same in steps of a few milliseconds, so that a page can do other things between them. */
export function* layoutSteps(ids: string[], ties: Tie[], nameOf: (id: string) => string, codeOf: (id: string) => string, width: number): Generator<undefined, Layout> {
  const nodes = ids.map((id) => nodeOf(id, nameOf(id), codeOf(id), width < 700))
  const known = new Set(ids)
  const shown = ties.filter((t) => [t.from, t.to].every((id) => id === null || known.has(id)) && (t.from !== null || t.to !== null))
  const stubs = shown.filter(isStub).map((t) => ({ tie: t, words: wordsOf(t), ...stubSize(t) }))
  const bodies: Body[] = [...nodes, ...stubs.map((s) => ({ id: stubKey(s.tie), x: 0, y: 0, width: s.width, height: s.height }))]
  const height = yield* simulate(bodies, links(shown, bodies), width)
  const at = new Map(bodies.map((b) => [b.id, b]))
  for (const n of nodes) Object.assign(n, { x: at.get(n.id)!.x, y: at.get(n.id)!.y })
  const edges = shown.map((t) => (isStub(t) ? stub(t, at) : curve(t, shown, at, width)))
  label(edges, bodies, width, height)
  return { nodes, edges, width, height }
}

/** isStub says that a tie has one end only, or both at the same participant. */
export function isStub(t: Tie): boolean {
  return t.from === null || t.to === null || t.from === t.to
}

function nodeOf(id: string, name: string, code: string, narrow: boolean): Node {
  const lines = wrap(name, narrow ? 18 : 22, 3)
  const width = Math.max(56, ...lines.map((l) => textWidth(l, nameSize, true)), Array.from(code).length * codeSize * 0.62) + 18
  return { id, lines, code, x: 0, y: 0, width, height: lines.length * lineHeight + (code ? 14 : 0) + 12 }
}

function wordsOf(t: Tie): string[] {
  return wrap(t.label, 24, 3)
}

function stubSize(t: Tie) {
  const words = wordsOf(t)
  return { width: Math.max(...words.map((w) => textWidth(w, labelSize, true))) + 10, height: words.length * 14 + 6 }
}

interface Pull extends SimulationLinkDatum<Body> {
  source: string
  target: string
  far: number
}

function links(ties: Tie[], bodies: Body[]): Pull[] {
  const by = new Map(bodies.map((b) => [b.id, b]))
  const out = new Map<string, Pull>()
  for (const t of ties) {
    const [a, b] = isStub(t) ? [(t.from ?? t.to)!, stubKey(t)] : [t.from!, t.to!].sort()
    const boxes = (by.get(a)!.width + by.get(b)!.width) * 0.4
    const words = isStub(t) ? 20 : stubSize(t).width * 0.8 + 50
    const far = Math.max(boxes + words, out.get(`${a} ${b}`)?.far ?? 0)
    out.set(`${a} ${b}`, { source: a, target: b, far })
  }
  return [...out.values()]
}

/** starts is how many beginnings are tried: fewer where there is more to move. */
const starts = (bodies: Body[]) => Math.max(3, Math.min(10, Math.round(160 / bodies.length)))
const ticks = 160

/** simulate moves the bodies to where they rest, within the width, from several starts, and keeps the clearest; it returns the height that they take. */
function* simulate(bodies: Body[], pulls: Pull[], width: number): Generator<undefined, number> {
  const degree = new Map<string, number>()
  for (const p of pulls) for (const id of [p.source, p.target]) degree.set(id, (degree.get(id) ?? 0) + 1)
  const order = [...bodies].sort((a, b) => (degree.get(b.id) ?? 0) - (degree.get(a.id) ?? 0))
  let best = { score: Infinity, at: [] as P[] }
  for (let start = 0; start < starts(bodies); start++) {
    order.forEach((b, i) => {
      const [turn, far] = [i * 2.399963 + start, 34 * Math.sqrt(i + 0.5)] // a sunflower's order, those with most ties in the middle
      Object.assign(b, { x: width / 2 + Math.cos(turn) * far * 1.8, y: Math.sin(turn) * far, vx: 0, vy: 0 })
    })
    const ways = yield* settleDown(bodies, pulls, width)
    const score = muddle(bodies, ways)
    yield
    if (score < best.score) best = { score, at: bodies.map(({ x, y }) => ({ x, y })) }
  }
  bodies.forEach((b, i) => Object.assign(b, best.at[i]))
  closeGaps(bodies, 56)
  const top = Math.min(...bodies.map((b) => b.y - b.height / 2))
  for (const b of bodies) {
    b.x = Math.round(b.x)
    b.y = Math.round(b.y - top + 26)
  }
  return Math.max(...bodies.map((b) => b.y + b.height / 2)) + 26
}

/** closeGaps moves up what lies below an empty band across the whole drawing, until the band is `most` high. */
function closeGaps(bodies: Body[], most: number) {
  let [floor, up] = [Infinity, 0]
  for (const b of [...bodies].sort((a, b) => a.y - a.height / 2 - (b.y - b.height / 2))) {
    const top = b.y - b.height / 2
    if (top - floor > most) up += top - floor - most
    floor = floor === Infinity ? b.y + b.height / 2 : Math.max(floor, b.y + b.height / 2)
    b.y -= up
  }
}

type Way = readonly [Body, Body]

function* settleDown(bodies: Body[], pulls: Pull[], width: number): Generator<undefined, Way[]> {
  const links = pulls.map((p) => ({ ...p }))
  const simulation = forceSimulation(bodies)
    .alphaDecay(1 - Math.pow(0.002, 1 / ticks))
    .force('charge', forceManyBody<Body>().strength((b) => (b.id.startsWith('stub') ? -400 : -1600)).distanceMax(800))
    .force('link', forceLink<Body, Pull>(links).id((b) => b.id).distance((l) => l.far).strength(0.6))
    .force('x', forceX(width / 2).strength(0.02))
    .force('y', forceY(0).strength(width < 800 ? 0.07 : 0.12))
    .stop()
  const by = new Map(bodies.map((b) => [b.id, b]))
  const ways = pulls.map((p): Way => [by.get(p.source)!, by.get(p.target)!])
  for (let i = 0; i < ticks; i++) {
    simulation.tick()
    part(bodies, 16, 0.5)
    if (i > 60) clear(bodies, ways, 0.6)
    keep(bodies, width)
    if (i % 10 === 9) yield
  }
  for (let i = 0; i < 30; i++) {
    clear(bodies, ways, 0.5)
    const moved = part(bodies, 14, 1)
    keep(bodies, width)
    if (!moved && i > 15) break
  }
  return ways
}

function keep(bodies: Body[], width: number) {
  for (const b of bodies) b.x = Math.max(b.width / 2 + 14, Math.min(width - b.width / 2 - 14, b.x))
}

/** muddle is how hard a drawing is to read: lines beneath boxes, lines that cross, lines too short for their words, height. */
function muddle(bodies: Body[], ways: Way[]): number {
  let score = 0
  for (const [a, b] of ways) for (const c of bodies) if (c !== a && c !== b && beneath(a, b, c)) score += 6
  for (let i = 0; i < ways.length; i++) for (let j = i + 1; j < ways.length; j++) if (cross(ways[i], ways[j])) score += 2
  for (const [a, b] of ways) {
    const free = Math.max(Math.abs(a.x - b.x) - (a.width + b.width) / 2, Math.abs(a.y - b.y) - (a.height + b.height) / 2)
    if (free < 36 && !b.id.startsWith('stub')) score += 2
    if (free < 18) score += 2
  }
  const tall = Math.max(...bodies.map((b) => b.y)) - Math.min(...bodies.map((b) => b.y))
  return score + tall / 80
}

function beneath(a: Body, b: Body, c: Body): boolean {
  for (let t = 0.04; t < 1; t += 0.04) {
    const [x, y] = [a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t]
    if (Math.abs(x - c.x) < c.width / 2 + 2 && Math.abs(y - c.y) < c.height / 2 + 2) return true
  }
  return false
}

function cross([a, b]: Way, [c, d]: Way): boolean {
  if (a === c || a === d || b === c || b === d) return false
  const side = (p: P, q: P, r: P) => Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x))
  return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b)
}

/** clear pushes bodies off the ways between two others, and these two the other way, so that no line runs beneath a box. */
function clear(bodies: Body[], ways: Way[], share: number) {
  for (const [a, b] of ways) {
    const [dx, dy] = [b.x - a.x, b.y - a.y]
    const length = Math.hypot(dx, dy) || 1
    for (const c of bodies) {
      if (c === a || c === b) continue
      const along = ((c.x - a.x) * dx + (c.y - a.y) * dy) / (length * length)
      if (along <= 0.05 || along >= 0.95) continue
      const [nx, ny] = [-dy / length, dx / length]
      const aside = (c.x - a.x) * nx + (c.y - a.y) * ny
      const need = (Math.abs(nx) * c.width + Math.abs(ny) * c.height) / 2 + 8
      if (Math.abs(aside) >= need) continue
      const push = (aside < 0 ? -1 : 1) * (need - Math.abs(aside)) * share
      c.x += nx * push * 0.7
      c.y += ny * push * 0.7
      for (const e of [a, b]) {
        e.x -= nx * push * 0.25
        e.y -= ny * push * 0.25
      }
    }
  }
}

/** part pushes boxes apart that lie closer than the gap, along the way that is shorter; it says whether there were any. */
function part(bodies: Body[], gap: number, share: number): boolean {
  let moved = false
  for (let i = 0; i < bodies.length; i++)
    for (let j = i + 1; j < bodies.length; j++) {
      const [a, b] = [bodies[i], bodies[j]]
      const dx = (a.width + b.width) / 2 + gap - Math.abs(a.x - b.x)
      const dy = (a.height + b.height) / 2 + gap - Math.abs(a.y - b.y)
      if (dx <= 0.5 || dy <= 0.5) continue
      moved = true
      if (dx < dy) {
        const push = ((a.x < b.x ? -1 : 1) * dx * share) / 2
        a.x += push
        b.x -= push
      } else {
        const push = ((a.y < b.y ? -1 : 1) * dy * share) / 2
        a.y += push
        b.y -= push
      }
    }
  return moved
}

interface P {
  x: number
  y: number
}

/** curve bends to the left of its way; ties of the same pair bend more each, those of the other direction to the other side. */
function curve(t: Tie, all: Tie[], at: Map<string, Body>, width: number): Edge {
  const [a, b] = [at.get(t.from!)!, at.get(t.to!)!]
  const rank = all.filter((o) => o.from === t.from && o.to === t.to).indexOf(t)
  const alone = !all.some((o) => o !== t && ((o.from === t.from && o.to === t.to) || (o.from === t.to && o.to === t.from)))
  const far = Math.hypot(b.x - a.x, b.y - a.y) || 1
  const bend = alone ? Math.min(9, far * 0.05) : Math.min(30, far * 0.16) + rank * Math.min(46, far * 0.3)
  const inside = (x: number) => Math.max(12, Math.min(width - 12, x))
  const control = { x: inside((a.x + b.x) / 2 + ((b.y - a.y) / far) * bend * 2), y: (a.y + b.y) / 2 - ((b.x - a.x) / far) * bend * 2 }
  const [from, to] = [leaves(a, a, control, b, 0), leaves(b, a, control, b, 1)]
  const [p, c, q] = between(a, control, b, from, Math.max(from + 0.02, to))
  const heads = [head(c, q)]
  if (t.mutual) heads.push(head(c, p))
  return { tie: t, path: `M${xy(p)}Q${xy(c)} ${xy(q)}`, heads, middle: { ...on(p, c, q, 0.5), turn: turn(p, q) }, label: null, words: wordsOf(t) }
}

/** stub is a short line at a participant: out of it, into it, or round to itself; its words stand at the far end. */
function stub(t: Tie, at: Map<string, Body>): Edge {
  const [n, s] = [at.get((t.from ?? t.to)!)!, at.get(stubKey(t))!]
  const mid = { x: (n.x + s.x) / 2, y: (n.y + s.y) / 2 }
  const [near, far] = [on(n, mid, s, leaves(n, n, mid, s, 0)), on(n, mid, s, leaves(s, n, mid, s, 1))]
  const heads = t.from === null ? [head(far, near)] : t.to === null ? [head(near, far)] : [head(near, far), head(far, near)]
  const box = { x: s.x - s.width / 2, y: s.y - s.height / 2, width: s.width, height: s.height }
  return { tie: t, path: `M${xy(near)}L${xy(far)}`, heads, middle: { ...on(near, mid, far, 0.5), turn: turn(near, far) }, label: box, words: wordsOf(t) }
}

/** leaves is where along the curve the box of one end is left, with a small gap. */
function leaves(box: Body, a: P, c: P, b: P, end: 0 | 1): number {
  const [w, h] = [box.width / 2 + 3, box.height / 2 + 3]
  for (let i = 0; i <= 60; i++) {
    const t = end === 0 ? i / 60 : 1 - i / 60
    const p = on(a, c, b, t)
    if (Math.abs(p.x - box.x) > w || Math.abs(p.y - box.y) > h) return t
  }
  return end === 0 ? 0.4 : 0.6
}

function on(a: P, c: P, b: P, t: number): P {
  const s = 1 - t
  return { x: s * s * a.x + 2 * s * t * c.x + t * t * b.x, y: s * s * a.y + 2 * s * t * c.y + t * t * b.y }
}

/** between is the part of a curve from t0 to t1, as a curve. */
function between(a: P, c: P, b: P, t0: number, t1: number): [P, P, P] {
  const at = (s: number, t: number): P => ({
    x: (1 - s) * ((1 - t) * a.x + t * c.x) + s * ((1 - t) * c.x + t * b.x),
    y: (1 - s) * ((1 - t) * a.y + t * c.y) + s * ((1 - t) * c.y + t * b.y),
  })
  return [at(t0, t0), at(t0, t1), at(t1, t1)]
}

function turn(from: P, to: P): number {
  return Math.round((Math.atan2(to.y - from.y, to.x - from.x) * 180) / Math.PI)
}

function head(from: P, to: P) {
  return { x: Math.round(to.x * 10) / 10, y: Math.round(to.y * 10) / 10, turn: turn(from, to) }
}

const xy = (p: P) => `${p.x.toFixed(1)},${p.y.toFixed(1)}`

/** label finds room for the words of the curves: at their middles if that is free, else a little up or down the curve or beside it. */
function label(edges: Edge[], bodies: Body[], width: number, height: number) {
  const taken = bodies.map((b) => ({ x: b.x - b.width / 2 - 2, y: b.y - b.height / 2 - 2, width: b.width + 4, height: b.height + 4 }))
  for (const e of edges) for (const h of e.heads) taken.push({ x: h.x - 7, y: h.y - 7, width: 14, height: 14 })
  for (const { tie, middle: m } of edges) if (tie.standing === 'denied') taken.push({ x: m.x - 7, y: m.y - 7, width: 14, height: 14 })
  const wishes = edges
    .filter((e) => e.label === null && !e.tie.again)
    .map((e) => {
      const { width: w, height: h } = stubSize(e.tie)
      const boxes: Box[] = []
      for (const aside of [0, 12, -12, 22, -22])
        for (const t of [0, 14, -14, 28, -28, 44, -44]) {
          const r = (e.middle.turn * Math.PI) / 180
          boxes.push({ x: e.middle.x + Math.cos(r) * t - Math.sin(r) * aside - w / 2, y: e.middle.y + Math.sin(r) * t + Math.cos(r) * aside - h / 2, width: w, height: h })
        }
      return { key: e.tie.key, boxes }
    })
  const room = settle(wishes, taken, { x: 0, y: 0, width, height })
  for (const e of edges) e.label ??= room.get(e.tie.key) ?? null
}
