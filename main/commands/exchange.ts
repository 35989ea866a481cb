import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { argv, stderr, stdout } from 'node:process'
import type { WorkScope, WrittenFormat } from '#contract/exchange'
import { runTask } from '../services/exchange/exchange-task'
import type { FinishedFile } from '../services/exchange/exchange-task'
import { WRITERS } from '../services/exchange/writers'
import { listFilings } from '../store/filings'
import type { ReadableDb } from '../store/handles'
import { openForReading } from '../store/open-for-reading'
import { doDeeds, partsOf, wordFileOf, workInWord, type Deed } from './exchange/answer-word'
import { measureExports } from './exchange/measure'
import { readMutations } from './exchange/mutations'
import { checkPackFile, tamperPacks, writePack } from './exchange/packs'
import { makeThrowAway } from './exchange/throw-away'
import { TRAPS } from './exchange/traps'
import { must } from './trial/must'
import { readWorkFile } from '../services/exchange/read-work-file'
import { libraryIdOf } from '../services/work/people'

const USAGE = `npm run --silent exchange -- FORMAT SOURCE TARGET [--marks N] [--whole] [--no-suggestions]
npm run --silent exchange -- read FILE [T1 or LIBRARY]
npm run --silent exchange -- pack SOURCE TARGET [--key FILE]
npm run --silent exchange -- check PACK
npm run --silent exchange -- tamper PACK [N]
npm run --silent exchange -- mutate [COUNT]
npm run --silent exchange -- measure FILE… [--marks N]
npm run --silent exchange -- answer SENT.docx RETURNED.docx DEEDS.json

FORMAT   ${Object.keys(WRITERS).join(', ')}
SOURCE   T1 (a filing of traps with work on it), a filing, or the data folder of a library
TARGET   the file to write; further files of the same format are written beside it
--key    a private key as PKCS#8 in PEM, made where there is none; its public key is written beside it as FILE.signers
--marks  how many marks to make on a filing, each with a note; 0 where it is left out
`

/** What was asked for on the command line. */
interface Asked {
  readonly words: readonly string[]
  /** Where the key that signs a pack is, or is to be; null to leave it unsigned. */
  readonly key: string | null
  readonly marks: number
  readonly wholeText: boolean
  readonly suggestions: WorkScope['suggestions']
}

const askedOf = (args: readonly string[]): Asked => {
  const at = args.indexOf('--marks')
  const key = args.indexOf('--key')
  return {
    words: args.filter((word, index) => !word.startsWith('--') && [at, key].every((option) => option < 0 || index !== option + 1)),
    key: key < 0 ? null : resolve(args[key + 1] ?? ''),
    marks: at < 0 ? 0 : Number(args[at + 1] ?? 0),
    wholeText: args.includes('--whole'),
    suggestions: args.includes('--no-suggestions') ? 'none' : 'all'
  }
}

const isFormat = (word: string): word is WrittenFormat => word in WRITERS

/** A name with an ending is that of the first file; further ones stand beside it. One without is a folder for all of them. */
const writeFiles = (files: readonly FinishedFile[], target: string): readonly string[] =>
  files.map(({ path, bytes }, at) => {
    const isFile = /\.[a-z0-9]+$/i.test(target)
    const place = isFile ? (at === 0 ? target : join(dirname(target), path)) : join(target, path)
    mkdirSync(dirname(place), { recursive: true })
    writeFileSync(place, bytes)
    return place
  })

/** A library that is only read. */
interface Opened {
  readonly db: ReadableDb
  readonly folder: string
  readonly libraryId: string
  readonly filingIds: readonly string[]
}

const write = async (format: WrittenFormat, { db, folder, filingIds }: Opened, target: string, asked: Asked): Promise<void> => {
  const began = performance.now()
  const scope: WorkScope = { filingIds, suggestions: asked.suggestions }
  const answer = must(
    await runTask(db, folder, { kind: 'write', scope, format, wholeText: asked.wholeText, appVersion: '0.1.0' }, () => undefined)
  )
  if (answer.kind !== 'written') return
  for (const path of writeFiles(answer.files, target)) stdout.write(`${path}\n`)
  stderr.write(
    `written in ${String(Math.round(performance.now() - began))} ms, at most ${
      String(Math.round(process.resourceUsage().maxRSS / 1024))
    } MB\n`
  )
}

