import { CLASS_WORDS } from '#model/suggestion-words'
import { commands } from '../../state/commands/commands'
import { Check, Eye, FilterX, NotebookPen, Highlighter, ListChecks, Search, Tag as TagIcon, Trash2, X } from 'lucide-react'
import { type KeyboardEvent, useDeferredValue } from 'react'
import { annotationsState } from '../../state/marks/annotations'
import { documentState } from '../../state/document/document'
import { findingsState } from '../../state/marks/findings'
import { rowFor } from '../../state/library/list-selection'
import { type Facet, type FacetCounts, isOpen, type MarkFilter, type MarkKind, NONE } from '../../state/marks/mark-filter'
import { marksState } from '../../state/marks/marks'
import { notesState } from '../../state/notes/notes'
import { makeSummary } from '../../state/summaries/summaries'
import { useStore } from '../../state/window/use-store'
import { workspaceState } from '../../state/window/workspace'
import { useDateWords } from '../../ui/date-text'
import { Button, IconButton } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { TextField } from '../../ui/fields'
import { FilterMenu } from '../../ui/filter-menu'
import { Kbd } from '../../ui/kbd'
import { Menu, MenuItem } from '../../ui/menu'
import { MARK_STATUS_WORDS, MarkRow } from './mark-row'
import { PanelState, usePanelState } from '../suggestion/panel-state'
import { VirtualList } from '../../ui/virtual-list'

const KIND_WORDS: Readonly<Record<MarkKind, string>> = {
  highlight: 'Highlight',
  note: 'With a note',
  finding: 'Finding',
  core: 'Forward-looking',
  borderline: CLASS_WORDS.borderline.word,
  boilerplate: CLASS_WORDS.boilerplate.word
}

/** The facets in the order and the words of the bar; the later ones matter less. */
const FACET_WORDS: readonly { readonly facet: Facet; readonly label: string }[] = [
  { facet: 'kind', label: 'Kind' },
  { facet: 'tag', label: 'Tag' },
  { facet: 'status', label: 'Status' },
  { facet: 'section', label: 'Section' },
  { facet: 'colour', label: 'Colour' },
  { facet: 'speaker', label: 'Speaker' },
  { facet: 'date', label: 'Date' }
]

const ALL_WORDS: Readonly<Record<string, string>> = { ...KIND_WORDS, ...MARK_STATUS_WORDS }

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1)

/** The order in which the values of a facet are offered: days from the latest on, the others as they come in the filing. */
const ordered = (facet: Facet,
  counts: ReadonlyMap<string, number>): ReadonlyMap<string,
  number> => (facet === 'date' ? new Map([...counts].sort(([a], [b]) => b.localeCompare(a))) : counts)

const Filters = ({ filter, counts }: { readonly filter: MarkFilter; readonly counts: FacetCounts }) => {
  const tags = useStore(workspaceState, workspaceState.select.tags)
  const { short } = useDateWords()
  const wordsOf = (facet: Facet) => (value: string): string => {
    switch (facet) {
      case 'tag':
        return value === NONE ? 'No tag' : tags.find(({ id }) => id === value)?.name ?? 'Removed tag'
      case 'speaker':
        return value === NONE ? 'Nobody quoted' : value
      case 'colour':
        return capital(value)
      case 'date':
        return short(value)
      case 'section':
        return value
      case 'kind':
      case 'status':
        return ALL_WORDS[value] ?? value
    }
  }
  return FACET_WORDS.map(({ facet, label }) => (
    <FilterMenu
      key={facet}
      label={label}
      counts={ordered(facet, counts[facet])}
      chosen={filter.chosen[facet] ?? []}
      wordsOf={wordsOf(facet)}
      onChange={(values) => marksState.choose(facet, values)}
    />
  ))
}

const useListed = () => {
  const content = useStore(documentState, documentState.select.content)
  const filingId = useStore(documentState, documentState.select.filingId)
  const decisions = useStore(findingsState, findingsState.select.decisions)
  // The list may follow a moment later than the text, which is what the reader looks at.
  const annotations = useDeferredValue(useStore(annotationsState, annotationsState.select.annotations))
  const notes = useDeferredValue(useStore(notesState, notesState.select.notes))
  const tags = useStore(workspaceState, workspaceState.select.tags)
  const filter = useStore(marksState, marksState.select.filter(filingId))
  return marksState.list({ content, decisions, annotations, notes, tags }, filter)
}

const Bar = (
  { filter, shown, total, counts }: { readonly filter: MarkFilter; readonly shown: number; readonly total: number;
    readonly counts: FacetCounts }
) => {
  const only = useStore(marksState, marksState.select.only)
  const words = shown === total ? total.toLocaleString('en') : `${shown.toLocaleString('en')} of ${total.toLocaleString('en')}`
  return (
    <>
      <div className="panel-bar panel-search">
        <TextField label="Filter marks" placeholder="Words, notes, sections" icon={Search} value={filter.text}
          onChange={(event) => marksState.setText(event.target.value)} />
        <span className="panel-count numeric" role="status">{words}</span>
        <IconButton size="small" icon={Eye} label="Only these in the text" aria-pressed={only} onClick={marksState.toggleOnly} />
        <IconButton size="small" icon={FilterX} label="Clear the filter" disabled={isOpen(filter)} onClick={marksState.clear} />
        <Menu label="Make a summary note" align="end" trigger={<IconButton size="small" icon={NotebookPen} label="Make a summary note" />}>
          <MenuItem onSelect={() => void makeSummary('section')}>By section</MenuItem>
          <MenuItem onSelect={() => void makeSummary('tag')}>By tag</MenuItem>
        </Menu>
      </div>
      <div className="panel-bar panel-filters" role="group" aria-label="Filters">
        <Filters filter={filter} counts={counts} />
      </div>
    </>
  )
}

