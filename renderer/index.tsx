import './styles/tokens.css'
import './styles/base.css'
import './styles/ui.css'
import './styles/shell.css'
import './styles/tabs.css'
import './styles/reader.css'
import './styles/tables.css'
import './styles/halves.css'
import './styles/highlights.css'
import './styles/findings.css'
import './styles/figures.css'
import './styles/marks.css'
import './styles/family.css'
import './styles/notes.css'
import './styles/library.css'
import './styles/search.css'
import './styles/review.css'
import './styles/export.css'
import './styles/compare.css'
import './styles/seen.css'
import './styles/versions.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app'
import { FailureScreen } from './shell/failure-screen'
import { activityState } from './state/activity'
import { annotationsState } from './state/annotations'
import { besideState } from './state/beside'
import { backlinksState } from './state/backlinks'
import { caretState } from './state/caret'
import { compareMarks } from './state/compare-marks'
import { citationsState } from './state/citations'
import { damageState } from './state/damage'
import { documentState } from './state/document'
import { exportState } from './state/export'
import { factsState } from './state/facts'
import { copiesState } from './state/family-copies'
import { figuresState } from './state/figures'
import { findState } from './state/find'
import { findingsState } from './state/findings'
import { foldersState } from './state/folders'
import { libraryState } from './state/library'
import { libraryViewState } from './state/library-view'
import { marksState } from './state/marks'
import { followMenu } from './state/menu'
import { notesState } from './state/notes'
import { queueState } from './state/queue'
import { reviewState } from './state/review'
import { risksState } from './state/risks'
import { savedSearchesState } from './state/saved-searches'
import { searchState } from './state/search'
import { seenState } from './state/seen'
import { sessionState } from './state/session'
import { tabsState } from './state/tabs'
import { templatesState } from './state/templates'
import { unsavedState } from './state/unsaved'
import { trailState } from './state/trail'
import { versionsState } from './state/versions'
import { viewState } from './state/view'
import { watchedState } from './state/watched-folders'
import { workspaceState } from './state/workspace'

/**
 * Starts the window: first what listens, then what is fetched, then what is drawn. What keeps the place and the tabs listens before
 * the notes, whose answer lets the window close.
 */
const start = (): void => {
  viewState.restore()
  libraryViewState.start()
  for (const module of [damageState, libraryState, trailState, documentState, besideState, tabsState, sessionState, unsavedState,
    caretState, findState, annotationsState, findingsState, factsState, figuresState, notesState, citationsState, backlinksState,
    templatesState, marksState, exportState, risksState, foldersState, queueState, reviewState, activityState, watchedState, compareMarks,
    seenState, copiesState, versionsState, searchState, savedSearchesState]) module.start()
  followMenu()
  void workspaceState.load()
  void libraryState.load()
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no place to draw in.')
  createRoot(root).render(<StrictMode>
    <FailureScreen>
      <App />
    </FailureScreen>
  </StrictMode>)
}

start()
