/** The notes of the open filing: what is kept, what is being written, and the chain of saves behind each. */
import type { FilingId, NoteId } from '#contract/ids'
import type { FilingWork } from '#contract/library'
import type { Reply } from '#contract/person'
import type { Note, NoteSaved, NoteStatus, NoteTarget, NoteWords } from '#contract/note'
import type { Failure, Result } from '#contract/result'
import { firstWords } from '#model/words'
import { call } from '../../bridge/client'
import { createStore } from '../window/create-store'
import { documentState } from '../document/document'
import { feedbackState } from '../window/feedback'
import { historyState } from '../document/history'
import { ALL_NOTES, type NoteFilter } from './note-filter'
import type { SaveChain, SavePhase, Words } from './save-chain'
import { unsavedState, type Writer } from './unsaved'
import { viewState } from '../window/view'
import { workState } from '../document/work'

interface NotesState {
  readonly filingId: FilingId | null
  readonly notes: readonly Note[]
  readonly replies: readonly Reply[]
  /** Words on screen that are not committed yet, by note. */
  readonly drafts: Readonly<Record<NoteId, Words>>
  readonly phases: Readonly<Record<NoteId, SavePhase>>
  /** Counts how often a note's words were replaced from outside, so that its editor starts anew. */
  readonly versions: Readonly<Record<NoteId, number>>
  /** The note whose editor is open. */
  readonly writing: NoteId | null
  readonly filter: NoteFilter
  /** The note that is to be brought into sight, with a number that tells two wishes apart; null where none is. */
  readonly sought: { readonly id: NoteId; readonly token: number } | null
  /** The note that has the focus, or that an act last went to; the question keys are about it. */
  readonly at: NoteId | null
  /** The note whose answer is to be written as soon as its editor is open. */
  readonly answering: NoteId | null
}

const initial: NotesState = { filingId: null, notes: [], replies: [], drafts: {}, phases: {}, versions: {}, writing: null,
  filter: ALL_NOTES, sought: null, at: null, answering: null }
const store = createStore(initial)
const CLEAN: SavePhase = { kind: 'clean' }

const noteOf = (id: NoteId): Note | undefined => store.get().notes.find((note) => note.id === id)

const replace = (next: Note): void => {
  store.set(({ notes }) => ({ notes: notes.map((note) => (note.id === next.id ? next : note)) }))
}

const without = <T>(record: Readonly<Record<string, T>>, key: string): Readonly<Record<string, T>> =>
  Object.fromEntries(Object.entries(record).filter(([kept]) => kept !== key))

const onPhase = (id: NoteId, phase: SavePhase): void => {
  const before = store.get().phases[id] ?? CLEAN
  if (before.kind === phase.kind && phase.kind !== 'failed') return
  store.set(({ phases, drafts }) => ({
    phases: { ...phases, [id]: phase },
    drafts: phase.kind === 'clean' ? without(drafts, id) : drafts
  }))
}

const onSaved = (id: NoteId, words: Words, saved: NoteSaved): void => {
  const note = noteOf(id)
  if (note) replace({ ...note, ...words, rev: saved.rev, modifiedAt: saved.modifiedAt })
}

/** The words of a note went to a new one on the same place, which becomes the one that is written. */
const onParted = (note: Note, made: Note, words: Words | null): void => {
  if (store.get().filingId !== note.filingId) return
  store.set(({ notes, drafts, versions, writing }) => ({
    notes: [...notes.filter(({ id }) => id !== made.id), made],
    drafts: words ? { ...without(drafts, note.id), [made.id]: words } : without(drafts, note.id),
    versions: { ...versions, [note.id]: (versions[note.id] ?? 0) + 1 },
    ...(writing === note.id ? { writing: made.id } : {})
  }))
}

/** The chain of a note, from the registry; the new note that takes its words in a conflict is written under its own name. */
const chainOf = (note: Note): SaveChain => unsavedState.chainOf(note, writerOf(note))

const writerOf = (note: Note): Writer => ({
  onPhase: (phase) => onPhase(note.id, phase),
  onSaved: (words, saved) => onSaved(note.id, words, saved),
  draft: () => store.get().drafts[note.id] ?? null,
  onParted: (made, words) => {
    unsavedState.chainOf(made, writerOf(made))
    onParted(note, made, words)
  },
  onBoth: async () => {
    await workState.reload()
    const stored = noteOf(note.id)
    if (stored) unsavedState.known(note.id)?.adopt(stored.rev)
  }
})

