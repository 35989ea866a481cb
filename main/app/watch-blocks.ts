import { monitorEventLoopDelay } from 'node:perf_hooks'

/** A main process that answers later than this makes every window stutter, in ms. */
const NOTICEABLE = 50

/** How often the longest delay is looked at, in ms. */
const INTERVAL = 5000

/** Nanoseconds in a millisecond: the unit of the histogram. */
const NANOSECONDS = 1_000_000

/** Logs the longest time the main process was busy, whenever it was long enough to be noticed. Does not keep the program alive. */
export const watchBlocks = (log: (line: string) => void): void => {
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  setInterval(() => {
    const longest = delay.max / NANOSECONDS
    if (longest > NOTICEABLE) log(`main process busy for ${longest.toFixed(0)} ms`)
    delay.reset()
  }, INTERVAL).unref()
}
