import { memo, type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import { type Range as Window, useVirtualizer, type Virtualizer } from '@tanstack/react-virtual'
import type { Block } from '#contract/filing'
import type { BlockIndex } from '#model/block-index'
import { isContinued } from '#model/block-pieces'
import { seenState } from '../../state/compare/seen'
import { surfaceOf } from '../../state/document/surface'
import { useStore } from '../../state/window/use-store'
import type { ListedMark } from '../../state/marks/mark-list'
import { MarksWhenStill } from './block-marks'
import { type BlockContext, BlockView } from './block-view'
import { holdRows, type HeldRows } from './hold-rows'
import { forgetLeaves, SURFACE } from '../live-range'
import type { Painter } from '../paint/painter'
import { keepsItsPlace } from '../table/grid'
import { RowsDrawn } from '../table/use-row-window'
import { estimateHeight, type TextSetting } from './row-height'

/** The virtual list of blocks, as the parts of the reader that scroll it see it. */
export type BlockVirtualizer = Virtualizer<HTMLDivElement, HTMLDivElement>

const PLAIN: BlockContext = { speaker: null, quiet: false, level: 2 }

/** One block with its paint, which goes on when the block comes on screen and off when it leaves. */
const PaintedBlock = memo(
  (
    { block, goesOn, context, painter }: {
      readonly block: Block
      /** The next block is a further piece of this one. */
      readonly goesOn: boolean
      readonly context: BlockContext
      readonly painter: Painter
    }
  ) => {
    const box = useRef<HTMLDivElement>(null)
    useLayoutEffect(() => {
      const surface = surfaceOf(block)
      if (box.current) painter.show(surface, box.current)
      return () => painter.hide(surface.id)
    }, [block, painter])
    const repaint = useCallback(() => {
      if (!box.current) return
      forgetLeaves(box.current)
      for (const inner of box.current.querySelectorAll(`[${SURFACE}]`)) forgetLeaves(inner)
      painter.show(surfaceOf(block), box.current)
    }, [block, painter])
    const look = useStore(seenState, seenState.select.look(block.id))
    return (
      <div
        ref={box}
        data-seen={look ?? undefined}
        className={`frame${block.table || block.verbatim ? ' is-wide' : ''}${isContinued(block) ? ' is-continued' : ''}${
          goesOn ? ' goes-on' : ''
        }`}
      >
        <RowsDrawn value={repaint}>
          <BlockView block={block} context={context} />
        </RowsDrawn>
      </div>
    )
  }
)
PaintedBlock.displayName = 'PaintedBlock'

/**
 * Above the page a block that turns out higher or lower than guessed moves the page with it. A block of which only the rows in sight are drawn
 * does so by itself once it was drawn: which of its rows changed it alone knows.
 */
const keepPlaces = (list: BlockVirtualizer, blocks: readonly Block[]): void => {
  const drawn = new Set<number>()
  list.shouldAdjustScrollPositionOnItemSizeChange = ({ index, start, end }) => {
    const top = list.scrollOffset ?? 0
    const block = blocks[index]
    const own = block !== undefined && keepsItsPlace(block) && drawn.has(index) && end > top
    drawn.add(index)
    return start < top && !own
  }
}

/** What the list of blocks takes. `pinned` are indices kept on the page though they are out of sight: the ends of a selection. */
export interface BlockListProps {
  readonly index: BlockIndex
  readonly contexts: ReadonlyMap<string, BlockContext>
  readonly painter: Painter
  /** The marks that begin in each block, by its id. */
  readonly marks: ReadonlyMap<string, readonly ListedMark[]>
  readonly setting: TextSetting
  readonly scroller: RefObject<HTMLDivElement | null>
  readonly pinned: () => readonly number[]
  /** Hands out the list once it stands, so that others can scroll it. */
  readonly onReady: (list: BlockVirtualizer) => void
}

/** The blocks of a document, of which only those on screen and a few around them are drawn. */
export const BlockList = ({ index, contexts, painter, marks, setting, scroller, pinned, onReady }: BlockListProps) => {
  const { blocks } = index
  const held = useRef<HeldRows | null>(null)
  const extract = useCallback((range: Window): number[] => {
    held.current = holdRows(held.current, range.startIndex, range.endIndex, range.count)
    const { from, to } = held.current
    const seen = Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at)
    const kept = pinned().filter((at) => at >= 0 && at < range.count)
    return kept.length === 0 ? seen : [...new Set([...seen, ...kept])].sort((a, b) => a - b)
  }, [pinned])

  const list = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: blocks.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => {
      const block = blocks[at]
      return block ? estimateHeight(block, setting) : 0
    },
    getItemKey: useCallback((at: number) => blocks[at]?.id ?? at, [blocks]),
    rangeExtractor: extract,
    paddingStart: 24,
    paddingEnd: 160
  })
  useLayoutEffect(() => keepPlaces(list, blocks), [list, blocks])
  useEffect(() => {
    onReady(list)
  }, [list, onReady])
  const set = useRef(setting)
  useLayoutEffect(() => {
    if (set.current !== setting) list.measure()
    set.current = setting
  }, [list, setting])
  const items = list.getVirtualItems()
  const size = list.getTotalSize()
  const height = useMemo(() => ({ height: size }), [size])
  return (
    <div className="page" style={height}>
      {items.map(({ key, index: at, start }) => {
        const block = blocks[at]
        const own = block && marks.get(block.id)
        const next = blocks[at + 1]
        return block
          ? (
            <div key={key} className="page-row" data-index={at} ref={list.measureElement} style={{ top: start }}>
              <PaintedBlock block={block} goesOn={next !== undefined && isContinued(next)} context={contexts.get(block.id) ?? PLAIN}
                painter={painter} />
              {own ? <MarksWhenStill still={!list.isScrolling} marks={own} index={index} /> : null}
            </div>
          )
          : null
      })}
    </div>
  )
}
