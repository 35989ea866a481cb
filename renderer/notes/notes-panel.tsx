import { commands } from '../state/commands/commands'
import { ArrowUpDown, LayoutTemplate, ListFilter, NotebookPen, Plus, Search } from 'lucide-react'
import { type ReactNode, useMemo, useState } from 'react'
import { annotationsState } from '../state/marks/annotations'
import { documentState } from '../state/document/document'
import { halvesState } from '../state/document/halves'
import { ALL_NOTES, countEntries, entriesOf, filterEntries, NOTE_FACETS, orphansOf, type NoteDue, type NoteEntry, type NoteFilter,
  type NoteSort } from '../state/notes/note-filter'
import { notesState } from '../state/notes/notes'
import { makeSummary } from '../state/summaries/summaries'
import { templatesState } from '../state/notes/templates'
import { today } from '../state/window/today'
import { useShallow, useStore } from '../state/window/use-store'
import { workspaceState } from '../state/window/workspace'
import { Button, IconButton } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { TextField } from '../ui/fields'
import { Kbd } from '../ui/kbd'
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuSeparator } from '../ui/menu'
import { VirtualList } from '../ui/virtual-list'
import { EntryCard, HIGHLIGHT_ICON } from './entry-card'
import { STATUSES } from './note-status'
import { Orphans } from './orphans'

const SORTS: readonly { readonly value: NoteSort; readonly label: string }[] = [
  { value: 'place', label: 'Place in the filing' },
  { value: 'modified', label: 'Last edited' },
  { value: 'created', label: 'Last created' },
  { value: 'due', label: 'Due date' },
  { value: 'status', label: 'Status' }
]

const NO_SECTIONS: readonly never[] = []

function toggled<T>(list: readonly T[], value: T): readonly T[] {
  return list.includes(value) ? list.filter((kept) => kept !== value) : [...list, value]
}

const AddMenu = () => {
  const half = useStore(halvesState, halvesState.select.active)
  const here = useStore(halvesState.half(half), halvesState.select.section)
  const section = useStore(documentState, (state) => state.content?.sections.find(({ id }) => id === here) ?? null)
  return (
    <Menu label="New note" align="end" trigger={<IconButton icon={Plus} label="New note" size="small" />}>
      <MenuItem onSelect={() => void notesState.add({ kind: 'filing' })}>On the whole filing</MenuItem>
      {section
        ? (
          <MenuItem onSelect={() => void notesState.add({ kind: 'section', sectionId: section.id, title: section.title })}>
            On “{section.title.slice(0, 40)}”
          </MenuItem>
        )
        : null}
      <MenuSeparator />
      <MenuItem icon={NotebookPen} onSelect={() => void makeSummary('section')}>Summary of the marks, by section</MenuItem>
      <MenuItem icon={NotebookPen} onSelect={() => void makeSummary('tag')}>Summary of the marks, by tag</MenuItem>
      <MenuSeparator />
      <MenuItem icon={LayoutTemplate} onSelect={() => templatesState.openDialog()}>Templates…</MenuItem>
    </Menu>
  )
}

const DUES: readonly { readonly value: NoteDue; readonly label: string }[] = [
  { value: 'overdue', label: 'Overdue' },
  { value: 'week', label: 'Within a week' },
  { value: 'later', label: 'Later' },
  { value: 'undated', label: 'No day set' }
]

/** The choices of the filter with live counts: what each would show, the other sides taken into account. */
const FilterChoices = ({ filter, entries }: { readonly filter: NoteFilter; readonly entries: readonly NoteEntry[] }) => {
  const tags = useStore(workspaceState, workspaceState.select.tags)
  const counts = useMemo(() => countEntries(entries, filter, today()), [entries, filter])
  const owners = [...counts.owners.keys()].sort((a, b) => a.localeCompare(b))
  const choice = <F extends 'statuses' | 'owners' | 'dues' | 'tags'>(facet: F, value: NoteFilter[F][number], label: string): ReactNode => {
    const list: readonly string[] = filter[facet]
    return (
      <MenuChoice key={value} checked={list.includes(value)} hint={String(counts[facet].get(value) ?? 0)}
        onSelect={() => notesState.setFilter({ [facet]: toggled(list, value) })}
      >
        {label}
      </MenuChoice>
    )
  }
  return (
    <>
      <MenuChoice checked={filter.onlyWithNotes} hint={String(counts.withNotes)}
        onSelect={() => notesState.setFilter({ onlyWithNotes: !filter.onlyWithNotes })}
      >
        Only with notes
      </MenuChoice>
      <MenuSeparator />
      <MenuLabel>Status</MenuLabel>
      {STATUSES.map(({ value, label }) => choice('statuses', value, label))}
      <MenuSeparator />
      <MenuLabel>Due</MenuLabel>
      {DUES.map(({ value, label }) => choice('dues', value, label))}
      {owners.length === 0 ? null : (
        <>
          <MenuSeparator />
          <MenuLabel>Owner</MenuLabel>
        </>
      )}
      {owners.map((owner) => choice('owners', owner, owner === '' ? 'Nobody yet' : owner))}
      <MenuSeparator />
      <MenuLabel>Tag</MenuLabel>
      {tags.map(({ id, name }) => choice('tags', id, name))}
    </>
  )
}

const FilterMenu = ({ filter, entries }: { readonly filter: NoteFilter; readonly entries: readonly NoteEntry[] }) => {
  const count = NOTE_FACETS.reduce((sum, facet) => sum + filter[facet].length, filter.tags.length + Number(filter.onlyWithNotes))
  return (
    <Menu
      label="Filter"
      align="end"
      trigger={
        <IconButton icon={ListFilter} label={count === 0 ? 'Filter' : `Filter: ${String(count)} in use`} size="small"
          aria-pressed={count > 0} />
      }
    >
      <FilterChoices filter={filter} entries={entries} />
    </Menu>
  )
}

