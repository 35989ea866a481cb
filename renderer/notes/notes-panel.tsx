import { ArrowUpDown, ListFilter, Plus, Search } from 'lucide-react'
import { useMemo } from 'react'
import { annotationsState } from '../state/annotations'
import { documentState } from '../state/document'
import { halvesState } from '../state/halves'
import { ALL_NOTES, entriesOf, filterEntries, orphansOf, type NoteFilter, type NoteSort } from '../state/note-filter'
import { notesState } from '../state/notes'
import { useStore } from '../state/use-store'
import { workspaceState } from '../state/workspace'
import { Button, IconButton } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { TextField } from '../ui/fields'
import { Kbd } from '../ui/kbd'
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuSeparator } from '../ui/menu'
import { EntryCard, HIGHLIGHT_ICON } from './entry-card'
import { STATUSES } from './note-status'
import { Orphans } from './orphans'

const SORTS: readonly { readonly value: NoteSort; readonly label: string }[] = [
  { value: 'place', label: 'Place in the filing' }, { value: 'modified', label: 'Last edited' }, { value: 'created', label: 'Last created' }, { value: 'due', label: 'Due date' }
]

const NO_SECTIONS: readonly never[] = []

const toggled = <T,>(list: readonly T[], value: T): readonly T[] => (list.includes(value) ? list.filter((kept) => kept !== value) : [...list, value])

const AddMenu = () => {
  const half = useStore(halvesState, halvesState.select.active)
  const here = useStore(halvesState.half(half), halvesState.select.section)
  const section = useStore(documentState, (state) => state.content?.sections.find(({ id }) => id === here) ?? null)
  return (
    <Menu label="New note" align="end" trigger={<IconButton icon={Plus} label="New note" size="small" />}>
      <MenuItem onSelect={() => { void notesState.add({ kind: 'filing' }) }}>On the whole filing</MenuItem>
      {section
        ? <MenuItem onSelect={() => { void notesState.add({ kind: 'section', sectionId: section.id, title: section.title }) }}>On “{section.title.slice(0, 40)}”</MenuItem>
        : null}
    </Menu>
  )
}

const FilterMenu = ({ filter }: { readonly filter: NoteFilter }) => {
  const tags = useStore(workspaceState, workspaceState.select.tags)
  const notes = useStore(notesState, notesState.select.notes)
  const annotations = useStore(annotationsState, annotationsState.select.annotations)
  const count = filter.statuses.length + filter.tags.length + Number(filter.onlyWithNotes)
  return (
    <Menu
      label="Filter" align="end"
      trigger={<IconButton icon={ListFilter} label={count === 0 ? 'Filter' : `Filter: ${String(count)} in use`} size="small" aria-pressed={count > 0} />}
    >
      <MenuChoice checked={filter.onlyWithNotes} onSelect={() => { notesState.setFilter({ onlyWithNotes: !filter.onlyWithNotes }) }}>Only with notes</MenuChoice>
      <MenuSeparator />
      <MenuLabel>Status</MenuLabel>
      {STATUSES.map(({ value, label }) => (
        <MenuChoice
          key={value} checked={filter.statuses.includes(value)} hint={String(notes.filter(({ status }) => status === value).length)}
          onSelect={() => { notesState.setFilter({ statuses: toggled(filter.statuses, value) }) }}
        >
          {label}
        </MenuChoice>
      ))}
      <MenuSeparator />
      <MenuLabel>Tag</MenuLabel>
      {tags.map((tag) => (
        <MenuChoice
          key={tag.id} checked={filter.tags.includes(tag.id)} hint={String(annotations.filter(({ tagId }) => tagId === tag.id).length)}
          onSelect={() => { notesState.setFilter({ tags: toggled(filter.tags, tag.id) }) }}
        >
          {tag.name}
        </MenuChoice>
      ))}
    </Menu>
  )
}

const Bar = ({ filter, shown, total }: { readonly filter: NoteFilter; readonly shown: number; readonly total: number }) => (
  <div className="panel-bar">
    <TextField label="Filter notes and highlights" placeholder="Filter notes" icon={Search} value={filter.text} onChange={(event) => { notesState.setFilter({ text: event.target.value }) }} />
    <span className="panel-count numeric" aria-live="polite">{shown === total ? String(total) : `${String(shown)} of ${String(total)}`}</span>
    <FilterMenu filter={filter} />
    <Menu label="Sort" align="end" trigger={<IconButton icon={ArrowUpDown} label="Sort" size="small" />}>
      {SORTS.map(({ value, label }) => (
        <MenuChoice key={value} checked={filter.sort === value} onSelect={() => { notesState.setFilter({ sort: value }) }}>{label}</MenuChoice>
      ))}
    </Menu>
    <AddMenu />
  </div>
)

const Nothing = () => (
  <EmptyState
    icon={HIGHLIGHT_ICON} title="No highlights or notes yet"
    text={<>Select words in the filing and press <Kbd keys="H" /> to highlight them or <Kbd keys="N" /> to write a note on them. Notes are saved as you type.</>}
    acts={<Button tone="plain" icon={Plus} onClick={() => { void notesState.add({ kind: 'filing' }) }}>Note on the whole filing</Button>}
  />
)

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
  const shown = useMemo(() => filterEntries(entries, filter, writing), [entries, filter, writing])
  if (open === null) return <EmptyState icon={HIGHLIGHT_ICON} title="No filing is open" text="Open a filing to see and write notes on it." />
  if (entries.length === 0 && orphans.length === 0) return <Nothing />
  return (
    <div className="panel" aria-label="Notes">
      <Bar filter={filter} shown={shown.length} total={entries.length} />
      <div className="panel-list">
        <Orphans entries={orphans} />
        <ul className="entries">{shown.map((entry) => <EntryCard key={entry.key} entry={entry} />)}</ul>
        {shown.length === 0 && entries.length > 0
          ? <EmptyState title="Nothing passes the filter" acts={<Button tone="plain" onClick={() => { notesState.setFilter(ALL_NOTES) }}>Show all</Button>} />
          : null}
      </div>
    </div>
  )
}
