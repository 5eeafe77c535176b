import type { Reading } from './reading'

/** ViewProps are what every view of a reading gets. */
export interface ViewProps {
  view: Reading
  /** id of what is chosen on the page */
  selected: string | null
  onselect: (id: string | null) => void
}
