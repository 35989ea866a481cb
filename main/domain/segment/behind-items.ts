import type { Block } from '#contract/filing'
import { pattern } from '#model/pattern'

/** A section that stands behind the last item of a report: where it opens, what it is, its heading. */
export interface BehindItems {
  readonly at: number
  readonly kind: 'signatures' | 'financial-statements' | 'exhibits'
  readonly title: string
}

/** How many blocks under the heading must show that it is the signatures' own, not a mention. */
const PROOF = 12

const HEADING = /^signatures?(?:\s*page)?(?:\s*\(?continued\)?)?[.:]?$/i

const SIGNED = /pursuant to the requirements|duly (?:caused|authorized)|\/s\/|^by:|^dated?\b|_{5,}/i

/** Whether the words of a block head the signatures and what follows are signatures. */
const opensSignatures = (blocks: readonly Block[], at: number): boolean =>
  HEADING.test(blocks[at]?.text.trim() ?? '') && blocks[at]?.kind !== 'page-header' && blocks[at]?.kind !== 'table' &&
  blocks.slice(at + 1, at + PROOF).some((block) => block.kind === 'signature' || SIGNED.test(block.text.slice(0, 400)))

/** Headings of the pages that reports set behind their signatures. */
const PAGES: readonly (readonly [RegExp, BehindItems['kind']])[] = [
  [
    pattern('i')`
    ^(?:index to (?:the )?(?:consolidated |combined |audited )*financial statements|reports? of independent
    |independent auditors?[’'] report|(?:condensed |audited )?consolidated (?:balance sheets?|statements? of
    |financial statements)|(?:balance sheets?|financial statements
    |notes to (?:the )?(?:consolidated )?financial statements)\b)`,
    'financial-statements'
  ],
  [/^(?:exhibits? index|index (?:to|of) exhibits|list of exhibits|exhibits)[.:]?$/i, 'exhibits']
]

const OPENERS: ReadonlySet<Block['kind']> = new Set(['heading', 'title', 'paragraph', 'letterhead', 'caption'])

/** A line of the index to such pages, with its page. */
const LISTED = /[\s.]F-?\d{1,3}$/i

/** A heading of such pages is shorter than this, in code units. */
const LONGEST = 160

/**
 * What stands behind the last item of a report: its signatures, and the pages set behind them (financial statements, the index of exhibits), so that no
 * item holds them. `last` is the block that heads the last item. Empty where the report has no signatures behind it.
 */
export const behindItems = (blocks: readonly Block[], last: number): BehindItems[] => {
  let first = last + 1
  while (first < blocks.length && !opensSignatures(blocks, first)) first += 1
  if (first >= blocks.length) return []
  const found: BehindItems[] = [{ at: first, kind: 'signatures', title: blocks[first]?.text ?? '' }]
  for (let at = first + 1; at < blocks.length; at += 1) {
    const block = blocks[at]
    if (block === undefined || block.text.length > LONGEST || !OPENERS.has(block.kind)) continue
    if (LISTED.test(block.text.trim())) continue
    const kind = PAGES.find(([shape]) => shape.test(block.text.trim()))?.[1]
    if (kind !== undefined && found.at(-1)?.kind !== kind) found.push({ at, kind, title: block.text.slice(0, LONGEST) })
  }
  return found
}
