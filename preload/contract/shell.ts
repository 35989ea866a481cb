import type { FilingId } from './ids'

/** One command in the menu bar: its id, its words, and the keys that give it now, written `Ctrl+Shift+F`, or null. */
export interface MenuEntry {
  readonly id: string
  readonly label: string
  readonly keys: string | null
}

/** A menu of the menu bar, or a menu in one. A null among the lines is a rule. */
export interface MenuSection {
  readonly label: string
  readonly lines: readonly (MenuEntry | MenuSection | null)[]
}

/** The menus that the bar can hold, by the part that the program's own entries are joined to. */
export type MenuPart = 'file' | 'edit' | 'library' | 'annotate' | 'review' | 'view' | 'help'

/** What the window wants in the menu bar, and the filings opened last, the newest first. */
export interface MenuContent {
  readonly parts: Readonly<Record<MenuPart, MenuSection>>
  readonly recent: readonly { readonly filingId: FilingId; readonly title: string }[]
}

/** A copy of the library, made at `at` (ISO 8601 in UTC), `bytes` long. What ails it: it was no longer what was written when it was looked at last, or it is gone though the program did not remove it. */
export interface Backup {
  readonly name: string
  readonly at: string
  readonly bytes: number
  readonly fault: 'damaged' | 'gone' | null
}

/** The end of the program's log, and the crash reports there are, the newest first. Neither holds words of a filing or of a note. */
export interface ProgramLog {
  readonly path: string
  readonly text: string
  readonly crashReports: readonly { readonly name: string; readonly text: string }[]
}

/** A library that is part of the program: its licence by its SPDX name, and the licence's text. */
export interface Licence {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly text: string
}

/** What a start found amiss in the library and made good, as sentences; `whole` is false where something could not be brought back. */
export interface Recovery {
  readonly whole: boolean
  readonly lines: readonly string[]
}

/** Calls on the program around the window. */
export interface ShellCalls {
  /** Sets the menu bar. A chosen entry comes back as the event `menu.command`. */
  'shell.menu': { args: MenuContent; value: null }
  'shell.log': { args: null; value: ProgramLog }
  'shell.licences': { args: null; value: readonly Licence[] }
  'backup.list': { args: null; value: readonly Backup[] }
  /** Makes a backup now; answers all there are. */
  'backup.make': { args: null; value: readonly Backup[] }
  /**
   * Starts the program anew with the library as it was in a backup. The present library is set aside, not deleted, and every
   * note, highlight and decision saved since comes back from the journal.
   */
  'backup.restore': { args: { readonly name: string }; value: null }
}

/** The names of the calls on the program. */
export const SHELL_CALLS = {
  'shell.menu': 0,
  'shell.log': 0,
  'shell.licences': 0,
  'backup.list': 0,
  'backup.make': 0,
  'backup.restore': 0
} satisfies Record<keyof ShellCalls, 0>
