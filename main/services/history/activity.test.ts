import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ActivityEntry } from '#contract/review'
import { exportActivity, listActivity } from './activity'
import { addAnnotation, retagAnnotation } from '../work/annotate'
import { setDecision } from '../work/decide'
import { addFolder, listFolders, putIntoFolder, removeFolder } from '../work/folders'
import { undo } from './history'
import { saveRisk } from '../work/risks'
import { setSettings } from '../settings'
import { removeAnnotation } from '../versions/remove-annotations'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'
import { draftOn } from '../testing/version-fixture'
import { describeFilings } from '../work/write-details'
import { addNote, saveNote, setNoteStatus } from '../work/write-note'

let library: TemporaryLibrary
let filingId: string
beforeEach(async () => {
  library = createTemporaryLibrary()
  valueOf(setSettings(library.services.library, { author: 'Ana Lyst' }))
  filingId = await library.add('release.txt', RELEASE)
})
afterEach(async () => {
  await library.remove()
})

const context = () => library.services.library
const newest = (limit = 1): readonly ActivityEntry[] => listActivity(context(), { filingId: null, entityId: null }, null, limit)
const words = (limit = 1): unknown[] => newest(limit).map(({ label, before, after }) => [label, before, after])

it('tells an act with who, when, in which filing, and before and after', async () => {
  expect(newest()).toEqual([{
    seq: 1,
    at: '2026-01-05T09:00:00.002Z',
    author: 'Ana Lyst',
    label: 'Import release.txt',
    entity: 'filing',
    entityId: filingId,
    filingId,
    filingTitle: 'HARROW RIDGE REPORTS RESULTS OF ITS SECOND TRIAL',
    before: null,
    after: 'release.txt',
    undone: false
  }])
  const annotation = valueOf(addAnnotation(context(), { ...await draftOn(library, filingId, 'improvement of 63%'), tagId: 'risk' }))
  expect(words()).toEqual([['Add highlight', null, '“improvement of 63%”, Risk']])
  valueOf(retagAnnotation(context(), annotation.id, 1, null))
  expect(words()).toEqual([['Change tag', '“improvement of 63%”, Risk', '“improvement of 63%”, no tag']])
})

it('tells notes by their words as they were, questions with who answers by when', () => {
  const note = valueOf(addNote(context(), filingId, { kind: 'filing' }))
  valueOf(saveNote(context(), { id: note.id, rev: 1, body: '{}', text: 'Who ran the trial?' }))
  expect(words(2)).toEqual([['Edit note', 'Empty note', '“Who ran the trial?”'], ['Add note', null, 'Empty note']])
  valueOf(setNoteStatus(context(), { id: note.id, rev: 2, status: 'asked', owner: 'Finance', dueAt: '2026-02-01T00:00:00.000Z' }))
  expect(words()).toEqual([['Change note status', '“Who ran the trial?”', '“Who ran the trial?”, asked, for Finance, due 2026-02-01']])
})

it('tells decisions, details, risk tags, the trash and folders, also those that are gone', () => {
  valueOf(
    setDecision(context(), { filingId, kind: 'finding', node: 'd1f0', range: { start: 0, end: 7 }, exact: 'EXHIBIT', verdict: 'rejected',
      risks: ['competition'] })
  )
  expect(words()).toEqual([['Correct risk tags', null, 'Rejected “EXHIBIT”, 1 risk tag']])
  valueOf(describeFilings(context(), [filingId], { form: '8-K', cik: '123' }))
  expect(words()).toEqual([['Edit details', 'As the header says', 'form “8-K”, CIK “123”']])
  valueOf(saveRisk(context(), { id: null, label: 'Tariffs', group: 'finance' }))
  expect(words()).toEqual([['Add risk tag', null, '“Tariffs”']])
  valueOf(library.services.reader.trash(filingId))
  expect(words()).toEqual([['Move to trash', 'In the library', 'In the trash']])
  valueOf(addFolder(context(), 'Deal', null))
  const folder = valueOf(listFolders(context()))[0]?.id ?? ''
  valueOf(putIntoFolder(context(), folder, [filingId]))
  expect(words()).toEqual([['Put filing into Deal', null, 'In “Deal”']])
  valueOf(removeFolder(context(), folder))
  expect(words(2)).toEqual([['Remove folder', '“Deal”', null], ['Remove folder', 'In “Deal”', null]])
})

it('keeps what was undone, and says so; pages from the newest to the oldest; looks at one filing or one thing', async () => {
  const other = await library.add('other.txt', `${RELEASE}Other.`)
  const annotation = valueOf(addAnnotation(context(), await draftOn(library, filingId, 'improvement of 63%')))
  const note = valueOf(addNote(context(), filingId, { kind: 'annotation', annotationId: annotation.id }))
  valueOf(undo(context()))
  expect(newest(2).map(({ label, undone }) => [label, undone])).toEqual([['Add note', true], ['Add highlight', false]])
  const [last] = newest()
  expect(listActivity(context(), { filingId: null, entityId: null }, last?.seq ?? 0, 1).map(({ label }) => label)).toEqual([
    'Add highlight'
  ])
  expect(listActivity(context(), { filingId: other, entityId: null }, null, 10).map(({ label }) => label)).toEqual(['Import other.txt'])
  valueOf(addNote(context(), filingId, { kind: 'annotation', annotationId: annotation.id }))
  expect(listActivity(context(), { filingId: null, entityId: annotation.id }, null, 10).map(({ entity }) => entity)).toEqual(['note',
    'annotation'])
  expect(listActivity(context(), { filingId: null, entityId: note.id }, null, 10).map(({ undone }) => undone)).toEqual([true])
  valueOf(removeAnnotation(context(), annotation.id, 1))
  expect(listActivity(context(), { filingId: null, entityId: annotation.id }, null, 10).map(({ after }) => after === null)).toEqual([true,
    false])
})

it('writes the whole history, the oldest first, as JSON or CSV', async () => {
  for (let at = 0; at < 450; at += 1) valueOf(addNote(context(), filingId, { kind: 'filing' }))
  const entries = JSON.parse(valueOf(await exportActivity(context(), { filingId: null, entityId: null }, 'json'))) as ActivityEntry[]
  expect(entries.map(({ seq }) => seq)).toEqual(Array.from({ length: 451 }, (_, at) => at + 1))
  const csv = valueOf(await exportActivity(context(), { filingId, entityId: null }, 'csv')).split('\r\n')
  expect(csv).toHaveLength(453)
  expect(csv[0]).toBe('\ufeffNumber,Time,Author,Act,Filing,Kind,Before,After,Undone,Thing,Filing id')
  expect(csv[1]).toContain(',Ana Lyst,Import release.txt,HARROW RIDGE')
})
