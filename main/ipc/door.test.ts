import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CALL_NAMES } from '#contract/calls'
import type { CallName } from '#contract/calls'
import { ok } from '#contract/result'
import { createTemporaryLibrary, RELEASE } from '../services/testing/temporary-library'
import type { TemporaryLibrary } from '../services/testing/temporary-library'
import { createDoor } from './door'
import type { Door } from './door'
import { GUARDS } from './guards'
import type { Shell } from './shell'

let library: TemporaryLibrary
let door: Door
let chosen: string[]
let written: string[]
let bugs: unknown[]
let logged: string[]
beforeEach(() => {
  library = createTemporaryLibrary()
  chosen = []
  written = []
  bugs = []
  logged = []
  const shell: Shell = {
    chooseFiles: () => Promise.resolve(chosen),
    chooseFolder: () => Promise.resolve(chosen[0] ?? null),
    saveFile: async ({ path, contentFor }) => {
      const text = await contentFor('csv')
      if (text.ok) written.push(typeof text.value === 'string' ? text.value : `${String(text.value.length)} bytes`)
      return text.ok ? ok({ path: path ?? 'chosen.csv' }) : text
    },
    saveFiles: async ({ path, filesFor }) => {
      const files = await filesFor()
      return files.ok ? ok({ path: path ?? 'chosen', files: files.value.length, bytes: 1 }) : files
    },
    exportPdf: ({ path }) => Promise.resolve(ok({ path: path ?? 'chosen.pdf', bytes: 1, pages: 1 })),
    printAll: () => Promise.resolve(ok({ files: [], refused: [] })),
    exportRedline: ({ path }) => Promise.resolve(ok({ path: path ?? 'chosen.pdf', bytes: 1, pages: 1 })),
    cancelExport: () => undefined,
    windowFlushed: (token) => {
      written.push(`flushed ${token}`)
    },
    windowNotFlushed: (token) => {
      written.push(`not flushed ${token}`)
    },
    writeClipboard: (text) => written.push(text),
    setMenu: () => undefined,
    readLog: () => ({ path: 'redwell.log', text: '', crashReports: [] }),
    readLicences: () => [],
    restart: () => written.push('restart'),
    emit: () => undefined
  }
  door = createDoor({ services: library.services, shell }, { log: (line) => logged.push(line), onBug: (error) => bugs.push(error) })
})
afterEach(async () => {
  await library.remove()
})

const call = (name: CallName, args: unknown): Promise<unknown> => door(name, true, args)

