import { Ellipsis, Highlighter, History, MessageSquarePlus, Trash2, UserRoundCheck } from 'lucide-react'
import { type KeyboardEvent, memo } from 'react'
import type { Annotation, CarriedAnnotation } from '#contract/annotation'
import { copyText } from '../state/window/clipboard'
import { activityState } from '../state/review/activity'
import { annotationsState } from '../state/marks/annotations'
import { backlinksState } from '../state/notes/backlinks'
import { citationsState } from '../state/summaries/citations'
import { documentState } from '../state/document/document'
import type { NoteEntry } from '../state/notes/note-filter'
import { notesState } from '../state/notes/notes'
import { tablesState } from '../state/marks/tables'
import { useShallow, useStore } from '../state/window/use-store'
import { workspaceState } from '../state/window/workspace'
import { IconButton } from '../ui/button'
import { CitedIn } from '../ui/cited-in'
import { Menu, MenuChoice, MenuItem, MenuLabel, MenuSeparator } from '../ui/menu'
import { Author } from './author'
import { NoteCard } from './note-card'
import { TagMark } from '../ui/tag-mark'

const HighlightMenu = ({ annotation }: { readonly annotation: Annotation }) => {
  const tags = useStore(workspaceState, workspaceState.select.tags)
  const { exact } = annotation.selectors.quote
  return (
    <Menu label="Highlight" align="end" trigger={<IconButton icon={Ellipsis} label="More for this highlight" size="small" />}>
      <MenuItem onSelect={() => void copyText(exact, 'Quotation copied.')}>Copy quotation</MenuItem>
      <MenuSeparator />
      <MenuLabel>Tag</MenuLabel>
      <MenuChoice checked={annotation.tagId === null} onSelect={() => void annotationsState.retag(annotation.id, null)}>No tag</MenuChoice>
      {tags.map((tag) => (
        <MenuChoice key={tag.id} checked={annotation.tagId === tag.id} hint={tag.shortcut ?? undefined}
          onSelect={() => void annotationsState.retag(annotation.id, tag.id)}
        >
          {tag.name}
        </MenuChoice>
      ))}
      <MenuSeparator />
      <MenuItem icon={History} onSelect={() => {
        activityState.open({ filingId: null, entityId: annotation.id }, `“${exact}”`)
      }}>
        History
      </MenuItem>
      {annotation.authorId === undefined ?
        null :
        <MenuItem icon={UserRoundCheck} onSelect={() => void annotationsState.makeMine(annotation.id)}>Make mine</MenuItem>}
      <MenuItem icon={Trash2} danger onSelect={() => void annotationsState.remove(annotation.id)}>Remove highlight and its notes</MenuItem>
    </Menu>
  )
}

/** Which older version a highlight was carried here from. */
const CarriedFrom = ({ carried }: { readonly carried: CarriedAnnotation }) => (
  <button
    type="button"
    className="text-button entry-from truncate"
    title={`Made in “${carried.fromTitle}”. Open it there.`}
    onClick={() => void documentState.openFiling(carried.from, { range: carried.range })}
  >
    from {carried.fromTitle}
  </button>
)

const HighlightHead = ({ annotation, heading }: { readonly annotation: Annotation; readonly heading: string | null }) => {
  const tag = useStore(workspaceState, workspaceState.select.tag(annotation.tagId))
  const links = useShallow(backlinksState, (state) => backlinksState.ofAnnotation(state.links, annotation))
  const go = (): void => {
    documentState.activate({ kind: 'annotation', id: annotation.id })
    documentState.reveal(annotation.selectors.position)
  }
  return (
    <>
      <div className="entry-line">
        <TagMark tag={tag} />
        <Author of={annotation} />
        {annotation.carried ? <CarriedFrom carried={annotation.carried} /> : null}
        {heading === null
          ? null
          : <span className="entry-heading truncate" title={annotation.selectors.sectionPath.join(' › ')}>{heading}</span>}
        <span className="grow" />
        <IconButton icon={MessageSquarePlus} label="Add a note" size="small"
          onClick={() => void notesState.add({ kind: 'annotation', annotationId: annotation.id })} />
        <HighlightMenu annotation={annotation} />
      </div>
      <button type="button" className="entry-quote" data-colour={tag?.colour ?? 'grey'} onClick={go} title="Go to these words">
        <span className="entry-quote-words">{tablesState.told(annotation.selectors.position, annotation.selectors.quote.exact)}</span>
      </button>
      <CitedIn notes={backlinksState.told(links)} onGo={({ filingId, noteId }) => void citationsState.goToNote(filingId, noteId)} />
    </>
  )
}

const titleOf = (entry: NoteEntry): string => (entry.kind === 'section' ? entry.heading ?? 'Section' : 'Whole filing')

const goToSection = (entry: NoteEntry): void => {
  const section = documentState.store.get().content?.sections.find(({ range }) => range.start === entry.place)
  if (section) documentState.reveal({ start: section.range.start, end: section.range.start }, { flash: false })
}

/** One entry of the list: a highlight with its quotation and notes, or a note on a section or the whole filing. */
export const EntryCard = memo(({ entry }: { readonly entry: NoteEntry }) => {
  const active = useStore(documentState, (state) => state.active?.kind === 'annotation' && state.active.id === entry.key)
  const press = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || !entry.annotation) return
    if (event.key === 'n') void annotationsState.noteOn(entry.annotation.id)
    else if (event.key === 'Delete') void annotationsState.remove(entry.annotation.id)
    else return
    event.preventDefault()
  }
  const label = entry.kind === 'annotation'
    ? `Note on “${(entry.annotation?.selectors.quote.exact ?? '').slice(0, 60)}”`
    : `Note on ${titleOf(entry)}`
  return (
    <div className="entry" data-active={active} data-kind={entry.kind} onKeyDown={press}>
      {entry.annotation
        ? <HighlightHead annotation={entry.annotation} heading={entry.heading} />
        : (
          <div className="entry-line">
            <button type="button" className="entry-title truncate" disabled={entry.kind === 'filing'} onClick={() => goToSection(entry)}>
              {titleOf(entry)}
            </button>
          </div>
        )}
      {entry.notes.map((note) => <NoteCard key={note.id} note={note} label={label} />)}
    </div>
  )
})

/** The icon that stands for a highlight in lists and empty states. */
export const HIGHLIGHT_ICON = Highlighter
