import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ComparedDocument } from '#contract/comparison'
import { comparableDocument } from '../../domain/compare/comparable-document'
import { packDocument, unpackDocument } from '../../domain/compare/packed-document'
import { readComparedText } from '../../store/compared-text'
import { getDocument } from '../../store/documents'
import { createAnalysisThread } from '../analysis-thread'
import { readBlocksAround } from '../reading/blocks-around'
import { bundleEntry, removeBundle } from '../testing/bundled-entry'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'

let library: TemporaryLibrary
beforeEach(() => {
  library = createTemporaryLibrary()
})
afterEach(async () => {
  await library.remove()
})

const add = async (name: string, text: string): Promise<ComparedDocument> => ({ filingId: await library.add(name, text), sequence: 1 })
const LATER = RELEASE.replace('63%', '36%').replace('We expect to file', 'We do not expect to file').replace('"expect" and "believe"',
  '"expect" and "intend"')

it('tells what became of each sentence, of the words of the safe harbor, and where each stands', async () => {
  const [left, right] = [await add('before.txt', RELEASE), await add('after.txt', LATER)]
  const { rows, items, counts } = valueOf(await library.services.comparer.compare(left, right))
  const changed = rows.filter(({ kind }) => kind !== 'same')
  expect(changed.map(({ kind }) => kind)).toEqual(['number-changed', 'polarity-changed', 'reworded'])
  expect(LATER.slice(changed[0]?.right?.range.start, changed[0]?.right?.range.end)).toContain('36%')
  expect(RELEASE.slice(changed[0]?.left?.range.start, changed[0]?.left?.range.end)).toContain('63%')
  expect(
    items.filter(({ list, kind }) => list === 'word' && kind !== 'same').map(({ kind, left: a, right: b }) => [kind, a?.text ?? b?.text])
  ).toEqual([['added', 'intend'], ['removed', 'believe']])
  expect(counts.kinds.same + 3).toBe(counts.left)
})

it('is told how far it is, to the end', async () => {
  const [left, right] = [await add('before.txt', RELEASE), await add('after.txt', LATER)]
  valueOf(await library.services.comparer.compare(left, right))
  const told = library.events.filter(({ name, payload }) =>
    name === 'work.progress' && (payload as { stage: string }).stage === 'comparing'
  )
  expect(told.at(-1)?.payload).toMatchObject({ file: 'after.txt', done: 1, total: 1 })
})

it('finds a document the same as itself, and none that is gone', async () => {
  const left = await add('before.txt', RELEASE)
  const { counts } = valueOf(await library.services.comparer.compare(left, left))
  expect(counts.kinds.same).toBe(counts.left)
  expect(await library.services.comparer.compare(left, { filingId: 'gone', sequence: 1 })).toMatchObject({ ok: false,
    failure: { code: 'not-found' } })
})

it('answers the same from the thread, and ends where it is cancelled', async () => {
  const [left, right] = [await add('before.txt', `${RELEASE}\n`.repeat(120)), await add('after.txt', `${LATER}\n`.repeat(120))]
  const inPlace = valueOf(await library.services.comparer.compare(left, right))
  const program = await bundleEntry('main/worker/analyse.ts')
  let cancel: (job: string) => void = () => undefined
  const threaded = createTemporaryLibrary({
    analysis: createAnalysisThread((options) => new Worker(program, options)),
    emit: (name, payload) => {
      if (name === 'work.progress' && 'stage' in payload && payload.stage === 'comparing') cancel(payload.job)
    }
  })
  const sides = [await threaded.add('before.txt', `${RELEASE}\n`.repeat(120)),
    await threaded.add('after.txt', `${LATER}\n`.repeat(120))] as const
  const [a, b] = [{ filingId: sides[0], sequence: 1 }, { filingId: sides[1], sequence: 1 }]
  expect(valueOf(await threaded.services.comparer.compare(a, b))).toEqual(inPlace)
  // The first word of progress comes before the thread is asked, so the job is cancelled a turn later.
  cancel = (job) =>
    setImmediate(() => {
      threaded.services.comparer.cancel(job)
    })
  expect(await threaded.services.comparer.compare(a, b)).toMatchObject({ ok: false, failure: { code: 'analysis-cancelled' } })
  cancel = () => undefined
  expect((await threaded.services.comparer.compare(a, b)).ok).toBe(true)
  await threaded.remove()
  removeBundle(program)
})

const FIXTURES = ['gauges.txt', 'beacons.htm', 'ixbrl.htm'].map((name) =>
  [name, readFileSync(join(import.meta.dirname, '../../../e2e/filings', name), 'utf8')] as const
)

it.each(FIXTURES)('what is read of %s for a comparison says the same as its whole content', async (name, text) => {
  const { filingId, sequence } = await add(name, text)
  const stored = getDocument(library.services.library.db, filingId, sequence)
  if (!stored) throw new Error('The document is not stored.')
  const content = valueOf(await library.services.reader.document(filingId, sequence))
  const steps = readComparedText(library.services.library.db, stored.key)
  let step = steps.next()
  while (step.done !== true) step = steps.next()
  expect(comparableDocument(unpackDocument(step.value))).toEqual(comparableDocument(content))
  expect(comparableDocument(unpackDocument(packDocument(content)))).toEqual(comparableDocument(content))
})

it.each(FIXTURES)('of %s gives the blocks at a place, and as much beside them as the context of a quote takes', async (name, text) => {
  const document = await add(name, text)
  const { library: context, reader } = library.services
  const { blocks, sections } = valueOf(await reader.document(document.filingId, document.sequence))
  for (const at of blocks.keys()) {
    const range = { start: blocks[at]?.ranges[0]?.start ?? 0, end: blocks[at + 2]?.ranges.at(-1)?.end ?? text.length }
    const around = valueOf(await readBlocksAround(context, reader, document, range))
    const first = blocks.findIndex(({ id }) => id === around.blocks[0]?.id)
    const to = first + around.blocks.length
    expect(around.blocks).toEqual(blocks.slice(first, to))
    const reached = blocks.findLastIndex(({ ranges }) => (ranges[0]?.start ?? 0) < range.end)
    expect(first <= at && to > reached).toBe(true)
    const room = (from: number, until: number): number => blocks.slice(from, until).reduce((sum, block) => sum + block.text.length, 0)
    expect(first === 0 || room(first, at) >= 64).toBe(true)
    expect(to === blocks.length || room(reached + 1, to) >= 64).toBe(true)
    expect(around.sections).toEqual(sections.filter((section) => section.range.start <= range.start && range.start < section.range.end))
  }
})
