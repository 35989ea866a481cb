/** What a command of the window is; the lists of commands import this and nothing of each other. */

/** The commands that are called by name from more than one place of the window. */
export type NamedCommand = 'open' | 'library' | 'find' | 'find-next' | 'find-previous' | 'search-library' | 'export-pdf' | 'undo' | 'redo'
  | 'highlight' | 'note' | 'accept' | 'reject' | 'next-suggestion' | 'previous-suggestion' | 'toggle-source' | 'toggle-sidebar'
  | 'toggle-inspector' | 'theme-light' | 'theme-sepia' | 'theme-dark' | 'theme-contrast' | 'theme-system' | 'text-larger' | 'text-smaller'
  | 'text-reset' | 'shortcuts' | 'about' | 'settings' | 'palette'

/** What commands are for, in the order in which lists give them. */
export const COMMAND_GROUPS = ['Filing', 'Library', 'Find', 'Review', 'Select', 'Mark', 'Table', 'View', 'Window'] as const

/** The groups in which commands are listed. */
export type CommandGroup = (typeof COMMAND_GROUPS)[number]

/** One command. `keys` are written `Ctrl+Shift+F`, several if several do; on a Mac, Ctrl is read as Command. */
export interface Command {
  readonly id: NamedCommand | `window.${string}` | `tag.${string}`
  readonly label: string
  readonly group: CommandGroup
  readonly keys: readonly string[]
  /** Whether it can be given now. */
  readonly when: () => boolean
  readonly run: () => void
}
