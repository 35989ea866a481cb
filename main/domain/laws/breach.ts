import type { TextRange } from '#contract/range'

/** The laws that hold for the analysis of any file, by what they promise. */
export type Law = 'order' | 'cover' | 'text' | 'numbers' | 'tiling' | 'repeatable' | 'line-ends'

/** One place where a law is broken. */
export interface Breach {
  readonly law: Law
  readonly message: string
  readonly range?: TextRange
}
