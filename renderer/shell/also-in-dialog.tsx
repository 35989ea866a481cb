import type { KeyboardEvent } from 'react'
import { seenState } from '../state/compare/seen'
import { useStore } from '../state/window/use-store'
import { viewState } from '../state/window/view'
import { Dialog } from '../ui/dialog'

/** Moves the focus through the list by the arrows. */
const move = (event: KeyboardEvent<HTMLElement>): void => {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
  const buttons = [...event.currentTarget.querySelectorAll('button')]
  const next = buttons.findIndex((button) => button === document.activeElement) + (event.key === 'ArrowDown' ? 1 : -1)
  event.preventDefault()
  buttons[Math.max(0, Math.min(next, buttons.length - 1))]?.focus()
}

/** The filings of the library that have the sentence in focus too; choosing one opens it there. */
export const AlsoInDialog = () => {
  const dialog = useStore(viewState, viewState.select.dialog)
  const also = useStore(seenState, seenState.select.also)
  return (
    <Dialog open={dialog === 'also-in'} onClose={viewState.closeDialog} title="Is this sentence also in…">
      {also?.words ? <blockquote className="also-words">{also.words}</blockquote> : null}
      {also === null || also.phase === 'working' ? <p role="status">Looking through the library…</p> : null}
      {also?.phase === 'failed' ? <p role="alert">{also.failure?.message} {also.failure?.remedy}</p> : null}
      {also?.phase === 'done' && also.places.length === 0
        ? (
          <p>
            {also.words === ''
              ? 'No sentence stands here. Select one, or put the caret in it with F7.'
              : 'No other filing in the library has this sentence. A sentence with a different number is a different sentence, and one of fewer than four words is not looked for.'}
          </p>
        )
        : null}
      {also && also.places.length > 0
        ? (
          <ul className="also-places" aria-label="Filings with this sentence" onKeyDown={move}>
            {also.places.map((place, at) => (
              <li key={`${place.filingId} ${String(place.sequence)}`}>
                <button
                  type="button"
                  {...(at === 0 ? { 'data-autofocus': '' } : {})}
                  onClick={() => {
                    viewState.closeDialog()
                    void seenState.goTo(place)
                  }}
                >
                  <span className="also-head">{seenState.namesOf(place)}</span>
                  <span className="truncate">{place.title}</span>
                </button>
              </li>
            ))}
          </ul>
        )
        : null}
    </Dialog>
  )
}
