/** Draws now, and again in the next frame whenever the page scrolls or its sheet changes size; answers how to stop. */
export const followPage = (scroller: HTMLElement, draw: () => void): () => void => {
  draw()
  let frame = 0
  const later = (): void => {
    cancelAnimationFrame(frame)
    frame = requestAnimationFrame(draw)
  }
  const sizes = new ResizeObserver(later)
  const sheet = scroller.firstElementChild
  if (sheet) sizes.observe(sheet)
  scroller.addEventListener('scroll', later, { passive: true })
  return () => {
    cancelAnimationFrame(frame)
    sizes.disconnect()
    scroller.removeEventListener('scroll', later)
  }
}
