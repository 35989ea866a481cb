import { $getSelection, $isLineBreakNode, $isRangeSelection, $isTextNode, type TextNode } from 'lexical'
import { $findMatchingParent } from '@lexical/utils'
import { $isCitationNode } from './nodes/citation-node'
import { $isNoteLinkNode } from './nodes/link-node'

/** What begins a choice while writing: a slash for things to insert, an at sign for marks to cite. */
export type Trigger = '/' | '@'

/** A choice being typed: what began it, the letters behind it, and the place of the sign, by which one choice is told from the next. */
export interface Typeahead {
  readonly trigger: Trigger
  readonly query: string
  readonly place: string
}

/** A sign at the start of a line or behind a blank, and up to 40 code units of what is looked for; never a blank right behind the sign. */
const TYPED = /(?:^|\s)([/@])((?!\s)[^/@\n]{0,40})$/

interface Typed extends Typeahead {
  readonly node: TextNode
  readonly from: number
  readonly to: number
}

const $typed = (): Typed | null => {
  const selection = $getSelection()
  if (!$isRangeSelection(selection) || !selection.isCollapsed() || selection.anchor.type !== 'text') return null
  const node = selection.anchor.getNode()
  if (!$isTextNode(node) || node.hasFormat('code') || $findMatchingParent(node, $isNoteLinkNode)) return null
  const to = selection.anchor.offset
  const found = TYPED.exec(node.getTextContent().slice(0, to))
  const [, trigger, query] = found ?? []
  if ((trigger !== '/' && trigger !== '@') || query === undefined) return null
  const from = to - query.length - 1
  const before = node.getPreviousSibling()
  if (from === 0 && before !== null && !$isLineBreakNode(before) && !$isCitationNode(before)) return null
  return { trigger, query, place: `${node.getKey()} ${String(from)}`, node, from, to }
}

/** The choice that is being typed at the caret, or null; must run inside a read or an update. */
export const $readTypeahead = (): Typeahead | null => {
  const typed = $typed()
  return typed && { trigger: typed.trigger, query: typed.query, place: typed.place }
}

/** Takes the sign and the letters behind it away, so that what was chosen stands in their place. */
export const $takeTypeahead = (): void => {
  const typed = $typed()
  if (typed) typed.node.spliceText(typed.from, typed.to - typed.from, '', true)
}
