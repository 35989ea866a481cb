import type { ComparedDocument, PassageSource } from '#contract/comparison'
import type { TextRange } from '#contract/range'
import { ok } from '#contract/result'
import type { Result } from '#contract/result'
import { listBlocksAround } from '../../store/blocks-around'
import { getDocument } from '../../store/documents'
import { listSections } from '../../store/sections'
import type { LibraryContext } from '../library-context'
import type { FilingReader } from '../filing-reader'

/** How much context a quote carries on each side, in code units, as the contract of a quote says. */
const CONTEXT = 64

const holds = (outer: TextRange, offset: number): boolean => outer.start <= offset && offset < outer.end

/** What it takes to mark words of a range of a document: the blocks there, with those beside them, and the sections it stands in. */
export const readBlocksAround = async (library: LibraryContext, reader: FilingReader, { filingId, sequence }: ComparedDocument,
  range: TextRange): Promise<Result<PassageSource>> => {
  const stored = getDocument(library.db, filingId, sequence)
  if (stored?.summary.parsed) {
    const checked = await reader.check(filingId, sequence)
    if (!checked.ok) return checked
    const sections = listSections(library.db, stored.key).filter((section) => holds(section.range, range.start))
    return ok({ blocks: listBlocksAround(library.db, stored.key, range, CONTEXT), sections })
  }
  // A document that could not be stored is at hand as a whole.
  const made = await reader.document(filingId, sequence)
  return made.ok
    ? ok({ blocks: made.value.blocks, sections: made.value.sections.filter((section) => holds(section.range, range.start)) })
    : made
}
