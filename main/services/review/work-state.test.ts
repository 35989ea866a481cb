import { afterEach, beforeEach, expect, it } from 'vitest'
import type { FilingDocument, Section } from '#contract/filing'
import type { FilingProgress, LeftItem, SectionReview } from '#contract/review'
import { run } from '../../store/sql'
import { addAnnotation } from '../work/annotate'
import { setDecisions } from '../work/decide'
import { addFolder, listFolders, putIntoFolder } from '../work/folders'
import { redo, undo } from '../history/history'
import { leftToDo } from './left-to-do'
import { requestList, requestListAs } from './request-list'
import { reviewBoard } from './review-board'
import { listSectionReviews, refitReviews, setSectionReviewed } from '../work/section-reviews'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'
import { trashFilings } from '../work/trash-filings'
import { addNote, saveNote, setNoteStatus } from '../work/write-note'

let library: TemporaryLibrary
let filingId: string
let content: FilingDocument
let titled: readonly Section[]
beforeEach(async () => {
  library = createTemporaryLibrary()
  filingId = await library.add('release.txt', RELEASE)
  content = valueOf(await library.services.reader.document(filingId, 1))
  titled = content.sections.filter(({ title }) => title !== '')
})
afterEach(async () => {
  await library.remove()
})

const context = () => library.services.library
const reviews = (): readonly SectionReview[] => valueOf(listSectionReviews(context(), filingId))

const progress = async (id = filingId): Promise<FilingProgress> => {
  const found = valueOf(await reviewBoard(context(), null)).filings.find(({ filing }) => filing.id === id)
  if (!found) throw new Error('not on the board')
  return found
}

const left = async (): Promise<readonly LeftItem[]> => valueOf(await leftToDo(context(), { folderId: null, filingId }, 1000)).items

const ask = (text: string, exact: string): string => {
  const start = RELEASE.indexOf(exact)
  const annotation = valueOf(addAnnotation(context(), {
    filingId,
    tagId: 'question',
    range: { start, end: start + exact.length },
    quote: { exact, prefix: '', suffix: '' },
    sectionPath: ['FIRST FINDING']
  }))
  const note = valueOf(addNote(context(), filingId, { kind: 'annotation', annotationId: annotation.id }))
  valueOf(saveNote(context(), { id: note.id, rev: 1, body: JSON.stringify(text), text }))
  valueOf(setNoteStatus(context(), { id: note.id, rev: 2, status: 'open', owner: 'Finance', dueAt: '2026-03-01' }))
  return note.id
}

/** Decides every suggestion that is the analyst's to decide. */
const decideAll = (): void => {
  const finding = content.findings.map(({ id, claim }) => ({ kind: 'finding' as const, node: id, range: claim,
    exact: RELEASE.slice(claim.start, claim.end) })
  )
  const forward = content.forwardLooking.filter((statement) => statement.class === 'core').flatMap(({ sentence }) => {
    const found = content.sentences.find(({ id }) => id === sentence)
    return found
      ? [{ kind: 'forward-looking' as const, node: sentence, range: { start: found.start, end: found.end }, exact: found.text }]
      : []
  })
  valueOf(setDecisions(context(), filingId, [...finding, ...forward], 'accepted'))
}

const reviewAll = (): void => {
  for (const { id } of titled) valueOf(setSectionReviewed(context(), filingId, 1, id, true))
}

it('marks a section with those in it as reviewed, takes the mark back, and undoes both over a restart', async () => {
  const outer =
    titled.find((section) =>
      titled.some((inner) => inner.level > section.level && inner.range.start > section.range.start && inner.range.end <= section.range.end)
    ) ?? titled[0]
  if (!outer) throw new Error('no sections')
  const inside = titled.filter(({ id, level, range }) =>
    id === outer.id || (level > outer.level && range.start >= outer.range.start && range.end <= outer.range.end)
  )
  valueOf(setSectionReviewed(context(), filingId, 1, outer.id, true))
  expect(reviews().map(({ section }) => section).sort()).toEqual(inside.map(({ id }) => id).sort())
  expect(valueOf(setSectionReviewed(context(), filingId, 1, outer.id, true))).toHaveLength(inside.length)
  valueOf(setSectionReviewed(context(), filingId, 1, inside.at(-1)?.id ?? '', false))
  expect(reviews()).toHaveLength(inside.length - 1)
  library = await library.reopen()
  valueOf(undo(context()))
  expect(reviews()).toHaveLength(inside.length)
  expect(valueOf(undo(context())).label).toBe('Mark section as reviewed')
  expect(reviews()).toEqual([])
  valueOf(redo(context()))
  expect(reviews()).toHaveLength(inside.length)
  expect(setSectionReviewed(context(), filingId, 1, 'd9s9', true)).toMatchObject({ ok: false, failure: { code: 'not-found' } })
})

it('finds a reviewed section again by its words where its place changed, and says so where it is gone', () => {
  reviewAll()
  const before = reviews()
  expect(before.length).toBeGreaterThan(1)
  run(context().db, 'UPDATE section SET node = node || $x, source_start = source_start + 5, source_end = source_end + 5', { x: 'x' })
  refitReviews(context().db, filingId, 1)
  expect(reviews()).toEqual(
    before.map((review) => ({ ...review, section: `${review.section ?? ''}x`,
      range: { start: review.range.start + 5, end: review.range.end + 5 } })
    )
  )
  run(context().db, "UPDATE section SET title = title || ' revised' WHERE title = $title", { title: before[0]?.title ?? '' })
  refitReviews(context().db, filingId, 1)
  expect(reviews().filter(({ section }) => section === null).map(({ title }) => title)).toEqual([before[0]?.title])
})