/** Takes the words as the editor now holds them; they are written within 300 ms of the last key. */
const edit = (id: NoteId, words: Words): void => {
  const note = noteOf(id)
  if (!note) return
  store.set(({ drafts }) => ({ drafts: { ...drafts, [id]: words } }))
  chainOf(note).edit(words)
}

/** Says that a key is about to change a note's words: "Saved" goes before the letter is drawn. */
const touch = (id: NoteId): void => {
  const note = noteOf(id)
  if (note) chainOf(note).touch()
}

/** Says that what the editor now holds cannot be stored; the words stored before stay as they are. */
const refuse = (id: NoteId): void => {
  const phase: SavePhase = { kind: 'failed',
    failure: { code: 'write-failed', message: 'This change cannot be stored.', remedy: 'Undo it to go on.' } }
  onPhase(id, phase)
  unsavedState.setPhase(id, phase)
}

/** Writes one note's words at once; answers whether all of them are committed. */
const flushNote = async (id: NoteId): Promise<boolean> => (await unsavedState.known(id)?.flush()) ?? true

const failed = (failure: Failure): null => {
  feedbackState.fail(failure)
  return null
}

/** Puts a note away that was started and left without a word ever being stored; there is nothing in it to miss. */
const discardEmpty = async (id: NoteId): Promise<void> => {
  await flushNote(id)
  const note = noteOf(id)
  if (!note || note.rev !== 1 || note.body !== '' || note.status !== 'none' || id in store.get().drafts || store.get().writing === id)
    return
  const answer = await call('note.remove', { id, rev: note.rev })
  if (!answer.ok) return
  unsavedState.forget(id)
  store.set(({ notes }) => ({ notes: notes.filter((kept) => kept.id !== id) }))
}

/** Opens the editor of a note, or closes the one that is open; words in hand are written first. */
const write = (id: NoteId | null): void => {
  const { writing } = store.get()
  store.set({ writing: id })
  if (writing !== null && writing !== id) void discardEmpty(writing)
}

/** Brings a note into sight, as soon as its filing is open; a filter that hides it is taken off. */
const reveal = (id: NoteId): void => {
  store.set(({ sought }) => ({ sought: { id, token: (sought?.token ?? 0) + 1 }, at: id, filter: ALL_NOTES }))
}

/** Starts a note, empty or with its first words, and opens its editor; null where it could not be made. */
const add = async (target: NoteTarget, words?: NoteWords): Promise<Note | null> => {
  const { filingId } = store.get()
  if (filingId === null) return null
  const answer = await call('note.add', { filingId, target, ...(words ? { words } : {}) })
  if (!answer.ok) return failed(answer.failure)
  historyState.count()
  const note = answer.value
  if (store.get().filingId !== filingId) return note
  store.set(({ notes }) => ({ notes: [...notes.filter(({ id }) => id !== note.id), note], filter: ALL_NOTES }))
  write(note.id)
  return note
}

const saidOf: Readonly<Record<NoteStatus, string>> = {
  none: 'Note is no longer a question',
  open: 'Question opened',
  asked: 'Marked as asked',
  answered: 'Marked as answered',
  closed: 'Question closed'
}

/** Sets status, owner and due date, behind the saves that are due, so that the two never race for one revision. */
const setStatus = async (id: NoteId, status: NoteStatus, owner: string | null, dueAt: string | null): Promise<void> => {
  const note = noteOf(id)
  if (!note) return
  const answer: Result<Note> = await chainOf(note).run((rev) => call('note.status', { id, rev, status, owner, dueAt }))
  if (!answer.ok) {
    failed(answer.failure)
    if (answer.failure.code === 'conflict') await workState.reload()
    return
  }
  replace(answer.value)
  historyState.count()
  if (status !== note.status) feedbackState.announce(`${saidOf[status]}.`)
}

const LOOP: readonly NoteStatus[] = ['open', 'asked', 'answered', 'closed']

/**
 * Moves the note in focus one step on in the question loop (1), or back (-1). A note that asks nothing becomes an open question;
 * an open one taken back asks nothing.
 */
const moveOn = async (delta: 1 | -1): Promise<void> => {
  const note = noteOf(store.get().at ?? '')
  if (!note) return
  const to = LOOP.indexOf(note.status) + delta
  const status = to < 0 ? 'none' : LOOP[to]
  if (status === undefined || status === note.status)
    feedbackState.announce(delta === 1 ? 'The question is closed.' : 'This note asks nothing.')
  else await setStatus(note.id, status, note.owner, note.dueAt)
}

