import type { Block, DocumentEntry, Verbatim, Warning } from '#contract/filing'
import type { TextRange } from '#contract/range'
import type { ParsedDocument } from '../parsed-document'
import { pushSource } from '../map/source-text'
import { cutCells } from './text-columns'
import { opensText } from '../cover'
import { notHeadings } from '../not-headings'
import { continuesDoubleSpaced, opensDoubleSpaced } from './double-spaced'
import { endsOpen, SHORT } from './text-classes'
import { footerStart, readPageHeader, readPrintControl, runningHeads, runningKey } from './text-furniture'
import { isBlankLine, lineRight, pageWidth, wrapWidth, type Line } from './text-lines'
import { createTextMap, type TextMapBuilder } from '../map/text-map-builder'
import { toShown } from '#model/text-map'
import { rangeOf, readChunk, type Piece, type Place, type Sheet } from './text-pieces'
import { readRegions, readTaggedLines, type Region } from './text-regions'
import { readCertainGrid } from './text-grid'
import { readGrid } from './text-tables'
import { tagLengthAt } from '../map/text-tags'

const isBodyPiece = (piece: Piece): boolean =>
  piece.kind === 'paragraph' || piece.kind === 'list-item' || (piece.kind === 'dateline' && piece.why.includes('dash'))

/** Reads the regions in order, carrying what the earlier ones told: top, body or tail, and whether a page has just begun. */
const readPieces = (sheet: Sheet, regions: readonly Region[]): Piece[] => {
  const out: Piece[] = []
  const running = runningHeads(sheet.raw, sheet.lines, regions)
  let place: Place = 'top'
  let isPageTop = false
  regions.forEach((region, index) => {
    const { to } = region
    let { from } = region
    if (region.kind === 'page-break') {
      out.push(pageBreak(sheet, region))
      isPageTop = true
      return
    }
    if (region.kind === 'rule') out.push(simple(sheet, 'rule', region, 'a drawn line'))
    else if (region.kind === 'end-mark') {
      out.push(simple(sheet, 'end-mark', region, 'the mark that ends a release'))
      place = 'tail'
    } else if (region.kind === 'table') out.push(simple(sheet, tableKind(sheet, region, place), region, 'rows in aligned columns'))
    else {
      const control = out[out.length - 1]?.kind === 'page-header' ? readPrintControl(sheet.raw, sheet.lines, from) : null
      if (control) {
        out.push(control)
        from += 1
      } else if (isPageTop) {
        const header = readPageHeader(sheet.raw, sheet.lines, from, to, running)
        out.push(...header.pieces)
        from = header.next
      }
      if (from >= to) return
      const next = regions.slice(index + 1, index + 3).find((other) => other.kind !== 'rule')
      const foot = !next || next.kind === 'page-break' ? footerStart(sheet.raw, sheet.lines, from, to, running.keys) : to
      const pieces: Piece[] = from < foot ? readChunk(sheet, from, foot, place, region.note) : []
      for (const piece of pieces) out.push(piece)
      if (foot < to)
        out.push({ kind: 'page-footer', from: foot, to, ranges: [rangeOf(sheet.lines, foot, to)],
          why: 'a page number, or word that more follows, at the foot of a page' })
      if (place === 'top' && pieces.some(isBodyPiece)) {
        place = 'body'
        for (const piece of out) if (piece.isHead) rememberRunning(sheet, piece, running.keys)
      } else if (place === 'tail' && pieces.some((piece) => piece.kind === 'paragraph' && piece.to - piece.from > 3)) place = 'body'
    }
    isPageTop = false
  })
  return out
}

const rememberRunning = (sheet: Sheet, piece: Piece, running: Set<string>): void => {
  for (let at = piece.from; at < piece.to; at += 1) {
    const line = sheet.lines[at]
    if (line && line.last - line.first <= 100) running.add(runningKey(sheet.raw.slice(line.first, line.last)))
  }
  const range = rangeOf(sheet.lines, piece.from, piece.to)
  if (range.end - range.start <= 300) running.add(runningKey(sheet.raw.slice(range.start, range.end)))
}

