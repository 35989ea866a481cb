import { afterEach, expect, it } from 'vitest'
import { bodyOfText } from '#model/note-body'
import { listAnnotations } from '../../../store/annotations'
import { listDecisions, listOpinions } from '../../../store/decisions'
import { listFilings } from '../../../store/filings'
import { listNotes } from '../../../store/notes'
import { listPeople } from '../../../store/people'
import { listReplies } from '../../../store/replies'
import { undo } from '../../history/history'
import { valueOf } from '../../testing/temporary-library'
import type { TemporaryLibrary } from '../../testing/temporary-library'
import { addReply, makeMine } from '../../work/people'
import { saveNote } from '../../work/write-note'
import { gatherWork } from '../gather-work'
import { createOwnLibrary, doWork, packOf, scopeOf } from './testing/pack-fixture'

const open: TemporaryLibrary[] = []
afterEach(async () => {
  for (const library of open.splice(0)) await library.remove()
})

const own = async (author: string): Promise<TemporaryLibrary> => {
  const library = await createOwnLibrary(author)
  open.push(library)
  return library
}

const read = async (there: TemporaryLibrary, bytes: Uint8Array): ReturnType<TemporaryLibrary['services']['packTaker']['read']> =>
  there.services.packTaker.read(there.write('deal.redwell.zip', bytes))

const takeIn = async (there: TemporaryLibrary, bytes: Uint8Array): Promise<{ imported: number; orphaned: number; duplicate: number }> => {
  const { token } = valueOf(await read(there, bytes))
  return valueOf(await there.services.packTaker.takeIn(token, []))
}

const idsOf = ({ services: { library: { db } } }: TemporaryLibrary): string[] => listFilings(db, false).map(({ id }) => id)

/** All work of a library as data, without what is each library's own: ids, times of import, revisions, places of rows. */
const workOf = ({ services: { library: { db } } }: TemporaryLibrary, hashes: readonly string[]): unknown => {
  const ids = hashes.map((hash) => listFilings(db, false).find(({ sha256 }) => sha256 === hash)?.id ?? '')
  const work = gatherWork(db, scopeOf(ids), { appVersion: '0', history: true, bytesOf: null })
  const people = new Map(work.people.map(({ id, name }) => [id, name]))
  const tags = new Map(work.tags.map(({ id, name }) => [id, name]))
  return work.filings.map(({ sha256, textSha256, fileName, title, company, marks, notes, decisions, reviews }) => ({ sha256, textSha256,
    fileName, title, company,
    marks: marks.map(({ author, tagId, passage, kept, keptSource, keptPath, verdict, createdAt, modifiedAt }) => ({ passage, kept,
      keptSource, keptPath, verdict, createdAt, modifiedAt, author: people.get(author), tag: tags.get(tagId ?? '') })
    ),
    notes: notes.map(({ author, body, text, status, owner, dueAt, askedAt, target, replies, createdAt, modifiedAt }) => ({ body, text,
      status, owner, dueAt, askedAt, createdAt, modifiedAt, author: people.get(author), target: target.kind,
      replies: replies.map((reply) => ({ text: reply.text, madeAt: reply.madeAt, author: people.get(reply.author) })) })
    ),
    decisions: decisions.map(({ author, kind, exact, source, verdict, risks, decidedAt }) => ({ kind, exact, source, verdict, risks,
      decidedAt, author: people.get(author) })
    ),
    reviews: reviews.map(({ author, title: section, source, reviewedAt }) => ({ section, source, reviewedAt,
      author: people.get(author) })
    ) })
  )
}

it('a pack taken in by an empty library makes it equal to the one it left, and again adds nothing', async () => {
  const ana = await own('Ana Lyst')
  const filings = await doWork(ana)
  const bytes = await packOf(ana, filings)
  const ben = await own('Ben')
  const report = valueOf(await read(ben, bytes))
  expect(report.counts).toEqual({ read: 11, imported: 11, orphaned: 0, duplicate: 0, quarantined: 0 })
  expect(idsOf(ben), 'nothing is stored by reading').toEqual([])
  expect(await takeIn(ben, bytes)).toMatchObject({ imported: 11, orphaned: 0 })
  const hashes = listFilings(ana.services.library.db, false).filter(({ id }) => filings.includes(id)).map(({ sha256 }) => sha256)
  expect(workOf(ben, hashes)).toEqual(workOf(ana, hashes))
  expect(await takeIn(ben, bytes)).toMatchObject({ imported: 0, orphaned: 0, duplicate: 11 })
})

