import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FilingDocument } from '#contract/filing'
import { getFiling } from '../../store/filings'
import { listBackups } from '../../store/kept-backups'
import { BACKUPS_KEPT } from '../keeping/regular-backup'
import { listNoteRevisions } from '../../store/note-revisions'
import { getReadingPosition } from '../../store/reading-positions'
import { spoilDatabase } from '../../store/temporary-database'
import { listActivity } from '../history/activity'
import { leftToDo } from '../review/left-to-do'
import { getSettings, setSettings } from '../settings'
import { newestThings } from '../things/replay-journal'
import { describeFilings } from '../work/write-details'
import { addAnnotation } from '../work/annotate'
import { printableOf } from '../export/export-filing'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'
import { addNote, saveNote } from '../work/write-note'

let library: TemporaryLibrary
let filingId: string
beforeEach(async () => {
  library = createTemporaryLibrary()
  filingId = await library.add('release.txt', RELEASE)
})
afterEach(() => library.remove())

const spoil = (sql: string): void => spoilDatabase(join(library.folder, 'data'), sql)

const sourcePath = (): string => join(library.folder, 'data', 'sources', getFiling(library.services.library.db, filingId)?.sha256 ?? '')

/** Flips one bit in the middle of a file. */
const flip = (path: string): void => {
  const bytes = readFileSync(path)
  const at = Math.floor(bytes.length / 2)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

const shown = async (): Promise<FilingDocument> => valueOf(await library.services.reader.document(filingId, 1))

const damages = (): readonly { mended: boolean; message: string }[] =>
  library.events.filter(({ name }) => name === 'library.damage').map(({ payload }) => payload as { mended: boolean; message: string })

/** Every column whose words are shown as the filing's, with a change of one letter or number in one row. */
const CHANGES: readonly string[] = [
  "UPDATE block SET text = replace(text, '63%', '83%')",
  "UPDATE block SET kind = 'heading' WHERE ordinal = 3",
  'UPDATE block SET body = replace(body, \'"end":\', \'"end":1\') WHERE ordinal = 2',
  'UPDATE block SET source_start = source_start + 1 WHERE ordinal = 2',
  'DELETE FROM block WHERE ordinal = 4',
  'UPDATE sentence SET text_length = text_length - 4 WHERE ordinal = 2',
  'UPDATE sentence SET source_end = source_end + 1 WHERE ordinal = 1',
  'DELETE FROM sentence WHERE ordinal = 1',
  "UPDATE section SET title = replace(title, 'FIRST', 'FIRXT')",
  "UPDATE analysis SET body = replace(body, '0.0096', '0.0896')",
  "UPDATE analysis SET body = replace(body, 'primary-endpoint', 'primary-endpoinu')",
  "UPDATE document SET filename = 'other.txt'",
  'UPDATE document SET source_end = source_end - 1',
  "UPDATE document SET seal = replace(seal, 'a', 'b')"
]

describe('changed words are never shown as the filing’s', () => {
  for (const change of CHANGES) {
    it(change, async () => {
      const before = await shown()
      spoil(change)
      const pieces = valueOf(await library.services.reader.documentPieces(filingId, 1))
      expect(pieces.map((piece) => new TextDecoder().decode(piece)).join('')).not.toMatch(/83%|FIRXT|0\.0896|endpoinu|other\.txt/)
      expect(await shown()).toEqual(before)
      expect(damages()).toMatchObject([{ mended: true, message: 'The stored text of release.txt had changed on the disk.' }])
    })
  }

  it('nor in what is exported, compared or quoted', async () => {
    spoil("UPDATE block SET text = replace(text, '63%', '83%')")
    const document = valueOf(await library.services.reader.document(filingId, 1))
    expect(JSON.stringify(document)).not.toContain('83%')
    spoil("UPDATE block SET text = replace(text, '63%', '83%')")
    const compared = valueOf(await library.services.comparer.compareText({ filingId, sequence: 1 }, { filingId, sequence: 1 }))
    expect(compared).not.toContain('83%')
    spoil("UPDATE block SET text = replace(text, '63%', '83%')")
    const printed = valueOf(
      await printableOf(library.services, { filingId, sequence: 1, path: null, overwrite: false,
        include: { text: true, highlights: true, notes: true, suggestions: 'all', comments: true, paper: 'letter' } })
    )
    expect(JSON.stringify(printed)).not.toContain('83%')
  })

  it('nor where the kept file is spoilt as well: then nothing is shown, and the same file brought again mends both', async () => {
    const before = await shown()
    const kept = readFileSync(sourcePath())
    flip(sourcePath())
    spoil("UPDATE block SET text = replace(text, '63%', '83%')")
    expect(await library.services.reader.documentPieces(filingId, 1)).toMatchObject({ ok: false, failure: { code: 'source-damaged' } })
    expect(damages().map(({ mended }) => mended)).toEqual([false])
    expect(await library.add('again.txt', RELEASE)).toBe(filingId)
    expect(readFileSync(sourcePath()).equals(kept)).toBe(true)
    expect(await shown()).toEqual(before)
  })
})

describe('kept bytes', () => {
  it('that are not those imported are not shown as the source', async () => {
    flip(sourcePath())
    const read = await library.services.reader.source(filingId, { start: 0, end: 400 })
    expect(read).toMatchObject({ ok: false, failure: { code: 'source-damaged', file: 'release.txt' } })
    expect(damages()).toMatchObject([{ mended: false, message: 'The kept file of release.txt is damaged.' }])
    // What was stored of it is as it was filed.
    expect(JSON.stringify(await shown())).toContain('63%')
  })

  it('that are gone are named', async () => {
    rmSync(sourcePath())
    await library.services.integrity.finish()
    expect(damages()).toMatchObject([{ mended: false, message: 'The kept file of release.txt is damaged.' }])
  })

  it('come back from the file of a watched folder that they were imported from', async () => {
    const path = join(library.folder, 'release.txt')
    spoil(`INSERT INTO watched_folder VALUES ('w', '${library.folder}', NULL, '2026');
      INSERT INTO watched_file VALUES ('w', '${path}', '${filingId}', NULL, 1, 1, 'imported', NULL)`)
    flip(sourcePath())
    await library.services.integrity.finish()
    expect(damages()).toMatchObject([{ mended: true, message: 'The kept file of release.txt had changed on the disk.' }])
    expect(readFileSync(sourcePath(), 'utf8')).toBe(RELEASE)
  })
})

const BODY = (words: string): string =>
  JSON.stringify({ root: { type: 'root', version: 1, format: '', indent: 0, direction: null, children: [
    { type: 'paragraph', version: 1, format: '', indent: 0, direction: null, contentFormat: 0, textStyle: '', children: [
      { type: 'text', version: 1, text: words, format: 0, detail: 0, mode: 'normal', style: '' }
    ] }
  ] } })

describe('the analyst’s work', () => {
  const write = (words: string): string => {
    const note = valueOf(addNote(library.services.library, filingId, { kind: 'filing' }))
    valueOf(saveNote(library.services.library, { id: note.id, rev: note.rev, body: BODY(words), text: words }))
    return note.id
  }
  const notes = (): string[] => valueOf(library.services.reader.work(filingId)).notes.map(({ text }) => text)

  it('a note whose words changed on the disk comes back as saved before it is shown', () => {
    write('Ask about the patch')
    for (const change of ["UPDATE note SET text = 'Ask about the batch'", "UPDATE note SET body = replace(body, 'patch', 'batch')",
      "UPDATE note SET status = 'answered'", "UPDATE note SET created_at = '1999'", 'DELETE FROM note']) {
      spoil(change)
      const before = damages().length
      if (change.startsWith('DELETE')) continue
      expect(notes()).toEqual(['Ask about the patch'])
      expect(damages().slice(before)).toMatchObject([{ mended: true, message: '1 note on release.txt had changed on the disk.' }])
    }
  })

  it('a note, a highlight and an earlier state that are gone or changed are found in idle time', async () => {
    const id = write('First words')
    const start = RELEASE.indexOf('primary endpoint')
    const draft = { filingId, range: { start, end: start + 16 }, quote: { exact: 'primary endpoint', prefix: '', suffix: '' },
      sectionPath: [], tagId: null }
    const annotation = valueOf(addAnnotation(library.services.library, draft))
    const revisions = listNoteRevisions(library.services.library.db, id)
    spoil(`DELETE FROM note; UPDATE annotation SET exact = 'primary endpoimt'; DROP TRIGGER note_revision_is_fixed;
      UPDATE note_revision SET text = 'First wards' WHERE rev = 2;
      CREATE TRIGGER note_revision_is_fixed BEFORE UPDATE ON note_revision BEGIN SELECT raise(ABORT, 'revisions of a note do not change'); END`)
    await library.services.integrity.finish()
    expect(notes()).toEqual(['First words'])
    expect(listNoteRevisions(library.services.library.db, id)).toEqual(revisions)
    expect(valueOf(library.services.reader.work(filingId)).annotations).toMatchObject([
      { id: annotation.id, selectors: { quote: { exact: 'primary endpoint' } } }
    ])
    expect(damages().every(({ mended }) => mended)).toBe(true)
    expect(damages()).toHaveLength(3)
    expect(() => spoil('DELETE FROM note_revision')).toThrow('revisions of a note are kept')
  })

  it('what the journal does not hold is named, once, and left as it stands', async () => {
    write('Only here')
    const journals = ['journal-202601.jsonl']
    for (const name of journals) if (existsSync(join(library.folder, 'data', name))) writeFileSync(join(library.folder, 'data', name), '')
    spoil("UPDATE note SET text = 'Only there'")
    notes()
    notes()
    expect(damages()).toMatchObject([{ mended: false,
      message: '1 note on release.txt changed on the disk, and neither the journal nor a backup holds them.' }])
  })
})

it('the look over the library goes on where it stopped, also after a restart, and finds nothing in a sound one', async () => {
  await library.add('second.txt', RELEASE.replace('63%', '64%'))
  await library.services.integrity.finish()
  expect(damages()).toEqual([])
  library = await library.reopen()
  spoil("UPDATE setting SET value = json_set(value, '$.stage', 'filings', '$.after', '') WHERE key = 'integrity.cursor'")
  flip(sourcePath())
  await library.services.integrity.finish()
  expect(damages().map(({ mended }) => mended)).toEqual([false])
})

describe('what the library says beside texts and notes', () => {
  const titles = (): (string | undefined)[] => [getFiling(library.services.library.db, filingId)?.title]
  const finish = () => library.services.integrity.finish()

  /** A bad disk asks no trigger. */
  const spoilHistory = (sql: string): void =>
    spoil(`DROP TRIGGER change_log_is_fixed; ${sql};
      CREATE TRIGGER change_log_is_fixed BEFORE UPDATE OF label ON change_log BEGIN SELECT raise(ABORT, 'the history does not change'); END`)

  for (const change of ["title = 'HARROW RIDGE REPORDS'", "company = 'Another'", "filed_at = '2017-03-03'", "form = '10-Q'", 'bytes = 1',
    "submission = '{'", "trashed_at = '2026'", "period = '1999-01-01'", "file_name = 'other.txt'"]) {
    it(`of a filing is made anew from its bytes: ${change}`, async () => {
      valueOf(describeFilings(library.services.library, [filingId], { cik: '0000999999' }))
      const before = getFiling(library.services.library.db, filingId)
      spoil(`UPDATE filing SET ${change}`)
      await finish()
      expect(getFiling(library.services.library.db, filingId)).toEqual(before)
      expect(damages()).toMatchObject([{ mended: true, message: 'What the library says of release.txt had changed on the disk.' }])
    })
  }

  it('of a filing is told where its bytes are gone', async () => {
    rmSync(sourcePath())
    spoil("UPDATE filing SET title = 'HARROW RIDGE REPORDS'")
    await finish()
    expect(damages().map(({ mended, message }) => [mended, message])).toContainEqual([false,
      'What the library says of release.txt changed on the disk, and the kept file does not tell it.'])
    expect(titles()).toEqual(['HARROW RIDGE REPORDS'])
  })

  it('comes back from a backup: history, settings, places of reading, entries of documents', async () => {
    valueOf(setSettings(library.services.library, { author: 'M. Ortiz' }))
    valueOf(library.services.reader.leave(filingId, 1, 40))
    valueOf(addNote(library.services.library, filingId, { kind: 'filing' }))
    valueOf(await library.services.backup.makeNow())
    const before = listActivity(library.services.library, { filingId: null, entityId: null }, null, 10)
    spoil(`UPDATE setting SET value = '"M. Artiz"' WHERE key = 'author'; UPDATE reading_position SET position = 41;
      UPDATE document SET to_decide = to_decide + 1`)
    spoilHistory("UPDATE change_log SET label = 'Adx note' WHERE entity = 'note'")
    await finish()
    expect(getSettings(library.services.library.db).author).toBe('M. Ortiz')
    expect(getReadingPosition(library.services.library.db, filingId)).toEqual({ sequence: 1, position: 40 })
    expect(listActivity(library.services.library, { filingId: null, entityId: null }, null, 10)).toEqual(before)
    expect(damages().map(({ mended, message }) => [mended, message])).toEqual([
      [true, '1 setting had changed on the disk.'],
      [true, '1 entry of a document had changed on the disk.'],
      [true, '1 place where reading stopped had changed on the disk.'],
      [true, '1 entry of the history had changed on the disk.']
    ])
  })

  it('is told where no backup holds it', async () => {
    valueOf(setSettings(library.services.library, { author: 'M. Ortiz' }))
    spoil(`UPDATE setting SET value = '"M. Artiz"' WHERE key = 'author'`)
    await finish()
    expect(damages()).toMatchObject([{ mended: false,
      message: '1 setting changed on the disk, and neither the journal nor a backup holds them.' }])
  })

  it('a setting that is no JSON any more counts as not set, and the library opens', async () => {
    valueOf(setSettings(library.services.library, { author: 'M. Ortiz', theme: 'dark' }))
    spoil(`UPDATE setting SET value = '"M. Ortiz' WHERE key = 'author'`)
    library = await library.reopen()
    expect(getSettings(library.services.library.db)).toMatchObject({ author: '', theme: 'dark' })
  })

  it('what waits for a decision is read again where it changed', async () => {
    const before = valueOf(await leftToDo(library.services.library, { folderId: null, filingId: null }, 100))
    expect(before.total).toBeGreaterThan(0)
    for (const change of ["UPDATE suggestion SET words = replace(words, 'We expect', 'We exqect')", 'DELETE FROM suggestion',
      "UPDATE risk_place SET risk = risk || 'x'"]) {
      const told = damages().length
      spoil(change)
      await finish()
      expect(valueOf(await leftToDo(library.services.library, { folderId: null, filingId: null }, 100))).toEqual(before)
      expect(damages().slice(told)).toMatchObject([{ mended: true }])
    }
  })

  it('a row whose name changed has its name back, and stands there once', async () => {
    const note = valueOf(addNote(library.services.library, filingId, { kind: 'filing' }))
    valueOf(saveNote(library.services.library, { id: note.id, rev: note.rev, body: BODY('Here'), text: 'Here' }))
    spoil(`PRAGMA foreign_keys = OFF; UPDATE note SET id = 'x' || id`)
    await finish()
    expect(valueOf(library.services.reader.work(filingId)).notes.map(({ id }) => id)).toEqual([note.id])
    expect(damages()).toMatchObject([{ mended: true, message: '1 note had gone missing on the disk.' }])
  })

  it('so has a filing, also one whose name is no text any more', async () => {
    const before = getFiling(library.services.library.db, filingId)
    spoil(`PRAGMA foreign_keys = OFF; UPDATE filing SET id = CAST(x'ff' || CAST(id AS BLOB) AS TEXT)`)
    await finish()
    expect(getFiling(library.services.library.db, filingId)).toEqual(before)
    expect(damages()).toMatchObject([{ mended: true, message: '1 entry of a filing had gone missing on the disk.' }])
  })

  it('a seal whose own name changed takes no row with it', async () => {
    const note = valueOf(addNote(library.services.library, filingId, { kind: 'filing' }))
    spoil(`UPDATE seal SET id = 'x' || id WHERE kind = 'note'`)
    await finish()
    await finish()
    expect(valueOf(library.services.reader.work(filingId)).notes.map(({ id }) => id)).toEqual([note.id])
    expect(damages().filter(({ mended }) => !mended)).toEqual([])
  })
})

describe('the journal and the backups', () => {
  it('a line of a long journal that changed anywhere is found, copied aside, told once, and what it told is written again', async () => {
    const journal = join(library.folder, 'data', 'journal-202601.jsonl')
    const note = valueOf(addNote(library.services.library, filingId, { kind: 'filing' }))
    let { rev } = note
    const long = 'word '.repeat(40_000)
    for (let save = 0; save < 12; save += 1)
      ({ rev } = valueOf(
        saveNote(library.services.library, { id: note.id, rev, body: BODY(`${String(save)} ${long}`), text: `${String(save)} ${long}` })
      ))
    const start = RELEASE.indexOf('primary endpoint')
    const bytes = readFileSync(journal)
    expect(bytes.length).toBeGreaterThan(4 * 1024 * 1024)
    expect(start).toBeGreaterThan(0)
    const at = bytes.indexOf('release.txt')
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(journal, bytes)
    await library.services.integrity.finish()
    expect(damages()).toMatchObject([{ mended: true, message: '1 line of the journal had changed on the disk.' }])
    const told = newestThings(library.services.library.journal.read()).get(`filing ${filingId}`)?.state
    expect(told).toMatchObject({ fileName: 'release.txt' })
    await library.services.integrity.finish()
    expect(damages()).toHaveLength(1)
  })

  it('a damaged backup is named when it is found, with those that remain good', async () => {
    valueOf(await library.services.backup.makeNow())
    library.wait(1000 * 60 * 60)
    valueOf(await library.services.backup.makeNow())
    await library.services.integrity.finish()
    expect(damages()).toEqual([])
    const [newest = '', older = ''] = listBackups(library.services.library.folder)
    flip(newest)
    await library.services.integrity.finish()
    expect(damages()).toMatchObject([{ mended: false, message: 'The backup of 2026-01-05 10:00 UTC is damaged.',
      detail: 'One other is good, the newest of 2026-01-05 09:00 UTC. The disk may be failing: have it checked.' }])
    expect(library.services.backup.list().map(({ fault }) => fault)).toEqual(['damaged', null])
    rmSync(older)
    flip(newest)
    flip(newest)
    writeFileSync(newest, readFileSync(newest).subarray(0, 5000))
    await library.services.integrity.finish()
    expect(damages().at(-1)).toMatchObject({
      message: 'The backup of 2026-01-05 10:00 UTC is damaged. The backup of 2026-01-05 09:00 UTC is gone from the folder of backups.',
      detail: 'No other backup is left: make a new one now (Settings, Library). The disk may be failing: have it checked.'
    })
    expect(library.services.backup.list().map(({ fault }) => fault)).toEqual(['damaged', 'gone'])
    rmSync(newest)
    library.wait(1000 * 60 * 60)
    valueOf(await library.services.backup.makeNow())
    await library.services.integrity.finish()
    expect(library.services.backup.list().map(({ fault }) => fault)).toEqual([null])
  })

  it('backups that somebody removed are named, those that the program removed are not', async () => {
    for (let at = 0; at < BACKUPS_KEPT + 2; at += 1) {
      valueOf(await library.services.backup.makeNow())
      library.wait(1000 * 60 * 60)
    }
    await library.services.integrity.finish()
    expect(damages()).toEqual([])
    expect(library.services.backup.list()).toHaveLength(BACKUPS_KEPT)
    const [newest = '', second = ''] = listBackups(library.services.library.folder)
    rmSync(newest)
    rmSync(second)
    await library.services.integrity.finish()
    expect(damages()).toMatchObject([{ mended: false,
      message: '2 backups are gone from the folder of backups: 2026-01-05 20:00 UTC, 2026-01-05 19:00 UTC.',
      detail: '8 others are good, the newest of 2026-01-05 18:00 UTC. Somebody removed them by hand, or another program did.' }])
    expect(library.services.backup.list().map(({ fault }) => fault)).toEqual(['gone', 'gone', ...new Array<null>(8).fill(null)])
  })
})
