import { Parser } from 'htmlparser2'
import type { FilingDocument } from '#contract/filing'
import type { TextRange } from '#contract/range'
import type { ParsedDocument } from '../parse/parsed-document'

/** The numbers of a document's source held against those of its blocks. */
export interface NumbersVerdict {
  /** How many numbers the source shows. */
  readonly shown: number
  /** How many stand in source that the document tells as hidden. */
  readonly hidden: number
  /** Numbers of the source that no block has, each as often as it is missing. */
  readonly lost: readonly string[]
  /** Numbers of the blocks that the source does not have, or not as often. */
  readonly doubled: readonly string[]
}

/** A number as it is written, its points and commas within: "1,204.5". */
const NUMBER = /\d(?:[\d,.]*\d)?/g

/** Elements whose words nobody sees. */
const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'head', 'title', 'ix:header', 'noscript', 'template', 'object', 'select'])
/** Elements that part no words. */
const INLINE: ReadonlySet<string> = new Set(['a', 'abbr', 'b', 'big', 'del', 'em', 'font', 'i', 'ins', 'mark', 's', 'small', 'span',
  'strike', 'strong', 'sub', 'sup', 'tt', 'u', 'code', 'label', 'acronym', 'cite', 'kbd', 'q', 'wbr'])

const isInline = (name: string): boolean => INLINE.has(name) || (name.startsWith('ix:') && name !== 'ix:header')

/** A piece of what the source shows, by the offset it begins at. */
interface Piece {
  readonly at: number
  readonly text: string
}

const piecesOfMarkup = (raw: string, from: number, to: number, xmlMode: boolean): readonly Piece[] => {
  const pieces: Piece[] = []
  let unseen = 0
  const part = (name: string, at: number): void => {
    if (!isInline(name)) pieces.push({ at, text: '\n' })
  }
  const parser = new Parser({
    onopentag: (name) => {
      if (UNSEEN.has(name)) unseen += 1
      part(name, from + parser.startIndex)
    },
    ontext: (text) => {
      if (unseen === 0) pieces.push({ at: from + parser.startIndex, text })
    },
    onclosetag: (name) => {
      if (UNSEEN.has(name)) unseen = Math.max(0, unseen - 1)
      part(name, from + parser.startIndex)
    }
  }, { decodeEntities: true, xmlMode, lowerCaseTags: !xmlMode, recognizeSelfClosing: true })
  parser.end(raw.slice(from, to))
  return pieces
}

/** Tags of a submission and of its tables in plain text: "<PAGE>", "<S>", "</TABLE>"; "<F1>" is the mark of a note, which is shown. */
const MARKUP = /<\/?[A-Za-z][A-Za-z-]{0,20}>/g

const piecesOfText = (raw: string, from: number, to: number): readonly Piece[] => {
  const pieces: Piece[] = []
  let at = from
  for (const match of raw.slice(from, to).matchAll(MARKUP)) {
    pieces.push({ at, text: raw.slice(at, from + match.index) }, { at: from + match.index, text: '\n' })
    at = from + match.index + match[0].length
  }
  pieces.push({ at, text: raw.slice(at, to) })
  return pieces
}

const tally = (text: string): Map<string, number> => {
  const counts = new Map<string, number>()
  for (const [number] of text.matchAll(NUMBER)) counts.set(number, (counts.get(number) ?? 0) + 1)
  return counts
}

const size = (counts: ReadonlyMap<string, number>): number => [...counts.values()].reduce((sum, count) => sum + count, 0)

/** What one tally has more often than another. */
const beyond = (counts: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): string[] =>
  [...counts].flatMap(([number, count]) => Array.from({ length: Math.max(0, count - (other.get(number) ?? 0)) }, () => number))

/** Parts pieces into what is shown and what stands in hidden ranges, which are in order; a piece of plain text may be cut by them. */
const apart = (pieces: readonly Piece[], hidden: readonly TextRange[],
  isPlain: boolean): { readonly shown: string; readonly unseen: string } => {
  const shown: string[] = []
  const unseen: string[] = []
  let first = 0
  const ordered = [...hidden].sort((a, b) => a.start - b.start)
  for (const { at, text } of pieces) {
    while (first < ordered.length && (ordered[first]?.end ?? 0) <= at) first += 1
    let done = 0
    for (let next = first; next < ordered.length; next += 1) {
      const range = ordered[next]
      if (!range || range.start >= at + (isPlain ? text.length : 1)) break
      const [from, to] = isPlain ? [Math.max(done, range.start - at), Math.min(text.length, range.end - at)] : [0, text.length]
      shown.push(text.slice(done, from), '\n')
      unseen.push(text.slice(from, to), '\n')
      done = to
    }
    shown.push(text.slice(done))
  }
  return { shown: shown.join(''), unseen: unseen.join('') }
}

/**
 * Holds the numbers that a document's source shows against those its blocks have, as multisets of written numbers. The source is read without any
 * of the reader's own rules: tags are taken off, words of block elements parted, and nothing else. Both readings keep what is told as hidden apart.
 */
export const judgeNumbers = (raw: string, document: Pick<FilingDocument, 'range' | 'format'>,
  parsed: Pick<ParsedDocument, 'blocks' | 'hidden'>): NumbersVerdict => {
  const { start, end } = document.range
  const isPlain = document.format === 'text'
  const pieces = isPlain ? piecesOfText(raw, start, end) : piecesOfMarkup(raw, start, end, document.format === 'xml')
  const { shown, unseen } = apart(pieces, parsed.hidden, isPlain)
  const source = tally(shown)
  const stream = tally(parsed.blocks.map(({ text }) => text).join('\n'))
  return { shown: size(source), hidden: size(tally(unseen)), lost: beyond(source, stream), doubled: beyond(stream, source) }
}
