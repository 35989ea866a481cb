import { documentState } from '../document/document'
import { feedbackState } from '../window/feedback'
import { historyState } from '../document/history'
import { isOpen } from '../marks/mark-filter'
import { marksState } from '../marks/marks'
import { notesState } from '../notes/notes'
import { type SummaryGrouping, summaryOf } from './summary-note'
import { today } from '../window/today'
import { viewState } from '../window/view'
import { workspaceState } from '../window/workspace'

/**
 * Makes a note on the whole filing of the marks that pass the filter, or of the analyst's own and the accepted ones where none is
 * set: a heading for each section or tag, each mark with its words,
 * the way back to them and what was written on it. Always a new note, and one step of the history.
 */
export const makeSummary = async (grouping: SummaryGrouping): Promise<void> => {
  const { open, sequence } = documentState.store.get()
  if (!open) return
  await notesState.flush()
  const { shown, filter } = marksState.now()
  const marks = shown.filter(({ range, ref, values }) =>
    range !== null && (!isOpen(filter) || ref === null || ref.kind === 'annotation' || values.status.includes('accepted'))
  )
  if (marks.length === 0) {
    feedbackState.toast({ text: 'There is no mark to sum up.', detail: 'Highlight words, or take the filter off.' })
    return
  }
  const sequenceAt = (offset: number): number =>
    open.documents.find(({ range }) => offset >= range.start && offset < range.end)?.sequence ?? sequence ?? 1
  viewState.openInspector('notes')
  const note = await notesState.add({ kind: 'filing' }, summaryOf({
    marks,
    grouping,
    tags: workspaceState.store.get().tags,
    title: open.filing.title,
    day: today(),
    sequenceAt
  }))
  if (note) historyState.did('Summary note made.', marks.length === 1 ? 'Of 1 mark.' : `Of ${String(marks.length)} marks.`)
}
