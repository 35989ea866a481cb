import type { FilingDocument } from '#contract/filing'
import type { Breach } from './breach'
import { checkCover, checkOrder } from './check-cover'
import { checkNumbers, checkText } from './check-text'
import { checkTiling } from './check-tiling'

/** Checks the analysis of one document against every law that one analysis can break. Empty where all hold. */
export const checkDocument = (raw: string, document: FilingDocument): Breach[] => [
  ...checkOrder(document),
  ...checkCover(raw, document),
  ...checkText(raw, document),
  ...checkNumbers(raw, document),
  ...checkTiling(document)
]

/** The first difference between two analyses of the same source; null where they are equal. */
export const checkRepeatable = (first: FilingDocument, second: FilingDocument): Breach | null =>
  JSON.stringify(first) === JSON.stringify(second) ? null : { law: 'repeatable', message: 'reading the document twice gave two results' }

/** Whether two documents, read from the same text with different line ends, hold the same blocks; null where they do. */
export const checkLineEnds = (first: FilingDocument, second: FilingDocument): Breach | null => {
  if (first.format === 'binary') return null
  if (first.blocks.length !== second.blocks.length)
    return { law: 'line-ends', message: `${first.blocks.length} blocks with one line end, ${second.blocks.length} with another` }
  const at = first.blocks.findIndex((block, index) =>
    block.kind !== second.blocks[index]?.kind || block.text !== second.blocks[index]?.text
  )
  return at < 0
    ? null
    : { law: 'line-ends',
      message: `${first.blocks[at]?.id ?? ''} reads otherwise with other line ends: ${
        JSON.stringify(first.blocks[at]?.text.slice(0, 60))
      }` }
}
