import { afterEach, beforeEach, expect, it } from 'vitest'
import { getDocument } from '../../store/documents'
import { getFiling } from '../../store/filings'
import { run } from '../../store/sql'
import { getPrints } from '../../store/sentence-prints'
import { PRINT_VERSION } from '../../domain/compare/sentence-print'
import { PARSER_VERSION } from '../../domain/versions'
import { createAnalysisInPlace } from '../analysis-thread'
import type { Analysis, AnalysisRequest } from '../analysis-thread'
import { reviewBoard } from '../review/review-board'
import { describeFilings } from '../work/write-details'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'

const documentOf = (sequence: number, type: string, text: string): string =>
  `<DOCUMENT>\n<TYPE>${type}\n<SEQUENCE>${String(sequence)}\n<FILENAME>d${String(sequence)}.txt\n<TEXT>\n${text}\n</TEXT>\n</DOCUMENT>\n`

/** A submission whose every exhibit has a word that stands nowhere else. */
const submission = (number: number, words: readonly string[]): string => {
  const accession = `0000000001-07-${String(number).padStart(6, '0')}`
  return `<SEC-DOCUMENT>${accession}.txt : 20070303
<SEC-HEADER>${accession}.hdr.sgml : 20070303
ACCESSION NUMBER:\t\t${accession}
CONFORMED SUBMISSION TYPE:\t8-K
FILED AS OF DATE:\t\t20070303

FILER:

\tCOMPANY DATA:
\t\tCOMPANY CONFORMED NAME:\t\t\tHARROW RIDGE THERAPEUTICS INC
\t\tCENTRAL INDEX KEY:\t\t\t0000000001
</SEC-HEADER>
${documentOf(1, '8-K', `CURRENT REPORT\n\nThe company furnishes the release below, number ${String(number)}.`)}${
    words.map((word, at) => documentOf(at + 2, `EX-99.${String(at + 1)}`, `${RELEASE}\nThe word of this exhibit is ${word}.`)).join('')
  }</SEC-DOCUMENT>
`
}

const asked: AnalysisRequest[] = []
/** The document at which the analysis breaks off. */
let broken: number | null = null
const spying = (): Analysis => {
  const analysis = createAnalysisInPlace()
  return {
    ...analysis,
    run: (request, onStage) => {
      asked.push(request)
      return request.sequence === broken
        ? Promise.resolve({ ok: false, failure: { code: 'analysis-failed', message: 'It broke off.' } })
        : analysis.run(request, onStage)
    }
  }
}

let library: TemporaryLibrary
beforeEach(() => {
  asked.length = 0
  broken = null
  library = createTemporaryLibrary({ analysis: spying() })
})
afterEach(async () => {
  await library.remove()
})

const search = async (query: string, folderId: string | null = null) =>
  valueOf(await library.services.searcher.run({ token: 1, query, folderId, limit: 5 }, () => undefined))

it('finds what stands in an exhibit only, in every submission that came in, without one being opened', async () => {
  library.services.reading.start()
  const first = await library.add('one.txt', submission(1, ['quincunx', 'palimpsest']))
  const second = await library.add('two.txt', submission(2, ['syzygy']))
  await library.services.reading.idle()
  for (const [word, filing, sequence] of [['quincunx', first, 2], ['palimpsest', first, 3], ['syzygy', second, 2]] as const) {
    const { groups, unread } = await search(word)
    expect(groups.map((group) => [group.filing.id, group.total, group.hits[0]?.sequence])).toEqual([[filing, 1, sequence]])
    expect(unread).toBe(0)
  }
  const { db } = library.services.library
  expect(getFiling(db, first)).toMatchObject({ unread: 0, documents: 3, openedAt: null })
  expect(getFiling(db, first)?.suggestions).toBeGreaterThan(0)
  expect(getPrints(db, getDocument(db, first, 3)?.key ?? 0, PRINT_VERSION)?.length).toBeGreaterThan(0)
})

it('says how many documents of what is searched are unread', async () => {
  const first = await library.add('one.txt', submission(1, ['quincunx', 'palimpsest']))
  await library.add('two.txt', submission(2, ['syzygy']))
  expect(await search('quincunx')).toMatchObject({ total: 0, unread: 3 })
  expect(await search('company:nobody quincunx')).toMatchObject({ total: 0, unread: 0 })
  expect(getFiling(library.services.library.db, first)?.unread).toBe(2)
  valueOf(library.services.reader.trash(first))
  expect(await search('quincunx')).toMatchObject({ unread: 1 })
})

it('reads first documents before all exhibits, each file decoded once, with nothing else under way', async () => {
  library.services.reading.start()
  const paths = [1, 2, 3].map((number) => library.write(`${String(number)}.txt`, submission(number, ['one', 'two', 'three'])))
  valueOf(await library.services.queue.add(paths, null, false))
  await library.services.queue.idle()
  await library.services.reading.idle()
  expect(asked.map(({ sequence }) => sequence).slice(0, 3)).toEqual(['first', 'first', 'first'])
  const later = asked.slice(3)
  expect(later.map(({ sequence, more }) => [sequence, more])).toEqual([2, 3, 4, 2, 3, 4, 2, 3, 4].map((n) => [n, n < 4]))
  expect(later.every(({ background }) => background)).toBe(true)
})