it('comes back from the journal with its section', async () => {
  reviewAll()
  const before = reviews()
  library = await library.rebuild()
  expect(reviews()).toEqual(before)
})

it('counts what is done of all there is, and what is left in reading order, down to nothing', async () => {
  const core = content.forwardLooking.filter((statement) => statement.class === 'core').length
  expect(core).toBeGreaterThan(0)
  expect(content.findings.length).toBeGreaterThan(0)
  ask('Which population was tested?', 'improvement of 63%')
  const orphan = valueOf(
    addAnnotation(context(), { filingId, tagId: null, range: { start: 0, end: 7 }, quote: { exact: 'EXHIBIT', prefix: '', suffix: '' },
      sectionPath: [] })
  )
  run(context().db, "UPDATE annotation SET verdict = 'gone' WHERE id = $id", { id: orphan.id })
  expect(await progress()).toMatchObject({
    suggestions: { decided: 0, all: content.findings.length + core },
    sections: { reviewed: 0, all: titled.length },
    questions: { open: 1, asked: 0, answered: 0, closed: 0 },
    orphans: 1,
    unread: 1,
    finished: false
  })
  const items = await left()
  expect(items.map(({ kind }) => kind).sort()).toEqual([
    ...content.findings.map(() => 'suggestion'),
    ...Array.from({ length: core }, () => 'suggestion'),
    ...titled.map(() => 'section'),
    'question',
    'orphan'
  ].sort())
  const places = items.flatMap(({ range }) => range?.start ?? [])
  expect(places).toEqual(places.toSorted((a, b) => a - b))
  expect(items.at(-1)).toMatchObject({ kind: 'orphan', words: 'EXHIBIT', ref: orphan.id })
  expect(items.find(({ kind }) => kind === 'question')?.words).toBe('Which population was tested?')
  expect(items.filter(({ words }) => words === '')).toEqual([])
  expect(valueOf(await leftToDo(context(), { folderId: null, filingId: null }, 2))).toMatchObject({ items: items.slice(0, 2),
    total: items.length })
  run(context().db, "UPDATE suggestion SET words = ''")
  expect(new Set((await left()).filter(({ kind }) => kind === 'suggestion').map(({ words }) => words))).toEqual(
    new Set(['A finding', 'A forward-looking statement'])
  )
  decideAll()
  reviewAll()
  run(context().db, "UPDATE annotation SET verdict = 'intact'")
  expect((await left()).map(({ kind }) => kind)).toEqual(['question'])
  const question = valueOf(library.services.reader.work(filingId)).notes[0]
  valueOf(setNoteStatus(context(), { id: question?.id ?? '', rev: question?.rev ?? 0, status: 'answered', owner: null, dueAt: null }))
  library.services.reader.open(filingId)
  expect(await progress()).toMatchObject({ questions: { answered: 1 }, orphans: 0, unread: 0, finished: true })
  expect([await left(), valueOf(await reviewBoard(context(), null)).finished]).toEqual([[], 1])
})

it('looks at a folder with the folders in it, and leaves the trash out', async () => {
  const other = await library.add('other.txt', `${RELEASE} other`)
  const trashed = await library.add('trashed.txt', `${RELEASE} trashed`)
  valueOf(addFolder(context(), 'Deal', null))
  const deal = valueOf(listFolders(context()))[0]?.id ?? ''
  const inner = valueOf(addFolder(context(), 'Inner', deal)).find(({ name }) => name === 'Inner')?.id ?? ''
  valueOf(putIntoFolder(context(), inner, [filingId, trashed]))
  valueOf(trashFilings(context(), [trashed], true))
  const ids = async (folderId: string | null): Promise<string[]> =>
    valueOf(await reviewBoard(context(), folderId)).filings.map(({ filing }) => filing.id).sort()
  expect([await ids(deal), await ids(null)]).toEqual([[filingId], [filingId, other].sort()])
  expect(await reviewBoard(context(), 'none')).toMatchObject({ ok: false, failure: { code: 'not-found' } })
  expect(await leftToDo(context(), { folderId: null, filingId: trashed }, 5)).toMatchObject({ ok: false, failure: { code: 'not-found' } })
})

it('lists open questions with their words and places, and writes them as Markdown and as CSV', async () => {
  ask('=1+1 *what* is “this”?\nSecond line', 'improvement of 63%')
  const section = titled[0]
  const note = valueOf(addNote(context(), filingId, { kind: 'section', sectionId: section?.id ?? '', title: section?.title ?? '' }))
  valueOf(setNoteStatus(context(), { id: note.id, rev: 1, status: 'asked', owner: null, dueAt: null }))
  valueOf(addNote(context(), filingId, { kind: 'filing' }))
  const items = valueOf(requestList(context(), null))
  expect(items.map(({ quote, sectionPath, note: { status } }) => [quote, sectionPath, status])).toEqual([
    ['improvement of 63%', ['FIRST FINDING'], 'open'],
    [null, [section?.title], 'asked']
  ])
  const markdown = valueOf(requestListAs(context(), null, 'md')).split('\n')
  expect(markdown.slice(0, 3)).toEqual(['# Request list', '', '2 questions, 2026-01-05'])
  expect(markdown).toContain('1. =1+1 \\*what\\* is “this”? Second line')
  expect(markdown).toContain('   > improvement of 63%')
  expect(markdown).toContain('   open; for Finance; due 2026-03-01; FIRST FINDING')
  const csv = valueOf(requestListAs(context(), null, 'csv'))
  expect(csv.startsWith('\ufeffNumber,Status,Question,Quote,Section,')).toBe(true)
  expect(csv).toContain(`\r\n1,open,"'=1+1 *what* is “this”?\nSecond line",improvement of 63%,FIRST FINDING,`)
  await Promise.resolve()
})
