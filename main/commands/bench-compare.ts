import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { comparableDocument } from '../domain/compare/comparable-document'
import type { ComparableDocument } from '../domain/compare/comparable-document'
import { packDocument } from '../domain/compare/packed-document'
import type { PackedDocument } from '../domain/compare/packed-document'
import { createAnalysisThread } from '../services/analysis-thread'
import { createServices } from '../services/create-services'
import type { Services } from '../services/create-services'
import { REPORT_CHARACTERS } from './bench-reading'
import { generateReport } from './generate-filing'
import { reviseReport } from './generate-revision'
import { diffByGit, medianTime } from './git-diff'

/** What the window's bench is told of the library that was made for it, and of the comparison without a window. */
export interface PreparedComparison {
  /** How many passages both documents have. */
  readonly passages: number
  /** What the comparison takes in the worker, its way there and back with it, in ms. */
  readonly worker: number
  /** What git takes to compare the words of the same passages, in ms, and where its answer lies. */
  readonly git: number
  readonly gitAnswer: string
}

const importOne = async (services: Services,
  file: string): Promise<{ readonly packed: PackedDocument; readonly comparable: ComparableDocument }> => {
  const outcome = await services.importer.importFile(file)
  if (!outcome.ok) throw new Error(outcome.failure.message)
  const opened = services.reader.open(outcome.value.filingId)
  if (!opened.ok) throw new Error(opened.failure.message)
  const content = await services.reader.document(outcome.value.filingId, opened.value.current)
  if (!content.ok) throw new Error(content.failure.message)
  return { packed: packDocument(content.value), comparable: comparableDocument(content.value) }
}

const generated = (folder: string): readonly [string, string] => {
  const [first, second] = [join(folder, 'first.html'), join(folder, 'second.html')]
  const report = generateReport(REPORT_CHARACTERS, 5)
  writeFileSync(first, report)
  writeFileSync(second, reviseReport(report))
  return [first, second]
}

/** A copy under a name of its own, so that the bench can tell the two apart whatever they are called. */
const named = (folder: string, name: string, file: string): string => {
  const path = join(folder, name)
  writeFileSync(path, readFileSync(file))
  return path
}

/**
 * Makes a library in the folder `both` with two large filings, `first.html` and `second.html`: those at the paths, or a generated
 * report and a later version of it. Compares them without a window, and has git compare the same words.
 */
export const prepareComparison = async (folder: string, paths: readonly string[]): Promise<PreparedComparison> => {
  const [left, right] = paths
  const files = left === undefined || right === undefined
    ? generated(folder)
    : [named(folder, 'first.html', left), named(folder, 'second.html', right)]
  const analysis = createAnalysisThread()
  const made = createServices({ dataFolder: join(folder, 'both'), analysis, samplePath: '', appVersion: '0',
    runtimeVersion: process.version })
  if (!made.ok) throw new Error(made.failure.message)
  const [before, after] = [await importOne(made.value, files[0] ?? ''), await importOne(made.value, files[1] ?? '')]
  let job = 0
  const worker = await medianTime(() =>
    analysis.compare({ job: `bench ${String(job += 1)}`, left: before.packed, right: after.packed }, () => undefined)
  )
  const { ms, output } = await diffByGit(before.comparable, after.comparable)
  const gitAnswer = join(folder, 'git.html')
  writeFileSync(gitAnswer,
    `<!doctype html><meta charset="utf-8"><pre style="white-space:pre-wrap">${
      output.replace(/[&<]/g, (sign) => sign === '&' ? '&amp;' : '&lt;')
    }</pre>`)
  await made.value.close()
  return { passages: before.comparable.passages.length + after.comparable.passages.length, worker, git: ms, gitAnswer }
}
