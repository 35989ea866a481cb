import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FilingId } from '#contract/ids'
import type { Note, NoteStatus } from '#contract/note'
import { redo, undo } from '../history/history'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'
import { addNote, setNoteStatus } from './write-note'

let library: TemporaryLibrary
let filingId: FilingId
beforeEach(async () => {
  library = createTemporaryLibrary()
  filingId = await library.add('release.txt', RELEASE)
})
afterEach(async () => {
  await library.remove()
})

const kept = (): readonly Note[] => valueOf(library.services.reader.work(filingId)).notes

it('begins with its words as one step of the history', () => {
  valueOf(addNote(library.services.library, filingId, { kind: 'filing' }, { body: '{"root":1}', text: 'Summary' }))
  expect(kept()).toMatchObject([{ body: '{"root":1}', text: 'Summary', rev: 1 }])
  valueOf(undo(library.services.library))
  expect(kept()).toEqual([])
  valueOf(redo(library.services.library))
  expect(kept()).toMatchObject([{ text: 'Summary' }])
})

describe('a question', () => {
  const move = (note: Note, ...statuses: readonly NoteStatus[]): Note =>
    statuses.reduce((known, status) => {
      library.wait(1000)
      return valueOf(setNoteStatus(library.services.library, { id: known.id, rev: known.rev, status, owner: null, dueAt: null }))
    }, note)
  const set = (
    { askedAt, answeredAt }: Note
  ): readonly boolean[] => [askedAt !== null && askedAt !== undefined, answeredAt !== null && answeredAt !== undefined]

  it('keeps when it was asked and answered, and forgets what it is taken back behind', () => {
    const note = valueOf(addNote(library.services.library, filingId, { kind: 'filing' }))
    const asked = move(note, 'open', 'asked')
    expect([set(asked), asked.askedAt]).toEqual([[true, false], asked.modifiedAt])
    const answered = move(asked, 'answered')
    expect([answered.askedAt, answered.answeredAt]).toEqual([asked.askedAt, answered.modifiedAt])
    const closed = move(answered, 'closed')
    expect(closed).toMatchObject({ askedAt: asked.askedAt, answeredAt: answered.answeredAt })
    expect(set(move(closed, 'asked'))).toEqual([true, false])
  })
  it('has its dates again after undo and a restart', async () => {
    const note = valueOf(addNote(library.services.library, filingId, { kind: 'filing' }))
    const asked = move(note, 'asked')
    move(asked, 'open')
    valueOf(undo(library.services.library))
    library = await library.reopen()
    expect(kept()).toMatchObject([{ status: 'asked', askedAt: asked.askedAt }])
  })
})
