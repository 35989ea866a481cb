import { dayNow } from '../state/window/dates'
import type { NoteId } from '#contract/ids'
import { annotationsState } from '../state/marks/annotations'
import { citationsState } from '../state/summaries/citations'
import { documentState } from '../state/document/document'
import type { FilterMark } from '../state/marks/mark-filter'
import { marksState } from '../state/marks/marks'
import type { Citation } from '#model/note-citation'
import { notesState } from '../state/notes/notes'
import { templatesState } from '../state/notes/templates'
import { today } from '../state/window/today'
import { workspaceState } from '../state/window/workspace'
import { citationOfAnnotation, passageInHand, sequenceAt } from './cite'
import type { ChoiceSource } from './insert-choices'

/** The highlight a note is about, as a citation, or null. */
const aboutOf = (id: NoteId): Citation | null => {
  const note = notesState.select.note(id)(notesState.store.get())
  if (note?.target.kind !== 'annotation') return null
  const annotation = annotationsState.select.annotation(note.target.annotationId)(annotationsState.store.get())
  return annotation ? citationOfAnnotation(annotation) : null
}

/** The marks and notes that a note can cite: all of its filing but itself. */
const citable = (id: NoteId): readonly FilterMark[] => marksState.now().all.filter(({ ref, notes }) => ref !== null || notes[0]?.id !== id)

/** What there is to choose from while the note `id` is written, as things stand now. */
export const choiceSource = (id: NoteId): ChoiceSource => {
  const own = documentState.select.filingId(documentState.store.get())
  const { copied } = citationsState.store.get()
  return {
    inHand: passageInHand(),
    about: aboutOf(id),
    copied: copied && own !== null ? { citation: citationsState.citationOf(copied.place, own), title: copied.title } : null,
    own: templatesState.store.get().templates,
    day: today(),
    dayWords: dayNow(today()),
    marks: () => citable(id),
    sequenceAt,
    tagName: (tagId) => workspaceState.store.get().tags.find((tag) => tag.id === tagId)?.name ?? null
  }
}
