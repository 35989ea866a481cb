import type { WritableDb } from './handles'
import { transactUnsynced } from './sql'

/** How long one step may hold the thread, in ms; a frame of the window is 16. */
const STEP_MS = 12

/**
 * Calls `next` until it answers false, in steps that do not hold the thread for long, each a transaction of its own that does
 * not wait for the disk. Yields after each step.
 */
export function* inSteps(db: WritableDb, next: () => boolean): Generator<void, void> {
  for (let more = true; more;) {
    more = transactUnsynced(db, () => {
      const start = performance.now()
      let goes = next()
      while (goes && performance.now() - start < STEP_MS) goes = next()
      return goes
    })
    yield
  }
}
