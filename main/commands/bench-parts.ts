import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { analyseDocument, openFile } from '../domain/analyse'
import { decodeBytes } from '../domain/parse/file/decode'
import { createAnalysisThread } from '../services/analysis-thread'
import { createServices } from '../services/create-services'
import type { Services } from '../services/create-services'
import { addNote, saveNote } from '../services/work/write-note'
import { codec } from '../worker/codec'
import { benchAnchors } from './bench-anchors'
import { measureCommits, measureFloor, timed } from './bench-floor'
import { generateRelease } from './generate-release'

/** One measured number against its floor; the unit of `value` and `floor` is `unit`, `aim` the greatest ratio wanted. */
export interface Row {
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
  const decoding = timed(() => {
    const opened = openFile(bytes, codec)
    raw = opened.raw
    html = opened.format === 'html'
  })
  const runs = Array.from({ length: ROUNDS }, (_, n) => {
    const { tokens, sentences, insert } = measureFloor(raw, html, join(folder, `floor-${n}-${raw.length}.sqlite`))
    return tokens + sentences + insert
  })
  return decoding + median(runs)
}

const pipelineRow = (name: string, bytes: Uint8Array, folder: string): Row => {
  analyse(bytes)
  const value = median(Array.from({ length: ROUNDS }, () => timed(() => analyse(bytes))))
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

/** Sizes of the text whose time is compared, in MB, with how often each is read: one reading of the large ones takes seconds. */
const GROWTH: readonly (readonly [megabytes: number, rounds: number])[] = [[0.5, 5], [4, 3], [16, 1], [64, 1]]

const growthRows = (): Row[] => {
  const rates = GROWTH.map(([size, rounds]) => {
    const bytes = Buffer.from(generateRelease(size * MEGABYTE, 7))
    return median(Array.from({ length: rounds }, () => timed(() => analyse(bytes)))) / size
  })
  const [smallest] = GROWTH[0] ?? [1]
  return rates.slice(1).map((rate, n) => ({
    what: `ms per MB, text of ${GROWTH[n + 1]?.[0] ?? 0} MB`,
    value: rate,
    unit: 'ms/MB',
    floor: rates[0] ?? 1,
    floorIs: `ms per MB at ${smallest} MB`,
    aim: 1.15
  }))
}

/** A submission of a fictional company with `documents` exhibits of one megabyte each. */
const generateSubmission = (documents: number): string => {
  const release = generateRelease(MEGABYTE, 3)
  const parts = Array.from({ length: documents },
    (_, n) =>
      `<DOCUMENT>\n<TYPE>EX-99.${n + 1}\n<SEQUENCE>${n + 1}\n<FILENAME>release-${n + 1}.txt\n<TEXT>\n${release}\n</TEXT>\n</DOCUMENT>\n`)
  return `<SEC-DOCUMENT>0000000000-07-000001.txt : 20070102\n<SEC-HEADER>0000000000-07-000001.hdr.sgml : 20070102\nACCESSION NUMBER:\t\t0000000000-07-000001\n</SEC-HEADER>\n${
    parts.join('')
  }</SEC-DOCUMENT>\n`
}

const SUBMISSION_DOCUMENTS = 100

/** How soon the documents of a large submission are listed, and the first of them is read. */
const submissionRows = (): Row[] => {
  const bytes = Buffer.from(generateSubmission(SUBMISSION_DOCUMENTS))
  const decoding = median(Array.from({ length: 3 }, () => timed(() => decodeBytes(bytes, codec))))
  let opened = openFile(bytes, codec)
  const listing = median(Array.from({ length: 3 }, () =>
    timed(() => {
      opened = openFile(bytes, codec)
    })))
  const [first] = opened.documents
  if (!first || opened.documents.length !== SUBMISSION_DOCUMENTS) throw new Error('The generated submission was not read as one.')
  const reading = timed(() => analyseDocument(opened, first))
  const name = `${SUBMISSION_DOCUMENTS} MB in ${SUBMISSION_DOCUMENTS} documents`
  return [
    { what: `list ${name}`, value: listing, unit: 'ms', floor: decoding, floorIs: 'decoding the bytes' },
    { what: `list ${name}, read one`, value: listing + reading, unit: 'ms', floor: decoding, floorIs: 'decoding the bytes' }
  ]
}

const noteRows = (services: Services, filingId: string, folder: string): Row[] => {
  const made = addNote(services.library, filingId, { kind: 'filing' })
  if (!made.ok) throw new Error(made.failure.message)
  let { rev } = made.value
  const times = Array.from({ length: 300 }, (_, n) =>
    timed(() => {
      const text = `A note of some words, number ${n}. `.repeat(8)
      const saved = saveNote(services.library, { id: made.value.id, rev, body: JSON.stringify({ text }), text })
      if (!saved.ok) throw new Error(saved.failure.message)
      rev = saved.value.rev
    })).sort((a, b) => a - b)
  const floor = measureCommits(join(folder, 'commits.sqlite'), 300)
  return [0.5, 0.99].map((share) => ({
    what: `save a note, p${share * 100}`,
    value: at(times, share),
    unit: 'ms',
    floor: at(floor, share),
    floorIs: 'one durable commit of as many characters'
  }))
}

const ANNOTATIONS = 10_000

/** How long it takes to look for many annotations in an edited version of a filing. A note on wrong words stops the bench. */
const anchorRows = (name: string, bytes: Uint8Array): Row[] => {
  const { ms, each, floor, wrong } = benchAnchors(bytes, ANNOTATIONS)
  if (wrong > 0) throw new Error(`${wrong} of ${ANNOTATIONS} annotations of ${name} came to stand on other words.`)
  return [
    { what: `re-anchor ${ANNOTATIONS} annotations, ${name}`, value: ms, unit: 'ms', floor, floorIs: 'one indexOf for each quote' },
    { what: `re-anchor one annotation of them, ${name}`, value: each, unit: 'µs' }
  ]
}

/**
 * The parts that need no window: analysis and import of a generated text and of the files at the paths, saving a note, a large
 * submission, and how the time grows with the text.
 */
export const benchParts = async (files: readonly string[]): Promise<readonly Row[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'redwell-bench-'))
  const analysis = createAnalysisThread()
  try {
    const services = createServices({ dataFolder: join(folder, 'data'), analysis, samplePath: '', appVersion: '0',
      runtimeVersion: process.version })
    if (!services.ok) throw new Error(services.failure.message)
    const generated = Buffer.from(generateRelease(MEGABYTE, 1))
    const given = files.map((path) => ({ name: basename(path), bytes: readFileSync(path) }))
    const inputs = [{ name: 'generated-1mb.txt', bytes: generated }, ...given]
    const rows: Row[] = inputs.map(({ name, bytes }) => pipelineRow(name, bytes, folder))
    for (const { name, bytes } of inputs) rows.push(...await importRows(services.value, name, bytes, folder))
    const outcome = await services.value.importer.importFile(join(folder, '0-generated-1mb.txt'))
    if (outcome.ok) rows.push(...noteRows(services.value, outcome.value.filingId, folder))
    for (const { name, bytes } of inputs) rows.push(...anchorRows(name, bytes))
    rows.push(...submissionRows(), ...growthRows())
    await services.value.close()
    return rows
  } finally {
    await analysis.close()
    rmSync(folder, { recursive: true, force: true })
  }
}
