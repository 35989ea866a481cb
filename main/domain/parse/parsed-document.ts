import type { Block, Fact, Warning } from '#contract/filing'
import type { TextRange } from '#contract/range'

/** What one document's body was read into, before it is segmented. Blocks come in the order of their first range. */
export interface ParsedDocument {
  readonly blocks: readonly Block[]
  readonly hidden: readonly TextRange[]
  readonly facts: readonly Fact[]
  readonly warnings: readonly Warning[]
}
