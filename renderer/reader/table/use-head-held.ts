import { type RefObject, useEffect } from 'react'

/** Marks a table whose head has left the page at the top while its rows are still read, so that a copy of the head stands in for it. */
export const useHeadHeld = (frame: RefObject<HTMLElement | null>, on: boolean): void => {
  useEffect(() => {
    const outer = frame.current
    const page = outer?.closest('.reading-page')
    const head = outer?.querySelector('.table-box thead')
    if (!on || !outer || !page || !head) return undefined
    const seen = new IntersectionObserver(([entry]) => {
      if (!entry) return
      const gone = entry.rootBounds !== null && entry.boundingClientRect.top < entry.rootBounds.top - 1 && entry.intersectionRatio < 1
      outer.toggleAttribute('data-stuck', gone)
    }, { root: page, threshold: [0, 0.25, 0.5, 0.75, 1] })
    seen.observe(head)
    return () => seen.disconnect()
  }, [frame, on])
}
