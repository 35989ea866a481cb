/** When commands apply: the conditions that more than one of their lists asks for. */

import { documentState } from '../document/document'
import { notesState } from '../notes/notes'
import { viewState } from '../window/view'

/** Holds everywhere. */
export const always = (): boolean => true

/** A filing is on the screen. */
export const reading = (): boolean => viewState.store.get().screen === 'reader' && documentState.store.get().content !== null

/** A filing is open, on the screen or behind another screen. */
export const hasFiling = (): boolean => documentState.store.get().open !== null

/** A mark of the filing on the screen is in focus. */
export const hasActive = (): boolean => reading() && documentState.store.get().active !== null

/** A note is in focus. */
export const hasNote = (): boolean => reading() && notesState.store.get().at !== null

/** A suggestion is in focus. */
export const hasSuggestion = (): boolean => hasActive() && documentState.store.get().active?.kind !== 'annotation'
