import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ImportPlan } from '../../services/exchange/plan-import'
import { zipFiles } from '../../domain/exchange/package/zip-files'
import { runTask } from '../../services/exchange/exchange-task'
import { takeIn } from '../../services/exchange/take-in'
import { undo } from '../../services/history/history'
import { libraryIdOf } from '../../services/work/people'
import { listAnnotations } from '../../store/annotations'
import { getNote, listNotes } from '../../store/notes'
import { listReplies } from '../../store/replies'
import { must } from '../trial/must'
import { makeThrowAway, type ThrowAway } from './throw-away'
import { TRAPS } from './traps'

let made: ThrowAway
let libraryId: string
beforeEach(async () => {
  made = await makeThrowAway(TRAPS, 0)
  libraryId = libraryIdOf(made.services.library)
})
afterEach(() => made.remove())

type Parts = Record<string, string>

const sentParts = async (): Promise<Parts> => {
  const { db, folder } = made.services.library
  const answer = must(
    await runTask(db, folder, { kind: 'write', format: 'docx', wholeText: false, appVersion: '1',
      scope: { filingIds: [made.filingId], suggestions: 'none' } }, () => undefined)
  )
  if (answer.kind !== 'written') throw new Error('not written')
  return Object.fromEntries(
    Object.entries(unzipSync(answer.files[0]?.bytes ?? new Uint8Array())).map(([path, bytes]) => [path, strFromU8(bytes)])
  )
}

const planOf = async (parts: Parts): Promise<ImportPlan> => {
  const { db, folder } = made.services.library
  const path = join(folder, 'returned.docx')
  writeFileSync(path, zipFiles(Object.entries(parts).map(([name, content]) => ({ path: name, content }))))
  const answer = must(
    await runTask(db, folder, { kind: 'read', text: 'hash', archive: path, fileName: 'returned.docx', libraryId }, () => undefined)
  )
  if (answer.kind !== 'read') throw new Error('not read')
  return answer.plan
}

const comment = (id: number, author: string, text: string, paraId: string): string =>
  `<w:comment w:id="${
    String(id)
  }" w:author="${author}" w:date="2026-03-01T10:00:00Z"><w:p w14:paraId="${paraId}"><w:r><w:t>${text}</w:t></w:r></w:p></w:comment>`

/** As counsel sends it back: a reply to a question, a reworded comment, a comment over words of a cell, one on the cover, a tracked change. */
const returned = async (): Promise<Parts> => {
  const parts = await sentParts()
  const edit = (path: string, from: string | RegExp, to: string): void => {
    const before = parts[path] ?? ''
    const after = before.replace(from, to)
    expect(after, `${path}: ${String(from)}`).not.toBe(before)
    parts[path] = after
  }
  edit('word/comments.xml', '</w:comments>',
    comment(90, 'N. Nolan', 'Because of the scale.', '20000090') + comment(91, 'N. Nolan', 'Is this audited?', '20000091') +
      comment(92, 'N. Nolan', 'On the cover.', '20000092') + '</w:comments>')
  edit('word/commentsExtended.xml', '</w15:commentsEx>',
    '<w15:commentEx w15:paraId="20000090" w15:paraIdParent="10000000" w15:done="0"/></w15:commentsEx>')
  edit('word/commentsIds.xml', '</w16cid:commentsIds>',
    '<w16cid:commentId w16cid:paraId="20000090" w16cid:durableId="5A000090"/><w16cid:commentId w16cid:paraId="20000091" w16cid:durableId="5A000091"/></w16cid:commentsIds>')
  edit('word/comments.xml', 'Which scale?', 'Which of the two scales?')
  edit('word/document.xml', '<w:r><w:rPr><w:sz w:val="18"/><w:szCs w:val="18"/></w:rPr><w:t xml:space="preserve">1,100</w:t></w:r>',
    '<w:commentRangeStart w:id="91"/><w:r><w:t>1,100</w:t></w:r><w:commentRangeEnd w:id="91"/><w:r><w:commentReference w:id="91"/></w:r>')
  edit('word/document.xml', '<w:t xml:space="preserve">We expect to file an application</w:t></w:r>',
    '<w:t xml:space="preserve">We expect to file an application</w:t></w:r><w:ins w:id="801" w:author="N. Nolan" w:date="2026-03-01T10:00:00Z"><w:r><w:t> soon</w:t></w:r></w:ins>')
  edit('word/document.xml', / later this year\./,
    '</w:t></w:r><w:del w:id="802" w:author="N. Nolan" w:date="2026-03-01T10:00:00Z"><w:r><w:delText xml:space="preserve"> later this year.</w:delText></w:r></w:del><w:r><w:t xml:space="preserve">')
  return parts
}

