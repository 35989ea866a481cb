import { decodeHTMLStrict } from 'entities/decode'
import { c1Glyph, isC1 } from './cp1252'
import { tagLengthAt } from './text-tags'
import { isBlank, type TextMapBuilder } from './text-map-builder'

/** The longest entity that is looked for, in code units, the ampersand and semicolon included. */
const MAX_ENTITY = 34

const ENTITY = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});/y

/** What the entity at `at` shows, with its length in the source; null where there is none. Only closed entities count: `R&D` is text. */
export const entityAt = (raw: string, at: number, end: number): { shown: string; length: number } | null => {
  ENTITY.lastIndex = at
  const match = ENTITY.exec(raw)
  if (!match || match[0].length > MAX_ENTITY || at + match[0].length > end) return null
  const shown = decodeHTMLStrict(match[0])
  return shown === match[0] || shown === '' ? null : { shown, length: match[0].length }
}

const isLetter = (unit: number): boolean => (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122)

/** Whether the blanks from `from` to `to` break a line behind a hyphen that belongs to its word: `self-` and `assessed`. */
export const isHyphenBreak = (raw: string, from: number, to: number, start: number, end: number): boolean => {
  if (from - start < 2 || to >= end || raw.charCodeAt(from - 1) !== 45 || !isLetter(raw.charCodeAt(from - 2))) return false
  const next = raw.charCodeAt(to)
  if (next < 97 || next > 122) return false
  let breaks = 0
  for (let at = from; at < to; at += 1) {
    const unit = raw.charCodeAt(at)
    if (unit === 10 || unit === 12 || (unit === 13 && raw.charCodeAt(at + 1) !== 10)) breaks += 1
  }
  // "pre- and post-operative" keeps its gap: the word behind the break is a conjunction.
  return breaks === 1 && !/^(?:and|or|to)\b/.test(raw.slice(to, to + 4))
}

/**
 * Appends the shown text of a plain-text source range: white space collapsed, known tags read as white space, entities
 * decoded, C1 code points shown as windows-1252, a word broken behind its own hyphen joined. Linear in the range.
 */
export const pushSource = (builder: TextMapBuilder, raw: string, start: number, end: number): void => {
  let at = start
  let from = start
  const flush = (): void => {
    if (at > from) builder.text(raw.slice(from, at), from)
  }
  while (at < end) {
    const unit = raw.charCodeAt(at)
    if (unit > 32 && unit < 127 && unit !== 38 && unit !== 60) {
      at += 1
    } else if (unit === 32 && at > from && at + 1 < end && raw.charCodeAt(at + 1) > 32 && raw.charCodeAt(at + 1) < 127 &&
      raw.charCodeAt(at + 1) !== 60) {
      at += 1
    } else if (isBlank(unit)) {
      flush()
      from = at
      while (at < end && isBlank(raw.charCodeAt(at))) at += 1
      if (!isHyphenBreak(raw, from, at, start, end)) builder.separator(from, at)
      from = at
    } else {
      const entity = unit === 38 ? entityAt(raw, at, end) : null
      const tag = unit === 60 ? tagLengthAt(raw, at, end) : 0
      if (!entity && tag === 0 && !isC1(unit)) {
        at += 1
        continue
      }
      flush()
      const length = entity ? entity.length : Math.max(tag, 1)
      if (tag > 0) builder.separator(at, at + length)
      else pushShown(builder, entity ? entity.shown : c1Glyph(unit), at, at + length)
      at += length
      from = at
    }
  }
  flush()
}

/** Appends what an entity or C1 code point shows; one that shows white space only collapses like white space. */
const pushShown = (builder: TextMapBuilder, shown: string, start: number, end: number): void => {
  if (shown.length === 1 && isBlank(shown.charCodeAt(0))) builder.separator(start, end)
  else builder.atomic(shown, start, end)
}