describe('the door', () => {
  it('answers a stranger with a refusal, whatever the call, and does nothing', async () => {
    for (const name of CALL_NAMES) expect(await door(name, false, null)).toMatchObject({ ok: false, failure: { code: 'sender-refused' } })
    expect(written).toEqual([])
    expect(logged).toHaveLength(CALL_NAMES.length)
  })
  it('has a guard and a handler for every call of the contract', async () => {
    expect(Object.keys(GUARDS).sort()).toEqual([...CALL_NAMES].sort())
    for (const name of CALL_NAMES)
      expect(await call(name, { no: 'such key' })).toMatchObject({ ok: false, failure: { code: 'invalid-request' } })
  })
  it('leads from an import to the words on screen and back to the list', async () => {
    chosen = [library.write('release.txt', RELEASE), library.write('empty.txt', '')]
    const outcomes = await call('library.choose', null)
    expect(outcomes).toMatchObject({ ok: true,
      value: [{ ok: true, value: { already: false } }, { ok: false, failure: { code: 'file-empty' } }] })
    const filings = await call('library.list', { trashed: false }) as { value: { id: string }[] }
    const filingId = filings.value[0]?.id
    expect(await call('filing.open', { filingId })).toMatchObject({ ok: true, value: { current: 1, position: null } })
    expect(await call('filing.leave', { filingId, sequence: 1, position: 120 })).toEqual(ok(null))
    expect(await call('filing.open', { filingId })).toMatchObject({ ok: true, value: { position: 120 } })
    expect(await call('filing.document', { filingId, sequence: 9 })).toMatchObject({ ok: false, failure: { code: 'not-found' } })
    expect(await call('search.run', { token: 1, query: 'endpoint', folderId: null, limit: 5 })).toMatchObject({ ok: true,
      value: { total: 1 } })
    expect(await call('workspace.get', null)).toMatchObject({ ok: true,
      value: { risks: { length: 16 }, tags: { length: 6 }, settings: { theme: 'system' } } })
    expect(await call('settings.set', { theme: 'dark' })).toMatchObject({ ok: true, value: { theme: 'dark', author: '' } })
  })
  it('leads from a folder of the disk to a deal folder, its board and its history', async () => {
    const folder = await call('folder.add', { name: ' Deal ', parentId: null }) as { value: { id: string; name: string }[] }
    const folderId = folder.value[0]?.id ?? ''
    expect(folder).toMatchObject({ ok: true, value: [{ name: 'Deal' }] })
    const paths = [library.write('a.txt', RELEASE), library.write('b.pdf', 'x')]
    expect(await call('queue.add', { paths, folderId, mirror: false })).toEqual(ok(1))
    await library.services.queue.idle()
    expect(await call('queue.list', null)).toMatchObject({ ok: true,
      value: { progress: { done: 1, skipped: 1 }, files: [{ state: 'done' }, { state: 'skipped' }] } })
    expect(await call('queue.clear', { failed: false })).toEqual(ok(null))
    expect(await call('queue.retry', { jobs: null })).toEqual(ok(null))
    expect(await call('queue.cancel', { jobs: ['none'] })).toEqual(ok(null))
    const board = await call('review.board', { folderId }) as { value: { filings: { filing: { id: string } }[] } }
    const filingIds = board.value.filings.map(({ filing }) => filing.id)
    expect(await call('library.describe', { filingIds, details: { form: '8-K', filedAt: '2007-03-03' } })).toMatchObject({ ok: true,
      value: [{ form: '8-K', folders: [folderId] }] })
    expect(await call('library.describe', { filingIds, details: { filedAt: 'March' } })).toMatchObject({ ok: false,
      failure: { code: 'invalid-request' } })
    expect(await call('review.left', { folderId, filingId: null, limit: 3 })).toMatchObject({ ok: true, value: { items: { length: 3 } } })
    expect(await call('review.requests', { folderId })).toEqual(ok([]))
    expect(await call('folder.take', { id: folderId, filingIds, into: null })).toMatchObject({ ok: true, value: [{ filings: 0 }] })
    expect(await call('activity.list', { scope: { filingId: filingIds[0], entityId: null }, before: null, limit: 2 })).toMatchObject({
      ok: true,
      value: [{ label: 'Take filing out of Deal' }, { label: 'Edit details' }]
    })
    expect(await call('activity.export', { scope: { filingId: null, entityId: null }, path: null })).toEqual(ok({ path: 'chosen.csv' }))
    expect(written[0]).toContain('Import a.txt')
    expect(await call('review.exportRequests', { folderId, path: 'x.csv' })).toEqual(ok({ path: 'x.csv' }))
    expect(await call('library.trashMany', { filingIds, trashed: true })).toEqual(ok(null))
    expect(await call('folder.remove', { id: folderId })).toEqual(ok([]))
  })
  it('watches the folder that was chosen, and imports the folder that was chosen', async () => {
    expect([await call('watch.choose', { folderId: null }), await call('queue.chooseFolder', { folderId: null, mirror: true })]).toEqual([
      ok(null),
      ok(0)
    ])
    chosen = [join(library.folder, 'inbox')]
    mkdirSync(join(library.folder, 'inbox'))
    library.write('inbox/a.txt', RELEASE)
    const watched = await call('watch.choose', { folderId: null }) as { value: { id: string }[] }
    expect(watched).toMatchObject({ ok: true, value: [{ path: chosen[0], state: 'watching' }] })
    expect(await call('watch.list', null)).toEqual(watched)
    expect(await call('watch.remove', { id: watched.value[0]?.id })).toEqual(ok([]))
    expect(await call('queue.chooseFolder', { folderId: null, mirror: true })).toEqual(ok(1))
    await library.services.queue.idle()
    expect(await call('folder.list', null)).toMatchObject({ ok: true, value: [{ name: 'inbox', filings: 1 }] })
  })
  it('hands what needs a window to the shell', async () => {
    await call('clipboard.write', { text: 'words', html: null })
    await call('window.flushed', { token: 't1' })
    expect(written).toEqual(['words', 'flushed t1'])
  })
  it('tells a bug to the crash report and answers all the same', async () => {
    await library.services.close()
    expect(await call('library.list', { trashed: false })).toMatchObject({ ok: false, failure: { code: 'write-failed' } })
    expect(bugs).toHaveLength(1)
    library = await library.reopen()
  })
  it('answers a full disk as such, and not as a bug', async () => {
    const { db } = library.services.library
    db.pragma(`max_page_count = ${String(Number(db.pragma('page_count', { simple: true })))}`)
    const save = { id: 't', name: 'n', colour: 'grey', underline: 'solid', letter: 'x', shortcut: null }
    let answer: unknown = null
    for (let count = 0; count < 400; count += 1) {
      answer = await call('tag.save', { ...save, id: `t${String(count)}`, name: `a name of some length ${String(count)}` })
      if (!(answer as { ok: boolean }).ok) break
    }
    expect(answer).toMatchObject({ ok: false, failure: { code: 'disk-full' } })
    expect(bugs).toEqual([])
  })
})

