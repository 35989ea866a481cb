import type { FilingId } from './ids'
import type { QueueProgress } from './import-queue'
import type { ImportOutcome, SearchGroup, WorkProgress } from './library'
import type { TextRange } from './range'
import type { Failure } from './result'
import type { Recovery } from './shell'

/** A place in a filing of the library: `range` is in source offsets (UTF-16 code units, end exclusive). */
export interface LinkTarget {
  readonly filingId: FilingId
  readonly sequence: number
  readonly range: TextRange
}

/** What the main process tells the window of its own accord. */
export interface Events {
  /** The library's list changed: something was imported, trashed or restored; `filingId` where it is only that filing. */
  readonly 'library.changed': { readonly filingId: FilingId | null }
  /** Annotations, decisions or notes of a filing changed by something other than the window's own call (undo, another window). */
  readonly 'work.changed': { readonly filingId: FilingId }
  /** A file given on the command line or by a second start was imported, or could not be. */
  readonly 'import.finished': { readonly outcome: ImportOutcome | null; readonly failure: Failure | null; readonly open: boolean }
  readonly 'work.progress': WorkProgress
  /** Documents are read in the background: how many of the library are still unread. */
  readonly 'reading.progress': { readonly unread: number }
  /** The window is about to close: commit every keystroke, then call `window.flushed` with the token. */
  readonly 'window.flush': { readonly token: string }
  /** The import queue moved on. */
  readonly 'queue.progress': QueueProgress
  /** Watched folders, or what is known of their files, changed. */
  readonly 'watch.changed': { readonly id: string | null }
  /** Deal folders, or which filings stand in them, changed; `filingId` where it is only in which folders that filing stands. */
  readonly 'folders.changed': { readonly id: string | null; readonly filingId?: FilingId }
  /** More filings of a running search, best first among themselves; `total` counts the hits so far. */
  readonly 'search.groups': { readonly token: number; readonly groups: readonly SearchGroup[]; readonly total: number }
  /** Something of the library was not on the disk as it was written: what, in the reader's words, and what to do next. */
  readonly 'library.damage': { readonly filingId: FilingId | null; readonly message: string; readonly detail: string;
    readonly mended: boolean }
  /** So many files were given at once, on the command line or by a second start, and are being imported. */
  readonly 'files.given': { readonly count: number }
  /** A link from outside was followed: where it leads, or why it leads nowhere. */
  readonly 'link.followed': { readonly target: LinkTarget | null; readonly failure: Failure | null }
  /** What a start made good in the library, or could not. */
  readonly 'library.recovered': Recovery
  /** The id of the command that was chosen in the menu bar. */
  readonly 'menu.command': { readonly command: string }
}

/** The name of an event. */
export type EventName = keyof Events

/** Every event, once. */
export const EVENT_NAMES: readonly EventName[] = Object.keys({
  'library.changed': 0,
  'work.changed': 0,
  'import.finished': 0,
  'work.progress': 0,
  'reading.progress': 0,
  'window.flush': 0,
  'menu.command': 0,
  'library.damage': 0,
  'queue.progress': 0,
  'watch.changed': 0,
  'folders.changed': 0,
  'search.groups': 0,
  'library.recovered': 0,
  'files.given': 0,
  'link.followed': 0
} satisfies Record<EventName, 0>) as EventName[]