/** Calls a question answered and opens its note at a new line for the answer, which is kept with its other words. */
const answer = async (id: NoteId): Promise<void> => {
  const note = noteOf(id)
  if (!note) return
  if (note.status === 'open' || note.status === 'asked') await setStatus(id, 'answered', note.owner, note.dueAt)
  store.set({ answering: id })
  write(id)
}

/** Whether the editor of this note is to begin with a line for the answer; asked once. */
const takeAnswering = (id: NoteId): boolean => {
  const due = store.get().answering === id
  if (due) store.set({ answering: null })
  return due
}

/** Says that the note that was sought is in sight. */
const found = (): void => store.set({ sought: null })

/** Takes note of the note that has the focus. */
const setAt = (id: NoteId | null): void => {
  if (store.get().at !== id) store.set({ at: id })
}

/** Removes a note; it can be brought back whole. */
const remove = async (id: NoteId): Promise<void> => {
  const note = noteOf(id)
  if (!note) return
  const chain = chainOf(note)
  if (!await chain.flush()) return
  const answer = await call('note.remove', { id, rev: chain.rev() })
  if (!answer.ok) {
    failed(answer.failure)
    return
  }
  unsavedState.forget(id)
  store.set(({ notes, writing, phases }) => ({
    notes: notes.filter((kept) => kept.id !== id),
    writing: writing === id ? null : writing,
    phases: without(phases, id)
  }))
  historyState.did('Note deleted.', firstWords(note.text) || 'It was empty.')
}

/** Makes a note of somebody else's one's own, so that it can be written; the list is fetched anew by the event that follows. */
const makeMine = async (id: NoteId): Promise<void> => {
  const answer = await call('exchange.makeMine', { kind: 'note', id })
  if (answer.ok) historyState.did('Note made yours.', 'It can be changed now.')
  else failed(answer.failure)
}

/** Takes over fetched notes; words on screen that are not committed stay, and a changed note starts its editor anew. */
const receive = (filingId: FilingId | null, { notes, replies = [] }: FilingWork, fresh: boolean): void => {
  const before = store.get()
  if (fresh) void unsavedState.flush()
  const versions = { ...before.versions }
  for (const note of notes) {
    const chain = unsavedState.known(note.id)
    if (!chain || chain.unsaved() !== null || chain.rev() === note.rev) continue
    chain.adopt(note.rev)
    if (before.notes.find(({ id }) => id === note.id)?.body !== note.body) versions[note.id] = (versions[note.id] ?? 0) + 1
  }
  const writing = notes.some(({ id }) => id === before.writing) ? before.writing : null
  const at = notes.some(({ id }) => id === before.at) ? before.at : null
  store.set({ filingId, notes, replies, versions, at, writing: fresh ? null : writing, filter: fresh ? ALL_NOTES : before.filter })
}

const setFilter = (patch: Partial<NoteFilter>): void => {
  store.set(({ filter }) => ({ filter: { ...filter, ...patch } }))
}

/** Follows the open filing, until the returned function is called. */
const start = (): () => void => {
  const offs = [
    workState.receive(receive),
    // An editor left open would take the caret, and the keys meant for the filing, when its pane is drawn again.
    viewState.store.subscribe((now, before) => {
      if (now.screen !== before.screen) write(null)
    }),
    documentState.store.subscribe(({ active }, before) => {
      if (active === before.active || active?.kind !== 'annotation') return
      const on = store.get().notes.find(({ target }) => target.kind === 'annotation' && target.annotationId === active.id)
      if (on) setAt(on.id)
    })
  ]
  return () => {
    for (const off of offs) off()
  }
}

const select = {
  filingId: (state: NotesState) => state.filingId,
  notes: (state: NotesState) => state.notes,
  filter: (state: NotesState) => state.filter,
  writing: (state: NotesState) => state.writing,
  drafts: (state: NotesState) => state.drafts,
  note: (id: NoteId) => (state: NotesState): Note | null => state.notes.find((note) => note.id === id) ?? null,
  words: (id: NoteId) => (state: NotesState): Words | null => state.drafts[id] ?? state.notes.find((note) => note.id === id) ?? null,
  phase: (id: NoteId) => (state: NotesState): SavePhase => state.phases[id] ?? CLEAN,
  sought: (state: NotesState) => state.sought,
  at: (state: NotesState) => state.at,
  version: (id: NoteId) => (state: NotesState): number => state.versions[id] ?? 0
}

/** The state module of notes. */
export const notesState = { store, start, makeMine, add, edit, reveal, found, moveOn, setAt, answer, takeAnswering, touch, refuse, write,
  flush: unsavedState.flush, flushNote, setStatus, remove, setFilter, select }
