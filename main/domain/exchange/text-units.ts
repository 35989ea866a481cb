/** The units in which other tools count a text: code points and bytes, beside our own UTF-16 code units. */
import type { Encoding } from '#contract/filing'
import type { TextRange } from '#contract/range'
import { lowerBound } from '#model/lower-bound'

/** The way between UTF-16 code units and code points of one text. An offset inside a pair counts as the start of it. */
export interface CodePoints {
  readonly length: number
  readonly fromUnits: (offset: number) => number
  readonly toUnits: (offset: number) => number
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff

/** Counts the code points of a text; a lone surrogate is one of its own. */
export const codePointsOf = (text: string): CodePoints => {
  /** Where each pair begins, in code units. */
  const pairs: number[] = []
  for (let at = 0; at + 1 < text.length; at += 1) {
    if (!isHigh(text.charCodeAt(at)) || !isLow(text.charCodeAt(at + 1))) continue
    pairs.push(at)
    at += 1
  }
  return {
    length: text.length - pairs.length,
    fromUnits: (offset) => {
      const at = Math.min(Math.max(offset, 0), text.length)
      return at - lowerBound(pairs.length, (one) => (pairs[one] ?? 0) < at)
    },
    toUnits: (offset) => {
      const at = Math.min(Math.max(offset, 0), text.length - pairs.length)
      // The pair at index n begins at code point pairs[n] - n.
      return at + lowerBound(pairs.length, (one) => (pairs[one] ?? 0) - one < at)
    }
  }
}

/** The byte offsets of a decoded text in the file it was decoded from. */
export interface ByteOffsets {
  /** The bytes of a range of the text; null where the file's bytes cannot be told exactly. */
  readonly of: (range: TextRange) => TextRange | null
}

/** How many code units lie between two known places. */
const STEP = 4096

const utf8Length = (text: string, from: number, to: number): number => {
  let bytes = 0
  for (let at = from; at < to; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit < 0x80) bytes += 1
    else if (unit < 0x800) bytes += 2
    // Two halves of a pair are four bytes together; one without the other is written as U+FFFD, three bytes.
    else if (isHigh(unit) && isLow(text.charCodeAt(at + 1))) bytes += 4
    else if (isLow(unit) && at > 0 && isHigh(text.charCodeAt(at - 1))) bytes += 0
    else bytes += 3
  }
  return bytes
}

const unitBytes = (text: string, encoding: Encoding): (offset: number) => number => {
  if (encoding === 'windows-1252') return (offset) => offset
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return (offset) => offset * 2
  const known = [0]
  for (let at = 0; at + STEP <= text.length; at += STEP) known.push((known.at(-1) ?? 0) + utf8Length(text, at, at + STEP))
  return (offset) => {
    const step = Math.min(Math.floor(offset / STEP), known.length - 1)
    return (known[step] ?? 0) + utf8Length(text, step * STEP, offset)
  }
}

/**
 * The byte offsets of a text that was decoded from `bytes` bytes in `encoding`, of which `mark` (0, 2 or 3) are a byte order mark. Where
 * the text holds replacement characters that stand for broken bytes, only what stands before the first of them has byte offsets.
 */
export const byteOffsetsOf = (text: string, encoding: Encoding, mark: number, bytes: number): ByteOffsets => {
  const bytesAt = unitBytes(text, encoding)
  const whole = mark + bytesAt(text.length) === bytes
  const replaced = text.indexOf('\ufffd')
  const exactTo = whole ? text.length : replaced
  return {
    of: ({ start, end }) => start < 0 || end < start || end > exactTo ? null : { start: mark + bytesAt(start), end: mark + bytesAt(end) }
  }
}
