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
export function layout(ids: string[], ties: Tie[], nameOf: (id: string) => string, codeOf: (id: string) => string, width: number): Layout {
  const nodes = ids.map((id) => nodeOf(id, nameOf(id), codeOf(id)))
  const known = new Set(ids)
  const shown = ties.filter((t) => [t.from, t.to].every((id) => id === null || known.has(id)) && (t.from !== null || t.to !== null))
  const stubs = shown.filter(isStub).map((t) => ({ tie: t, words: wordsOf(t), ...stubSize(t) }))
  const bodies: Body[] = [...nodes, ...stubs.map((s) => ({ id: stubKey(s.tie), x: 0, y: 0, width: s.width, height: s.height }))]
  const height = simulate(bodies, links(shown), width)
  const at = new Map(bodies.map((b) => [b.id, b]))
  for (const n of nodes) Object.assign(n, { x: at.get(n.id)!.x, y: at.get(n.id)!.y })
  const edges = shown.map((t) => (isStub(t) ? stub(t, at) : curve(t, shown, at)))
  label(edges, bodies, width, height)
  return { nodes, edges, width, height }
}

/** isStub says that a tie has one end only, or both at the same participant. */
export function isStub(t: Tie): boolean {
  return t.from === null || t.to === null || t.from === t.to
}

function nodeOf(id: string, name: string, code: string): Node {
  const lines = wrap(name, 22, 3)
  const width = Math.max(56, ...lines.map((l) => textWidth(l, nameSize)), textWidth(code, codeSize)) + 18
  return { id, lines, code, x: 0, y: 0, width, height: lines.length * lineHeight + (code ? 14 : 0) + 12 }
}

function wordsOf(t: Tie): string[] {
  return wrap(t.label, 24, 3)
}

function stubSize(t: Tie) {
  const words = wordsOf(t)
  return { width: Math.max(...words.map((w) => textWidth(w, labelSize))) + 8, height: words.length * 14 + 6 }
}

interface Pull extends SimulationLinkDatum<Body> {
  source: string
  target: string
  far: number
}

function links(ties: Tie[]): Pull[] {
  const out = new Map<string, Pull>()
  for (const t of ties) {
    if (isStub(t)) out.set(t.key, { source: (t.from ?? t.to)!, target: stubKey(t), far: 74 })
    else {
      const [a, b] = [t.from!, t.to!].sort()
      out.set(`${a} ${b}`, { source: a, target: b, far: 190 })
    }
  }
  return [...out.values()]
}

/** simulate moves the bodies to where they rest, within the width; it returns the height that they take. */
function simulate(bodies: Body[], pulls: Pull[], width: number): number {
  const degree = new Map<string, number>()
  for (const p of pulls) for (const id of [p.source, p.target]) degree.set(id, (degree.get(id) ?? 0) + 1)
  const order = [...bodies].sort((a, b) => (degree.get(b.id) ?? 0) - (degree.get(a.id) ?? 0))
  order.forEach((b, i) => {
    const [turn, far] = [i * 2.399963, 34 * Math.sqrt(i + 0.5)] // a sunflower's order, those with most ties in the middle
    b.x = width / 2 + Math.cos(turn) * far * 1.8
    b.y = Math.sin(turn) * far
  })
  const simulation = forceSimulation(bodies)
    .force('charge', forceManyBody().strength(-420).distanceMax(420))
    .force('link', forceLink<Body, Pull>(pulls).id((b) => b.id).distance((l) => l.far).strength(0.5))
    .force('x', forceX(width / 2).strength(0.025))
    .force('y', forceY(0).strength(0.1))
    .stop()
  for (let i = 0; i < 320; i++) {
    simulation.tick()
    part(bodies, 16, 0.5)
    for (const b of bodies) b.x = Math.max(b.width / 2 + 4, Math.min(width - b.width / 2 - 4, b.x))
  }
  for (let i = 0; i < 60 && part(bodies, 14, 1); i++) for (const b of bodies) b.x = Math.max(b.width / 2 + 4, Math.min(width - b.width / 2 - 4, b.x))
  const top = Math.min(...bodies.map((b) => b.y - b.height / 2))
  for (const b of bodies) {
    b.x = Math.round(b.x)
    b.y = Math.round(b.y - top + 26)
  }
  return Math.max(...bodies.map((b) => b.y + b.height / 2)) + 26
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
function curve(t: Tie, all: Tie[], at: Map<string, Body>): Edge {
  const [a, b] = [at.get(t.from!)!, at.get(t.to!)!]
  const rank = all.filter((o) => o.from === t.from && o.to === t.to).indexOf(t)
  const alone = !all.some((o) => o !== t && ((o.from === t.from && o.to === t.to) || (o.from === t.to && o.to === t.from)))
  const far = Math.hypot(b.x - a.x, b.y - a.y) || 1
  const bend = alone ? Math.min(22, far * 0.1) : Math.min(30, far * 0.16) + rank * Math.min(46, far * 0.3)
  const control = { x: (a.x + b.x) / 2 + ((b.y - a.y) / far) * bend * 2, y: (a.y + b.y) / 2 - ((b.x - a.x) / far) * bend * 2 }
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
