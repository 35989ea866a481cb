/** The caret of the reading view: words are chosen by keys as in an editor, in a text that nothing can be typed into. */
import type { DocumentContent } from '#contract/library'
import { type BlockIndex, blockIndexOf } from '#model/block-index'
import { type CaretPlace, type CaretStep, moveCaret, offsetOf, placeAt, saidOf } from './caret-moves'
import { createStore } from '../window/create-store'
import { documentState, type Selection } from './document'
import { feedbackState } from '../window/feedback'
import { findState } from './find'
import { halvesState } from './halves'
import { rangeBetween, selectionOf } from './selection'
import { viewState } from '../window/view'

interface CaretState {
  /** Where the caret stands, or null while there is none. */
  readonly at: CaretPlace | null
  /** Where the selection that the caret extends began, or null while it extends none. */
  readonly anchor: CaretPlace | null
}

const initial: CaretState = { at: null, anchor: null }
const store = createStore(initial)

/** The keys that move the caret, as the shortcut sheet tells them; with Shift each takes in the words on the way. */
export const CARET_KEYS: readonly { readonly label: string; readonly keys: string }[] = [
  { label: 'By a character', keys: 'ArrowLeft ArrowRight' },
  { label: 'By a word', keys: 'Ctrl+ArrowLeft Ctrl+ArrowRight' },
  { label: 'By a sentence', keys: 'Alt+ArrowUp Alt+ArrowDown' },
  { label: 'By a line', keys: 'ArrowUp ArrowDown' },
  { label: 'By a paragraph', keys: 'Ctrl+ArrowUp Ctrl+ArrowDown' },
  { label: 'To the ends of the line', keys: 'Home End' },
  { label: 'To the ends of the text', keys: 'Ctrl+Home Ctrl+End' },
  { label: 'The same, selecting', keys: 'Shift+…' },
  { label: 'Open the mark at the caret', keys: 'Enter' }
]

/** Words longer than this are read out by their first ones. */
const MOST_READ = 200

/** The selection the caret made last, to tell it from one that was made in another way. */
let own: Selection | null = null

const here = (): { readonly content: DocumentContent; readonly index: BlockIndex } | null => {
  const { content } = documentState.store.get()
  return content ? { content, index: blockIndexOf(content.blocks) } : null
}

/** The first and the last place of a selection. */
const endsOf = (index: BlockIndex, { range }: Selection): CaretState => {
  const last = placeAt(index, range.end - 1)
  return { anchor: placeAt(index, range.start), at: last && moveCaret(index, [], last, 'character', 1) }
}

const select = (index: BlockIndex, content: DocumentContent, { anchor, at }: CaretState): void => {
  const { open } = documentState.store.get()
  const point = (place: CaretPlace): { surface: string; offset: number } => ({ surface: index.blocks[place.block]?.id ?? '',
    offset: place.offset })
  const range = anchor && at ? rangeBetween(index, point(anchor), point(at)) : null
  own = range && open ? selectionOf(index, content, open.filing.id, range) : null
  documentState.setSelection(own)
  if (own) feedbackState.announce(`Selected: ${own.text.length > MOST_READ ? `… ${own.text.slice(-MOST_READ)}` : own.text}`)
}

/** Puts the caret at a place; `extend` takes in the words on the way. `step` says how it came there, for what is read out. */
const put = (to: CaretPlace, extend: boolean, step: CaretStep | 'line'): void => {
  const { at, anchor } = store.get()
  const open = here()
  if (!at || !open) return
  const { index, content } = open
  const next: CaretState = { at: to, anchor: extend ? (anchor ?? at) : null }
  store.set(next)
  select(index, content, next)
  if (!extend) feedbackState.announce(saidOf(index, at, to, step).slice(0, MOST_READ))
  const offset = offsetOf(index, to)
  documentState.reveal({ start: offset, end: offset }, { flash: false, remember: false })
}

/** Moves the caret forward (1) or back (-1) by a step; `extend` takes in the words on the way. */
const move = (step: CaretStep, delta: 1 | -1, extend: boolean): void => {
  const { at } = store.get()
  const open = here()
  const to = at && open && moveCaret(open.index, open.content.sentences, at, step, delta)
  if (to) put(to, extend, step)
  else feedbackState.announce(delta === 1 ? 'End of the text.' : 'Beginning of the text.')
}

/** Takes the caret away. */
const leave = (): void => {
  if (!store.get().at) return
  store.set(initial)
  feedbackState.announce('Caret off.')
}

/** Shows the caret at the selection, else at the hit in focus, else at the first line on screen. */
const enter = (): void => {
  const open = here()
  if (!open) return
  const { selection } = documentState.store.get()
  viewState.setSource(false)
  const hit = findState.select.currentHit(findState.store.get())
  store.set(selection ? endsOf(open.index, selection) : { at: placeAt(open.index, hit?.start ?? halvesState.here().top), anchor: null })
  feedbackState.announce('Caret on. Arrow keys move it, with Shift they select, Escape leaves.')
}

/** Shows the caret, or takes it away. */
const toggle = (): void => {
  if (store.get().at) leave()
  else enter()
}

/** Follows the document and the selections made in other ways, until the returned function is called. */
const start = (): () => void =>
  documentState.store.subscribe((now, before) => {
    const { at } = store.get()
    if (!at) return
    const open = here()
    if (now.content !== before.content || !open) store.set(initial)
    else if (now.selection !== before.selection && now.selection !== own)
      store.set(
        now.selection ? endsOf(open.index, now.selection) : { at, anchor: null }
      )
  })

/** The state module of the caret. */
export const caretState = {
  store,
  start,
  toggle,
  leave,
  move,
  put,
  select: { at: (state: CaretState) => state.at, on: (state: CaretState) => state.at !== null }
}
