import { addNote, removeNote, saveNote, setNoteStatus } from '../services/work/write-note'
import type { Behind, Handlers } from './handlers'

/** Notes. A save is answered after its commit. */
export const noteHandlers = ({ services: { library } }: Behind): Handlers<'note.add' | 'note.save' | 'note.status' | 'note.remove'> => ({
  'note.add': ({ filingId, target, words }) => addNote(library, filingId, target, words),
  'note.save': (save) => saveNote(library, save),
  'note.status': (change) => setNoteStatus(library, change),
  'note.remove': ({ id, rev }) => removeNote(library, id, rev)
})
