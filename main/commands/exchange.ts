import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { argv, stderr, stdout } from 'node:process'
import type { WorkScope } from '#contract/exchange'
import type { WrittenFile } from '../domain/exchange/written-file'
import { gatherWork } from '../services/exchange/gather-work'
import { OFFICE_WRITERS } from '../services/exchange/office-writers'
import { listFilings } from '../store/filings'
import type { ReadableDb } from '../store/handles'
import { openForReading } from '../store/open-for-reading'
import { makeThrowAway } from './exchange/throw-away'

const USAGE = `npm run --silent exchange -- FORMAT SOURCE TARGET [--marks N] [--whole] [--no-suggestions]

FORMAT   ${Object.keys(OFFICE_WRITERS).join(', ')}
SOURCE   T1 (a filing of traps with work on it), a filing, or the data folder of a library
TARGET   the file to write; further files of the same format are written beside it
--marks  how many marks to make on a filing, each with a note; 0 where it is left out
`

/** What was asked for on the command line. */
interface Asked {
  readonly words: readonly string[]
  readonly marks: number
  readonly wholeText: boolean
  readonly suggestions: WorkScope['suggestions']
}

const askedOf = (args: readonly string[]): Asked => {
  const at = args.indexOf('--marks')
  return {
    words: args.filter((word, index) => !word.startsWith('--') && (at < 0 || index !== at + 1)),
    marks: at < 0 ? 0 : Number(args[at + 1] ?? 0),
    wholeText: args.includes('--whole'),
    suggestions: args.includes('--no-suggestions') ? 'none' : 'all'
  }
}

const isFormat = (word: string): word is keyof typeof OFFICE_WRITERS => word in OFFICE_WRITERS

/** A name with an ending is that of the first file; further ones stand beside it. One without is a folder for all of them. */
const writeFiles = (files: readonly WrittenFile[], target: string): readonly string[] =>
  files.map(({ path, content }, at) => {
    const isFile = /\.[a-z0-9]+$/i.test(target)
    const place = isFile ? (at === 0 ? target : join(dirname(target), path)) : join(target, path)
    mkdirSync(dirname(place), { recursive: true })
    writeFileSync(place, content)
    return place
  })

const write = async (format: keyof typeof OFFICE_WRITERS, db: ReadableDb, filingIds: readonly string[], target: string,
  asked: Asked): Promise<void> => {
  const began = performance.now()
  const work = gatherWork(db, { filingIds, suggestions: asked.suggestions }, { appVersion: '0.1.0', history: true, bytesOf: null })
  const gathered = performance.now()
  const files = await (await OFFICE_WRITERS[format]())(work, { wholeText: asked.wholeText }, () => undefined)
  const written = performance.now()
  for (const path of writeFiles(files, target)) stdout.write(`${path}\n`)
  stderr.write(
    `gathered in ${String(Math.round(gathered - began))} ms, written in ${String(Math.round(written - gathered))} ms, at most ${
      String(Math.round(process.resourceUsage().maxRSS / 1024))
    } MB\n`
  )
}

const main = async (args: readonly string[]): Promise<number> => {
  const asked = askedOf(args)
  const [format = '', source = '', target = ''] = asked.words
  if (!isFormat(format) || source === '' || target === '') {
    stderr.write(USAGE)
    return 2
  }
  const folder = process.env['INIT_CWD'] ?? '.'
  const library = openForReading(resolve(folder, source))
  if (library) {
    try {
      await write(format, library, listFilings(library, false).map(({ id }) => id), resolve(folder, target), asked)
    } finally {
      library.close()
    }
    return 0
  }
  const made = await makeThrowAway(source, asked.marks)
  try {
    await write(format, made.services.library.db, [made.filingId], resolve(folder, target), asked)
  } finally {
    await made.remove()
  }
  return 0
}

try {
  process.exitCode = await main(argv.slice(2))
} catch (error) {
  stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
