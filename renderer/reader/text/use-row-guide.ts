import { type RefObject, useEffect } from 'react'

/** How long the pointer rests on the row of a table before the row is set off, in ms. */
const REST_MS = 80

/** The attribute of the row that is set off; `styles/reader.css` says how. */
const GUIDE = 'data-guide'

/**
 * Sets off the row of a table that the pointer rests on, so that the eye keeps to it across wide columns. Not by `:hover`, which changes
 * with every frame while the page moves under the pointer, and then has the engine paint all highlighted words anew.
 */
export const useRowGuide = (page: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const element = page.current
    if (!element) return undefined
    let timer = 0
    let guided: Element | null = null
    const guide = (row: Element | null): void => {
      if (row === guided) return
      guided?.removeAttribute(GUIDE)
      row?.setAttribute(GUIDE, '')
      guided = row
    }
    const move = ({ target }: PointerEvent): void => {
      clearTimeout(timer)
      timer = window.setTimeout(() => guide(target instanceof Element ? target.closest('tbody tr') : null), REST_MS)
    }
    const leave = (): void => {
      clearTimeout(timer)
      guide(null)
    }
    element.addEventListener('pointermove', move)
    element.addEventListener('pointerleave', leave)
    element.addEventListener('scroll', leave, { passive: true })
    return () => {
      leave()
      element.removeEventListener('pointermove', move)
      element.removeEventListener('pointerleave', leave)
      element.removeEventListener('scroll', leave)
    }
  }, [page])
}