const TagMenu = ({ count }: { readonly count: number }) => {
  const tags = useStore(workspaceState, workspaceState.select.tags)
  return (
    <Menu label="Tag" trigger={<Button size="small" tone="plain" icon={TagIcon} disabled={count === 0}>Tag {count}</Button>}>
      <MenuItem onSelect={() => void marksState.retag(null)}>No tag</MenuItem>
      {tags.map((tag) => (
        <MenuItem key={tag.id} hint={tag.shortcut ?? undefined} onSelect={() => void marksState.retag(tag.id)}>{tag.name}</MenuItem>
      ))}
    </Menu>
  )
}

const removeWords = (own: number, carried: number): string => {
  if (carried === 0) return `Remove ${String(own)}`
  return own === 0 ? `Dismiss ${String(carried)}` : `Remove ${String(own)}, dismiss ${String(carried)}`
}

/** What can be done with the marks that are chosen. */
const Acts = ({ chosen }: { readonly chosen: number }) => {
  const highlights = marksState.highlights().length
  const undecided = marksState.undecided()
  const carried = marksState.carried()
  return (
    <div className="panel-bar mark-acts" role="toolbar" aria-label="Chosen marks">
      <span className="mark-acts-count" role="status">{chosen} chosen</span>
      <span className="grow" />
      {highlights > 0 ? <TagMenu count={highlights} /> : null}
      {highlights > 0
        ? (
          <Button size="small" tone="plain" icon={Trash2}
            title={carried === 0 ? undefined : 'Highlights of an older version are dismissed from this one and stay there'}
            onClick={() => void marksState.remove()}
          >
            {removeWords(highlights - carried, carried)}
          </Button>
        )
        : null}
      {undecided.length > 0
        ? (
          <Button size="small" tone="plain" icon={Check} onClick={() => void findingsState.decideAll(undecided, 'accepted')}>
            Accept {undecided.length}
          </Button>
        )
        : null}
      {undecided.length > 0
        ? (
          <Button size="small" tone="plain" icon={X} onClick={() => void findingsState.decideAll(undecided, 'rejected')}>
            Reject {undecided.length}
          </Button>
        )
        : null}
      <IconButton size="small" icon={X} label="Choose none" keys="Esc" onClick={marksState.takeNone} />
    </div>
  )
}

/** What a key does in the list; answers whether it was one of the list's own. */
const act = (event: KeyboardEvent, page: number): boolean => {
  const { shown } = marksState.now()
  const { selection } = marksState.store.get()
  const command = event.ctrlKey || event.metaKey
  const to = rowFor(shown.map(({ key }) => key), selection, event.key, page)
  const mark = shown.find(({ key }) => key === (to ?? selection.cursor))
  const tag = command || event.altKey ? undefined : workspaceState.store.get().tags.find(({ shortcut }) => shortcut === event.key)
  if (to !== null && mark) {
    if (command) marksState.moveCursor(to)
    else marksState.takeRow(mark, event.shiftKey ? 'stretch' : 'alone')
  } else if (event.key === ' ' && mark) marksState.takeRow(mark, event.shiftKey ? 'stretch' : 'beside')
  else if (event.key === 'Enter' && mark) marksState.show(mark)
  else if (command && event.key.toLowerCase() === 'a') marksState.takeAll()
  else if (event.key === 'Delete' && marksState.highlights().length > 0) void marksState.remove()
  else if (tag && marksState.highlights().length > 0) void marksState.retag(tag.id)
  else if (event.key === 'Escape' && selection.keys.size > 0) marksState.takeNone()
  else return false
  return true
}

const press = (event: KeyboardEvent, page: number): void => {
  if (act(event, page)) event.preventDefault()
}

/** All marks of the filing in one list, filtered from every side, with what can be done to many of them at once. */
export const MarksPanel = () => {
  const { all, shown, counts, filter } = useListed()
  const { keys, cursor } = useStore(marksState, marksState.select.selection)
  const active = useStore(documentState, documentState.select.active)
  const state = usePanelState()
  if (state !== null) return <PanelState state={state} />
  if (all.length === 0) {
    return (
      <EmptyState icon={Highlighter} title="No marks yet" text={
        <>
          Highlights, notes and suggestions of this filing are listed here together. Select words and press{' '}
          <Kbd keys={commands.keysOf('highlight')} /> to make the first.
        </>
      } />
    )
  }
  return (
    <div className="panel" aria-label="Marks">
      <Bar filter={filter} shown={shown.length} total={all.length} counts={counts} />
      {shown.length === 0
        ? (
          <EmptyState icon={ListChecks} title="Nothing passes the filter"
            acts={<Button tone="plain" onClick={marksState.clear}>Show all</Button>} />
        )
        : (
          <VirtualList label="Marks" look="rows" items={shown} keyOf={({ key }) => key}
            active={cursor ?? (active ? `${active.kind} ${active.id}` : null)} choice={{ chosen: keys, press }}
            draw={(mark) => <MarkRow mark={mark} />} />
        )}
      {keys.size > 0 ? <Acts chosen={keys.size} /> : null}
    </div>
  )
}
