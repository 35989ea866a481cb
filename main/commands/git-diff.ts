import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ComparableDocument } from '../domain/compare/comparable-document'

/** How often a comparison is timed; the median is told. */
const RUNS = 5

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0

/** The median time of some runs of `work`, one after the other, in ms. */
export const medianTime = async (work: () => unknown): Promise<number> => {
  const times: number[] = []
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now()
    await work()
    times.push(performance.now() - start)
  }
  return median(times)
}

/** What git's own comparison of the words of two documents takes, one passage a line, in ms, and what it answers. */
export const diffByGit = async (left: ComparableDocument,
  right: ComparableDocument): Promise<{ readonly ms: number; readonly output: string }> => {
  const folder = mkdtempSync(join(tmpdir(), 'redwell-compare-'))
  try {
    const paths = [left, right].map(({ passages }, at) => {
      const path = join(folder, `${String(at)}.txt`)
      writeFileSync(path, `${passages.map(({ text }) => text).join('\n')}\n`)
      return path
    })
    let output = ''
    const ms = await medianTime(() => {
      output = spawnSync('git', ['diff', '--no-index', '--word-diff', ...paths], { maxBuffer: 1 << 28, encoding: 'utf8' }).stdout
    })
    return { ms, output }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
