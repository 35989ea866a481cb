/** One try among several of the same kind. */
export interface Turn {
  /** Its number, counted from 1 within its kind. */
  readonly token: number
  /** Whether no later try has begun since: an answer that comes for an overtaken one is dropped. */
  readonly holds: () => boolean
}

/** Tries of one kind of which only the newest counts, such as reading a list again while it is still being read. */
export interface Newest {
  /** Begins a try, which overtakes all before it. */
  readonly begin: () => Turn
  /** Overtakes all tries without beginning one: what is still awaited is not wanted any more. */
  readonly overtake: () => void
  /** The try that counts now. */
  readonly present: () => Turn
}

/** A kind of tries, of which none has begun. */
export const createNewest = (): Newest => {
  let newest = 0
  const turn = (token: number): Turn => ({ token, holds: () => token === newest })
  const overtake = (): void => {
    newest += 1
  }
  return {
    begin: () => {
      overtake()
      return turn(newest)
    },
    overtake,
    present: () => turn(newest)
  }
}
