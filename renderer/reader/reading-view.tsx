import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { DocumentContent } from '#contract/library'
import { blockIndexOf } from '../state/block-index'
import { caretState } from '../state/caret'
import { offsetOf } from '../state/caret-moves'
import { documentState } from '../state/document'
import { selectionOf } from '../state/selection'
import { sourceOffset, surfaceOf } from '../state/text-map'
import { useStore } from '../state/use-store'
import { viewState } from '../state/view'
import { workspaceState } from '../state/workspace'
import { contextsOf } from './block-context'
import { BlockList, type BlockVirtualizer } from './block-list'
import { useBlockMarks } from './block-marks'
import { Caret } from './caret'
import { FactTip } from './fact-tip'
import { refsAt } from './hit-test'
import { LinkPopover, type LinkPlace } from './link-popover'
import { pointAt } from './live-range'
import { Minimap } from './minimap'
import { OverlapBar } from './overlap-bar'
import { createRangeIndex } from './range-index'
import { SelectionPalette } from './selection-palette'
import { useCaret } from './use-caret'
import { useMarks, usePainter } from './use-painter'
import { usePosition } from './use-position'
import { useReveal } from './use-reveal'
import { useSelection } from './use-selection'

declare module 'react' {
  interface CSSProperties {
    /** The custom properties that `styles/reader.css` reads. */
    readonly [name: `--${string}`]: string
  }
}

/** The reading view of a document: its blocks, the paint on them, and what a click or a selection does. */
export const ReadingView = ({ content }: { readonly content: DocumentContent }) => {
  const page = useRef<HTMLDivElement>(null)
  const [list, setList] = useState<BlockVirtualizer | null>(null)
  const [link, setLink] = useState<LinkPlace | null>(null)
  const { fontSize, measure, lineHeight } = useStore(workspaceState, workspaceState.select.settings)
  const hidden = useStore(viewState, viewState.select.hidden)
  const focus = useStore(viewState, viewState.select.focus)
  const minimap = useStore(viewState, viewState.select.minimap)
  const filingId = useStore(documentState, documentState.select.filingId)
  const kept = useStore(documentState, documentState.select.selection)
  const index = blockIndexOf(content.blocks)
  const contexts = useMemo(() => contextsOf(content), [content])
  const setting = useMemo(() => ({ size: fontSize, lineHeight: fontSize * lineHeight, measure }), [fontSize, lineHeight, measure])
  const marks = useMarks(content)
  const painter = usePainter(marks)
  const blockMarks = useBlockMarks(content)
  const { pinned, palette } = useSelection(page, index, content)
  useReveal(page, list, index, setting)
  usePosition(page, list, index, content)
  const caret = useCaret(page, index)

  // The page takes the focus where nothing else has it, so that the keys that scroll work at once.
  useEffect(() => {
    if (document.activeElement === null || document.activeElement === document.body) page.current?.focus({ preventScroll: true })
  }, [])

  useLayoutEffect(() => {
    const selected = document.getSelection()
    const drawn = selected !== null && !selected.isCollapsed && (page.current?.contains(selected.anchorNode) ?? false)
    painter.setLayer('chosen', kept && !drawn ? createRangeIndex([{ ...kept.range, kind: 'chosen' as const }]).overlapping : null)
  }, [painter, kept])

  const follow = useCallback((target: Element): boolean => {
    const anchor = target.closest<HTMLElement>('[data-href]')
    if (!anchor) return false
    const to = index.blocks[index.of(anchor.dataset['target'] ?? '')]?.ranges[0]
    const { left, bottom } = anchor.getBoundingClientRect()
    if (to) documentState.reveal(to)
    else setLink({ href: anchor.dataset['href'] ?? '', x: left, y: bottom })
    return true
  }, [index])

  const openMarks = (offset: number | null): void => {
    const refs = offset === null ? [] : refsAt(marks, offset, hidden)
    const { active, overlap } = documentState.store.get()
    const again = refs.length > 1 && refs.length === overlap.length && refs.some(({ id, kind }) => id === active?.id && kind === active.kind)
    if (again) documentState.cycleOverlap()
    else documentState.activate(refs[0] ?? null, refs)
  }

  const click = (event: MouseEvent): void => {
    if (!(event.target instanceof Element) || !document.getSelection()?.isCollapsed || follow(event.target)) return
    caret.click(event.clientX, event.clientY)
    const point = pointAt(event.clientX, event.clientY)
    const block = point ? index.blocks[index.of(point.surface)] : undefined
    openMarks(point && block ? sourceOffset(surfaceOf(block).map, point.offset) : null)
  }

  const press = (event: KeyboardEvent): void => {
    const { at } = caretState.store.get()
    if (caret.press(event)) event.preventDefault()
    else if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a' && filingId !== null) {
      event.preventDefault()
      document.getSelection()?.removeAllRanges()
      documentState.setSelection(selectionOf(index, content, filingId, content.range))
    } else if (event.key === 'Enter' && event.target instanceof Element && follow(event.target)) event.preventDefault()
    else if (event.key === 'Enter' && at && event.target === page.current) openMarks(offsetOf(index, at))
  }

  const copy = (event: ClipboardEvent): void => {
    const { selection } = documentState.store.get()
    if (!selection) return
    event.preventDefault()
    event.clipboardData.setData('text/plain', selection.text)
  }

  const style = { '--reading-size': `${String(fontSize)}px`, '--reading-leading': String(lineHeight), '--measure': `${String(measure)}ch` }
  return (
    <div className={`reading${focus ? ' is-focus' : ''}`} style={style}>
      <div
        ref={page} className="reading-page" tabIndex={0} role="document" aria-label="Filing text"
        onClick={click} onKeyDown={press} onCopy={copy}
      >
        <BlockList index={index} contexts={contexts} painter={painter} marks={blockMarks} setting={setting} scroller={page} pinned={pinned} onReady={setList} />
        <Caret page={page} index={index} />
      </div>
      {minimap && list ? <Minimap marks={marks.list} index={index} list={list} /> : null}
      <OverlapBar />
      <FactTip page={page} content={content} />
      {palette ? <SelectionPalette place={palette} /> : null}
      {link ? <LinkPopover link={link} onClose={() => { setLink(null) }} /> : null}
    </div>
  )
}
