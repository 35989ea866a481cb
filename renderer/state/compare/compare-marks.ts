/** The analyst's marks on both sides of a comparison: those there are, those made here, and the note that is being written. */
import type { Annotation, AnnotationDraft } from '#contract/annotation'
import type { ComparedPassage, ComparisonRow, PassageSource } from '#contract/comparison'
import type { FilingId, TagId } from '#contract/ids'
import type { Note } from '#contract/note'
import type { TextRange } from '#contract/range'
import type { Failure, Result } from '#contract/result'
import { call } from '../../bridge/client'
import { subscribe } from '../../bridge/events'
import { createBlockIndex } from '#model/block-index'
import { compareState } from './compare'
import { charsOf, counterpartOf, knownChars, sourceOf, visibleLength, type CompareSide, type VisibleSpan } from './compare-places'
import { createStore } from '../window/create-store'
import { feedbackState } from '../window/feedback'
import { historyState } from '../document/history'
import { wordsOfBlocks } from '../notes/note-words'
import { selectionOf } from '../document/selection'
import { standingOn } from '../marks/standing-on'
import { unsavedState, type Writer } from '../notes/unsaved'
import { createNewest, type Turn } from '../window/newest'

/** One side as it is marked: which document it is, and what the analyst made of its filing. */
export interface MarkedSide {
  readonly filingId: FilingId
  readonly sequence: number
  readonly annotations: readonly Annotation[]
  readonly notes: readonly Note[]
}

/** Words chosen on one side: visible characters from one row to another, which is mostly the same. */
export interface ChosenWords {
  readonly side: CompareSide
  readonly first: { readonly row: number; readonly at: number }
  readonly last: { readonly row: number; readonly at: number }
}

/** A note that is being written under the row in which its words end. */
export interface WrittenNote {
  /** Null until the library has made it: words typed meanwhile are kept, and saved as soon as it has. */
  readonly note: Note | null
  readonly side: CompareSide
  readonly row: number
  readonly text: string
  readonly saved: boolean
  /** Whether the words could not be saved; why stands in the status line. */
  readonly refused: boolean
}

interface MarksState {
  readonly left: MarkedSide | null
  readonly right: MarkedSide | null
  readonly chosen: ChosenWords | null
  readonly writing: WrittenNote | null
  /** How many passages were placed: what is drawn of the marks depends on it. */
  readonly placed: number
}

const initial: MarksState = { left: null, right: null, chosen: null, writing: null, placed: 0 }
const store = createStore(initial)
const loading = createNewest()

const SIDES: readonly CompareSide[] = ['left', 'right']

const loadSide = async (side: CompareSide, mine: Turn): Promise<void> => {
  const chosen = compareState.store.get()[side]
  if (!chosen) return
  const filingId = chosen.open.filing.id
  const work = await call('filing.work', { filingId })
  if (!mine.holds() || !work.ok) return
  store.set({ [side]: { filingId, sequence: chosen.sequence, annotations: work.value.annotations, notes: work.value.notes } })
}

/** The source around a range of a side: the whole of both documents is never fetched, they may be annual reports. */
const sourceAround = ({ filingId, sequence }: MarkedSide, range: TextRange): Promise<Result<PassageSource>> =>
  call('compare.blocks', { filingId, sequence, range })

const asked = new WeakSet<ComparedPassage>()
let awaited = 0

/** Works out where the words of a row stand that carry highlights, each passage once; they are drawn as soon as that is known. */
const place = async (row: ComparisonRow): Promise<void> => {
  for (const side of SIDES) {
    const [passage, marked] = [row[side], store.get()[side]]
    if (!passage || !marked || asked.has(passage) || knownChars(passage) !== undefined ||
      standingOn(marked.annotations, passage.range).length === 0) continue
    asked.add(passage)
    awaited += 1
    const source = await sourceAround(marked, passage.range)
    asked.delete(passage)
    awaited -= 1
    if (source.ok) charsOf(createBlockIndex(source.value.blocks), passage)
    // All that is asked for at a time is drawn at once.
    if (awaited === 0) store.set(({ placed }) => ({ placed: placed + 1 }))
  }
}

