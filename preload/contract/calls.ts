import type { EventName, Events } from './events'
import type { Annotation, AnnotationDraft, CorrectedSpan, Decision, DecisionVerdict, LinkedFactor, SuggestionKind, Tag,
  SuggestionRef } from './annotation'
import { CITATION_CALLS } from './citation'
import type { CitationCalls } from './citation'
import { COMPARE_CALLS } from './comparison'
import type { CompareCalls, ComparedDocument } from './comparison'
import { EMBEDDED_CALLS } from './embedded'
import type { EmbeddedCalls } from './embedded'
import type { RiskGroup, RiskTag } from './finding'
import { EXCHANGE_CALLS } from './exchange'
import type { ExchangeCalls } from './exchange'
import { PACK_CALLS } from './pack'
import type { PackCalls } from './pack'
import { FOLDER_CALLS } from './folder'
import type { FolderCalls } from './folder'
import type { AnnotationId, FilingId, NodeId, NoteId, RiskId, TagId } from './ids'
import { QUEUE_CALLS } from './import-queue'
import type { QueueCalls } from './import-queue'
import type { ExportOutcome, FilingSummary, FilingWork, ImportOutcome, OpenFiling, Settings, UndoOutcome, Workspace } from './library'
import type { Note, NoteSave, NoteSaved, NoteStatus, NoteTarget, NoteWords } from './note'
import { TEMPLATE_CALLS } from './note-template'
import type { TemplateCalls } from './note-template'
import type { TextRange } from './range'
import type { Result } from './result'
import { REVIEW_CALLS } from './review'
import type { ReviewCalls } from './review'
import { HISTORY_CALLS } from './sealed-log'
import type { HistoryCalls } from './sealed-log'
import { SEARCH_CALLS } from './search'
import type { SearchCalls } from './search'
import { SESSION_CALLS } from './session'
import type { SessionCalls } from './session'
import { SHELL_CALLS } from './shell'
import type { ShellCalls } from './shell'
import { UNWANTED_CALLS } from './unwanted'
import type { UnwantedCalls } from './unwanted'
import { VERSION_CALLS } from './version'
import type { VersionCalls } from './version'

/**
 * The one contract of the wire: each call, what it takes and what it answers. Both ends are derived from it: the preload builds
 * its functions by walking `CALL_NAMES`, the main process binds a guard and a handler for each. A call takes exactly one argument.
 */
