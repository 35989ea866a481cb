import { type KeyboardEvent, type MouseEvent, type RefObject, useCallback, useEffect, useState } from 'react'
import { type BlockIndex } from '#model/block-index'
import { boundaryEdit } from '../../state/marks/boundary-edit'
import { contextMenuState } from '../../state/window/context-menu'
import { caretState } from '../../state/document/caret'
import { offsetOf } from '../../state/document/caret-moves'
import { documentState, type Selection } from '../../state/document/document'
import { tablesState } from '../../state/marks/tables'
import { sourceOffset } from '#model/text-map'
import { surfaceOf } from '../../state/document/surface'
import { useStore } from '../../state/window/use-store'
import { viewState } from '../../state/window/view'
import { refsAt } from '../place/hit-test'
import type { LinkPlace } from '../tips/link-popover'
import { pointAt } from '../live-range'
import { useCaret } from './use-caret'
import type { Marks } from '../paint/use-painter'

/** What the text of a document does with clicks and keys, and the link that was asked about, if any. */
export interface TextActs {
  readonly click: (event: MouseEvent) => void
  readonly press: (event: KeyboardEvent) => void
  readonly menu: (event: MouseEvent) => void
  readonly link: LinkPlace | null
  readonly closeLink: () => void
}

/**
 * Copies what the reader selected, drawn or not. Where no words of the page are selected for the browser, it asks before copying
 * whether there is anything to copy, and tells the body; a selection in a note or a panel is left to itself.
 */
const useCopy = (page: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const chosen = (
      { target }: Event
    ):
      | Selection
      | null => (target === document.body || (target instanceof Node && (page.current?.contains(target) ?? false))
        ? documentState.store.get().selection
        : null)
    const ask = (event: Event): void => {
      if (chosen(event)) event.preventDefault()
    }
    const copy = (event: ClipboardEvent): void => {
      const selection = chosen(event)
      if (!selection) return
      event.preventDefault()
      const { text, html } = tablesState.selected(selection.range, selection.text)
      event.clipboardData?.setData('text/plain', text)
      if (html !== null) event.clipboardData?.setData('text/html', html)
    }
    document.addEventListener('beforecopy', ask)
    document.addEventListener('copy', copy)
    return () => {
      document.removeEventListener('beforecopy', ask)
      document.removeEventListener('copy', copy)
    }
  }, [page])
}

/** What a click, a key or a copy in the text does: follow a link, open a mark, place the caret, select all. */
export const useTextActs = (page: RefObject<HTMLElement | null>, index: BlockIndex, marks: Marks): TextActs => {
  const [link, setLink] = useState<LinkPlace | null>(null)
  const hidden = useStore(viewState, viewState.select.hidden)
  const caret = useCaret(page, index)
  useCopy(page)

  const follow = useCallback((target: Element): boolean => {
    const anchor = target.closest<HTMLElement>('[data-href]')
    if (!anchor) return false
    const to = index.blocks[index.of(anchor.dataset['target'] ?? '')]?.ranges[0]
    const { left, bottom } = anchor.getBoundingClientRect()
    if (to) documentState.reveal(to)
    else setLink({ href: anchor.dataset['href'] ?? '', x: left, y: bottom })
    return true
  }, [index])

  const openMarks = (offset: number | null, keep = false): void => {
    const refs = offset === null ? [] : refsAt(marks, offset, hidden)
    const { active, overlap } = documentState.store.get()
    const again = refs.length > 1 && refs.length === overlap.length &&
      refs.some(({ id, kind }) => id === active?.id && kind === active.kind)
    if (again && keep) return
    if (again) documentState.cycleOverlap()
    else documentState.activate(refs[0] ?? null, refs)
  }

  const click = (event: MouseEvent): void => {
    if (!(event.target instanceof Element) || !document.getSelection()?.isCollapsed || follow(event.target)) return
    caret.click(event.clientX, event.clientY)
    const point = pointAt(event.clientX, event.clientY)
    const block = point ? index.blocks[index.of(point.surface)] : undefined
    openMarks(point && block ? sourceOffset(surfaceOf(block).map, point.offset) : null)
  }

  const press = (event: KeyboardEvent): void => {
    const { at } = caretState.store.get()
    if (event.key === 'Enter') boundaryEdit.finish()
    if (caret.press(event)) event.preventDefault()
    else if (event.key === 'Enter' && event.target instanceof Element && follow(event.target)) event.preventDefault()
    else if (event.key === 'Enter' && at && event.target === page.current) openMarks(offsetOf(index, at))
  }

  const menu = (event: MouseEvent): void => {
    if (event.defaultPrevented || !(event.target instanceof Element)) return
    event.preventDefault()
    const point = pointAt(event.clientX, event.clientY)
    const block = point ? index.blocks[index.of(point.surface)] : undefined
    const offset = point && block ? sourceOffset(surfaceOf(block).map, point.offset) : null
    const { selection } = documentState.store.get()
    // Words that were chosen elsewhere are let go, as everywhere.
    const inside = selection !== null && offset !== null && offset >= selection.range.start && offset < selection.range.end
    if (!inside) documentState.setSelection(null)
    if (!inside && offset !== null) openMarks(offset, true)
    const table = event.target.closest<HTMLElement>('[data-table]')?.dataset['table']
    if (table !== undefined) tablesState.setInHand(table)
    contextMenuState.ask({ about: table === undefined ? 'text' : 'table', x: event.clientX, y: event.clientY })
  }

  return { click, press, menu, link, closeLink: () => setLink(null) }
}
