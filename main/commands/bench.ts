import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { analyseDocument, openFile } from '../domain/analyse'
import { createAnalysisThread } from '../services/analysis-thread'
import { createServices } from '../services/create-services'
import type { Services } from '../services/create-services'
import { addNote, saveNote } from '../services/write-note'
import { codec } from '../worker/codec'
import { measureCommits, measureFloor, timed } from './bench-floor'
import { generateRelease } from './generate-release'

/** One measured number against its floor; the unit of `value` and `floor` is `unit`, `aim` the greatest ratio wanted. */
interface Row {
  readonly what: string
  readonly value: number
  readonly unit: string
  readonly floor?: number
  readonly floorIs?: string
  readonly aim?: number
}

const MEGABYTE = 1_000_000
const ROUNDS = 5
const FLOOR = 'tokens, Intl.Segmenter, one FTS5 insert'

const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** Decodes, parses, segments and reads every document of a file, as `inspect` does. */
const analyse = (bytes: Uint8Array): void => {
  const opened = openFile(bytes, codec)
  for (const entry of opened.documents) analyseDocument(opened, entry)
}

const floorOf = (bytes: Uint8Array, folder: string): number => {
  let raw = ''
  let html = false
  const decoding = timed(() => { const opened = openFile(bytes, codec); raw = opened.raw; html = opened.format === 'html' })
  const runs = Array.from({ length: ROUNDS }, (_, n) => {
    const { tokens, sentences, insert } = measureFloor(raw, html, join(folder, `floor-${n}-${raw.length}.sqlite`))
    return tokens + sentences + insert
  })
  return decoding + median(runs)
}

const pipelineRow = (name: string, bytes: Uint8Array, folder: string): Row => {
  analyse(bytes)
  const value = median(Array.from({ length: ROUNDS }, () => timed(() => { analyse(bytes) })))
  return { what: `analyse ${name}`, value, unit: 'ms', floor: floorOf(bytes, folder), floorIs: FLOOR, aim: 3 }
}

const importRows = async (services: Services, name: string, bytes: Uint8Array, folder: string): Promise<Row[]> => {
  const times: number[] = []
  for (let n = 0; n < ROUNDS; n += 1) {
    const path = join(folder, `${n}-${name}`)
    writeFileSync(path, Buffer.concat([bytes, Buffer.from(`\n${n}\n`)]))
    const start = performance.now()
    const outcome = await services.importer.importFile(path)
    times.push(performance.now() - start)
    if (!outcome.ok) throw new Error(`${name}: ${outcome.failure.message}`)
  }
  return [{ what: `import ${name}, committed`, value: median(times), unit: 'ms', floor: floorOf(bytes, folder), floorIs: FLOOR, aim: 4 }]
}

const growthRows = (): Row[] => {
  const sizes = [0.5, 2, 8, 32]
  const rates = sizes.map((size) => {
    const bytes = Buffer.from(generateRelease(size * MEGABYTE, 7))
    const runs = Array.from({ length: size > 4 ? 1 : 3 }, () => timed(() => { analyse(bytes) }))
    return median(runs) / size
  })
  const [first = 1] = rates.slice(1)
  return rates.slice(2).map((rate, n) => ({
    what: `ms per MB, text of ${sizes[n + 2]} MB`, value: rate, unit: 'ms/MB', floor: first, floorIs: `ms per MB at ${sizes[1]} MB`, aim: 1.15
  }))
}

const memoryRow = (name: string, bytes: Uint8Array): Row => {
  globalThis.gc?.()
  const before = process.memoryUsage.rss()
  analyse(bytes)
  const grown = (process.memoryUsage.rss() - before) / MEGABYTE
  return { what: `memory for ${name}`, value: Math.max(grown, 0), unit: 'MB', floor: 150 + 12 * bytes.length / MEGABYTE, floorIs: '150 MB + 12 × the file', aim: 1 }
}

const noteRows = (services: Services, filingId: string, folder: string): Row[] => {
  const made = addNote(services.library, filingId, { kind: 'filing' })
  if (!made.ok) throw new Error(made.failure.message)
  let { rev } = made.value
  const times = Array.from({ length: 300 }, (_, n) => timed(() => {
    const text = `A note of some words, number ${n}. `.repeat(8)
    const saved = saveNote(services.library, { id: made.value.id, rev, body: JSON.stringify({ text }), text })
    if (!saved.ok) throw new Error(saved.failure.message)
    rev = saved.value.rev
  })).sort((a, b) => a - b)
  const floor = measureCommits(join(folder, 'commits.sqlite'), 300)
  return [0.5, 0.99].map((share) => ({
    what: `save a note, p${share * 100}`, value: at(times, share), unit: 'ms', floor: at(floor, share), floorIs: 'one durable commit of as many characters'
  }))
}

const run = async (files: readonly string[]): Promise<readonly Row[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'redwell-bench-'))
  const analysis = createAnalysisThread()
  try {
    const services = createServices({ dataFolder: join(folder, 'data'), analysis, samplePath: '', appVersion: '0', runtimeVersion: process.version })
    if (!services.ok) throw new Error(services.failure.message)
    const generated = Buffer.from(generateRelease(MEGABYTE, 1))
    const given = files.map((path) => ({ name: basename(path), bytes: readFileSync(path) }))
    const inputs = [{ name: 'generated-1mb.txt', bytes: generated }, ...given]
    const rows: Row[] = inputs.flatMap(({ name, bytes }) => [pipelineRow(name, bytes, folder), memoryRow(name, bytes)])
    for (const { name, bytes } of inputs) rows.push(...await importRows(services.value, name, bytes, folder))
    const outcome = await services.value.importer.importFile(join(folder, '0-generated-1mb.txt'))
    if (outcome.ok) rows.push(...noteRows(services.value, outcome.value.filingId, folder))
    rows.push(...growthRows())
    await services.value.close()
    return rows
  } finally {
    await analysis.close()
    rmSync(folder, { recursive: true, force: true })
  }
}

process.stdout.write(`${JSON.stringify(await run(process.argv.slice(2)))}\n`)
