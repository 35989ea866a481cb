import { copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listFilings } from '../../store/filings'
import { listActivity } from '../history/activity'
import { ACTS, deskOf, openDesk, seen } from '../testing/every-act'
import type { Desk } from '../testing/every-act'
import { SET_ASIDE } from '../journal/journal'
import { readLine } from '../journal/journal-line'
import { newestThings } from '../things/replay-journal'
import { RELEASE, valueOf } from '../testing/temporary-library'
import { addNote, saveNote } from '../work/write-note'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(async () => {
  await desk.library.remove()
})

const data = (): string => join(desk.library.folder, 'data')
const journalPath = (): string => join(data(), readdirSync(data()).find((name) => /^journal-\d{6}/.test(name)) ?? '')
const journalLines = (): string[] => readFileSync(journalPath(), 'utf8').split('\n').filter((line) => line !== '')
const told = async (): Promise<string> => (await desk.library.services.recovered)?.lines.join(' ') ?? ''
const reopen = async (): Promise<void> => {
  desk = deskOf(desk, await desk.library.reopen())
}
const keepDatabase = (): void => {
  desk.context.db.pragma('wal_checkpoint(TRUNCATE)')
  copyFileSync(join(data(), 'library.db'), join(desk.library.folder, 'older.db'))
}

/** Rows as `seen`; a removed folder comes back too, and then the files of a watched one come into it again. */
const made = (): string[] => seen(desk).map((row) => row.startsWith('watched_folder') ? row.replace(/\["folder_id",[^\]]*\],/, '') : row)

/** Takes the write-ahead log away as it stood when the older copy was made: the database is that copy. */
const loseTheLog = async (): Promise<void> => {
  await desk.library.services.close()
  for (const suffix of ['-wal', '-shm']) rmSync(join(data(), `library.db${suffix}`), { force: true })
  copyFileSync(join(desk.library.folder, 'older.db'), join(data(), 'library.db'))
  await reopen()
}

