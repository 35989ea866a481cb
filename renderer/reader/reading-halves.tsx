import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { X } from 'lucide-react'
import type { DocumentContent } from '#contract/library'
import { commands } from '../state/commands'
import { halvesState } from '../state/halves'
import { useStore } from '../state/use-store'
import { viewState } from '../state/view'
import { IconButton } from '../ui/button'
import { Divider } from '../ui/split-pane'
import { ReadingView } from './reading-view'

/** The width from which two halves stand beside each other, in CSS pixels: two lines of about 45 characters with their margins. */
const LEAST_BESIDE = 860

/** The least and the most that the first half takes, and how far one key moves the border, in hundredths of the room of both. */
const SHARE = { least: 25, most: 75, step: 2 } as const

/** Whether the halves have room beside each other, as the window now is. */
const useBeside = (row: RefObject<HTMLElement | null>): boolean => {
  const [beside, setBeside] = useState(false)
  useLayoutEffect(() => {
    const element = row.current
    if (!element) return
    const look = (): void => setBeside(element.clientWidth >= LEAST_BESIDE)
    look()
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    return () => sizes.disconnect()
  }, [row])
  return beside
}

/**
 * The reading view, whole or in two halves of the same document. The halves stand beside each other where each has room for a
 * line, else one above the other; the border between them can be moved.
 */
export const ReadingHalves = ({ content }: { readonly content: DocumentContent }) => {
  const split = useStore(halvesState, halvesState.select.split)
  const share = useStore(viewState, viewState.select.firstHalf)
  const row = useRef<HTMLDivElement>(null)
  const beside = useBeside(row)
  return (
    <div className="halves">
      <div ref={row} className="halves-row" data-split={split} data-beside={beside} style={{ '--first-half': String(share) }}>
        <ReadingView content={content} half={halvesState.half('first')} />
        {split
          ? (
            <>
              <Divider
                label={beside ? 'Width of the first half' : 'Height of the first half'}
                side={beside ? 'left' : 'above'}
                share
                size={share}
                {...SHARE}
                onResize={viewState.setFirstHalf}
                onRest={() => viewState.setFirstHalf()}
              />
              <ReadingView content={content} half={halvesState.half('second')} />
            </>
          )
          : null}
      </div>
      {split
        ? (
          <div className="halves-close">
            <IconButton size="small" tone="plain" icon={X} label="Close the other half" keys={commands.keysOf('window.split')}
              onClick={() => commands.run('window.split')} />
          </div>
        )
        : null}
    </div>
  )
}
