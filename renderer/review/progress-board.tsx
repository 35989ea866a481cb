import { ArrowDown, ArrowRight, CheckCheck, CircleCheck, ListChecks } from 'lucide-react'
import { useMemo, useRef } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import type { FilingProgress } from '#contract/review'
import { documentState } from '../state/document/document'
import { leftOf, reviewState, sortBoard, totalsOf, type BoardSort } from '../state/review/review'
import { useStore } from '../state/window/use-store'
import { viewState } from '../state/window/view'
import { Button } from '../ui/button'
import { useDateWords } from '../ui/date-text'
import { EmptyState } from '../ui/empty-state'
import { FactsLine } from '../ui/facts-line'
import { Icon } from '../ui/icon'

/** Heights in CSS pixels: a row with its two lines, and the heads of the columns. */
const ROW = 48

const Bar = ({ done, all }: { readonly done: number; readonly all: number }) => (
  <span className="board-bar" data-full={done >= all} aria-hidden="true">
    <span style={{ transform: `scaleX(${String(all === 0 ? 1 : done / all)})` }} />
  </span>
)

/** A pair of counts with a bar; a dash where there is nothing of the kind. */
const Pair = ({ done, all, says }: { readonly done: number; readonly all: number; readonly says: string }) => (
  all === 0
    ? <span className="board-none" aria-label={`No ${says}`}>–</span>
    : (
      <span className="board-pair" title={`${String(done)} of ${String(all)} ${says}`}>
        <Bar done={done} all={all} />
        <span className="numeric">
          {done}
          <span className="board-of">/{all}</span>
        </span>
      </span>
    )
)

const Figure = ({ value, says, warn = false }: { readonly value: number; readonly says: string; readonly warn?: boolean }) => (
  <span className="numeric" data-warn={warn && value > 0} data-none={value === 0} title={`${String(value)} ${says}`}>
    {value === 0 ? '–' : value}
  </span>
)

const HEADS: readonly { readonly sort: BoardSort | null; readonly label: string; readonly className: string; readonly says?: string }[] = [
  { sort: 'title', label: 'Filing', className: 'board-filing' },
  { sort: 'suggestions', label: 'Suggestions', className: 'board-cell', says: 'Decided, of all' },
  { sort: 'sections', label: 'Sections', className: 'board-cell', says: 'Reviewed, of all' },
  { sort: 'questions', label: 'Questions', className: 'board-figure', says: 'Open or asked' },
  { sort: null, label: 'Orphans', className: 'board-figure', says: 'Highlights whose words were not found again' },
  { sort: null, label: 'Unread', className: 'board-figure', says: 'Documents never opened' },
  { sort: 'left', label: 'Left', className: 'board-figure', says: 'All that is left' },
  { sort: null, label: '', className: 'board-go' }
]

const Heads = () => {
  const sort = useStore(reviewState, reviewState.select.sort)
  return (
    <div role="rowgroup" className="board-head">
      <div role="row" className="board-row">
        {HEADS.map(({ sort: by, label, className, says }, at) => (
          <div key={label || String(at)} role="columnheader" className={className}
            aria-sort={by !== null && by === sort ? (by === 'title' ? 'ascending' : 'descending') : undefined} title={says}
          >
            {by === null
              ? (label || <span className="visually-hidden">Go on</span>)
              : (
                <button type="button" onClick={() => reviewState.setSort(by)}>
                  {label}
                  {by === sort ? <Icon of={ArrowDown} size={12} /> : null}
                </button>
              )}
          </div>
        ))}
      </div>
    </div>
  )
}

