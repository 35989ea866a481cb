import { type RefObject, useEffect, useLayoutEffect, useRef } from 'react'
import type { BlockIndex } from '#model/block-index'
import { caretState } from '../../state/document/caret'
import { useStore } from '../../state/window/use-store'
import { followPage } from '../place/follow-page'
import { boxOf } from './caret-lines'

/** The caret in the text, drawn where the letter behind it stands; it moves with the blocks as they find their true heights. */
export const Caret = ({ page, index }: { readonly page: RefObject<HTMLElement | null>; readonly index: BlockIndex }) => {
  const at = useStore(caretState, caretState.select.at)
  const line = useRef<HTMLSpanElement>(null)
  const on = at !== null

  // What is chosen by keys takes the keys: they go to the text, wherever the focus was.
  useEffect(() => {
    if (on) page.current?.focus({ preventScroll: true })
  }, [on, page])

  useLayoutEffect(() => {
    const scroller = page.current
    if (!scroller || !at) return
    const draw = (): void => {
      const mark = line.current
      const box = boxOf(scroller, index, at)
      if (!mark) return
      mark.hidden = box === null
      if (!box) return
      const { left, top } = scroller.getBoundingClientRect()
      mark.style.transform = `translate(${String(box.x - left + scroller.scrollLeft)}px, ${String(box.top - top + scroller.scrollTop)}px)`
      mark.style.height = `${String(box.height)}px`
    }
    return followPage(scroller, draw)
  }, [page, index, at])

  // The key starts the blinking anew with each move, so that the caret is always seen while it moves.
  return at ? <span key={`${String(at.block)} ${String(at.offset)}`} ref={line} className="text-caret" aria-hidden="true" /> : null
}
