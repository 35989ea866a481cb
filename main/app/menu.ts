import type { MenuItemConstructorOptions } from 'electron'
import type { MenuContent, MenuEntry, MenuSection } from '#contract/shell'

/** What the menu bar needs of the program around it. */
export interface MenuSurroundings {
  /** Called with the id of a chosen command. */
  readonly run: (command: string) => void
  /** Adds reload and the developer tools, which a release does not have. */
  readonly developer: boolean
  readonly mac: boolean
}

const LINE: MenuItemConstructorOptions = { type: 'separator' }

/** The names that the menu bar has for keys which the page calls otherwise (Electron, "Accelerator"). */
const KEY_NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: 'Left',
  ArrowRight: 'Right',
  ArrowUp: 'Up',
  ArrowDown: 'Down',
  ' ': 'Space',
  '+': 'Plus',
  Escape: 'Esc',
  Enter: 'Return'
}

/** The keys of a command as the menu bar writes them: `Ctrl+Shift+F` becomes `CmdOrCtrl+Shift+F`. Null for keys it has no name for. */
export const acceleratorOf = (keys: string): string | null => {
  const last = keys.endsWith('+') ? '+' : keys.slice(keys.lastIndexOf('+') + 1)
  const held = keys.slice(0, keys.length - last.length).split('+').filter((part) => part !== '')
  const name = KEY_NAMES[last] ?? (last.length === 1 ? last.toUpperCase() : last)
  if (!/^(?:[\x21-\x7e]|F\d{1,2}|Left|Right|Up|Down|Space|Plus|Esc|Return|Tab|Delete|Backspace|Home|End|PageUp|PageDown|Insert)$/.test(
    name
  )) return null
  return [...held.map((part) => (part === 'Ctrl' ? 'CmdOrCtrl' : part)), name].join('+')
}

/** An ampersand in a label would underline the letter after it. */
const plain = (label: string): string => label.replaceAll('&', '&&')

/**
 * The page answers its keys itself, since one that moves a caret or writes a letter is the editor's; the menu only shows them. The Mac
 * cannot show a key without taking it, so that there only keys held with another one stand in the menu.
 */
const acceleratorFor = ({ keys }: MenuEntry, mac: boolean): MenuItemConstructorOptions => {
  const accelerator = keys === null ? null : acceleratorOf(keys)
  if (accelerator === null || (mac && !accelerator.includes('CmdOrCtrl'))) return {}
  return mac ? { accelerator } : { accelerator, registerAccelerator: false }
}

const linesOf = (section: MenuSection, around: MenuSurroundings): MenuItemConstructorOptions[] =>
  section.lines.map((line) => {
    if (line === null) return LINE
    if ('lines' in line) return { label: plain(line.label), submenu: linesOf(line, around) }
    return { id: line.id, label: plain(line.label), click: () => around.run(line.id), ...acceleratorFor(line, around.mac) }
  })

const recentMenu = ({ recent }: MenuContent, { run }: MenuSurroundings): MenuItemConstructorOptions => ({
  label: 'Open recent',
  enabled: recent.length > 0,
  submenu: recent.map(({ filingId, title }) => ({ id: `open.${filingId}`, label: plain(title), click: () => {
    run(`open.${filingId}`)
  } }))
})

const EDITING: readonly MenuItemConstructorOptions[] = [
  { role: 'cut' },
  { role: 'copy' },
  { role: 'paste' },
  { role: 'pasteAndMatchStyle' },
  { role: 'selectAll' }
]

/**
 * The menu bar as a template: what the window wants in each menu, joined to the entries of the program itself. With null, as
 * before the page has loaded, it holds those alone.
 */
export const menuTemplate = (content: MenuContent | null, around: MenuSurroundings): MenuItemConstructorOptions[] => {
  const linesFor = (
    part: keyof MenuContent['parts']
  ): MenuItemConstructorOptions[] => (content === null ? [] : linesOf(content.parts[part], around))
  const menu = (part: keyof MenuContent['parts'], label: string,
    lines: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions => ({
      id: part,
      label,
      submenu: [...lines]
    })
  const developer: MenuItemConstructorOptions[] = around.developer ? [LINE, { role: 'reload' }, { role: 'toggleDevTools' }] : []
  return [
    menu('file', '&File', [
      ...linesFor('file'),
      ...(content === null ? [] : [recentMenu(content, around)]),
      LINE,
      { role: 'close', label: '&Close window', accelerator: 'CmdOrCtrl+Shift+W' },
      { role: 'quit', label: '&Quit Redwell', accelerator: 'CmdOrCtrl+Q' }
    ]),
    menu('edit', '&Edit',
      content === null ? EDITING : [...linesFor('edit').slice(0, 2), LINE, ...EDITING, LINE, ...linesFor('edit').slice(2)]),
    ...(content === null
      ? []
      : [menu('library', '&Library', linesFor('library')), menu('annotate', '&Annotate', linesFor('annotate')),
        menu('review', '&Review', linesFor('review'))]),
    menu('view', '&View', [...linesFor('view'), LINE, { role: 'togglefullscreen', label: '&Full screen' }, ...developer]),
    ...(content === null ? [] : [menu('help', '&Help', linesFor('help'))])
  ]
}
