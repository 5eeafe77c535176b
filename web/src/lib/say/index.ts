// Facts in plain English: one sentence for each, true to the record and readable without knowing its codes.
import type { Reading } from '../reading'
import { sayDate } from './date'
import { sayEntity } from './entity'
import { sayEvent } from './event'
import { sayPlace } from './place'
import { sayState } from './state'
import { sayAttribution } from './statement'

export { durationText } from './date'
export { isDone, unconfirmed } from './standing'
export { sayWhen } from './when'

/** say is the sentence for whatever has the id, "" where nothing has it. */
export function say(view: Reading, id: string): string {
  const [event, state, statement] = [view.event(id), view.state(id), view.attribution(id)]
  if (event) return sayEvent(view, event)
  if (state) return sayState(view, state)
  if (statement) return sayAttribution(view, statement)
  const [entity, place, date] = [view.entity(id), view.place(id), view.date(id)]
  if (entity) return sayEntity(view, entity)
  if (place) return sayPlace(view, place)
  return date ? sayDate(date) : ''
}