/** Fetches what was made of both sides of the comparison that is shown. */
const load = async (): Promise<void> => {
  const mine = loading.begin()
  // What cannot be written now stays with the registry of unsaved words, which tries again and keeps the window open.
  await flush()
  store.set(initial)
  for (const side of SIDES) await loadSide(side, mine)
}

/** Fetches the work of a filing again where it is on a side. */
const reload = async (filingId: FilingId): Promise<void> => {
  const mine = loading.present()
  if (!SIDES.some((side) => store.get()[side]?.filingId === filingId)) return
  const work = await call('filing.work', { filingId })
  if (!work.ok || !mine.holds()) return
  for (const side of SIDES) {
    const marked = store.get()[side]
    if (marked?.filingId === filingId) store.set({ [side]: { ...marked, annotations: work.value.annotations, notes: work.value.notes } })
  }
}

const choose = (chosen: ChosenWords | null): void => store.set({ chosen })

const rowAt = (at: number): ComparisonRow | undefined => compareState.store.get().comparison?.rows[at]

/** The words an act is about: those chosen, else the passage of the row in focus on the side in focus. */
const words = (): ChosenWords | null => {
  const { chosen } = store.get()
  if (chosen) return chosen
  const { current, side } = compareState.store.get()
  const row = rowAt(current)
  const on = row?.[side] ? side : row?.left ? 'left' : 'right'
  const passage = row?.[on]
  return passage ? { side: on, first: { row: current, at: 0 }, last: { row: current, at: visibleLength(passage.text) } } : null
}

const draftOf = async ({ side, first, last }: ChosenWords, tagId: TagId | null): Promise<AnnotationDraft | null> => {
  const marked = store.get()[side]
  const [from, to] = [rowAt(first.row)?.[side], rowAt(last.row)?.[side]]
  // Rows of the left may stand in another order than its text.
  if (!marked || !from || !to || to.range.end <= from.range.start) return null
  const source = await sourceAround(marked, { start: from.range.start, end: to.range.end })
  if (!source.ok) {
    feedbackState.fail(source.failure)
    return null
  }
  const index = createBlockIndex(source.value.blocks)
  const whole = (passage: typeof from): VisibleSpan => ({ from: 0, to: visibleLength(passage.text) })
  const start = sourceOf(index, from, { ...whole(from), from: first.at }).start
  const { end } = sourceOf(index, to, { ...whole(to), to: last.at })
  if (end <= start) return null
  const selection = selectionOf(index, source.value, marked.filingId, { start, end })
  return selection &&
    { filingId: marked.filingId, range: selection.range, quote: selection.quote, sectionPath: selection.sectionPath, tagId }
}

const add = async (chosen: ChosenWords, tagId: TagId | null): Promise<Annotation | null> => {
  const draft = await draftOf(chosen, tagId)
  if (!draft) {
    feedbackState.announce('These words do not stand together in one filing.')
    return null
  }
  const answer = await call('annotation.add', draft)
  if (!answer.ok) {
    feedbackState.fail(answer.failure)
    return null
  }
  historyState.count()
  await reload(draft.filingId)
  return answer.value
}

/** The same words on the other side, where there are such. */
const mirror = ({ side, first, last }: ChosenWords): ChosenWords | null => {
  const row = rowAt(first.row)
  const span = row && first.row === last.row ? counterpartOf(row, side, { from: first.at, to: last.at }) : null
  const other: CompareSide = side === 'left' ? 'right' : 'left'
  return span && { side: other, first: { row: first.row, at: span.from }, last: { row: first.row, at: span.to } }
}

