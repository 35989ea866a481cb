import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WorkScope, WrittenFormat } from '#contract/exchange'
import type { FilingSummary } from '#contract/library'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { PACK_ENDING, plainName } from '../../domain/exchange/pack/pack-layout'
import { readWork } from '../../domain/exchange/read-work'
import { byteOffsetsOf } from '../../domain/exchange/text-units'
import type { ByteOffsets } from '../../domain/exchange/text-units'
import type { WorkDocument } from '../../domain/exchange/work-document'
import type { ReadableDb } from '../../store/handles'
import { hashOfBody } from '../work/write-note'
import { gatherWork } from './gather-work'
import { withOwnNames } from './own-table'
import { planImport } from './plan-import'
import type { ImportPlan } from './plan-import'
import { withoutNotes } from './pack/quotations'
import { NotPacked, packWork } from './pack/gather-pack'
import { packTools } from './pack/node-tools'
import { withPack } from './pack/open-pack'
import { planPack } from './pack/plan-pack'
import type { PackPlan } from './pack/plan-pack'
import { readArchive } from './read-archive'
import { waitingWork } from './set-aside'
import { WRITERS } from './writers'

/** What a thread of the exchange is asked to do, over the library of a data folder. */
export type ExchangeTask =
  | { readonly kind: 'write'; readonly scope: WorkScope; readonly format: WrittenFormat; readonly wholeText: boolean;
    readonly appVersion: string }
  | { readonly kind: 'pack'; readonly scope: WorkScope; readonly name: string; readonly printed: readonly PrintedFile[];
    /** Notes that stay at home. */
    readonly without: readonly string[]; /** The private key that signs it, as PKCS#8 in PEM; null to leave it unsigned. */
    readonly key: string | null; readonly appVersion: string }
  | { readonly kind: 'read-pack'; readonly path: string; readonly libraryId: string }
  | { readonly kind: 'read'; readonly text: string; readonly archive: string | null; readonly fileName: string; readonly libraryId: string }
  | { readonly kind: 'again'; readonly ids: readonly string[]; readonly libraryId: string }

/** One printed document that goes into a pack; its name is below the folder of views. */
export interface PrintedFile {
  readonly path: string
  readonly content: Uint8Array
}

/** One finished file of an export. */
export interface FinishedFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** A note that an export holds, as it is in it. */
export interface WrittenNote {
  readonly token: string
  readonly noteId: string
  readonly rev: number
  readonly sha256: string
}

/** What a task answers. */
export type ExchangeAnswer =
  | { readonly kind: 'written'; readonly files: readonly FinishedFile[]; readonly notes: readonly WrittenNote[] }
  | { readonly kind: 'read'; readonly plan: ImportPlan }
  | { readonly kind: 'pack'; readonly plan: PackPlan }

const LABELS = { 'utf-8': 'utf-8', 'windows-1252': 'windows-1252', 'utf-16le': 'utf-16le', 'utf-16be': 'utf-16be' } as const

const markLength = (bytes: Uint8Array): number => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 3
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff) ? 2 : 0
}

/** The byte offsets of a filing's text in its kept file; null where that cannot be read now. */
const bytesIn = (folder: string) => ({ encoding, sha256 }: FilingSummary): ByteOffsets | null => {
  if (encoding === null) return null
  try {
    const bytes = readFileSync(join(folder, 'sources', sha256))
    const mark = markLength(bytes)
    const text = new TextDecoder(LABELS[encoding], { ignoreBOM: true }).decode(bytes.subarray(mark))
    return byteOffsetsOf(text, encoding, mark, bytes.length)
  } catch {
    return null
  }
}

const notesOf = ({ filings }: WorkDocument): WrittenNote[] =>
  filings.flatMap(({ notes }) => notes.map(({ token, id, rev, body }) => ({ token, noteId: id, rev, sha256: hashOfBody(body) })))

const pack = async (db: ReadableDb, folder: string, task: Extract<ExchangeTask, { kind: 'pack' }>,
  onStep: (done: number, total: number) => void): Promise<Result<ExchangeAnswer>> => {
  const { scope, name, printed, key, appVersion, without } = task
  const work = withoutNotes(
    gatherWork(db, scope, { appVersion, history: true, bytesOf: bytesIn(folder), onFiling: (done, total) => onStep(done, 2 * total) }),
    new Set(without)
  )
  try {
    const bytes = await packWork(db, folder, scope, work, { name, printed, isWhole: without.length === 0,
      tools: packTools(key === null ? null : createPrivateKey(key)) }, (done, total) => onStep(total + done, 2 * total))
    return ok({ kind: 'written', notes: notesOf(work), files: [{ path: `${plainName(name)}${PACK_ENDING}`, bytes }] })
  } catch (error) {
    if (!(error instanceof NotPacked)) throw error
    return fail('export-failed', error.message, { remedy: error.remedy, ...(error.file === null ? {} : { file: error.file }) })
  }
}

const toBytes = (content: string | Uint8Array): Uint8Array => typeof content === 'string' ? new TextEncoder().encode(content) : content

/** Does a task over a library that is only read. `onStep` is told how far it is and may throw to stop. */
export const runTask = async (db: ReadableDb, folder: string, task: ExchangeTask,
  onStep: (done: number, total: number) => void): Promise<Result<ExchangeAnswer>> => {
  if (task.kind === 'read') {
    if (task.archive !== null) {
      const returned = await readArchive(db, task.libraryId, task.archive)
      if (!returned.ok) return returned
      return ok({ kind: 'read', plan: planImport({ db, libraryId: task.libraryId }, returned.value, onStep) })
    }
    const work = readWork(task.text)
    if ('refused' in work) return fail('not-a-filing', work.refused, { file: task.fileName, remedy: work.remedy })
    const named = withOwnNames(db, task.libraryId, work)
    return ok({ kind: 'read', plan: planImport({ db, libraryId: task.libraryId }, named, onStep) })
  }
  if (task.kind === 'again')
    return ok({ kind: 'read', plan: planImport({ db, libraryId: task.libraryId }, waitingWork(db, task.ids).work, onStep) })
  if (task.kind === 'pack') return pack(db, folder, task, onStep)
  if (task.kind === 'read-pack') {
    const read = await withPack(task.path, onStep, (opened) => planPack(db, task.libraryId, opened, onStep))
    return read.ok ? ok({ kind: 'pack', plan: read.value }) : read
  }
  const wantsAll = task.format === 'json' || task.format === 'w3c'
  const work = gatherWork(db, task.scope, { appVersion: task.appVersion, history: wantsAll, bytesOf: wantsAll ? bytesIn(folder) : null,
    onFiling: (done, total) => onStep(done, 2 * total) })
  const write = await WRITERS[task.format]()
  const files = await write(work, { wholeText: task.wholeText }, (done, total) => onStep(total + done, 2 * total))
  return ok({ kind: 'written', notes: notesOf(work), files: files.map(({ path, content }) => ({ path, bytes: toBytes(content) })) })
}
