import type { MenuItemConstructorOptions } from 'electron'
import type { MenuCommand } from '#contract/events'

/**
 * How one command stands in the menu bar. A `hint` is a key that the page answers itself (a single letter): it is only shown,
 * since the menu would take it away from a note that is being written.
 */
interface Entry {
  readonly label: string
  readonly key?: string
  readonly hint?: string
}

/** Every command of the contract; one that is missing here is a type error. */
const ENTRIES: Readonly<Record<MenuCommand, Entry>> = {
  'open': { label: '&Open filing…', key: 'CmdOrCtrl+O' },
  'library': { label: '&Library', key: 'CmdOrCtrl+L' },
  'export-pdf': { label: '&Export PDF…', key: 'CmdOrCtrl+E' },
  'settings': { label: '&Settings…', key: 'CmdOrCtrl+,' },
  'undo': { label: '&Undo', key: 'CmdOrCtrl+Z' },
  'redo': { label: '&Redo', key: 'CmdOrCtrl+Shift+Z' },
  'find': { label: '&Find in filing…', key: 'CmdOrCtrl+F' },
  'find-next': { label: 'Find &next', key: 'CmdOrCtrl+G' },
  'find-previous': { label: 'Find &previous', key: 'CmdOrCtrl+Shift+G' },
  'search-library': { label: 'Search &library…', key: 'CmdOrCtrl+Shift+F' },
  'highlight': { label: '&Highlight selection', hint: 'H' },
  'note': { label: 'Add &note', hint: 'N' },
  'accept': { label: '&Accept suggestion', hint: 'A' },
  'reject': { label: '&Reject suggestion', hint: 'R' },
  'next-suggestion': { label: 'Ne&xt suggestion', hint: 'J' },
  'previous-suggestion': { label: '&Previous suggestion', hint: 'K' },
  'palette': { label: '&Command palette…', key: 'CmdOrCtrl+K' },
  'toggle-sidebar': { label: '&Sidebar', key: 'CmdOrCtrl+\\' },
  'toggle-inspector': { label: '&Inspector', key: 'CmdOrCtrl+Shift+\\' },
  'toggle-source': { label: 'S&ource', key: 'CmdOrCtrl+U' },
  'text-larger': { label: '&Larger text', key: 'CmdOrCtrl+Plus' },
  'text-smaller': { label: 'S&maller text', key: 'CmdOrCtrl+-' },
  'text-reset': { label: '&Normal text', key: 'CmdOrCtrl+0' },
  'theme-system': { label: '&As the system' },
  'theme-light': { label: '&Light' },
  'theme-sepia': { label: '&Sepia' },
  'theme-dark': { label: '&Dark' },
  'theme-contrast': { label: 'High &contrast' },
  'shortcuts': { label: '&Keyboard shortcuts', hint: '?' },
  'about': { label: '&About Redwell' }
}

type Line = MenuCommand | MenuItemConstructorOptions

const LINE: MenuItemConstructorOptions = { type: 'separator' }

const DEVELOPER_LINES: readonly Line[] = [LINE, { role: 'reload' }, { role: 'toggleDevTools' }]

const THEMES: readonly MenuCommand[] = ['theme-system', 'theme-light', 'theme-sepia', 'theme-dark', 'theme-contrast']

/**
 * The menu bar as a template. `run` is called with the command of a chosen entry. `developer` adds reload and the developer tools,
 * which a release does not have.
 */
export const menuTemplate = (run: (command: MenuCommand) => void, developer: boolean): MenuItemConstructorOptions[] => {
  const item = (line: Line): MenuItemConstructorOptions => {
    if (typeof line !== 'string') return line
    const { label, key, hint } = ENTRIES[line]
    const click = (): void => { run(line) }
    if (key !== undefined) return { id: line, label, click, accelerator: key }
    if (hint !== undefined) return { id: line, label, click, accelerator: hint, registerAccelerator: false }
    return { id: line, label, click }
  }
  const menu = (label: string, lines: readonly Line[]): MenuItemConstructorOptions => ({ label, submenu: lines.map(item) })
  return [
    menu('&File', ['open', 'library', LINE, 'export-pdf', LINE, 'settings', LINE,
      { role: 'close', label: '&Close window' }, { role: 'quit', label: '&Quit Redwell', accelerator: 'CmdOrCtrl+Q' }]),
    menu('&Edit', ['undo', 'redo', LINE, { role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'pasteAndMatchStyle' },
      { role: 'selectAll' }, LINE, 'find', 'find-next', 'find-previous', 'search-library']),
    menu('&Annotate', ['highlight', 'note', LINE, 'accept', 'reject', LINE, 'next-suggestion', 'previous-suggestion']),
    menu('&View', ['palette', LINE, 'toggle-sidebar', 'toggle-inspector', 'toggle-source', LINE, 'text-larger', 'text-smaller',
      'text-reset', LINE, menu('&Theme', THEMES), LINE, { role: 'togglefullscreen', label: '&Full screen' },
      ...(developer ? DEVELOPER_LINES : [])]),
    menu('&Help', ['shortcuts', 'about'])
  ]
}
