/** The answers that the reader writes under notes: which one is being written, and its words, which outlast the card that shows them. */
import type { NoteId } from '#contract/ids'
import type { Reply } from '#contract/person'
import { bodyOfText } from '#model/note-body'
import { call } from '../../bridge/client'
import { createStore } from '../window/create-store'
import { feedbackState } from '../window/feedback'
import { historyState } from '../document/history'

/** An answer that is written: to which note, and which one is written anew, or null for a new one. */
export interface Writing {
  readonly noteId: NoteId
  readonly replyId: string | null
}

interface RepliesState {
  readonly writing: Writing | null
  readonly text: string
  readonly saving: boolean
}

const initial: RepliesState = { writing: null, text: '', saving: false }
const store = createStore(initial)

/** Begins an answer to a note, or an own one anew. Words that are being written elsewhere are kept first. */
const write = async (noteId: NoteId, reply: Reply | null = null): Promise<void> => {
  const { writing } = store.get()
  if (writing?.noteId === noteId && writing.replyId === (reply?.id ?? null)) return
  if (writing && !await keep()) return
  store.set({ writing: { noteId, replyId: reply?.id ?? null }, text: reply?.text ?? '' })
}

const type = (text: string): void => store.set({ text })

/** Lets go of what is being written. */
const cancel = (): void => store.set(initial)

/** Stores the words that are written; where that fails they stay in their field. Answers whether nothing is left to store. */
const keep = async (): Promise<boolean> => {
  const { writing, text, saving } = store.get()
  if (!writing) return true
  if (saving) return false
  if (text.trim() === '') {
    cancel()
    return true
  }
  const words = { body: bodyOfText(text), text }
  const { noteId, replyId } = writing
  store.set({ saving: true })
  const answer = await (replyId === null ? call('reply.add', { noteId, words }) : call('reply.save', { id: replyId, words }))
  store.set({ saving: false })
  if (!answer.ok) {
    feedbackState.fail(answer.failure)
    return false
  }
  historyState.did(replyId === null ? 'Reply added.' : 'Reply changed.')
  if (store.get().text === text) cancel()
  return true
}

/** Takes an own answer away; undo brings it back. */
const remove = async (id: string): Promise<void> => {
  const answer = await call('reply.remove', { id })
  if (answer.ok) historyState.did('Reply deleted.')
  else feedbackState.fail(answer.failure)
}

const select = {
  isWriting: (noteId: NoteId, replyId: string | null) => ({ writing }: RepliesState): boolean =>
    writing?.noteId === noteId && writing.replyId === replyId,
  text: (state: RepliesState) => state.text,
  saving: (state: RepliesState) => state.saving
}

/** The state module of answers. */
export const repliesState = { store, write, type, cancel, keep, remove, select }
