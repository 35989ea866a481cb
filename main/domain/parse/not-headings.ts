import type { BlockKind } from '#contract/filing'
import { pattern } from '#model/pattern'
import { coverFields, isDate, office } from './cover'
import { instead, type Instead, type Standing } from './standing'

/** Blocks that a list of contents and the signatures of a report reach at most. */
const longestContents = 60
const longestSignatures = 60

/** Pages that must begin with the same words before these are the head of a page. */
const fewestPages = 3

const isUnits = /^(?:\((?:[^()]{0,60}\b)?(?:millions?|thousands?|unaudited|dollars?|amounts|audited)\b[^()]{0,120}\)\s*){1,3}$/iu
const isPointer = pattern('iu')`
  ^(?:\(?(?:see|refer to)\b.{0,30}\b(?:attached|accompanying|exhibit|notes?)\b.{0,120}|\(?attached\b.{0,40}
  |printed on recycled paper.*|quick\s?links.*)$`
const isColumnHead = pattern('iu')`
  ^(?:(?:for the )?(?:three|six|nine|twelve|fiscal|years?|quarters?|thirteen|twenty-six|thirty-nine|fifty-two|as of
  |at)\b.{0,60}(?:ended|ending|\d{4}|\d{1,2},?)\b.{0,40}|assets|liabilities(?: and .{4,40}equity)?|changes?)$`
const months = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december']
const timeWords: ReadonlySet<string> = new Set(['for', 'as', 'of', 'at', 'the', 'and', 'to', 'vs', 'versus', 'compared', 'with', 'three',
  'six', 'nine', 'twelve', 'thirteen', 'twenty', 'thirty', 'fifty', 'two', 'month', 'months', 'week', 'weeks', 'quarter', 'quarters',
  'year', 'years', 'fiscal', 'period', 'periods', 'ended', 'ending', 'unaudited', 'audited', 'first', 'second', 'third', 'fourth',
  ...months, 'jan', 'feb', 'mar', 'apr', 'jun', 'jul', 'aug', 'sep', 'sept', 'oct', 'nov', 'dec'])
/** Longest words of a period alone, in UTF-16 units. */
const longestPeriod = 120

/** Whether words name a period or days and nothing else, also where the source ran them together: "Three Months EndedSeptember 30,". */
const isPeriodAlone = (text: string): boolean => {
  if (text.length > longestPeriod) return false
  const words = text.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2').toLowerCase().split(/[^\p{L}\d]+/u).filter((word) => word !== '')
  return words.length > 1 && words.every((word) => timeWords.has(word) || /^(?:\d{1,2}|(?:19|20)\d\d)$/.test(word)) &&
    words.some((word) => /^\d/.test(word)) &&
    words.some((word) => word === 'ended' || (word.length > 2 && months.some((month) => month.startsWith(word.slice(0, 3)))))
}

/** Shortest sentences that a heading of time may head, in UTF-16 units. */
const shortestProse = 60
const isProse = ({ kind, text }: Standing): boolean =>
  (kind === 'paragraph' || kind === 'list-item') && (text.length >= shortestProse || /[.:]$/.test(text)) &&
  /\p{L}{2,} \p{L}{2,} \p{L}{2,}/u.test(text) &&
  !/^\W*(?:19|20)\d\d/.test(text)

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
const caption = instead('caption', 'Units, a column head or a pointer: it heads no text.')
const contents = instead('list', 'A line of the contents with its page.')
const signature = instead('signature', 'A name or an office among the signatures.')
const exhibitLine = instead('list', 'A line of the list of exhibits with its number.')
const nameAbove = instead('letterhead', 'The name of the company above the heading of a statement.')
const joining = instead('caption', 'A word that joins what stands above and below it.')
const box = instead('paragraph', 'A box alone, ticked or empty.')
const value = instead('paragraph', 'A day that the words above ask for.')
const labelled = instead('paragraph', 'A label with its number.')
const pageFoot = instead('page-footer', 'Numbers the pages of the cover.')
const distributor = instead('footer-code', 'What the distributor of a release sets behind it.')
const releaseLabel = instead('release-line', 'Words that release the news.')
const listed = instead('list-item', 'An item with a bullet or a dash.')
const remark = instead('footnote', 'A remark that a sign refers to.')
const goesOn = instead('page-header', 'Says that a chapter goes on.')
const pageHead = instead('page-header', 'The same words at the head of several pages.')

