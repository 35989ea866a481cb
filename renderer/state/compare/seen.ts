/** Sentences of the document that is read that the company's earlier filings have too: which they are, and where each was first seen. */
import { lowerBound } from '#model/lower-bound'
import type { SeenSentence, SentencePlace } from '#contract/comparison'
import type { TextRange } from '#contract/range'
import type { Failure } from '#contract/result'
import { call } from '../../bridge/client'
import { subscribe } from '../../bridge/events'
import { remember, remembered } from '../../bridge/remembered'
import { blockIndexOf } from '#model/block-index'
import { createStore } from '../window/create-store'
import { documentState } from '../document/document'
import { feedbackState } from '../window/feedback'
import { placeInFocus } from '../document/place-in-focus'
import { quoteOf } from '#model/quote'
import { viewState } from '../window/view'
import { createNewest } from '../window/newest'

/** How a block reads beside what the company said before: nothing new in it, or some new wording; null where that is not known. */
export type SeenLook = 'seen' | 'new' | null

/** The other places of one sentence, as they are looked for and found. */
export interface AlsoIn {
  readonly phase: 'working' | 'done' | 'failed'
  readonly words: string
  readonly places: readonly SentencePlace[]
  readonly failure: Failure | null
}

interface SeenState {
  readonly on: boolean
  readonly phase: 'idle' | 'working' | 'done'
  /** In the order of the text. */
  readonly seen: readonly SeenSentence[]
  readonly sentences: number
  readonly filings: number
  readonly looks: ReadonlyMap<string, SeenLook>
  /** The sentence whose first place is told, or null. */
  readonly told: SeenSentence | null
  readonly also: AlsoIn | null
}

const NOTHING = { phase: 'idle', seen: [], sentences: 0, filings: 0, looks: new Map<string, SeenLook>(), told: null } as const
const initial: SeenState = { ...NOTHING, on: false, also: null }
const store = createStore(initial)
const asked = createNewest()

/** How each block of the document reads, by its id: it is new where a sentence of it is. */
const looksOf = (seen: readonly SeenSentence[]): ReadonlyMap<string, SeenLook> => {
  const { content } = documentState.store.get()
  const looks = new Map<string, SeenLook>()
  if (!content || seen.length === 0) return looks
  const known = new Set(seen.map(({ range }) => range.start))
  for (const sentence of content.sentences) {
    const isSeen = known.has(sentence.start)
    const before = looks.get(sentence.block)
    looks.set(sentence.block, isSeen && before !== 'new' ? 'seen' : 'new')
  }
  return looks
}

const tellCounts = (): void => {
  const { seen, sentences, filings } = store.get()
  if (filings === 0)
    feedbackState.toast({ text: 'No earlier filing of this company is in the library.',
      detail: 'Import one; what it says already is then dimmed here.' })
  else feedbackState.announce(
      `${String(seen.length)} of ${String(sentences)} sentences were seen before, in ${String(filings)} earlier ${
        filings === 1 ? 'filing' : 'filings'
      }.`
    )
}

/** Looks for what was seen before in the document that is read; a later wish overtakes an earlier one. */
const load = async (tell: boolean): Promise<void> => {
  const { content, open, sequence } = documentState.store.get()
  const mine = asked.begin()
  store.set(NOTHING)
  if (!store.get().on || !content || !open || sequence === null) return
  store.set({ phase: 'working' })
  const answer = await call('compare.seen', { filingId: open.filing.id, sequence })
  if (!mine.holds()) return
  if (!answer.ok) {
    store.set({ phase: 'idle' })
    feedbackState.fail(answer.failure)
    return
  }
  store.set({ ...answer.value, phase: 'done', looks: looksOf(answer.value.seen) })
  if (tell) tellCounts()
}

/** Dims what was seen before, or shows all alike again. */
const toggle = (): void => {
  const on = !store.get().on
  store.set({ on })
  remember('seen', { on })
  if (!on) feedbackState.announce('All sentences are shown alike.')
  void load(on)
}

/** The sentence seen before that holds a source offset, or null. */
const at = (offset: number): SeenSentence | null => {
  const { seen } = store.get()
  const next = lowerBound(seen.length, (one) => (seen[one]?.range.start ?? 0) <= offset)
  const found = seen[next - 1]
  return found && offset < found.range.end ? found : null
}

const namesOf = ({ exhibit, form, date }: SentencePlace): string => [exhibit ?? form ?? 'filing', date].join(' of ')

/** Where a sentence was first seen, in words. */
const wordsOf = ({ first, times }: SeenSentence): string =>
  `First seen in ${namesOf(first)}, “${first.title}”${times > 1 ? `; in ${String(times)} earlier filings` : ''}`

const tell = (sentence: SeenSentence | null): void => store.set({ told: sentence })

const goTo = async ({ filingId, sequence, range }: SentencePlace): Promise<void> => {
  store.set({ also: null, told: null })
  await documentState.openFiling(filingId, { sequence, range })
}

/** Opens the earliest filing that has the sentence in focus, at that sentence. */
const goToFirst = (): void => {
  const sentence = at(placeInFocus())
  if (sentence) void goTo(sentence.first)
  else feedbackState.announce('This sentence was not seen before.')
}

/** Says where the sentence in focus was first seen. */
const sayFirst = (): void => {
  const sentence = at(placeInFocus())
  if (!sentence) feedbackState.announce('This sentence was not seen before.')
  else feedbackState.toast({ text: `${wordsOf(sentence)}.`, action: { label: 'Go there', run: () => void goTo(sentence.first) } })
}

const wordsAt = (range: TextRange): string => {
  const { content } = documentState.store.get()
  return content ? quoteOf(blockIndexOf(content.blocks), range)?.exact ?? '' : ''
}

/** Lists every filing of the library that has the sentence in focus. */
const showAlso = async (): Promise<void> => {
  const { open, sequence } = documentState.store.get()
  if (!open || sequence === null) return
  const offset = placeInFocus()
  store.set({ also: { phase: 'working', words: '', places: [], failure: null } })
  viewState.openDialog('also-in')
  const answer = await call('compare.also', { filingId: open.filing.id, sequence, at: offset })
  if (store.get().also === null) return
  if (!answer.ok) store.set({ also: { phase: 'failed', words: '', places: [], failure: answer.failure } })
  else if (!answer.value) store.set({ also: { phase: 'done', words: '', places: [], failure: null } })
  else store.set({ also: { phase: 'done', words: wordsAt(answer.value.sentence), places: answer.value.places, failure: null } })
}

/** Follows the document that is read and the library, until the returned function is called. */
const start = (): () => void => {
  store.set({ on: remembered('seen', { on: false }).on })
  const offs = [
    documentState.store.subscribe((now, before) => {
      if (now.content !== before.content) void load(false)
    }),
    subscribe('library.changed', () => {
      if (store.get().on && store.get().phase !== 'working') void load(false)
    })
  ]
  return () => {
    for (const off of offs) off()
  }
}

const select = {
  on: (state: SeenState) => state.on,
  phase: (state: SeenState) => state.phase,
  seen: (state: SeenState) => state.seen,
  sentences: (state: SeenState) => state.sentences,
  filings: (state: SeenState) => state.filings,
  look: (block: string) => (state: SeenState): SeenLook => state.looks.get(block) ?? null,
  told: (state: SeenState) => state.told,
  also: (state: SeenState) => state.also
}

/** The state module of sentences seen before. */
export const seenState = { store, start, toggle, at, tell, wordsOf, namesOf, goTo, goToFirst, sayFirst, showAlso, select }
