import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ImportPlan } from '../../services/exchange/plan-import'
import { zipFiles } from '../../domain/exchange/package/zip-files'
import { runTask } from '../../services/exchange/exchange-task'
import { takeIn } from '../../services/exchange/take-in'
import { undo } from '../../services/history/history'
import { addReply, libraryIdOf } from '../../services/work/people'
import { addNote } from '../../services/work/write-note'
import { listAnnotations } from '../../store/annotations'
import { getNote, listNotes } from '../../store/notes'
import { getPerson } from '../../store/people'
import { listReplies } from '../../store/replies'
import { must } from '../trial/must'
import { doDeeds, partsOf, wordFileOf, workInWord, type Deed, type Parts } from './answer-word'
import { makeThrowAway, type ThrowAway } from './throw-away'
import { TRAPS } from './traps'

let made: ThrowAway
let libraryId: string
beforeEach(async () => {
  made = await makeThrowAway(TRAPS, 0)
  libraryId = libraryIdOf(made.services.library)
})
afterEach(() => made.remove())

const sentParts = async (): Promise<Parts> => {
  const { db, folder } = made.services.library
  const answer = must(
    await runTask(db, folder, { kind: 'write', format: 'docx', wholeText: false, appVersion: '1',
      scope: { filingIds: [made.filingId], suggestions: 'all' } }, () => undefined)
  )
  if (answer.kind !== 'written') throw new Error('not written')
  return partsOf(answer.files[0]?.bytes ?? new Uint8Array())
}

const planOfBytes = async (bytes: Uint8Array): Promise<ImportPlan> => {
  const { db, folder } = made.services.library
  const path = join(folder, 'returned.docx')
  writeFileSync(path, bytes)
  const answer = must(
    await runTask(db, folder, { kind: 'read', text: 'hash', archive: path, fileName: 'returned.docx', libraryId }, () => undefined)
  )
  if (answer.kind !== 'read') throw new Error('not read')
  return answer.plan
}

const planOf = (parts: Parts): Promise<ImportPlan> => planOfBytes(wordFileOf(parts))

const NOLAN = { author: 'N. Nolan', at: '2026-03-01T10:00:00Z' } as const
const STRAY = { author: 'C. Stray', at: '2026-03-02T11:30:00Z' } as const

/**
 * As counsel sends it back: a reply to a question, a resolved thread, a reworded comment, one that was taken away, one over words of the
 * text and a cell, one on the cover, and three tracked changes.
 */
const DEEDS: readonly Deed[] = [
  { do: 'reply', to: '=1+1', text: 'Because of the scale.', ...NOLAN },
  { do: 'resolve', words: 'Restated?' },
  { do: 'reword', from: 'Which scale?', to: 'Which of the two scales?' },
  { do: 'remove', words: 'Said before?' },
  { do: 'comment', from: 'A cell may say', to: '1,100', text: 'Is this audited?', ...NOLAN },
  { do: 'comment', from: 'SHA-256', to: 'SHA-256', text: 'On the cover.', ...STRAY },
  { do: 'change', before: '', struck: ' later this year', added: ' soon', ...NOLAN },
  { do: 'change', before: 'trials may fail', struck: '', added: ' or be late', ...NOLAN },
  { do: 'change', before: 'Risks include ', struck: 'the risk', added: '', ...STRAY }
]

const returned = async (): Promise<Parts> => {
  const word = workInWord(await sentParts())
  doDeeds(word, DEEDS)
  return word.parts
}

it('takes a file that came back as it was sent for what is here already', async () => {
  const { counts } = await planOf(await sentParts())
  expect(counts).toMatchObject({ imported: 0, orphaned: 0, quarantined: 0 })
  expect(counts.duplicate).toBe(listNotes(made.services.library.db, made.filingId).length)
})

const TAKEN = () => ({ name: 'returned.docx', sha256: 'a'.repeat(64), libraryId })

/** Takes a plan in as the screen does: without what has no tick. */
const takeTicked = (plan: ImportPlan): void => {
  takeIn(made.services.library, plan, TAKEN(), plan.items.flatMap(({ ticked }, at) => ticked ? [] : [at]))
}

const authorOf = (id: string | undefined): string | undefined =>
  id === undefined ? undefined : getPerson(made.services.library.db, id)?.name

