/** The tables of the open filing: which one the reader means, how it is copied, and how text in columns is shown. */
import type { Block } from '#contract/filing'
import type { TextRange } from '#contract/range'
import { cellsIn, type CopiedCells, htmlParagraphOf, htmlTableOf, matrixOf, toldWords, tsvOf } from '#model/table-cells'
import { blockIndexOf } from '#model/block-index'
import { copyText } from '../window/clipboard'
import { caretState } from '../document/caret'
import { createStore } from '../window/create-store'
import { documentState } from '../document/document'
import { feedbackState } from '../window/feedback'
import { halvesState } from '../document/halves'
import { rangeOfMark } from './mark-list'
import { shownContent, tableViewState } from '../document/table-view'
import { shownRange } from '#model/text-map'
import { viewState } from '../window/view'
import { countWords } from '#model/words'

interface TablesState {
  /** The table under the pointer or with the focus, by its block, or null. */
  readonly inHand: string | null
}

const store = createStore<TablesState>({ inHand: null })

const isTable = (block: Block | undefined): block is Block => block?.table !== undefined || block?.verbatim !== undefined

const blocks = (): readonly Block[] => documentState.store.get().content?.blocks ?? []

/** The first table that begins at or goes on beyond a place of the source. */
const tableFrom = (offset: number): Block | null =>
  blocks().find((block) => isTable(block) && (block.ranges.at(-1)?.end ?? 0) > offset) ?? null

/** The table the reader means: the one selected in, with the caret or the mark in focus, in hand, or else the first one from where the page begins. */
const meant = (): Block | null => {
  const { content, selection, active } = documentState.store.get()
  if (!content) return null
  const index = blockIndexOf(content.blocks)
  const { at } = caretState.store.get()
  const { inHand } = store.get()
  const places = [selection?.range.start, active ? rangeOfMark(active)?.start : undefined]
  const candidates = [
    inHand === null ? undefined : index.blocks[index.of(inHand)],
    ...places.map((place) => place === undefined ? undefined : index.blocks[index.at(place)]),
    at ? index.blocks[at.block] : undefined
  ]
  return candidates.find(isTable) ?? tableFrom(halvesState.here().top)
}

/** What goes on the clipboard. */
export interface Copied {
  readonly text: string
  readonly html: string | null
}

/** The cells of a table, or its lines where it has none. */
const copiedOf = (block: Block, how: CopiedCells): Copied => {
  const rows = matrixOf(block, block.table?.cells ?? [], how)
  return rows.length === 0 ? { text: block.verbatim?.text ?? block.text, html: null } : { text: tsvOf(rows), html: htmlTableOf(rows) }
}

/**
 * What a selection puts on the clipboard: cells as values parted by tabs and as an HTML table, the text around them as it is; `text` where it
 * touches no more than one cell.
 */
const selected = (range: TextRange, text: string): Copied => {
  const index = blockIndexOf(blocks())
  let tables = 0
  const parts = index.touching(range).flatMap((at): Copied[] => {
    const block = index.blocks[at]
    if (!block) return []
    const cells = cellsIn(block, range)
    const rows = cells.length > 1 ? matrixOf(block, cells, { negative: false }) : []
    if (rows.length > 0) {
      tables += 1
      return [{ text: tsvOf(rows), html: htmlTableOf(rows) }]
    }
    const span = shownRange(block.map, range)
    const words = span ? block.text.slice(span.start, span.end) : ''
    return words === '' ? [] : [{ text: words, html: htmlParagraphOf(words) }]
  })
  if (tables === 0) return { text, html: null }
  return { text: parts.map((part) => part.text).join('\n'), html: parts.map((part) => part.html).join('') }
}

/** The words of a place of the open document: a cell with its row and column, anything else as it is quoted. */
const told = (range: TextRange, exact: string): string => {
  const { content } = documentState.store.get()
  if (!content) return exact
  const index = blockIndexOf(content.blocks)
  return toldWords(index.touching(range).flatMap((at) => index.blocks[at] ?? []), range, exact)
}

/** Copies a table, or the one that is meant. */
const copy = (how: CopiedCells, blockId: string | null = null): void => {
  const block = blockId === null ? meant() : blocks().find(({ id }) => id === blockId)
  if (!block) {
    feedbackState.toast({ text: 'There is no table here to copy.' })
    return
  }
  const { text, html } = copiedOf(block, how)
  const rows = text.split('\n').length
  void copyText(text, `Table of ${countWords(rows, 'row')} copied.`, html)
}

/** Whether the filing on the screen has a table. */
const any = (): boolean => viewState.store.get().screen === 'reader' && blocks().some(isTable)

const setInHand = (inHand: string | null): void => {
  if (store.get().inHand !== inHand) store.set({ inHand })
}

/** Gives the whole window to a table, or to the one that is meant; gives the panes back where one had it. */
const toggleWhole = (blockId: string | null = null): void => {
  if (viewState.store.get().whole !== null) {
    viewState.setWhole(null)
    return
  }
  const block = blockId === null ? meant() : blocks().find(({ id }) => id === blockId)
  const range = block?.ranges[0]
  if (!block || !range) return
  viewState.setWhole(block.id)
  documentState.reveal({ start: range.start, end: range.start + 1 }, { flash: false, remember: false, at: 'top' })
  feedbackState.announce('The table has the whole window. Escape brings the panes back.')
}

/** Whether the filing on the screen has text in columns that can be shown as a table and as in the source. */
const canTurn = (): boolean => {
  const { content } = documentState.store.get()
  return viewState.store.get().screen === 'reader' && content !== null && tableViewState.canChange(content)
}

/** Shows text in columns as in the source, or as tables again, and keeps the one that is meant in sight. */
const toggleSource = (blockId: string | null = null): void => {
  const range = (blockId === null ? meant() : blocks().find(({ id }) => id === blockId))?.ranges[0]
  const asInSource = tableViewState.turn()
  documentState.store.set(({ content, beside }) => ({
    content: content && shownContent(content),
    beside: beside && { ...beside, content: shownContent(beside.content) }
  }))
  if (range) documentState.reveal({ start: range.start, end: range.start + 1 }, { flash: false, remember: false })
  feedbackState.announce(asInSource ? 'Text in columns is shown as in the source.' : 'Text in columns is shown as tables.')
}

const select = {
  inHand: (state: TablesState) => state.inHand
}

/** The state module of the tables of the open filing. */
export const tablesState = { store, any, copy, selected, told, setInHand, toggleWhole, canTurn, toggleSource, select }