describe.each(Object.entries(ACTS))('%s', (_entity, acts) => {
  it.each(Object.entries(acts))('%s: comes back where the log of the database is lost, and where the whole of it is',
    async (_name, { before, act }) => {
      keepDatabase()
      await before?.(desk)
      await act(desk)
      const done = made()
      await loseTheLog()
      expect(made()).toEqual(expect.arrayContaining(done))
      desk = deskOf(desk, await desk.library.rebuild())
      expect(made()).toEqual(expect.arrayContaining(done))
      await reopen()
      expect(await told()).toBe('')
    })

  it.each(Object.entries(acts))('%s: is told in words, never as stored', async (_name, { before, act }) => {
    await before?.(desk)
    await act(desk)
    for (const entry of listActivity(desk.context, { filingId: null, entityId: null }, null, 100)) {
      const words = `${entry.before ?? ''} ${entry.after ?? ''}`
      expect(words).not.toMatch(/[{}]|":|\d-\d{6}|\bundefined\b|\bnull\b/)
      expect(words.trim()).not.toBe('')
    }
  })
})

it('a filing that the log held comes back from its kept bytes with all that hangs on it, once, and is named', async () => {
  keepDatabase()
  const filing = await desk.library.add('later.txt', `${RELEASE}Later.`)
  const note = valueOf(addNote(desk.context, filing, { kind: 'filing' }))
  valueOf(saveNote(desk.context, { id: note.id, rev: 1, body: '{"a":1}', text: 'Ask for the protocol.' }))
  await loseTheLog()
  expect(await told()).toMatch(/1 filing; 1 note\. Read again: later\.txt\./)
  expect(listFilings(desk.context.db, false).filter(({ fileName }) => fileName === 'later.txt').map(({ id }) => id)).toEqual([filing])
  expect(valueOf(desk.library.services.reader.work(filing)).notes.map(({ text }) => text)).toEqual(['Ask for the protocol.'])
  expect(valueOf(await desk.library.services.reader.document(filing, 1)).blocks.length).toBeGreaterThan(4)
})

it('what cannot be brought back is named, at each start', async () => {
  keepDatabase()
  const filing = await desk.library.add('later.txt', `${RELEASE}Later.`)
  valueOf(addNote(desk.context, filing, { kind: 'filing' }))
  rmSync(desk.context.sources.pathOf(listFilings(desk.context.db, false).find(({ id }) => id === filing)?.sha256 ?? ''))
  await loseTheLog()
  for (let start = 0; start < 2; start += 1) {
    expect(await told()).toMatch(/Not brought back: later\.txt\. .*1 note.*stay in the journal/)
    expect((await desk.library.services.recovered)?.whole).toBe(false)
    await reopen()
  }
})

/** A line as another program, a slip or a spoilt disk would leave it. */
const STRANGE: readonly (readonly [string, (line: string) => string | Buffer])[] = [
  ['an empty object', () => '{}'],
  ['a number', () => '123'],
  ['nothing', () => 'null'],
  ['a list', () => '[]'],
  ['a text', () => '"changed"'],
  ['no JSON', () => 'kept'],
  ['a kind alone', () => '{"kind":"changed"}'],
  ['a note that is none', () => '{"kind":"saved","note":null}'],
  ['a state that is none', () => '{"kind":"changed","entity":"annotation","id":"x","state":{},"at":"2026"}'],
  ['a kind of thing that there is not', () => '{"kind":"changed","entity":"toString","id":"x","state":{},"at":"2026"}'],
  ['a folder above itself', () => '{"kind":"changed","entity":"folder","id":"x","state":{"parentId":5},"at":"2026"}'],
  ['the first half', (line) => line.slice(0, line.length / 2)],
  ['the second half', (line) => line.slice(line.length / 2)],
  ['bytes that are no letters', () => Buffer.from([0, 255, 254, 0, 128])]
]

it.each(STRANGE)('a journal with %s for a line is opened, the line set aside, counted and told, once, and the rest replayed',
  async (_name, strange) => {
    keepDatabase()
    const filing = await desk.library.add('later.txt', `${RELEASE}Later.`)
    const lines = journalLines()
    const spoilt = strange(lines[2] ?? '')
    const whole = [...lines.slice(0, 3).map((line) => `${line}\n`), spoilt, '\n', ...lines.slice(3).map((line) => `${line}\n`)]
    writeFileSync(journalPath(), Buffer.concat(whole.map((part) => Buffer.from(part))))
    await loseTheLog()
    expect(await told()).toMatch(/1 line of the journal could not be read/)
    expect(readFileSync(join(data(), SET_ASIDE), 'utf8').split('\n')).toHaveLength(2)
    expect(listFilings(desk.context.db, false).map(({ id }) => id)).toContain(filing)
    await reopen()
    expect(await told()).toBe('')
  })

it('every bit of a line that flips is noticed, and what the line told is written into the journal again', async () => {
  const lines = journalLines()
  const chosen = lines.findIndex((line) => line.includes('"kind":"saved"'))
  const bytes = Buffer.from(lines[chosen] ?? '')
  for (let at = 0; at < bytes.length; at += 1) {
    const flipped = Buffer.from(bytes)
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8))
    expect(readLine(flipped.toString('utf8'))).toBeNull()
  }
  bytes[40] = (bytes[40] ?? 0) ^ 1
  await desk.library.services.close()
  writeFileSync(journalPath(), [...lines.slice(0, chosen), bytes.toString('utf8'), ...lines.slice(chosen + 1), ''].join('\n'))
  const before = newestThings(lines.flatMap((line) => readLine(line) ?? []))
  await reopen()
  expect(await told()).toMatch(/1 line of the journal could not be read/)
  expect([...newestThings(desk.context.journal.read()).keys()]).toEqual(expect.arrayContaining([...before.keys()]))
})

it.each([['cut in a line', 0.5], ['cut to a few lines', 0.1], ['gone', 0]])(
  'a journal that is %s is written again from the library, and told',
  async (_name, share) => {
    const before = newestThings(desk.context.journal.read())
    await desk.library.services.close()
    if (share === 0) rmSync(journalPath())
    else writeFileSync(journalPath(), readFileSync(journalPath()).subarray(0, readFileSync(journalPath()).length * share))
    const rows = seen(desk = deskOf(desk, await desk.library.reopen()))
    expect(await told()).toMatch(/were written into it again/)
    expect([...newestThings(desk.context.journal.read()).keys()]).toEqual(expect.arrayContaining([...before.keys()]))
    desk = deskOf(desk, await desk.library.rebuild())
    expect(seen(desk)).toEqual(expect.arrayContaining([...rows]))
  }
)
