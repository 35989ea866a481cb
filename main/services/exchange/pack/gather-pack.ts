import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WorkScope } from '#contract/exchange'
import { buildPack } from '../../../domain/exchange/pack/build-pack'
import type { PackedLink } from '../../../domain/exchange/pack/pack-facts'
import type { OnPacked, PackTools } from '../../../domain/exchange/pack/pack-tools'
import type { PackedFile } from '../../../domain/exchange/package/zip-files'
import { zipFiles } from '../../../domain/exchange/package/zip-files'
import type { WorkDocument } from '../../../domain/exchange/work-document'
import { listLinksToOlder } from '../../../store/filing-links'
import type { ReadableDb } from '../../../store/handles'
import { logOf } from './gather-log'

/** A kept file that is not what it was, or the sum of all that is too much for one pack; in the reader's words. */
export class NotPacked extends Error {
  constructor(message: string, readonly file: string | null, readonly remedy: string) {
    super(message)
  }
}

/** The most bytes of kept files in one pack: what a reader takes is 2 GB with all that is made of them. */
const MOST_BYTES = 1024 * 1024 * 1024

/** What is packed beside the work. */
export interface PackWishes {
  readonly name: string
  readonly printed: readonly PackedFile[]
  /** Whether nothing of the scope was left at home. */
  readonly isWhole: boolean
  readonly tools: PackTools
}

const linksOf = (db: ReadableDb, { filings }: WorkDocument): PackedLink[] => {
  const hashes = new Map(filings.map(({ id, sha256 }) => [id, sha256]))
  return filings.flatMap(({ id }) => listLinksToOlder(db, id)).flatMap(({ olderId, newerId, kind, linkedAt }): PackedLink[] => {
    const older = hashes.get(olderId)
    const newer = hashes.get(newerId)
    return older === undefined || newer === undefined ? [] : [{ older, newer, kind, linkedAt }]
  })
}

const readSource = (folder: string, work: WorkDocument, { sha256 }: PackTools) => (hash: string): Uint8Array => {
  const fileName = work.filings.find((filing) => filing.sha256 === hash)?.fileName ?? null
  let bytes: Uint8Array
  try {
    bytes = readFileSync(join(folder, 'sources', hash))
  } catch (error) {
    throw new NotPacked(`The kept file of a filing cannot be read (${error instanceof Error ? error.message : String(error)}).`, fileName,
      'Import the filing once more from its file, then try again.')
  }
  if (sha256(bytes) !== hash)
    throw new NotPacked('The kept file of a filing is not what it was when it was imported.', fileName,
      'Import the filing once more from its file, then try again.')
  return bytes
}

/**
 * Builds the pack of gathered work as one archive; the same work makes the same bytes.
 * @throws {NotPacked}
 */
export const packWork = async (db: ReadableDb, folder: string, scope: WorkScope, work: WorkDocument,
  { name, printed, isWhole, tools }: PackWishes, onPacked: OnPacked): Promise<Uint8Array> => {
  if (work.filings.reduce((sum, { bytes }) => sum + bytes, 0) > MOST_BYTES)
    throw new NotPacked('The filings are larger than 1 GB together.', null, 'Pack fewer filings at a time.')
  const files = await buildPack({ work, name, printed, links: linksOf(db, work), log: logOf(db, scope, work, isWhole),
    sourceOf: readSource(folder, work, tools) }, tools, onPacked)
  return zipFiles(files)
}
