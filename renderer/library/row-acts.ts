import type { DragEvent, MouseEvent } from 'react'
import type { FilingSummary } from '#contract/library'
import { documentState } from '../state/document/document'
import { foldersState } from '../state/library/folders'
import { libraryViewState, type Taking } from '../state/library/library-view'

/** How a click takes a row, by the keys that are held with it. */
export const takingOf = ({ shiftKey, ctrlKey, metaKey }: Pick<MouseEvent, 'shiftKey' | 'ctrlKey' | 'metaKey'>): Taking =>
  shiftKey ? 'reach' : ctrlKey || metaKey ? 'toggle' : 'only'

/** Opens a filing, unless it lies in the trash. */
export const openFiling = (filing: FilingSummary): void => {
  if (filing.trashedAt === null) void documentState.openFiling(filing.id)
}

/** Opens a filing in the other half of what is read, unless it lies in the trash. */
export const openBeside = (filing: FilingSummary): void => {
  if (filing.trashedAt === null) void documentState.openBeside(filing.id)
}

/** Begins to drag a row: all that is selected where the row is among it, else the row alone. `ghost` is drawn under the pointer. */
export const beginDrag = (event: DragEvent, filing: FilingSummary, ghost: HTMLElement | null): void => {
  const chosen = libraryViewState.chosen()
  const ids = chosen.some(({ id }) => id === filing.id) ? chosen.map(({ id }) => id) : [filing.id]
  foldersState.drag({ kind: 'filings', ids })
  event.dataTransfer.effectAllowed = 'copyMove'
  event.dataTransfer.setData('text/plain', ids.length === 1 ? filing.title : `${String(ids.length)} filings`)
  if (!ghost) return
  ghost.textContent = ids.length === 1 ? filing.title : `${String(ids.length)} filings`
  event.dataTransfer.setDragImage(ghost, -12, -8)
}

/** Ends a drag that was not dropped on a folder. */
export const endDrag = (): void => foldersState.drag(null)
