import { Worker } from 'node:worker_threads'
import type { WorkerOptions } from 'node:worker_threads'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { SearchGroup } from '#contract/library'
import { bundleEntry, removeBundle } from '../testing/bundled-entry'
import { createSearchThread } from './search-thread'
import type { Searcher } from './search-thread'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'

let library: TemporaryLibrary
let program = ''
let searcher: Searcher
let started = 0
beforeAll(async () => {
  program = await bundleEntry('main/services/search/search-entry.ts')
  library = createTemporaryLibrary()
  for (let n = 0; n < 20; n += 1)
    await library.add(`release-${String(n)}.txt`,
      `${RELEASE}\nNumber ${String(n)}.\n\n${'The endpoint of this study was met again and again. \n\n'.repeat(40)}`)
})
afterAll(async () => {
  await library.remove()
  removeBundle(program)
})
afterEach(async () => {
  await searcher.close()
})

const thread = (file: () => string = () => program): void => {
  started = 0
  searcher = createSearchThread(library.services.library.folder, (options: WorkerOptions) => {
    started += 1
    return new Worker(file(), options)
  })
}
const request = (token: number, query: string) => ({ token, query, folderId: null, limit: 20 })
const nobody = (): undefined => undefined

describe('the thread that searches', () => {
  it('answers as the search in place does, and tells groups while it runs', async () => {
    thread()
    const told: (readonly SearchGroup[])[] = []
    const answer = valueOf(await searcher.run(request(1, 'endpoint'), (groups) => told.push(groups)))
    expect(answer).toEqual(valueOf(await library.services.searcher.run(request(1, 'endpoint'), nobody)))
    expect(answer).toMatchObject({ total: 20 * 41, filings: 20 })
    expect(told.length).toBeGreaterThan(1)
    expect(told.flat()).toEqual(answer.groups.slice(0, told.flat().length))
    expect(started).toBe(1)
  })
  it('sees what was imported since', async () => {
    thread()
    expect(valueOf(await searcher.run(request(1, 'marmalade'), nobody)).total).toBe(0)
    const filing = await library.add('marmalade.txt', 'MARMALADE\n\nA release on marmalade. It has two sentences.\n')
    expect(valueOf(await searcher.run(request(2, 'marmalade'), nobody)).groups.map((group) => group.filing.id)).toEqual([filing])
  })
  it('ends an older search for a newer one, and looks up passages and like sentences beside it', async () => {
    thread()
    const [old, young, passage, similar] = await Promise.all([
      searcher.run(request(1, 'endpoint'), nobody),
      searcher.run(request(2, 'patch'), nobody),
      searcher.passage({ query: 'patch', filingId: 'none', sequence: 1, range: null, noteId: null }),
      searcher.similar({ text: 'The primary endpoint was met.', filingId: null, range: null, limit: 5 })
    ])
    expect(old).toMatchObject({ ok: false, failure: { code: 'search-ended' } })
    expect(young).toMatchObject({ ok: true, value: { filings: 20 } })
    expect(passage).toMatchObject({ ok: true, value: { blocks: [] } })
    expect(valueOf(similar)).toHaveLength(5)
  })
  it('answers after a crash, and is started anew for the next search', async () => {
    let broken = true
    thread(() => (broken ? `${program}-gone` : program))
    expect(await searcher.run(request(1, 'patch'), nobody)).toMatchObject({ ok: false, failure: { code: 'analysis-failed' } })
    broken = false
    expect(await searcher.run(request(2, 'patch'), nobody)).toMatchObject({ ok: true })
    expect(started).toBe(2)
  })
  it('lets nothing wait when it is closed', async () => {
    thread()
    const asked = searcher.run(request(1, 'patch'), nobody)
    await searcher.close()
    expect(await asked).toMatchObject({ ok: false, failure: { code: 'search-ended' } })
  })
})
