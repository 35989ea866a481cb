import { Copy, Ellipsis, LayoutTemplate, Pencil, RotateCcw, Trash2, UserRoundCheck } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import type { Note } from '#contract/note'
import { backlinksState } from '../state/notes/backlinks'
import { citationsState } from '../state/summaries/citations'
import { copyText } from '../state/window/clipboard'
import { notesState } from '../state/notes/notes'
import { notSaved } from '../state/window/not-saved'
import { templatesState } from '../state/notes/templates'
import { useShallow, useStore } from '../state/window/use-store'
import { Button, IconButton } from '../ui/button'
import { CitedIn } from '../ui/cited-in'
import { DateText } from '../ui/date-text'
import { Menu, MenuItem, MenuSeparator } from '../ui/menu'
import { Author } from './author'
import { NoteBody } from './note-body'
import { NoteEditor } from './note-editor'
import { QuestionDates, QuestionFields, StatusMenu } from './note-status'
import { Replies, ReplyButton } from './replies'
import { readNoteBody } from '#model/note-body'

/** The word about saving; "Saved" stands there only once the words are committed. */
const SavedWord = ({ note }: { readonly note: Note }) => {
  const phase = useStore(notesState, notesState.select.phase(note.id))
  const touched = useStore(notesState, (state) => note.id in state.phases)
  switch (phase.kind) {
    case 'dirty':
    case 'saving':
      return <span className="saved-word" data-phase="saving">Saving…</span>
    case 'failed':
      return (
        <span className="saved-word" data-phase="failed" role="alert">
          {notSaved(phase.failure.message)}
          <Button size="small" icon={RotateCcw} onClick={() => void notesState.flushNote(note.id)}>Try again</Button>
        </span>
      )
    case 'clean':
      return touched ? <span className="saved-word" data-phase="saved">Saved</span> : null
  }
}

const Dates = ({ note }: { readonly note: Note }) => (
  <span className="note-dates">
    <DateText iso={note.createdAt} label="Created" />
    {note.modifiedAt.slice(0, 16) === note.createdAt.slice(0, 16) ? null : (
      <>
        {' · '}edited <DateText iso={note.modifiedAt} label="Edited" />
      </>
    )}
  </span>
)

const NoteMenu = ({ note }: { readonly note: Note }) => (
  <Menu label="Note" align="end" trigger={<IconButton icon={Ellipsis} label="More for this note" size="small" />}>
    <MenuItem icon={Copy} onSelect={() => void copyText(note.text, 'Note copied.')}>Copy text</MenuItem>
    <MenuItem icon={LayoutTemplate} onSelect={() => templatesState.openDialog(note.id)}>Save as template…</MenuItem>
    {note.authorId === undefined ?
      null :
      <MenuItem icon={UserRoundCheck} onSelect={() => void notesState.makeMine(note.id)}>Make mine</MenuItem>}
    <MenuSeparator />
    <MenuItem icon={Trash2} danger onSelect={() => void notesState.remove(note.id)}>Delete note</MenuItem>
  </Menu>
)

/** One note: its words, or its editor while it is written, with status, owner, due date and dates. */
export const NoteCard = ({ note, label }: { readonly note: Note; readonly label: string }) => {
  const card = useRef<HTMLElement>(null)
  const writing = useStore(notesState, (state) => state.writing === note.id)
  const version = useStore(notesState, notesState.select.version(note.id))
  // While it is written, the editor holds the words: the card is not drawn anew with each key.
  const body = useStore(notesState, (state) => (state.writing === note.id ? null : notesState.select.words(note.id)(state)?.body ?? null))
  const stored = body ?? note.body
  // What somebody else wrote is theirs: it is answered, or made mine first.
  const readable = useMemo(() => note.authorId === undefined && readNoteBody(stored).kind !== 'unreadable', [stored, note.authorId])
  const links = useShallow(backlinksState, (state) => backlinksState.ofNote(state.links, note.id))
  const sought = useStore(notesState, (state) => state.sought?.id === note.id)
  const wrote = useRef(false)
  useEffect(() => {
    if (writing) card.current?.scrollIntoView({ block: 'nearest' })
    else if (wrote.current && document.activeElement === document.body) card.current?.querySelector<HTMLElement>('.note-write')?.focus()
    wrote.current = writing
  }, [writing])
  useEffect(() => {
    if (!sought || !card.current) return
    card.current.scrollIntoView({ block: 'nearest' })
    card.current.focus()
    notesState.found()
  }, [sought])
  const openUnlessSelecting = (): void => {
    if (document.getSelection()?.isCollapsed !== false) notesState.write(note.id)
  }
  return (
    <article
      className="note-card"
      ref={card}
      tabIndex={-1}
      data-writing={writing}
      data-status={note.status}
      aria-label={label}
      onFocus={() => notesState.setAt(note.id)}
    >
      {writing && readable
        ? <NoteEditor key={version} id={note.id} label={label} />
        : (
          <div className="note-words note-words-shown" onClick={readable ? openUnlessSelecting : undefined}>
            <NoteBody body={stored} />
          </div>
        )}
      {note.status === 'none' ? null : <QuestionFields note={note} />}
      <Replies noteId={note.id} />
      <QuestionDates note={note} />
      <CitedIn notes={backlinksState.told(links)} onGo={({ filingId, noteId }) => void citationsState.goToNote(filingId, noteId)} />
      <footer className="note-foot">
        <StatusMenu note={note} />
        <Author of={note} />
        <Dates note={note} />
        <SavedWord note={note} />
        <span className="grow" />
        {writing ? <Button size="small" onClick={() => notesState.write(null)}>Done</Button> : null}
        {!writing && readable
          ? <IconButton className="note-write" icon={Pencil} label="Write" size="small" onClick={() => notesState.write(note.id)} />
          : null}
        {writing ? null : <ReplyButton noteId={note.id} />}
        <NoteMenu note={note} />
      </footer>
    </article>
  )
}
