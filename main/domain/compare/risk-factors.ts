import type { Block, FilingDocument } from '#contract/filing'
import type { ComparedPassage } from '#contract/comparison'
import type { TextRange } from '#contract/range'
import { toShown } from '#model/text-map'

/** One risk factor of item 1A: its heading, and the source from there to the next heading. */
export interface RiskFactor {
  readonly heading: ComparedPassage
  readonly range: TextRange
}

/** The longest heading of a risk factor, in code units: whole sentences are used, and now and then two. */
const LONGEST_HEADING = 600

const rangeOf = (block: Block): TextRange => ({ start: block.ranges[0]?.start ?? 0, end: block.ranges.at(-1)?.end ?? 0 })

/** How far the words that a paragraph begins with are set apart by a style, in code units of its text. */
const leadOf = ({ runs = [] }: Block): number => {
  let end = 0
  for (const run of runs)
    if (run.style !== 'link' && run.style !== 'superscript' && run.style !== 'subscript' && run.start <= end + 1) end = Math.max(end,
        run.end)
  return end
}

/** The words that open a factor: a heading, or a paragraph's opening sentence that is set in bold, in italics or underlined. */
const headingOf = (block: Block): ComparedPassage | null => {
  const { text, kind } = block
  if (kind !== 'heading' && kind !== 'title' && kind !== 'paragraph' && kind !== 'list-item') return null
  const isHeading = kind === 'heading' || kind === 'title'
  const lead = isHeading ? text.length : leadOf(block)
  const words = text.slice(0, lead).trim()
  // A name or a defined term in italics opens a paragraph as well; a factor is told in a sentence, or stands alone.
  const opens = isHeading || lead >= text.trimEnd().length || (/[.?!:]$/.test(words) && words.split(' ').length >= 5)
  if (!opens || words === '' || words.length > LONGEST_HEADING || !/\p{L}{2}/u.test(words)) return null
  const { start, end } = rangeOf(block)
  return { text: words, range: { start, end: lead >= text.trimEnd().length ? end : Math.min(end, sourceEnd(block, lead, end)) } }
}

const sourceEnd = (block: Block, shown: number, fallback: number): number => {
  for (let at = rangeOf(block).start; at < fallback; at += 1) if (toShown(block.map, at) >= shown) return at
  return fallback
}

/**
 * The risk factors of a document that has item 1A, in their order: a heading with the text that follows it. A heading that has
 * none of its own only names a group, and is left out.
 */
export const riskFactorsOf = (document: Pick<FilingDocument, 'blocks' | 'sections'>): readonly RiskFactor[] => {
  const sections = document.sections.filter(({ item, kind, level }) =>
    level <= 2 && (item?.toUpperCase() === '1A' || kind === 'risk-factors')
  )
  const section = sections.reduce<(typeof sections)[number] | undefined>(
    (longest, one) => (longest && longest.range.end - longest.range.start >= one.range.end - one.range.start ? longest : one),
    undefined
  )
  if (!section) return []
  const factors: RiskFactor[] = []
  let heading: ComparedPassage | null = null
  let textEnd = 0
  const close = (): void => {
    if (heading && textEnd > heading.range.end) factors.push({ heading, range: { start: heading.range.start, end: textEnd } })
  }
  for (const block of document.blocks) {
    const { start, end } = rangeOf(block)
    if (start < section.range.start || end > section.range.end || block.text === '') continue
    if (['page-footer', 'page-header', 'page-break', 'artifact', 'rule'].includes(block.kind)) continue
    const opened = headingOf(block)
    if (opened) {
      close()
      heading = opened
    }
    textEnd = end
  }
  close()
  // The heading of the item itself is no factor.
  return factors.filter((factor) => !/^item\s+1a\b/i.test(factor.heading.text) && !/^risk factors\.?$/i.test(factor.heading.text))
}
