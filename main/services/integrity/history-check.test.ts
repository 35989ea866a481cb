import { copyFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { HistoryReport } from '#contract/sealed-log'
import { wholeHead } from '#model/history-head'
import { historyWords } from '#model/history-words'
import { headOf } from '../../store/change-seals'
import { listBackups } from '../../store/kept-backups'
import { listSealed } from '../../store/read-sealed-log'
import { rewriteHistory, spoilHistory } from '../../store/temporary-database'
import { rebuildServices } from '../create-services'
import { createAnalysisInPlace } from '../analysis-thread'
import { redo, undo } from '../history/history'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'
import { addFolder } from '../work/folders'
import { historyReport, lookAtOpening } from './history-check'

let library: TemporaryLibrary
beforeEach(async () => {
  library = createTemporaryLibrary()
  await library.add('release.txt', RELEASE)
})
afterEach(async () => {
  await library.remove()
})

const context = () => library.services.library
const data = () => join(library.folder, 'data')
const head = () => {
  const now = headOf(context().db)
  if (!now) throw new Error('nothing is sealed')
  return now
}
const act = (name: string): void => void valueOf(addFolder(context(), name, null))
const check = async (given: string | null = null): Promise<HistoryReport> => valueOf(await historyReport(context(), given))
const kinds = () => listSealed(context().db, 0, 1000).map(({ event }) => event?.kind)
const reopen = async (): Promise<void> => {
  library = await library.reopen()
}

/** Closes the library, does something to its files behind the program's back, and opens it again. */
const meanwhile = async (work: (path: string) => void): Promise<void> => {
  await library.services.close()
  work(join(data(), 'library.db'))
  library = await library.reopen()
}

const forgetJournal = (): void => {
  for (const name of readdirSync(data()).filter((file) => file.startsWith('journal-'))) rmSync(join(data(), name))
}

const told = (): string[] =>
  library.events.filter(({ name }) => name === 'library.damage').map(({ payload }) => (payload as { message: string }).message)

describe('the history', () => {
  it('is whole over acts, undo, redo, an import and restarts, and holds every head that it showed', async () => {
    const heads = [head()]
    for (const work of [() => act('Deal'), () => void valueOf(undo(context())), () => void valueOf(redo(context())), () => act('Other')]) {
      work()
      heads.push(head())
      await reopen()
    }
    expect(kinds()).toEqual(['import', 'change', 'undo', 'redo', 'change'])
    for (const one of heads) expect((await check(wholeHead(one))).given?.answer).toBe('held')
    expect(await check()).toMatchObject({ head: head(), trouble: null, stretches: [] })
    expect(historyWords(await check())).toMatchObject({ whole: true, lines: [expect.stringMatching(/^The history is whole: 5 lines/)] })
    expect(await historyReport(context(), '5-abc')).toMatchObject({ ok: false, failure: { code: 'invalid-request' } })
  })

  it('that was broken is told at the opening, in idle time and on demand, by the change and its day', async () => {
    act('Deal')
    act('Other')
    await meanwhile(() => spoilHistory(data(), "UPDATE change_log SET label = 'Rename folder' WHERE seq = 2"))
    expect((await check()).trouble).toEqual({ kind: 'broken', n: 2, fault: 'event', at: expect.stringMatching(/^2026-01-05/) as string })
    expect(historyWords(await check()).lines[0]).toBe('The history is broken at change 2 of 5 Jan 2026.')
    lookAtOpening(context())
    expect(told()).toEqual(['The history is broken at change 2 of 5 Jan 2026.'])
    await library.services.integrity.finish()
    expect(told().filter((message) => message.startsWith('1 entry of the history'))).toHaveLength(1)
  })

  it('that was rewritten and sealed anew is found by the journal, by a backup, and by a head that was noted', async () => {
    act('Deal')
    const noted = wholeHead(head())
    act('Other')
    valueOf(await library.services.backup.makeNow())
    act('Third')
    await meanwhile(() => rewriteHistory(data(), "UPDATE change_log SET label = 'Rename folder' WHERE seq = 2"))
    const report = await check(noted)
    expect(report.trouble).toMatchObject({ kind: 'rewritten', n: 2, by: 'journal' })
    expect(report.given?.answer).toBe('other')
    expect(historyWords(report).lines.join(' ')).toContain('The history was rewritten: change 2')
    await meanwhile(forgetJournal)
    expect((await check()).trouble).toMatchObject({ kind: 'rewritten', n: 3, by: 'backup' })
    await meanwhile(() => rmSync(join(data(), 'backups'), { recursive: true }))
    await meanwhile(forgetJournal)
    // Nothing remembers it any more but whoever noted it.
    expect((await check()).trouble).toBeNull()
    expect((await check(noted)).given?.answer).toBe('other')
  })

  it('that was cut short is found, also once it has grown again', async () => {
    for (const name of ['Deal', 'Other', 'Third']) act(name)
    await meanwhile(() => spoilHistory(data(), 'DELETE FROM change_seal WHERE n > 2; DELETE FROM change_log WHERE seq > 2'))
    expect((await check()).trouble).toMatchObject({ kind: 'cut', n: 3, by: 'journal' })
    for (const name of ['Fourth', 'Fifth', 'Sixth']) act(name)
    expect((await check()).trouble).toMatchObject({ kind: 'rewritten', n: 3, by: 'journal' })
  })

  it('of a database that was put back by hand is found', async () => {
    await meanwhile((path) => copyFileSync(path, join(library.folder, 'copy.db')))
    for (const name of ['Deal', 'Other']) act(name)
    await meanwhile((path) => copyFileSync(join(library.folder, 'copy.db'), path))
    expect((await check()).trouble).toMatchObject({ kind: 'cut', n: 2 })
  })
})

describe('an act that was not finished', () => {
  const failing = () => {
    const { journal } = context()
    return { ...context(), journal: { ...journal, append: (lines: Parameters<typeof journal.append>[0]) => {
      journal.append(lines)
      throw new Error('the disk is full')
    } } }
  }

  it('is named by the next act, and its number is given to another', async () => {
    act('Deal')
    expect(() => addFolder(failing(), 'Lost', null)).toThrow('the disk is full')
    expect((await check()).trouble).toBeNull()
    act('Other')
    expect(kinds()).toEqual(['import', 'change', 'unfinished', 'change'])
    expect(await check()).toMatchObject({ trouble: null, stretches: [{ kind: 'unfinished', n: 3, from: { n: 2 }, left: { n: 3 } }] })
    expect(() => addFolder(failing(), 'Lost again', null)).toThrow('the disk is full')
    expect(() => addFolder(failing(), 'And again', null)).toThrow('the disk is full')
    await reopen()
    expect(await check()).toMatchObject({ trouble: null })
    expect(kinds().filter((kind) => kind === 'unfinished').length).toBeGreaterThan(1)
    act('Last')
    await reopen()
    expect(await check()).toMatchObject({ trouble: null })
  })
})

describe('a library made anew', () => {
  const options = () => ({ clock: context().clock, dataFolder: data(), analysis: createAnalysisInPlace(), samplePath: '', appVersion: '0',
    runtimeVersion: '0' })

  it('from a backup says so in its next line, with both heads, and goes on', async () => {
    act('Deal')
    valueOf(await library.services.backup.makeNow())
    const from = head()
    act('Other')
    const [left] = [head(), act('Third')]
    const last = head()
    await library.services.close()
    const rebuilt = valueOf(await rebuildServices(options(), listBackups(data())[0]))
    await rebuilt.services.close()
    await reopen()
    expect(kinds()).toEqual(['import', 'change', 'restored'])
    act('Fourth')
    act('Fifth')
    const report = await check(wholeHead(left))
    expect(report).toMatchObject({ trouble: null, given: { answer: 'left' },
      stretches: [{ kind: 'restored', n: 3, from, left: last, most: last.n }] })
    expect((await check(wholeHead(from))).given?.answer).toBe('held')
    expect(historyWords(report).lines.join(' ')).toContain('Changes 3 to 4 as they were until then were left behind.')
    await meanwhile(() => rewriteHistory(data(), "UPDATE change_log SET label = 'x' WHERE seq = 3"))
    expect((await check()).trouble).toMatchObject({ kind: 'rewritten', by: 'journal' })
  })

  it('twice from the same backup holds together', async () => {
    valueOf(await library.services.backup.makeNow())
    for (let round = 0; round < 2; round += 1) {
      for (const name of ['Deal', 'Other', 'Third'].slice(round)) act(`${name} ${String(round)}`)
      await library.services.close()
      await valueOf(await rebuildServices(options(), listBackups(data()).at(-1))).services.close()
      await reopen()
      expect((await check()).trouble).toBeNull()
    }
    expect(kinds()).toEqual(['import', 'restored'])
  })

  it('without a backup begins a history that names the head of the old one', async () => {
    act('Deal')
    const left = head()
    library = await library.rebuild()
    expect(kinds()).toEqual(['rebuilt'])
    act('Other')
    const report = await check(wholeHead(left))
    expect(report).toMatchObject({ trouble: null, given: { answer: 'left' }, stretches: [{ kind: 'rebuilt', n: 1, from: null, left }] })
    await reopen()
    expect((await check()).trouble).toBeNull()
  })
})
