import { memo, type MouseEvent, useMemo } from 'react'
import type { DocumentContent } from '#contract/library'
import { annotationsState } from '../state/annotations'
import { blockIndexOf } from '../state/block-index'
import { documentState, type MarkRef } from '../state/document'
import { findingsState } from '../state/findings'
import { listMarks, type ListedMark } from '../state/mark-list'
import { quoteOf } from '../state/selection'
import { useStore } from '../state/use-store'
import { viewState } from '../state/view'
import { workspaceState } from '../state/workspace'
import { useOnlyKeys } from './use-painter'

/** A mark that begins in a block, with the words it stands on. */
export interface BlockMark extends ListedMark {
  readonly words: string
}

/** Words of a mark longer than this are cut: the text itself stands beside them. */
const MOST_WORDS = 80

/** The marks of a document by the id of the block in which they begin. */
export const useBlockMarks = (content: DocumentContent): ReadonlyMap<string, readonly BlockMark[]> => {
  const decisions = useStore(findingsState, (state) => state.decisions)
  const annotations = useStore(annotationsState, (state) => state.annotations)
  const tags = useStore(workspaceState, workspaceState.select.tags)
  const hidden = useStore(viewState, viewState.select.hidden)
  const only = useOnlyKeys(content)
  return useMemo(() => {
    const index = blockIndexOf(content.blocks)
    const byBlock = new Map<string, BlockMark[]>()
    for (const mark of listMarks({ content, decisions, annotations, tags, hidden, only })) {
      const id = content.blocks[index.at(mark.range.start)]?.id
      if (id === undefined) continue
      const words = quoteOf(index, mark.range)?.exact ?? ''
      const listed = { ...mark, words: words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words }
      byBlock.set(id, [...(byBlock.get(id) ?? []), listed])
    }
    return byBlock
  }, [content, decisions, annotations, tags, hidden, only])
}

const open = (event: MouseEvent, ref: MarkRef): void => {
  // The page would take it for a click on its words.
  event.stopPropagation()
  documentState.activate(ref)
}

/**
 * The marks of one block as buttons, since paint says nothing to a screen reader. They stand behind the block in reading order
 * and out of the order of Tab, which would lead through thousands of them; the keys for the next mark lead there as well.
 */
export const BlockMarks = memo(({ marks }: { readonly marks: readonly BlockMark[] }) => (
  <ul className="visually-hidden" aria-label="Marks in this paragraph">
    {marks.map(({ ref, name, words }) => (
      <li key={`${ref.kind} ${ref.id}`}><button type="button" tabIndex={-1} aria-label={`${name}: ${words}`} onClick={(event) => { open(event, ref) }} /></li>
    ))}
  </ul>
))
BlockMarks.displayName = 'BlockMarks'
