import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { FilingId } from '#contract/ids'
import type { FilingWork } from '#contract/library'
import { all, run } from '../../store/sql'
import { addAnnotations, retagAnnotations } from './annotate'
import { addFolder, listFolders, putIntoFolder, takeFromFolder } from './folders'
import { redo, undo } from '../history/history'
import { removeAnnotations } from '../versions/remove-annotations'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'
import { trashFilings } from './trash-filings'
import { addNote, saveNote } from './write-note'

let library: TemporaryLibrary
let filing: FilingId
beforeEach(async () => {
  library = createTemporaryLibrary()
  filing = await library.add('release.txt', RELEASE)
})
afterEach(async () => {
  await library.remove()
})

const context = () => library.services.library
const MANY = 400
/** What does not change when an act is undone: all but revisions and times. */
const told = ({ annotations, notes }: FilingWork) => ({
  marks: annotations.map(({ id, tagId, verdict, selectors }) => ({ id, tagId, verdict, selectors })),
  notes: notes.map(({ id, text, target }) => ({ id, text, target }))
})
const work = () => told(valueOf(library.services.reader.work(filing)))
const revs = () => valueOf(library.services.reader.work(filing)).annotations.map(({ id, rev }) => ({ id, rev }))
const steps = (): number => new Set(all<{ g: string }>(context().db, 'SELECT group_id AS g FROM change_log').map(({ g }) => g)).size
const quotes = (): number => all(context().db, "SELECT rowid FROM quote_search WHERE quote_search MATCH 'endpoint'").length
/** Throws where the index of the quotes is not that of the rows. */
const checkIndex = (): void => {
  run(context().db, "INSERT INTO quote_search (quote_search, rank) VALUES ('integrity-check', 1)")
}
/** What the journal tells of highlights that are there now. */
const journalled = (): number => {
  const folder = join(library.folder, 'data')
  const lines = readdirSync(folder).filter((name) => name.startsWith('journal-')).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8').split('\n').filter((line) => line !== '')
  )
  const states = new Map(
    lines.map((line) => JSON.parse(line) as { kind: string; entity?: string; id: string; state?: unknown }).filter(({ entity }) =>
      entity === 'annotation'
    ).map(({ id, state }) => [id, state])
  )
  return [...states.values()].filter((state) => state !== null).length
}

const markMany = (): void => {
  const at = RELEASE.indexOf('primary endpoint')
  valueOf(addAnnotations(context(), Array.from({ length: MANY }, (_, n) => ({
    filingId: filing,
    tagId: n % 2 === 0 ? null : 'key-claim',
    range: { start: at - (n % 40), end: at + 16 },
    quote: { exact: RELEASE.slice(at - (n % 40), at + 16), prefix: '', suffix: '' },
    sectionPath: []
  }))))
  const [first, , third] = revs()
  for (const { id } of [first, third].flatMap((one) => one ?? [])) {
    const note = valueOf(addNote(context(), filing, { kind: 'annotation', annotationId: id }))
    valueOf(saveNote(context(), { id: note.id, rev: 1, body: '{}', text: `On ${id}` }))
  }
}

it('many highlights are retagged as one step, undone and done again, in the rows, the index and the journal', () => {
  markMany()
  const before = work()
  const count = steps()
  expect(valueOf(retagAnnotations(context(), revs(), 'risk'))).toHaveLength(MANY)
  expect(steps()).toBe(count + 1)
  expect(new Set(work().marks.map(({ tagId }) => tagId))).toEqual(new Set(['risk']))
  expect(revs().every(({ rev }) => rev === 2)).toBe(true)
  valueOf(undo(context()))
  expect(work()).toEqual(before)
  expect(revs().every(({ rev }) => rev === 3)).toBe(true)
  valueOf(redo(context()))
  expect(work().marks.every(({ tagId }) => tagId === 'risk')).toBe(true)
  checkIndex()
  expect([quotes(), journalled()]).toEqual([MANY, MANY])
})

it('many highlights and their notes are removed as one step, come back as they were, and go again', async () => {
  markMany()
  const before = work()
  const count = steps()
  valueOf(removeAnnotations(context(), revs()))
  expect(steps()).toBe(count + 1)
  expect(work()).toEqual({ marks: [], notes: [] })
  checkIndex()
  expect([quotes(), journalled()]).toEqual([0, 0])
  valueOf(undo(context()))
  expect(work()).toEqual(before)
  checkIndex()
  expect([quotes(), journalled()]).toEqual([MANY, MANY])
  valueOf(redo(context()))
  expect(work()).toEqual({ marks: [], notes: [] })
  valueOf(undo(context()))
  library = await library.rebuild()
  expect(work().marks.map(({ id }) => id).sort()).toEqual(before.marks.map(({ id }) => id).sort())
  expect(work().notes.map(({ text }) => text).sort()).toEqual(before.notes.map(({ text }) => text).sort())
})

it('nothing of an act on many stays where the journal cannot take it', () => {
  markMany()
  const before = work()
  const { journal } = context()
  const refusing = { ...context(), journal: { ...journal, append: () => {
    throw new Error('the disk is full')
  } } }
  expect(() => retagAnnotations(refusing, revs(), 'risk')).toThrow('the disk is full')
  expect(() => removeAnnotations(refusing, revs())).toThrow('the disk is full')
  expect(work()).toEqual(before)
  checkIndex()
})

it('many filings are put into folders, moved, thrown away and brought back, each as one step', async () => {
  const ids = [filing]
  for (let n = 0; n < 12; n += 1) ids.push(await library.add(`r${String(n)}.txt`, `${RELEASE}${String(n)}`))
  const [first, second] = ['Deal', 'Other'].map((name) =>
    valueOf(addFolder(context(), name, null)).find((folder) => folder.name === name)?.id ?? ''
  )
  if (first === undefined || second === undefined) throw new Error('no folders')
  const counts = () => Object.fromEntries(valueOf(listFolders(context())).map(({ name, filings }) => [name, filings]))
  valueOf(putIntoFolder(context(), second, ids.slice(0, 3)))
  valueOf(putIntoFolder(context(), first, [...ids, filing]))
  expect(counts()).toEqual({ Deal: 13, Other: 3 })
  valueOf(takeFromFolder(context(), first, ids, second))
  expect(counts()).toEqual({ Deal: 0, Other: 13 })
  valueOf(undo(context()))
  expect(counts()).toEqual({ Deal: 13, Other: 3 })
  valueOf(undo(context()))
  expect(counts()).toEqual({ Deal: 0, Other: 3 })
  valueOf(redo(context()))
  valueOf(trashFilings(context(), ids, true))
  expect(counts()).toEqual({ Deal: 0, Other: 0 })
  valueOf(undo(context()))
  expect(counts()).toEqual({ Deal: 13, Other: 3 })
  expect(putIntoFolder(context(), first, [...ids, 'gone'])).toMatchObject({ ok: false, failure: { code: 'not-found' } })
  expect(trashFilings(context(), [...ids, 'gone'], true)).toMatchObject({ ok: false, failure: { code: 'not-found' } })
})
