import type { NodeId } from './ids'
import type { TextRange } from './range'

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
}
