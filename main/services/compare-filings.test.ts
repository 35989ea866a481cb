import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ComparedDocument } from '#contract/comparison'
import { createAnalysisThread } from './analysis-thread'
import { bundleEntry } from './bundled-entry'
import { createTemporaryLibrary, RELEASE, valueOf } from './temporary-library'
import type { TemporaryLibrary } from './temporary-library'

let library: TemporaryLibrary
beforeEach(() => { library = createTemporaryLibrary() })
afterEach(async () => { await library.remove() })

const add = async (name: string, text: string): Promise<ComparedDocument> => ({ filingId: await library.add(name, text), sequence: 1 })
const LATER = RELEASE.replace('63%', '36%').replace('We expect to file', 'We do not expect to file').replace('"expect" and "believe"', '"expect" and "intend"')

it('tells what became of each sentence, of the words of the safe harbor, and where each stands', async () => {
  const [left, right] = [await add('before.txt', RELEASE), await add('after.txt', LATER)]
  const { rows, items, counts } = valueOf(await library.services.comparer.compare(left, right))
  const changed = rows.filter(({ kind }) => kind !== 'same')
  expect(changed.map(({ kind }) => kind)).toEqual(['number-changed', 'polarity-changed', 'reworded'])
  expect(LATER.slice(changed[0]?.right?.range.start, changed[0]?.right?.range.end)).toContain('36%')
  expect(RELEASE.slice(changed[0]?.left?.range.start, changed[0]?.left?.range.end)).toContain('63%')
  expect(items.filter(({ list, kind }) => list === 'word' && kind !== 'same').map(({ kind, left: a, right: b }) => [kind, a?.text ?? b?.text])).toEqual([['added', 'intend'], ['removed', 'believe']])
  expect(counts.kinds.same + 3).toBe(counts.left)
})

it('is told how far it is, to the end', async () => {
  const [left, right] = [await add('before.txt', RELEASE), await add('after.txt', LATER)]
  valueOf(await library.services.comparer.compare(left, right))
  const told = library.events.filter(({ name, payload }) => name === 'work.progress' && (payload as { stage: string }).stage === 'comparing')
  expect(told.at(-1)?.payload).toMatchObject({ file: 'after.txt', done: 1, total: 1 })
})

it('finds a document the same as itself, and none that is gone', async () => {
  const left = await add('before.txt', RELEASE)
  const { counts } = valueOf(await library.services.comparer.compare(left, left))
  expect(counts.kinds.same).toBe(counts.left)
  expect(await library.services.comparer.compare(left, { filingId: 'gone', sequence: 1 })).toMatchObject({ ok: false, failure: { code: 'not-found' } })
})

it('answers the same from the thread, and ends where it is cancelled', async () => {
  const [left, right] = [await add('before.txt', `${RELEASE}\n`.repeat(120)), await add('after.txt', `${LATER}\n`.repeat(120))]
  const inPlace = valueOf(await library.services.comparer.compare(left, right))
  const program = await bundleEntry('main/worker/analyse.ts')
  let cancel: (job: string) => void = () => undefined
  const threaded = createTemporaryLibrary({
    analysis: createAnalysisThread((options) => new Worker(program, options)),
    emit: (name, payload) => { if (name === 'work.progress' && 'stage' in payload && payload.stage === 'comparing') cancel(payload.job) }
  })
  const sides = [await threaded.add('before.txt', `${RELEASE}\n`.repeat(120)), await threaded.add('after.txt', `${LATER}\n`.repeat(120))] as const
  const [a, b] = [{ filingId: sides[0], sequence: 1 }, { filingId: sides[1], sequence: 1 }]
  expect(valueOf(await threaded.services.comparer.compare(a, b))).toEqual(inPlace)
  // The first word of progress comes before the thread is asked, so the job is cancelled a turn later.
  cancel = (job) => { setImmediate(() => { threaded.services.comparer.cancel(job) }) }
  expect(await threaded.services.comparer.compare(a, b)).toMatchObject({ ok: false, failure: { code: 'analysis-cancelled' } })
  cancel = () => undefined
  expect((await threaded.services.comparer.compare(a, b)).ok).toBe(true)
  await threaded.remove()
  rmSync(dirname(program), { recursive: true, force: true })
})
