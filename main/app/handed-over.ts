/** Files and links that the system hands over, for whoever opens them. */
export interface HandedOver {
  /** Hands over what was given; it waits where nobody opens anything yet. */
  readonly deliver: (given: readonly string[]) => void
  /** Says who opens what is given from now on, and hands over what waited, in its order. Call it once. */
  readonly openBy: (open: (given: readonly string[]) => void) => void
}

/** What is handed over while the program starts is opened once it can be: the system asks only once. */
export const createHandedOver = (): HandedOver => {
  const waiting: string[] = []
  let opener: ((given: readonly string[]) => void) | null = null
  return {
    deliver: (given) => {
      if (opener) opener(given)
      else waiting.push(...given)
    },
    openBy: (open) => {
      opener = open
      if (waiting.length > 0) open(waiting.splice(0))
    }
  }
}
