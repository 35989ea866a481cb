import type { EmbeddedFile } from '#contract/embedded'
import type { FilingId } from '#contract/ids'
import type { FilingSummary } from '#contract/library'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { isShownPicture } from '#model/embedded-files'
import { getFiling } from '../../store/filings'
import type { EmbeddedAnswer } from '../analysis-thread'
import { tellSource } from '../integrity/integrity'
import { mendSource } from '../integrity/source-check'
import type { LibraryContext } from '../library-context'

/** The bytes of a file that stands encoded in a filing. */
export interface EmbeddedContent {
  readonly file: EmbeddedFile
  readonly bytes: Uint8Array
}

/** The pictures and PDFs that stand encoded in the filings of a library. Decoded from the kept file when they are asked for. */
export interface EmbeddedFiles {
  /** Those of a filing, in its order, without their bytes. */
  readonly list: (filingId: FilingId) => Promise<Result<readonly EmbeddedFile[]>>
  /** One with its bytes; `not-found` where the document holds none that can be used. */
  readonly open: (filingId: FilingId, sequence: number) => Promise<Result<EmbeddedContent>>
  /** The pictures of a filing that can be shown, up to `limit` bytes together; those behind are left out. */
  readonly pictures: (filingId: FilingId, limit: number) => Promise<Result<readonly EmbeddedContent[]>>
}

/** How many bytes of decoded files are kept at hand. */
const KEPT = 64 * 1024 * 1024

/** The content used last, up to a number of bytes. */
class Kept {
  readonly #files = new Map<string, EmbeddedContent>()
  #bytes = 0

  get(name: string): EmbeddedContent | undefined {
    const found = this.#files.get(name)
    if (!found) return undefined
    this.#files.delete(name)
    this.#files.set(name, found)
    return found
  }

  put(name: string, content: EmbeddedContent): void {
    if (this.#files.has(name) || content.bytes.length > KEPT / 2) return
    this.#files.set(name, content)
    this.#bytes += content.bytes.length
    for (const [oldest, { bytes }] of this.#files) {
      if (this.#bytes <= KEPT) break
      this.#files.delete(oldest)
      this.#bytes -= bytes.length
    }
  }
}

/** How many bytes are decoded behind a file that is asked for: a reader who goes on sees the next pictures too. */
const AHEAD = 16 * 1024 * 1024

const noSuchFile = (fileName: string): Result<never> =>
  fail('not-found', 'This document holds no picture or PDF that can be used.', { file: fileName,
    remedy: 'The source view shows how it stands in the file.' })

const nameOf = ({ id, encoding }: FilingSummary, sequence: number): string => `${id} ${encoding ?? ''} ${String(sequence)}`

const ask = async (library: LibraryContext, filing: FilingSummary, from: number | null): Promise<Result<readonly EmbeddedAnswer[]>> => {
  const path = library.sources.pathOf(filing.sha256)
  const asked = await library.analysis.embedded({ job: library.newId(), path, encoding: filing.encoding, from,
    room: from === null ? 0 : AHEAD })
  if (asked.ok || asked.failure.code !== 'source-damaged') return asked
  const mended = await mendSource(library, filing)
  tellSource(library, filing, mended)
  return mended ? ask(library, filing, from) : { ok: false, failure: { ...asked.failure, file: filing.fileName } }
}

/** The embedded files of a library. */
export const createEmbeddedFiles = (library: LibraryContext): EmbeddedFiles => {
  const kept = new Kept()
  // Pictures of one page are asked for at once: the first of them decodes the others too.
  const underway = new Map<string, Promise<unknown>>()
  const filingOf = (filingId: FilingId): Result<FilingSummary> => {
    const filing = getFiling(library.db, filingId)
    return filing ? ok(filing) : fail('not-found', 'This filing is no longer in the library.')
  }
  const decode = async (filing: FilingSummary, sequence: number): Promise<Result<EmbeddedContent>> => {
    const answers = await ask(library, filing, sequence)
    if (!answers.ok) return answers
    let wanted: EmbeddedContent | null = null
    for (const { file, bytes } of answers.value) {
      if (bytes === null) continue
      kept.put(nameOf(filing, file.sequence), { file, bytes })
      if (file.sequence === sequence) wanted = { file, bytes }
    }
    return wanted ? ok(wanted) : noSuchFile(filing.fileName)
  }
  const open = async (filingId: FilingId, sequence: number): Promise<Result<EmbeddedContent>> => {
    const filing = filingOf(filingId)
    if (!filing.ok) return filing
    await underway.get(filingId)
    const known = kept.get(nameOf(filing.value, sequence))
    if (known) return ok(known)
    const decoding = decode(filing.value, sequence)
    const settled = decoding.catch(() => undefined).finally(() => underway.delete(filingId))
    underway.set(filingId, settled)
    return decoding
  }
  const list = async (filingId: FilingId): Promise<Result<readonly EmbeddedFile[]>> => {
    const filing = filingOf(filingId)
    if (!filing.ok) return filing
    const answers = await ask(library, filing.value, null)
    return answers.ok ? ok(answers.value.map(({ file }) => file)) : answers
  }
  const pictures = async (filingId: FilingId, limit: number): Promise<Result<readonly EmbeddedContent[]>> => {
    const files = await list(filingId)
    if (!files.ok) return files
    const found: EmbeddedContent[] = []
    let left = limit
    for (const file of files.value.filter(isShownPicture)) {
      const content = await open(filingId, file.sequence)
      if (!content.ok) return content
      left -= content.value.bytes.length
      if (left < 0) break
      found.push(content.value)
    }
    return ok(found)
  }
  return { list, open, pictures }
}
