/** How text in columns is shown: as a table where its columns are told with certainty, or as it stands in the source. */
import type { Block } from '#contract/filing'
import type { DocumentContent } from '#contract/library'
import { createStore } from '../window/create-store'

const store = createStore({ asInSource: false })

/** The content as it was read, by what is shown of it. */
const read = new WeakMap<DocumentContent, DocumentContent>()

const isBoth = (block: Block): boolean => block.table?.certain === true && block.verbatim !== undefined

/** A block without its lines: what shows, finds and selects it then goes by its running text and its cells. */
const asTable = (block: Block): Block => {
  if (!isBoth(block)) return block
  const { verbatim: _verbatim, ...table } = block
  return table
}

/** The content as text in columns is shown now; `content` as it was read, or as it was shown before. */
export const shownContent = (content: DocumentContent): DocumentContent => {
  const whole = read.get(content) ?? content
  if (store.get().asInSource || !whole.blocks.some(isBoth)) return whole
  const shown = { ...whole, blocks: whole.blocks.map(asTable) }
  read.set(shown, whole)
  return shown
}

/** Whether content has text in columns that can be shown both ways. */
const canChange = (content: DocumentContent): boolean => (read.get(content) ?? content).blocks.some(isBoth)

/** Whether a block of content can be shown both ways. */
const isEither = (content: DocumentContent, blockId: string): boolean =>
  (read.get(content) ?? content).blocks.some((block) => block.id === blockId && isBoth(block))

/** Shows tables where lines were shown, and the other way round; the caller shows the content anew. */
const turn = (): boolean => {
  store.set(({ asInSource }) => ({ asInSource: !asInSource }))
  return store.get().asInSource
}

/** The state module of how text in columns is shown. */
export const tableViewState = { store, canChange, isEither, turn,
  select: { asInSource: (state: { asInSource: boolean }) => state.asInSource } }