describe('the guards', () => {
  const quote = { exact: 'x', prefix: '', suffix: '' }
  const draft = { filingId: 'f', tagId: null, range: { start: 0, end: 1 }, quote, sectionPath: [] }
  const refused: [CallName, unknown][] = [
    ['annotation.add', { ...draft, range: { start: 2, end: 1 } }],
    ['annotation.add', { ...draft, range: { start: -1, end: 1 } }],
    ['annotation.add', { ...draft, range: { start: 0.5, end: 1 } }],
    ['annotation.add', { ...draft, range: { start: 0, end: Number.NaN } }],
    ['annotation.add', { ...draft, extra: 1 }],
    ['annotation.add', JSON.parse(JSON.stringify(draft).replace('{', '{"__proto__":{"polluted":true},'))],
    ['annotation.add', { ...draft, quote: { ...quote, exact: '' } }],
    ['annotation.add', [draft]],
    ['annotation.remove', { id: 'a', rev: '1' }],
    ['annotation.remove', { id: 'a', rev: 0 }],
    ['library.import', { paths: ['a', 1] }],
    ['library.import', { paths: 'a' }],
    ['library.import', { paths: new Array(10_001).fill('a') }],
    ['filing.open', null],
    ['filing.open', undefined],
    ['filing.open', { filingId: { toString: () => 'f' } }],
    ['filing.open', { filingId: 'x'.repeat(201) }],
    ['note.add', { filingId: 'f', target: { kind: 'annotation' } }],
    ['note.add', { filingId: 'f', target: { kind: 'all' } }],
    ['note.save', { id: 'n', rev: 1, body: 5, text: '' }],
    ['note.status', { id: 'n', rev: 1, status: 'done', owner: null, dueAt: null }],
    ['tag.save', { id: 't', name: '  ', colour: 'grey', underline: 'solid', letter: 'x', shortcut: null }],
    ['tag.save', { id: 't', name: 'n', colour: 'url(x)', underline: 'solid', letter: 'x', shortcut: null }],
    ['settings.set', { theme: 'neon' }],
    ['settings.set', { fontSize: Number.POSITIVE_INFINITY }],
    ['settings.set', { theme: undefined }],
    ['search.run', { token: 1, query: 'a', folderId: null, limit: 0 }],
    ['library.choose', {}],
    ['history.undo', undefined]
  ]
  it.each(refused)('refuse %s with %j', async (name, args) => {
    expect(await call(name, args)).toMatchObject({ ok: false, failure: { code: 'invalid-request' } })
    expect(bugs).toEqual([])
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
  })
})
