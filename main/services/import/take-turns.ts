/** Runs a piece of work when its turn has come; answers as it does. */
export type Turns = <T>(work: () => Promise<T>) => Promise<T>

/** Lets at most `atOnce` pieces of work run at a time; the others wait in the order they came. */
export const takeTurns = (atOnce: number): Turns => {
  const waiting: (() => void)[] = []
  let running = 0
  return async (work) => {
    if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve))
    else running += 1
    try {
      return await work()
    } finally {
      // The turn is handed on, so that nobody who comes just now gets in between.
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
