import type { Tag } from '#contract/annotation'
import type { ExportScope } from '#contract/calls'
import type { FileFacts, FilingDocument, Submission } from '#contract/filing'
import type { RiskTag } from '#contract/finding'
import type { FilingWork } from '#contract/library'

/** Everything that goes into one printed document. Times are ISO 8601 in UTC. */
export interface PrintInput {
  readonly document: FilingDocument
  readonly submission: Submission | null
  readonly file: FileFacts
  readonly work: FilingWork
  readonly tags: readonly Tag[]
  readonly risks: readonly RiskTag[]
  readonly scope: ExportScope
  readonly title: string
  readonly company: string | null
  /** The exhibit, such as `EX-99.2`, where the file itself does not say it. */
  readonly exhibit: string | null
  readonly author: string
  readonly appVersion: string
  readonly exportedAt: string
}
