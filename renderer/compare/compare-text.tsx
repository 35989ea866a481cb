import { useVirtualizer } from '@tanstack/react-virtual'
import { UnfoldVertical } from 'lucide-react'
import { useEffect, useMemo, useRef } from 'react'
import type { Comparison } from '#contract/comparison'
import { compareState } from '../state/compare'
import { linesOf } from '../state/compared-rows'
import { useStore } from '../state/use-store'
import { Button } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Icon } from '../ui/icon'
import { CompareRow } from './compare-row'

/** A row's height before it was measured, in CSS pixels: two lines and their padding. */
const GUESS = 60
const OVERSCAN = 10

const isTyping = (target: EventTarget | null): boolean => target instanceof HTMLElement && target.matches('input:not([type="radio"]), textarea, select, [contenteditable="true"]')

/** The next change by n or j, the one before by p or k, wherever the focus is on this screen. */
const useSteps = (): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const held = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey
      if (event.defaultPrevented || held || isTyping(event.target)) return
      if (event.target instanceof Element && event.target.closest('[role="menu"], [role="dialog"]')) return
      const delta = ['n', 'j'].includes(event.key) ? 1 : ['p', 'k'].includes(event.key) ? -1 : null
      if (delta === null) return
      event.preventDefault()
      compareState.step(delta)
    }
    window.addEventListener('keydown', press)
    return () => { window.removeEventListener('keydown', press) }
  }, [])
}

/** Both texts, passage by passage; only the rows in sight are drawn. */
export const CompareText = ({ comparison }: { readonly comparison: Comparison }) => {
  const scroller = useRef<HTMLDivElement>(null)
  const mode = useStore(compareState, compareState.select.mode)
  const shown = useStore(compareState, compareState.select.shown)
  const unfolded = useStore(compareState, compareState.select.unfolded)
  const current = useStore(compareState, compareState.select.current)
  const lines = useMemo(() => linesOf(comparison.rows, shown, unfolded), [comparison, shown, unfolded])
  const virtual = useVirtualizer({
    count: lines.length, getScrollElement: () => scroller.current, estimateSize: () => GUESS, overscan: OVERSCAN,
    getItemKey: (index) => { const line = lines[index]; return line?.kind === 'row' ? `row ${String(line.at)}` : `run ${String(line?.from ?? index)}` }
  })
  useSteps()
  useEffect(() => {
    const at = lines.findIndex((line) => line.kind === 'row' && line.at === current)
    if (current >= 0 && at >= 0) virtual.scrollToIndex(at, { align: 'center' })
  }, [current, lines, virtual])
  if (lines.length === 0) return <EmptyState title="No such change" text="No passage was changed in the ways chosen above." acts={<Button tone="plain" onClick={compareState.showAll}>Show all changes</Button>} />
  return (
    <div className="compare-scroll" ref={scroller} tabIndex={0} role="region" aria-label="Both texts">
      <ol className="compare-rows" data-mode={mode} aria-label="Passages" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map((item) => {
          const line = lines[item.index]
          if (!line) return null
          const row = line.kind === 'row' ? comparison.rows[line.at] : undefined
          const place = { 'data-index': item.index, 'ref': virtual.measureElement, 'aria-setsize': lines.length, 'aria-posinset': item.index + 1, 'style': { transform: `translateY(${String(item.start)}px)` } }
          if (line.kind === 'run') {
            return (
              <li key={item.key} className="compare-run" {...place}>
                <button type="button" onClick={() => { compareState.unfold(line.from) }}><Icon of={UnfoldVertical} size={13} />{line.to - line.from} unchanged passages</button>
              </li>
            )
          }
          return row === undefined ? null : <li key={item.key} className="compare-row" data-kind={row.kind} aria-current={line.at === current ? 'true' : undefined} {...place}><CompareRow row={row} mode={mode} /></li>
        })}
      </ol>
    </div>
  )
}
