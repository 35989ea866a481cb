import type { SealedEvent } from '#model/sealed-line'

interface Known {
  readonly n: number
  readonly seq: number
  state: string
}

/** Works out of the sealed log whether each change stands, is undone, or was left behind: what the history says of it beside the log. */
export interface StandingWalk {
  /** Takes what the lines seal, in their order; `seq` is that of the change. */
  readonly take: (event: SealedEvent, seq: number | null) => void
  /** The line of the first change that the history has otherwise, of those that it says do not stand; null where both agree. */
  readonly firstWrong: (notStanding: readonly { readonly seq: number; readonly undone: string }[]) => number | null
}

/** Begins before the first line. */
export const createStandingWalk = (): StandingWalk => {
  const bySeq = new Map<number, Known>()
  const byGroup = new Map<string, Known[]>()
  const undone = new Set<Known>()
  const add = (event: SealedEvent, seq: number, state: string): void => {
    const known: Known = { n: event.n, seq, state }
    bySeq.set(seq, known)
    const group = byGroup.get(event.group ?? '')
    if (group) group.push(known)
    else byGroup.set(event.group ?? '', [known])
    if (state === 'yes') undone.add(known)
  }
  const mark = (group: string | null, state: 'yes' | 'no'): void => {
    for (const known of byGroup.get(group ?? '') ?? []) {
      known.state = state
      if (state === 'yes') undone.add(known)
      else undone.delete(known)
    }
  }
  const leave = (): void => {
    for (const known of undone) known.state = 'left'
    undone.clear()
  }
  return {
    take: (event, seq) => {
      if (event.kind === 'undo') mark(event.group, 'yes')
      else if (event.kind === 'redo') mark(event.group, 'no')
      if (seq === null) return
      if (event.kind !== 'found') leave()
      add(event, seq, event.kind === 'found' ? event.detail ?? 'no' : 'no')
    },
    firstWrong: (notStanding) => {
      const told = new Map(notStanding.map(({ seq, undone: state }) => [seq, state]))
      for (const { n, seq, state } of bySeq.values()) if ((told.get(seq) ?? 'no') !== state) return n
      return null
    }
  }
}