export interface Calls
  extends FolderCalls, QueueCalls, ReviewCalls, SearchCalls, VersionCalls, CompareCalls, CitationCalls, TemplateCalls, SessionCalls,
    EmbeddedCalls, ShellCalls, ExchangeCalls, PackCalls, UnwantedCalls, HistoryCalls {
  'workspace.get': { args: null; value: Workspace }
  'settings.set': { args: Partial<Settings>; value: Settings }

  'library.list': { args: { readonly trashed: boolean }; value: readonly FilingSummary[] }
  /** The filings of these ids, in the trash or not, in no order; those that are not there are left out. */
  'library.some': { args: { readonly filingIds: readonly FilingId[] }; value: readonly FilingSummary[] }
  /** Shows the system's open dialog and imports what is chosen; an empty list where it was cancelled. */
  'library.choose': { args: null; value: readonly Result<ImportOutcome>[] }
  'library.import': { args: { readonly paths: readonly string[] }; value: readonly Result<ImportOutcome>[] }
  'library.importSample': { args: null; value: ImportOutcome }
  'library.cancel': { args: { readonly job: string }; value: null }
  'library.trash': { args: { readonly filingId: FilingId }; value: null }
  'library.restore': { args: { readonly filingId: FilingId }; value: null }

  'filing.open': { args: { readonly filingId: FilingId }; value: OpenFiling }
  /**
   * The content of a document in pieces, each a `DocumentPiece` as JSON in UTF-8: bytes cross the wire in a fraction of the time that
   * objects take. Parses the document first where that was not done before.
   */
  'filing.document': { args: { readonly filingId: FilingId; readonly sequence: number }; value: readonly Uint8Array[] }
  /** The inline XBRL facts of a document, each piece a `FactsPiece`. */
  'filing.facts': { args: { readonly filingId: FilingId; readonly sequence: number }; value: readonly Uint8Array[] }
  'filing.work': { args: { readonly filingId: FilingId }; value: FilingWork }
  /** The raw decoded text of a range, for the source view. */
  'filing.source': { args: { readonly filingId: FilingId; readonly range: TextRange }; value: string }
  'filing.leave': { args: { readonly filingId: FilingId; readonly sequence: number; readonly position: number }; value: null }
  /** Decodes the kept bytes again with the encoding the reader chose; notes are re-attached. */
  'filing.reencode': { args: { readonly filingId: FilingId; readonly encoding: string }; value: OpenFiling }

  /** Compares two documents, of one filing or of two; each is analysed first where it never was. The answer is a `Comparison` as JSON. */
  'compare.documents': { args: { readonly left: ComparedDocument; readonly right: ComparedDocument }; value: string }

  'annotation.add': { args: AnnotationDraft; value: Annotation }
  /** Makes many highlights as one step of the history; all of them or none. */
  'annotation.addMany': { args: { readonly drafts: readonly AnnotationDraft[] }; value: readonly Annotation[] }
  'annotation.retag': { args: { readonly id: AnnotationId; readonly rev: number; readonly tagId: TagId | null }; value: Annotation }
  /** With `continues`, one step of the history with the move of the same highlight before it, where nothing was done since. */
  'annotation.move': {
    args: { readonly id: AnnotationId; readonly rev: number; readonly draft: AnnotationDraft; readonly continues?: boolean }
    value: Annotation
  }
  'annotation.remove': { args: { readonly id: AnnotationId; readonly rev: number }; value: null }
  /** Gives many highlights one tag, or none, as one step of the history; all of them or none. Answers those that changed. */
  'annotation.retagMany': { args: { readonly annotations: readonly AnnotationRev[]; readonly tagId: TagId | null };
    value: readonly Annotation[] }
  /** Removes many highlights with the notes on them, as one step of the history; all of them or none. */
  /**
   * Removes many highlights with their notes as one step. With `from`, those that were carried into that filing from an older version
   * are only dismissed from it, and stay whole where they were made.
   */
  'annotation.removeMany': { args: { readonly annotations: readonly AnnotationRev[]; readonly from?: FilingId };
    value: { readonly removed: number; readonly dismissed: number } }

  'decision.set': {
    args: {
      readonly filingId: FilingId
      readonly kind: SuggestionKind
      readonly node: NodeId
      readonly range: TextRange
      readonly exact: string
      /** Null takes the decision back. */
      readonly verdict: DecisionVerdict | null
      readonly risks: readonly RiskId[] | null
      /** As `Decision.links` and `Decision.span`; left as they are where they are absent. */
      readonly links?: readonly LinkedFactor[] | null
      readonly span?: CorrectedSpan | null
    }
    value: Decision | null
  }
  /** Decides many suggestions alike, as one step of the history; corrections stay. Answers the decisions that now stand. */
  'decision.setMany': {
    args: { readonly filingId: FilingId; readonly suggestions: readonly SuggestionRef[]; readonly verdict: DecisionVerdict | null }
    value: readonly Decision[]
  }

  /** Starts a note, empty or with the words of a template or a summary. */
  'note.add': { args: { readonly filingId: FilingId; readonly target: NoteTarget; readonly words?: NoteWords }; value: Note }
  /** Answers only after the commit. */
  'note.save': { args: NoteSave; value: NoteSaved }
  'note.status': {
    args: { readonly id: NoteId; readonly rev: number; readonly status: NoteStatus; readonly owner: string | null;
      readonly dueAt: string | null }
    value: Note
  }
  'note.remove': { args: { readonly id: NoteId; readonly rev: number }; value: null }

  'tag.save': { args: Tag; value: Tag }
  'tag.remove': { args: { readonly id: TagId }; value: null }

  /** Names a risk tag anew, or makes one of the analyst's own where `id` is null. Answers the whole taxonomy. */
  'risk.save': { args: { readonly id: RiskId | null; readonly label: string; readonly group: RiskGroup }; value: readonly RiskTag[] }
  /** Keeps a risk tag from being offered, or offers it again. Answers the whole taxonomy. */
  'risk.hide': { args: { readonly id: RiskId; readonly hidden: boolean }; value: readonly RiskTag[] }

  'history.undo': { args: null; value: UndoOutcome }
  'history.redo': { args: null; value: UndoOutcome }

  /** Shows the save dialog, then prints; fails with `export-cancelled` where it was cancelled. `path` skips the dialog. */
  'export.pdf': {
    args: { readonly filingId: FilingId; readonly sequence: number; readonly include: ExportScope; readonly path: string | null;
      readonly overwrite: boolean }
    value: ExportOutcome
  }
  'export.cancel': { args: null; value: null }

  /** Says that every keystroke of the window is committed, so that it may close. */
  'window.flushed': { args: { readonly token: string }; value: null }
  /** Says that words could not be committed, why, and which: the plain text of every note concerned. The window then asks what to do. */
  'window.notFlushed': { args: { readonly token: string; readonly message: string; readonly text: string }; value: null }
  'clipboard.write': { args: { readonly text: string; readonly html: string | null }; value: null }
}

