import { type KeyboardEvent, type RefObject, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import { ChevronDown, ChevronRight, Circle, CircleCheck, Columns2, ListTree } from 'lucide-react'
import { countWords } from '#model/words'
import { documentState } from '../../state/document/document'
import { halvesState } from '../../state/document/halves'
import { type OutlineEntry, outlineOf } from '../../state/document/outline'
import { reviewState } from '../../state/review/review'
import { useStore } from '../../state/window/use-store'
import { IconButton } from '../../ui/button'
import { EmptyState } from '../../ui/empty-state'
import { Icon } from '../../ui/icon'
import { type Marks, useMarks } from '../paint/use-painter'

/** How many suggestions and highlights stand in a range; trigger words and boilerplate are not counted. */
const countIn = (marks: Marks, { range }: OutlineEntry): number =>
  new Set(marks.overlapping(range.start, range.end)
    .filter(({ layer }) => layer !== 'trigger' && layer !== 'boilerplate')
    .map(({ ref }) => `${ref.kind} ${ref.id}`)).size

const Jump = ({ entry, current, count }: { readonly entry: OutlineEntry; readonly current: boolean; readonly count: number }) => {
  const place = { start: entry.range.start, end: entry.range.start + 1 }
  const beside = (): void => documentState.revealBeside(place, { flash: false, at: 'top' })
  const press = (event: KeyboardEvent): void => {
    if (event.key !== 'Enter' || !event.shiftKey) return
    event.preventDefault()
    beside()
  }
  return (
    <>
      <button
        type="button"
        className="outline-button"
        aria-current={current ? 'location' : undefined}
        aria-keyshortcuts="Shift+Enter"
        title={entry.label}
        onKeyDown={press}
        onClick={() => documentState.reveal(place, { flash: false, at: 'top' })}
      >
        <span className="outline-label">{entry.label}</span>
        <span className="outline-count numeric" {...(count === 0 ? { 'aria-hidden': true } : { 'aria-label': countWords(count, 'mark') })}>
          {count === 0 ? '' : count}
        </span>
      </button>
      <IconButton size="small" className="outline-beside" icon={Columns2} label="Open in the other half" keys="Shift+Enter" tabIndex={-1}
        onClick={beside} />
    </>
  )
}

/** The box that marks a section as reviewed by the reader. */
const ReviewedBox = ({ entry }: { readonly entry: OutlineEntry }) => {
  const reviewed = useStore(reviewState, (state) => state.sections.some(({ section }) => section === entry.id))
  const label = `${reviewed ? 'Mark the section as not reviewed' : 'Mark the section as reviewed'}: ${entry.label}`
  return (
    <button type="button" className="outline-reviewed" aria-pressed={reviewed} aria-label={label}
      title={reviewed ? 'Reviewed' : 'Mark as reviewed'} onClick={() => void reviewState.setSection(entry.id, !reviewed)}
    >
      <Icon of={reviewed ? CircleCheck : Circle} size={14} />
    </button>
  )
}

/** The line of a section, with what shows its headings where it has some. */
const EntryLine = ({ entry, here, count, open, onTurn }: {
  readonly entry: OutlineEntry
  readonly here: boolean
  readonly count: number
  readonly open: boolean
  readonly onTurn: () => void
}) => (
  <div className="outline-line">
    {entry.parts.length === 0 ? <span className="outline-twist" /> : (
      <IconButton
        size="small"
        className="outline-twist"
        icon={open ? ChevronDown : ChevronRight}
        aria-expanded={open}
        label={`${open ? 'Hide' : 'Show'} the headings in ${entry.label}`}
        onClick={onTurn}
      />
    )}
    <Jump entry={entry} current={here} count={count} />
    <ReviewedBox entry={entry} />
  </div>
)

const entryClass = ({ level }: OutlineEntry): string => `outline-entry outline-level-${String(Math.min(5, level))}`
const partClass = ({ level }: OutlineEntry): string => `outline-line outline-part-${String(Math.min(4, level))}`

/** The heading of a section under which a place lies, or null before the first. */
const partAt = ({ parts }: OutlineEntry, top: number): string | null => parts.findLast(({ range }) => range.start <= top)?.id ?? null

const Entry = (
  { entry, here, count, part }: { readonly entry: OutlineEntry; readonly here: boolean; readonly count: number;
    readonly part: string | null }
) => {
  const [wanted, setWanted] = useState<boolean | null>(null)
  const open = (wanted ?? here) && entry.parts.length > 0
  return (
    <li className={entryClass(entry)}>
      <EntryLine entry={entry} here={here && !(open && part !== null)} count={count} open={open} onTurn={() => setWanted(!open)} />
      {open
        ? (
          <ol className="outline-parts">
            {entry.parts.map((one) => (
              <li key={one.id} className={partClass(one)}>
                <Jump entry={one} current={one.id === part} count={0} />
              </li>
            ))}
          </ol>
        )
        : null}
    </li>
  )
}

/** What the lines of an outline take. */
interface LinesProps {
  readonly entries: readonly OutlineEntry[]
  readonly here: string | null
  readonly counts: ReadonlyMap<string, number>
  /** The heading that is read under, of those in the section `here`; null before the first. */
  readonly part: string | null
}

/** Keeps the line of the place that is read in sight while the reader goes on; the list stays where it is as long as it is. */
const useFollowing = (scroller: RefObject<HTMLElement | null>, at: string | null): void => {
  useEffect(() => {
    if (scroller.current?.contains(document.activeElement) === true) return
    scroller.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [scroller, at])
}

const Lines = ({ entries, here, counts, part }: LinesProps) => {
  const scroller = useRef<HTMLElement>(null)
  useFollowing(scroller, part ?? here)
  return (
    <nav className="outline" aria-label="Outline" ref={scroller}>
      <ol>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} here={entry.id === here} count={counts.get(entry.id) ?? 0}
            part={entry.id === here ? part : null} />
        ))}
      </ol>
    </nav>
  )
}

