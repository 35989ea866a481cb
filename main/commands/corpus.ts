import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { FilingDocument, Warning } from '#contract/filing'
import { analyseDocument, openFile, type OpenedFile } from '../domain/analyse'
import { checkDocument, checkLineEnds, checkRepeatable } from '../domain/laws/check-document'
import { codec } from '../worker/codec'
import { judgeFacts } from './corpus-facts'
import { judgeAllNumbers } from './corpus-numbers'
import { printReport, withHangs, type FileReport } from './corpus-report'
import { reencoded, truncated, withCrLf, type Variant } from './corpus-variants'

const USAGE =
  'Use: npm run corpus -- FOLDER [--reencode] [--crlf] [--truncate SEED] [--only WORD]\n     npm run corpus -- --facts FOLDER [--only WORD]\n     npm run corpus -- --numbers FOLDER [--only WORD]'

interface Options {
  readonly folder: string
  readonly reencode: boolean
  readonly crlf: boolean
  readonly truncate: number | null
  readonly only: string
  /** Whether figures are held against the facts of inline XBRL, and nothing else is done. */
  readonly facts: boolean
  /** Whether the numbers of the sources are held against those of the documents, and nothing else is done. */
  readonly numbers: boolean
}

const readOptions = (words: readonly string[]): Options | null => {
  const valueOf = (name: string): string | undefined => (words.includes(name) ? words[words.indexOf(name) + 1] : undefined)
  const folder = words.find((word, at) => !word.startsWith('--') && words[at - 1] !== '--truncate' && words[at - 1] !== '--only')
  if (folder === undefined) return null
  const seed = valueOf('--truncate')
  return {
    folder,
    reencode: words.includes('--reencode'),
    crlf: words.includes('--crlf'),
    truncate: words.includes('--truncate') ? Number(seed ?? 1) || 1 : null,
    only: valueOf('--only') ?? '',
    facts: words.includes('--facts'),
    numbers: words.includes('--numbers')
  }
}

/** All files below a folder, sorted by path. */
const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name)).sort()

interface Reading {
  readonly opened: OpenedFile
  readonly documents: readonly FilingDocument[]
  readonly warnings: readonly Warning[]
  readonly ms: number
}

const read = (bytes: Uint8Array): Reading => {
  const start = performance.now()
  const opened = openFile(bytes, codec)
  const analysed = opened.documents.map((entry) => analyseDocument(opened, entry))
  const ms = performance.now() - start
  return { opened, documents: analysed.map((each) => each.document),
    warnings: [...opened.warnings, ...analysed.flatMap((each) => each.warnings)], ms }
}

/** A document without text must come with a warning that says why. */
const emptyWithoutWord = (reading: Reading): string[] =>
  reading.documents.flatMap((document) => {
    const isEmpty = document.blocks.every((block) => block.text === '')
    return isEmpty && reading.warnings.length === 0 ? [`empty: document ${document.sequence} has no text and no warning says why`] : []
  })

const lawsOf = (reading: Reading): string[] => [
  ...reading.documents.flatMap((document) =>
    checkDocument(reading.opened.raw, document).map((breach) =>
      `${breach.law}: ${breach.message}${breach.range ? ` at ${breach.range.start}` : ''}`
    )
  ),
  ...emptyWithoutWord(reading)
]

/** What a second reading finds otherwise, and what the file breaks with other encodings, line ends and ends. */
const lawsOfVariants = (first: Reading, again: Reading, bytes: Uint8Array, options: Options): string[] => {
  const out: string[] = []
  first.documents.forEach((document, at) => {
    const other = again.documents[at]
    const breach = other ? checkRepeatable(document, other) : null
    if (breach) out.push(`${breach.law}: ${breach.message}`)
  })
  const raw = first.opened.raw
  const variants: Variant[] = raw === '' ? [] : [...(options.reencode ? reencoded(raw) : []), ...(options.crlf ? [withCrLf(raw)] : [])]
  if (options.truncate !== null) variants.push(...truncated(bytes, options.truncate))
  for (const variant of variants) {
    const reading = read(variant.bytes)
    for (const law of lawsOf(reading)) out.push(`${variant.name}: ${law}`)
    if (!variant.sameText) continue
    if (reading.documents.length !== first.documents.length)
      out.push(`${variant.name}: ${reading.documents.length} documents in place of ${first.documents.length}`)
    reading.documents.forEach((document, at) => {
      const breach = first.documents[at] ? checkLineEnds(first.documents[at], document) : null
      if (breach) out.push(`${variant.name}: ${breach.law}: ${breach.message}`)
    })
  }
  return out
}

/** Files slower than this, in milliseconds and for a megabyte, are timed again: another program may have had the processor. */
const DOUBTFUL = { ms: 200, perMegabyte: 1000 }

/** The least time of several readings. */
const leastTime = (first: Reading, again: Reading, bytes: Uint8Array): number => {
  let ms = Math.min(first.ms, again.ms)
  for (let more = 0; more < 3 && ms > DOUBTFUL.ms && ms * 1_000_000 > DOUBTFUL.perMegabyte * bytes.length; more += 1)
    ms = Math.min(ms, read(bytes).ms)
  return ms
}

const report = (path: string, options: Options): FileReport => {
  const name = relative(options.folder, path)
  const bytes = readFileSync(path)
  try {
    const reading = read(bytes)
    const again = read(bytes)
    return {
      name,
      format: reading.opened.format,
      bytes: bytes.length,
      documents: reading.documents.length,
      ms: leastTime(reading, again, bytes),
      blocks: reading.documents.reduce((total, document) => total + document.blocks.length, 0),
      sentences: reading.documents.reduce((total, document) => total + document.sentences.length, 0),
      warnings: reading.warnings.map((warning) => warning.code),
      broken: [...lawsOf(reading), ...lawsOfVariants(reading, again, bytes, options)]
    }
  } catch (error) {
    const words = error instanceof Error ? error.stack?.split('\n').slice(0, 3).join(' ') ?? error.message : String(error)
    return { name, format: '?', bytes: bytes.length, documents: 0, blocks: 0, sentences: 0, ms: 0, warnings: [],
      broken: [`crash: ${words}`] }
  }
}

/** Checks every file against the laws, and prints the report. */
const check = (paths: readonly string[], options: Options): void => {
  const reports = withHangs(paths.map((path, at) => {
    process.stderr.write(`\r${at + 1} of ${paths.length}`)
    return report(path, options)
  }))
  process.stderr.write('\n')
  process.stdout.write(printReport(reports))
  process.exitCode = reports.some((each) => each.broken.length > 0) ? 1 : 0
}

const options = readOptions(process.argv.slice(2))
if (!options || !statSync(options.folder, { throwIfNoEntry: false })?.isDirectory()) {
  process.stderr.write(`${options ? `${options.folder} is not a folder.\n` : ''}${USAGE}\n`)
  process.exitCode = 2
} else {
  const paths = filesBelow(options.folder).filter((path) => path.includes(options.only))
  const write = (text: string): boolean => process.stdout.write(text)
  if (options.facts) judgeFacts(paths, write)
  else if (options.numbers) process.exitCode = judgeAllNumbers(paths, write) ? 0 : 1
  else check(paths, options)
}
