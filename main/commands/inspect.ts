import { createHash } from 'node:crypto'
import { readFileSync, statSync, writeSync } from 'node:fs'
import { basename } from 'node:path'
import type { FileFacts, Warning } from '#contract/filing'
import { analyseDocument, openFile } from '../domain/analyse'
import { LARGEST_FILE, LARGEST_FILE_WORDS } from '../domain/parse/file/largest-file'
import { codec } from '../worker/codec'
import { printedDocument, printedSubmission } from './inspect-json'

/** How much text is gathered before it is written, in code units. */
const GATHERED = 1 << 20

let gathered: string[] = []
let gatheredLength = 0

/** Writes all of `bytes` to stdout before it returns, however slow the reader at the other end of the pipe. */
const writeBytes = (bytes: Uint8Array): void => {
  let done = 0
  while (done < bytes.length) {
    try {
      done += writeSync(1, bytes, done, bytes.length - done)
    } catch (error) {
      // A pipe that is full says so; the same bytes are offered again.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}

const flush = (): void => {
  const text = gathered.join('')
  gathered = []
  gatheredLength = 0
  if (text !== '') writeBytes(Buffer.from(text, 'utf8'))
}

const writeAll = (text: string): void => {
  gathered.push(text)
  gatheredLength += text.length
  if (gatheredLength >= GATHERED) flush()
}

/** Why a path cannot be inspected; null where it can. */
const refusal = (path: string | undefined): string | null => {
  if (path === undefined || path === '') return 'Name the file to inspect: npm run --silent inspect -- FILE'
  const facts = statSync(path, { throwIfNoEntry: false })
  if (!facts) return `There is no file ${path}.`
  if (facts.isDirectory()) return `${path} is a folder, not a file.`
  if (!facts.isFile()) return `${path} is not a regular file.`
  if (facts.size === 0) return `${path} is empty.`
  return facts.size > LARGEST_FILE ? `${path} is larger than ${LARGEST_FILE_WORDS}.` : null
}

/** How many nodes are turned to JSON at a time. */
const BATCH = 400

/** Prints an array in batches, so that a large one never stands whole in memory as text. */
const writeArray = (items: readonly unknown[]): void => {
  writeAll('[')
  for (let at = 0; at < items.length; at += BATCH) {
    const text = JSON.stringify(items.slice(at, at + BATCH))
    writeAll(`${at > 0 ? ',' : ''}${text.slice(1, -1)}`)
  }
  writeAll(']')
}

/** Prints an object, its arrays in batches and its other values whole. */
const writeObject = (value: object): void => {
  writeAll('{')
  Object.entries(value).forEach(([key, each]: [string, unknown], index) => {
    writeAll(`${index > 0 ? ',' : ''}${JSON.stringify(key)}:`)
    if (Array.isArray(each) && each.length > BATCH) writeArray(each)
    else writeAll(JSON.stringify(each))
  })
  writeAll('}')
}

/** Prints the analysis of one file as one JSON object, document by document. */
const inspect = (path: string): void => {
  const bytes = readFileSync(path)
  const opened = openFile(bytes, codec)
  const file: FileFacts = {
    name: basename(path),
    bytes: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    encoding: opened.encoding,
    format: opened.format
  }
  const warnings: Warning[] = [...opened.warnings]
  writeAll(`{"schema":1,"file":${JSON.stringify(file)},"submission":${JSON.stringify(printedSubmission(opened.submission))},"documents":[`)
  opened.documents.forEach((entry, index) => {
    const analysed = analyseDocument(opened, entry)
    for (const warning of analysed.warnings) warnings.push(warning)
    writeAll(index > 0 ? ',\n' : '\n')
    writeObject(printedDocument(analysed.document))
  })
  writeAll('],"warnings":')
  writeArray(warnings)
  writeAll('}\n')
  flush()
}

const path = process.argv[2]
const reason = refusal(path)
if (reason === null && path !== undefined) {
  try {
    inspect(path)
  } catch (error) {
    process.stderr.write(`${path} could not be read: ${error instanceof Error ? error.message : String(error)}\n`)
    process.exitCode = 1
  }
} else {
  process.stderr.write(`${reason ?? ''}\n`)
  process.exitCode = 2
}
