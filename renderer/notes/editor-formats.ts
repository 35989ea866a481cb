import { $insertList, $isListItemNode, $removeList, ListNode } from '@lexical/list'
import { $createHeadingNode, $createQuoteNode, $isHeadingNode, $isQuoteNode } from '@lexical/rich-text'
import { $setBlocksType } from '@lexical/selection'
import { $findMatchingParent, $getNearestNodeOfType } from '@lexical/utils'
import { $createParagraphNode, $createTextNode, $getRoot, $getSelection, $isElementNode, $isLineBreakNode, $isParagraphNode,
  $isRangeSelection, $isTextNode, type LexicalNode, type RangeSelection, type TextNode } from 'lexical'
import type { Citation } from '#model/note-citation'
import { $createCitationNode } from './nodes/citation-node'
import { $createDividerNode } from './nodes/divider-node'
import { $createNoteLinkNode, $isNoteLinkNode, type NoteLinkNode } from './nodes/link-node'
import { $cellAtCaret, $createTable, $fillCells } from './table-edits'

/** What the block under the caret is. */
export type BlockFormat = 'paragraph' | 'heading' | 'subheading' | 'bullet' | 'number' | 'check' | 'quote'

/** How the words under the caret are set, for the toolbar. */
export interface Formats {
  readonly bold: boolean
  readonly italic: boolean
  readonly block: BlockFormat
  /** The address of the link the caret is in, or null. */
  readonly link: string | null
  /** Whether the caret is in a table. */
  readonly table: boolean
}

/** Nothing is set. */
export const NO_FORMATS: Formats = { bold: false, italic: false, block: 'paragraph', link: null, table: false }

const $blockOf = (node: LexicalNode): BlockFormat => {
  const list = $getNearestNodeOfType(node, ListNode)
  if (list) return list.getListType()
  const heading = $findMatchingParent(node, $isHeadingNode)
  if ($isHeadingNode(heading)) return heading.getTag() === 'h3' ? 'subheading' : 'heading'
  return $findMatchingParent(node, $isQuoteNode) ? 'quote' : 'paragraph'
}

/** Reads how the words under the caret are set; must run inside a read or an update. */
export const $readFormats = (): Formats => {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return NO_FORMATS
  const node = selection.anchor.getNode()
  const link = $findMatchingParent(node, $isNoteLinkNode)
  return {
    bold: selection.hasFormat('bold'),
    italic: selection.hasFormat('italic'),
    block: $blockOf(node),
    link: $isNoteLinkNode(link) ? link.getURL() : null,
    table: $cellAtCaret() !== null
  }
}

/** The present selection; the end of the note where the caret was never in it. */
const $selectionOrEnd = (): RangeSelection => {
  const selection = $getSelection()
  return $isRangeSelection(selection) ? selection : $getRoot().selectEnd()
}

/** Sets the blocks under the selection as a list, or back as paragraphs where they are that list already. */
export const $toggleList = (kind: 'bullet' | 'number' | 'check'): void => {
  const selection = $selectionOrEnd()
  if ($blockOf(selection.anchor.getNode()) === kind) $removeList()
  else $insertList(kind)
}

/** Sets the blocks under the selection as a quotation, or back as paragraphs. */
export const $toggleQuote = (): void => {
  const selection = $selectionOrEnd()
  const quoted = $blockOf(selection.anchor.getNode()) === 'quote'
  $setBlocksType(selection, () => (quoted ? $createParagraphNode() : $createQuoteNode()))
}

/** Sets the blocks under the selection as headings, or back as paragraphs. Nothing in a table. */
export const $toggleHeading = (kind: 'heading' | 'subheading'): void => {
  const selection = $selectionOrEnd()
  if ($cellAtCaret()) return
  if (['bullet', 'number', 'check'].includes($blockOf(selection.anchor.getNode()))) $removeList()
  const set = $blockOf(selection.anchor.getNode()) === kind
  $setBlocksType(selection, () => (set ? $createParagraphNode() : $createHeadingNode(kind === 'heading' ? 'h2' : 'h3')))
}

/**
 * Puts blocks behind the one the caret is in, which goes where it is empty; the caret goes to the end of the last.
 * From within a table they go behind it.
 */
export const $insertBlocks = (blocks: readonly LexicalNode[]): void => {
  const top = $selectionOrEnd().anchor.getNode().getTopLevelElement()
  const last = blocks.at(-1)
  if (!last) return
  if (top) [...blocks].reverse().forEach((block) => top.insertAfter(block))
  else $getRoot().append(...blocks)
  if ($isElementNode(last)) last.selectEnd()
  else {
    const line = $createParagraphNode()
    last.insertAfter(line)
    line.select()
  }
  if ($isParagraphNode(top) && top.getTextContent() === '' && top.getChildren().every($isTextNode)) top.remove()
}

/** Puts a rule behind the caret's block and goes below it. */
export const $insertDivider = (): void => $insertBlocks([$createDividerNode()])

/** Puts an empty table behind the caret's block, its first row heading the columns, and goes into its first cell. */
export const $insertTable = (rows: readonly (readonly string[])[] = [['', '', ''], ['', '', ''], ['', '', '']]): void => {
  if ($fillCells(rows)) return
  const table = $createTable(rows, true)
  $insertBlocks([table])
  table.selectStart()
}

