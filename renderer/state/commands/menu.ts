/** The menu bar: which commands stand in which menu, with the keys that give them now, and the filings opened last. */
import type { FilingSummary } from '#contract/library'
import type { MenuContent, MenuEntry, MenuPart, MenuSection } from '#contract/shell'
import { call } from '../../bridge/client'
import { subscribe } from '../../bridge/events'
import type { Command, CommandGroup } from './command'
import { commands } from './commands'
import { documentState } from '../document/document'
import { libraryState } from '../library/library'
import { workspaceState } from '../window/workspace'

/** How many filings stand under "Open recent". */
const RECENT = 10

/** The menu that a group of commands stands in. */
const PART_OF: Readonly<Record<CommandGroup, MenuPart>> = {
  Filing: 'file',
  Library: 'library',
  Find: 'edit',
  Review: 'review',
  Select: 'annotate',
  Mark: 'annotate',
  Table: 'view',
  View: 'view',
  Window: 'help'
}

/** Groups that stand in a menu of their own inside the menu. */
const SUBMENUS: readonly CommandGroup[] = ['Select', 'Table']

/** Commands that a menu has no use for. */
const LEFT_OUT: ReadonlySet<string> = new Set(['window.escape'])

/** Commands that readers look for in another menu than that of their group. */
const ELSEWHERE: Readonly<Record<string, MenuPart>> = { undo: 'edit', redo: 'edit', settings: 'file', palette: 'view' }

const entryOf = ({ id, label, keys }: Command): MenuEntry => ({ id, label, keys: keys[0] ?? null })

const sub = (label: string, members: readonly Command[]): MenuSection => ({ label, lines: members.map(entryOf) })

/** The lines of one menu: its groups with a rule between them, tags and themes in menus of their own. */
const sectionOf = (part: MenuPart, all: readonly Command[]): MenuSection => {
  const partOf = (command: Command): MenuPart => ELSEWHERE[command.id] ?? PART_OF[command.group]
  const here = all.filter((command) => partOf(command) === part && !LEFT_OUT.has(command.id))
  const tags = here.filter(({ id }) => id.startsWith('tag.'))
  const themes = here.filter(({ id }) => id.startsWith('theme-'))
  const rest = here.filter((command) => !tags.includes(command) && !themes.includes(command))
  const groups = [...new Set(rest.map(({ group }) => group))].map((group) => rest.filter((command) => command.group === group))
  const lines: (MenuEntry | MenuSection | null)[] = []
  for (const members of groups) {
    if (lines.length > 0) lines.push(null)
    const group = members[0]?.group ?? 'Filing'
    if (SUBMENUS.includes(group)) lines.push(sub(group, members))
    else lines.push(...members.map(entryOf))
  }
  if (tags.length > 0) lines.push(null, sub('Tag', tags))
  if (themes.length > 0) lines.push(null, sub('Theme', themes))
  return { label: part, lines }
}

/** What the menu bar holds: every command once, and the filings opened last. Undo and redo stand first in their menu. */
export const menuContent = (all: readonly Command[], filings: readonly FilingSummary[]): MenuContent => {
  const first = ['undo', 'redo']
  const ordered = [...all.filter(({ id }) => first.includes(id)), ...all.filter(({ id }) => !first.includes(id))]
  const part = (name: MenuPart): MenuSection => sectionOf(name, ordered)
  const opened = filings.filter(({ openedAt }) => openedAt !== null).sort((a, b) => (b.openedAt ?? '').localeCompare(a.openedAt ?? ''))
  return {
    parts: { file: part('file'), edit: part('edit'), library: part('library'), annotate: part('annotate'), review: part('review'),
      view: part('view'), help: part('help') },
    recent: opened.slice(0, RECENT).map(({ id, title, company }) => ({ filingId: id,
      title: company === null ? title : `${title} · ${company}` })
    )
  }
}

const OPEN = 'open.'

const give = (command: string): void => {
  if (command.startsWith(OPEN)) void documentState.openFiling(command.slice(OPEN.length))
  else commands.run(command)
}

/** Keeps the menu bar as the commands are, and gives what is chosen there, until the returned function is called. */
export const followMenu = (): () => void => {
  let shown = ''
  let waiting = false
  const refresh = (): void => {
    waiting = false
    const content = menuContent(commands.all(), libraryState.store.get().filings)
    const next = JSON.stringify(content)
    if (next === shown) return
    shown = next
    void call('shell.menu', content)
  }
  const soon = (): void => {
    if (waiting) return
    waiting = true
    queueMicrotask(refresh)
  }
  const endings = [subscribe('menu.command', ({ command }) => give(command)), workspaceState.store.subscribe(soon),
    libraryState.store.subscribe((now, before) => {
      if (now.filings !== before.filings) soon()
    })]
  soon()
  return () => {
    for (const end of endings) end()
  }
}
