import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { ImportCounts, ImportItem, WrittenFormat } from '#contract/exchange'
import type { FilingId } from '#contract/ids'
import { ME } from '#contract/person'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { findBySha256, listFilings } from '../../store/filings'
import type { ReadableDb } from '../../store/handles'
import { openForReading } from '../../store/open-for-reading'
import { getPerson } from '../../store/people'
import type { ExchangeTask, FinishedFile } from './exchange-task'
import type { TaskRunner } from './exchanger'
import { readWorkFile } from './read-work-file'
import { WRITERS } from './writers'

/** What is asked of a library without a window: work written in a format, of all its filings or of those whose files are named. */
export interface ExchangeOnly {
  readonly folder: string
  readonly appVersion: string
  readonly runner: TaskRunner
}

const isFormat = (word: string): word is WrittenFormat => word in WRITERS

const opened = async <T>(folder: string, use: (db: ReadableDb) => Promise<Result<T>>): Promise<Result<T>> => {
  const db = openForReading(folder)
  if (!db)
    return fail('not-found', 'There is no library here yet, or it cannot be opened.', { file: folder, remedy: 'Start Redwell once.' })
  try {
    return await use(db)
  } finally {
    db.close()
  }
}

const idsOf = async (db: ReadableDb, files: readonly string[]): Promise<Result<readonly FilingId[]>> => {
  if (files.length === 0) return ok(listFilings(db, false).map(({ id }) => id))
  const ids: FilingId[] = []
  for (const file of files) {
    let sha256: string
    try {
      sha256 = createHash('sha256').update(await readFile(file)).digest('hex')
    } catch (error) {
      return fail('file-unreadable', 'The file could not be read.', { file, place: error instanceof Error ? error.message : String(error) })
    }
    const filing = findBySha256(db, sha256)
    if (!filing) return fail('not-found', 'This filing is not in the library.', { file, remedy: 'Import it first.' })
    ids.push(filing.id)
  }
  return ok(ids)
}

/** The files of an export of the work on some filings, with the suggestions that were accepted; nothing of the library is changed. */
export const writeOnly = ({ folder, appVersion, runner }: ExchangeOnly, format: string,
  files: readonly string[]): Promise<Result<readonly FinishedFile[]>> =>
  opened(folder, async (db) => {
    if (!isFormat(format))
      return fail('invalid-request', `There is no format "${format}".`, {
        remedy: `Name one of: ${Object.keys(WRITERS).join(', ')}, read.`
      })
    const ids = await idsOf(db, files)
    if (!ids.ok) return ids
    const task: ExchangeTask = { kind: 'write', scope: { filingIds: ids.value, suggestions: 'accepted' }, format, wholeText: true,
      appVersion }
    const answer = await runner.run(task, () => undefined)
    if (!answer.ok) return answer
    return ok(answer.value.kind === 'written' ? answer.value.files : [])
  })

/** What a file of somebody's work would become in the library; nothing is stored. */
export const readOnly = ({ folder, runner }: ExchangeOnly,
  path: string): Promise<Result<{ readonly counts: ImportCounts; readonly items: readonly ImportItem[] }>> =>
  opened(folder, async (db) => {
    const file = await readWorkFile(path)
    if (!file.ok) return file
    const { text, archive, name } = file.value
    const answer = await runner.run({ kind: 'read', text, archive, fileName: name, libraryId: getPerson(db, ME)?.libraryId ?? '' },
      () => undefined)
    if (!answer.ok) return answer
    return answer.value.kind === 'read' ? ok(answer.value.plan) : fail('export-failed', 'It was not read.')
  })