const offerMirror = (chosen: ChosenWords, text: string, act: (other: ChosenWords) => Promise<void>): void => {
  const other = mirror(chosen)
  const where = chosen.side === 'left' ? 'left' : 'right'
  if (!other) feedbackState.announce(`${text} on the ${where}.`)
  else feedbackState.toast({ text: `${text} on the ${where}.`, action: { label: `Also on the ${other.side}`, run: () => void act(other) } })
}

/** Lets go of the chosen words once they were acted on; the page lets go of its selection as well. */
const release = (): void => choose(null)

/** Highlights the words in their own filing, and offers the same words of the other side. */
const highlight = async (tagId: TagId | null): Promise<void> => {
  const chosen = words()
  if (!chosen) return
  release()
  compareState.point(chosen.last.row, chosen.side)
  if (await add(chosen, tagId))
    offerMirror(chosen, 'Highlighted', async (other) => {
      await add(other, tagId)
    })
}

const wordsOfText = (text: string): { readonly body: string; readonly text: string } => {
  const { body } = wordsOfBlocks(text.split('\n').map((line) => ({ kind: 'paragraph', runs: [line] })))
  return { body, text }
}

const writerOf = (note: Note): Writer => ({
  onPhase: ({ kind }) => {
    const { writing } = store.get()
    if (writing?.note?.id === note.id) store.set({ writing: { ...writing, saved: kind === 'clean', refused: kind === 'failed' } })
  },
  onParted: (made) => {
    unsavedState.chainOf(made, writerOf(made))
    const { writing } = store.get()
    if (writing?.note?.id === note.id) store.set({ writing: { ...writing, note: made } })
  },
  onBoth: () => reload(note.filingId)
})

/** Begins the saves of a note, whose first words may be there already. */
const begin = (note: Note, text: string): void => {
  const chain = unsavedState.chainOf(note, writerOf(note))
  const { writing } = store.get()
  if (writing && writing.note === null) store.set({ writing: { ...writing, note, saved: text === '', refused: false } })
  if (text !== '') chain.edit(wordsOfText(text))
}

/** A note that is to be made: where, what is typed of it so far, and the highlight once that is there. */
interface Beginning {
  readonly chosen: ChosenWords
  text: string
  annotation: Annotation | null
  making: Promise<boolean> | null
}

/** The name under which the words of a note that is still to be made are held. */
const BEGINNING = 'comparison'
let beginning: Beginning | null = null

const NOT_MADE: Failure = { code: 'write-failed', message: 'The note on this comparison could not be made.',
  remedy: 'Its words stay on screen: press Done to try again.' }

/** What was to be made could not be: nothing of it is kept where nothing was typed, else its words wait for the next try. */
const failBeginning = (due: Beginning): false => {
  due.making = null
  if (due.text === '') endBeginning()
  else unsavedState.setPhase(BEGINNING, { kind: 'failed', failure: NOT_MADE })
  const { writing } = store.get()
  if (writing && writing.note === null) store.set({ writing: due.text === '' ? null : { ...writing, refused: true } })
  return false
}

const endBeginning = (): void => {
  beginning = null
  unsavedState.forget(BEGINNING)
}

const make = async (due: Beginning): Promise<boolean> => {
  due.annotation ??= await add(due.chosen, null)
  if (!due.annotation) return failBeginning(due)
  const { filingId, id } = due.annotation
  const answer = await call('note.add', { filingId, target: { kind: 'annotation', annotationId: id } })
  if (!answer.ok) {
    feedbackState.fail(answer.failure)
    return failBeginning(due)
  }
  historyState.count()
  await reload(filingId)
  begin(answer.value, due.text)
  endBeginning()
  return true
}