/** Lines from which only those in sight are drawn; the outlines of reports have a tenth as many. */
const MOST_LINES = 600

/** The height of a line before it was drawn, in CSS pixels, and how many are drawn out of sight. */
const LINE = 30
const OVERSCAN = 20

/** As `Lines`, of which only those in sight are drawn: sections and the headings in them stand in one list. */
const LongLines = ({ entries, here, counts, part }: LinesProps) => {
  const scroller = useRef<HTMLElement>(null)
  const [wanted, setWanted] = useState<ReadonlyMap<string, boolean>>(new Map())
  const rows = useMemo(() =>
    entries.flatMap((entry) => {
      const open = (wanted.get(entry.id) ?? entry.id === here) && entry.parts.length > 0
      return [{ entry, open, isPart: false }, ...(open ? entry.parts.map((part) => ({ entry: part, open: false, isPart: true })) : [])]
    }), [entries, wanted, here])
  const list = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: OVERSCAN,
    getItemKey: (at) => rows[at]?.entry.id ?? at
  })
  const current = rows.some(({ isPart, entry }) => isPart && entry.id === part) ? part : here
  return (
    <nav className="outline" aria-label="Outline" ref={scroller}>
      <ol className="outline-long" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ key, index, start }) => {
          const row = rows[index]
          if (!row) return null
          const { entry, open, isPart } = row
          return (
            <li key={key} data-index={index} ref={list.measureElement} aria-setsize={rows.length} aria-posinset={index + 1}
              className={isPart ? undefined : entryClass(entry)} style={{ transform: `translateY(${String(start)}px)` }}
            >
              {isPart
                ? (
                  <div className="outline-parts">
                    <div className={partClass(entry)}>
                      <Jump entry={entry} current={entry.id === current} count={0} />
                    </div>
                  </div>
                )
                : (
                  <EntryLine entry={entry} here={entry.id === current} count={counts.get(entry.id) ?? 0} open={open}
                    onTurn={() => setWanted(new Map(wanted).set(entry.id, !open))} />
                )}
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

/** The outline of the document that is read: its sections by level, where the reader is, and how many marks each holds. */
export const Outline = () => {
  // The text comes first.
  const content = useDeferredValue(useStore(documentState, documentState.select.content))
  const phase = useStore(documentState, documentState.select.phase)
  const half = useStore(halvesState, halvesState.select.active)
  const here = useStore(halvesState.half(half), halvesState.select.section)
  // Counts may come a moment later than the paint: with ten thousand marks they take longer.
  const marks = useDeferredValue(useMarks(content))
  const entries = useMemo(() => (content ? outlineOf(content.sections, content.blocks) : []), [content])
  const part = useStore(halvesState.half(half), ({ section, top }) => {
    const entry = entries.find(({ id }) => id === section)
    return entry ? partAt(entry, top) : null
  })
  const counts = useMemo(() => new Map(entries.map((entry) => [entry.id, countIn(marks, entry)])), [entries, marks])
  if (!content && phase === 'opening') return <EmptyState icon={ListTree} title="Opening…" text="The outline comes with the text." />
  if (!content) return <EmptyState icon={ListTree} title="No filing is open" text="The outline of the filing you read stands here." />
  if (entries.length === 0) return <EmptyState icon={ListTree} title="No sections" text="This document has no headings to list." />
  const lines = entries.reduce((sum, { parts }) => sum + 1 + parts.length, 0)
  return lines > MOST_LINES
    ? <LongLines entries={entries} here={here} counts={counts} part={part} />
    : <Lines entries={entries} here={here} counts={counts} part={part} />
}
