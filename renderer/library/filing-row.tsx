import { Check, ChevronRight, Copy, Ellipsis } from 'lucide-react'
import { memo, type MouseEvent } from 'react'
import type { FilingSummary } from '#contract/library'
import { countWords, numberWords } from '#model/words'
import { libraryViewState } from '../state/library/library-view'
import { UNKNOWN, type LibraryColumn, type LibraryGroup, type LibraryRow } from '../state/library/library-list'
import { Icon } from '../ui/icon'
import { FIGURES, FilingCell } from './filing-cell'
import { groupWords } from './group-words'
import { beginDrag, endDrag, openFiling, takingOf } from './row-acts'

/** Asks for the menu of a filing at a point of the window, in CSS pixels. */
export type AskMenu = (filing: FilingSummary, x: number, y: number) => void

/** The words that tell that a filing says the same as another. */
export const SameText = ({ other }: { readonly other: FilingSummary }) => (
  <span className="badge" title={`Same text as “${other.title}” (${other.fileName}), in other bytes`}>
    <Icon of={Copy} size={11} />Same text
  </span>
)

/** The box that takes a filing into the selection; the grid's own keys do the same, so it is no stop of its own. */
export const Tick = (
  { rowKey, filing, selected }: { readonly rowKey: string; readonly filing: FilingSummary; readonly selected: boolean }
) => (
  <button
    type="button"
    className="tick"
    tabIndex={-1}
    aria-label={`${selected ? 'Leave out' : 'Select'} ${filing.title}`}
    aria-pressed={selected}
    onClick={(event) => {
      event.stopPropagation()
      libraryViewState.take(rowKey, event.shiftKey ? 'reach' : 'toggle')
    }}
  >
    {selected ? <Icon of={Check} size={12} /> : null}
  </button>
)

/** The title of a filing, which opens it; with Ctrl or Shift held it selects instead. */
export const TitleButton = ({ filing }: { readonly filing: FilingSummary }) => (
  <button
    type="button"
    className="row-title"
    tabIndex={-1}
    disabled={filing.trashedAt !== null}
    title={filing.title}
    onClick={(event) => {
      if (takingOf(event) === 'only') {
        event.stopPropagation()
        openFiling(filing)
      }
    }}
  >
    {filing.title}
  </button>
)

/** What a row of the table takes; `top` is where it stands in the list, in CSS pixels. */
export interface FilingRowProps {
  readonly rowKey: string
  readonly filing: FilingSummary
  readonly index: number
  readonly top: number
  readonly columns: readonly LibraryColumn[]
  readonly selected: boolean
  readonly current: boolean
  readonly sameAs: FilingSummary | null
  readonly onMenu: AskMenu
  readonly ghost: () => HTMLElement | null
}

const menuUnder = (event: MouseEvent<HTMLElement>, filing: FilingSummary, onMenu: AskMenu): void => {
  const { left, bottom } = event.currentTarget.getBoundingClientRect()
  event.stopPropagation()
  onMenu(filing, left, bottom)
}

/** The button that opens the menu of a filing. */
export const MoreButton = ({ filing, onMenu }: { readonly filing: FilingSummary; readonly onMenu: AskMenu }) => (
  <button type="button" className="btn btn-icon btn-small row-more" tabIndex={-1} aria-haspopup="menu"
    aria-label={`More for ${filing.title}`} onClick={(event) => menuUnder(event, filing, onMenu)}
  >
    <Icon of={Ellipsis} size={14} />
  </button>
)

/** One filing of the table. A click selects it, its title and a double click open it. */
export const FilingRow = memo(({ rowKey, filing, index, top, columns, selected, current, sameAs, onMenu, ghost }: FilingRowProps) => (
  <div
    role="row"
    id={`filing-${String(index)}`}
    className="filing-row"
    aria-rowindex={index + 2}
    aria-selected={selected}
    data-current={current}
    data-trashed={filing.trashedAt !== null}
    style={{ transform: `translateY(${String(top)}px)` }}
    draggable={filing.trashedAt === null}
    onClick={(event) => libraryViewState.take(rowKey, takingOf(event))}
    onDoubleClick={() => openFiling(filing)}
    onContextMenu={(event) => {
      event.preventDefault()
      onMenu(filing, event.clientX, event.clientY)
    }}
    onDragStart={(event) => beginDrag(event, filing, ghost())}
    onDragEnd={endDrag}
  >
    <div role="gridcell" className="cell-tick">
      <Tick rowKey={rowKey} filing={filing} selected={selected} />
    </div>
    <div role="gridcell" className="cell-title" data-unread={filing.openedAt === null}>
      <span className="row-line">
        <TitleButton filing={filing} />
        {sameAs ? <SameText other={sameAs} /> : null}
      </span>
      <span className="row-file truncate" title={`${filing.fileName} · SHA-256 ${filing.sha256}`}>
        {filing.fileName}
        {filing.documents > 1 ? ` · ${countWords(filing.documents, 'document')}` : ''}
        {(filing.unread ?? 0) > 0 ? `, ${numberWords(filing.unread ?? 0)} not read yet` : ''}
      </span>
    </div>
    {columns.map((column) => (
      <div key={column} role="gridcell" className={FIGURES.includes(column) ? 'cell cell-figure numeric' : 'cell numeric truncate'}
        title={column === 'company' ? filing.company ?? undefined : undefined}
      >
        <FilingCell filing={filing} column={column} exhibitApart={columns.includes('exhibit')} />
      </div>
    ))}
    <div role="gridcell" className="cell-more">
      <MoreButton filing={filing} onMenu={onMenu} />
    </div>
  </div>
))
FilingRow.displayName = 'FilingRow'

/** What the head of a group takes. */
export interface GroupRowProps {
  readonly row: Extract<LibraryRow, { readonly kind: 'group' }>
  readonly group: LibraryGroup
  readonly index: number
  readonly top: number
  readonly current: boolean
}

/** The head of a group; it folds the filings under it away. */
export const GroupRow = memo(({ row, group, index, top, current }: GroupRowProps) => (
  <div role="row" id={`filing-${String(index)}`} className="group-row" aria-rowindex={index + 2} data-current={current}
    style={{ transform: `translateY(${String(top)}px)` }}
  >
    <div role="gridcell" className="group-cell">
      <button type="button" className="group-button" tabIndex={-1} aria-expanded={!row.folded}
        onClick={() => libraryViewState.toggleGroup(row.key)}
      >
        <span className="twist" data-open={!row.folded}>
          <Icon of={ChevronRight} size={14} />
        </span>
        <span className="group-name" data-none={row.value === UNKNOWN}>{groupWords(group, row.value)}</span>
        <span className="group-count numeric">{row.filings}</span>
      </button>
    </div>
  </div>
))
GroupRow.displayName = 'GroupRow'
