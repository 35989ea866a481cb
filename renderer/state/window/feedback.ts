/** What the window tells the reader of its own accord: the word about saving, short messages, and what is read aloud. */
import type { Failure } from '#contract/result'
import { createStore } from './create-store'

/** One short message with at most one act, usually "Undo". */
export interface Toast {
  readonly id: number
  readonly text: string
  readonly detail: string | null
  readonly tone: 'plain' | 'error'
  readonly action: { readonly label: string; readonly run: () => void } | null
  readonly about: string | null
}

/** What a caller says to show a message. */
export interface ToastRequest {
  readonly text: string
  readonly detail?: string
  readonly tone?: 'plain' | 'error'
  readonly action?: { readonly label: string; readonly run: () => void }
  /** What it tells of; it takes the place of the last message about the same. */
  readonly about?: string
}

interface FeedbackState {
  readonly toasts: readonly Toast[]
  /** `unsaved` names why; `at` is when the last save was committed, ISO 8601. */
  readonly saving: { readonly kind: 'idle' | 'saving' | 'saved' | 'unsaved'; readonly at: string | null; readonly failure: Failure | null }
  readonly announcement: string
}

const initial: FeedbackState = { toasts: [], saving: { kind: 'idle', at: null, failure: null }, announcement: '' }
const store = createStore(initial)

/** How long a plain message stays, in ms: long enough to read and reach for Undo. Errors stay until dismissed. */
const TOAST_MS = 7000
const MOST_TOASTS = 3
let nextId = 1

const dismiss = (id: number): void => {
  store.set(({ toasts }) => ({ toasts: toasts.filter((toast) => toast.id !== id) }))
}

const toast = (request: ToastRequest): number => {
  const id = nextId
  nextId += 1
  const { text, detail = null, tone = 'plain', action = null, about = null } = request
  store.set(({ toasts }) => ({
    toasts: [...toasts.filter((kept) => kept.text !== text && (about === null || kept.about !== about)).slice(1 - MOST_TOASTS), { id, text,
      detail, tone, action, about }],
    announcement: detail ? `${text} ${detail}` : text
  }))
  if (tone === 'plain') setTimeout(() => dismiss(id), TOAST_MS)
  return id
}

/** Shows an expected failure in the reader's words; a cancelled act says nothing, since the reader knows. */
const fail = (failure: Failure): void => {
  if (failure.code === 'export-cancelled' || failure.code === 'analysis-cancelled') return
  const detail = [failure.file, failure.place, failure.remedy].filter((part) => part !== undefined && part !== '').join(' · ')
  toast({ text: failure.message, tone: 'error', ...(detail === '' ? {} : { detail }) })
}

const saving = (): void => {
  store.set(({ saving: last }) => ({ saving: { ...last, kind: 'saving', failure: null } }))
}
const saved = (at: string | null = null): void => {
  store.set({ saving: { kind: 'saved', at, failure: null } })
}
const unsaved = (failure: Failure): void => {
  store.set(({ saving: last }) => ({ saving: { ...last, kind: 'unsaved', failure } }))
}

/** Has `text` read out by a screen reader; a no-break space alternates so that the same words are read twice. */
const announce = (text: string): void => {
  store.set(({ announcement }) => ({ announcement: announcement === text ? `${text}\u00a0` : text }))
}

const select = {
  toasts: (state: FeedbackState) => state.toasts,
  saving: (state: FeedbackState) => state.saving,
  announcement: (state: FeedbackState) => state.announcement
}

/** The state module of everything the window reports. */
export const feedbackState = { store, toast, dismiss, fail, saving, saved, unsaved, announce, select }
