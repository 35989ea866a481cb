import { FileDown, History, Search, X } from 'lucide-react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import type { ActivityEntry } from '#contract/review'
import { activityState, filterActivity, gatherActs, type Act } from '../state/review/activity'
import { documentState } from '../state/document/document'
import { countBy } from '../state/marks/suggestions'
import { useStore } from '../state/window/use-store'
import { Button, IconButton } from '../ui/button'
import { DateText } from '../ui/date-text'
import { EmptyState } from '../ui/empty-state'
import { TextField } from '../ui/fields'
import { FilterMenu } from '../ui/filter-menu'
import { Icon } from '../ui/icon'
import { entityIcon, entityWords } from './entity-words'

/** Words before and after, as they were kept; a long one is folded by the stylesheet and whole in its title. */
const Change = ({ entry: { before, after } }: { readonly entry: ActivityEntry }) => (
  before === null && after === null ? null : (
    <p className="entry-change">
      {before === null ? null : (
        <span className="entry-before" title={before}>
          <span className="visually-hidden">Before:</span>
          {before}
        </span>
      )}
      {before !== null && after !== null ? <span className="entry-arrow" aria-hidden="true">→</span> : null}
      {after === null ? null : (
        <span className="entry-after" title={after}>
          <span className="visually-hidden">After:</span>
          {after}
        </span>
      )}
    </p>
  )
)

/** The filing an entry is about; it opens it. */
const Filing = ({ entry: { filingId, filingTitle } }: { readonly entry: ActivityEntry }) => (
  filingId === null || filingTitle === null
    ? null
    : <button type="button" className="log-filing truncate" onClick={() => void documentState.openFiling(filingId)}>{filingTitle}</button>
)

const Others = ({ others }: { readonly others: readonly ActivityEntry[] }) => (
  <ul className="log-others">
    {others.map((entry) => (
      <li key={entry.seq}>
        <Filing entry={entry} />
        <Change entry={entry} />
      </li>
    ))}
  </ul>
)

const Entry = ({ act: { entry, others } }: { readonly act: Act }) => {
  const [open, setOpen] = useState(false)
  const { at, author, label, entity, undone } = entry
  return (
    <article className="log-entry" data-undone={undone}>
      <span className="log-time numeric">
        <DateText iso={at} />
      </span>
      <div className="log-words">
        <p className="log-line">
          <Icon of={entityIcon(entity)} size={14} />
          <strong>{label}</strong>
          {undone ? <span className="badge">Undone</span> : null}
        </p>
        {entry.before === null && entry.after !== null && label.includes(entry.after) ? null : <Change entry={entry} />}
        <div className="log-facts">
          {author === '' ? null : <span className="nowrap">{author}</span>}
          <Filing entry={entry} />
          {others.length === 0
            ? null
            : (
              <button type="button" className="log-more nowrap" aria-expanded={open} onClick={() => setOpen(!open)}>
                {open ? 'Show one' : `and ${String(others.length)} more`}
              </button>
            )}
        </div>
        {open ? <Others others={others} /> : null}
      </div>
    </article>
  )
}

/** Estimated height of an entry in CSS pixels, until it is measured. */
const ENTRY = 76

const Entries = ({ entries }: { readonly entries: readonly ActivityEntry[] }) => {
  const acts = useMemo(() => gatherActs(entries), [entries])
  const scroller = useRef<HTMLDivElement>(null)
  const more = useStore(activityState, activityState.select.more)
  const list = useVirtualizer<HTMLDivElement, HTMLLIElement>({ count: acts.length, getScrollElement: () => scroller.current,
    estimateSize: () => ENTRY, overscan: 6, getItemKey: (index) => acts[index]?.entry.seq ?? index })
  const items = list.getVirtualItems()
  const last = items.at(-1)?.index ?? 0
  useEffect(() => {
    if (more && last >= acts.length - 1) void activityState.loadMore()
  }, [more, last, acts.length])
  return (
    <div ref={scroller} className="review-scroll" tabIndex={0} role="region" aria-label="Entries">
      <ol className="log" style={{ height: list.getTotalSize() }}>
        {items.map(({ index, start, key }) => {
          const act = acts[index]
          return act
            ? (
              <li key={key} ref={list.measureElement} data-index={index} style={{ transform: `translateY(${String(start)}px)` }}>
                <Entry act={act} />
              </li>
            )
            : null
        })}
      </ol>
    </div>
  )
}

