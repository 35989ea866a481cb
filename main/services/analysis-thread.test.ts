import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { WorkerOptions } from 'node:worker_threads'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { createAnalysisInPlace, createAnalysisThread, wholeDocument } from './analysis-thread'
import type { Analysis, AnalysisAnswer, AnalysisRequest } from './analysis-thread'
import { bundleEntry, removeBundle } from './testing/bundled-entry'
import { RELEASE, valueOf } from './testing/temporary-library'

const folder = mkdtempSync(join(tmpdir(), 'redwell-thread-'))
const write = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
let program = ''
let started = 0
let analysis: Analysis
beforeAll(async () => {
  program = await bundleEntry('main/worker/analyse.ts')
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  removeBundle(program)
})
afterEach(async () => {
  await analysis.close()
})

const thread = (file: () => string = () => program): void => {
  started = 0
  analysis = createAnalysisThread((options: WorkerOptions) => {
    started += 1
    return new Worker(file(), options)
  })
}
const request = (job: string, path: string): AnalysisRequest => ({ job, path, encoding: null, sequence: 'first' })
const nothing = (): undefined => undefined

describe('the thread', () => {
  it('answers as the pipeline does in place, and tells its stages', async () => {
    thread()
    const path = write('release.txt', RELEASE)
    const stages: string[] = []
    const answer = valueOf(await analysis.run(request('a', path), (stage) => stages.push(stage)))
    expect(answer).toEqual(valueOf(await createAnalysisInPlace().run(request('a', path), nothing)))
    expect(stages).toEqual(['decoding', 'parsing', 'segmenting', 'detecting'])
    expect(valueOf(await analysis.read('b', path, null))).toBe(RELEASE)
    expect(started).toBe(1)
  })
  it('does what nobody waits for after everything else, in a thread of its own', async () => {
    const data: unknown[] = []
    analysis = createAnalysisThread((options: WorkerOptions) => {
      data.push(options.workerData)
      return new Worker(program, options)
    })
    const path = write('release.txt', RELEASE)
    const order: string[] = []
    const run = async (job: string, more: Partial<AnalysisRequest>): Promise<void> => {
      valueOf(await analysis.run({ ...request(job, path), ...more }, nothing))
      order.push(job)
    }
    const imports = [run('import 1', {}), run('import 2', {})]
    const later = [run('later 1', { background: true, more: true, sequence: 1 }), run('later 2', { background: true, sequence: 1 })]
    await Promise.all([...imports, run('import 3', {}), run('urgent', { sequence: 1 }), ...later])
    expect(order.slice(-2)).toEqual(['later 1', 'later 2'])
    expect(data.filter((value) => value === 'background')).toHaveLength(1)
  })
  it('stands ready where it was warmed, and is no second one', async () => {
    thread()
    analysis.warm()
    analysis.warm()
    expect(started).toBe(1)
    const path = write('release.txt', RELEASE)
    expect(valueOf(await analysis.read('a', path, null))).toBe(RELEASE)
    expect(started).toBe(1)
    await analysis.close()
    analysis.warm()
    expect(started).toBe(1)
  })
  it('answers the same for a document of many parts', async () => {
    thread()
    const path = write('long.txt', `${RELEASE}\n`.repeat(150))
    const [first, second] = await Promise.all([analysis.run(request('a', path), nothing), analysis.run(request('b', path), nothing)])
    const whole = valueOf(await createAnalysisInPlace().run(request('a', path), nothing))
    expect(whole.document?.blocks.length).toBeGreaterThan(400)
    const all = (answer: AnalysisAnswer): object => ({ ...answer, document: answer.document && wholeDocument(answer.document) })
    expect([all(valueOf(first)), all(valueOf(second))]).toEqual([whole, whole])
  })
  it('is let go after a large file, and another one takes the next job', async () => {
    thread()
    const path = write('release.txt', RELEASE)
    for (const [job, bytes] of [['a', 9 * 1024 * 1024], ['b', 1], ['c', 1]] as const)
      expect((await analysis.run({ ...request(job, path), bytes }, nothing)).ok).toBe(true)
    expect(started).toBe(2)
  })
  it('answers for a file that is gone, and goes on', async () => {
    thread()
    expect(await analysis.run(request('a', join(folder, 'gone.txt')), nothing)).toMatchObject({ ok: false,
      failure: { code: 'analysis-failed' } })
    expect((await analysis.run(request('b', write('release.txt', RELEASE)), nothing)).ok).toBe(true)
    expect(started).toBe(1)
  })
  it('stops a job that runs and one that waits, and works on', async () => {
    thread()
    const long = write('long.txt', `${RELEASE}\n`.repeat(3000))
    const running = analysis.run(request('running', long), () => analysis.cancel('running'))
    const waiting = analysis.run(request('waiting', long), nothing)
    const last = analysis.run(request('last', write('release.txt', RELEASE)), nothing)
    analysis.cancel('waiting')
    analysis.cancel('unknown')
    expect(await Promise.all([running, waiting])).toMatchObject([{ ok: false, failure: { code: 'analysis-cancelled' } }, { ok: false,
      failure: { code: 'analysis-cancelled' } }])
    expect((await last).ok).toBe(true)
    expect(started).toBe(3)
  })
  it('analyses two files at once, never two large ones, and lets a reader go before both', async () => {
    thread()
    const path = write('release.txt', RELEASE)
    const long = write('long.txt', `${RELEASE}\n`.repeat(1000))
    const order: string[] = []
    const run = async (job: string, more: Partial<AnalysisRequest> = {}): Promise<void> => {
      const done = await analysis.run({ ...request(job, long), ...more }, (stage) => {
        if (stage === 'decoding') order.push(`${job} begins`)
      })
      expect(done.ok).toBe(true)
      order.push(`${job} ends`)
    }
    const large = { bytes: 9 * 1024 * 1024 }
    await Promise.all([run('large', large), run('other', large), run('small', { path }), run('reader', { path, sequence: 1 })])
    expect(order.indexOf('small ends')).toBeLessThan(order.indexOf('large ends'))
    expect(order.indexOf('reader ends')).toBeLessThan(order.indexOf('large ends'))
    expect(order.indexOf('other begins')).toBeGreaterThan(order.indexOf('large ends'))
    // Three, and one in place of that which read a large file.
    expect(started).toBeLessThanOrEqual(4)
  })
  it('answers nothing any more once it is closed', async () => {
    thread()
    await analysis.close()
    expect(await analysis.run(request('a', write('release.txt', RELEASE)), nothing)).toMatchObject({ ok: false,
      failure: { code: 'analysis-cancelled' } })
    expect(started).toBe(0)
  })
  it.each([
    ['an exception outside of any job', 'analysis-failed', 'setTimeout(() => { throw new Error("broke") }, 20)'],
    ['an exit', 'analysis-failed', 'setTimeout(() => process.exit(3), 20)'],
    ['too much memory', 'file-too-large', 'const held = []; setTimeout(() => { for (;;) held.push(new Array(1e6).fill(held.length)) }, 20)']
  ])('that dies of %s fails its job, and the next one gets another', async (_name, said, code) => {
    const broken = write('broken.mjs',
      `import { parentPort } from 'node:worker_threads'; parentPort.on('message', () => undefined); ${code}`)
    let file = broken
    analysis = createAnalysisThread((options) => new Worker(file, { ...options, resourceLimits: { maxOldGenerationSizeMb: 64 } }))
    const path = write('release.txt', RELEASE)
    const failed = await analysis.run(request('a', path), nothing)
    expect(failed).toMatchObject({ ok: false, failure: { code: said } })
    file = program
    expect((await analysis.run(request('b', path), nothing)).ok).toBe(true)
  })
  it('that cannot be started, or whose file is gone, fails its jobs, and the next one gets another', async () => {
    let start = (_options: WorkerOptions): Worker => {
      throw new Error('no more threads')
    }
    analysis = createAnalysisThread((options) => start(options))
    analysis.warm()
    const path = write('release.txt', RELEASE)
    const failure = { ok: false, failure: { code: 'analysis-failed' } }
    expect(await Promise.all([analysis.run(request('a', path), nothing), analysis.read('b', path, null)])).toMatchObject([failure, failure])
    start = (options) => new Worker(join(folder, 'no-such-program.mjs'), options)
    expect(await Promise.all([analysis.run(request('c', path), nothing), analysis.read('d', path, null)])).toMatchObject([failure, failure])
    start = (options) => new Worker(program, options)
    expect((await analysis.run(request('e', path), nothing)).ok).toBe(true)
  })
  it('lets nobody wait when it is closed', async () => {
    thread()
    const long = write('long.txt', `${RELEASE}\n`.repeat(3000))
    const jobs = ['a', 'b', 'c'].map((job) => analysis.run(request(job, long), nothing))
    await analysis.close()
    expect((await Promise.all(jobs)).map((result) => result.ok)).toEqual([false, false, false])
  })
})
