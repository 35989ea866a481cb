import type { FilingId, NoteId, TagId } from './ids'
import type { NoteStatus, NoteTarget } from './note'
import type { TextRange } from './range'

/** What a citation points to: words of a filing, or a mark, a suggestion or a note that has a name of its own beside its words. */
export type CitedKind = 'words' | 'annotation' | 'finding' | 'forward-looking' | 'note'

/** Where a citation points. `ref` is the id of the mark, suggestion or note, null for words; `quote` the words as they stood. */
export interface CitedPlace {
  readonly filingId: FilingId
  readonly sequence: number
  readonly range: TextRange
  readonly quote: string
  readonly kind: CitedKind
  readonly ref: string | null
}

/** A note on cited words, in a line. */
export interface NoteLine {
  readonly id: NoteId
  readonly text: string
}

/**
 * What stands at a cited place now. `there`: the words are found; `changed`: the place holds other words; `gone`: the filing, mark
 * or note is no longer in the library. `why` says what is wrong, as a sentence, null where nothing is. `before` and `after` are what
 * stands around the words in their block, each at most 240 UTF-16 code units.
 */
export interface CitedPassage {
  readonly state: 'there' | 'changed' | 'gone'
  readonly why: string | null
  readonly filing: { readonly id: FilingId; readonly title: string; readonly filedAt: string | null } | null
  readonly sequence: number
  /** Where to go: the words, or for a note what it is about; null for a note on a whole filing. */
  readonly range: TextRange | null
  readonly before: string
  readonly words: string
  readonly after: string
  readonly section: string | null
  readonly tagId: TagId | null
  readonly notes: readonly NoteLine[]
}

/** A note that cites something of a filing. `filingId` is the note's own filing, the other fields but `text` are what it cites. */
export interface Backlink {
  readonly noteId: NoteId
  readonly filingId: FilingId
  readonly filingTitle: string
  readonly target: NoteTarget
  readonly status: NoteStatus
  /** The beginning of the note's words, at most 160 UTF-16 code units. */
  readonly text: string
  readonly kind: CitedKind
  readonly ref: string | null
  readonly range: TextRange
}

/** Calls on citations. */
export interface CitationCalls {
  /** What stands at each place now, in the order asked. */
  'citation.look': { args: { readonly places: readonly CitedPlace[] }; value: readonly CitedPassage[] }
  /** Every citation of something of this filing, in the notes of all filings that are not in the trash. */
  'citation.backlinks': { args: { readonly filingId: FilingId }; value: readonly Backlink[] }
}

/** The names of the calls on citations. */
export const CITATION_CALLS = { 'citation.look': 0, 'citation.backlinks': 0 } satisfies Record<keyof CitationCalls, 0>
