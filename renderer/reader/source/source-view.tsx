import { memo, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useVirtualizer } from '@tanstack/react-virtual'
import type { DocumentContent } from '#contract/library'
import type { TextRange } from '#contract/range'
import { documentState } from '../../state/document/document'
import { halvesState } from '../../state/document/halves'
import type { Surface } from '../../state/document/surface'
import { useStore } from '../../state/window/use-store'
import { EmptyState } from '../../ui/empty-state'
import { SURFACE } from '../live-range'
import type { Painter } from '../paint/painter'
import { ShownRuns } from '../shown-runs'
import { rowAt, type SourceRow, sourceRows, surfaceOfRow, windowAround } from './source-rows'
import { useMarks, usePainter } from '../paint/use-painter'

interface Source {
  readonly range: TextRange
  readonly text: string
  readonly rows: readonly SourceRow[]
}

/** Fetches the source of the document, around where the reader is. */
const useSource = (content: DocumentContent): Source | null => {
  const [source, setSource] = useState<Source | null>(null)
  useEffect(() => {
    let dropped = false
    const range = windowAround(content.range, halvesState.here().top)
    void documentState.source(range).then((text) => {
      if (!dropped && text !== null) setSource({ range, text, rows: sourceRows(text) })
    })
    return () => {
      dropped = true
    }
  }, [content])
  return source
}

const Row = memo(({ surface, line, painter }: { readonly surface: Surface; readonly line: number | null; readonly painter: Painter }) => {
  const box = useRef<HTMLElement>(null)
  useLayoutEffect(() => {
    if (box.current) painter.show(surface, box.current)
    return () => painter.hide(surface.id)
  }, [surface, painter])
  return (
    <div className="source-row">
      <span className="source-line" aria-hidden="true">{line ?? ''}</span>
      <code ref={box} className="source-text" {...{ [SURFACE]: surface.id }}>
        <ShownRuns text={surface.text} />
      </code>
    </div>
  )
})
Row.displayName = 'Row'

/** Height of one row before it is measured, in CSS pixels. */
const ROW = 19

const Rows = ({ source, content }: { readonly source: Source; readonly content: DocumentContent }) => {
  const page = useRef<HTMLDivElement>(null)
  const [half] = useState(() => halvesState.active())
  const painter = usePainter(useMarks(content), half, true)
  const reveal = useStore(half, halvesState.select.reveal)
  const { rows, text, range } = source

  const list = useVirtualizer<HTMLDivElement, HTMLDivElement>({
    count: rows.length,
    getScrollElement: () => page.current,
    estimateSize: () => ROW,
    overscan: 12,
    paddingStart: 12,
    paddingEnd: 80
  })
  const surface = useMemo(() => {
    const made = new Map<SourceRow, Surface>()
    return (row: SourceRow): Surface => {
      const kept = made.get(row) ?? surfaceOfRow(text, row, range.start)
      made.set(row, kept)
      return kept
    }
  }, [text, range])
  useLayoutEffect(() => {
    list.scrollToIndex(rowAt(rows, half.store.get().top - range.start), { align: 'start' })
  }, [list, rows, range, half])
  const seen = useRef(reveal?.token)
  useEffect(() => {
    if (!reveal || seen.current === reveal.token) return
    seen.current = reveal.token
    list.scrollToIndex(rowAt(rows, reveal.range.start - range.start), { align: 'center' })
  }, [list, rows, range, reveal])
  useEffect(() => {
    const element = page.current
    if (!element) return
    const scrolled = (): void => {
      const row = rows[list.getVirtualItemForOffset(element.scrollTop + 4)?.index ?? 0]
      if (row) half.setPosition(range.start + row.start, 0, half.store.get().section)
    }
    element.addEventListener('scrollend', scrolled, { passive: true })
    return () => element.removeEventListener('scrollend', scrolled)
  }, [list, rows, range, half])
  return (
    <div ref={page} className="source-page" tabIndex={0} role="document" aria-label="Source of the filing">
      <div className="page" style={{ height: list.getTotalSize() }}>
        {list.getVirtualItems().map(({ key, index, start }) => {
          const row = rows[index]
          return row
            ? (
              <div key={key} className="page-row" data-index={index} ref={list.measureElement}
                style={{ transform: `translateY(${String(start)}px)` }}
              >
                <Row surface={surface(row)} line={row.line} painter={painter} />
              </div>
            )
            : null
        })}
      </div>
    </div>
  )
}

/** The raw text behind the document, line by line, with the same marks; it opens where the reading view stood. */
export const SourceView = ({ content }: { readonly content: DocumentContent }) => {
  const source = useSource(content)
  return source ? <Rows source={source} content={content} /> : <EmptyState title="Fetching the source…" />
}