/** Words that join what stands above and below them, alone on their line. */
const joins = /^(?:and|or|by|to|of|with|from|between|among|amongst|by and (?:between|among)|and\/or|for|in|as|at|the|-?\s?and\s?-?)[:,]?$/iu
const isBox = /^(?:[[{(|<]\s?[x✓✔_ ]?\s?[\]})|>]|[☐☑☒])$/iu
const isLabelled = /^[^:]{3,80}:\s+[$\d][\d\s,./$%-]*$/u
const isCoverPage = /^[[(]?(?:cover )?page \d{1,3} of \d{1,3}(?: pages)?[\])]?$|^[[(]cover page\b.{0,30}[\])]$/iu
/** A link or a picture of Markdown that is all of a line, and the words it shows. */
const linkOrPicture = /^!?\[([^\]]{1,160})\]\([^)\s]{0,300}\)?$/u
/** What a distributor of releases sets behind them: its own links, digests and registers. */
const isDistributor = pattern('iu')`
  ^(?:view (?:the )?(?:original|source)\b.{0,80}|original\s?\/\s?source\b.{0,60}|source version\b.{0,80}
  |[\p{L}\d-]{2,30}\.[a-z]{2,12}\s+tl;?dr|tl;?dr:?|blockchain registration\b.{0,60}
  |(?:this (?:press |news )?release was )?(?:distributed|published|disseminated) (?:by|via|through|on)\b.{0,80}
  |(?:read|see) (?:the )?original\b.{0,60}|more (?:news|releases) from\b.{0,60}|related (?:links|articles|news)|share this\b.{0,40}
  |curated (?:by|from)\b.{0,60})$`
const isReleaseLabel =
  /^(?:press|news|media) (?:information|releases?|announcement|statement|communiqu[ée])$|^for immediate (?:release|publication)$/iu
const signedBy = /^pursuant to the requirements\b|\bduly caused this\b|\bhas been signed\b/iu

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
  let signed = false
  let turned = false
  for (let at = from + 1; at < most; at += 1) {
    const each = all[at]
    signed = signed || each?.kind === 'signature'
    turned = turned || (signed && each?.kind === 'page-break')
    if (each?.kind !== 'heading') continue
    // Behind the page on which somebody signed only what can be no chapter is still a signature's.
    if (turned && !office.test(each.text) && !companyName.test(each.text) && !isDate.test(each.text)) return
    if (behindSignatures.test(each.text) && !office.test(each.text) && !companyName.test(each.text)) return
    found.set(at, signature)
  }
}

/** What a heading is that its own words, or the blocks beside it, show to be something else, wherever it stands. */
const alone = (all: readonly Standing[], at: number): Instead | null => {
  const text = all[at]?.text ?? ''
  if (joins.test(text)) return joining
  if (isBox.test(text)) return box
  const above = all.slice(Math.max(0, at - 2), at).findLast(({ kind }) => kind !== 'rule')
  if (isDate.test(text) && above !== undefined && /:$/u.test(above.text)) return value
  if (isLabelled.test(text)) return labelled
  if (isCoverPage.test(text)) return pageFoot
  if (isDistributor.test(text.replace(linkOrPicture, '$1'))) return distributor
  if (isReleaseLabel.test(text)) return releaseLabel
  const isSigned = above !== undefined && signedBy.test(above.text) &&
    all.slice(at + 1, at + 4).some(({ kind, text: below }) => kind === 'signature' || /^by:|\/s\//iu.test(below))
  return isSigned && !behindSignatures.test(text.replace(companyName, '')) ? signature : null
}

/**
 * Which of the blocks taken for headings head no text, by index, with what they are instead: fields and addresses of a cover page,
 * units and column heads, pointers such as "see attached", lines of the contents, names and offices among the signatures, and words
 * that every page begins with (the first time they stay a heading). Linear in the blocks.
 */
export const notHeadings = (all: readonly Standing[]): ReadonlyMap<number, Instead> => {
  const { to: coverTo, found: fields } = coverFields(all)
  const found = new Map(fields)
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
    const other = alone(all, at)
    if (other !== null) found.set(at, other)
    else if (isUnits.test(text) || isListHead.test(text) || isPointer.test(text) || (isColumnHead.test(text) && next?.kind === 'table') ||
      (isPeriodAlone(text) && (next === undefined || !isProse(next)))) found.set(at, caption)
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