it('notes come under the sender’s name, judgements count nowhere, and one undo takes all of it back, filings too', async () => {
  const ana = await own('Ana Lyst')
  const bytes = await packOf(ana, await doWork(ana))
  const ben = await own('Ben')
  await takeIn(ben, bytes)
  const { db } = ben.services.library
  const person = listPeople(db).find(({ name }) => name === 'Ana Lyst')
  const notes = idsOf(ben).flatMap((id) => listNotes(db, id))
  expect(notes).toHaveLength(4)
  expect(new Set(notes.map(({ authorId }) => authorId))).toEqual(new Set([person?.id]))
  expect(idsOf(ben).flatMap((id) => listDecisions(db, id))).toEqual([])
  expect(idsOf(ben).flatMap((id) => listOpinions(db, id)).map(({ verdict, node }) => [verdict, node])).toEqual([['accepted', null]])
  valueOf(undo(ben.services.library))
  expect(idsOf(ben)).toEqual([])
  expect(listPeople(db).filter(({ id }) => id !== 'me')).toEqual([])
})

it('a note changed on both sides stands twice, mine unchanged, with the answer under theirs; again adds nothing; undo leaves mine', async () => {
  const ana = await own('Ana Lyst')
  const filings = await doWork(ana)
  const ben = await own('Ben')
  await takeIn(ben, await packOf(ana, filings))
  const at = ben.services.library
  const theirs = idsOf(ben).flatMap((id) => listNotes(at.db, id)).find(({ text }) => text === 'Which one?')
  if (!theirs) throw new Error('no note')
  ben.wait(60_000)
  valueOf(makeMine(at, 'note', theirs.id))
  valueOf(saveNote(at, { id: theirs.id, rev: theirs.rev + 1, body: bodyOfText('The first, says Ben.'), text: 'The first, says Ben.' }))
  valueOf(addReply(at, theirs.id, { body: bodyOfText('See page 2.'), text: 'See page 2.' }))
  const home = ana.services.library
  const mine = filings.flatMap((id) => listNotes(home.db, id)).find(({ text }) => text === 'Which one?')
  if (!mine) throw new Error('no note')
  ana.wait(120_000)
  valueOf(saveNote(home, { id: mine.id, rev: mine.rev, body: bodyOfText('The second, says Ana.'), text: 'The second, says Ana.' }))
  const before = filings.flatMap((id) => listNotes(home.db, id))
  const marks = filings.flatMap((id) => listAnnotations(home.db, id))
  const back = await packOf(ben, idsOf(ben))
  expect(await takeIn(ana, back)).toMatchObject({ imported: 2, orphaned: 0 })
  const now = filings.flatMap((id) => listNotes(home.db, id))
  expect(now.filter(({ id }) => before.some((one) => one.id === id))).toEqual(before)
  const added = now.filter(({ id }) => !before.some((one) => one.id === id))
  expect(added.map(({ text, target }) => [text, target])).toEqual([['The first, says Ben.', mine.target]])
  expect(listPeople(home.db).find(({ id }) => id === added[0]?.authorId)?.name).toBe('Ben')
  const replies = filings.flatMap((id) => listReplies(home.db, id)).filter(({ text }) => text === 'See page 2.')
  expect(replies.map(({ noteId }) => noteId)).toEqual([added[0]?.id])
  expect(filings.flatMap((id) => listAnnotations(home.db, id))).toEqual(marks)
  expect(await takeIn(ana, back)).toMatchObject({ imported: 0, orphaned: 0 })
  valueOf(undo(home))
  expect(filings.flatMap((id) => listNotes(home.db, id))).toEqual(before)
  expect(filings.flatMap((id) => listReplies(home.db, id)).map(({ text }) => text)).toEqual(['No.'])
})