/** Marks the words in their own filing and opens a note on them. */
const writeNote = async (chosen = words()): Promise<void> => {
  if (!chosen) return
  release()
  compareState.point(chosen.last.row, chosen.side)
  if (store.get().writing && !await close()) {
    feedbackState.announce('The note before this one is not saved yet.')
    return
  }
  // The field opens before the answer comes: the next key is a word of the note and no command.
  store.set({ writing: { note: null, side: chosen.side, row: chosen.last.row, text: '', saved: true, refused: false } })
  const due: Beginning = { chosen, text: '', annotation: null, making: null }
  beginning = due
  unsavedState.hold(BEGINNING, { flush: () => finishMaking(due), words: () => (due.text === '' ? null : wordsOfText(due.text)) })
  due.making = make(due)
  await due.making
}

/** Makes the note that is to be made, again where that failed, and writes its words. */
const finishMaking = async (due: Beginning): Promise<boolean> => {
  if (beginning !== due) return true
  due.making ??= make(due)
  return due.making
}

/** Takes the words of the note that is being written, and saves them soon. */
const write = (text: string): void => {
  const { writing } = store.get()
  if (!writing) return
  store.set({ writing: { ...writing, text, saved: false } })
  if (writing.note) unsavedState.known(writing.note.id)?.edit(wordsOfText(text))
  else if (beginning) {
    beginning.text = text
    unsavedState.setPhase(BEGINNING, { kind: 'dirty' })
  }
}

/** Writes every key to the disk; answers whether all of it is there. */
const flush = async (): Promise<boolean> => {
  const { writing } = store.get()
  if (!writing) return true
  if (writing.note === null && beginning && !await finishMaking(beginning)) return false
  const note = store.get().writing?.note
  return note ? (await unsavedState.known(note.id)?.flush()) ?? true : true
}

/** Closes the note that is being written, once every word of it is saved; answers false, and leaves it open, where that cannot be. */
async function close(): Promise<boolean> {
  if (!store.get().writing) return true
  if (!await flush()) return false
  const { writing } = store.get()
  store.set({ writing: null })
  if (writing?.note) await reload(writing.note.filingId)
  return true
}

/** Closes the note and offers it for the same words of the other side. */
const finish = async (): Promise<void> => {
  if (!await flush()) return
  const { writing } = store.get()
  if (!await close() || !writing || writing.text.trim() === '') return
  const passage = rowAt(writing.row)?.[writing.side]
  const target = writing.note?.target
  const annotation = target?.kind === 'annotation'
    ? store.get()[writing.side]?.annotations.find(({ id }) => id === target.annotationId)
    : undefined
  const { start, end } = annotation?.selectors.position ?? { start: 0, end: 0 }
  if (!passage || start > passage.range.start || end < passage.range.end) {
    feedbackState.announce('Note saved.')
    return
  }
  const chosen: ChosenWords = { side: writing.side, first: { row: writing.row, at: 0 },
    last: { row: writing.row, at: visibleLength(passage.text) } }
  offerMirror(chosen, 'Note saved', async (other) => {
    await writeNote(other)
    write(writing.text)
    await close()
  })
}

/** Follows the comparison and changes made elsewhere, until the returned function is called. */
const start = (): () => void => {
  const offs = [
    compareState.store.subscribe((now, before) => {
      if (now.comparison !== before.comparison) void (now.comparison ? load() : close())
    }),
    subscribe('work.changed', ({ filingId }) => void reload(filingId)),
    historyState.store.subscribe((now, before) => {
      if (now.acts === before.acts) return
      for (const side of SIDES) {
        const filingId = store.get()[side]?.filingId
        if (filingId !== undefined) void reload(filingId)
      }
    })
  ]
  return () => {
    for (const off of offs) off()
  }
}

const select = {
  left: (state: MarksState) => state.left,
  right: (state: MarksState) => state.right,
  chosen: (state: MarksState) => state.chosen,
  writing: (state: MarksState) => state.writing,
  placed: (state: MarksState) => state.placed
}

/** The state module of the marks on a comparison. */
export const compareMarks = { store, start, choose, words, highlight, writeNote, write, flush, close, finish, release, reload, place,
  select }
