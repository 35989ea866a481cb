import { Quote, Tags } from 'lucide-react'
import { Fragment, type MouseEvent } from 'react'
import type { Command } from '../state/commands/command'
import { commands } from '../state/commands/commands'
import { type Asked, contextMenuState } from '../state/window/context-menu'
import { useStore } from '../state/window/use-store'
import { Kbd } from '../ui/kbd'
import { MenuAt, MenuItem, MenuSeparator, MenuSub } from '../ui/menu'

const JUDGE = ['accept', 'reject', 'window.undecide', 'window.overlap'] as const
const MARK = ['highlight', 'note', 'window.remove'] as const
const COPY = ['window.copy', 'window.cite', 'styles'] as const

/** The commands that cite in a style of their own. */
const STYLES: readonly Command['id'][] = ['window.cite-people', 'window.cite-short', 'window.cite-bluebook', 'window.cite-accession',
  'window.cite-evidence']

/** Parts of a menu that are menus of their own: the tags, and the styles of citation. */
type Part = Command['id'] | 'tags' | 'styles'
const LOOK = ['window.beside', 'find', 'window.similar', 'window.also-in'] as const

const TEXT = [JUDGE, [...MARK, 'tags'], COPY, LOOK, ['window.select-all', 'window.note-section', 'window.section-reviewed'], ['window.back',
  'window.forward']] as const

/** Which commands a menu offers, in groups; those that do not apply here are left out. `tags` and `styles` stand for menus of their own. */
const OFFERS: Readonly<Record<Asked['about'], readonly (readonly Part[])[]>> = {
  text: TEXT,
  table: [['window.table-copy', 'window.table-copy-negative', 'window.table-source', 'window.table-whole'], ...TEXT],
  card: [JUDGE, [...MARK, 'tags'], COPY, LOOK],
  note: [['window.question-on', 'window.question-back', 'window.answer'], ['window.note-filing', 'window.templates']],
  figure: [['window.measure'], ['window.also-in', 'find'], ['window.note-section', 'window.back']],
  hit: [['window.hit-open', 'window.hit-filing'], ['window.hit-copy'], ['window.next-library-hit', 'window.previous-library-hit'], [
    'window.back'
  ]],
  row: [['window.row-open-left', 'window.row-open-right'], ['highlight', 'note', 'tags'], ['window.row-copy-left', 'window.row-copy-right'],
    [
      'window.next-change',
      'window.previous-change'
    ], ['window.compare-mode']],
  section: [['window.note-section', 'window.section-reviewed'], ['window.split', 'find'], ['window.back', 'window.forward']]
}

const LABELS: Readonly<Record<Asked['about'], string>> = { text: 'Text', table: 'Table', card: 'Mark', note: 'Note', figure: 'Figure',
  section: 'Section', hit: 'Hit', row: 'Row' }

/** The menu gives the focus back first, so that a command which moves it has the last word. */
const give = (command: Command): void => {
  setTimeout(command.run)
}

const Item = ({ command }: { readonly command: Command }) => (
  <MenuItem hint={command.keys[0] === undefined ? undefined : <Kbd keys={command.keys[0]} />} onSelect={() =>
    give(command)}
  >
    {command.label}
  </MenuItem>
)

const Group = ({ members, all }: { readonly members: readonly Part[]; readonly all: readonly Command[] }) =>
  members.map((id) => {
    const tags = id === 'tags' ? all.filter((command) => command.id.startsWith('tag.')) : []
    if (tags.length > 0) return (
        <MenuSub key={id} label="Tag as" icon={Tags}>{tags.map((command) => <Item key={command.id} command={command} />)}</MenuSub>
      )
    const styles = id === 'styles' ? all.filter((command) => STYLES.includes(command.id)) : []
    if (styles.length > 0)
      return (
        <MenuSub key={id} label="Copy with citation as" icon={Quote}>
          {styles.map((command) => <Item key={command.id} command={command} />)}
        </MenuSub>
      )
    const command = all.find((one) => one.id === id)
    return command ? <Item key={id} command={command} /> : null
  })

/** What can be done with what was pressed with the right button, with the keys that do the same. */
export const ContextMenu = () => {
  const asked = useStore(contextMenuState, contextMenuState.select.asked)
  if (!asked) return null
  const all = commands.all().filter((command) => command.when())
  const groups = OFFERS[asked.about].filter((members) => members.some((id) => id === 'tags' ? false : all.some((one) => one.id === id)))
  if (groups.length === 0) return null
  return (
    <MenuAt key={`${String(asked.x)} ${String(asked.y)}`} x={asked.x} y={asked.y} label={LABELS[asked.about]}
      onClose={contextMenuState.close}
    >
      {groups.map((members, at) => (
        <Fragment key={members.join(' ')}>
          {at === 0 ? null : <MenuSeparator />}
          <Group members={members} all={all} />
        </Fragment>
      ))}
    </MenuAt>
  )
}

/** Puts the card or row under the pointer in focus and asks what can be done with it; where words are written, the field keeps the button. */
export const askAboutCard = (event: MouseEvent): void => {
  const { target, clientX: x, clientY: y } = event
  if (event.defaultPrevented || !(target instanceof Element) || target.closest('input, textarea, [contenteditable="true"]')) return
  const card = target.closest('.card')
  const words = card?.querySelector<HTMLElement>('.card-words') ?? target.closest<HTMLElement>('.mark-row, .entry-quote')
  const note = target.closest<HTMLElement>('.note-card')
  const figure = target.closest<HTMLElement>('.figure-row')
  const section = target.closest('.outline-line')?.querySelector<HTMLElement>('.outline-button')
  if (figure ?? section) {
    event.preventDefault() // What the menu offers acts on the place, so the reader is brought there first.
    ;(figure ?? section)?.click()
    contextMenuState.ask({ about: figure ? 'figure' : 'section', x, y })
    return
  }
  if (!words && !note) return
  event.preventDefault()
  if (note && !words) note.focus()
  else if (card?.getAttribute('data-active') !== 'true') words?.click()
  contextMenuState.ask({ about: words ? 'card' : 'note', x, y })
}

/** Puts the hit of a search or the row of a comparison under the pointer in focus and asks what can be done with it; elsewhere nothing is asked. */
export const askAboutRow = (event: MouseEvent): void => {
  const { target, clientX: x, clientY: y } = event
  if (event.defaultPrevented || !(target instanceof Element) || target.closest('input, textarea, [contenteditable="true"]')) return
  const hit = target.closest<HTMLElement>('.hit')
  const row = target.closest<HTMLElement>('.compare-words')
  if (!hit && !row) return
  event.preventDefault()
  // A second click on a hit would open it.
  if (hit?.dataset['active'] !== 'true') (hit ?? row)?.click()
  contextMenuState.ask({ about: hit ? 'hit' : 'row', x, y })
}
