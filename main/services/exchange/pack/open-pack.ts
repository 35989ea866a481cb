import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { checkPack } from '../../../domain/exchange/pack/check-pack'
import type { CheckedPack } from '../../../domain/exchange/pack/check-pack'
import { PackRefused } from '../../../domain/exchange/pack/pack-tools'
import type { OnPacked } from '../../../domain/exchange/pack/pack-tools'
import { ArchiveRefused, openArchive } from '../read-zip'
import type { ForeignArchive } from '../read-zip'
import { checkTools } from './node-tools'

/** Whether the files of an archive are those of a bag, and so to be judged as a pack. */
export const isPack = (names: readonly string[]): boolean => names.some((name) => name.endsWith('/bagit.txt'))

/** Why an archive or a pack was refused, as a failure that names the file in it. */
export const refusalOf = (error: unknown, path: string): Result<never> => {
  if (error instanceof PackRefused) return fail('not-a-filing', error.message, { file: path, place: error.file, remedy: error.remedy })
  if (!(error instanceof ArchiveRefused)) throw error
  return fail('not-a-filing', error.message, { file: path, ...(error.entry === null ? {} : { place: error.entry }),
    remedy: 'Nothing was taken in. Ask whoever made it to send it again.' })
}

/** Opens a pack, checks all of it and hands it to `use`, whose answer is answered; a refusal names the file and what to do. */
export const withPack = async <T>(path: string, onStep: OnPacked,
  use: (pack: CheckedPack, archive: ForeignArchive) => T | Promise<T>): Promise<Result<T>> => {
  let archive: ForeignArchive | null = null
  try {
    archive = await openArchive(path)
    return ok(await use(await checkPack(archive, checkTools(onStep)), archive))
  } catch (error) {
    return refusalOf(error, path)
  } finally {
    archive?.close()
  }
}
