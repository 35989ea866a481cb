import { afterEach, beforeEach, expect, it } from 'vitest'
import type { WorkScope } from '#contract/exchange'
import { bodyOfText } from '#model/note-body'
import { quoteOf } from '#model/quote'
import { blockIndexOf } from '#model/block-index'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'
import { addAnnotation } from '../work/annotate'
import { addNote, saveNote } from '../work/write-note'
import { countWork, gatherWork } from './gather-work'

let library: TemporaryLibrary
let filingId: string
beforeEach(async () => {
  library = createTemporaryLibrary()
  filingId = await library.add('release.txt', RELEASE)
})
afterEach(async () => {
  await library.remove()
})

const OPTIONS = { appVersion: '0.0.0', history: true, bytesOf: null }

const mark = async (words: string): Promise<string> => {
  const { library: context, reader } = library.services
  const { blocks } = valueOf(await reader.document(filingId, 1))
  const start = RELEASE.indexOf(words)
  const range = { start, end: start + words.length }
  const quote = quoteOf(blockIndexOf(blocks), range)
  if (!quote) throw new Error(words)
  return valueOf(addAnnotation(context, { filingId, tagId: null, range, quote, sectionPath: [] })).id
}

it('gathers marks and notes by place, each passage a slice of its stream', async () => {
  const later = await mark('improvement of 63%')
  const first = await mark('primary endpoint was met')
  const { library: context } = library.services
  const note = valueOf(addNote(context, filingId, { kind: 'annotation', annotationId: later }))
  valueOf(saveNote(context, { id: note.id, rev: note.rev, body: bodyOfText('Which scale?'), text: 'Which scale?' }))
  const scope: WorkScope = { filingIds: [filingId], suggestions: 'all' }
  const work = gatherWork(context.db, scope, OPTIONS)
  const [filing] = work.filings
  expect(filing?.marks.map(({ id }) => id)).toEqual([first, later])
  const [text] = filing?.texts ?? []
  for (const { passage } of filing?.marks ?? []) {
    expect(passage?.exact).toBe(text?.stream.text.slice(passage?.range.start, passage?.range.end))
    expect(RELEASE.slice(passage?.source.start, passage?.source.end)).toBe(passage?.exact)
  }
  expect(filing?.notes).toMatchObject([{ text: 'Which scale?', question: null, revisions: [{ rev: 1 }] }])
  expect(filing?.notes[0]?.token).toMatch(/^[0-9A-HJKMNP-TV-Z]{8}$/)
  expect(text?.findings.length).toBeGreaterThan(0)
  expect(work.counts).toMatchObject({ filings: 1, marks: 2, notes: 1 })
  expect(gatherWork(context.db, scope, OPTIONS)).toEqual(work)
})

it('counts what a filter keeps and what it leaves out', async () => {
  await mark('primary endpoint was met')
  const { db } = library.services.library
  expect(countWork(db, { filingIds: [filingId], suggestions: 'none', tags: ['none-such'] })).toMatchObject({
    kept: { filings: 1, marks: 0 },
    leftOut: { marks: 1 }
  })
  expect(countWork(db, { filingIds: [filingId], suggestions: 'none', tags: null }).kept).toMatchObject({ marks: 1 })
})