/** Says what would become of each item of a file, and stores nothing: the sum, and one line an item. */
const read = async (path: string, { db, folder, libraryId }: Opened): Promise<void> => {
  const file = must(await readWorkFile(path))
  const answer = must(
    await runTask(db, folder, { kind: 'read', text: file.text, archive: file.archive, fileName: file.name, libraryId }, () => undefined)
  )
  if (answer.kind !== 'read') return
  stdout.write(`${JSON.stringify(answer.plan.counts)}\n`)
  for (const { place, outcome, reason, ticked } of answer.plan.items)
    stdout.write(
      `${outcome.padEnd(12)} ${outcome !== 'duplicate' && !ticked ? '(waits) ' : ''}${place}${reason === '' ? '' : `: ${reason}`}\n`
    )
  for (const remark of answer.plan.remarks) stdout.write(`${remark}\n`)
}

/** Changes a Word file as somebody in Word would, by a file of deeds. */
const answer = (sent: string, returned: string, deeds: string): void => {
  const word = workInWord(partsOf(readFileSync(sent)))
  doDeeds(word, JSON.parse(readFileSync(deeds, 'utf8')) as Deed[])
  writeFileSync(returned, wordFileOf(word.parts))
}

/** Opens the library of a data folder for looking, or makes one that is thrown away, with work on the fixture or on a file. */
const open = async (source: string, marks: number): Promise<Opened & { readonly close: () => Promise<void> }> => {
  const folder = resolve(source)
  const db = source === TRAPS ? null : openForReading(folder)
  if (db) {
    return { db, folder, libraryId: '', filingIds: listFilings(db, false).map(({ id }) => id), close: () => {
      db.close()
      return Promise.resolve()
    } }
  }
  const { services: { library }, filingId, remove } = await makeThrowAway(source, marks)
  return { db: library.db, folder: library.folder, libraryId: libraryIdOf(library), filingIds: [filingId], close: remove }
}

/** Reads that many mutated files, and fails at the first that is not read or refused as it should be. */
const mutations = async (count: number): Promise<void> => {
  const ground = await makeThrowAway(TRAPS, 0)
  const began = performance.now()
  try {
    const { read, refused } = await readMutations(ground, count)
    stdout.write(
      `${String(count)} files: ${String(read)} read, ${String(refused)} refused, in ${
        String(Math.round((performance.now() - began) / 1000))
      } s, at most ${String(Math.round(process.resourceUsage().maxRSS / 1024))} MB\n`
    )
  } finally {
    await ground.remove()
  }
}

const pack = async ({ words: [, source = '', target = ''], key, marks }: Asked): Promise<number> => {
  const opened = await open(source, marks)
  try {
    await writePack(opened, resolve(target), key)
  } finally {
    await opened.close()
  }
  return 0
}

const main = async (args: readonly string[]): Promise<number> => {
  const asked = askedOf(args)
  if (asked.words[0] === 'measure') {
    let faults = 0
    for (const source of asked.words.slice(1)) {
      await measureExports(resolve(source), asked.marks, ({ file, format, ms, mb, bytes, fault }) => {
        faults += fault === null ? 0 : 1
        stdout.write(
          `${file} ${format}: ${(ms / 1000).toFixed(1)} s, ${String(mb)} MB, ${String(bytes)} bytes${
            fault === null ? '' : `, WRONG: ${fault}`
          }\n`
        )
      })
    }
    return faults === 0 ? 0 : 1
  }
  if (asked.words[0] === 'mutate') {
    await mutations(Number(asked.words[1] ?? 10_000))
    return 0
  }
  if (asked.words[0] === 'check' && asked.words.length === 2) return checkPackFile(resolve(asked.words[1] ?? ''))
  if (asked.words[0] === 'tamper') return tamperPacks(resolve(asked.words[1] ?? ''), Number(asked.words[2] ?? 200))
  if (asked.words[0] === 'pack' && asked.words.length === 3) return pack(asked)
  if (asked.words[0] === 'answer' && asked.words.length === 4) {
    const [, sent = '', returned = '', deeds = ''] = asked.words
    answer(sent, returned, deeds)
    return 0
  }
  const [format = '', source = '', target = ''] = asked.words
  if ((!isFormat(format) && format !== 'read') || source === '' || (target === '' && format !== 'read')) {
    stderr.write(USAGE)
    return 2
  }
  const opened = await open(format === 'read' ? target || TRAPS : source, asked.marks)
  try {
    await (format === 'read' ? read(resolve(source), opened) : write(format, opened, resolve(target), asked))
  } finally {
    await opened.close()
  }
  return 0
}

try {
  process.exitCode = await main(argv.slice(2))
} catch (error) {
  stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
