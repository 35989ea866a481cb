import type { DetectInput } from './detection'
import { pattern } from '#model/pattern'

const DATE = pattern('i')`
  \b(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?
  |Oct|Nov|Dec)\.?\s+\d{1,2},?\s+((?:19|20)\d\d)\b`

/** How many of the first blocks may hold the date of a document without a header. */
const OPENING_BLOCKS = 14

/** The year a document speaks from: its filing date, else the date of its dateline or opening; null where it names none. */
export const documentYear = (input: DetectInput): number | null => {
  const filed = input.submission?.filedAt?.slice(0, 4)
  if (filed && /^\d{4}$/.test(filed)) return Number(filed)
  const dateline = input.blocks.find((block) => block.kind === 'dateline' && DATE.test(block.text))
  const opening = dateline ? [dateline] : input.blocks.slice(0, OPENING_BLOCKS)
  for (const block of opening) {
    const match = DATE.exec(block.text)
    if (match) return Number(match[1])
  }
  const early = input.blocks.slice(0, OPENING_BLOCKS).map((block) => /\b((?:19|20)\d\d)\b/.exec(block.text)?.[1]).find((year) =>
    year !== undefined
  )
  return early === undefined ? null : Number(early)
}
