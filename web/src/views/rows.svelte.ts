// Which rows of a long table are drawn.
import { flushSync, untrack } from 'svelte'
import { few, onPaper, reach, type Stretch, type Way } from '../lib/tables'

/**
 * Rows knows the rows that are drawn of a table: the first few, more as the end of them comes near, and always the one that is chosen. Another
 * order or filter starts again at the top. It is made where a component is.
 */
export class Rows<T> {
  private readonly all: () => T[]
  private now = $state.raw<Stretch>({ from: 0, to: few })
  /** the element that scrolls */
  box = $state<HTMLElement>()

  /**
   * @param all rows in their order
   * @param reading what the rows are of
   * @param chosen the id that is chosen
   * @param at the place of an id among the rows, -1 for none
   */
  constructor(all: () => T[], reading: () => unknown, chosen: () => string | null, at: (id: string | null) => number) {
    this.all = all
    if (onPaper()) this.now = { from: 0, to: Infinity }
    let before: unknown[] = []
    $effect.pre(() => {
      const [rows, view, id] = [all(), reading(), chosen()]
      untrack(() => {
        if (rows !== before[0]) {
          this.now = { from: 0, to: onPaper() ? Infinity : few }
          if (this.box) this.box.scrollTop = 0
        }
        // What is chosen stays in another reading; another order or filter shows its own beginning.
        if (view !== before[1] || id !== before[2]) this.now = reach(this.now, at(id))
      })
      before = [rows, view, id]
    })
  }

  get from(): number {
    return this.now.from
  }

  get drawn(): T[] {
    return this.all().slice(this.now.from, this.now.to)
  }

  get above(): boolean {
    return this.now.from > 0
  }

  get below(): boolean {
    return this.now.to < this.all().length
  }

  /** draw draws more rows at once, and leaves what is seen where it is. */
  draw = (way: Way): void => {
    const [{ from, to }, end] = [this.now, this.all().length]
    if ((way === 'up' && from === 0) || (way === 'down' && to >= end)) return
    const next = {
      up: { from: Math.max(0, from - few), to },
      down: { from, to: to + few },
      first: from === 0 ? this.now : { from: 0, to: few },
      last: to >= end ? this.now : { from: Math.max(0, end - few), to: end },
    }[way]
    const { box } = this
    const below = box && way === 'up' ? box.scrollHeight - box.scrollTop : null
    flushSync(() => (this.now = next))
    if (box && below !== null) box.scrollTop = box.scrollHeight - below
  }
}
