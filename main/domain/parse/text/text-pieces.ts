import type { BlockKind } from '#contract/filing'
import type { TextRange } from '#contract/range'
import { datelineLength } from './dateline'
import { capitalShare, endsSentence, exhibitNumber, hasContactSign, isAddressLine, isContactLabel, isContinuationLine, isDateLine,
  isFormLine, isNumberedField, isReleaseLine, isSignatureLine, isWireTail, markerLength, SHORT, wordCount } from './text-classes'
import { isContact, isHeadingLike, isProse, readChunkFacts, type ChunkFacts } from './text-chunk'
import { lineText, type Line } from './text-lines'
import { splitChunk } from './text-paragraphs'

/** One block in the making. `from` and `to` are line numbers; `place` tells the top of a document from its body and its tail. */
export interface Piece {
  readonly kind: BlockKind
  readonly ranges: readonly TextRange[]
  readonly why: string
  readonly from: number
  readonly to: number
  readonly attrs?: Readonly<Record<string, string>>
  readonly align?: 'center'
  /** True for a short, unpunctuated chunk that may yet prove to be the title or the letterhead. */
  readonly isHead?: boolean
  /** True for the line above the text that names the form. */
  readonly isForm?: boolean
}

/** The part of a release that is being read. */
export type Place = 'top' | 'body' | 'tail'

/** Lines of a chunk above the text among which the name of the form is looked for. */
const LONGEST_HEAD = 12

/** A document's lines with what is known of them. */
export interface Sheet {
  readonly raw: string
  readonly lines: readonly Line[]
  /** The widths of the running text and of the page, in columns. */
  readonly measure: number
  readonly page: number
}

/** The range from the first word of one line to the last word of another. */
export const rangeOf = (lines: readonly Line[], from: number, to: number): TextRange => ({
  start: lines[from]?.first ?? 0,
  end: lines[to - 1]?.last ?? 0
})

const piece = (sheet: Sheet, kind: BlockKind, from: number, to: number, why: string, more: Partial<Piece> = {}): Piece => ({
  kind,
  from,
  to,
  why,
  ranges: [rangeOf(sheet.lines, from, to)],
  ...more
})

const shortLine = (sheet: Sheet, at: number): string => {
  const line = sheet.lines[at]
  return line && line.last - line.first <= SHORT ? lineText(sheet.raw, line) : ''
}

/** A table that lost its lines: at least a dozen figures, one for every two or three words, and no full stop. */
const isFigureRun = (text: string): boolean => {
  if (endsSentence(text)) return false
  const tokens = text.split(/\s+/)
  const figures = tokens.filter((token) => /^[$(]{0,2}-?[,.]*\d[\d,.]*[)%]{0,2}$/.test(token)).length
  return figures >= 12 && figures >= tokens.length * 0.25
}

/** Labels and values run together, such as the particulars of a talk: no prose to cut into sentences. */
const isLabelList = (text: string): boolean =>
  text.length < 1500 && !endsSentence(text) && !/[a-z]{2}\.\s+\p{Lu}/u.test(text) &&
  (text.match(/\p{Lu}[\p{L}/ ]{2,30}:\s?\S/gu)?.length ?? 0) >= 3

/** The prose of one part, its dateline set apart. */
const readParagraph = (sheet: Sheet, from: number, to: number, why: string, place: Place): Piece[] => {
  const range = rangeOf(sheet.lines, from, to)
  const length = place === 'top' || place === 'body'
    ? datelineLength(sheet.raw.slice(range.start, Math.min(range.end, range.start + 320)))
    : 0
  if (length === 0) {
    if (isFigureRun(sheet.raw.slice(range.start, Math.min(range.end, range.start + 3000))))
      return [piece(sheet, 'table', from, to, 'figures run together, hardly a word between them')]
    return isLabelList(sheet.raw.slice(range.start, Math.min(range.end, range.start + 1500)))
      ? [piece(sheet, 'list', from, to, 'three or more labels with their values, and no full stop')]
      : [piece(sheet, 'paragraph', from, to, why)]
  }
  const dateline: Piece = {
    ...piece(sheet, 'dateline', from, from + 1, 'a place and a date, or a newswire, before a dash or bracket'),
    ranges: [{ start: range.start, end: range.start + length }]
  }
  let start = range.start + length
  while (start < range.end && /\s/.test(sheet.raw.charAt(start))) start += 1
  if (start >= range.end) return [dateline]
  return [dateline, { ...piece(sheet, 'paragraph', from, to, why), ranges: [{ start, end: range.end }] }]
}

