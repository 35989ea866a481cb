import { memo, type MouseEvent, useDeferredValue, useMemo, useState } from 'react'
import type { DocumentContent } from '#contract/library'
import type { TextRange } from '#contract/range'
import { annotationsState } from '../../state/marks/annotations'
import { type BlockIndex, blockIndexOf } from '#model/block-index'
import { documentState, type MarkRef } from '../../state/document/document'
import { findingsState } from '../../state/marks/findings'
import { listMarks, type ListedMark } from '../../state/marks/mark-list'
import { quoteOf } from '#model/quote'
import { useStore } from '../../state/window/use-store'
import { viewState } from '../../state/window/view'
import { workspaceState } from '../../state/window/workspace'
import { useOnlyKeys } from '../paint/use-painter'

/** Words of a mark longer than this are cut: the text itself stands beside them. */
const MOST_WORDS = 80

const NO_MARKS: ReadonlyMap<string, readonly ListedMark[]> = new Map()

/** The marks of a document by the id of the block in which they begin. */
export const useBlockMarks = (document: DocumentContent | null): ReadonlyMap<string, readonly ListedMark[]> => {
  // The text comes first: a screen reader is told of its marks a moment later.
  const content = useDeferredValue<DocumentContent | null>(document, null)
  const decisions = useStore(findingsState, (state) => state.decisions)
  const annotations = useStore(annotationsState, (state) => state.annotations)
  const tags = useStore(workspaceState, workspaceState.select.tags)
  const hidden = useStore(viewState, viewState.select.hidden)
  const only = useOnlyKeys(content)
  return useMemo(() => {
    if (!content) return NO_MARKS
    const index = blockIndexOf(content.blocks)
    const byBlock = new Map<string, ListedMark[]>()
    for (const mark of listMarks({ content, decisions, annotations, tags, hidden, only })) {
      const id = content.blocks[index.at(mark.range.start)]?.id
      if (id === undefined) continue
      const own = byBlock.get(id)
      if (own) own.push(mark)
      else byBlock.set(id, [mark])
    }
    return byBlock
  }, [content, decisions, annotations, tags, hidden, only])
}

/** The words of a mark; asked for only where its block is drawn, since ten thousand of them take long to gather. */
const wordsOf = (index: BlockIndex, range: TextRange): string => {
  const words = quoteOf(index, range)?.exact ?? ''
  return words.length > MOST_WORDS ? `${words.slice(0, MOST_WORDS)}…` : words
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
const BlockMarks = memo(({ marks, index }: { readonly marks: readonly ListedMark[]; readonly index: BlockIndex }) => (
  <ul className="visually-hidden" aria-label="Marks in this paragraph">
    {marks.map(({ ref, name, range }) => (
      <li key={`${ref.kind} ${ref.id}`}>
        <button type="button" tabIndex={-1} aria-label={`${name}: ${wordsOf(index, range)}`} onClick={(event) => open(event, ref)} />
      </li>
    ))}
  </ul>
))
BlockMarks.displayName = 'BlockMarks'

/** As `BlockMarks`, which are many elements that nobody sees: those of a block that comes into sight while the page moves are made once it rests. */
export const MarksWhenStill = (
  { still, marks, index }: { readonly still: boolean; readonly marks: readonly ListedMark[]; readonly index: BlockIndex }
) => {
  const [made, setMade] = useState(still)
  if (still && !made) setMade(true)
  return made ? <BlockMarks marks={marks} index={index} /> : null
}
