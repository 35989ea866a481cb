import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SeenSentences, SentencePlace } from '#contract/comparison'
import { run } from '../../store/sql'
import { addAnnotation } from '../work/annotate'
import { createTemporaryLibrary, valueOf } from '../testing/temporary-library'
import { addNote } from '../work/write-note'
import type { TemporaryLibrary } from '../testing/temporary-library'

let library: TemporaryLibrary
beforeEach(() => {
  library = createTemporaryLibrary()
})
afterEach(async () => {
  await library.remove()
})

const STANDING = 'Larkspur Looms weaves sailcloth and rope in the town of Osterby since the year of its founding.'
const CAUTION = 'Actual results may differ from what the company expects of its looms and of its weavers.'

const submission = (day: string, accession: string, sales: string, company = 'LARKSPUR LOOMS INC', cik = '0009990001'): string =>
  `<SEC-DOCUMENT>${accession}.txt : ${day}
<SEC-HEADER>${accession}.hdr.sgml : ${day}
ACCESSION NUMBER:\t\t${accession}
CONFORMED SUBMISSION TYPE:\t8-K
PUBLIC DOCUMENT COUNT:\t\t1
FILED AS OF DATE:\t\t${day}

FILER:

\tCOMPANY DATA:\t
\t\tCOMPANY CONFORMED NAME:\t\t\t${company}
\t\tCENTRAL INDEX KEY:\t\t\t${cik}
</SEC-HEADER>
<DOCUMENT>
<TYPE>8-K
<SEQUENCE>1
<FILENAME>main.txt
<TEXT>
OSTERBY, Maine -- The company today reported sales of ${sales} for its spring quarter. ${STANDING}

${CAUTION}
</TEXT>
</DOCUMENT>
</SEC-DOCUMENT>
`

const addSubmission = (name: string, ...facts: Parameters<typeof submission>): Promise<string> => library.add(name, submission(...facts))
const seenIn = async (filingId: string): Promise<SeenSentences> => valueOf(await library.services.sentences.seen({ filingId, sequence: 1 }))
const words = async (filingId: string, { seen }: SeenSentences): Promise<readonly string[]> => {
  const texts: string[] = []
  for (const { range } of seen) texts.push(valueOf(await library.services.reader.source(filingId, range)).replace(/\s+/g, ' '))
  return texts
}

it('a sentence of an earlier filing of the company is seen before; a new figure in it is not', async () => {
  const first = await addSubmission('a.txt', '20050301', '0009990001-05-000001', '$4.1 million')
  await addSubmission('b.txt', '20060301', '0009990001-06-000001', '$5.2 million')
  const third = await addSubmission('c.txt', '20070301', '0009990001-07-000001', '$6.3 million')
  const found = await seenIn(third)
  expect(await words(third, found)).toEqual([STANDING, CAUTION])
  expect(found.seen.map(({ first: place, times }) => [place.filingId, place.date, times])).toEqual([[first, '2005-03-01', 2], [first,
    '2005-03-01', 2]])
  expect(found).toMatchObject({ sentences: 3, filings: 2 })
  const [one] = found.seen
  expect(valueOf(await library.services.reader.source(first, one?.first.range ?? { start: 0, end: 0 })).replace(/\s+/g, ' ')).toBe(STANDING)
  expect((await seenIn(first)).seen).toEqual([])
})

it('other companies, later filings, the same submission, filings in the trash and copies are no witnesses', async () => {
  await addSubmission('other.txt', '20050301', '0009990002-05-000001', '$4.1 million', 'OSTERBY CANVAS CO', '0009990002')
  await addSubmission('later.txt', '20080301', '0009990001-08-000001', '$9.9 million')
  await addSubmission('same.txt', '20070301', '0009990001-07-000001', '$6.4 million')
  const thrown = await addSubmission('thrown.txt', '20060301', '0009990001-06-000001', '$5.2 million')
  valueOf(library.services.reader.trash(thrown))
  const copy = await library.add('alone.txt',
    `OSTERBY, Maine -- The company today reported sales of $6.3 million for its spring quarter. ${STANDING}\n\n${CAUTION}\n`)
  run(library.services.library.db, "UPDATE filing SET company = 'Larkspur Looms, Inc.' WHERE id = $copy", { copy })
  const read = await addSubmission('read.txt', '20070301', '0009990001-07-000002', '$6.3 million')
  expect(await seenIn(read)).toMatchObject({ seen: [] })
  valueOf(library.services.reader.restore(thrown))
  expect((await seenIn(read)).seen.map(({ first }) => first.filingId)).toEqual([thrown, thrown])
})

it('filings that were imported before there were prints get them when they are asked for', async () => {
  const first = await addSubmission('a.txt', '20050301', '0009990001-05-000001', '$4.1 million')
  const second = await addSubmission('b.txt', '20060301', '0009990001-06-000001', '$5.2 million')
  const before = await seenIn(second)
  run(library.services.library.db, 'DELETE FROM sentence_print')
  expect(await seenIn(second)).toEqual(before)
  expect(before.seen[0]?.first.filingId).toBe(first)
})

it('every place with the same sentence is listed, of whatever company, the newest first', async () => {
  const first = await addSubmission('a.txt', '20050301', '0009990001-05-000001', '$4.1 million')
  const other = await addSubmission('other.txt', '20060401', '0009990002-06-000001', '$1.1 million', 'OSTERBY CANVAS CO', '0009990002')
  const read = await addSubmission('b.txt', '20070301', '0009990001-07-000001', '$5.2 million')
  const text = submission('20070301', '0009990001-07-000001', '$5.2 million')
  const places = async (wordsOf: string): Promise<readonly SentencePlace[] | undefined> =>
    valueOf(await library.services.sentences.also({ filingId: read, sequence: 1 }, text.indexOf(wordsOf) + 3))?.places
  expect((await places(CAUTION))?.map(({ filingId }) => filingId)).toEqual([other, first])
  expect(await places('$5.2 million')).toEqual([])
  expect(valueOf(await library.services.sentences.also({ filingId: read, sequence: 1 }, text.length))).toBeNull()
})