const readProse = (sheet: Sheet, from: number, to: number, place: Place, note: boolean): Piece[] => {
  const out: Piece[] = []
  for (const part of splitChunk(sheet.raw, sheet.lines, from, to, sheet.measure)) {
    if (part.kind === 'heading') out.push(piece(sheet, 'heading', part.from, part.to, part.why, { attrs: { position: 'glued' } }))
    else if (part.kind === 'address') out.push(piece(sheet, 'contact', part.from, part.to, part.why))
    else if (part.kind === 'wire') out.push(readWire(sheet, part.from, part.to))
    else if (note) out.push(piece(sheet, 'footnote', part.from, part.to, 'text behind <FN>'))
    else if (part.kind === 'list-item') out.push(readItem(sheet, part.from, part.to, part.why))
    else for (const piece of readParagraph(sheet, part.from, part.to, part.why, place)) out.push(piece)
  }
  return out
}

/** A list item, or the numbered heading that looks like one: one line in capitals without a full stop. */
const readItem = (sheet: Sheet, from: number, to: number, why: string): Piece => {
  const text = shortLine(sheet, from)
  const isHeading = to - from === 1 && capitalShare(text) > 0.92 && wordCount(text) >= 2 && wordCount(text) <= 14 && !/[.?!;,]$/.test(text)
  return isHeading ? piece(sheet, 'heading', from, to, 'a number and a few words in capitals') : piece(sheet, 'list-item', from, to, why)
}

const readWire = (sheet: Sheet, from: number, to: number): Piece => {
  const text = shortLine(sheet, from)
  return /^\/(?:CONTACT|WEB\s?SITE)/i.test(text)
    ? piece(sheet, 'contact', from, to, 'the newswire\u2019s contact line')
    : piece(sheet, 'footer-code', from, to, 'a line of the newswire\u2019s tail')
}

/** The newswire's tail: each entry runs to the line where the next begins. */
const readWireTail = (sheet: Sheet, from: number, to: number): Piece[] =>
  splitChunk(sheet.raw, sheet.lines, from, to, sheet.measure).map((part) => readWire(sheet, part.from, part.to))

/** Takes the lines that are what they are wherever they stand: exhibit tag, release line, date, newswire tail. */
const readMarkedLine = (sheet: Sheet, at: number, place: Place): Piece | null => {
  const text = shortLine(sheet, at)
  if (text === '') return null
  const exhibit = place === 'top' ? exhibitNumber(text) : null
  if (exhibit) return piece(sheet, 'exhibit-tag', at, at + 1, 'an exhibit number alone near the top', { attrs: { exhibit } })
  if (place === 'top' && isReleaseLine(text)) return piece(sheet, 'release-line', at, at + 1, 'the words that release the news')
  if (place === 'top' && isDateLine(text)) return piece(sheet, 'dateline', at, at + 1, 'a date alone on its line above the text')
  return null
}

const readShortChunk = (sheet: Sheet, from: number, to: number, facts: ChunkFacts, place: Place): Piece => {
  const centred = facts.isCentred ? { align: 'center' as const } : {}
  const first = shortLine(sheet, from)
  const signed = facts.count <= 40 && [from, from + 1, to - 1].some((at) => at < to && isSignatureLine(shortLine(sheet, at)))
  if (signed) return piece(sheet, 'signature', from, to, 'a signature or the blank for one')
  if (facts.count === 1 && isAddressLine(first)) return piece(sheet, 'contact', from, to, 'an address alone on its line')
  if (isContact(facts))
    return piece(sheet, 'contact', from, to,
      hasContactSign(facts.head()) ? 'short lines with a telephone number or an e-mail address' : 'short lines under the word contact')
  if (place === 'top' && isNumberedField(facts.head())) return readItem(sheet, from, to, 'a numbered field of a form')
  if (place === 'body' && facts.words >= 3 && markerLength(first) > 0 && !/[-\u2013]$/.test(first))
    return readItem(sheet, from, to, 'the line opens with a list marker')
  if (place === 'tail') return piece(sheet, 'footer-code', from, to, 'short words behind the end mark')
  if (isHeadingLike(facts, place === 'top')) {
    const looks = facts.isCentred ? 'centred' : facts.capitals > 0.85 ? 'in capitals' : 'short and without a full stop'
    return piece(sheet, place === 'top' ? 'letterhead' : 'heading', from, to, `words ${looks}, apart from the text`, { ...centred,
      isHead: true })
  }
  if (place === 'top') return piece(sheet, 'letterhead', from, to, 'short lines above the text', centred)
  if (facts.count > 1) return piece(sheet, 'list', from, to, 'several short lines that are no running text', centred)
  return piece(sheet, 'paragraph', from, to, 'a line of its own', centred)
}

