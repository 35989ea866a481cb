import { appendFileSync, copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { FilingId } from '#contract/ids'
import type { Note } from '#contract/note'
import { addAnnotation, retagAnnotation } from '../work/annotate'
import { setDecision } from '../work/decide'
import { undo } from '../history/history'
import { openJournal } from './journal'
import { replayJournal } from '../things/replay-journal'
import { saveTag } from '../work/tags'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'
import { addNote, removeNote, saveNote } from '../work/write-note'

let library: TemporaryLibrary
let filingId: FilingId
beforeEach(async () => {
  library = createTemporaryLibrary()
  filingId = await library.add('release.txt', RELEASE)
})
afterEach(async () => {
  await library.remove()
})

const database = (): string => join(library.folder, 'data', 'library.db')
const journalPath = (): string =>
  join(library.folder, 'data', readdirSync(join(library.folder, 'data')).find((name) => name.startsWith('journal-')) ?? '')
const notes = (): readonly Note[] => valueOf(library.services.reader.work(filingId)).notes
const write = (note: Pick<Note, 'id' | 'rev'>, text: string): { id: string; rev: number } =>
  valueOf(saveNote(library.services.library, { id: note.id, rev: note.rev, body: JSON.stringify({ text }), text }))

/** Closes, puts the database back to an older state as damage or a lost log would, and opens again. */
const loseWhatFollows = async (work: () => void): Promise<void> => {
  await library.services.close()
  copyFileSync(database(), join(library.folder, 'older.db'))
  library = await library.reopen()
  work()
  await library.services.close()
  copyFileSync(join(library.folder, 'older.db'), database())
  library = await library.reopen()
}

it('brings back every save that the database lost, the newest words of each note', async () => {
  const kept = valueOf(addNote(library.services.library, filingId, { kind: 'filing' }))
  await loseWhatFollows(() => {
    write(write(kept, 'first'), 'second')
    const fresh = valueOf(addNote(library.services.library, filingId, { kind: 'section', sectionId: 'd1c1', title: 'FIRST FINDING' }))
    write(fresh, 'new words')
  })
  expect(notes().map(({ text, rev }) => [text, rev])).toEqual([['second', 3], ['new words', 2]])
  expect(library.logged.filter((line) => line.includes('brought back'))).toHaveLength(2)
  expect(replayJournal(library.services.library, true).restored).toEqual([])
})

const highlight = (tagId: string | null = null) =>
  valueOf(addAnnotation(library.services.library, {
    filingId,
    tagId,
    range: { start: 0, end: 7 },
    quote: { exact: 'EXHIBIT', prefix: '', suffix: '' },
    sectionPath: []
  }))

it('brings back tags, highlights, decisions and the notes on them', async () => {
  await loseWhatFollows(() => {
    valueOf(
      saveTag(library.services.library, { id: 'mine', name: 'Mine', colour: 'teal', underline: 'solid', letter: 'M', shortcut: null })
    )
    const annotation = highlight('mine')
    valueOf(retagAnnotation(library.services.library, highlight().id, 1, 'risk'))
    valueOf(
      setDecision(library.services.library, { filingId, kind: 'finding', node: 'd1f1', range: { start: 0, end: 1 }, exact: 'E',
        verdict: 'accepted', risks: null })
    )
    write(valueOf(addNote(library.services.library, filingId, { kind: 'annotation', annotationId: annotation.id })), 'still here')
  })
  const { annotations, decisions } = valueOf(library.services.reader.work(filingId))
  expect(annotations.map(({ tagId, rev }) => [tagId, rev]).sort()).toEqual([['mine', 1], ['risk', 2]])
  expect(decisions).toMatchObject([{ node: 'd1f1', verdict: 'accepted' }])
  expect(notes()).toMatchObject([{ text: 'still here', target: { kind: 'annotation' } }])
})

it('keeps the words of a note whose highlight is lost', async () => {
  await loseWhatFollows(() => {
    write(valueOf(addNote(library.services.library, filingId, { kind: 'annotation', annotationId: highlight().id })), 'still here')
    writeFileSync(journalPath(),
      readFileSync(journalPath(), 'utf8').split('\n').filter((line) => !line.includes('"annotation","id"')).join('\n'))
  })
  expect(notes()).toMatchObject([{ text: 'still here', target: { kind: 'filing' } }])
})

it('does not bring back what an undo took away', async () => {
  await loseWhatFollows(() => {
    highlight()
    valueOf(undo(library.services.library))
  })
  expect(valueOf(library.services.reader.work(filingId)).annotations).toEqual([])
})

it('does not bring back what was removed', async () => {
  const note = valueOf(addNote(library.services.library, filingId, { kind: 'filing' }))
  await loseWhatFollows(() => {
    const { id, rev } = write(note, 'words')
    valueOf(removeNote(library.services.library, id, rev))
  })
  expect(notes().map(({ text }) => text)).toEqual([''])
})

it('brings back words that were spoilt inside the database', async () => {
  const { id } = write(valueOf(addNote(library.services.library, filingId, { kind: 'filing' })), 'true words')
  library.services.library.db.prepare('UPDATE note SET body = ? WHERE id = ?').run('{"text":"false words"}', id)
  library = await library.reopen()
  expect(notes()).toMatchObject([{ body: '{"text":"true words"}', text: 'true words', rev: 3 }])
})

it('reads past a torn line and writes a whole one behind it', () => {
  const note = valueOf(addNote(library.services.library, filingId, { kind: 'filing' }))
  library.services.library.journal.close()
  appendFileSync(journalPath(), '{"kind":"saved","note":{"id":"half')
  write(note, 'after')
  const lines = readFileSync(journalPath(), 'utf8').split('\n')
  const told = library.services.library.journal.read().map((line) => line.kind)
  expect(told).toEqual(['changed', 'sealed', 'saved', 'sealed', 'saved', 'sealed'])
  expect(JSON.parse(lines.at(-3) ?? '')).toMatchObject({ note: { text: 'after' } })
})

it('leaves out a line that fails its own hash', () => {
  const note = valueOf(addNote(library.services.library, filingId, { kind: 'filing' }))
  write(note, 'true words')
  writeFileSync(journalPath(),
    readFileSync(journalPath(), 'utf8').replace('{\\"text\\":\\"true words\\"}', '{\\"text\\":\\"fake words\\"}').replace('"rev":2',
      '"rev":9'))
  expect(replayJournal(library.services.library, true).restored).toEqual([])
  expect(notes()).toMatchObject([{ text: 'true words' }])
})

it('refuses a save that it cannot keep, and the database keeps its old state', () => {
  const note = valueOf(addNote(library.services.library, filingId, { kind: 'filing' }))
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' })
  const context = { ...library.services.library, journal: { ...library.services.library.journal, append: () => {
    throw full
  } } }
  expect(() => saveNote(context, { id: note.id, rev: 1, body: 'x', text: 'x' })).toThrow(/ENOSPC/)
  expect(notes()).toMatchObject([{ rev: 1, text: '' }])
})

it('begins a file with each month', () => {
  let now = '2026-01-31T23:59:59.000Z'
  const journal = openJournal(library.folder, () => now)
  const line = { kind: 'removed', id: 'n', filingId: 'f', rev: 1, at: now } as const
  journal.append([line])
  now = '2026-02-01T00:00:00.000Z'
  journal.append([line, line])
  journal.close()
  expect(readdirSync(library.folder).filter((name) => name.startsWith('journal'))).toEqual(['journal-202601.jsonl', 'journal-202602.jsonl'])
  expect([journal.read().length, journal.tail().length]).toEqual([3, 2])
  rmSync(join(library.folder, 'journal-202601.jsonl'))
})
