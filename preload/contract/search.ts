import type { BlockKind } from './filing'
import type { FilingId, FolderId } from './ids'
import type { SearchGroup } from './library'
import type { NoteStatus } from './note'
import type { TextRange } from './range'

/** The query words, each with what it narrows a search to. */
export const QUERY_WORDS = {
  tag: 'highlights of a tag, and the notes on them',
  note: 'words in your notes',
  status: 'notes by where their question stands',
  section: 'what stands under a heading',
  company: 'filings of a company',
  form: 'filings of a form or exhibit',
  before: 'filed before a day, month or year',
  after: 'filed in a day, month or year, or later',
  risk: 'statements with a risk tag',
  kind: 'hits of one kind',
  folder: 'filings of a folder and those below'
}

/** A word that narrows a search, written before a colon. */
export type QueryWord = keyof typeof QUERY_WORDS

/** The values of `status:`. */
export const NOTE_STATUSES = ['none', 'open', 'asked', 'answered', 'closed'] as const satisfies readonly NoteStatus[]

/** The values of `kind:`: where a hit stands, what its block is, or what was suggested of its sentence. */
export const HIT_KINDS = ['text', 'highlight', 'note', 'filing', 'heading', 'table', 'finding', 'forward-looking'] as const

/** A value of `kind:`. */
export type HitKind = typeof HIT_KINDS[number]

/** What is wrong with a query, where, and what to write instead; `range` is into the query. */
export interface QueryProblem {
  readonly message: string
  readonly range: TextRange
  readonly remedy: string
}

/** The answer to a search: its filings best first, or what is wrong with the query. `total` counts all hits, listed or not. */
export interface SearchAnswer {
  readonly groups: readonly SearchGroup[]
  readonly total: number
  readonly filings: number
  readonly problem: QueryProblem | null
  /** How many documents are not in the index yet; hits in them are missing. */
  readonly waiting: number
  /** How many documents of the filings that were searched have not been read yet; hits in them are missing too. */
  readonly unread: number
}

/** A search kept by name. */
export interface SavedSearch {
  readonly id: string
  readonly name: string
  readonly query: string
  readonly folderId: FolderId | null
}

/** A sentence of the library like another one. `likeness` runs from 0 to 1, 1 where the folded words are the same. */
export interface SimilarSentence {
  readonly filingId: FilingId
  readonly title: string
  readonly filedAt: string | null
  readonly sequence: number
  readonly range: TextRange
  readonly text: string
  readonly likeness: number
}

/** One block of a passage. `marks` are ranges into `text`, `here` says that the hit stands in it. */
export interface PassageBlock {
  readonly kind: BlockKind
  readonly text: string
  readonly marks: readonly TextRange[]
  readonly here: boolean
}

/** A hit with what stands around it. `range` is the place of its words in the source, `note` the words of the note it stands in. */
export interface SearchPassage {
  readonly sectionPath: readonly string[]
  readonly blocks: readonly PassageBlock[]
  readonly range: TextRange | null
  readonly note: { readonly text: string; readonly marks: readonly TextRange[] } | null
}

/** Calls on searches over the library. */
export interface SearchCalls {
  /**
   * Searches the library, a folder with those in it, or one filing. A search with a newer `token` ends an older one of the window. Groups come as
   * events `search.groups` while it runs; the answer holds them all, up to `limit` filings with up to `hits` hits each. An ended search
   * fails with `search-ended`.
   */
  'search.run': {
    args: {
      readonly token: number
      readonly query: string
      readonly folderId: FolderId | null
      readonly filingId?: FilingId | null
      readonly limit: number
      readonly hits?: number
    }
    value: SearchAnswer
  }
  /** The passage of a hit with what stands around it, the words of the query marked. */
  'search.passage': {
    args: { readonly query: string; readonly filingId: FilingId; readonly sequence: number; readonly range: TextRange | null;
      readonly noteId: string | null }
    value: SearchPassage
  }
  /** Sentences like `text`, most alike first; those of `filingId` at `range` itself are left out. */
  'search.similar': {
    args: { readonly text: string; readonly filingId: FilingId | null; readonly range: TextRange | null; readonly limit: number }
    value: readonly SimilarSentence[]
  }
  'search.saved': { args: null; value: readonly SavedSearch[] }
  /** Keeps a search, or changes the one of that id. Answers all of them. */
  'search.save': { args: { readonly id: string | null; readonly name: string; readonly query: string; readonly folderId: FolderId | null };
    value: readonly SavedSearch[] }
  'search.forget': { args: { readonly id: string }; value: readonly SavedSearch[] }
}

/** The names of the calls on searches. */
export const SEARCH_CALLS = {
  'search.run': 0,
  'search.passage': 0,
  'search.similar': 0,
  'search.saved': 0,
  'search.save': 0,
  'search.forget': 0
} satisfies Record<keyof SearchCalls, 0>
