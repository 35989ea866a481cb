import type { NoteSave, NoteSaved } from '#contract/note'
import type { Failure, FailureCode, Result } from '#contract/result'

/** How long after the last key a note is written, in ms; leaves time for the commit within the promised 300 ms. */
export const SAVE_DELAY = 120

/** How long words may stay unwritten while typing goes on without a pause, in ms: with the commit, a lost window loses less than 300 ms of it. */
export const SAVE_LONGEST = 200

/** How long after a key that was announced its words are awaited, in ms; a key that changes nothing brings none. */
export const TOUCH_LIMIT = 250

/** After how long a write that was refused is tried again, in ms: a disk that was full may have room. */
export const RETRY_DELAY = 2000

/** Refusals that may pass by themselves. */
const PASSING: ReadonlySet<FailureCode> = new Set(['disk-full', 'write-failed', 'read-only'])

/** What the editor holds: its state as JSON and the plain text of it. */
export interface Words {
  readonly body: string
  readonly text: string
}

/** Where a note's words stand: committed, not yet sent, on their way, or refused with the reason. */
export type SavePhase =
  | { readonly kind: 'clean' }
  | { readonly kind: 'dirty' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed'; readonly failure: Failure }

/** What a chain needs to know and whom it tells. */
export interface SaveChainOptions {
  readonly id: string
  readonly rev: number
  readonly save: (save: NoteSave) => Promise<Result<NoteSaved>>
  readonly onPhase: (phase: SavePhase) => void
  readonly onSaved: (words: Words, saved: NoteSaved) => void
  /** Called when the note was changed elsewhere; must commit `take()` somewhere else and answer whether it could. */
  readonly onConflict: (take: () => Words | null) => Promise<boolean>
  readonly delay?: number
  readonly longest?: number
  readonly retry?: number
}

/** The saves of one note, one after the other, each carrying the revision that the last one answered. */
export interface SaveChain {
  /** Says that a key is about to change the words: from now on, before it is drawn, they are not called saved. */
  readonly touch: () => void
  /** Takes the newest words and writes them soon. */
  readonly edit: (words: Words) => void
  /** Writes at once; answers true when every word given so far is committed. */
  readonly flush: () => Promise<boolean>
  /** Queues another act that carries the revision behind the saves that are due. */
  readonly run: <T extends { readonly rev: number }>(act: (rev: number) => Promise<Result<T>>) => Promise<Result<T>>
  /** Takes a revision that came from elsewhere; only right while nothing is unsaved. */
  readonly adopt: (rev: number) => void
  /** The newest words that are not known to be committed, or null. */
  readonly unsaved: () => Words | null
  readonly rev: () => number
}

/** Runs steps one after the other, in the order they were given; a step that fails does not hold up the next. */
const createQueue = (): <T>(step: () => Promise<T>) => Promise<T> => {
  let tail: Promise<unknown> = Promise.resolve()
  return (step) => {
    const next = tail.then(step, step)
    tail = next.catch(() => undefined)
    return next
  }
}

/** A timer that is set anew with each call; `stop` forgets it. */
const createTimer = (run: () => void): { readonly set: (ms: number) => void; readonly stop: () => void } => {
  let timer: ReturnType<typeof setTimeout> | null = null
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
  }
  return { set: (ms) => {
    stop()
    timer = setTimeout(run, ms)
  }, stop }
}

/** A key that was announced and whose words are awaited; `end` is called where none come. */
const createTouch = (end: () => void): { readonly is: () => boolean; readonly begin: () => void; readonly stop: () => void } => {
  let touched = false
  const timer = createTimer(() => {
    touched = false
    end()
  })
  return {
    is: () => touched,
    begin: () => {
      touched = true
      timer.set(TOUCH_LIMIT)
    },
    stop: () => {
      touched = false
      timer.stop()
    }
  }
}

/** Tells phases, but none of a new try while the reason of a refusal stands: it would flicker. */
const steady = (tell: (phase: SavePhase) => void): (phase: SavePhase) => void => {
  let failing = false
  return (phase) => {
    if (failing && (phase.kind === 'dirty' || phase.kind === 'saving')) return
    failing = phase.kind === 'failed'
    tell(phase)
  }
}

/** What a refused write does: a conflict may be settled, a passing refusal is tried again, anything else stands as failed. Answers whether it is settled. */
const settle = async (failure: Failure, { onConflict, onPhase, again }: {
  readonly onConflict: () => Promise<boolean>
  readonly onPhase: SaveChainOptions['onPhase']
  readonly again: () => void
}): Promise<boolean> => {
  if (failure.code === 'conflict' && await onConflict()) return true
  onPhase({ kind: 'failed', failure })
  if (PASSING.has(failure.code)) again()
  return false
}

/** The words of a chain that are not committed: those that wait, and those on their way. */
interface Hand {
  pending: Words | null
  sent: Words | null
  readonly take: () => Words | null
}

const createHand = (): Hand => {
  const hand: Hand = {
    pending: null,
    sent: null,
    take: () => {
      const words = hand.pending
      hand.pending = null
      return words
    }
  }
  return hand
}

/** Starts a chain at the revision that is now kept. */
export const createSaveChain = (options: SaveChainOptions): SaveChain => {
  const { delay = SAVE_DELAY, longest = SAVE_LONGEST, retry = RETRY_DELAY } = options
  const onPhase = steady(options.onPhase)
  const enqueue = createQueue()
  const timer = createTimer(() => void enqueue(write))
  const hand = createHand()
  let [rev, dirtySince] = [options.rev, 0]
  const isClean = (): boolean => hand.pending === null && hand.sent === null && !touch.is()
  const tell = (): void => onPhase({ kind: isClean() ? 'clean' : 'dirty' })
  const touch = createTouch(() => {
    if (isClean()) tell()
  })

  const learn = <T extends { readonly rev: number }>(result: Result<T>): Result<T> => {
    if (result.ok) rev = result.value.rev
    return result
  }
  const onConflict = async (): Promise<boolean> => {
    const settled = await options.onConflict(hand.take)
    if (settled && isClean()) tell()
    return settled
  }
  const write = async (): Promise<boolean> => {
    timer.stop()
    const words = hand.take()
    if (words === null) return true
    onPhase({ kind: 'saving' })
    hand.sent = words
    const result = await options.save({ id: options.id, rev, ...words })
    hand.sent = null
    if (!result.ok) {
      hand.pending ??= words
      return settle(result.failure, { onConflict, onPhase, again: () => timer.set(retry) })
    }
    rev = result.value.rev
    options.onSaved(words, result.value)
    tell()
    return true
  }
  return {
    touch: () => {
      if (isClean()) onPhase({ kind: 'dirty' })
      touch.begin()
    },
    edit: (words) => {
      touch.stop()
      if (hand.pending === null) dirtySince = Date.now()
      hand.pending = words
      if (hand.sent === null) onPhase({ kind: 'dirty' })
      timer.set(Math.max(0, Math.min(delay, dirtySince + longest - Date.now())))
    },
    flush: async () => {
      while (await enqueue(write)) if (hand.pending === null) return true
      return false
    },
    run: (act) => enqueue(() => write().then(() => act(rev)).then(learn)),
    adopt: (next) => void (rev = next),
    unsaved: () => hand.pending ?? hand.sent,
    rev: () => rev
  }
}
