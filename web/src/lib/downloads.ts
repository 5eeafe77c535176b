// Taking things along: files, the clipboard, and addresses of words.
import type { DemarcheRecord, Span } from './record'

/** save hands a text to the browser as a file. */
export function save(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }))
  const a = document.createElement('a')
  a.href = url
  a.download = name
  a.hidden = true
  document.body.append(a)
  a.click()
  a.remove()
  setTimeout(() => URL.revokeObjectURL(url), 10_000) // some browsers read the file only after the click has returned
}

/** copy puts a text on the clipboard; without leave for the new way, by the old one. It says whether that went well. */
export async function copy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyOld(text)
  }
}

function copyOld(text: string): boolean {
  const focused = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  area.className = 'hidden'
  document.body.append(area)
  area.select()
  const done = document.execCommand('copy')
  area.remove()
  if (focused instanceof HTMLElement) focused.focus()
  return done
}

/**
 * recordText is a record as the page can write it: the program's own form but for numbers, which lose zeros at their end (15.9780
 * becomes 15.978). Where a server can be asked, ask it instead: POST /api/v1/records gives the bytes themselves.
 */
export function recordText(record: DemarcheRecord): string {
  return `${JSON.stringify(record)}\n`
}

/** fileName is a name for a file about an article, from its title or first words and its day: "2011-07-19-us-officials-have-met.csv". */
export function fileName(record: DemarcheRecord, ending: string): string {
  const { title, text, published } = record.article
  const plain = (title ?? text.slice(0, 200)).normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const words = plain.split(/[^\p{L}\p{N}]+/u).filter(Boolean)
  let name = published ?? ''
  for (const word of words.slice(0, 6)) {
    const next = name ? `${name}-${word}` : word
    if (new TextEncoder().encode(next).length > 80) break // some file systems take 255 bytes, some zip tools less
    name = next
  }
  if (/^(con|prn|aux|nul|com\d|lpt\d)$/.test(name)) name = `article-${name}` // devices of Windows
  return `${name || 'article'}.${ending}`
}

/** permalink is the address of words, as RFC 5147 has it; it opens the text again where that is one of the samples. Without words it names the text alone. */
export function permalink(sample: string | null, span: { start: number; end: number } | null): string {
  const query = sample === null ? '' : `?sample=${encodeURIComponent(sample)}`
  return query + (span === null ? '' : `#char=${span.start},${span.end}`)
}

/** readPermalink reads such an address. A position alone ("char=10") is no words; an open range ("char=10,") ends one point on. */
export function readPermalink(location: { search: string; hash: string }): { sample: string | null; span: Span | null } {
  const sample = new URLSearchParams(location.search).get('sample')
  return { sample: sample || null, span: readSpan(location.hash) }
}

function readSpan(hash: string): Span | null {
  let text = hash.replace(/^#/, '')
  try {
    text = decodeURIComponent(text)
  } catch {
    // a lone % in an address: take it as it is
  }
  const found = /(?:^|&)char=(\d*),(\d*)(?:;|&|$)/.exec(text)
  if (!found || (!found[1] && !found[2])) return null
  const start = Number(found[1] || 0)
  const end = found[2] ? Number(found[2]) : start + 1
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && start < end ? { start, end } : null
}
