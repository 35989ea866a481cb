import type { Block, BlockKind } from '#contract/filing'
import { datelineLength } from '../parse/text/dateline'
import { hasContactSign, isAddressLine, isContactLabel, isDateLine, isReleaseLine } from '../parse/text/text-classes'
import { pattern } from '#model/pattern'

/** How many blocks from the top may hold a headline. */
const TOP = 60

/** What every cover page or letterhead says, whatever the filing is about. */
const COVER = pattern('i')`
  ^(?:united states\b|securities (?:and|&) exchange commission|washington,? d|form\b
  |(?:annual|quarterly|current|transition) report\b|report of foreign|pursuant to|filed pursuant|\(?cusip|\(?mark one
  |for immediate release|exhibit\b|ex-\d|press (?:release|information)|(?:news|media) (?:release|information)$|contacts?:?$|(?:x|schedule) ?\d|quicklinks
  |(?:table of )?contents$|this page uses javascript|page \d|logo$|graphic$|news$|media$|securities registered|commission file
  |registration (?:no|statement)|as filed with|live$|moderator\b|confirmation\b|transcript$|about )`

/** What stands in brackets alone, for a picture: "[LOGO]", "(GRAPHIC OMITTED)". */
const BRACKETED = /^[[({<][^\])}>]{0,60}[\])}>]$/

/** A line of a postal address: it ends in a postal code, or begins with a number and holds the word of a street. */
const POSTAL = pattern('iu')`
  ,\s*\p{Lu}[\p{L}. ]{1,24},?\s+\d{5}(?:-\d{4})?(?:\s*(?:,\s*)?(?:USA|U\.S\.A\.?))?$
  |^\d{1,6}\s.{2,40}\b(?:street|st\.|avenue|ave\.|road|rd\.|drive|boulevard|blvd\.?|lane|suite|floor|plaza|parkway|way|place
  |square)\b`

/** How much of a block is looked at, in code units: no headline is as long. */
const LOOKED_AT = 4000

const level = (text: string): string => text.slice(0, LOOKED_AT).replace(/^#+ /, '').replace(/\s+/g, ' ').trim()

const letters = (text: string): string =>
  text.toLowerCase().replace(/\b(?:inc|incorporated|corp|corporation|co|company|ltd|limited|llc|plc)\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, '')

/** A numbered or lettered field of a form, or a label with its value: "3. File Number: 811-1", "Securities Act File Number: 33-1". */
const isFormField = (words: string): boolean =>
  /^\d{1,2}[a-z]?\.\s[^:]{0,160}:/iu.test(words) || /^[^:]{3,80}:\s+[$\d][\d\s,./$%-]*$/u.test(words) ||
  /^\(?(?:name|address|title|date|state|number|amount) (?:and|of)\b[^:]{0,100}:/iu.test(words)

/** Whether the words of a block could be the headline of a release or the title of a document: not a label, an address, a date, or the company's own name. */
export const isHeadline = (text: string, company: string | null): boolean => {
  const words = level(text)
  return /\p{L}{2}/u.test(words) && words.length > 3 && !COVER.test(words) && !BRACKETED.test(words) && !POSTAL.test(words) &&
    !isFormField(words) &&
    !isDateLine(words)
    && !isAddressLine(words) && !isReleaseLine(words) && !isContactLabel(words) && !(words.length < 160 && hasContactSign(words))
    && (company === null || letters(words) !== letters(company))
}

/** The headline of a release or the title of any document: its title, else the first of its top blocks that reads as one. Null where none does. */
export const headlineOf = (blocks: readonly Block[], company: string | null): string | null => {
  const top = blocks.slice(0, TOP)
  const first = (kinds: readonly BlockKind[]): string | undefined =>
    top.find((block) => kinds.includes(block.kind) && isHeadline(block.text, company))?.text
  const found = first(['title']) ?? first(['heading'])
  return found === undefined ? null : level(found)
}

/** What a release without a headline begins with, its dateline left out; else the first words of the document. */
export const firstWords = (blocks: readonly Block[], company: string | null): string | null => {
  const top = blocks.slice(0, TOP)
  const lede = top.find((block) => block.kind === 'dateline' || datelineLength(block.text) > 0)
  const told = lede?.text.slice(datelineLength(lede.text)).trim() ?? ''
  if (told.length > 20) return level(told)
  const found = top.find((block) =>
    ['paragraph', 'letterhead', 'quote', 'list-item', 'dateline'].includes(block.kind) && isHeadline(block.text, company)
  )
  return found === undefined ? null : level(found.text)
}

/** Whether a document is what was said on a call: its first words are the operator's. */
export const isTranscript = (blocks: readonly Block[]): boolean => blocks.slice(0, 25).some(({ text }) => /^operator\s*:/i.test(text))