it('knows a note with a list, a rule and signs that turn the text for its own, and finds it unchanged', async () => {
  const { library } = made.services
  const words = (text: string): object => ({ type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal', style: '' })
  const block = (type: string, children: readonly object[], more: object = {}): object => ({ type, version: 1, children, direction: null,
    format: '', indent: 0, ...more })
  const item = (text: string, value: number): object => block('listitem', [words(text)], { value })
  const list = block('list', [item('first', 1), item('second \u202etxet', 2)], { listType: 'number', start: 1, tag: 'ol' })
  const body = JSON.stringify({ root: block('root', [list, block('paragraph', [words('and an end')])]) })
  must(addNote(library, made.filingId, { kind: 'filing' }, { body, text: 'first\nsecond \u202etxet\nand an end' }))
  const parts = await sentParts()
  expect(parts['word/comments.xml']).toContain('2.')
  const { counts } = await planOf(parts)
  expect(counts).toMatchObject({ imported: 0, orphaned: 0, quarantined: 0 })
})

it('tells each thing that came back, ticks what is certain, and adds up', async () => {
  const { items, counts, remarks } = await planOf(await returned())
  expect(counts).toEqual({ read: 14, imported: 8, orphaned: 0, duplicate: 6, quarantined: 0 })
  const told = items.filter(({ outcome }) => outcome === 'imported').map(({ note, quote, author, ticked }) => [note, quote, author, ticked])
  expect(told).toHaveLength(8)
  expect(told).toContainEqual(['Because of the scale.', '=1+1', 'N. Nolan (in Word)', true])
  expect(told).toContainEqual([null, 'Restated?', null, false])
  expect(told).toContainEqual(['Edited your text. Before: Which scale?\nAfter: Which of the two scales?', 'Which scale?',
    'Somebody (in Word)', true])
  const over = told.find(([note]) => note === 'Is this audited?')
  expect(over?.[1]).toMatch(/^The name of the site[^]*1,100$/)
  expect(told).toContainEqual(['“SHA-256”\nOn the cover.', null, 'C. Stray (in Word)', true])
  expect(told).toContainEqual(['Suggests: later this year → soon', 'later this year', 'N. Nolan (in Word)', true])
  expect(told).toContainEqual(['Suggests to add: or be late', null, 'N. Nolan (in Word)', true])
  expect(told).toContainEqual(['Suggests to strike: the risk', 'the risk', 'C. Stray (in Word)', true])
  expect(remarks).toHaveLength(1)
  expect(remarks[0]).toContain('Said before?')
})

it('takes in what counsel answered, each under its own name, and takes it back in one step', async () => {
  const { library } = made.services
  const { db } = library
  const plan = await planOf(await returned())
  const before = listNotes(db, made.filingId)
  const marks = listAnnotations(db, made.filingId)
  takeTicked(plan)
  const replies = listReplies(db, made.filingId)
  expect(replies.map(({ text, authorId }) => [text, authorOf(authorId)]).sort()).toEqual([
    ['Because of the scale.', 'N. Nolan (in Word)'],
    ['Edited your text. Before: Which scale?\nAfter: Which of the two scales?', 'Somebody (in Word)']
  ])
  const answered = replies.find(({ text }) => text === 'Because of the scale.')
  expect(answered?.madeAt).toBe('2026-03-01T10:00:00.000Z')
  expect(getNote(db, answered?.noteId ?? '')).toMatchObject({ text: '=1+1', status: 'answered' })
  const now = listNotes(db, made.filingId)
  for (const note of before) expect(getNote(db, note.id)?.text).toBe(note.text)
  expect(now.find(({ text }) => text === 'Restated?')?.status, 'a resolved thread closes nothing without a tick').toBe('asked')
  expect(now.find(({ text }) => text === 'Which scale?')?.status).toBe('closed')
  expect(now.length - before.length).toBe(5)
  const added = listAnnotations(db, made.filingId).filter(({ id }) => marks.every((mark) => mark.id !== id))
  expect(added.map(({ selectors }) => selectors.quote.exact)).toEqual(expect.arrayContaining(['later this year', 'the risk']))
  expect(added).toHaveLength(3)
  must(undo(library))
  expect(listNotes(db, made.filingId).map(({ id, status }) => [id, status])).toEqual(before.map(({ id, status }) => [id, status]))
  expect(listReplies(db, made.filingId)).toEqual([])
  expect(listAnnotations(db, made.filingId)).toEqual(marks)
})

it('closes a question whose thread was resolved where that is ticked', async () => {
  const { library } = made.services
  const parts = await returned()
  takeIn(library, await planOf(parts), TAKEN())
  expect(listNotes(library.db, made.filingId).find(({ text }) => text === 'Restated?')?.status).toBe('closed')
  expect((await planOf(parts)).items.filter(({ outcome }) => outcome !== 'duplicate')).toEqual([])
})

it('finds nothing new in the same file a second time but what was left out', async () => {
  const parts = await returned()
  takeTicked(await planOf(parts))
  const { counts, items } = await planOf(parts)
  expect(counts).toMatchObject({ imported: 1, orphaned: 0, quarantined: 0 })
  expect(items.filter(({ outcome }) => outcome === 'imported').map(({ ticked }) => ticked)).toEqual([false])
})

it('takes words that were moved for struck in one place and put in at another, and leaves out what was put in and struck again', async () => {
  const word = workInWord(await sentParts())
  word.change('', ' later this year', ' soon', NOLAN)
  const body = word.parts['word/document.xml'] ?? ''
  word.parts['word/document.xml'] = body.replace('<w:del ', '<w:moveFrom ').replace('</w:del>', '</w:moveFrom>').replace(
    '</w:ins>',
    '<w:del w:id="1" w:author="C. Stray" w:date="2026-03-02T11:30:00Z"><w:r><w:delText>, they said</w:delText></w:r></w:del></w:ins>'
  )
  const { items } = await planOf(word.parts)
  const told = items.filter(({ outcome }) => outcome === 'imported').map(({ note, quote }) => [note, quote])
  expect(told).toEqual([['Suggests: later this year → soon', 'later this year']])
})

it('takes a file of another library, and one of a filing that is not here, for foreign ones', async () => {
  const parts = await returned()
  const foreign = { ...parts, 'docProps/custom.xml': (parts['docProps/custom.xml'] ?? '').replace(/[0-9a-f]{64}/, 'b'.repeat(64)) }
  const { counts, items } = await planOf(foreign)
  expect(counts).toMatchObject({ imported: 0, orphaned: 0, duplicate: 0 })
  expect(counts.quarantined).toBe(counts.read)
  expect(items[0]?.reason).toContain('Import the filing')
})

const HAS_OFFICE = spawnSync('soffice', ['--version']).status === 0

/** A file as LibreOffice saves it anew. */
const savedByOffice = (parts: Parts): Uint8Array => {
  const { folder } = made.services.library
  const path = join(folder, 'sent.docx')
  writeFileSync(path, wordFileOf(parts))
  execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'docx', '--outdir',
    join(folder, 'out'), path], { stdio: 'ignore' })
  return new Uint8Array(readFileSync(join(folder, 'out', 'sent.docx')))
}

