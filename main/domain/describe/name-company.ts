import type { Block, Filer, FilingDocument, Submission } from '#contract/filing'
import { pattern } from '#model/pattern'

/** How many blocks from the top may name whose filing it is. */
const TOP = 120

const level = (text: string): string => text.replace(/^#+ /, '').replace(/\s+/g, ' ').trim()

const CHARTER = /\(?\s*(?:exact )?name of (?:the )?(?:registrant|issuer|small business issuer)\b|\(\s*registrant['’]?s? name\b/i

const NAME = /^[\p{Lu}\p{N}][\p{L}\p{N}&.,'’/() -]{2,80}$/u

/** Words of a cover that stand where a name might. */
const NO_NAME = pattern('i')`
  ^(?:about\b|(?:the|our) company$|delaware|commission|not applicable|date of|form\b|prospectus\b|page \d|\(|registrant\b|or$
  |of$)|\b(?:act of 19|file (?:no|number)|report)\b|\d{5}`

const asName = (text: string): string | null => {
  const name = level(text).replace(/^[_\s-]+|[\s,_-]+$/g, '')
  return NAME.test(name) && !NO_NAME.test(name) ? name : null
}

/** The registrant a cover page names: what stands before "(Exact name of registrant as specified in its charter)", in its block or in the one above. */
const registrantOnCover = (blocks: readonly Block[]): string | null => {
  const top = blocks.slice(0, TOP).filter((block) => block.kind !== 'rule')
  for (const [at, block] of top.entries()) {
    const found = CHARTER.exec(block.text.slice(0, 300))
    if (!found) continue
    const inside = asName(block.text.slice(0, found.index))
    const above = found.index <= 2 ? asName(top[at - 1]?.text ?? '') : null
    if (inside ?? above) return inside ?? above
  }
  return null
}

const EXCHANGE = pattern()`
  \((?:(?:the )?(?:NYSE|NASDAQ|Nasdaq|AMEX|American Stock Exchange|New York Stock Exchange|OTC[A-Z]*|TSX(?:-?V)?|LSE|SIX
  |Euronext|CSE|ASX|FSE)\b[^)]{0,80})\)`

/** What ends the words before a company's name: a dash of a dateline, a date, a wire, a verb. */
const BEFORE_NAME = /\s(?:-{1,3}|[–—])\s?|--|\/[^/]{2,40}\/|[;:)]|\d{4}|\b(?:that|today|by|with|of|for)\s/

/** The name that stands before a ticker, as a release introduces its company. */
const namedByTicker = (blocks: readonly Block[]): string | null => {
  for (const block of blocks.slice(0, TOP)) {
    const ticker = EXCHANGE.exec(block.text.slice(0, 600))
    if (!ticker) continue
    const before = block.text.slice(0, ticker.index).trim().split(BEFORE_NAME).at(-1)?.trim().replace(/^[-–—\s]+|,$/g, '')
      .replace(/^about\s+/i, '') ?? ''
    if (/^\p{Lu}[\p{L}\p{N}&.,' -]{2,70}$/u.test(before)) return before
  }
  return null
}

const ABOUT = /^about (?!the company\b|us\b|this\b|forward)(\p{Lu}[\p{L}\p{N}&.,' -]{2,70}?)[.:]?$/iu

/** The name in the heading "About …"; products and studies have headings of their own, the company's comes last. */
const namedByHeading = (blocks: readonly Block[]): string | null => {
  for (const block of [...blocks].reverse()) {
    const about = block.kind === 'heading' ? ABOUT.exec(level(block.text)) : null
    if (about?.[1] !== undefined) return about[1]
  }
  return null
}

const INCORPORATED = pattern('u')`
  ^\p{Lu}[\p{L}\p{N}&.'’-]*(?:,? (?:[\p{Lu}\p{N}][\p{L}\p{N}&.'’-]*|of|and|the|&)){0,7},? (?:Inc|INC|Incorporated|INCORPORATED
  |Corp|CORP|Corporation|CORPORATION|Company|COMPANY|Ltd|LTD|Limited|LIMITED|LLC|L\.L\.C|LP|L\.P|PLC|plc|N\.V|S\.A|AG)\b\.?`

/** The name with its form of incorporation that a letterhead, a wire's source or the first paragraph begins with. */
const namedByForm = (blocks: readonly Block[]): string | null => {
  const source = blocks.slice(-30).map(({ text }) => /^SOURCE:?\s+(\p{Lu}[^\n/]{2,70}?)(?=\s+-0-|\s*\/|$)/u.exec(text)?.[1]).find((name) =>
    name !== undefined
  )
  if (source !== undefined) return source
  for (const block of blocks.slice(0, 20)) {
    const name = INCORPORATED.exec(level(block.text).slice(0, 120))?.[0]
    if (name !== undefined && name.split(' ').length <= 9 && !NO_NAME.test(name)) return name
  }
  return null
}

/**
 * The filer a submission is about. Where others than the company itself file (an owner's statement, an offer for its shares), the header names it as the
 * issuer or the subject; else its first filer.
 */
const subjectOf = (submission: Submission | null): Filer | null => {
  if (submission === null) return null
  const at = submission.header.findIndex(({ name }) => /^(?:issuer|subject[ -]company)$/i.test(name))
  const named = at < 0 ? undefined : submission.header.slice(at).find(({ name }) => /^(?:company )?conformed[ -]name$/i.test(name))
  return submission.filers.find(({ name }) => name === named?.value) ?? submission.filers[0] ?? null
}

const factOf = (document: FilingDocument | null, name: string): string | null =>
  document?.facts.find((fact) => fact.concept.toLowerCase() === `dei:${name}`.toLowerCase())?.value.trim() || null

/** Whose filing it is: the header's filer, the facts' or the cover's registrant, else the company a release speaks of. Null where nothing says. */
export const nameCompany = (submission: Submission | null, document: FilingDocument | null): string | null => {
  const blocks = document?.blocks ?? []
  return subjectOf(submission)?.name ?? factOf(document, 'EntityRegistrantName') ?? registrantOnCover(blocks) ?? namedByTicker(blocks) ??
    namedByForm(blocks) ?? namedByHeading(blocks)
}

/** The registrant's number with the commission, from the header or the facts. */
export const companyNumber = (submission: Submission | null, document: FilingDocument | null): string | null =>
  subjectOf(submission)?.cik ?? factOf(document, 'EntityCentralIndexKey')
