import { datelineLength } from '../text/dateline'
import { sliceLeaf, type Draft } from './html-draft'
import { setting } from './html-styles'
import { endsSentence, exhibitNumber, hasContactSign, isAddressLine, isContactLabel, isEndMark, isPageNumber, isReleaseLine, isRuleLine,
  isSignatureLine, isWireTail, markerLength, wordCount } from '../text/text-classes'

/** Exhibit tags and release lines stand among the first blocks of a document. */
const topReach = 15

const isExhibitTag = (text: string): boolean =>
  exhibitNumber(text) !== null || /^exhibit\s{0,3}\(?[a-z0-9]{1,4}\)?(?:[.-]?\(?[a-z0-9]{1,4}\)?){0,4}$/iu.test(text)

const isFootnote = (draft: Draft): boolean => {
  const first = draft.leaf.styled[0]
  const raised = first !== undefined && first.start === 0 && (first.mask & setting.superscript) !== 0 && first.end <= 6
  return raised || (draft.leaf.marker !== undefined && /^\(?(?:\d{1,2}|[a-z*†‡])\)?$/u.test(draft.leaf.marker))
}

/** Whether a table stands just above, page breaks and other footnotes seen through. */
const underTable = (drafts: readonly Draft[], at: number): boolean => {
  for (let i = at - 1; i >= 0 && i >= at - 12; i -= 1) {
    const draft = drafts[i]
    if (draft?.kind === 'table') return true
    if (draft?.kind !== 'footnote' && draft?.kind !== 'rule' && draft?.kind !== 'page-break') return false
  }
  return false
}

const set = (draft: Draft, kind: Draft['kind'], why: string): void => {
  draft.kind = kind
  draft.why = why
}

/** An item of a list; its bullet or number, which the source does not have, goes into `attrs.marker` of its first block. */
const markItem = (before: Draft | undefined, draft: Draft): void => {
  const { place } = draft.leaf
  set(draft, 'list-item', `In a list, at depth ${String(place.item)}.`)
  draft.attrs = { depth: String(place.item), ...(before?.leaf.place === place ? {} : { marker: place.marker }) }
}

const markOne = (drafts: readonly Draft[], at: number, draft: Draft): void => {
  const { text } = draft.leaf
  if (draft.leaf.place.caption) set(draft, 'caption', 'The caption element of a table.')
  else if (isRuleLine(text)) set(draft, 'rule', 'A line drawn with dashes or the like.')
  else if (at < topReach && isExhibitTag(text)) set(draft, 'exhibit-tag', 'An exhibit number alone near the top.')
  else if (at < topReach && isReleaseLine(text)) set(draft, 'release-line', 'Says that it is a release.')
  else if (isEndMark(text)) set(draft, 'end-mark', 'The mark that ends a release.')
  else if (isFootnote(draft) && (underTable(drafts, at) || draft.leaf.marker === undefined))
    set(draft, 'footnote', 'Begins with a footnote mark.')
  else if (draft.leaf.place.item > 0) markItem(drafts[at - 1], draft)
  else if (draft.leaf.marker !== undefined && !/^(?:item|part|note)/iu.test(draft.leaf.marker))
    set(draft, 'list-item', 'A bullet or number in one cell, its text in the next.')
  else if (isPageNumber(text)) return
  else if (markerLength(text) > 0 && text.length > markerLength(text)) set(draft, 'list-item', 'Begins with a bullet or a number.')
  else if (/^[•·▪◦■●○∙\u00b7\uf0b7](?=\S)/u.test(text)) set(draft, 'list-item', 'Begins with a bullet.')
  else if (isSignatureLine(text)) set(draft, 'signature', 'A line of a signature.')
  else if (isAddressLine(text)) set(draft, 'contact', 'An address alone on its line.')
  else if (isWireTail(text)) set(draft, 'footer-code', 'A line of the newswire.')
}

/** Blocks after the end mark of a release in which its codes stand. */
const codeReach = 4

