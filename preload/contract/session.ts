import type { FilingId, FolderId } from './ids'

/** Where the reader is in a document: source offset of the first line on screen, and how far below the top edge it stands, in CSS pixels. */
export interface ReadingPlace {
  readonly filingId: FilingId
  readonly sequence: number
  readonly top: number
  readonly gap: number
}

/** What one tab shows: one place, or two of the same or of different filings, of which one is active. */
export interface ReadingLayout {
  readonly first: ReadingPlace
  readonly second: ReadingPlace | null
  readonly active: 'first' | 'second'
}

/** A tab as it is kept: its layout, the title of the filing that is active in it, and whether the next filing opened in passing takes its place. */
export interface KeptTab extends ReadingLayout {
  readonly title: string
  readonly passing: boolean
}

/** One side of a comparison as it is kept. */
export interface KeptSide {
  readonly filingId: FilingId
  readonly sequence: number
}

/** What the window shows, kept so that the next start shows it again. Losing it loses nothing of the analyst's work. */
export interface WindowSession {
  /** At most `MOST_TABS`. */
  readonly tabs: readonly KeptTab[]
  /** The tab in front by its place among `tabs`, or null. */
  readonly current: number | null
  readonly screen: 'library' | 'reader' | 'search' | 'compare' | 'review'
  readonly sidebarTab: 'library' | 'outline'
  readonly inspectorTab: 'findings' | 'forward-looking' | 'figures' | 'notes' | 'marks'
  readonly compare: { readonly left: KeptSide; readonly right: KeptSide } | null
  /** The place of the library that is shown, how far its list is scrolled in CSS pixels, and the row that has the focus. */
  readonly library: {
    readonly place: { readonly kind: 'all' | 'loose' | 'trash' } | { readonly kind: 'folder'; readonly id: FolderId }
    readonly scrolled: number
    readonly cursor: string | null
  }
}

/** The most tabs that are kept from one start to the next; who opened more finds those opened last. */
export const MOST_TABS = 100

/** Calls on what the window showed last. */
export interface SessionCalls {
  /** Null where nothing was kept, or nothing that this version can read. */
  'session.get': { args: null; value: WindowSession | null }
  'session.set': { args: WindowSession; value: null }
}

/** The names of the calls on what the window showed last. */
export const SESSION_CALLS = { 'session.get': 0, 'session.set': 0 } satisfies Record<keyof SessionCalls, 0>
