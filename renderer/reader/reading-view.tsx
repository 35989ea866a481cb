import { type MouseEvent, type ReactNode, useDeferredValue, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { DocumentContent } from '#contract/library'
import { blockIndexOf } from '#model/block-index'
import { boundaryEdit } from '../state/marks/boundary-edit'
import { documentState } from '../state/document/document'
import { type Half, type HalfName, halvesState } from '../state/document/halves'
import { useStore } from '../state/window/use-store'
import { viewState } from '../state/window/view'
import { workspaceState } from '../state/window/workspace'
import { contextsOf } from './text/block-context'
import { BlockList, type BlockVirtualizer } from './text/block-list'
import { useBlockMarks } from './text/block-marks'
import { BoundaryHandles } from './select/boundary-handles'
import { Caret } from './select/caret'
import { CopyTip } from './select/copy-tip'
import { FactTip } from './tips/fact-tip'
import { LinkPopover } from './tips/link-popover'
import { Minimap } from './place/minimap'
import { OverlapBar } from './overlap-bar'
import { createRangeIndex } from './paint/range-index'
import { SeenTip } from './tips/seen-tip'
import { SelectionPalette } from './select/selection-palette'
import { TableHand } from './table/table-hand'
import { useMarksOf, usePainter } from './paint/use-painter'
import { usePosition } from './place/use-position'
import { useReveal } from './place/use-reveal'
import { useRowGuide } from './text/use-row-guide'
import { useSelection } from './select/use-selection'
import { useTextActs } from './select/use-text-acts'

declare module 'react' {
  interface CSSProperties {
    /** The custom properties that `styles/reader.css` reads. */
    readonly [name: `--${string}`]: string
  }
}

/** What a view of the text takes: the document, and which half of the reading view this is. */
export interface ReadingViewProps {
  readonly content: DocumentContent
  readonly half: Half
  /** Whether this document is the one that is open; else it stands beside that, and what is kept of the open one is not for it. */
  readonly isOpen: boolean
  /** What stands above the text, or null. */
  readonly head: ReactNode
}

/** Gives the focus to the text of a half that was asked to take it, or where nothing else has it, so that the keys that scroll work at once. */
const useTextFocus = (page: { readonly current: HTMLElement | null }, name: HalfName, isActive: boolean): void => {
  const asked = useStore(halvesState, halvesState.select.asked)
  // The second half is opened because it was asked for.
  const seen = useRef(name === 'second' ? -1 : asked)
  useEffect(() => {
    const free = document.activeElement === null || document.activeElement === document.body
    if (isActive && (free || asked !== seen.current)) page.current?.focus({ preventScroll: true })
    seen.current = asked
  }, [page, isActive, asked])
}

/** The right button asks about the words that are selected, and is not to select others. */
const keepSelected = (event: MouseEvent): void => {
  if (event.button === 2) event.preventDefault()
}

/** One half of the reading view, or all of it: the blocks of a document, the paint on them, and what a click or a selection does. */
export const ReadingView = ({ content, half, isOpen, head }: ReadingViewProps) => {
  const page = useRef<HTMLDivElement>(null)
  const [list, setList] = useState<BlockVirtualizer | null>(null)
  const { fontSize, measure, lineHeight, font = 'serif' } = useStore(workspaceState, workspaceState.select.settings)
  const focus = useStore(viewState, viewState.select.focus)
  const minimap = useStore(viewState, viewState.select.minimap)
  const kept = useStore(documentState, documentState.select.selection)
  const split = useStore(halvesState, halvesState.select.split)
  const isActive = useStore(halvesState, halvesState.select.active) === half.name
  const index = blockIndexOf(content.blocks)
  const contexts = useMemo(() => contextsOf(content), [content])
  const setting = useMemo(() => ({ size: fontSize, lineHeight: fontSize * lineHeight, measure, font }), [fontSize, lineHeight, measure,
    font])
  const marks = useMarksOf(content, isOpen)
  const ticks = useDeferredValue(marks.list)
  const painter = usePainter(marks, half, isOpen)
  const blockMarks = useBlockMarks(isOpen ? content : null)
  const { pinned, palette } = useSelection(page, index, content)
  useReveal(page, list, index, setting, half)
  usePosition(page, list, index, content, half)
  useTextFocus(page, half.name, isActive)
  useRowGuide(page)
  const { click, press, menu, link, closeLink } = useTextActs(page, index, marks)

  useLayoutEffect(() => {
    const selected = document.getSelection()
    // What is drawn of a selection of everything is a part of it.
    if (isOpen && kept?.range === content.range) selected?.removeAllRanges()
    const drawn = selected !== null && !selected.isCollapsed && (page.current?.contains(selected.anchorNode) ?? false)
    painter.setLayer('chosen', isOpen && kept && !drawn ? createRangeIndex([{ ...kept.range, kind: 'chosen' as const }]).overlapping : null)
  }, [painter, kept, isOpen, content])

  const turnHere = (): void => halvesState.turnTo(half.name)
  const style = { '--reading-size': `${String(fontSize)}px`, '--reading-leading': String(lineHeight), '--measure': `${String(measure)}ch` }
  return (
    <div
      className={`reading${focus ? ' is-focus' : ''}${split && isActive ? ' is-active-half' : ''}`}
      data-font={font}
      style={style}
      onFocusCapture={turnHere}
      onPointerDownCapture={turnHere}
    >
      {head}
      <div
        ref={page}
        className="reading-page"
        tabIndex={0}
        role="document"
        aria-current={split && isActive ? 'true' : undefined}
        aria-label={half.name === 'first' ? 'Filing text' : 'Filing text, second half'}
        onClick={click}
        onKeyDown={press}
        onContextMenuCapture={menu}
        onMouseDown={keepSelected}
        onBlur={boundaryEdit.finish}
      >
        <BlockList index={index} contexts={contexts} painter={painter} marks={blockMarks} setting={setting} scroller={page} pinned={pinned}
          onReady={setList} />
        {isActive ? <Caret page={page} index={index} /> : null}
        {isActive ? <BoundaryHandles page={page} index={index} /> : null}
      </div>
      {minimap && list ? <Minimap marks={ticks} index={index} list={list} /> : null}
      {isActive ? <OverlapBar /> : null}
      {isOpen
        ? (
          <>
            <FactTip page={page} content={content} />
            <SeenTip page={page} content={content} />
            <CopyTip page={page} content={content} />
            <TableHand page={page} />
          </>
        )
        : null}
      {palette ? <SelectionPalette place={palette} /> : null}
      {link ? <LinkPopover link={link} onClose={closeLink} /> : null}
    </div>
  )
}
