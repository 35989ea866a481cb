/** Find in the document that is read: the words, the hits, and which of them the reader stands on. */
import type { DocumentContent } from '#contract/library'
import type { TextRange } from '#contract/range'
import { createStore } from '../window/create-store'
import { documentState } from './document'
import { isContinued } from '#model/block-pieces'
import { feedbackState } from '../window/feedback'
import { halvesState } from './halves'
import { fold, type Folded, hitsIn } from './fold'
import { type Surface, surfaceOf } from './surface'
import { sourceRange } from '#model/text-map'
import { seamOf, type Seam } from './find-seams'
import { keepLast } from '#model/remember'
import { countWords } from '#model/words'

interface FindState {
  readonly open: boolean
  /** Counts how often the bar was asked for, so that a second Ctrl+F puts the caret back into it. */
  readonly asked: number
  readonly query: string
  readonly matchCase: boolean
  readonly wholeWord: boolean
  /** Source ranges of the hits, in reading order. */
  readonly hits: readonly TextRange[]
  readonly capped: boolean
  /** Index into the hits, or -1. */
  readonly current: number
  /** Source offset from which the nearest hit is looked for: where the reader was when the bar opened, then the hit last gone to. */
  readonly from: number
}

const initial: FindState = { open: false, asked: 0, query: '', matchCase: false, wholeWord: false, hits: [], capped: false, current: -1,
  from: 0 }
const store = createStore(initial)

/** More hits than this are not listed: nobody steps through them, and each one is a mark to paint. */
const MOST_HITS = 20_000

interface Indexed {
  readonly surfaces: readonly Surface[]
  readonly folded: readonly Folded[]
  /** Where a block that is cut for drawing goes on in the next piece, by the place of that piece. */
  readonly seams: ReadonlyMap<number, Seam>
}

const indexOf = keepLast((content: DocumentContent, matchCase: boolean): Indexed => {
  const surfaces = content.blocks.map(surfaceOf)
  const seams = new Map<number, Seam>()
  content.blocks.forEach((block, at) => {
    const before = surfaces[at - 1]
    const own = surfaces[at]
    if (before && own && isContinued(block)) seams.set(at, seamOf(before, own, matchCase))
  })
  return { surfaces, folded: surfaces.map(({ text }) => fold(text, matchCase)), seams }
})

const search = (content: DocumentContent, { query, matchCase, wholeWord }: FindState): { hits: readonly TextRange[]; capped: boolean } => {
  const needle = fold(query, matchCase).text
  const hits: TextRange[] = []
  if (needle.trim() === '') return { hits, capped: false }
  const { surfaces, folded, seams } = indexOf(content, matchCase)
  for (const [at, surface] of surfaces.entries()) {
    const text = folded[at]
    if (!text) continue
    const across = seams.get(at)?.find(needle, wholeWord)
    if (across) hits.push(...across)
    for (const hit of hitsIn(text, needle, surface.text.length, wholeWord)) {
      const range = sourceRange(surface.map, hit.start, hit.end)
      if (range) hits.push(range)
      if (hits.length >= MOST_HITS) return { hits, capped: true }
    }
  }
  return { hits, capped: false }
}

/** The first hit at or behind where the search began; the first of all where there is none. */
const nearest = (hits: readonly TextRange[]): number => {
  const { from } = store.get()
  const found = hits.findIndex((hit) => hit.start >= from)
  return hits.length === 0 ? -1 : Math.max(0, found)
}

const goto = (current: number): void => {
  const hit = store.get().hits[current]
  store.set({ current })
  if (hit) documentState.reveal(hit, { flash: false, remember: false })
}

const refresh = (move: boolean): void => {
  const { content } = documentState.store.get()
  const state = store.get()
  if (!content || !state.open) {
    store.set({ hits: [], capped: false, current: -1 })
    return
  }
  const { hits, capped } = search(content, state)
  store.set({ hits, capped, current: -1 })
  if (state.query !== '') feedbackState.announce(countWords(hits.length, 'hit'))
  if (move && hits.length > 0) goto(nearest(hits))
}

/** Shows the bar; with words selected, looks for those. */
const open = (words?: string): void => {
  const query = words?.trim().replace(/\s+/g, ' ').slice(0, 200)
  documentState.rememberPlace()
  store.set(({ asked, query: last }) => ({
    open: true,
    asked: asked + 1,
    from: halvesState.here().top,
    query: query === undefined || query === '' ? last : query
  }))
  refresh(false)
}

/** Hides the bar and its marks. */
const close = (): void => store.set({ open: false, hits: [], capped: false, current: -1 })

const setQuery = (query: string): void => {
  store.set({ query })
  refresh(true)
}

const setMatchCase = (matchCase: boolean): void => {
  store.set({ matchCase })
  refresh(true)
}

const setWholeWord = (wholeWord: boolean): void => {
  store.set({ wholeWord })
  refresh(true)
}

/** Goes to the next hit (1) or the one before (-1), around the ends. */
const step = (delta: 1 | -1): void => {
  const { hits, current, open: shown } = store.get()
  if (!shown) {
    open()
    return
  }
  if (hits.length === 0) return
  const next = current < 0 ? nearest(hits) : (current + delta + hits.length) % hits.length
  goto(next)
  store.set({ from: hits[next]?.start ?? 0 })
  feedbackState.announce(`Hit ${String(next + 1)} of ${String(hits.length)}`)
}

/** Searches again when another document is shown, until the returned function is called. */
const start = (): () => void =>
  documentState.store.subscribe((now, before) => {
    if (now.content !== before.content) refresh(false)
  })

const select = {
  open: (state: FindState) => state.open,
  asked: (state: FindState) => state.asked,
  query: (state: FindState) => state.query,
  matchCase: (state: FindState) => state.matchCase,
  wholeWord: (state: FindState) => state.wholeWord,
  hits: (state: FindState) => state.hits,
  capped: (state: FindState) => state.capped,
  current: (state: FindState) => state.current,
  currentHit: (state: FindState): TextRange | null => state.hits[state.current] ?? null
}

/** The state module of find in filing. */
export const findState = { store, start, open, close, setQuery, setMatchCase, setWholeWord, step, select }
