/** An act that waits until things rest. */
export interface Rest {
  /** Something moved: the act is done once nothing has moved for the time of rest. */
  readonly move: () => void
  /** Nothing is waited for any more, and the act is not done. */
  readonly stop: () => void
}

/** An act that is done once nothing has moved for `ms` milliseconds, however often it moves until then. */
export const createRest = (act: () => void, ms: number): Rest => {
  let timer: ReturnType<typeof setTimeout> | undefined
  return {
    move: () => {
      clearTimeout(timer)
      timer = setTimeout(act, ms)
    },
    stop: () => clearTimeout(timer)
  }
}