it('takes a file that came back as it was sent for what is here already', async () => {
  const { counts } = await planOf(await sentParts())
  expect(counts).toMatchObject({ imported: 0, orphaned: 0, quarantined: 0 })
  expect(counts.duplicate).toBe(listNotes(made.services.library.db, made.filingId).length)
})

it('takes in what counsel answered, each under its own name, and takes it back in one step', async () => {
  const { library } = made.services
  const { db } = library
  const plan = await planOf(await returned())
  expect(plan.counts).toMatchObject({ orphaned: 0, quarantined: 0 })
  const before = listNotes(db, made.filingId)
  const marks = listAnnotations(db, made.filingId).length
  takeIn(library, plan, { name: 'returned.docx', sha256: 'a'.repeat(64), libraryId })
  const replies = listReplies(db, made.filingId)
  expect(replies.map(({ text }) => text).sort()).toEqual(['Because of the scale.',
    'Edited your text. Before: Which scale?\nAfter: Which of the two scales?'])
  const answered = replies.find(({ text }) => text === 'Because of the scale.')
  expect(getNote(db, answered?.noteId ?? '')).toMatchObject({ status: 'answered' })
  expect(answered?.madeAt).toBe('2026-03-01T10:00:00.000Z')
  expect(answered?.authorId).toBeDefined()
  expect(listAnnotations(db, made.filingId).slice(-5).map(({ selectors }) => selectors.quote.exact)).toContain('1,100')
  const added = listNotes(db, made.filingId).filter(({ id }) => !before.some((note) => note.id === id)).map(({ text }) => text).sort()
  expect(added).toEqual(['Is this audited?', 'On the cover.', 'Suggests: later this year. → soon'])
  for (const note of before) expect(getNote(db, note.id)?.text).toBe(note.text)
  expect(listAnnotations(db, made.filingId).length).toBeGreaterThan(marks)
  must(undo(library))
  expect(listNotes(db, made.filingId).map(({ id, status }) => [id, status])).toEqual(before.map(({ id, status }) => [id, status]))
  expect(listReplies(db, made.filingId)).toEqual([])
})

it('finds nothing new in the same file a second time', async () => {
  const { library } = made.services
  const parts = await returned()
  takeIn(library, await planOf(parts), { name: 'returned.docx', sha256: 'a'.repeat(64), libraryId })
  expect((await planOf(parts)).counts).toMatchObject({ imported: 0, orphaned: 0, quarantined: 0 })
})

it('refuses a file whose parts are hostile or cut, in plain words', async () => {
  const { db, folder } = made.services.library
  for (const xml of ['<!DOCTYPE a [<!ENTITY b "c">]><a/>', '<w:document']) {
    const path = join(folder, 'returned.docx')
    writeFileSync(path, zipFiles([{ path: 'word/document.xml', content: xml }]))
    const answer = await runTask(db, folder, { kind: 'read', text: 'hash', archive: path, fileName: 'returned.docx', libraryId }, () =>
      undefined)
    expect(answer).toMatchObject({ ok: false, failure: { code: 'not-a-filing' } })
  }
})
