// Words on drawings: how wide they are, and where they can stand without covering each other.

/** A Box is a rectangle of a drawing, in pixels. */
export interface Box {
  x: number
  y: number
  width: number
  height: number
}

let pen: CanvasRenderingContext2D | null | undefined
let family = ''
const measured = new Map<string, number>()

/** textWidth is how wide a line of the page's sans-serif is, measured where there is a canvas, else about so and rather too wide. */
export function textWidth(text: string, size: number, bold = false): number {
  if (pen === undefined) pen = typeof document === 'undefined' ? null : document.createElement('canvas').getContext('2d')
  if (!pen) return estimate(text) * size * (bold ? 1.1 : 1)
  family ||= getComputedStyle(document.body).fontFamily
  const font = `${bold ? 600 : 400} ${size}px ${family}`
  const key = font + text
  let width = measured.get(key)
  if (width === undefined) {
    if (pen.font !== font) pen.font = font
    width = Math.ceil(pen.measureText(text).width)
    if (measured.size > 5000) measured.clear()
    measured.set(key, width)
  }
  return width
}

function estimate(text: string): number {
  let sum = 0
  for (const c of text) {
    if ("iljtfrI.,:;'|()[]·’ ".includes(c)) sum += 0.36
    else if ('mwMW@—'.includes(c)) sum += 0.92
    else if (c > '\u2e80') sum += 1.05
    else if (c >= 'A' && c <= 'Z') sum += 0.7
    else sum += 0.58
  }
  return sum
}

/** shorten is a text of at most that many letters, cut at a word where one ends near. */
export function shorten(text: string, most: number): string {
  const letters = Array.from(text)
  if (letters.length <= most) return text
  const cut = letters.slice(0, most - 1).join('')
  const space = cut.lastIndexOf(' ')
  return (space > most * 0.6 ? cut.slice(0, space) : cut).trimEnd() + '…'
}

/** wrap breaks a text into lines of about that many letters, at most `lines` of them; the last is shortened. */
export function wrap(text: string, most: number, lines: number): string[] {
  const out: string[] = []
  const words = text.split(' ')
  while (words.length > 0 && out.length < lines - 1) {
    let line = words.shift()!
    while (words.length > 0 && Array.from(line + ' ' + words[0]).length <= most) line += ' ' + words.shift()!
    out.push(shorten(line, most))
  }
  if (words.length > 0) out.push(shorten(words.join(' '), most))
  return out
}

/** overlap says whether two boxes share more than an edge. */
export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

/** A Wish is a label with the boxes where it could stand, best first. */
export interface Wish {
  key: string
  boxes: Box[]
}

/** settle gives each wish, in their order, its first box that lies within the frame and covers nothing; those without one are left out. */
export function settle(wishes: Wish[], taken: Box[], frame: Box): Map<string, Box> {
  const used = [...taken]
  const out = new Map<string, Box>()
  for (const { key, boxes } of wishes) {
    const box = boxes.find((b) => inside(b, frame) && !used.some((u) => overlap(u, b)))
    if (!box) continue
    used.push(box)
    out.set(key, box)
  }
  return out
}

function inside(b: Box, f: Box): boolean {
  return b.x >= f.x && b.y >= f.y && b.x + b.width <= f.x + f.width && b.y + b.height <= f.y + f.height
}

/** around are the places for a label of that size beside a dot: right, left, above, below, corners. */
export function around(x: number, y: number, width: number, height: number, gap: number): Box[] {
  const at = (bx: number, by: number): Box => ({ x: bx, y: by, width, height })
  const [left, right, mid] = [x - gap - width, x + gap, y - height / 2]
  const [above, below] = [y - gap - height, y + gap]
  return [at(right, mid), at(left, mid), at(x - width / 2, above), at(x - width / 2, below), at(right, above + 4), at(right, below - 4), at(left, above + 4), at(left, below - 4), at(x - 8, below), at(x + 8 - width, below), at(x - 8, above), at(x + 8 - width, above)]
}
