import { Session } from 'node:inspector'
import type { Profiler } from 'node:inspector'

/** Counts how often stretches of code were run: steps, not time, so that a busy machine gives the same answer. */
export interface StepCounter {
  /** How often any stretch of code of the counted files was run while `work` was. */
  readonly stepsOf: (work: () => void) => number
  /** Ends the counting. */
  readonly close: () => void
}

/**
 * A counter for the files whose address holds `part`, such as `/main/domain/`. V8 counts each block of code that is run
 * (https://chromedevtools.github.io/devtools-protocol/v8/Profiler/#method-startPreciseCoverage); what built-in functions do is not counted.
 */
export const createStepCounter = (part: string): StepCounter => {
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  /** The steps since this was last asked. */
  const take = (): number => {
    let steps = 0
    session.post('Profiler.takePreciseCoverage', (error, { result }: Profiler.TakePreciseCoverageReturnType) => {
      if (error) throw error
      for (const { url, functions } of result) {
        if (!url.includes(part)) continue
        for (const { ranges } of functions) for (const { count } of ranges) steps += count
      }
    })
    return steps
  }
  return {
    stepsOf: (work) => {
      take()
      work()
      return take()
    },
    close: () => session.disconnect()
  }
}