const markCodes = (drafts: readonly Draft[]): void => {
  const end = drafts.findLastIndex((draft) => draft.kind === 'end-mark')
  if (end < 0) return
  for (const draft of drafts.slice(end + 1, end + 1 + codeReach)) {
    if (draft.kind !== 'paragraph' || draft.leaf.kind !== 'text' || draft.leaf.text.length > 25 || /\p{Ll}/u.test(draft.leaf.text)) continue
    set(draft, 'footer-code', 'A code after the end mark.')
  }
}

/** Marks what a block's own words or place in a list show, before headings are looked for. */
export const markKinds = (drafts: readonly Draft[]): void => {
  drafts.forEach((draft, at) => {
    if (draft.leaf.kind === 'text' && draft.kind === 'paragraph') markOne(drafts, at, draft)
  })
  markCodes(drafts)
}

/** Whether words are running prose although they hold a number to call: two sentences, or one that is mostly in lower case. */
const isSentence = (text: string): boolean =>
  /[a-z]{3}\.\s+\p{Lu}/u.test(text)
  || (endsSentence(text) && wordCount(text) >= 8 && (text.match(/(?:^|\s)\p{Ll}+/gu)?.length ?? 0) * 2 >= wordCount(text))

/** Marks contacts among the paragraphs that are left. */
export const markContacts = (drafts: readonly Draft[]): void => {
  for (const draft of drafts) {
    if (draft.kind !== 'paragraph' || draft.leaf.kind !== 'text') continue
    const { text } = draft.leaf
    if (text.length <= 240 && wordCount(text) <= 30 && (hasContactSign(text) || isContactLabel(text)) && !isSentence(text)) {
      set(draft, 'contact', 'Short, with a telephone number, an address or the word contact.')
    }
  }
}

/** The most lines that the names and numbers under the word contact take, and the longest of them in code units. */
const contactLines = 9
const contactWidth = 70

/** Whether a line of its own announces contacts: "Contact:", "Investor Relations Contact". */
const isLabel = (text: string): boolean => isContactLabel(text) || /^[\p{L} &/]{0,36}\bcontacts?:?$/iu.test(text)

/** Marks the short lines under "Contact:" in a release as contacts, where one of them can be called or written to. */
export const markContactGroups = (drafts: readonly Draft[]): void => {
  drafts.forEach((draft, at) => {
    if (draft.kind !== 'paragraph' || draft.leaf.text.length > contactWidth || !isLabel(draft.leaf.text)) return
    let end = at + 1
    while (end < drafts.length && end < at + contactLines) {
      const line = drafts[end]
      if ((line?.kind !== 'paragraph' && line?.kind !== 'contact') || line.leaf.kind !== 'text' || line.leaf.text.length > contactWidth ||
        /[a-z]{2}\.$/u.test(line.leaf.text)) break
      end += 1
    }
    // What follows the last number or address is no longer the contact.
    while (end > at && !hasContactSign(drafts[end - 1]?.leaf.text ?? '')) end -= 1
    for (const line of drafts.slice(at, end)) set(line, 'contact', 'A line under the word contact.')
  })
}

/** Splits the dateline off the first paragraph that has one, and makes the headings above it the title of a release. */
export const markRelease = (drafts: Draft[], exhibit: boolean): void => {
  for (let at = 0; at < drafts.length && at < 40; at += 1) {
    const draft = drafts[at]
    if (draft?.leaf.kind !== 'text' || draft.kind !== 'paragraph') continue
    const length = datelineLength(draft.leaf.text)
    if (length === 0 || draft.leaf.text.length < length + 40) continue
    const rest: Draft = { ...draft, leaf: sliceLeaf(draft.leaf, length, draft.leaf.text.length) }
    draft.leaf = sliceLeaf(draft.leaf, 0, length)
    set(draft, 'dateline', 'A place and a date at the start of a paragraph.')
    drafts.splice(at + 1, 0, rest)
    markTitle(drafts, at)
    return
  }
  if (exhibit) markTitle(drafts, Math.min(12, drafts.length))
}

const markTitle = (drafts: readonly Draft[], before: number): void => {
  for (let at = 0; at < before; at += 1) {
    const draft = drafts[at]
    if (draft?.kind !== 'heading' || wordCount(draft.leaf.text) < 4) continue
    set(draft, 'title', 'The first heading over the release.')
    draft.level = 1
    return
  }
}
