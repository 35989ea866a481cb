import type { Encoding } from '#contract/filing'
import type { FilingId } from '#contract/ids'
import type { OpenFiling } from '#contract/library'
import { fail } from '#contract/result'
import type { Result } from '#contract/result'
import { deleteDocuments, insertDocument } from '../store/documents'
import { getFiling, setDecoding } from '../store/filings'
import { transact } from '../store/sql'
import type { LibraryContext } from './library-context'
import type { FilingReader } from './read-filing'
import { storeInSteps } from './store-filing'

const ENCODINGS: readonly Encoding[] = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be']

/** Decodes the kept bytes of a filing again, as the reader chose; its text is analysed anew. */
export const reencodeFiling = async (library: LibraryContext, reader: FilingReader, filingId: FilingId, encoding: string): Promise<Result<OpenFiling>> => {
  const filing = getFiling(library.db, filingId)
  if (!filing) return fail('not-found', 'This filing is no longer in the library.')
  const chosen = ENCODINGS.find((one) => one === encoding)
  if (!chosen) return fail('invalid-request', `Redwell does not know the encoding “${encoding}”.`, { remedy: `Choose one of ${ENCODINGS.join(', ')}.` })
  if (chosen === filing.encoding) return reader.open(filingId)
  const answered = await library.analysis.run({ job: library.newId(), path: library.sources.pathOf(filing.sha256), encoding: chosen, sequence: 'first' }, () => undefined)
  if (!answered.ok) return answered
  const { document } = answered.value
  const key = transact(library.db, () => {
    deleteDocuments(library.db, filingId)
    setDecoding(library.db, filingId, answered.value)
    const keys = new Map(answered.value.documents.map((entry) => [entry.sequence, insertDocument(library.db, filingId, entry)]))
    return document ? keys.get(document.sequence) : undefined
  })
  if (document && key !== undefined) await storeInSteps(library.db, key, document, answered.value)
  reader.forget(filingId)
  return reader.open(filingId)
}
