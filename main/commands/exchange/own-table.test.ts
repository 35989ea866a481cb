import { afterAll, beforeAll, expect, it } from 'vitest'
import { runTask } from '../../services/exchange/exchange-task'
import type { ImportPlan } from '../../services/exchange/plan-import'
import { takeIn } from '../../services/exchange/take-in'
import { libraryIdOf } from '../../services/work/people'
import { listAnnotations } from '../../store/annotations'
import { listNotes } from '../../store/notes'
import { must } from '../trial/must'
import { makeThrowAway, type ThrowAway } from './throw-away'
import { TRAPS } from './traps'

let made: ThrowAway
beforeAll(async () => {
  made = await makeThrowAway(TRAPS, 0)
  // Signs of notes are made of the id of the library.
  libraryIdOf(made.services.library)
})
afterAll(() => made.remove())

const tables = async (): Promise<ReadonlyMap<string, string>> => {
  const { db, folder } = made.services.library
  const answer = must(
    await runTask(db, folder, { kind: 'write', format: 'csv', wholeText: false, appVersion: '1',
      scope: { filingIds: [made.filingId], suggestions: 'none' } }, () => undefined)
  )
  return new Map(answer.kind === 'written' ? answer.files.map(({ path, bytes }) => [path, new TextDecoder().decode(bytes)]) : [])
}

const planOf = async (text: string, libraryId: string): Promise<ImportPlan> => {
  const { db, folder } = made.services.library
  const answer = must(await runTask(db, folder, { kind: 'read', text, archive: null, fileName: 'in.csv', libraryId }, () => undefined))
  if (answer.kind !== 'read') throw new Error('not read')
  return answer.plan
}

it('knows the rows of its own tables again', async () => {
  const all = await tables()
  for (const name of ['marks-and-notes.csv', 'questions.csv']) {
    const { format, counts } = await planOf(all.get(name) ?? '', libraryIdOf(made.services.library))
    expect(format).toBe('redwell-csv')
    expect(counts.read, name).toBeGreaterThan(2)
    expect(counts, name).toMatchObject({ imported: 0, orphaned: 0, quarantined: 0, duplicate: counts.read })
  }
})

it('takes in the table of another library: quotes, notes that begin as a formula does, tags, status and names', async () => {
  const text = (await tables()).get('marks-and-notes.csv') ?? ''
  const plan = await planOf(text, 'another-library')
  // The mark without a note bears no sign; it is known by its words and when it was made.
  expect(plan.counts).toMatchObject({ orphaned: 0, duplicate: 1, quarantined: 0 })
  const { library } = made.services
  const [before, marks] = [listNotes(library.db, made.filingId), listAnnotations(library.db, made.filingId)]
  takeIn(library, plan, { name: 'in.csv', sha256: 'a'.repeat(64), libraryId: 'another-library' })
  const told = (notes: typeof before): unknown[] => notes.map((note) => [note.text.trim(), note.status, note.target.kind]).sort()
  const added = listNotes(library.db, made.filingId).filter(({ id }) => before.every((note) => note.id !== id))
  expect(told(added)).toEqual(told(before))
  expect(added.map(({ text: words }) => words)).toContain('=1+1')
  const noted = new Set(before.flatMap(({ target }) => target.kind === 'annotation' ? [target.annotationId] : []))
  const places = (all: typeof marks): unknown[] => all.map(({ tagId, selectors }) => [tagId, selectors.position.start]).sort()
  const now = listAnnotations(library.db, made.filingId).filter(({ id }) => marks.every((mark) => mark.id !== id))
  expect(places(now)).toEqual(places(marks.filter(({ id }) => noted.has(id))))
  expect((await planOf(text, 'another-library')).counts).toMatchObject({ imported: 0, orphaned: 0, quarantined: 0 })
})

it('keeps a row that names no filing as it came', async () => {
  const plan = await planOf('On,Quote,Note,Token,SHA-256 of the file\nMark,words,why,RW-ABCDEFGH,x\nMark,,,,' + 'a'.repeat(64), 'x')
  expect(plan.counts).toMatchObject({ read: 2, quarantined: 2 })
})
