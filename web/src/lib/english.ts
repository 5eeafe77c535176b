// English verbs: their forms, from the plain form alone. Few are known here: those of phrases.ts.

/** A Form of a verb: "seize", "seizes", "seized" (past), "seized" (participle), "seizing". */
export type Form = 'base' | 'present' | 'past' | 'part' | 'ing'

// verb: past, participle
const irregular: Record<string, [string, string]> = {
  be: ['was', 'been'], beat: ['beat', 'beaten'], begin: ['began', 'begun'], break: ['broke', 'broken'], bring: ['brought', 'brought'], cast: ['cast', 'cast'],
  cut: ['cut', 'cut'], do: ['did', 'done'], drive: ['drove', 'driven'], fight: ['fought', 'fought'], find: ['found', 'found'], forgive: ['forgave', 'forgiven'], free: ['freed', 'freed'],
  give: ['gave', 'given'], go: ['went', 'gone'], have: ['had', 'had'], hold: ['held', 'held'], keep: ['kept', 'kept'], lay: ['laid', 'laid'], lead: ['led', 'led'],
  leave: ['left', 'left'], let: ['let', 'let'], make: ['made', 'made'], meet: ['met', 'met'], overthrow: ['overthrew', 'overthrown'], put: ['put', 'put'],
  say: ['said', 'said'], send: ['sent', 'sent'], set: ['set', 'set'], shoot: ['shot', 'shot'], show: ['showed', 'shown'], speak: ['spoke', 'spoken'],
  spread: ['spread', 'spread'], take: ['took', 'taken'], tell: ['told', 'told'], withdraw: ['withdrew', 'withdrawn'], withhold: ['withheld', 'withheld'],
}
const doubled = new Set(['acquit', 'admit', 'ban', 'commit', 'control', 'expel', 'begin', 'cut', 'drop', 'kidnap', 'let', 'plan', 'put', 'rob', 'set', 'stab', 'stop'])
const adverbs = new Set(['sexually', 'violently'])

/** inflect puts the verb of a phrase into a form: "take % hostage" in the past is "took % hostage". An adverb before the verb stays there; of "lift or ease" both are put so. */
export function inflect(phrase: string, form: Form, plural: boolean): string {
  const words = phrase.split(' ')
  const at = adverbs.has(words[0]) ? 1 : 0
  words[at] = formOf(words[at], form, plural)
  if (words[at + 1] === 'or' && words[at + 2]) words[at + 2] = formOf(words[at + 2], form, plural)
  return words.join(' ')
}

function formOf(verb: string, form: Form, plural: boolean): string {
  if (verb === 'be') return { base: 'be', present: plural ? 'are' : 'is', past: plural ? 'were' : 'was', part: 'been', ing: 'being' }[form]
  switch (form) {
    case 'base':
      return verb
    case 'present':
      return plural ? verb : verb === 'have' ? 'has' : /(s|sh|ch|x|z|o)$/.test(verb) ? `${verb}es` : /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ies` : `${verb}s`
    case 'past':
      return irregular[verb]?.[0] ?? regular(verb)
    case 'part':
      return irregular[verb]?.[1] ?? regular(verb)
    case 'ing':
      if (doubled.has(verb)) return `${verb}${verb.at(-1)}ing`
      return /[^eoy]e$/.test(verb) ? `${verb.slice(0, -1)}ing` : `${verb}ing`
  }
}

function regular(verb: string): string {
  if (doubled.has(verb)) return `${verb}${verb.at(-1)}ed`
  if (verb.endsWith('e')) return `${verb}d`
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`
}

const plurals = new Set(['people', 'police', 'men', 'women', 'children', 'forces', 'troops', 'militia', 'militiamen', 'gunmen', 'policemen', 'servicemen', 'fishermen', 'them', 'those', 'others', 'us', 'we', 'they', 'several', 'many'])
const singulars = new Set(['news', 'politics', 'series', 'press', 'congress', 'gas', 'headquarters', 'this'])
const singularNames = new Set(['States', 'Nations', 'Netherlands', 'Philippines', 'Emirates', 'Bahamas', 'Seychelles', 'Maldives', 'Comoros'])

/** isPlural says whether a noun phrase is plural, by its head: the last word before the first preposition or clause. */
export function isPlural(phrase: string): boolean {
  const words = phrase.replace(/[“”"]/g, '').split(/\s+/)
  const stop = words.findIndex((w, i) => i > 0 && (prepositions.has(w.toLowerCase()) || words[i - 1].endsWith(',')))
  const before = stop < 0 ? words : words.slice(0, stop)
  const last = (before.at(-1) ?? '').replace(/[,.;]+$/, '')
  const head = last.toLowerCase()
  if (/^(some|all|most|almost all|nearly all|many|several|both|few|thousands|hundreds|dozens|members|(at least |about |more than )?\d)/i.test(phrase) && !/^(some|all|most) of (the|its|his|her|their) \w*[^s\W]$/i.test(phrase)) return true
  if (/^(two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|those|these)$/i.test(words[0])) return true
  if (plurals.has(head)) return true
  if (singulars.has(head) || singularNames.has(last)) return false
  return /[a-z](s|men|women|people)$/.test(head) && !/(ss|us|is|'s|’s)$/.test(head)
}

const prepositions = new Set(['of', 'in', 'at', 'for', 'from', 'who', 'which', 'that', 'to', 'with', 'on', 'by', 'close', 'under', 'against', 'near', 'involved', 'contributing', 'led', 'and', 'including', 'among', 'loyal', 'between', 'about', 'without', 'over', 'outside', 'inside', 'around', 'after', 'before', 'behind', 'than', 'angry', 'opposed', 'able'])

/** listed joins parts: "A", "A and B", "A, B and C". */
export function listed(parts: string[]): string {
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

/** conjugated is a verb in the present, "denies" or "does not deny". */
export function conjugated(verb: string, plural: boolean, not: boolean): string {
  return not ? `${plural ? 'do' : 'does'} not ${verb}` : inflect(verb, 'present', plural)
}

/** an puts the indefinite article before a noun. */
export const an = (noun: string): string => `${/^[aeiou]/i.test(noun) ? 'an' : 'a'} ${noun}`

/** thousands writes a number with commas: 60,000. */
export function thousands(n: number): string {
  return String(n).replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

/** often says how many times: "once", "twice", "3 times". */
export function often(n: number): string {
  return n === 1 ? 'once' : n === 2 ? 'twice' : `${thousands(n)} times`
}

/** numbered is a noun with its number: "one deed", "3 deeds". */
export function numbered(n: number, noun: string): string {
  return n === 1 ? `one ${noun}` : `${thousands(n)} ${noun}s`
}

/** capital makes the first letter a capital. */
export function capital(text: string): string {
  const points = Array.from(text)
  const at = points[0] === '“' ? 1 : 0
  if (points[at]) points[at] = points[at].toUpperCase()
  return points.join('')
}
