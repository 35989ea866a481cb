import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { LOOSE_ANSWER } from '../../domain/exchange/hypothesis/read-hypothesis-table'
import { readWork } from '../../domain/exchange/read-work'
import { listAnnotations } from '../../store/annotations'
import { listNotes } from '../../store/notes'
import { listQuarantined } from '../../store/quarantine'
import { undo } from '../history/history'
import { createTemporaryLibrary, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'
import { planImport } from './plan-import'

const RELEASE = `HARROW RIDGE TOOLWORKS

Orders for presses rose by 12% in the quarter, and the Company said "demand held".

The order book stands at $41 million.

The order book stands at $41 million.

Harrow Ridge expects deliveries to resume in autumn.
`

let library: TemporaryLibrary
let filingId: string
beforeAll(async () => {
  library = createTemporaryLibrary()
  filingId = await library.add('harrow-ridge.txt', RELEASE)
})
afterAll(async () => {
  await library.remove()
})

const AT = 'file:///x/harrow-ridge.txt'

const NEWER = ['Created at,Author,Page,URL,Group,Annotation/Reply Type,Quote,Comment,Tags',
  `2026-02-01 09:00,Bo Reader,,${AT},Public,Annotation,"rose by 12% in the quarter, and the Company said ""demand held""","Since when?\nAnd why?","ask,orders"`,
  `2026-02-01 09:01,Bo Reader,,${AT},Public,Reply,,Since May.,`,
  `2026-02-01 09:02,Bo Reader,,${AT},Public,Annotation,The order book stands at $41 million.,Twice,`,
  `2026-02-01 09:03,Bo Reader,,${AT},Public,Annotation,Orders for presses rose by 13% in the quarter,Wrong number,`,
  `2026-02-01 09:04,Bo Reader,,${AT},Public,Page note,,On the whole,`,
  `2026-02-01 09:05,Bo Reader,,${AT},Public,Annotation,"never closed,x,`,
  `2026-02-01 09:06,Bo Reader,,https://example.org/other.htm,Public,Annotation,words,n,`,
  `2026-02-01 09:07,Bo Reader,,,Public,Annotation,words,n,`, `too,few`, `2026-02-01 09:04,Bo Reader,,${AT},Public,Page note,,On the whole,`,
  `2026-02-01 09:08,Bo Reader,,${AT},Public,Highlight,expects deliveries to resume in autumn,,`, ''].join('\n')

const OLDER = ['Creation Date,URL,Group,Annotation/Reply Type,Quote,User,Body,Tags,Page',
  `2026-02-03 10:00,${AT},Public,Annotation,expects deliveries to resume,cleo,Which?,,`].join('\r\n')

it('takes in the CSV of Hypothesis by its words, each row with one outcome and a reason, and undoes it as one', async () => {
  const { db } = library.services.library
  const report = valueOf(await library.services.exchanger.read(NEWER, 'notes.txt'))
  expect(report.format).toBe('hypothesis')
  expect(report.counts).toEqual({ read: 11, imported: 4, orphaned: 2, duplicate: 1, quarantined: 4 })
  expect(report.items.map(({ place, outcome }) => `${place} ${outcome}`)).toEqual(['row 2 imported', 'row 3 imported', 'row 4 orphaned',
    'row 5 orphaned', 'row 6 imported', 'row 7 quarantined', 'row 8 quarantined', 'row 9 quarantined', 'row 10 quarantined',
    'row 11 duplicate', 'row 12 imported'])
  expect(report.items.filter(({ outcome }) => outcome === 'quarantined').map(({ reason }) => reason)).toEqual([
    'A quotation mark in it is opened and never closed.',
    'Its filing is not in the library. Import the filing, then try again.',
    'It does not say which page it is on.',
    'It has 2 cells where the heading has 9.'
  ])
  valueOf(library.services.exchanger.takeIn(report.token))
  const marks = listAnnotations(db, filingId)
  expect(marks.map(({ verdict }) => verdict).sort()).toEqual(['ambiguous', 'intact', 'intact', 'number-changed'])
  const placed = marks.find(({ selectors }) => selectors.quote.exact.startsWith('rose'))
  expect(RELEASE.slice(placed?.selectors.position.start, placed?.selectors.position.end))
    .toBe('rose by 12% in the quarter, and the Company said "demand held"')
  expect(placed?.createdAt).toBe('2026-02-01T09:00:00.000Z')
  expect(listNotes(db, filingId).map(({ text }) => text).sort()).toEqual([`${LOOSE_ANSWER}\nSince May.`, 'On the whole',
    'Since when?\nAnd why?', 'Twice', 'Wrong number'])
  expect(listQuarantined(db)).toHaveLength(4)
  expect(valueOf(await library.services.exchanger.read(NEWER, 'notes.txt')).counts).toMatchObject({ imported: 0, orphaned: 0, duplicate: 7,
    quarantined: 4 })
  valueOf(undo(library.services.library))
  expect([listAnnotations(db, filingId), listNotes(db, filingId), listQuarantined(db)]).toEqual([[], [], []])
})

it('knows the older headings of Hypothesis, a mark before the text, and a table of headings alone', async () => {
  const report = valueOf(await library.services.exchanger.read(`\ufeff${OLDER}`, 'x'))
  expect(report.items).toEqual([
    expect.objectContaining({ place: 'row 2', outcome: 'imported', author: 'cleo', note: 'Which?', quote: 'expects deliveries to resume' })
  ])
  const [heading = ''] = OLDER.split('\r\n')
  expect(readWork(heading)).toEqual({ format: 'hypothesis', items: [] })
  expect(readWork('Company,Sales\nHarrow Ridge,12\n')).toMatchObject({ remedy: expect.stringMatching(/\w/) })
})

it('never throws and adds up for a table that is cut or has signs put in, and stores nothing', () => {
  const { db } = library.services.library
  const sign = fc.oneof(fc.constantFrom('"', ',', '\n', '\r', '""', '\ufeff'), fc.string({ unit: 'binary', maxLength: 3 }))
  fc.assert(fc.property(fc.constantFrom(NEWER, OLDER), fc.nat(2000), sign, fc.boolean(), (text, at, put, cut) => {
    const work = readWork(`${text.slice(0, at)}${put}${cut ? '' : text.slice(at)}`)
    if ('refused' in work) {
      expect(work.remedy).not.toBe('')
      return
    }
    const { counts } = planImport({ db, libraryId: 'other' }, work, () => undefined)
    expect(counts.imported + counts.orphaned + counts.duplicate + counts.quarantined).toBe(work.items.length)
  }), { numRuns: 300 })
  expect(listAnnotations(db, filingId)).toEqual([])
})
