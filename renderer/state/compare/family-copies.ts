/** The other copies of the document that is read, such as the same exhibit saved alone, with what was marked on them and where that stands here. */
import type { CopyMark, DocumentCopy } from '#contract/comparison'
import type { TextRange } from '#contract/range'
import { call } from '../../bridge/client'
import { subscribe } from '../../bridge/events'
import { createStore } from '../window/create-store'
import { documentState } from '../document/document'
import { feedbackState } from '../window/feedback'
import { placeInFocus } from '../document/place-in-focus'
import { createNewest } from '../window/newest'

/** A highlight of another copy at the very same words of the document that is read. */
export interface CopyPlace extends TextRange {
  readonly copy: DocumentCopy
  readonly mark: CopyMark
}

interface CopiesState {
  readonly copies: readonly DocumentCopy[]
  /** In the order of the text. */
  readonly places: readonly CopyPlace[]
}

const initial: CopiesState = { copies: [], places: [] }
const store = createStore(initial)
const asked = createNewest()

/** The highlight that `step` showed last. */
let shown: CopyPlace | null = null

const placesOf = (copies: readonly DocumentCopy[]): readonly CopyPlace[] =>
  copies.flatMap((copy) => copy.marks.flatMap((mark): CopyPlace[] => (mark.here ? [{ ...mark.here, copy, mark }] : [])))
    .sort((a, b) => a.start - b.start || b.end - a.end)

/**
 * Looks for copies of the document that is read; a later wish overtakes an earlier one. What was `marked` on them is looked for with
 * every document; copies without a mark, and those nobody opened yet, only when they are asked for.
 */
const load = async (marked: boolean): Promise<void> => {
  const { open, sequence, content } = documentState.store.get()
  const mine = asked.begin()
  if (!open || sequence === null || !content) {
    store.set(initial)
    return
  }
  const answer = await call('compare.copies', { filingId: open.filing.id, sequence, marked })
  // Without an answer the family is told as far as it is known.
  if (mine.holds() && answer.ok) store.set({ copies: answer.value, places: placesOf(answer.value) })
}

/** The highlight of another copy that holds a source offset, the shortest where there are more; null where there is none. */
const at = (offset: number): CopyPlace | null =>
  store.get().places.filter(({ start, end }) => start <= offset && offset < end)
    .reduce<CopyPlace | null>((best, place) => (best === null || place.end - place.start < best.end - best.start ? place : best), null)

/** Where a highlight was made, in words. */
const wordsOf = ({ copy }: CopyPlace): string => `Highlighted in another copy: ${copy.fileName}`

/** What is noted on a highlight, in one line; empty where nothing is. */
const notesOf = ({ mark }: CopyPlace): string => mark.notes.filter((note) => note !== '').join(' · ')

/** Opens the other copy at a highlight of it. */
const goTo = async ({ copy, mark }: Pick<CopyPlace, 'copy' | 'mark'>): Promise<void> => {
  await documentState.openFiling(copy.filingId, { sequence: copy.sequence, range: mark.there })
}

/** Shows the highlight of another copy behind the one shown last, or behind the place in focus (1), or the one before it (-1), and says where it was made. */
const step = (delta: 1 | -1): void => {
  const { places } = store.get()
  const from = shown ? places.indexOf(shown) : -1
  const here = placeInFocus()
  const behind = from >= 0 ? from + 1 : places.findIndex(({ start }) => start >= here)
  const before = from >= 0 ? from - 1 : places.findLastIndex(({ start }) => start < here)
  const next = delta === 1 ? places[behind] ?? places[0] : places[before] ?? places.at(-1)
  if (!next) return
  documentState.reveal(next)
  shown = next
  const notes = notesOf(next)
  feedbackState.toast({ text: `${wordsOf(next)}.`, ...(notes === '' ? {} : { detail: notes }),
    action: { label: 'Go there', run: () => void goTo(next) } })
}

/** Opens the other copy at the highlight in focus: the one just shown, else the one at the caret or the selection. */
const goToFocused = (): void => {
  const { places } = store.get()
  const place = shown && places.includes(shown) ? shown : at(placeInFocus())
  if (place) void goTo(place)
  else feedbackState.announce('Nothing was highlighted here in another copy.')
}

/** Follows the document that is read, and changes in other filings, until the returned function is called. */
const start = (): () => void => {
  const offs = [
    documentState.store.subscribe((now, before) => {
      if (now.content === before.content) return
      shown = null
      store.set(initial)
      void load(true)
    }),
    subscribe('work.changed', ({ filingId }) => {
      if (filingId !== documentState.store.get().open?.filing.id) void load(true)
    })
  ]
  return () => {
    for (const off of offs) off()
  }
}

/** The state module of the copies of a document. */
export const copiesState = {
  store,
  start,
  load,
  at,
  wordsOf,
  notesOf,
  goTo,
  step,
  goToFocused,
  select: { copies: (state: CopiesState) => state.copies, places: (state: CopiesState) => state.places }
}
