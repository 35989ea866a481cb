import { readFileSync } from 'node:fs'
import { benchAnchors } from './bench-anchors'
import { prepareComparison } from './bench-compare'
import { measureBareSearches } from './bench-floor'
import { prepareLibrary } from './bench-library'
import { benchParts } from './bench-parts'
import type { Row } from './bench-parts'
import { prepareReading, REPORT_CHARACTERS } from './bench-reading'
import { benchSearch } from './bench-search'
import { generateReport } from './generate-filing'
import { writeHeavy } from './heavy/write-heavy'

/** How many annotations are looked for in a later version of their filing. */
const ANNOTATIONS = 10_000

const anchorRows = (path: string | undefined): readonly Row[] => {
  const bytes = path === undefined ? Buffer.from(generateReport(REPORT_CHARACTERS, 5)) : readFileSync(path)
  const { annotations, ms, each, floor, verdicts, wrong } = benchAnchors(bytes, ANNOTATIONS)
  const found = Object.entries(verdicts).map(([verdict, count]) => `${String(count)} ${verdict}`).join(', ')
  return [
    { what: `re-anchor ${String(annotations)} annotations`, value: ms, unit: 'ms', floor,
      floorIs: 'one search for each quote, word for word' },
    { what: `re-anchor one: ${found}`, value: each, unit: 'µs' },
    { what: 're-anchored to other words', value: wrong, unit: 'annotations' }
  ]
}

const searchRows = async (): Promise<readonly Row[]> => {
  const { filings, p50, p95, bareP50, bareP95 } = await benchSearch(200, 60_000)
  const floorIs = 'the bare FTS5 query'
  return [
    { what: `search ${String(filings)} filings without a window, p95`, value: p95, unit: 'ms', floor: bareP95, floorIs, aim: 2 },
    { what: `search ${String(filings)} filings without a window, p50`, value: p50, unit: 'ms', floor: bareP50, floorIs }
  ]
}

const [mode = '', ...args] = process.argv.slice(2)

const run = async (): Promise<unknown> => {
  switch (mode) {
    case 'parts':
      return benchParts(args)
    case 'anchors':
      return anchorRows(args[0])
    case 'search':
      return searchRows()
    case 'reading':
      return prepareReading(args[0] ?? '', args[1] ?? null)
    case 'compare':
      return prepareComparison(args[0] ?? '', args.slice(1))
    case 'library':
      return prepareLibrary(args[0] ?? '', Number(args[1]), Number(args[2]))
    case 'write-heavy':
      return writeHeavy(args[0] ?? '', Number(args[1] ?? 1), args.slice(2))
    case 'bare-search':
      return measureBareSearches(args[0] ?? '', args.slice(1))
    default:
      throw new Error(`There is no bench of that name: ${mode}`)
  }
}

process.stdout.write(`${JSON.stringify(await run())}\n`)