/** Begins a line for the answer to a question at the end of the note, the caret behind its label. */
export const $beginAnswer = (day: string): void => {
  const line = $createParagraphNode().append($createTextNode(`Answer, ${day}:`).setFormat('bold'), $createTextNode(' '))
  const last = $getRoot().getLastChild()
  if ($isParagraphNode(last) && last.isEmpty()) last.replace(line)
  else $getRoot().append(line)
  line.selectEnd()
}

/** Takes the link around the caret away and leaves its words. */
export const $removeLink = (): void => {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return
  const link = $findMatchingParent(selection.anchor.getNode(), $isNoteLinkNode)
  if (!$isNoteLinkNode(link)) return
  for (const child of link.getChildren()) link.insertBefore(child)
  link.remove()
}

/** A blank, where the caret stands right behind a word. */
const $blankBefore = ({ anchor }: RangeSelection): readonly TextNode[] =>
  anchor.type === 'text' && /\S/.test(anchor.getNode().getTextContent().charAt(anchor.offset - 1)) ? [$createTextNode(' ')] : []

/** Puts the selected words in a link; where none are selected, the address itself is inserted. A link is never put inside another. */
export const $addLink = (url: string): void => {
  const selection = $selectionOrEnd()
  if (selection.isCollapsed()) {
    const link = $createNoteLinkNode(url)
    link.append($createTextNode(url))
    selection.insertNodes([...$blankBefore(selection), link, $createTextNode(' ')])
    return
  }
  const texts = selection.extract().filter((node): node is TextNode => $isTextNode(node))
  let last: ReturnType<typeof $createNoteLinkNode> | null = null
  for (const text of texts) {
    if ($isNoteLinkNode(text.getParent())) continue
    const follows: boolean = last !== null && text.getPreviousSibling()?.is(last) === true
    if (!follows) {
      last = $createNoteLinkNode(url)
      text.insertBefore(last)
    }
    last?.append(text)
  }
}

/** Lifts out of a link whatever may not stand in one, such as a chip, and puts it behind it; a transform of the editor. */
export const $liftOutOfLink = (link: NoteLinkNode): void => {
  for (const child of [...link.getChildren()].reverse()) {
    if (!$isTextNode(child) && !$isLineBreakNode(child)) link.insertAfter(child)
  }
}

/** Inserts a chip that points to a passage, with a blank after it so that writing goes on; behind the link where the caret is in one. */
export const $insertCitation = (citation: Citation): void => {
  const inside = $findMatchingParent($selectionOrEnd().anchor.getNode(), $isNoteLinkNode)
  const behind = $isNoteLinkNode(inside)
  const selection = behind ? inside.selectNext(0, 0) : $selectionOrEnd()
  selection.insertNodes([...(behind ? [$createTextNode(' ')] : $blankBefore(selection)), $createCitationNode(citation),
    $createTextNode(' ')])
}

/** What typing a mark and a blank at the start of a paragraph makes of it. */
const MARKS: Readonly<Record<string, BlockFormat>> = { '-': 'bullet', '*': 'bullet', '1.': 'number', '[]': 'check', '>': 'quote',
  '#': 'heading', '##': 'subheading' }

/** Turns "- ", "1. ", "[] " or "> ", "# " at the start of a paragraph into a list, a quotation or a heading; answers whether it did. */
export const $applyMark = (): boolean => {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.type !== 'text') return false
  const node = selection.anchor.getNode()
  const parent = node.getParent()
  if (!$isTextNode(node) || parent === null || parent.getType() !== 'paragraph' || node.getPreviousSibling() !== null) return false
  const mark = node.getTextContent().slice(0, selection.anchor.offset)
  const block = MARKS[mark]
  if (block === undefined) return false
  node.spliceText(0, mark.length, '', true)
  if (block === 'quote') $toggleQuote()
  else if (block === 'heading' || block === 'subheading') $toggleHeading(block)
  else if (block !== 'paragraph') $toggleList(block)
  return true
}

/** Moves the list items under the selection one step in or out; answers whether the caret was in a list. */
export const $indentList = (delta: 1 | -1): boolean => {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return false
  const item = $findMatchingParent(selection.anchor.getNode(), $isListItemNode)
  if (!$isListItemNode(item)) return false
  item.setIndent(Math.min(10, Math.max(0, item.getIndent() + delta)))
  return true
}

/**
 * What Tab does in a list: an item goes one step in under the item before it, and with Shift one step out. Answers false where there is
 * no such step, so that Tab leaves the editor as it does outside lists.
 */
export const $tabInList = (back: boolean): boolean => {
  const selection = $getSelection()
  if (!$isRangeSelection(selection)) return false
  const item = $findMatchingParent(selection.anchor.getNode(), $isListItemNode)
  if (!$isListItemNode(item)) return false
  const able = back ? item.getIndent() > 0 : item.getPreviousSibling() !== null && item.getIndent() < 10
  return able && $indentList(back ? -1 : 1)
}