const titleIn = (entries: readonly ActivityEntry[],
  id: string): string => (id === '' ? 'No filing' : entries.find(({ filingId }) => filingId === id)?.filingTitle ?? 'Filing')

const Tools = ({ shown }: { readonly shown: number }) => {
  const entries = useStore(activityState, activityState.select.entries)
  const filter = useStore(activityState, activityState.select.filter)
  const about = useStore(activityState, activityState.select.about)
  const more = useStore(activityState, activityState.select.more)
  return (
    <div className="review-tools" role="toolbar" aria-label="Activity log">
      {about === null ? null : (
        <span className="log-about">
          <span className="truncate">Only: {about}</span>
          <IconButton size="small" icon={X} label="Show the whole log" onClick={activityState.widen} />
        </span>
      )}
      <div className="log-filter">
        <TextField label="Filter the log" placeholder="Filter by words" icon={Search} value={filter.text}
          onChange={(event) => activityState.setFilter({ text: event.target.value })} />
      </div>
      <FilterMenu label="Kind" counts={countBy(entries, ({ entity }) => [entity])} chosen={filter.kinds} wordsOf={entityWords}
        onChange={(kinds) => activityState.setFilter({ kinds })} />
      <FilterMenu label="Author" counts={countBy(entries, ({ author }) => [author])} chosen={filter.authors}
        wordsOf={(author) => author || 'No name'} onChange={(authors) => activityState.setFilter({ authors })} />
      <FilterMenu label="Filing" counts={countBy(entries, ({ filingId }) => [filingId ?? ''])} chosen={filter.filings}
        wordsOf={(id) => titleIn(entries, id)} onChange={(filings) => activityState.setFilter({ filings })} />
      <span className="review-count numeric" role="status">{shown}{more ? '+' : ''} {shown === 1 ? 'entry' : 'entries'}</span>
      <span className="grow" />
      <Button size="small" icon={FileDown} onClick={() => void activityState.exportAll()}>Export…</Button>
    </div>
  )
}

/** Every judgement and note, newest first: who, when, what stood before and what stands after. Nothing is ever taken out of it. */
export const ActivityLog = () => {
  const entries = useStore(activityState, activityState.select.entries)
  const phase = useStore(activityState, activityState.select.phase)
  const filter = useStore(activityState, activityState.select.filter)
  const shown = useMemo(() => filterActivity(entries, filter), [entries, filter])
  const about = useStore(activityState, ({ about: only }) => only !== null)
  useEffect(() => {
    if (activityState.store.get().phase === 'idle') void activityState.load()
  }, [])
  if (phase !== 'ready' && entries.length === 0)
    return <div className="review-working" role="status" aria-busy="true">Reading the log…</div>
  return (
    <div className="review-part">
      {entries.length > 0 || about ? <Tools shown={shown.length} /> : null}
      {entries.length === 0
        ? (
          <EmptyState icon={History} title={about ? 'Nothing has been changed yet' : 'Nothing has been done yet'}
            text="Every highlight, note, decision and change of a filing is written here with the time, your name from the settings, and what stood before and after." />
        )
        : null}
      {entries.length > 0 && shown.length === 0
        ? (
          <EmptyState icon={Search} title="No entry passes the filters" acts={
            <Button tone="plain" onClick={() => activityState.setFilter({ text: '', kinds: [], authors: [], filings: [] })}>
              Clear the filters
            </Button>
          } />
        )
        : null}
      {shown.length > 0 ? <Entries entries={shown} /> : null}
    </div>
  )
}
