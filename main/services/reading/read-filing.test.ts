import { afterEach, beforeEach, expect, it } from 'vitest'
import { getDocument } from '../../store/documents'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'
import { addNote } from '../work/write-note'

const documentOf = (sequence: number, type: string, text: string): string =>
  `<DOCUMENT>\n<TYPE>${type}\n<SEQUENCE>${String(sequence)}\n<FILENAME>d${String(sequence)}.txt\n<TEXT>\n${text}\n</TEXT>\n</DOCUMENT>\n`

const SUBMISSION = `<SEC-DOCUMENT>0000000001-07-000001.txt : 20070303
<SEC-HEADER>0000000001-07-000001.hdr.sgml : 20070303
ACCESSION NUMBER:\t\t0000000001-07-000001
CONFORMED SUBMISSION TYPE:\t8-K
PUBLIC DOCUMENT COUNT:\t\t3
FILED AS OF DATE:\t\t20070303

FILER:

\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\t\tHARROW RIDGE THERAPEUTICS INC
\t\tCENTRAL INDEX KEY:\t\t\t0000000001
</SEC-HEADER>
${documentOf(1, '8-K', 'CURRENT REPORT\n\nThe company furnishes the release below.')}${documentOf(2, 'EX-99.1', RELEASE)}${
  documentOf(3, 'EX-99.2', 'A second exhibit on quixotic matters.')
}</SEC-DOCUMENT>
`

let library: TemporaryLibrary
let filingId: string
beforeEach(async () => {
  library = createTemporaryLibrary()
  filingId = await library.add('0000000001-07-000001.txt', SUBMISSION)
})
afterEach(async () => {
  await library.remove()
})

const parsed = (): boolean[] => valueOf(library.services.reader.open(filingId)).documents.map((document) => document.parsed)

it('a submission lists every exhibit at once and reads each when it is first chosen', async () => {
  const opened = valueOf(library.services.reader.open(filingId))
  expect(opened.filing).toMatchObject({ form: '8-K', company: 'HARROW RIDGE THERAPEUTICS INC', documents: 3,
    accession: '0000000001-07-000001' })
  expect(opened.documents.map(({ type }) => type)).toEqual(['8-K', 'EX-99.1', 'EX-99.2'])
  expect(parsed()).toEqual([true, false, false])
  const [one, same] = await Promise.all([library.services.reader.document(filingId, 2), library.services.reader.document(filingId, 2)])
  expect(valueOf(one)).toEqual(valueOf(same))
  // Asked for twice at once, it was read once.
  const jobs = library.events.filter(({ name }) => name === 'work.progress').map(({ payload }) => (payload as { job: string }).job)
  expect(new Set(jobs).size).toBe(2)
  expect(parsed()).toEqual([true, true, false])
  expect(valueOf(await library.services.reader.document(filingId, 2))).toEqual(valueOf(one))
  expect(valueOf(one).blocks.every((block) => SUBMISSION.slice(block.ranges[0]?.start, block.ranges[0]?.end).length > 0)).toBe(true)
})

it('opens again where it was left', () => {
  valueOf(library.services.reader.leave(filingId, 2, 1234))
  expect(valueOf(library.services.reader.open(filingId))).toMatchObject({ current: 2, position: 1234 })
  expect(library.services.reader.leave(filingId, 9, 0)).toMatchObject({ ok: false, failure: { code: 'not-found' } })
})

it('is read on a disk that takes nothing more, but never says that anything was saved', async () => {
  const { db } = library.services.library
  db.pragma('query_only = 1')
  expect(library.services.reader.open(filingId).ok).toBe(true)
  expect(valueOf(await library.services.reader.document(filingId, 3)).blocks[0]?.text).toContain('quixotic')
  expect(getDocument(db, filingId, 3)?.summary.parsed).toBe(false)
  expect(() => addNote(library.services.library, filingId, { kind: 'filing' })).toThrow(/readonly/)
  expect(library.logged.every((line) => line.startsWith('reading goes on without writing'))).toBe(true)
  db.pragma('query_only = 0')
  valueOf(await library.services.reader.document(filingId, 3))
  expect(parsed()).toEqual([true, false, true])
})

it('answers for a filing that is not there', async () => {
  const { reader } = library.services
  const answers = [reader.open('none'), await reader.document('none', 1), reader.work('none'),
    await reader.source('none', { start: 0, end: 1 }), reader.trash('none'), reader.restore('none')]
  expect(answers.map((answer) => !answer.ok && answer.failure.code)).toEqual(new Array(6).fill('not-found'))
})

it('opens a form that was filed as XML at the form, not at the exhibit behind it', async () => {
  const form = '<XML>\n<?xml version="1.0"?>\n<ownershipDocument><issuerName>Elm Cove Foods</issuerName></ownershipDocument>\n</XML>'
  const id = await library.add('form.txt',
    SUBMISSION.replaceAll('8-K', '4').replace('CURRENT REPORT\n\nThe company furnishes the release below.', form).replace('d1.txt',
      'd1.xml'))
  expect(valueOf(library.services.reader.open(id))).toMatchObject({ current: 1 })
})
