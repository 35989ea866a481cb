import { afterEach, beforeEach, expect, it } from 'vitest'
import { redo, undo } from '../history/history'
import { listOwnTemplates, removeTemplate, saveTemplate } from './note-templates'
import { replayJournal } from '../things/replay-journal'
import { deleteTemplate } from '../../store/note-templates'
import { createTemporaryLibrary, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'

let library: TemporaryLibrary
beforeEach(() => {
  library = createTemporaryLibrary()
})
afterEach(async () => {
  await library.remove()
})

const names = (): string[] => valueOf(listOwnTemplates(library.services.library)).map(({ name }) => name)

it('is saved, renamed and deleted, each as one step that undo takes back, also after a restart', async () => {
  const [made] = valueOf(saveTemplate(library.services.library, null, 'Call', '{}'))
  if (!made) throw new Error('no template')
  expect(saveTemplate(library.services.library, null, 'CALL', '{}')).toMatchObject({ ok: false, failure: { code: 'conflict' } })
  valueOf(saveTemplate(library.services.library, made.id, 'Phone call', made.body))
  valueOf(removeTemplate(library.services.library, made.id))
  expect(names()).toEqual([])
  library = await library.reopen()
  const steps = [undo, undo, undo, redo].map((step) => {
    valueOf(step(library.services.library))
    return names()
  })
  expect(steps).toEqual([['Phone call'], ['Call'], [], ['Call']])
  expect(removeTemplate(library.services.library, 'none')).toMatchObject({ ok: false, failure: { code: 'not-found' } })
})

it('comes back from the journal where the database lost it', () => {
  const [made] = valueOf(saveTemplate(library.services.library, null, 'Call', '{}'))
  deleteTemplate(library.services.library.db, made?.id ?? '')
  expect(replayJournal(library.services.library, true).restored).toEqual([`template ${made?.id ?? ''}`])
  expect(names()).toEqual(['Call'])
})