it('an exhibit saved alone and the same one inside its submission are copies, and the marks on the one are told of the other', async () => {
  const body = `OSTERBY, Maine -- The company today reported sales of $6.3 million for its spring quarter. ${STANDING}\n\n${CAUTION}\n`
  const alone = await library.add('ex-99-1.txt', body)
  const inside = await library.add('all.txt',
    submission('20070301', '0009990001-07-000001', '$6.3 million').replace('</DOCUMENT>',
      `</DOCUMENT>\n<DOCUMENT>\n<TYPE>EX-99.1\n<SEQUENCE>2\n<FILENAME>ex.txt\n<TEXT>\n${body}</TEXT>\n</DOCUMENT>`).replace(
        `${STANDING}\n\n${CAUTION}`,
        'The exhibit tells more. It is furnished and not filed. It is one page long.'
      ))
  const start = body.indexOf('sailcloth')
  const { id } = valueOf(addAnnotation(library.services.library, {
    filingId: alone,
    tagId: null,
    range: { start, end: start + 'sailcloth'.length },
    quote: { exact: 'sailcloth', prefix: '', suffix: '' },
    sectionPath: []
  }))
  valueOf(addNote(library.services.library, alone, { kind: 'annotation', annotationId: id }))
  const [copy] = valueOf(await library.services.sentences.copies({ filingId: inside, sequence: 2 }, false))
  expect(copy).toMatchObject({ filingId: alone, sequence: 1, fileName: 'ex-99-1.txt' })
  const [mark] = copy?.marks ?? []
  expect(mark).toMatchObject({ exact: 'sailcloth', notes: [''] })
  expect(valueOf(await library.services.reader.source(inside, mark?.here ?? { start: 0, end: 0 }))).toBe('sailcloth')
  expect(valueOf(await library.services.sentences.copies({ filingId: inside, sequence: 1 }, false))).toEqual([])
  expect(
    valueOf(await library.services.sentences.copies({ filingId: alone, sequence: 1 }, false)).map((
      { filingId, sequence }
    ) => [filingId, sequence])
  ).toEqual([[inside, 2]])
})

describe('where the highlights of a copy stand', () => {
  const body = (quarter: string): string =>
    `OSTERBY, Maine -- The company today reported sales of $6.3 million for its ${quarter} quarter. ${STANDING}\n\n${CAUTION}\n\nThe looms stood still on Sunday. The looms stood still on Sunday.\n\nEvery weaver was paid on the first of the month. No rope was sold abroad.\n`
  /** The same words with other line ends, inside a submission. */
  const inside = (quarter: string): string =>
    submission('20070301', '0009990001-07-000001', '$6.3 million').replace(/OSTERBY[\s\S]*weavers\.\n/,
      body(quarter).replace('reported sales', 'reported\nsales').replace('since the', 'since\nthe'))
  const mark = (filingId: string, text: string, words: string, nth = 0): string => {
    let start = text.indexOf(words)
    for (let n = 0; n < nth; n += 1) start = text.indexOf(words, start + 1)
    return valueOf(addAnnotation(library.services.library, {
      filingId,
      tagId: null,
      range: { start, end: start + words.length },
      sectionPath: [],
      quote: { exact: words, prefix: text.slice(Math.max(0, start - 32), start),
        suffix: text.slice(start + words.length, start + words.length + 32) }
    })).id
  }
  const told = async (filingId: string): Promise<readonly (readonly [string, string | null])[]> => {
    const [copy] = valueOf(await library.services.sentences.copies({ filingId, sequence: 1 }, true))
    const lines: [string, string | null][] = []
    for (const { exact, here } of copy?.marks ?? [])
      lines.push([exact, here && valueOf(await library.services.reader.source(filingId, here)).replace(/\s+/g, ' ')])
    return lines
  }

  it('is found across other line ends, and to the letter', async () => {
    const text = body('spring')
    const alone = await library.add('alone.txt', text)
    const other = await library.add('all.txt', inside('spring'))
    mark(alone, text, 'reported sales of $6.3 million')
    mark(alone, text, 'of Osterby since the year')
    expect(await told(other)).toEqual([['reported sales of $6.3 million', 'reported sales of $6.3 million'], ['of Osterby since the year',
      'of Osterby since the year']])
  })

  it('is told nowhere where a word is another, or which of two places is meant is open', async () => {
    const text = body('spring')
    const alone = await library.add('alone.txt', text)
    // The one sentence that differs is not enough to make another document of it.
    const other = await library.add('all.txt', inside('autumn').replace('The looms stood still on Sunday. The looms', 'The looms'))
    mark(alone, text, 'its spring quarter')
    mark(alone, text, 'The looms stood still on Sunday.', 1)
    const lines = await told(other)
    expect(lines.filter(([, here]) => here !== null)).toEqual([])
  })

  it('is asked of the marked copies alone, and not of highlights that a later version takes over', async () => {
    const text = body('spring')
    const alone = await library.add('alone.txt', text)
    const other = await library.add('all.txt', inside('spring'))
    expect(valueOf(await library.services.sentences.copies({ filingId: other, sequence: 1 }, true))).toEqual([])
    mark(alone, text, 'No rope was sold abroad')
    expect(await told(other)).toHaveLength(1)
    valueOf(await library.services.versions.link(alone, other, 'version'))
    expect(await told(other)).toEqual([])
  })
})
