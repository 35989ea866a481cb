import type { BlockKind } from '#contract/filing'

/** A block in the making, as far as it matters here: what it was taken for, and its words on one line. */
export interface Standing {
  readonly kind: BlockKind
  readonly text: string
  /** Whether words stand side by side on one of its lines. */
  readonly columns?: boolean
}

/** What a block is that only looks like something else. */
export interface Instead {
  readonly kind: BlockKind
  readonly why: string
}

/** What a block is instead, and why. */
export const instead = (kind: BlockKind, why: string): Instead => ({ kind, why })
