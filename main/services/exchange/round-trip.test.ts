import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportReport, WorkScope } from '#contract/exchange'
import { bodyOfText } from '#model/note-body'
import { readWork } from '../../domain/exchange/read-work'
import { listAnnotations } from '../../store/annotations'
import { listNotes } from '../../store/notes'
import { listQuarantined } from '../../store/quarantine'
import { listReplies } from '../../store/replies'
import { undo } from '../history/history'
import { createTemporaryLibrary, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'
import { draftOn } from '../testing/version-fixture'
import { addAnnotation } from '../work/annotate'
import { addReply } from '../work/people'
import { addNote, saveNote, setNoteStatus } from '../work/write-note'
import type { FinishedFile } from './exchange-task'

/** A filing in which no two units agree: entities beyond the plane, a byte of windows-1252, soft hyphen, bidi controls, CRLF, a table, look-alikes. */
const T1 = Buffer.from([
  '<html><body>',
  '<h1>Findings &amp; outlook &#128578;</h1>',
  '<p>Smile &#128578; at the \x93second\x94 finding: pain&nbsp;fell by 63% in the arm.<br>It lasted &#x1F9EA; twelve weeks&shy;ly.</p>',
  '<p>First finding. The difference was significant.</p>',
  '<p>Second finding. The difference was significant.</p>',
  '<p>Third finding. The difference was significant.</p>',
  '<table><tr><td>Sales</td><td>(63)</td></tr><tr><td>Costs</td><td>12</td></tr></table>',
  '<p>The word &#1513;&#1500;&#8238;&#1493;&#1501; stands here, caf\xe9 and all.</p>',
  '</body></html>'
].join('\r\n'), 'latin1')

let library: TemporaryLibrary
let filingId: string
beforeEach(async () => {
  library = createTemporaryLibrary()
  filingId = valueOf(await library.services.importer.importFile(library.write('t1.htm', T1))).filingId
})
afterEach(async () => {
  await library.remove()
})

const work = async (): Promise<void> => {
  const context = library.services.library
  const marks = ['second', 'pain&nbsp;fell by 63%', 'The difference was significant', 'Costs', 'stands here, caf\u00e9']
  for (const [at, words] of marks.entries()) {
    library.wait(60_000)
    const draft = await draftOn(library, filingId, words, words.startsWith('The') ? 1 : 0)
    const mark = valueOf(addAnnotation(context, { ...draft, tagId: at === 0 ? 'risk' : null }))
    if (at % 2 === 1) continue
    const note = valueOf(addNote(context, filingId, { kind: 'annotation', annotationId: mark.id }))
    const text = at === 0 ? '=1+1 is no formula' : `Why ${String(at)} \u{1f9ea}?`
    const saved = valueOf(saveNote(context, { id: note.id, rev: note.rev, body: bodyOfText(text), text }))
    valueOf(setNoteStatus(context, { id: note.id, rev: saved.rev, status: 'open', owner: 'O\u2019Neil, "Bo"', dueAt: null }))
    if (at === 0) valueOf(addReply(context, note.id, { body: bodyOfText('No.'), text: 'No.' }))
  }
  const loose = valueOf(addNote(context, filingId, { kind: 'filing' }))
  valueOf(saveNote(context, { id: loose.id, rev: loose.rev, body: bodyOfText('On the whole'), text: 'On the whole' }))
}

const SCOPE = (): WorkScope => ({ filingIds: [filingId], suggestions: 'all' })

const written = async (format: 'w3c' | 'json'): Promise<readonly FinishedFile[]> =>
  valueOf(await library.services.exchanger.write(SCOPE(), format, false))

const textOf = ({ bytes }: { readonly bytes: Uint8Array }): string => new TextDecoder().decode(bytes)

const pageOf = (files: readonly FinishedFile[]): FinishedFile => {
  const page = files.find(({ path }) => path.startsWith('annotations/'))
  if (!page) throw new Error('no page')
  return page
}

/** The same filing in a library of its own. */
const other = async (check: (there: TemporaryLibrary, id: string) => Promise<void>): Promise<void> => {
  const there = createTemporaryLibrary()
  try {
    const id = valueOf(await there.services.importer.importFile(there.write('t1.htm', T1))).filingId
    await check(there, id)
  } finally {
    await there.remove()
  }
}

const read = async (there: TemporaryLibrary, text: string): Promise<ImportReport> =>
  valueOf(await there.services.exchanger.read(text, 'in.json'))

interface Selector {
  readonly type: string
  readonly exact?: string
  readonly start: number
  readonly end: number
}
interface Item {
  target: { source: string; selector?: Selector[]; 'rw:original'?: { selector: Selector } }
}

describe('web annotations', () => {
  it('count code points of the text beside them, and bytes of the original', async () => {
    await work()
    const files = await written('w3c')
    const { items } = JSON.parse(textOf(pageOf(files))) as { items: Item[] }
    const placed = items.filter(({ target }) => target.selector !== undefined)
    expect(placed).toHaveLength(5)
    for (const { target } of placed) {
      const stream = files.find(({ path }) => path === target.source)
      const [quote, position] = target.selector ?? []
      const points = [...textOf(stream ?? { bytes: new Uint8Array() })]
      expect(points.slice(position?.start, position?.end).join('')).toBe(quote?.exact)
      const bytes = target['rw:original']?.selector
      const words = T1.subarray(bytes?.start, bytes?.end).toString('latin1').replace('&nbsp;', ' ').replace('\x93', '').replace('\x94', '')
      expect(words).toBe(quote?.exact)
    }
  })

  it('come back whole into another library with the filing, and a second time as nothing new', async () => {
    await work()
    const text = textOf(pageOf(await written('w3c')))
    await other(async (there, id) => {
      const { db } = there.services.library
      const report = await read(there, text)
      expect(report.counts).toEqual({ read: 7, imported: 7, orphaned: 0, duplicate: 0, quarantined: 0 })
      expect(listAnnotations(db, id)).toEqual([])
      valueOf(there.services.exchanger.takeIn(report.token))
      const before = listAnnotations(library.services.library.db, filingId)
      const after = listAnnotations(db, id)
      const told = (marks: typeof after): unknown[] =>
        marks.map(({ createdAt, modifiedAt, verdict, selectors }) => ({ createdAt, modifiedAt, verdict, position: selectors.position,
          exact: selectors.quote.exact })
        )
      expect(told(after)).toEqual(told(before))
      expect(listNotes(db, id).map(({ text: words, status, owner }) => [words, status, owner]))
        .toEqual(
          expect.arrayContaining(
            listNotes(library.services.library.db, filingId).map(({ text: words, status, owner }) => [words, status, owner])
          )
        )
      expect(listReplies(db, id).map(({ text: words }) => words)).toEqual(['No.'])
      expect(after.every(({ authorId }) => authorId !== undefined)).toBe(true)
      expect((await read(there, text)).counts).toMatchObject({ read: 7, imported: 0, duplicate: 7 })
      valueOf(undo(there.services.library))
      expect(listAnnotations(db, id)).toEqual([])
      expect(listNotes(db, id)).toEqual([])
      expect((await read(there, text)).counts).toMatchObject({ imported: 7, duplicate: 0 })
    })
  })

  it('lose nothing without their positions, and stand on no other words', async () => {
    await work()
    const page = JSON.parse(textOf(pageOf(await written('w3c')))) as { items: Item[] }
    for (const { target } of page.items) {
      if (typeof target !== 'object' || !target.selector) continue
      target.selector = target.selector.filter(({ type }) => type === 'TextQuoteSelector').map(({ type, exact = '' }) =>
        ({ type, exact }) as Selector
      )
      delete target['rw:original']
    }
    await other(async (there, id) => {
      const report = await read(there, JSON.stringify(page))
      expect(report.counts).toMatchObject({ read: 7, imported: 6, orphaned: 1, quarantined: 0 })
      expect(report.items.find(({ outcome }) => outcome === 'orphaned')?.quote).toBe('The difference was significant')
      valueOf(there.services.exchanger.takeIn(report.token))
      const orphan = listAnnotations(there.services.library.db, id).find(({ verdict }) => verdict === 'ambiguous')
      expect(orphan?.selectors.position).toEqual({ start: 0, end: 0 })
      expect(listNotes(there.services.library.db, id)).toHaveLength(4)
    })
  })

  it('are known again in the library they left', async () => {
    await work()
    const report = await read(library, textOf(pageOf(await written('w3c'))))
    expect(report.counts).toEqual({ read: 7, imported: 0, orphaned: 0, duplicate: 7, quarantined: 0 })
  })
})

describe('our own JSON', () => {
  it('is the same each time, tells its unit, and comes back whole', async () => {
    await work()
    const [file] = await written('json')
    const [again] = await written('json')
    const text = textOf(file ?? { bytes: new Uint8Array() })
    expect(textOf(again ?? { bytes: new Uint8Array() })).toBe(text)
    const whole = JSON.parse(text) as { unit: string;
      filings: { texts: { text: string; sequence: number }[];
        marks: { passage: { sequence: number; exact: string; range: { start: number; end: number } } }[] }[] }
    const validate = new Ajv({ strict: false }).compile(
      JSON.parse(readFileSync(`${import.meta.dirname}/../../../resources/exchange.schema.json`, 'utf8')) as object
    )
    validate(whole)
    expect(validate.errors).toBeNull()
    expect(whole.unit).toBe('utf16')
    for (const { passage } of whole.filings[0]?.marks ?? []) {
      const stream = whole.filings[0]?.texts.find(({ sequence }) => sequence === passage.sequence)?.text
      expect(stream?.slice(passage.range.start, passage.range.end)).toBe(passage.exact)
    }
    await other(async (there) => {
      const report = await read(there, text)
      expect(report.counts).toEqual({ read: 7, imported: 7, orphaned: 0, duplicate: 0, quarantined: 0 })
    })
    expect((await read(library, text)).counts).toMatchObject({ duplicate: 7 })
  })

  it('of a newer form is refused by its number', () => {
    expect(readWork('{"format":"redwell-export","schema":2,"unit":"utf16"}')).toMatchObject({ refused: expect.stringContaining('form 2') })
  })
})

describe('the export of Hypothesis', () => {
  const item = (id: string, exact: string, more: object = {}): object => ({
    id,
    uri: 'https://www.sec.gov/Archives/edgar/data/1/000000000107000001/t1.htm',
    text: `On ${id}`,
    tags: ['check'],
    user: 'acct:bo@hypothes.is',
    user_info: { display_name: 'Bo O\u2019Neil' },
    created: '2026-02-01T09:00:00.000000+00:00',
    updated: '2026-02-01T09:00:00.000000+00:00',
    target: [{ source: 'x', selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }] }],
    ...more
  })
  const FILE = JSON.stringify({ export_date: '2026-02-02', export_userid: 'acct:bo@hypothes.is', client_version: '1', annotations: [
    item('h1', 'at the \u201csecond\u201d finding'),
    item('h2', 'pain\u00a0fell by 63% in the arm'),
    item('h3', 'Sales'),
    item('h4', 'Third finding.'),
    item('h5', 'stands here, caf\u00e9 and all'),
    item('h6', '', { target: [{ source: 'x' }] }),
    item('h7', '', { references: ['h1'], text: 'An answer' }),
    item('h8', 'pain fell by 64% in the arm'),
    'broken',
    item('h10', 'words', { uri: 'https://example.org/other.html' })
  ] })

  it('comes in with one orphan and two in quarantine, adds up, and is undone as one', async () => {
    const { db } = library.services.library
    const report = await read(library, FILE)
    expect(report.counts).toEqual({ read: 10, imported: 7, orphaned: 1, duplicate: 0, quarantined: 2 })
    expect(listAnnotations(db, filingId)).toEqual([])
    valueOf(library.services.exchanger.takeIn(report.token))
    expect(listReplies(db, filingId).map(({ text }) => text)).toEqual(['An answer'])
    expect(listQuarantined(db)).toHaveLength(2)
    expect(
      listAnnotations(db, filingId).filter(({ verdict }) => verdict === 'number-changed').map(({ selectors }) => selectors.quote.exact)
    )
      .toEqual(['pain fell by 64% in the arm'])
    expect((await read(library, FILE)).counts).toMatchObject({ imported: 0, orphaned: 0, duplicate: 8, quarantined: 2 })
    valueOf(undo(library.services.library))
    expect([listAnnotations(db, filingId), listNotes(db, filingId), listReplies(db, filingId), listQuarantined(db)]).toEqual([[], [], [],
      []])
  })
})
