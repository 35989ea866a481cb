/** Highlighting every hit of a search at once: which hits, shown before anything is done, and which are highlighted already. */
import type { AnnotationDraft } from '#contract/annotation'
import type { TagId } from '#contract/ids'
import { annotationsState } from './annotations'
import { blockIndexOf } from '#model/block-index'
import { createStore } from '../window/create-store'
import { documentState, type Selection } from '../document/document'
import { findState } from '../document/find'
import { selectionOf } from '../document/selection'

/** More hits than these are not highlighted at once: nobody reads through such a list before saying yes. */
export const MOST_AT_ONCE = 1000

/** What is about to be highlighted, and how many of the hits are so already. */
export interface MarkAllPreview {
  readonly words: readonly Selection[]
  readonly already: number
  /** How many hits there are beyond what can be highlighted at once. */
  readonly beyond: number
}

interface MarkAllState {
  readonly preview: MarkAllPreview | null
}

const initial: MarkAllState = { preview: null }
const store = createStore(initial)

const gather = (): MarkAllPreview | null => {
  const { content, open } = documentState.store.get()
  const { hits } = findState.store.get()
  if (!content || !open || hits.length === 0) return null
  const index = blockIndexOf(content.blocks)
  const marked = new Set(
    annotationsState.store.get().annotations.map(({ selectors: { position } }) => `${String(position.start)} ${String(position.end)}`)
  )
  const fresh = hits.filter(({ start, end }) => !marked.has(`${String(start)} ${String(end)}`))
  const words = fresh.slice(0, MOST_AT_ONCE).flatMap((hit) => selectionOf(index, content, open.filing.id, hit) ?? [])
  return { words, already: hits.length - fresh.length, beyond: Math.max(0, fresh.length - MOST_AT_ONCE) }
}

/** Shows what would be highlighted. */
const ask = (): void => store.set({ preview: gather() })

/** Leaves everything as it is. */
const cancel = (): void => store.set({ preview: null })

/** Highlights what was shown, with a tag or none, as one step. */
const mark = async (tagId: TagId | null): Promise<void> => {
  const { preview } = store.get()
  store.set({ preview: null })
  const drafts = (preview?.words ?? []).map(({ filingId, range, quote, sectionPath }): AnnotationDraft => ({ filingId, range, quote,
    sectionPath, tagId })
  )
  if (drafts.length > 0) await annotationsState.addMany(drafts)
}

/** The state module of highlighting all hits. */
export const markAllState = { store, ask, cancel, mark, select: { preview: (state: MarkAllState) => state.preview } }