const Bar = (
  { filter, shown, entries }: { readonly filter: NoteFilter; readonly shown: number; readonly entries: readonly NoteEntry[] }
) => (
  <div className="panel-bar">
    <TextField label="Filter notes and highlights" placeholder="Filter notes" icon={Search} value={filter.text}
      onChange={(event) => notesState.setFilter({ text: event.target.value })} />
    <span className="panel-count numeric" aria-live="polite">
      {shown === entries.length ? String(shown) : `${String(shown)} of ${String(entries.length)}`}
    </span>
    <FilterMenu filter={filter} entries={entries} />
    <Menu label="Sort" align="end" trigger={<IconButton icon={ArrowUpDown} label="Sort" size="small" />}>
      {SORTS.map(({ value, label }) => (
        <MenuChoice key={value} checked={filter.sort === value} onSelect={() => notesState.setFilter({ sort: value })}>{label}</MenuChoice>
      ))}
    </Menu>
    <AddMenu />
  </div>
)

const Nothing = () => (
  <EmptyState
    icon={HIGHLIGHT_ICON}
    title="No highlights or notes yet"
    text={
      <>
        Select words in the filing and press <Kbd keys={commands.keysOf('highlight')} /> to highlight them or{' '}
        <Kbd keys={commands.keysOf('note')} /> to write a note on them. Notes are saved as you type.
      </>
    }
    acts={<Button tone="plain" icon={Plus} onClick={() => void notesState.add({ kind: 'filing' })}>Note on the whole filing</Button>}
  />
)

interface Wishes {
  readonly sought: string | null
  readonly writing: string | null
  readonly active: string | null
}

/** The entry an act last went to, by key: the note sought, else the one being written, else the highlight in focus; leaving one goes nowhere. */
const useGoal = ({ sought, writing, active }: Wishes): string | null => {
  const [last, setLast] = useState({ sought, writing, active, goal: sought ?? writing ?? active })
  if (last.sought === sought && last.writing === writing && last.active === active) return last.goal
  const fresh = (sought === last.sought ? null : sought) ?? (writing === last.writing ? null : writing) ??
    (active === last.active ? null : active)
  // A note sought is found as soon as it is drawn; the list is still on the way to it then.
  const stays = last.sought !== sought || last.goal === writing || last.goal === active
  const goal = fresh ?? (stays ? last.goal : null)
  setLast({ sought, writing, active, goal })
  return goal
}

const keyOf = (entry: NoteEntry): string => entry.key
const draw = (entry: NoteEntry): ReactNode => <EntryCard entry={entry} />

/** The entries in sight; those sought, in focus, being written or with words that are not saved yet stay drawn wherever they are. */
const Entries = ({ shown, head, foot }: { readonly shown: readonly NoteEntry[]; readonly head: ReactNode; readonly foot: ReactNode }) => {
  const entryOf = useMemo(() => new Map(shown.flatMap(({ key, notes }) => notes.map(({ id }): [string, string] => [id, key]))), [shown])
  const keyOfNote = (id: string | null): string | null => (id === null ? null : entryOf.get(id) ?? null)
  const sought = keyOfNote(useStore(notesState, (state) => state.sought?.id ?? null))
  const writing = keyOfNote(useStore(notesState, notesState.select.writing))
  const active = useStore(documentState, (state) => (state.active?.kind === 'annotation' ? state.active.id : null))
  const unsaved = useShallow(notesState, (state) => Object.keys(state.drafts))
  const goal = useGoal({ sought, writing, active })
  const pinned = [sought, writing, active, ...unsaved.map(keyOfNote)].filter((key) => key !== null)
  return (
    <VirtualList
      look="cards"
      className="entries"
      label="Highlights and notes"
      items={shown}
      keyOf={keyOf}
      draw={draw}
      active={goal}
      steady
      part='.note-card[data-writing="true"], .note-card:focus'
      pinned={pinned}
      head={head}
      foot={foot}
    />
  )
}

/** Everything the analyst marked and wrote in the open filing: orphans first, then highlights with their notes by place. */
export const NotesPanel = () => {
  const annotations = useStore(annotationsState, annotationsState.select.annotations)
  const notes = useStore(notesState, notesState.select.notes)
  const filter = useStore(notesState, notesState.select.filter)
  const writing = useStore(notesState, notesState.select.writing)
  const sections = useStore(documentState, (state) => state.content?.sections ?? NO_SECTIONS)
  const open = useStore(documentState, documentState.select.filingId)
  const entries = useMemo(() => entriesOf(annotations, notes, sections), [annotations, notes, sections])
  const orphans = useMemo(() => orphansOf(annotations, notes), [annotations, notes])
  const shown = useMemo(() => filterEntries(entries, filter, writing, today()), [entries, filter, writing])
  if (open === null)
    return <EmptyState icon={HIGHLIGHT_ICON} title="No filing is open" text="Open a filing to see and write notes on it." />
  if (entries.length === 0 && orphans.length === 0) return <Nothing />
  return (
    <div className="panel" aria-label="Notes">
      <Bar filter={filter} shown={shown.length} entries={entries} />
      <Entries
        shown={shown}
        head={<Orphans entries={orphans} />}
        foot={shown.length === 0 && entries.length > 0
          ? (
            <EmptyState title="Nothing passes the filter" acts={
              <Button tone="plain" onClick={() => notesState.setFilter(ALL_NOTES)}>Show all</Button>
            } />
          )
          : null}
      />
    </div>
  )
}
