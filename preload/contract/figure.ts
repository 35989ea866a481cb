import type { NodeId } from './ids'
import type { TextRange } from './range'

/** What of a figure its words tell otherwise than the fact it stands on. */
export type FactDifference = 'value' | 'unit' | 'period'

/** The inline XBRL fact that a figure stands on, and from which its value, unit and period are taken. */
export interface FigureFact {
  readonly id: NodeId
  readonly concept: string
  /**
   * Present where the sign that the words show is not that of the fact, whose sign `value` has: true for an expense that stands in brackets and is
   * tagged as a plain amount. The sign of a fact follows from its concept, so this is no disagreement.
   */
  readonly shownNegative?: boolean
  /** Present where the words alone would have told something else, which `read` keeps. */
  readonly differs?: readonly FactDifference[]
  readonly read?: { readonly value: number; readonly unit: string | null; readonly period: string | null }
}

/** One number of the release, with what it measures. `value` is in the stated unit, scale words applied. */
export interface FigureMention {
  readonly id: NodeId
  readonly range: TextRange
  readonly text: string
  readonly value: number
  readonly unit: string | null
  readonly measure: string | null
  readonly period: string | null
  readonly direction: 'up' | 'down' | 'flat' | null
  /** Where it stands: headline, body, quotation or table. */
  readonly place: 'headline' | 'body' | 'quotation' | 'table'
  readonly sentence: NodeId | null
  /** Other mentions of the same measure and period that tell a different value. */
  readonly conflictsWith: readonly NodeId[]
  /** True where it tells how much the measure changed by ("rose by $3 million"), not what it came to. */
  readonly isChange?: boolean
  /** Present where it stands on a fact of inline XBRL. */
  readonly fact?: FigureFact
}
