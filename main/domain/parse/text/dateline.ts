import { DATE_SOURCE } from './text-classes'
import { pattern } from '#model/pattern'

/** How far into a paragraph a dateline may reach, in code units. */
const REACH = 240

const DATE = new RegExp(DATE_SOURCE, 'iy')
const PLACE_WORD =
  /(?:\p{Lu}(?:[\p{L}'\u2019]|\.(?!\.)){0,24}(?:-\p{Lu}(?:[\p{L}'\u2019]|\.(?!\.)){0,24})*|(?:de|del|la|le|of|am|der)(?=\s))/uy
const WIRE = pattern('i')`
  ^(?:.{0,30})(?:wire|prnews|pr newswire|globe|accesswire|first\s?call|business\s?wire|cnw|dow jones|reuters|marketwatch
  |newsfile|presse|abnewswire|equities)`
const BRACKETED = /\(([^()]{3,70})\)/y
const SLASHED = /\/([^/]{2,50})\//y
const DASH = /(?:[-\u2013\u2014]{1,5}|\.{2,5}|:|\u2026)/y
const GAP = /[\s,;|]{1,12}/y

const at = (pattern: RegExp, text: string, from: number): RegExpExecArray | null => {
  pattern.lastIndex = from
  return pattern.exec(text)
}

/** Whether a bracket belongs to a dateline: it holds a date or names a newswire; a ticker does not. */
const isBracketOfDateline = (inside: string): boolean => at(DATE, inside.trim(), 0) !== null || WIRE.test(inside)

/**
 * The length of the dateline at the start of a paragraph, its closing dash or bracket included, in code units of `text`;
 * 0 where there is none. A dateline is a place, a date and perhaps a newswire, in any order, closed by a dash, a bracket
 * or a slash: `PLACE, ST - (MONTH D, YYYY)`, `PLACE--(WIRE)--Month D, YYYY--`, `PLACE, May 9 /WIRE/ --`.
 */
export const datelineLength = (text: string): number => {
  const head = text.slice(0, REACH)
  let position = 0
  let words = 0
  let proof = false
  let closedAt = 0
  for (let step = 0; step < 40 && position < head.length; step += 1) {
    const gap = at(GAP, head, position)
    const slashed = at(SLASHED, head, position)
    if (slashed && WIRE.test(slashed[1] ?? '')) {
      proof = true
      closedAt = position += slashed[0].length
      continue
    }
    if (gap) {
      position += gap[0].length
      continue
    }
    if (head.charAt(position) === '/' && words > 0 && closedAt === 0) {
      position += 1
      continue
    }
    const bracket = at(BRACKETED, head, position)
    if (bracket && isBracketOfDateline(bracket[1] ?? '')) {
      proof = true
      closedAt = position += bracket[0].length
      continue
    }
    const date = at(DATE, head, position)
    if (date && date[0].length > 3) {
      proof = true
      position += date[0].length
      continue
    }
    const dash = at(DASH, head, position)
    if (dash && position > 0) {
      position += dash[0].length
      if (proof) closedAt = position
      continue
    }
    const word = closedAt > 0 || proof ? null : at(PLACE_WORD, head, position)
    if (!word || words >= 9) break
    words += 1
    position += word[0].length
  }
  if (!proof || closedAt === 0 || (words === 0 && !/^\W{0,2}(?:\(|\/|\p{Lu}|\d)/u.test(head))) return 0
  return closedAt < text.length || words > 0 ? closedAt : 0
}
