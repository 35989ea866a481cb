import { type KeyboardEvent, useDeferredValue, useMemo, useState } from 'react'
import { ChevronDown, ChevronRight, Circle, CircleCheck, Columns2, ListTree } from 'lucide-react'
import { documentState } from '../state/document'
import { halvesState } from '../state/halves'
import { type OutlineEntry, outlineOf } from '../state/outline'
import { reviewState } from '../state/review'
import { useStore } from '../state/use-store'
import { IconButton } from '../ui/button'
import { EmptyState } from '../ui/empty-state'
import { Icon } from '../ui/icon'
import { type Marks, useMarks } from './use-painter'

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
        <span className="outline-count numeric" {...(count === 0 ? { 'aria-hidden': true } : { 'aria-label': `${String(count)} marks` })}>
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
  const label = `${reviewed ? 'Take back that the section is reviewed' : 'Mark the section as reviewed'}: ${entry.label}`
  return (
    <button type="button" className="outline-reviewed" aria-pressed={reviewed} aria-label={label}
      title={reviewed ? 'Reviewed' : 'Mark as reviewed'} onClick={() => void reviewState.setSection(entry.id, !reviewed)}
    >
      <Icon of={reviewed ? CircleCheck : Circle} size={14} />
    </button>
  )
}

const Entry = ({ entry, here, count }: { readonly entry: OutlineEntry; readonly here: boolean; readonly count: number }) => {
  const [wanted, setWanted] = useState<boolean | null>(null)
  const open = (wanted ?? here) && entry.parts.length > 0
  return (
    <li className={`outline-entry outline-level-${String(Math.min(5, entry.level))}`}>
      <div className="outline-line">
        {entry.parts.length === 0 ? <span className="outline-twist" /> : (
          <IconButton
            size="small"
            className="outline-twist"
            icon={open ? ChevronDown : ChevronRight}
            aria-expanded={open}
            label={`${open ? 'Hide' : 'Show'} the headings in ${entry.label}`}
            onClick={() => setWanted(!open)}
          />
        )}
        <Jump entry={entry} current={here} count={count} />
        <ReviewedBox entry={entry} />
      </div>
      {open
        ? (
          <ol className="outline-parts">
            {entry.parts.map((part) => (
              <li key={part.id} className={`outline-line outline-part-${String(Math.min(4, part.level))}`}>
                <Jump entry={part} current={false} count={0} />
              </li>
            ))}
          </ol>
        )
        : null}
    </li>
  )
}

/** The outline of the document that is read: its sections by level, where the reader is, and how many marks each holds. */
export const Outline = () => {
  // The text comes first.
  const content = useDeferredValue(useStore(documentState, documentState.select.content))
  const half = useStore(halvesState, halvesState.select.active)
  const here = useStore(halvesState.half(half), halvesState.select.section)
  // Counts may come a moment later than the paint: with ten thousand marks they take longer.
  const marks = useDeferredValue(useMarks(content))
  const entries = useMemo(() => (content ? outlineOf(content.sections, content.blocks) : []), [content])
  const counts = useMemo(() => new Map(entries.map((entry) => [entry.id, countIn(marks, entry)])), [entries, marks])
  if (!content) return <EmptyState icon={ListTree} title="No filing is open" text="The outline of the filing you read stands here." />
  if (entries.length === 0) return <EmptyState icon={ListTree} title="No sections" text="This document has no headings to list." />
  return (
    <nav className="outline" aria-label="Outline">
      <ol>{entries.map((entry) => <Entry key={entry.id} entry={entry} here={entry.id === here} count={counts.get(entry.id) ?? 0} />)}</ol>
    </nav>
  )
}
