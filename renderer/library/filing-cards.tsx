import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { FilingSummary } from '#contract/library'
import { formWords, sizeWords, type LibraryRow } from '../state/library/library-list'
import { libraryViewState, type Listing } from '../state/library/library-view'
import { useStore } from '../state/window/use-store'
import { DateText } from '../ui/date-text'
import { GroupRow, MoreButton, SameText, Tick, TitleButton, type AskMenu } from './filing-row'
import { StateCell, TagLetters } from './filing-words'
import { beginDrag, endDrag, openFiling, takingOf } from './row-acts'
import { pressRow, useRowList } from './use-rows'

/** Measures in CSS pixels: a card and the gap beside it, the head of a group, the least width at which a card can be read. */
const CARD = 148
const GAP = 12
const GROUP = 40
const LEAST_CARD = 252

interface CardProps {
  readonly rowKey: string
  readonly filing: FilingSummary
  readonly index: number
  readonly selected: boolean
  readonly current: boolean
  readonly sameAs: FilingSummary | null
  readonly onMenu: AskMenu
  readonly ghost: () => HTMLElement | null
}

const Card = ({ rowKey, filing, index, selected, current, sameAs, onMenu, ghost }: CardProps) => (
  <div
    role="gridcell"
    id={`filing-${String(index)}`}
    className="filing-card"
    aria-selected={selected}
    data-current={current}
    data-trashed={filing.trashedAt !== null}
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
    <div className="card-line">
      <Tick rowKey={rowKey} filing={filing} selected={selected} />
      <span className="card-form truncate">{formWords(filing) || 'Form not known'}</span>
      {sameAs ? <SameText other={sameAs} /> : null}
      <span className="grow" />
      <MoreButton filing={filing} onMenu={onMenu} />
    </div>
    <TitleButton filing={filing} />
    <p className="card-company truncate">{filing.company ?? filing.fileName}</p>
    <div className="card-line card-foot numeric">
      <StateCell filing={filing} />
      <TagLetters ids={filing.tags} />
      <span className="grow" />
      <span>{sizeWords(filing.bytes)}</span>
      {filing.filedAt === null ? <DateText iso={filing.importedAt} label="Added" /> : <DateText iso={filing.filedAt} label="Filed" />}
    </div>
  </div>
)

/** Lines of cards: the head of a group fills one, filings stand side by side. */
type Line = { readonly from: number; readonly rows: readonly LibraryRow[] }

const linesOf = (rows: readonly LibraryRow[], across: number): readonly Line[] => {
  const lines: { from: number; rows: LibraryRow[] }[] = []
  for (const [index, row] of rows.entries()) {
    const open = lines.at(-1)
    if (row.kind === 'filing' && open?.rows[0]?.kind === 'filing' && open.rows.length < across) open.rows.push(row)
    else lines.push({ from: index, rows: [row] })
  }
  return lines
}

/** How many cards fit side by side in an element, following its width. */
const useAcross = (element: React.RefObject<HTMLDivElement | null>): number => {
  const [across, setAcross] = useState(1)
  useLayoutEffect(() => {
    const box = element.current
    if (!box) return undefined
    const watcher = new ResizeObserver(([entry]) =>
      setAcross(Math.max(1, Math.floor(((entry?.contentRect.width ?? 0) - GAP) / (LEAST_CARD + GAP))))
    )
    watcher.observe(box)
    return () => watcher.disconnect()
  }, [element])
  return across
}

/** The filings as cards, of which only those on screen are drawn. */
export const FilingCards = ({ listing, onMenu }: { readonly listing: Listing; readonly onMenu: AskMenu }) => {
  const { rows, duplicates } = listing
  const selected = useStore(libraryViewState, libraryViewState.select.selected)
  const cursor = useStore(libraryViewState, libraryViewState.select.cursor)
  const group = useStore(libraryViewState, libraryViewState.select.group)
  const scroller = useRef<HTMLDivElement>(null)
  const ghost = useRef<HTMLDivElement>(null)
  const getGhost = useCallback(() => ghost.current, [])
  const across = useAcross(scroller)
  const lines = useMemo(() => linesOf(rows, across), [rows, across])
  const at = useMemo(() => (cursor === null ? -1 : rows.findIndex(({ key }) => key === cursor)), [rows, cursor])
  const line = useMemo(() => lines.findIndex(({ from, rows: inLine }) => at >= from && at < from + inLine.length), [lines, at])
  const sizeOf = useCallback((index: number) => (lines[index]?.rows[0]?.kind === 'group' ? GROUP : CARD + GAP), [lines])
  const keyOf = useCallback((index: number) => lines[index]?.rows[0]?.key ?? index, [lines])
  const list = useRowList(lines.length, sizeOf, keyOf, line, scroller, GAP)
  return (
    <div
      ref={scroller}
      role="grid"
      className="library-cards"
      aria-label="Filings"
      aria-multiselectable="true"
      aria-rowcount={lines.length}
      tabIndex={0}
      aria-activedescendant={at >= 0 ? `filing-${String(at)}` : undefined}
      onKeyDown={(event) =>
        pressRow(event, rows, across, across * Math.max(1, Math.floor((scroller.current?.clientHeight ?? CARD) / CARD)))}
    >
      <div role="rowgroup" className="cards-body" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ index, start, key }) => {
          const { from, rows: inLine } = lines[index] ?? { from: 0, rows: [] }
          const [head] = inLine
          if (head?.kind === 'group') return <GroupRow key={key} row={head} group={group} index={from} top={start} current={from === at} />
          return (
            <div key={key} role="row" aria-rowindex={index + 1} className="cards-line"
              style={{ transform: `translateY(${String(start)}px)`, gridTemplateColumns: `repeat(${String(across)}, minmax(0, 1fr))` }}
            >
              {inLine.map((row, place) => (row.kind === 'filing' ?
                (
                  <Card key={row.key} rowKey={row.key} filing={row.filing} index={from + place} selected={selected.has(row.filing.id)}
                    current={from + place === at} sameAs={duplicates.get(row.filing.id) ?? null} onMenu={onMenu} ghost={getGhost} />
                ) :
                null)
              )}
            </div>
          )
        })}
      </div>
      <div ref={ghost} className="drag-ghost" aria-hidden="true" />
    </div>
  )
}
