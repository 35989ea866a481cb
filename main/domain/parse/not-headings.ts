import type { BlockKind } from '#contract/filing'
import { pattern } from '#model/pattern'

/** A block in the making, as far as it matters here: what it was taken for, and its words on one line. */
export interface Standing {
  readonly kind: BlockKind
  readonly text: string
  /** Whether words stand side by side on one of its lines. */
  readonly columns?: boolean
}

/** What a block is that only looks like a heading. */
export interface Instead {
  readonly kind: BlockKind
  readonly why: string
}

/** Blocks of a cover page; what stands further down is no cover. */
const longestCover = 70

/** Blocks that a list of contents and the signatures of a report reach at most. */
const longestContents = 60
const longestSignatures = 60

/** Pages that must begin with the same words before these are the head of a page. */
const fewestPages = 3

const opensText = /^(?:part\s+(?:i|1|one)\b|items?\s*(?:no\.?\s*)?\d|table of contents$|index$)/iu
const isCoverProof = pattern('iu')`
  commission file n|exact name of (?:the )?(?:registrant|small)|\(registrant.{0,3}name\)|address of principal
  |jurisdiction of inc|\(name of (?:the )?(?:subject company|issuer|person|filing person)
  |\(telephone number of (?:person|agent)`
const nameCaption = /^\((?:exact name|registrant.{0,3}name|name of|translation)/iu
const captions = pattern('iu')`
  ^\((?:address|zip|state|(?:primary )?standard|commission|i\.?r\.?s|former|date of|telephone|registrant.{0,3}telephone
  |area code|issuer.{0,3}telephone|title of|employer|cusip)`
const fields = pattern('iu')`
  ^(?:\(mark one\)|or|none|not applicable|n\/a|yes\b.{0,12}\bno\b.{0,6}|commission file n.*
  |(?:i\.?r\.?s\.? )?employer identification.*|(?:an?|the) \p{L}+ corporation|date of (?:earliest|report).*
  |for the (?:transition|quarterly|fiscal|quarter|year|period)\b.*|washington,? d\.?\s?c\.?.*|telephone.*|[\d,]{5,} shares\b.*
  |\[\s?.?\s?\].{0,400}|[☐☑☒].{0,400}|.{0,60}\[\s?\]|securities registered (?:pursuant|under).*
  |documents incorporated by reference.*|(?:with )?(?:a )?cop(?:y|ies) to:?|for (?:the )?fiscal year ended.*
  |\(name,? (?:and )?address.*|on behalf of (?:the )?person.*|date of event requiring.*|\(?address of principal.*
  |.{0,80}\((?:address|zip)\b.*)$`
const months = 'january|february|march|april|may|june|july|august|september|october|november|december'
const isDate = new RegExp(
  `^(?:date[d:]*\\s*)?(?:(?:${months})\\s+\\d{1,2},?\\s+\\d{4}|\\d{1,2}\\s+(?:${months})\\s+\\d{4})(?:\\s*\\([^)]{1,40}\\))?$`,
  'iu'
)
const street = pattern('iu')`
  \b(?:street|st\.|avenue|ave\.?|road|rd\.|boulevard|blvd\.?|drive|dr\.|lane|parkway|pkwy\.?|square|plaza|suite|floor|highway
  |way|place|court|circle|p\.?\s?o\.? box|route|rue|strasse)\b`
const zip = /,[\p{L}.\s]{2,40}\s\d{5}(?:-\d{4})?$|^\p{L}[\p{L}.]{1,15}(?:\s\p{L}{2,15})?\s\d{5}(?:-\d{4})?$/iu

/** Whether words are an address or a line of one. */
const isAddress = (text: string): boolean =>
  text.length <= 160 && !/^(?:united states|u\.?\s?s\.?\s|securities and)/iu.test(text) &&
  (zip.test(text) || (/^(?:\p{Lu}?\d|one |two |p\.?\s?o\.?)/iu.test(text) && street.test(text)) ||
    (/^(?:rue|p\.?\s?o\.? box)\b/iu.test(text) && /\d/u.test(text)))

const isUnits = /^(?:\((?:[^()]{0,60}\b)?(?:millions?|thousands?|unaudited|dollars?|amounts|audited)\b[^()]{0,120}\)\s*){1,3}$/iu
const isPointer = pattern('iu')`
  ^(?:\(?(?:see|refer to)\b.{0,30}\b(?:attached|accompanying|exhibit|notes?)\b.{0,120}|\(?attached\b.{0,40}
  |printed on recycled paper.*|quick\s?links.*)$`
const isColumnHead = pattern('iu')`
  ^(?:(?:for the )?(?:three|six|nine|twelve|fiscal|years?|quarters?|thirteen|twenty-six|thirty-nine|fifty-two|as of
  |at)\b.{0,60}(?:ended|ending|\d{4}|\d{1,2},?)\b.{0,40}|assets|liabilities(?: and .{4,40}equity)?|changes?)$`
const isListHead = pattern('iu')`
  ^(?:(?:item|description|exhibit)(?: no\.?| number)?\s+(?:page|description|exhibit)(?: no\.?| number)?
  |(?:item|page|exhibit)(?: no\.?| number)?)$`
const isExhibitsList = /^(?:item\s+\d{1,2}[a-c]?[.:\s–—-]+)?(?:exhibits? index|index (?:to|of) exhibits|list of exhibits|exhibits)[.:]?$/iu
const exhibitNumber = /^\(?\d{1,3}(?:\.\d{1,3})?(?:\(?[a-z]\)?)?[*†+]{0,3}\)?[.:]?\s+\S/u
/** A bullet, or a dash before words that go on with the next item; between two dashes releases set the lines below their headline. */
const isBullet = /^(?:[•·▪◦■●○∙]\s?\p{L}|(?:[-–—]\s?){1,2}\s?\p{L}.*(?:[;,.]|[;,] (?:and|or))$)/u
const isRemark = /^[*†‡+]{1,3}\s?\p{L}/u
const isContinued = /\(?\bcont(?:inued|[’']?d)\b\.?\)?[.:]?$/iu
/** A company's name alone, as statements have it above their own heading. */
const companyName = pattern('iu')`
  ^[\p{L}\p{N}][\p{L}\p{N}.,&'’() -]{1,90}?,?\s(?:inc|incorporated|corp|corporation|company|co|ltd|limited|llc|l\.?p|plc|n\.?v
  |s\.?a|ag|bancorp|trust)\.?(?:,?\s(?:and|&)\s(?:its\s)?(?:consolidated\s|wholly[ -]owned\s)*subsidiar(?:y|ies)
  (?:\scompanies)?)?$`
const isContents = /^(?:table of )?contents$|^index$/iu
const endsInPage = /\p{L}{3}.*[\s.](?:F-)?\d{1,3}(?:\s?[-–]\s?\d{1,3})?$/u
const isSignatures = /^signatures?(?:\s*page)?[.:]?$/iu
const isSigned = /pursuant to the requirements|duly (?:caused|authorized)|\/s\/|^by:|_{5,}/iu
const behindSignatures = pattern('iu')`
  exhibit|index|certification|schedule|report of|financial|statement|notes? to|appendix|annex|attachment
  |^(?:part|item|section|article)\b|power of attorney|quicklinks|^supplemental`
const office =
  /\b(?:president|officer|director|secretary|treasurer|chairman|controller|counsel|attorney-in-fact|representative|trustee)\b/iu

const instead = (kind: BlockKind, why: string): Instead => ({ kind, why })
const cover = instead('letterhead', 'A field of the cover page.')
const address = instead('letterhead', 'An address on the cover page.')
const caption = instead('caption', 'Units, a column head or a pointer: it heads no text.')
const contents = instead('list', 'A line of the contents with its page.')
const signature = instead('signature', 'A name or an office among the signatures.')
const exhibitLine = instead('list', 'A line of the list of exhibits with its number.')
const nameAbove = instead('letterhead', 'The name of the company above the heading of a statement.')
const listed = instead('list-item', 'An item with a bullet or a dash.')
const remark = instead('footnote', 'A remark that a sign refers to.')
const goesOn = instead('page-header', 'Says that a chapter goes on.')
const pageHead = instead('page-header', 'The same words at the head of several pages.')

/** The end of the cover page: the block that opens the text; 0 where no words of a cover prove that there is one. */
const coverEnd = (all: readonly Standing[]): number => {
  let proof = false
  const most = Math.min(all.length, longestCover)
  for (let at = 0; at < most; at += 1) {
    const text = all[at]?.text ?? ''
    // A link back to the contents may stand at the head of the very first page.
    if (all[at]?.kind !== 'page-header' && opensText.test(text)) return proof ? at : 0
    proof = proof || isCoverProof.test(text)
  }
  return proof ? most : 0
}

const onCover = ({ text, columns }: Standing, next: string): Instead | null => {
  if (columns === true && !/^form\b/iu.test(text)) return cover
  if (isAddress(text)) return address
  if (isDate.test(text) || fields.test(text) || (office.test(text) && text.split(/\s/u).length <= 6)) return cover
  return captions.test(next) && !nameCaption.test(next) && !/^form\b/iu.test(text) ? cover : null
}

/** The words of a page's head: numbers in it differ from page to page. */
const keyOf = (text: string): string => text.toLowerCase().replaceAll(/\d+/gu, '#')

const isTurn = (kind: BlockKind | undefined): boolean => kind === 'page-break' || kind === 'page-footer' || kind === 'page-header'

/** Headings that stand at the top of a page, by their words; drawn lines between do not count. */
const pageTops = (all: readonly Standing[]): Map<string, number[]> => {
  const tops = new Map<string, number[]>()
  let before: BlockKind | undefined
  all.forEach(({ kind, text }, at) => {
    if (kind === 'heading' && isTurn(before) &&
      !/^(?:part|items?|note|exhibit|section|article)\s+\S*\d|^part\b|^signatures?$/iu.test(text)) {
      const key = keyOf(text)
      const known = tops.get(key)
      if (known === undefined) tops.set(key, [at])
      else known.push(at)
    }
    if (kind !== 'rule') before = kind
  })
  return tops
}

const statementHead =
  /\b(?:balance sheets?|statements? of|financial statements|income statements?|schedules?|supplementa(?:l|ry) (?:data|information))\b/iu

/** Whether the next words below a heading are the heading of a financial statement, or the statement itself. */
const headsStatement = (all: readonly Standing[], at: number): boolean => {
  const next = all.slice(at + 1, at + 3).find(({ kind }) => kind !== 'rule')
  return next !== undefined && (next.kind === 'heading' || next.kind === 'table' || next.kind === 'title') &&
    statementHead.test(next.text.slice(0, 300))
}

/** Headings from the signatures on, up to what the report sets behind them. */
const signedFrom = (all: readonly Standing[], from: number, found: Map<number, Instead>): void => {
  if (!all.slice(from + 1, from + 12).some(({ kind, text }) => kind === 'signature' || isSigned.test(text.slice(0, 400)))) return
  const most = Math.min(all.length, from + longestSignatures)
  for (let at = from + 1; at < most; at += 1) {
    const each = all[at]
    if (each?.kind !== 'heading') continue
    if (behindSignatures.test(each.text) && !office.test(each.text)) return
    found.set(at, signature)
  }
}

/**
 * Which of the blocks taken for headings head no text, by index, with what they are instead: fields and addresses of a cover page,
 * units and column heads, pointers such as "see attached", lines of the contents, names and offices among the signatures, and words
 * that every page begins with (the first time they stay a heading). Linear in the blocks.
 */
export const notHeadings = (all: readonly Standing[]): ReadonlyMap<number, Instead> => {
  const found = new Map<number, Instead>()
  const coverTo = coverEnd(all)
  let contentsFrom = -longestContents
  let signaturesTo = 0
  let exhibitsFrom = -longestContents
  for (const places of pageTops(all).values())
    if (places.length >= fewestPages) {for (const at of places.slice(1)) found.set(at, pageHead)}
  all.forEach((each, at) => {
    const { kind, text } = each
    if (isContents.test(text)) contentsFrom = at
    if (isExhibitsList.test(text)) exhibitsFrom = at
    if (isSignatures.test(text) && (kind === 'heading' || kind === 'title') && at >= signaturesTo && !found.has(at)) {
      signedFrom(all, at, found)
      signaturesTo = at + longestSignatures
    }
    if (kind !== 'heading' || found.has(at)) return
    const next = all[at + 1]
    const field = at < coverTo ? onCover(each, next?.text ?? '') : null
    if (field !== null) found.set(at, field)
    else if (isUnits.test(text) || isListHead.test(text) || isPointer.test(text) || (isColumnHead.test(text) && next?.kind === 'table'))
      found.set(at, caption)
    else if (at - contentsFrom < longestContents && endsInPage.test(text) && !/^(?:note|items?|part|exhibit|form)\s+\S*\d/iu.test(text))
      found.set(at, contents)
    else if (all[at - 1]?.kind === 'signature' && office.test(text)) found.set(at, signature)
    else if (at - exhibitsFrom < longestContents && exhibitNumber.test(text)) found.set(at, exhibitLine)
    else if (isBullet.test(text)) found.set(at, listed)
    else if (isRemark.test(text)) found.set(at, remark)
    else if (isContinued.test(text)) found.set(at, goesOn)
    else if (at >= coverTo && companyName.test(text) && headsStatement(all, at)) found.set(at, nameAbove)
  })
  return found
}
