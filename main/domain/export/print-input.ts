import type { Tag } from '#contract/annotation'
import type { ExportScope } from '#contract/calls'
import type { EmbeddedFile } from '#contract/embedded'
import type { FileFacts, FilingDocument, Submission } from '#contract/filing'
import type { RiskTag } from '#contract/finding'
import type { FilingWork } from '#contract/library'
import type { PersonId } from '#contract/ids'
import type { HistoryHead } from '#contract/sealed-log'

/** The pictures of a submission: what is known of its files, and the bytes of a picture as a `data:` address by the sequence of its document. */
export interface PrintPictures {
  readonly files: readonly EmbeddedFile[]
  readonly addresses: ReadonlyMap<number, string>
}

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
  /** Names of people whose work is among it, without the one who keeps the library. */
  readonly people: ReadonlyMap<PersonId, string>
  /** The sign by which a mark, a note or an answer is known again, of its id. */
  readonly tokenOf: (id: string) => string
  /** Where the sealed history stood at the last change of this filing; null where nothing was sealed, absent where there is no library. */
  readonly history?: HistoryHead | null
  readonly appVersion: string
  readonly exportedAt: string
  /** The pictures of the same submission that can be printed; a picture that is not among them is named in its place. */
  readonly pictures?: PrintPictures
}