/** A highlight as a change of many names it: which, and the state the change starts from. */
export interface AnnotationRev {
  readonly id: AnnotationId
  readonly rev: number
}

/** What an exported PDF holds. */
export interface ExportScope {
  /** The whole text with its marks; without it the lists alone are printed. */
  readonly text: boolean
  readonly highlights: boolean
  readonly notes: boolean
  readonly suggestions: 'all' | 'accepted' | 'none'
  /** Whether marks and notes are also comments of the PDF, which its readers list. Needs the text. */
  readonly comments: boolean
  readonly paper: 'letter' | 'a4'
}

/** The name of a call. */
export type CallName = keyof Calls

/** Every call, once. A name missing here or one too many is a type error. */
export const CALL_NAMES: readonly CallName[] = Object.keys({
  'workspace.get': 0,
  'settings.set': 0,
  'library.list': 0,
  'library.some': 0,
  'library.choose': 0,
  'library.import': 0,
  'library.importSample': 0,
  'library.cancel': 0,
  'library.trash': 0,
  'library.restore': 0,
  'filing.open': 0,
  'filing.document': 0,
  'filing.facts': 0,
  'filing.work': 0,
  'filing.source': 0,
  'filing.leave': 0,
  'filing.reencode': 0,
  'compare.documents': 0,
  'annotation.add': 0,
  'annotation.addMany': 0,
  'annotation.retag': 0,
  'annotation.move': 0,
  'annotation.remove': 0,
  'annotation.retagMany': 0,
  'annotation.removeMany': 0,
  'decision.set': 0,
  'decision.setMany': 0,
  'note.add': 0,
  'note.save': 0,
  'note.status': 0,
  'note.remove': 0,
  'tag.save': 0,
  'tag.remove': 0,
  'risk.save': 0,
  'risk.hide': 0,
  'history.undo': 0,
  'history.redo': 0,
  'export.pdf': 0,
  'export.cancel': 0,
  'window.flushed': 0,
  'window.notFlushed': 0,
  'clipboard.write': 0,
  ...FOLDER_CALLS,
  ...QUEUE_CALLS,
  ...REVIEW_CALLS,
  ...SEARCH_CALLS,
  ...UNWANTED_CALLS,
  ...HISTORY_CALLS,
  ...VERSION_CALLS,
  ...COMPARE_CALLS,
  ...CITATION_CALLS,
  ...TEMPLATE_CALLS,
  ...SESSION_CALLS,
  ...EMBEDDED_CALLS,
  ...SHELL_CALLS,
  ...EXCHANGE_CALLS,
  ...PACK_CALLS
} satisfies Record<CallName, 0>) as CallName[]

/** The signature of one call as the renderer sees it. */
export type Call<N extends CallName> = (args: Calls[N]['args']) => Promise<Result<Calls[N]['value']>>

/** The object the preload exposes as `window.redwell`: every call by name, one subscription, and the paths of dropped files. */
export interface RedwellApi {
  readonly call: { readonly [N in CallName]: Call<N> }
  /** Calls `listener` for each event of that name until the returned function is called. */
  readonly on: <E extends EventName>(name: E, listener: (payload: Events[E]) => void) => () => void
  /** The paths on disk of files dropped on the window; the empty string for one that has none. `files` holds DOM `File` objects. */
  readonly pathsOf: (files: readonly object[]) => readonly string[]
}