const pageBreak = (sheet: Sheet, region: Region): Piece => {
  const range = rangeOf(sheet.lines, region.from, region.to)
  const page = /(\d+)\s*(?:>\s*)?$/.exec(sheet.raw.slice(range.start, range.end))?.[1]
  return { kind: 'page-break', from: region.from, to: region.to, ranges: [range], why: 'the page tag',
    ...(page ? { attrs: { page } } : {}) }
}

const simple = (sheet: Sheet, kind: Piece['kind'], region: Region, why: string): Piece => {
  let { from, to } = region
  const isEmpty = (at: number): boolean => {
    const line = sheet.lines[at]
    return !line || line.tag !== null || isBlankLine(line)
  }
  while (from < to && isEmpty(from)) from += 1
  while (to > from && isEmpty(to - 1)) to -= 1
  return { kind, from, to, why, ranges: [rangeOf(sheet.lines, from, to)] }
}

/** Columns of words above the text, or with numbers to call, are contacts side by side. */
const tableKind = (sheet: Sheet, region: Region, place: Place): 'table' | 'contact' => {
  const words = sheet.raw.slice(sheet.lines[region.from]?.first ?? 0, sheet.lines[region.to - 1]?.last ?? 0)
  if (words.length > 2500) return 'table'
  const calls = (words.match(/\d{3}\)?[ .-]{1,2}\d{3}[ .-]\d{4}\b/g)?.length ?? 0) + (words.match(/@[\w-]{1,40}\./g)?.length ?? 0)
  return calls >= 1 && (place !== 'body' || calls >= 2) && !/\$\s?\d/.test(words) ? 'contact' : 'table'
}

/** The words of a piece on one line, as far as a heading goes. */
const wordsOf = (sheet: Sheet, piece: Piece): string => {
  const range = piece.ranges[0] ?? { start: 0, end: 0 }
  return sheet.raw.slice(range.start, Math.min(range.end, range.start + SHORT)).replaceAll(/\s+/gu, ' ')
}

/** Names the title and the subtitles: on the cover of a form the form's name, with what opens its items; elsewhere the heads right above the text; heads further up are letterhead. */
const nameTitle = (sheet: Sheet, pieces: readonly Piece[]): Piece[] => {
  const body = pieces.findIndex(isBodyPiece)
  const end = body < 0 ? pieces.length : body
  const form = pieces.findIndex((piece) => piece.isForm)
  if (form >= 0 && form < end) {
    const text = pieces.findIndex((piece, at) => at > form && piece.isHead === true && opensText(wordsOf(sheet, piece)))
    return pieces.map((piece, at): Piece =>
      at === form
        ? { ...piece, kind: 'title' }
        : piece.isHead && at < end && text >= 0 && at >= text
        ? { ...piece, kind: 'heading' }
        : piece
    )
  }
  let first = end
  for (let at = end - 1; at >= 0; at -= 1) {
    const piece = pieces[at]
    if (!piece) break
    if (piece.isHead) first = at
    else if (piece.kind !== 'rule' && piece.kind !== 'dateline' && piece.kind !== 'release-line' &&
      !(first === end && piece.kind === 'contact')) break
  }
  let titled = false
  return pieces.map((piece, at) => {
    if (!piece.isHead || at >= end || at < first) return piece
    const kind = titled ? 'heading' : 'title'
    titled = true
    return { ...piece, kind,
      why: kind === 'title' ? `${piece.why}; the first such words right above the text` : `${piece.why}; under the title` }
  })
}

const FURNITURE: ReadonlySet<Piece['kind']> = new Set(['page-break', 'page-header', 'page-footer', 'artifact'])

/**
 * Whether a piece goes on with the paragraph above it: that one ends without any mark, and this one begins in small
 * letters; across a page break also with a capital, where the last line above fills the measure and this one is prose.
 */