describe.skipIf(!HAS_OFFICE)('a file that LibreOffice saved anew (skipped where soffice is missing)', () => {
  it('has all notes and answers of ours, known again without the ids it drops', { timeout: 120_000 }, async () => {
    const { library } = made.services
    const [note] = listNotes(library.db, made.filingId)
    must(addReply(library, note?.id ?? '', { body: '', text: 'Asked again on Monday.' }))
    const { counts, remarks } = await planOfBytes(savedByOffice(await sentParts()))
    expect(counts).toMatchObject({ imported: 0, orphaned: 0, quarantined: 0 })
    expect(counts.duplicate).toBe(listNotes(library.db, made.filingId).length + 1)
    expect(remarks).toEqual([])
  })

  it('has answers without their links, which are told as answers and wait for a tick', { timeout: 120_000 }, async () => {
    const { library } = made.services
    const plan = await planOfBytes(savedByOffice(await returned()))
    expect(plan.items.filter(({ outcome }) => outcome === 'orphaned')).toEqual([])
    const reply = plan.items.findIndex(({ note }) => note === 'Because of the scale.')
    expect(plan.items[reply]).toMatchObject({ outcome: 'imported', ticked: false, author: 'N. Nolan (in Word)' })
    expect(plan.items.find(({ note }) => note?.endsWith('On the cover.') === true)?.ticked).toBe(true)
    expect(plan.remarks).toHaveLength(1)
    takeTicked(plan)
    expect(listReplies(library.db, made.filingId).map(({ text }) => text)).not.toContain('Because of the scale.')
    must(undo(library))
    takeIn(library, plan, TAKEN())
    const answer = listReplies(library.db, made.filingId).find(({ text }) => text === 'Because of the scale.')
    expect(getNote(library.db, answer?.noteId ?? '')).toMatchObject({ text: '=1+1', status: 'answered' })
  })
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
