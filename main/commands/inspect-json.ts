import type { Block, FilingDocument, HeaderField, Submission } from '#contract/filing'

/** A block as the inspect format prints it: without the map, the line ends and the exact lines, which only the reader needs. */
const printedBlock = (block: Block): Omit<Block, 'map' | 'breaks' | 'verbatim'> => {
  const { map: _map, breaks: _breaks, verbatim: _verbatim, ...printed } = block
  return printed
}

/** One document in the inspect format, schema 1. */
export const printedDocument = (document: FilingDocument): object => ({ ...document, blocks: document.blocks.map(printedBlock) })

/** A header field as printed: what it says and where. */
const printedField = ({ name, value, depth, range }: HeaderField): HeaderField => ({ name, value, depth, range })

/** The submission in the inspect format; null where the file has none. */
export const printedSubmission = (submission: Submission | null): object | null =>
  submission ? { ...submission, header: submission.header.map(printedField) } : null
