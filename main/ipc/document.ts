import type { Behind, Handlers } from './handlers'
import { reencodeFiling } from '../services/reading/reencode-filing'

type Names = 'filing.open' | 'filing.document' | 'filing.facts' | 'filing.work' | 'filing.source' | 'filing.leave' | 'filing.reencode'
  | 'compare.documents'

/** One filing: its documents, its source, what the analyst made of it, and how it differs from another. */
export const documentHandlers = ({ services: { library, reader, comparer, versions } }: Behind): Handlers<Names> => ({
  'filing.open': ({ filingId }) => reader.open(filingId),
  'filing.document': ({ filingId, sequence }) => reader.documentPieces(filingId, sequence),
  'filing.facts': ({ filingId, sequence }) => reader.factPieces(filingId, sequence),
  'filing.work': ({ filingId }) => {
    versions.carryInBackground(filingId)
    return reader.work(filingId)
  },
  'filing.source': ({ filingId, range }) => reader.source(filingId, range),
  'filing.leave': ({ filingId, sequence, position }) => reader.leave(filingId, sequence, position),
  'filing.reencode': ({ filingId, encoding }) => reencodeFiling(library, reader, filingId, encoding),
  'compare.documents': ({ left, right }) => comparer.compareText(left, right)
})
