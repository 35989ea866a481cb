import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { failureBehind } from '../create-services'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'
import { addNote, saveNote } from '../work/write-note'

let library: TemporaryLibrary
let data: string
let filingId: string
let note: { id: string; rev: number }
beforeEach(async () => {
  library = createTemporaryLibrary()
  data = join(library.folder, 'data')
  filingId = await library.add('release.txt', RELEASE)
  note = valueOf(addNote(library.services.library, filingId, { kind: 'filing' }))
  note = save('First words')
})
afterEach(() => library.remove())

const save = (text: string): { id: string; rev: number } =>
  valueOf(saveNote(library.services.library, { id: note.id, rev: note.rev, body: '', text }))

/** What the door answers where a save cannot be made. */
const refusal = (text: string): string => {
  try {
    save(text)
  } catch (error) {
    return failureBehind(error)?.message ?? String(error)
  }
  return 'saved'
}

const journal = (): string =>
  readdirSync(data).filter((name) => name.startsWith('journal-')).map((name) => readFileSync(join(data, name), 'utf8')).join('')

const GONE = 'Not saved: the library folder was moved or deleted while Redwell ran.'

it('a save is refused while the folder is renamed, keeps the old state, and goes through once it is back', () => {
  renameSync(data, `${data}-elsewhere`)
  expect(refusal('Second words')).toBe(GONE)
  mkdirSync(data)
  expect(refusal('Second words')).toBe(GONE)
  rmSync(data, { recursive: true })
  renameSync(`${data}-elsewhere`, data)
  expect(valueOf(library.services.reader.work(filingId)).notes.map(({ text }) => text)).toEqual(['First words'])
  expect(refusal('Second words')).toBe('saved')
  expect(journal()).toContain('Second words')
})

it('a save is refused once the folder is deleted', () => {
  rmSync(data, { recursive: true })
  expect(refusal('Second words')).toBe(GONE)
  expect(existsSync(data)).toBe(false)
})

it('a save is refused once the database alone is deleted, or another file is put in its place', () => {
  rmSync(join(data, 'library.db'))
  expect(refusal('Second words')).toBe(GONE)
})

it('a journal that is deleted alone is written again whole, with what comes after', () => {
  const before = journal()
  for (const name of readdirSync(data)) if (name.startsWith('journal-')) rmSync(join(data, name))
  expect(refusal('Second words')).toBe('saved')
  expect(journal().startsWith(before)).toBe(true)
  expect(journal()).toContain('Second words')
})
