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
import { activityState } from './state/review/activity'
import { annotationsState } from './state/marks/annotations'
import { besideState } from './state/document/beside'
import { backlinksState } from './state/notes/backlinks'
import { caretState } from './state/document/caret'
import { compareMarks } from './state/compare/compare-marks'
import { citationsState } from './state/summaries/citations'
import { damageState } from './state/window/damage'
import { documentState } from './state/document/document'
import { exportState } from './state/review/export'
import { setAsideState } from './state/review/set-aside'
import { workExportState } from './state/review/work-export'
import { factsState } from './state/document/facts'
import { copiesState } from './state/compare/family-copies'
import { figuresState } from './state/figures/figures'
import { findState } from './state/document/find'
import { findingsState } from './state/marks/findings'
import { foldersState } from './state/library/folders'
import { libraryState } from './state/library/library'
import { followOpening } from './state/library/opened'
import { libraryViewState } from './state/library/library-view'
import { marksState } from './state/marks/marks'
import { followMenu } from './state/commands/menu'
import { notesState } from './state/notes/notes'
import { queueState } from './state/library/queue'
import { reviewState } from './state/review/review'
import { risksState } from './state/marks/risks'
import { savedSearchesState } from './state/search/saved-searches'
import { searchState } from './state/search/search'
import { seenState } from './state/compare/seen'
import { sessionState } from './state/tabs/session'
import { tabsState } from './state/tabs/tabs'
import { templatesState } from './state/notes/templates'
import { unwantedState } from './state/marks/unwanted'
import { unsavedState } from './state/notes/unsaved'
import { trailState } from './state/window/trail'
import { versionsState } from './state/compare/versions'
import { viewState } from './state/window/view'
import { watchedState } from './state/library/watched-folders'
import { workspaceState } from './state/window/workspace'

/**
 * Starts the window: first what listens, then what is fetched, then what is drawn. What keeps the place and the tabs listens before
 * the notes, whose answer lets the window close.
 */
const start = (): void => {
  viewState.restore(window.innerWidth)
  libraryViewState.start()
  for (const module of [damageState, libraryState, trailState, documentState, besideState, tabsState, sessionState, unsavedState,
    caretState, findState, annotationsState, unwantedState, findingsState, factsState, figuresState, notesState, citationsState,
    backlinksState, templatesState, marksState, exportState, workExportState, setAsideState, risksState, foldersState, queueState,
    reviewState, activityState, watchedState, compareMarks, seenState, copiesState, versionsState, searchState, savedSearchesState])
    module.start()
  followMenu()
  followOpening()
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
