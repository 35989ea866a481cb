/**
 * Every word on screen that is not known to be on the disk, wherever it is written: one registry owns the chains of saves, says what the
 * status line says, and alone answers whether the window may close.
 */
import type { NoteId } from '#contract/ids'
import type { Note, NoteSaved } from '#contract/note'
import type { Result } from '#contract/result'
import { call } from '../../bridge/client'
import { subscribe } from '../../bridge/events'
import { createStore } from '../window/create-store'
import { feedbackState } from '../window/feedback'
import { createSaveChain, type SaveChain, type SavePhase, type Words } from './save-chain'

/** Whoever writes a note: told of its phases and commits, and of the note that its words went to where the note was changed elsewhere. */
export interface Writer {
  readonly onPhase?: (phase: SavePhase) => void
  readonly onSaved?: (words: Words, saved: NoteSaved) => void
  /** The words are now those of `made`, a new note on the same place: its chain is there, and not yet flushed. */
  readonly onParted?: (made: Note, words: Words | null) => void
  /** Called once both are kept. */
  readonly onBoth?: () => Promise<void>
  /** What is on screen where no chain can hold it. */
  readonly draft?: () => Words | null
}

/** Something that holds words: writes them at once, and says which are not committed. */
interface Holder {
  readonly flush: () => Promise<boolean>
  readonly words: () => Words | null
}

interface UnsavedState {
  readonly phases: Readonly<Record<string, SavePhase>>
}

const initial: UnsavedState = { phases: {} }
const store = createStore(initial)
const holders = new Map<string, Holder>()
const chains = new Map<NoteId, { readonly chain: SaveChain; writer: Writer; note: Note }>()
const CLEAN: SavePhase = { kind: 'clean' }
let savedAt: string | null = null

/** The word in the status line: the worst of all, since "Saved" must be true of every word on screen. */
const report = (): void => {
  const phases = Object.values(store.get().phases)
  const failed = phases.find((phase) => phase.kind === 'failed')
  if (failed) feedbackState.unsaved(failed.failure)
  else if (phases.some((phase) => phase.kind !== 'clean')) feedbackState.saving()
  else feedbackState.saved(savedAt)
}

/** Says where the words of a holder stand. */
const setPhase = (id: string, phase: SavePhase): void => {
  const before = store.get().phases[id] ?? CLEAN
  if (before.kind === phase.kind && phase.kind !== 'failed') return
  store.set(({ phases }) => ({ phases: { ...phases, [id]: phase } }))
  report()
}

/** Lets go of a holder whose words are committed or were removed. */
const forget = (id: string): void => {
  holders.delete(id)
  chains.delete(id)
  store.set(({ phases }) => ({ phases: Object.fromEntries(Object.entries(phases).filter(([kept]) => kept !== id)) }))
}

/** Holds words that have no note yet, under a name of its own. */
const hold = (id: string, holder: Holder): void => void holders.set(id, holder)

/**
 * The note was changed elsewhere while words were written here. Both are kept: the stored ones stay where they are, ours go into
 * a new note on the same place.
 */
const keepBoth = async (id: NoteId, take: () => Words | null): Promise<boolean> => {
  const entry = chains.get(id)
  if (!entry) return false
  const { note, writer } = entry
  const made = await call('note.add', { filingId: note.filingId, target: note.target })
  if (!made.ok) return false
  const words = take()
  const chain = chainOf(made.value, writer)
  writer.onParted?.(made.value, words)
  if (words) chain.edit(words)
  const kept = await chain.flush()
  feedbackState.toast({ text: 'This note was also changed elsewhere.', detail: 'Both are kept: your words are in a new note beside it.' })
  await writer.onBoth?.()
  return kept
}

/** The chain of a note, made with the first that asks; the writer that asked last is told. */
const chainOf = (note: Note, writer: Writer): SaveChain => {
  const existing = chains.get(note.id)
  if (existing) {
    existing.writer = writer
    existing.note = note
    if (existing.chain.unsaved() === null && note.rev > existing.chain.rev()) existing.chain.adopt(note.rev)
    return existing.chain
  }
  const { id } = note
  const told = (): Writer => chains.get(id)?.writer ?? writer
  const chain = createSaveChain({
    id,
    rev: note.rev,
    save: (save) => call('note.save', save),
    onPhase: (phase) => {
      setPhase(id, phase)
      told().onPhase?.(phase)
    },
    onSaved: (words, saved) => {
      savedAt = saved.modifiedAt
      told().onSaved?.(words, saved)
    },
    onConflict: (take) => keepBoth(id, take)
  })
  chains.set(id, { chain, writer, note })
  hold(id, { flush: chain.flush, words: () => chain.unsaved() ?? told().draft?.() ?? null })
  return chain
}

/** The chain of a note that has one. */
const known = (id: NoteId): SaveChain | undefined => chains.get(id)?.chain

/** Writes every word at once and waits for the commits; a refusal is on screen when it returns. */
const flush = async (): Promise<boolean> => {
  const answers = await Promise.all([...holders.values()].map((holder) => holder.flush()))
  return answers.every(Boolean)
}

/** The longest text that is told with a refusal to close, in UTF-16 code units. */
const LONGEST_TOLD = 1_000_000

/** Commits every keystroke and says so; where some cannot be, says why and which words these are, so that they can be copied. */
const answerFlush = async (token: string): Promise<Result<null>> => {
  const done = await flush()
  const refused = Object.values(store.get().phases).flatMap((phase) => (phase.kind === 'failed' ? [phase.failure] : []))
  if (done && refused.length === 0) return call('window.flushed', { token })
  const text = [...holders.values()].flatMap((holder) => holder.words()?.text ?? []).join('\n\n').slice(0, LONGEST_TOLD)
  const [first] = refused
  return call('window.notFlushed', { token, message: [first?.message ?? 'A note could not be saved.', first?.remedy ?? ''].join(' ').trim(),
    text })
}

/** Commits every keystroke before the window closes, until the returned function is called. */
const start = (): () => void => subscribe('window.flush', ({ token }) => void answerFlush(token))

/** The registry of words that are not on the disk yet. */
export const unsavedState = { store, start, chainOf, known, hold, forget, setPhase, flush }
