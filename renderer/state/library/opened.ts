import { documentState } from '../document/document'
import { libraryState } from './library'

/** Keeps the list of the filings read last as it is: what is opened in this window counts at once. Until the returned function is called. */
export const followOpening = (): () => void =>
  documentState.store.subscribe(({ open }, before) => {
    if (open && open.filing.id !== before.open?.filing.id) libraryState.opened(open.filing.id, new Date().toISOString())
  })
