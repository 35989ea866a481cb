import { ArrowDown, ArrowUp, Check, Minus } from 'lucide-react'
import { type CSSProperties, useCallback, useMemo, useRef } from 'react'
import { libraryViewState, type Listing } from '../state/library/library-view'
import type { LibraryColumn } from '../state/library/library-list'
import { useStore } from '../state/window/use-store'
import { Icon } from '../ui/icon'
import { ColumnHandle } from './column-handle'
import { FIGURES, gridOf } from './filing-cell'
import { FilingRow, GroupRow, type AskMenu } from './filing-row'
import { COLUMN_WORDS } from './filing-words'
import { pressRow, useRowList } from './use-rows'

/** Heights in CSS pixels: a row with a title of two lines over its file, the head of a group, the heads of the columns. */
const ROW = 50
const GROUP = 36
const HEAD = 33

const ColumnHead = ({ column, index }: { readonly column: LibraryColumn; readonly index: number }) => {
  const sort = useStore(libraryViewState, libraryViewState.select.sort)
  const sorted = sort.column === column
  const { label, says } = COLUMN_WORDS[column]
  return (
    <div role="columnheader" aria-colindex={index} className={FIGURES.includes(column) ? 'head-cell cell-figure' : 'head-cell'}
      aria-sort={sorted ? (sort.descending ? 'descending' : 'ascending') : 'none'}
    >
      <button type="button" title={says ?? `Sort by ${label.toLowerCase()}`} onClick={() => libraryViewState.sortBy(column)}>
        {label}
        {sorted ? <Icon of={sort.descending ? ArrowDown : ArrowUp} size={12} /> : null}
      </button>
      <ColumnHandle column={column} />
    </div>
  )
}

const Heads = ({ columns, listing }: { readonly columns: readonly LibraryColumn[]; readonly listing: Listing }) => {
  const selected = useStore(libraryViewState, libraryViewState.select.selected)
  const all = listing.filings.length > 0 && listing.filings.every(({ id }) => selected.has(id))
  const some = !all && listing.filings.some(({ id }) => selected.has(id))
  return (
    <div role="rowgroup" className="grid-head">
      <div role="row" aria-rowindex={1} className="head-row">
        <div role="columnheader" aria-colindex={1} className="cell-tick">
          <button type="button" className="tick" aria-pressed={all} aria-label={all ? 'Select none' : 'Select all that are listed'}
            onClick={libraryViewState.selectAll}
          >
            {all ? <Icon of={Check} size={12} /> : some ? <Icon of={Minus} size={12} /> : null}
          </button>
        </div>
        {(['title', ...columns] as const).map((column, at) => <ColumnHead key={column} column={column} index={at + 2} />)}
        <div role="columnheader" aria-colindex={columns.length + 3} className="cell-more">
          <span className="visually-hidden">More</span>
        </div>
      </div>
    </div>
  )
}

/** The filings as a table of which only the rows on screen are drawn. */
export const FilingGrid = ({ listing, onMenu }: { readonly listing: Listing; readonly onMenu: AskMenu }) => {
  const { rows, duplicates } = listing
  const columns = useStore(libraryViewState, libraryViewState.select.columns)
  const selected = useStore(libraryViewState, libraryViewState.select.selected)
  const cursor = useStore(libraryViewState, libraryViewState.select.cursor)
  const group = useStore(libraryViewState, libraryViewState.select.group)
  const scroller = useRef<HTMLDivElement>(null)
  const ghost = useRef<HTMLDivElement>(null)
  const getGhost = useCallback(() => ghost.current, [])
  const at = useMemo(() => (cursor === null ? -1 : rows.findIndex(({ key }) => key === cursor)), [rows, cursor])
  const sizeOf = useCallback((index: number) => (rows[index]?.kind === 'group' ? GROUP : ROW), [rows])
  const keyOf = useCallback((index: number) => rows[index]?.key ?? index, [rows])
  const list = useRowList(rows.length, sizeOf, keyOf, at, scroller, HEAD)
  const widths = useStore(libraryViewState, libraryViewState.select.widths)
  const { tracks, least } = gridOf(columns, widths)
  return (
    <div
      ref={scroller}
      role="grid"
      className="library-grid"
      aria-label="Filings"
      aria-multiselectable="true"
      aria-rowcount={rows.length + 1}
      aria-colcount={columns.length + 3}
      tabIndex={0}
      aria-activedescendant={at >= 0 ? `filing-${String(at)}` : undefined}
      style={{ '--tracks': tracks, '--least': `${String(least)}px` } as CSSProperties}
      onKeyDown={(event) => pressRow(event, rows, 1, Math.max(1, Math.floor((scroller.current?.clientHeight ?? ROW) / ROW) - 2))}
    >
      <Heads columns={columns} listing={listing} />
      <div role="rowgroup" className="grid-body" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index]
          if (!row) return null
          if (row.kind === 'group') return <GroupRow key={key} row={row} group={group} index={index} top={start} current={index === at} />
          const { filing } = row
          return (
            <FilingRow key={key} rowKey={row.key} filing={filing} index={index} top={start} columns={columns}
              selected={selected.has(filing.id)} current={index === at} sameAs={duplicates.get(filing.id) ?? null} onMenu={onMenu}
              ghost={getGhost} />
          )
        })}
      </div>
      <div ref={ghost} className="drag-ghost" aria-hidden="true" />
    </div>
  )
}
