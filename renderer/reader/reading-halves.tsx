import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { X } from 'lucide-react'
import type { DocumentContent, OpenFiling } from '#contract/library'
import { commands } from '../state/commands/commands'
import { documentState } from '../state/document/document'
import { embeddedState } from '../state/document/embedded'
import { type HalfName, halvesState } from '../state/document/halves'
import { useStore } from '../state/window/use-store'
import { viewState } from '../state/window/view'
import { IconButton } from '../ui/button'
import { useDateWords } from '../ui/date-text'
import { FactsLine } from '../ui/facts-line'
import { Divider } from '../ui/split-pane'
import { ReadingView } from './reading-view'
import { FilingOfBlocks } from './text/picture'

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

/** What one half shows: the document that is open where it is active, else what stands beside that. */
const useShown = (content: DocumentContent): Readonly<Record<HalfName, ShownIn>> => {
  const open = useStore(documentState, documentState.select.open)
  const beside = useStore(documentState, documentState.select.beside)
  const active = useStore(halvesState, halvesState.select.active)
  const own: ShownIn = { open, content, isOpen: true }
  const other: ShownIn = beside ? { ...beside, isOpen: false } : own
  return active === 'first' ? { first: own, second: other } : { first: other, second: own }
}

interface ShownIn {
  readonly open: OpenFiling | null
  readonly content: DocumentContent
  readonly isOpen: boolean
}

const keyOf = ({ open, content }: ShownIn): string => `${open?.filing.id ?? ''} ${String(content.sequence)}`

/** One half, which knows of which filing it shows pictures. */
const HalfView = ({ shown, name, head }: { readonly shown: ShownIn; readonly name: HalfName; readonly head: boolean }) => {
  const { open, content, isOpen } = shown
  useEffect(() => {
    if (open) void embeddedState.want(open)
  }, [open])
  return (
    <FilingOfBlocks value={open?.filing.id ?? null}>
      <ReadingView content={content} isOpen={isOpen} half={halvesState.half(name)} head={head ? <HalfHead shown={shown} /> : null} />
    </FilingOfBlocks>
  )
}

/** Tells which document a half shows, where they show different ones. */
const HalfHead = ({ shown: { open, content, isOpen } }: { readonly shown: ShownIn }) => {
  const type = open?.documents.find(({ sequence }) => sequence === content.sequence)?.type ?? open?.filing.form
  const { short } = useDateWords()
  const day = open?.filing.filedAt ?? null
  return (
    <div className="half-head" data-active={isOpen} title={open?.filing.title}>
      <span className="half-title truncate">{open?.filing.title}</span>
      <FactsLine className="half-facts" who={open?.filing.company ?? null} rest={[type ?? null, day === null ? null : short(day)]}
        otherwise="" />
    </div>
  )
}

/**
 * The reading view, whole or in two halves of one document or of two. The halves stand beside each other where each has room for a
 * line, else one above the other; the border between them can be moved.
 */
export const ReadingHalves = ({ content }: { readonly content: DocumentContent }) => {
  const split = useStore(halvesState, halvesState.select.split)
  const share = useStore(viewState, viewState.select.firstHalf)
  const row = useRef<HTMLDivElement>(null)
  const beside = useBeside(row)
  const { first, second } = useShown(content)
  const head = split && keyOf(first) !== keyOf(second)
  return (
    <div className="halves">
      <div ref={row} className="halves-row" data-split={split} data-beside={beside} style={{ '--first-half': String(share) }}>
        <HalfView key={`first ${keyOf(first)}`} shown={first} name="first" head={head} />
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
              <HalfView key={`second ${keyOf(second)}`} shown={second} name="second" head={head} />
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
