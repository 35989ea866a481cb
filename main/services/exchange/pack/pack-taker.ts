import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { ImportCounts, ImportReport } from '#contract/exchange'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import type { FilingReader } from '../../filing-reader'
import type { ImportAct, Importer } from '../../import/import-filing'
import type { LibraryContext } from '../../library-context'
import { libraryIdOf } from '../../work/people'
import type { ExchangeAnswer, ExchangeTask } from '../exchange-task'
import { openArchive } from '../read-zip'
import { isPack, refusalOf } from './open-pack'
import type { AbsentFiling, PackPlan } from './plan-pack'
import { takePack } from './take-pack'

/** Takes evidence packs of others in. */
export interface PackTaker {
  /** Whether a file is a pack, by what is in it. */
  readonly isPack: (path: string) => Promise<boolean>
  /** Checks a pack and says what would become of each thing; nothing is stored. */
  readonly read: (path: string) => Promise<Result<ImportReport>>
  /** Whether a token is of the pack that was read last. */
  readonly knows: (token: string) => boolean
  /** Imports the filings of that pack that are not here, and stores what is on them, but for the items at these places of the report. */
  readonly takeIn: (token: string, leftOut: readonly number[]) => Promise<Result<ImportCounts>>
}

/** What a pack taker is made of. */
export interface TakerParts {
  readonly library: LibraryContext
  readonly importer: Importer
  readonly reader: FilingReader
  readonly run: (task: ExchangeTask, file: string) => Promise<Result<ExchangeAnswer>>
}

const hashOfFile = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/** Imports filings of a pack, each written under a name of our own and gone again; all as one act. */
const importAbsent = async ({ importer, reader }: TakerParts, path: string, absent: readonly AbsentFiling[], act: ImportAct): Promise<
  Result<null>
> => {
  const folder = await mkdtemp(join(tmpdir(), 'redwell-pack-'))
  let archive: Awaited<ReturnType<typeof openArchive>> | null = null
  try {
    archive = await openArchive(path)
    for (const { sha256, entry, fileName, sequences } of absent) {
      const source = join(folder, sha256)
      await writeFile(source, await archive.read(entry), { flag: 'wx' })
      const imported = await importer.importFile(source, undefined,
        () => ({ ...act, fileName: basename(fileName).slice(0, 200) || sha256 }))
      await rm(source)
      if (!imported.ok) return imported
      for (const sequence of sequences) {
        const read = await reader.document(imported.value.filingId, sequence)
        if (!read.ok) return read
      }
    }
    return ok(null)
  } catch (error) {
    return refusalOf(error, path)
  } finally {
    archive?.close()
    await rm(folder, { recursive: true, force: true })
  }
}

/** The plan without the items that the reader leaves out; notes on a highlight that was left out go to the filing. */
const without = (plan: PackPlan, leftOut: ReadonlySet<number>): PackPlan =>
  leftOut.size === 0
    ? plan
    : { ...plan, things: plan.things.filter(({ at }) => !leftOut.has(at)) }

/** Makes what takes packs into a library. */
export const createPackTaker = (parts: TakerParts): PackTaker => {
  const { library, run } = parts
  let last: { readonly token: string; readonly path: string; readonly plan: PackPlan } | null = null
  const planOf = async (path: string): Promise<Result<PackPlan>> => {
    const answer = await run({ kind: 'read-pack', path, libraryId: libraryIdOf(library) }, basename(path))
    if (!answer.ok) return answer
    return answer.value.kind === 'pack' ? ok(answer.value.plan) : fail('export-failed', 'It broke off. Nothing was changed.')
  }
  return {
    isPack: async (path) => {
      try {
        const archive = await openArchive(path)
        archive.close()
        return isPack(archive.names)
      } catch {
        // What cannot be opened as an archive is told of by whoever reads it as something else.
        return false
      }
    },
    read: async (path) => {
      const read = await planOf(path)
      if (!read.ok) return read
      const { counts, items, remarks } = read.value
      last = { token: library.newId(), path, plan: read.value }
      return ok({ token: last.token, fileName: basename(path), format: 'pack', counts, items, remarks })
    },
    knows: (token) => last?.token === token,
    takeIn: async (token, leftOut) => {
      if (last?.token !== token) return fail('not-found', 'This file was not the last one that was read.', { remedy: 'Read it again.' })
      const { path, plan } = last
      const groupId = library.newId()
      const label = `Take in ${plan.facts.name}`
      const imported = plan.absent.length === 0
        ? ok(null)
        : await importAbsent(parts, path, plan.absent, { label, groupId, alongside: () => undefined })
      if (!imported.ok) return imported
      const now = plan.absent.length === 0 ? ok(plan) : await planOf(path)
      if (!now.ok) return now
      // Filings that came a moment ago are told as new, as the report told them.
      const counts = { ...now.value.counts, imported: now.value.counts.imported + plan.absent.length,
        duplicate: now.value.counts.duplicate - plan.absent.length }
      const chosen = without(now.value, new Set(leftOut))
      if (chosen.things.length > 0 || plan.absent.length > 0)
        takePack(library, libraryIdOf(library), chosen, { name: basename(path), sha256: await hashOfFile(path) }, counts, groupId)
      last = null
      return ok(counts)
    }
  }
}