const continues = (sheet: Sheet, open: Piece, piece: Piece, acrossPages: boolean): boolean => {
  if (!isOpenEnded(sheet, open, acrossPages) || (piece.kind !== 'paragraph' && piece.kind !== 'heading' && piece.kind !== 'list'))
    return false
  const start = piece.ranges[0]?.start ?? 0
  const head = sheet.raw.slice(start, start + 10)
  // "(30) days" goes on; "(a) The" opens the next clause.
  if (/^(?:\([a-z0-9]{1,3}\)|o\s)/.test(head) && !/^\(\d{1,3}\)\s+[a-z]/.test(head)) return false
  if (/^[\p{Ll}(]/u.test(head)) return true
  const last = sheet.lines[open.to - 1]
  return acrossPages && piece.kind === 'paragraph' && last !== undefined && lineRight(last) >= sheet.measure * 0.8 &&
    piece.to - piece.from >= 2
    && !/[:]$/.test(sheet.raw.slice(last.first, last.last))
}

/** Whether the last block but one is page furniture: a rule under it belongs to the page, not to the text. */
const isPageTop = (out: readonly Piece[]): boolean => {
  const before = out[out.length - 2]
  return before !== undefined && FURNITURE.has(before.kind)
}

/** Whether a drawn line underlines words of the line right above it, as reports marked their defined terms before they had another way. */
const isUnderline = (sheet: Sheet, open: Piece | undefined, piece: Piece): boolean => {
  const above = open === undefined || open.to !== piece.from ? undefined : sheet.lines[open.to - 1]
  const drawn = sheet.lines[piece.from]
  return piece.kind === 'rule' && above !== undefined && drawn !== undefined && drawn.indent >= above.indent &&
    lineRight(drawn) <= lineRight(above)
}

/** Joins a paragraph that page furniture, an underline, or a stray blank line cuts in the middle of a sentence. */
const rejoin = (sheet: Sheet, pieces: readonly Piece[]): Piece[] => {
  const out: Piece[] = []
  let openAt = -1
  for (const piece of pieces) {
    const head = out.at(-1)
    if (head && opensDoubleSpaced(sheet, head, piece)) {
      openAt = out.length - 1
      out[openAt] = { ...head, kind: 'paragraph', why: 'a full line that goes on behind a blank one' }
    }
    const open = out[openAt]
    const between = out.length - 1 > openAt
    const joins = open !== undefined && (continues(sheet, open, piece, between) || (!between && continuesDoubleSpaced(sheet, open, piece)))
    if (joins) {
      out[openAt] = {
        ...open,
        to: piece.to,
        why: `${open.why}; goes on ${between ? 'behind what cuts it' : 'behind a blank line'}`,
        ranges: between
          ? [...open.ranges, ...piece.ranges]
          : [...open.ranges.slice(0, -1), { start: open.ranges.at(-1)?.start ?? 0, end: piece.ranges.at(-1)?.end ?? 0 }]
      }
      continue
    }
    out.push(piece)
    if (piece.kind === 'paragraph' || piece.kind === 'list-item') openAt = out.length - 1
    else if (!FURNITURE.has(piece.kind) && !(piece.kind === 'rule' && isPageTop(out)) && !isUnderline(sheet, out[openAt], piece))
      openAt = -1
  }
  return out
}

/** One contact block where columns of contacts and the lines around them follow each other without a blank line. */
const joinContacts = (pieces: readonly Piece[]): Piece[] => {
  const out: Piece[] = []
  for (const piece of pieces) {
    const last = out[out.length - 1]
    if (piece.kind === 'contact' && last?.kind === 'contact' && last.to === piece.from && !/wire/.test(piece.why)) {
      out[out.length - 1] = { ...last, to: piece.to, ranges: [{ start: last.ranges[0]?.start ?? 0, end: piece.ranges.at(-1)?.end ?? 0 }] }
    } else out.push(piece)
  }
  return out
}

const isOpenEnded = (sheet: Sheet, piece: Piece, acrossPages: boolean): boolean => {
  const end = piece.ranges.at(-1)?.end ?? 0
  const tail = sheet.raw.slice(Math.max(0, end - 12), end)
  // A list of clauses goes on behind its semicolon on the next page; on one page the next clause is a block of its own.
  return endsOpen(acrossPages && tail.endsWith(';') ? tail.slice(0, -1) : tail)
}

/** Appends one line as it stands, its known tags left out. */
const pushUntagged = (raw: string, line: Line, builder: TextMapBuilder): void => {
  const words = raw.slice(line.start, line.last)
  let from = 0
  for (let open = words.indexOf('<'); open >= 0; open = words.indexOf('<', open)) {
    const length = tagLengthAt(words, open, words.length)
    if (length === 0) open += 1
    else {
      builder.text(words.slice(from, open), line.start + from)
      from = open += length
    }
  }
  builder.text(words.slice(from), line.start + from)
}

/** The exact lines of a table or of contacts side by side, tags left out, the columns kept. */
const readVerbatim = (sheet: Sheet, piece: Piece): Verbatim => {
  const builder = createTextMap()
  let broke = -1
  for (let at = piece.from; at < piece.to; at += 1) {
    const line = sheet.lines[at]
    if (!line || line.tag) continue
    if (broke >= 0) builder.atomic('\n', broke, line.start)
    broke = line.end
    pushUntagged(sheet.raw, line, builder)
  }
  return builder.finish()
}

/** Whether the lines of a piece are shown as they stand: those of signatures, and fields of a cover page side by side. */
const keepsLines = (sheet: Sheet, piece: Piece, lines: readonly Line[]): boolean =>
  piece.kind === 'signature' ||
  ((piece.kind === 'letterhead' || piece.kind === 'list') && lines.some((line) => cutCells(sheet.raw, line, 4).length >= 2))

/** Gives the headings that head no text the kind that they have instead. */
const withoutOthers = (sheet: Sheet, pieces: readonly Piece[]): Piece[] => {
  const others = notHeadings(pieces.map(({ kind, ranges }) => {
    const start = ranges[0]?.start ?? 0
    const words = sheet.raw.slice(start, Math.min(ranges.at(-1)?.end ?? start, start + SHORT))
    return { kind, text: words.replaceAll(/\s+/gu, ' '), columns: /\S {4}\s*\S/u.test(words.replaceAll(/\n\s+/gu, '\n')) }
  }))
  return pieces.map((piece, at) => ({ ...piece, ...others.get(at) }))
}

/** Turns a piece to a block: its text with the map, and for tables the exact lines and the cells. */
const toBlock = (sheet: Sheet, piece: Piece, id: string): Block => {
  const builder = createTextMap()
  piece.ranges.forEach((range, index) => {
    const before = piece.ranges[index - 1]
    if (before) builder.separator(before.end, before.end)
    pushSource(builder, sheet.raw, range.start, range.end)
  })
  const { text, map } = builder.finish()
  const base: Block = {
    id,
    kind: piece.kind,
    ranges: piece.ranges,
    text,
    map,
    why: piece.why,
    ...(piece.attrs ? { attrs: piece.attrs } : {}),
    ...(piece.align ? { align: piece.align } : {}),
    ...(piece.kind === 'heading' ? { level: 2 } : piece.kind === 'title' ? { level: 1 } : {})
  }
  const lines = sheet.lines.slice(piece.from, piece.to)
  const isGrid = piece.kind === 'table' ||
    (piece.kind === 'contact' && lines.filter((line) => cutCells(sheet.raw, line, 4).length >= 2).length >= 2)
  if (!isGrid) return keepsLines(sheet, piece, lines) ? { ...base, verbatim: readVerbatim(sheet, piece) } : base
  const worded = lines.filter((line) => !line.tag)
  const shownOf = (source: number): number => toShown(map, source)
  const table = (piece.kind === 'table' ? readCertainGrid(sheet.raw, worded, text, shownOf) : null)
    ?? readGrid(sheet.raw, worded, sheet.measure, text, shownOf)
  return { ...base, verbatim: readVerbatim(sheet, piece), table }
}

const emptyWarning = (range: TextRange): Warning => ({ code: 'empty-document', message: 'The document holds no text.', range })

/**
 * Reads the body of a plain-text document into blocks that cover every non-blank character that is not a known tag.
 * Linear in the body. `prefix` begins the ids of the blocks, such as `d1` for `d1b1`.
 */
export const parseTextDocument = (raw: string, entry: DocumentEntry, prefix: string): ParsedDocument => {
  const lines = readTaggedLines(raw, entry.range)
  const measure = wrapWidth(lines)
  const sheet: Sheet = { raw, lines, measure, page: pageWidth(lines) }
  const pieces = withoutOthers(sheet, rejoin(sheet, nameTitle(sheet, joinContacts(readPieces(sheet, readRegions(raw, lines, measure))))))
  const blocks = pieces
    .filter((piece) => piece.ranges.some((range) => range.end > range.start))
    .map((piece, index) => toBlock(sheet, piece, `${prefix}b${index + 1}`))
  return { blocks, hidden: [], facts: [], warnings: blocks.length === 0 ? [emptyWarning(entry.range)] : [] }
}