/** The line of a chunk above the text that names the form; -1 where none does. A wrapped line of a sentence goes on from the one above. */
const formLine = (sheet: Sheet, from: number, to: number): number => {
  for (let at = from; at < to && at < from + LONGEST_HEAD; at += 1)
    if (isFormLine(shortLine(sheet, at)) && (at === from || !/[\p{Ll},]$/u.test(shortLine(sheet, at - 1)))) return at
  return -1
}

/** Reads one chunk, the line that names the form apart from what stands above and below it. */
export const readChunk = (sheet: Sheet, from: number, to: number, place: Place, note: boolean): Piece[] => {
  const at = place === 'top' ? formLine(sheet, from, to) : -1
  if (at < 0) return readWhole(sheet, from, to, place, note)
  return [
    ...(at > from ? readWhole(sheet, from, at, place, note) : []),
    piece(sheet, 'letterhead', at, at + 1, 'the line that names the form', { isHead: true, isForm: true, align: 'center' }),
    ...(at + 1 < to ? readWhole(sheet, at + 1, to, place, note) : [])
  ]
}

/** Reads one chunk: the lines from the top that are marked by their own words, then prose or short lines as a whole. */
const readWhole = (sheet: Sheet, from: number, to: number, place: Place, note: boolean): Piece[] => {
  const out: Piece[] = []
  let start = from
  if (isWireTail(shortLine(sheet, from))) return readWireTail(sheet, from, to)
  while (start < to) {
    const marked = readMarkedLine(sheet, start, place)
    if (!marked) break
    out.push(marked)
    start += 1
  }
  if (start >= to) return out
  let end = to
  const tail: Piece[] = []
  const isRunning = place !== 'top' || isProse(readChunkFacts(sheet.raw, sheet.lines, start, end, sheet.measure, sheet.page), true)
  while (end - 1 > start && !isRunning) {
    const marked = readMarkedLine(sheet, end - 1, place)
    if (!marked) break
    tail.unshift(marked)
    end -= 1
  }
  if (end - start === 1 && isContinuationLine(shortLine(sheet, start)))
    return [...out, piece(sheet, 'page-footer', start, end, 'word that more follows'), ...tail]
  const facts = readChunkFacts(sheet.raw, sheet.lines, start, end, sheet.measure, sheet.page)
  const label = facts.count <= 3 && isContactLabel(facts.head()) && hasContactSign(facts.head()) && !facts.endsSentence
  const isText = !label && isProse(facts, place === 'top')
  const body = isText ?
    readProse(sheet, start, end, place, note)
    : note
    ? [piece(sheet, 'footnote', start, end, 'text behind <FN>')]
    : readShortLines(sheet, start, end, facts, place)
  return [...out, ...body, ...tail]
}

/** A short chunk as one piece, its last paragraph set apart where the lines above it head it. */
const readShortLines = (sheet: Sheet, from: number, to: number, facts: ChunkFacts, place: Place): Piece[] => {
  const parts = facts.count > 1 && place !== 'top' ? splitChunk(sheet.raw, sheet.lines, from, to, sheet.measure) : []
  if (parts.length >= 2 &&
    (parts[0]?.kind === 'heading' || parts.some((part) => part.kind === 'wire') ||
      parts.slice(1).every((part) => part.kind === 'list-item'))) {
    return parts.flatMap((part) => {
      if (part.kind === 'heading') return [piece(sheet, 'heading', part.from, part.to, part.why, { attrs: { position: 'glued' } })]
      if (part.kind === 'wire') return [readWire(sheet, part.from, part.to)]
      if (part.kind === 'list-item') return [readItem(sheet, part.from, part.to, part.why)]
      const inner = readChunkFacts(sheet.raw, sheet.lines, part.from, part.to, sheet.measure, sheet.page)
      return isProse(inner)
        ? readParagraph(sheet, part.from, part.to, part.why, place)
        : [readShortChunk(sheet, part.from, part.to, inner, place)]
    })
  }
  return [readShortChunk(sheet, from, to, facts, place)]
}
