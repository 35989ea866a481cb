import { useEffect } from 'react'
import { documentState } from '../state/document/document'
import { useStore } from '../state/window/use-store'
import { viewState } from '../state/window/view'

/** Names the window after the filing that is read, as a list of windows shows it. */
export const useTitle = (): void => {
  const title = useStore(documentState, (state) => state.open?.filing.title ?? null)
  const reading = useStore(viewState, (state) => state.screen === 'reader')
  useEffect(() => {
    document.title = reading && title !== null ? `${title} – Redwell` : 'Redwell'
  }, [title, reading])
}
