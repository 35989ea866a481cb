import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { toMatch } from '../domain/search/search-match'
import { readQuery } from '../domain/search/search-query'
import { createAnalysisInPlace } from '../services/analysis-thread'
import { createAnswerer } from '../services/search/answer-search'
import { createServices } from '../services/create-services'
import { openForReading } from '../store/open-for-reading'
import { findBest } from '../store/search-similar'
import { timed } from './bench-floor'
import { prepareLibrary } from './bench-library'

/** How long a search takes as it is typed, beside the bare query of the index for the same words; in ms. */
export interface SearchTimes {
  readonly filings: number
  readonly queries: number
  readonly p50: number
  readonly p95: number
  readonly bareP50: number
  readonly bareP95: number
  /** The slowest query, and how long it took. */
  readonly slowest: string
  readonly slowestMs: number
}

/** What a reader types: common words and rare ones, phrases, numbers. Every beginning of each is searched, as while it is typed. */
const TYPED = ['research own field', '"half of the cost"', 'licence for its own use', '$14.2 million', '63% of the year', 'revenue quarter',
  'December 31, 2007', 'the company', 'agreement -licence', 'zebra']

const ROUNDS = 3
const LIMIT = 30

const at = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
}

const median = (values: readonly number[]): number => at(values, 0.5)

const beginnings = TYPED.flatMap((typed) =>
  Array.from(typed, (_, end) => typed.slice(0, end + 1)).filter((query) => query.trim().length > 1)
)

const measure = (dataFolder: string, filings: number): SearchTimes => {
  const db = openForReading(dataFolder)
  if (!db) throw new Error('The library could not be opened.')
  const answer = createAnswerer(db, () => 1, false)
  const times = beginnings.flatMap((query) => {
    const read = readQuery(query, { tags: [], risks: [], folders: [] })
    if (read.kind !== 'query' || read.words === null) return []
    const match = toMatch(read.words)
    const search = (): void => {
      answer({ id: 1, kind: 'run', request: { token: 1, query, folderId: null, limit: LIMIT } }, () => undefined)
    }
    const each = Array.from({ length: ROUNDS }, () => ({ bare: timed(() => findBest(db, match, LIMIT)), whole: timed(search) }))
    return [{ query, whole: median(each.map(({ whole }) => whole)), bare: median(each.map(({ bare }) => bare)) }]
  })
  db.close()
  const whole = times.map((time) => time.whole)
  const bare = times.map((time) => time.bare)
  const slowest = times.reduce((worst, time) => (time.whole > worst.whole ? time : worst), times[0] ?? { query: '', whole: 0, bare: 0 })
  return { filings, queries: times.length, p50: at(whole, 0.5), p95: at(whole, 0.95), bareP50: at(bare, 0.5), bareP95: at(bare, 0.95),
    slowest: slowest.query, slowestMs: slowest.whole }
}

/** Imports `filings` generated filings of about `characters` characters into a library of its own and searches it as a reader types. */
export const benchSearch = async (filings: number, characters: number): Promise<SearchTimes> => {
  const folder = mkdtempSync(join(tmpdir(), 'redwell-bench-search-'))
  const dataFolder = join(folder, 'data')
  try {
    const services = createServices({ dataFolder, analysis: createAnalysisInPlace(), samplePath: '', appVersion: '0',
      runtimeVersion: process.version })
    if (!services.ok) throw new Error(services.failure.message)
    for (const file of prepareLibrary(join(folder, 'files'), filings, characters).files) {
      const outcome = await services.value.importer.importFile(file)
      if (!outcome.ok) throw new Error(outcome.failure.message)
    }
    const times = measure(dataFolder, filings)
    await services.value.close()
    return times
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
