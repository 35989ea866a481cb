import type { Calls } from '#contract/calls'
import type { EventName, Events } from '#contract/events'
import type { ExportOutcome } from '#contract/library'
import type { Result } from '#contract/result'
import type { Licence, MenuContent, ProgramLog } from '#contract/shell'

/** A text, or bytes, to be written to a file that the reader chooses; the ending of its name, one of `kinds`, says how. Endings are written without their dot. */
export interface FileSaving {
  readonly path: string | null
  readonly title: string
  readonly suggestedName: string
  readonly kinds: readonly { readonly name: string; readonly extension: string }[]
  readonly contentFor: (extension: string) => Result<string | Uint8Array> | Promise<Result<string | Uint8Array>>
}

/** Files that a writer made, to be written to a place that the reader chooses: one of a kind, or where `kind` is null any number into a new folder. */
export interface FilesSaving {
  readonly path: string | null
  readonly title: string
  readonly suggestedName: string
  readonly kind: { readonly name: string; readonly extension: string } | null
  readonly filesFor: () => Promise<Result<readonly { readonly path: string; readonly bytes: Uint8Array }[]>>
}

/** A document of a filing to be printed, what it is called for the reader, and the name its file gets. */
export interface DocumentToPrint extends Pick<Calls['export.pdf']['args'], 'filingId' | 'sequence' | 'include'> {
  readonly title: string
  readonly path: string
}

/**
 * What the handlers need of windows and the operating system. The app's room implements it by its shape and the composition
 * root hands it over; no handler knows Electron.
 */
export interface Shell {
  /** Shows the system's open dialog over the front window; the chosen paths, or an empty list where it was cancelled. */
  readonly chooseFiles: () => Promise<readonly string[]>
  /** Shows the system's folder dialog over the front window; null where it was cancelled. */
  readonly chooseFolder: (title: string) => Promise<string | null>
  /** Shows the save dialog where `path` is null, then writes the content for the file's ending atomically; null where it was cancelled. */
  readonly saveFile: (saving: FileSaving) => Promise<Result<{ readonly path: string } | null>>
  /** As `saveFile`, of several files: whole or not at all. */
  readonly saveFiles: (
    saving: FilesSaving
  ) => Promise<Result<{ readonly path: string; readonly files: number; readonly bytes: number } | null>>
  /** Shows the save dialog where `path` is null, then prints and writes atomically. Never overwrites unless `overwrite`. */
  readonly exportPdf: (args: Calls['export.pdf']['args']) => Promise<Result<ExportOutcome>>
  /** Prints documents one after the other; `refused` are the names of those that could not be. Stopped by `cancelExport`. */
  readonly printAll: (documents: readonly DocumentToPrint[]) => Promise<
    Result<{ readonly files: readonly { readonly path: string; readonly content: Uint8Array }[]; readonly refused: readonly string[] }>
  >
  /** As `exportPdf`, of a comparison. */
  readonly exportRedline: (args: Calls['compare.export']['args']) => Promise<Result<ExportOutcome>>
  /** Stops the export that runs, if one does; it ends with `export-cancelled`. */
  readonly cancelExport: () => void
  /** The window that was given this token has committed every keystroke. */
  readonly windowFlushed: (token: string) => void
  /** The window that was given this token could not commit everything: why, and the words concerned. */
  readonly windowNotFlushed: (token: string, unsaved: { readonly message: string; readonly text: string }) => void
  /** Puts plain text on the system's clipboard, beside it the same as HTML where there is such a form. */
  readonly writeClipboard: (text: string, html: string | null) => void
  /** Sets the menu bar. */
  readonly setMenu: (content: MenuContent) => void
  readonly readLog: () => ProgramLog
  readonly readLicences: () => readonly Licence[]
  /** Ends the program politely and starts it anew. */
  readonly restart: () => void
  /** Sends an event to every open window. */
  readonly emit: <E extends EventName>(name: E, payload: Events[E]) => void
}