it('goes on after a restart, with the filings of a library from before it read ahead', async () => {
  const filing = await library.add('one.txt', submission(1, ['quincunx', 'palimpsest']))
  library = await library.reopen()
  library.services.reading.start()
  await library.services.reading.idle()
  expect(await search('palimpsest')).toMatchObject({ total: 1, unread: 0 })
  library = await library.reopen()
  library.services.reading.start()
  await library.services.reading.idle()
  expect(getFiling(library.services.library.db, filing)?.unread).toBe(0)
})

it('also reads what a rebuilt library has unread', async () => {
  await library.add('one.txt', submission(1, ['quincunx']))
  library = await library.rebuild()
  library.services.reading.start()
  await library.services.reading.idle()
  expect(await search('quincunx')).toMatchObject({ total: 1 })
})

it('does not read what is in the trash, and does once it is restored', async () => {
  const filing = await library.add('one.txt', submission(1, ['quincunx']))
  valueOf(library.services.reader.trash(filing))
  library.services.reading.start()
  await library.services.reading.idle()
  expect(getDocument(library.services.library.db, filing, 2)?.summary.parsed).toBe(false)
  valueOf(library.services.reader.restore(filing))
  await library.services.reading.idle()
  expect(getDocument(library.services.library.db, filing, 2)?.summary.parsed).toBe(true)
})

it('tries a document that cannot be read once, and reads the others', async () => {
  const filing = await library.add('one.txt', submission(1, ['quincunx', 'palimpsest']))
  const { db } = library.services.library
  broken = 2
  library.services.reading.start()
  await library.services.reading.idle()
  expect([2, 3].map((sequence) => getDocument(db, filing, sequence)?.summary.parsed)).toEqual([false, true])
  expect(library.logged.filter((line) => line.includes('could not be read in the background'))).toHaveLength(1)
  expect(await search('palimpsest')).toMatchObject({ total: 1, unread: 1 })
  run(db, 'UPDATE document SET refused_by = $version', { version: PARSER_VERSION - 1 })
  broken = null
  library = await library.reopen()
  library.services.reading.start()
  await library.services.reading.idle()
  expect(await search('quincunx')).toMatchObject({ total: 1, unread: 0 })
})

it('gives way to a reader who opens the very document', async () => {
  const filing = await library.add('one.txt', submission(1, ['quincunx']))
  library.services.reading.start()
  const document = valueOf(await library.services.reader.document(filing, 2))
  expect(document.blocks.some(({ text }) => text.includes('quincunx'))).toBe(true)
  await library.services.reading.idle()
  expect(await search('quincunx')).toMatchObject({ total: 1, unread: 0 })
})

it('counts a document as opened by the analyst only where it was', async () => {
  const filing = await library.add('one.txt', submission(1, ['quincunx', 'palimpsest']))
  library.services.reading.start()
  await library.services.reading.idle()
  valueOf(library.services.reader.open(filing))
  valueOf(await library.services.reader.documentPieces(filing, 1))
  valueOf(await library.services.reader.documentPieces(filing, 3))
  const board = valueOf(await reviewBoard(library.services.library, null))
  expect(board.filings[0]).toMatchObject({ unread: 1 })
})

const HEADED = submission(7, ['quincunx']).replace('CURRENT REPORT', 'FORM 8-K')

it('calls a current report by the headline of its release once that is read, and keeps what the analyst wrote', async () => {
  const [one, two] = [await library.add('one.txt', HEADED), await library.add('two.txt', submission(8, ['syzygy']))]
  const { db } = library.services.library
  expect(getFiling(db, one)?.title).not.toContain('SECOND TRIAL')
  valueOf(describeFilings(library.services.library, [two], { title: 'My own title' }))
  library.services.reading.start()
  await library.services.reading.idle()
  expect(getFiling(db, one)?.title).toContain('REPORTS RESULTS OF ITS SECOND TRIAL')
  expect(getFiling(db, two)).toMatchObject({ title: 'My own title', described: true })
  expect(getFiling(db, two)?.header?.title).toContain('REPORTS RESULTS OF ITS SECOND TRIAL')
})

it('describes filings of a library anew that older rules described, as an import now does', async () => {
  const filing = await library.add('release.txt', RELEASE)
  const { db } = library.services.library
  const now = getFiling(db, filing)
  expect(now).toMatchObject({ company: 'Harrow Ridge Therapeutics, Inc.', filedAt: '2007-03-03', period: '2007-03-03',
    origins: { filedAt: 'dateline', period: 'dateline' } })
  run(db, "UPDATE filing SET described_by = 0, title = 'x', company = NULL, filed_at = NULL, period = NULL, origins = '{}'")
  library = await library.reopen()
  library.services.reading.start()
  await library.services.reading.idle()
  expect(getFiling(library.services.library.db, filing)).toEqual(now)
})
