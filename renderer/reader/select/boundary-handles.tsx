import { isAttached } from '#model/verdict'
import { type MouseEvent, type PointerEvent as ReactPointerEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import { annotationsState } from '../../state/marks/annotations'
import type { BlockIndex } from '#model/block-index'
import { type Edge, edgePlace } from '../../state/document/boundaries'
import { boundaryEdit } from '../../state/marks/boundary-edit'
import { documentState } from '../../state/document/document'
import { useStore } from '../../state/window/use-store'
import { viewState } from '../../state/window/view'
import { type CaretBox, edgeBox } from './caret-lines'
import { followPage } from '../place/follow-page'
import { pointAt } from '../live-range'

/** How near an edge of the page a dragged handle scrolls it, and by how much in each frame, in CSS pixels. */
const NEAR = 28
const PACE = 9

/** Keeps the click that follows a drag from being taken for one on the words under it; there may be none. */
const swallowClick = (): void => {
  const swallow = (event: Event): void => event.stopPropagation()
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, true))
}

/** Follows a handle until it is let go: the words under the pointer, with Alt the letters, and scrolling at the edges of the page. Escape gives up. */
const follow = (page: HTMLElement, index: BlockIndex, id: string, edge: Edge): () => void => {
  let last: { readonly x: number; readonly y: number; readonly alt: boolean } | null = null
  let frame = 0
  const place = (): void => {
    const point = last && pointAt(last.x, last.y)
    if (point && last)
      boundaryEdit.drag(id, edge, { block: index.of(point.surface), offset: point.offset }, last.alt ? 'character' : 'word')
  }
  const scroll = (): void => {
    const { top, bottom } = page.getBoundingClientRect()
    const by = last === null ? 0 : last.y < top + NEAR ? -PACE : last.y > bottom - NEAR ? PACE : 0
    if (by !== 0) {
      page.scrollTop += by
      place()
    }
    frame = requestAnimationFrame(scroll)
  }
  const moved = (event: PointerEvent): void => {
    last = { x: event.clientX, y: event.clientY, alt: event.altKey }
    place()
  }
  const stop = (): void => {
    cancelAnimationFrame(frame)
    window.removeEventListener('pointermove', moved)
    window.removeEventListener('pointerup', drop)
    window.removeEventListener('pointercancel', giveUp)
    window.removeEventListener('keydown', pressed, true)
    page.classList.remove('is-dragging')
  }
  const drop = (): void => {
    stop()
    swallowClick()
    void boundaryEdit.drop()
  }
  const giveUp = (): void => {
    stop()
    boundaryEdit.cancel()
  }
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    giveUp()
  }
  window.addEventListener('pointermove', moved)
  window.addEventListener('pointerup', drop)
  window.addEventListener('pointercancel', giveUp)
  window.addEventListener('keydown', pressed, true)
  page.classList.add('is-dragging')
  frame = requestAnimationFrame(scroll)
  return stop
}

const put = (handle: HTMLElement | null, box: CaretBox | null, page: HTMLElement): void => {
  if (!handle) return
  handle.hidden = box === null
  if (!box) return
  const { left, top } = page.getBoundingClientRect()
  handle.style.transform = `translate(${String(box.x - left + page.scrollLeft)}px, ${String(box.top - top + page.scrollTop)}px)`
  handle.style.height = `${String(box.height)}px`
}

/** The page would take a press of a handle for a click on its words. */
const stay = (event: MouseEvent): void => event.stopPropagation()

/** What the handles take. */
export interface BoundaryHandlesProps {
  readonly page: RefObject<HTMLElement | null>
  readonly index: BlockIndex
}

/** Two handles at the ends of the highlight in focus, to be dragged with the mouse; the keys for it are in the list of commands. */
export const BoundaryHandles = ({ page, index }: BoundaryHandlesProps) => {
  const id = useStore(documentState, (state) => (state.active?.kind === 'annotation' && state.selection === null ? state.active.id : null))
  const annotation = useStore(annotationsState, (state) => state.annotations.find((kept) => kept.id === id) ?? null)
  const draft = useStore(boundaryEdit, boundaryEdit.select.draft)
  const hidden = useStore(viewState, (state) => state.hidden.includes('mine'))
  const start = useRef<HTMLSpanElement>(null)
  const end = useRef<HTMLSpanElement>(null)
  const stop = useRef<(() => void) | null>(null)
  const attached = annotation !== null && isAttached(annotation.verdict)
  const range = draft?.id === id ? draft?.range : attached ? annotation.selectors.position : undefined

  useEffect(() => () => {
    stop.current?.()
  }, [id])
  useLayoutEffect(() => {
    const scroller = page.current
    if (!scroller || !range) return
    const draw = (): void => {
      put(start.current, edgeBox(scroller, index, edgePlace(index, range, 'start'), 'start'), scroller)
      put(end.current, edgeBox(scroller, index, edgePlace(index, range, 'end'), 'end'), scroller)
    }
    return followPage(scroller, draw)
  }, [page, index, range])

  if (id === null || !range || hidden) return null
  const press = (event: ReactPointerEvent<HTMLElement>): void => {
    if (event.button !== 0 || !page.current) return
    // The press must neither select words nor take the focus from the text.
    event.preventDefault()
    stop.current = follow(page.current, index, id, event.currentTarget === start.current ? 'start' : 'end')
  }
  return (
    <>
      <span ref={start} className="handle handle-start" aria-hidden="true" title="Drag to begin elsewhere; with Alt by letters"
        onPointerDown={press} onClick={stay} />
      <span ref={end} className="handle handle-end" aria-hidden="true" title="Drag to end elsewhere; with Alt by letters"
        onPointerDown={press} onClick={stay} />
    </>
  )
}
