import { useVirtualizer } from '@tanstack/react-virtual'
import { UnfoldVertical } from 'lucide-react'
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { Comparison } from '#contract/comparison'
import { compareState } from '../state/compare/compare'
import { lineOf, linesOf } from '../state/compare/compared-rows'
import { useStore } from '../state/window/use-store'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Icon } from '../ui/icon'
import { CompareRow } from './compare-row'
import { MarkPalette } from './mark-palette'
import { useCompareKeys } from './use-compare-keys'
import { useComparedWords } from './use-compared-words'

/** A row's height before it was measured, in CSS pixels: two lines and their padding. */
const GUESS = 60
const OVERSCAN = 10

/** Both texts, passage by passage; only the rows in sight are drawn. */
export const CompareText = ({ comparison }: { readonly comparison: Comparison }) => {
  const scroller = useRef<HTMLDivElement>(null)
  const mode = useStore(compareState, compareState.select.mode)
  const shown = useStore(compareState, compareState.select.shown)
  const unfolded = useStore(compareState, compareState.select.unfolded)
  const current = useStore(compareState, compareState.select.current)
  const lines = useMemo(() => linesOf(comparison.rows, shown, unfolded), [comparison, shown, unfolded])
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => GUESS,
    overscan: OVERSCAN,
    getItemKey: (index) => {
      const line = lines[index]
      return line?.kind === 'row' ? `${mode} ${String(line.at)}` : `run ${String(line?.from ?? index)}`
    }
  })
  const palette = useComparedWords(scroller)
  const moveBy = useCallback((delta: 1 | -1): void => {
    const from = lineOf(lines, compareState.store.get().current)
    const to = lines[from < 0 ? 0 : from + delta]
    if (!to) return
    if (to.kind === 'run') compareState.unfold(to.from)
    compareState.point(to.kind === 'row' ? to.at : delta > 0 ? to.from : to.to - 1)
    compareState.tell()
  }, [lines])
  useCompareKeys(scroller, moveBy)
  // The keys of this screen work at once.
  useEffect(() => {
    scroller.current?.focus({ preventScroll: true })
  }, [])
  useEffect(() => {
    const at = lineOf(lines, current)
    if (current < 0 || at < 0) return
    const { startIndex, endIndex } = virtual.range ?? { startIndex: 0, endIndex: 0 }
    // A change that was jumped to stands with what is around it; the next row only comes into sight.
    virtual.scrollToIndex(at, { align: at < startIndex - 1 || at > endIndex + 1 ? 'center' : 'auto' })
  }, [current, lines, virtual])
  // What is filtered is read from its beginning.
  useEffect(() => {
    if (shown.length > 0) scroller.current?.scrollTo({ top: 0 })
  }, [shown])
  // The same passage stays at the top when the columns are set otherwise.
  const top = useRef({ mode, at: 0 })
  useLayoutEffect(() => {
    if (top.current.mode !== mode) virtual.scrollToIndex(top.current.at, { align: 'start' })
    top.current = { mode, at: virtual.range?.startIndex ?? 0 }
  })
  if (lines.length === 0)
    return (
      <EmptyState title="No such change" text="No passage was changed in the ways chosen above."
        acts={<Button tone="plain" onClick={compareState.showAll}>Show all changes</Button>} />
    )
  return (
    <div className="compare-scroll" ref={scroller} tabIndex={0} role="region" aria-label="Both texts">
      <ol className="compare-rows" data-mode={mode} aria-label="Passages" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const line = lines[item.index]
          if (!line) return null
          const row = line.kind === 'row' ? comparison.rows[line.at] : undefined
          const place = { 'data-index': item.index, 'ref': virtual.measureElement, 'aria-setsize': lines.length,
            'aria-posinset': item.index + 1, 'style': { transform: `translateY(${String(item.start)}px)` } }
          if (line.kind === 'run') {
            return (
              <li key={item.key} className="compare-run" {...place}>
                <button type="button" onClick={() => compareState.unfold(line.from)}>
                  <Icon of={UnfoldVertical} size={13} />Show {line.to - line.from} unchanged
                </button>
              </li>
            )
          }
          return row === undefined ?
            null :
            (
              <li key={item.key} className="compare-row" data-kind={row.kind} aria-current={line.at === current ? 'true' : undefined}
                {...place}
              >
                <CompareRow row={row} at={line.at} mode={mode} current={line.at === current} />
              </li>
            )
        })}
      </ol>
      {palette ? <MarkPalette place={palette} /> : null}
    </div>
  )
}