const Row = ({ progress, top, index }: { readonly progress: FilingProgress; readonly top: number; readonly index: number }) => {
  const { filing, suggestions, sections, questions, orphans, unread, finished } = progress
  const left = leftOf(progress)
  const { short } = useDateWords()
  return (
    <div role="row" className="board-row board-line" aria-rowindex={index + 2} data-finished={finished}
      style={{ transform: `translateY(${String(top)}px)` }}
    >
      <div role="cell" className="board-filing">
        <button type="button" className="row-title truncate" title={filing.title} onClick={() => void documentState.openFiling(filing.id)}>
          {filing.title}
        </button>
        <FactsLine className="row-file" who={filing.company} otherwise={filing.fileName}
          rest={[filing.exhibit ?? filing.form, filing.filedAt === null ? null : short(filing.filedAt)]} />
      </div>
      <div role="cell" className="board-cell">
        <Pair done={suggestions.decided} all={suggestions.all} says="suggestions decided" />
      </div>
      <div role="cell" className="board-cell">
        <Pair done={sections.reviewed} all={sections.all} says="sections reviewed" />
      </div>
      <div role="cell" className="board-figure">
        <Figure value={questions.open + questions.asked}
          says={`questions: ${String(questions.open)} open, ${String(questions.asked)} asked, ${String(questions.answered)} answered, ${
            String(questions.closed)
          } closed`} warn />
      </div>
      <div role="cell" className="board-figure">
        <Figure value={orphans} says="orphans" warn />
      </div>
      <div role="cell" className="board-figure">
        <Figure value={unread} says="documents never opened" />
      </div>
      <div role="cell" className="board-figure board-left">
        {finished
          ? (
            <span className="board-done">
              <Icon of={CircleCheck} size={14} />Done
            </span>
          )
          : <Figure value={left} says="open items" />}
      </div>
      <div role="cell" className="board-go">
        {left === 0
          ? null
          : (
            <Button size="small" icon={ArrowRight} aria-label={`Step through what is left in ${filing.title}`}
              onClick={() => void reviewState.begin(null, filing.id)} />
          )}
      </div>
    </div>
  )
}

const Sum = (
  { label, done, all, warn = false }: { readonly label: string; readonly done?: number; readonly all: number; readonly warn?: boolean }
) => (
  <div className="sum">
    <dt>{label}</dt>
    <dd className="numeric" data-warn={warn && all > 0}>
      {done === undefined ? all.toLocaleString('en') : (
        <>
          {done.toLocaleString('en')}
          <span className="board-of">/ {all.toLocaleString('en')}</span>
        </>
      )}
    </dd>
    {done === undefined ? null : <Bar done={done} all={all} />}
  </div>
)

const Sums = ({ filings, finished }: { readonly filings: readonly FilingProgress[]; readonly finished: number }) => {
  const folderId = useStore(reviewState, reviewState.select.folderId)
  const totals = totalsOf(filings)
  return (
    <div className="sums">
      <dl>
        <Sum label="Filings finished" done={finished} all={filings.length} />
        <Sum label="Suggestions decided" done={totals.decided} all={totals.suggestions} />
        <Sum label="Sections reviewed" done={totals.reviewed} all={totals.sections} />
        <Sum label="Questions" all={totals.questions} warn />
        <Sum label="Orphans" all={totals.orphans} warn />
        <Sum label="Unread" all={totals.unread} />
      </dl>
      {totals.left === 0
        ? (
          <p className="sums-done">
            <Icon of={CheckCheck} />Nothing is left
          </p>
        )
        : (
          <Button tone="primary" icon={ListChecks} onClick={() => void reviewState.begin(folderId, null)}>
            Step through what is left <span className="numeric sums-left">{totals.left.toLocaleString('en')}</span>
          </Button>
        )}
    </div>
  )
}

const Table = ({ filings }: { readonly filings: readonly FilingProgress[] }) => {
  const sort = useStore(reviewState, reviewState.select.sort)
  const scroller = useRef<HTMLDivElement>(null)
  const sorted = useMemo(() => sortBoard(filings, sort), [filings, sort])
  const list = useVirtualizer<HTMLDivElement, HTMLDivElement>({ count: sorted.length, getScrollElement: () => scroller.current,
    estimateSize: () => ROW, overscan: 8 })
  return (
    <div ref={scroller} className="board" role="table" aria-label="Work on each filing" aria-rowcount={sorted.length + 1} tabIndex={0}>
      <Heads />
      <div role="rowgroup" className="board-body" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, start }) => {
          const progress = sorted[index]
          return progress ? <Row key={progress.filing.id} progress={progress} index={index} top={start} /> : null
        })}
      </div>
    </div>
  )
}

/** How far the work on each filing is, most left first, with the sums of all. */
export const ProgressBoard = () => {
  const board = useStore(reviewState, reviewState.select.board)
  if (!board) return <div className="review-working" role="status" aria-busy="true">Counting…</div>
  if (board.filings.length === 0) {
    return (
      <EmptyState
        icon={ListChecks}
        title="No filings to review here"
        text="Put filings into this folder, or choose another one above. Each filing then shows how many suggestions are decided, which sections are reviewed and which questions are open."
        acts={<Button tone="plain" onClick={() => viewState.show('library')}>Go to the library</Button>}
      />
    )
  }
  return (
    <div className="progress-part">
      <Sums filings={board.filings} finished={board.finished} />
      <Table filings={board.filings} />
    </div>
  )
}
