import { lowerBound } from '#model/lower-bound'
import { decodeHTML, decodeHTMLStrict } from 'entities/decode'
import type { DocumentFormat } from '#contract/filing'
import type { TextRange } from '#contract/range'

/**
 * What a reader sees of a stretch of source, derived by a scanner that shares nothing with the parsers: their results are
 * checked against it. White space is not collapsed here.
 */

/** Elements whose tags are read as white space: blocks, breaks and cells. All others part no words. */
const PARTING = new Set((
  'address article aside blockquote body br caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form frame frameset '
  + 'h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li link main menu meta nav noframes noscript ol optgroup option p page plaintext pre search section select summary '
  + 'table tbody td tfoot th thead title tr ul xmp isindex listing marquee'
).split(' '))

/** Elements whose content is text as it stands, up to their own closing tag. */
const LITERAL = new Set('script style xmp iframe noembed noframes plaintext textarea title'.split(' '))

const TEXT_TAG = /<\/?(?:PAGE|TABLE|CAPTION|[SC]|FN|TEXT|XML|XBRL|R|PRE|HTML|BODY|DIV)(?:[ \t][^<>\r\n]{0,48})?>/gi

const C1 =
  '\u20ac\u0081\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u008d\u017d\u008f\u0090\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u009d\u017e\u0178'

const readC1 = (text: string): string => text.replace(/[\u0080-\u009f]/g, (sign) => C1.charAt(sign.charCodeAt(0) - 0x80))

/** The end of the tag that opens at `at`; quoted attribute values may hold the closing sign. */
const tagEnd = (text: string, at: number): number => {
  let position = at + 1
  while (position < text.length) {
    const sign = text.charAt(position)
    if (sign === '>') return position + 1
    if (sign === '=') {
      position += 1
      while (position < text.length && /\s/.test(text.charAt(position))) position += 1
      const quote = text.charAt(position)
      if (quote === '"' || quote === "'") {
        const close = text.indexOf(quote, position + 1)
        if (close < 0) return text.length
        position = close + 1
      }
    } else position += 1
  }
  return text.length
}

const visibleMarkup = (text: string, entities: (raw: string) => string, isXml: boolean): string => {
  const out: string[] = []
  let from = 0
  let at = text.indexOf('<')
  while (at >= 0) {
    const next = text.charAt(at + 1)
    // An opening sign without a name behind it is text, at the end of a cut file too.
    const isMarkup = /[A-Za-z!?]/.test(next) || (next === '/' && /[A-Za-z>]/.test(text.charAt(at + 2)))
    if (!isMarkup) {
      at = text.indexOf('<', at + 1)
      continue
    }
    out.push(entities(text.slice(from, at)))
    if (text.startsWith('<!--', at)) {
      const short = /^<!--(?:-?>)/.exec(text.slice(at, at + 6))
      const close = text.indexOf('-->', at + 4)
      from = short ? at + short[0].length : close < 0 ? text.length : close + 3
    } else if (isXml && text.startsWith('<![CDATA[', at)) {
      const close = text.indexOf(']]>', at)
      out.push(text.slice(at + 9, close < 0 ? text.length : close))
      from = close < 0 ? text.length : close + 3
    } else if (next === '!' || next === '?') {
      const close = text.indexOf('>', at)
      from = close < 0 ? text.length : close + 1
    } else {
      from = tagEnd(text, at)
      const name = /^<\/?([A-Za-z][^\s/>]*)/.exec(text.slice(at, at + 80))?.[1]?.toLowerCase() ?? ''
      if (PARTING.has(name)) out.push(' ')
      if (LITERAL.has(name) && next !== '/') {
        const close = name === 'plaintext' ? -1 : text.toLowerCase().indexOf(`</${name}`, from)
        const stop = close < 0 ? text.length : close
        const content = text.slice(from, stop)
        out.push(name === 'title' || name === 'textarea' ? entities(content) : content)
        from = stop
      }
    }
    at = text.indexOf('<', from)
  }
  out.push(entities(text.slice(from)))
  return out.join('')
}

const visiblePlain = (text: string): string =>
  text
    .replace(/([A-Za-z]-)[ \t\u00a0]*(?:\r\n|[\n\r\f])[ \t\u00a0]*(?=[a-z])(?!and\b|or\b|to\b)/g, '$1')
    .replace(TEXT_TAG, (tag) => (/^<\/?[scr]\b/.test(tag) ? tag : ' '))
    .replace(/&#?\w{2,31};/g, (entity) => decodeHTMLStrict(entity))

/** What a reader sees of `raw` from `start` to `end`, hidden ranges left out. */
export const visibleText = (raw: string, start: number, end: number, format: DocumentFormat, hidden: readonly TextRange[] = []): string => {
  const parts: string[] = []
  let at = start
  for (const range of hidden) {
    if (range.end <= at || range.start >= end) continue
    parts.push(raw.slice(at, Math.max(at, range.start)))
    at = Math.max(at, Math.min(end, range.end))
  }
  parts.push(raw.slice(at, end))
  const text = parts.join('')
  if (format === 'xml') return readC1(visibleMarkup(text, decodeHTML, true).replaceAll(']]>', ''))
  return readC1(format === 'html' ? visibleMarkup(text, decodeHTML, false) : visiblePlain(text))
}

/** White space collapsed to single spaces, none at the ends. */
export const collapse = (text: string): string => text.replace(/\s+/g, ' ').trim()

/** The hidden ranges that touch `start` to `end`; `hidden` is sorted, and found in by binary search. */
export const hiddenBetween = (hidden: readonly TextRange[], start: number, end: number): TextRange[] => {
  const first = lowerBound(hidden.length, (one) => (hidden[one]?.end ?? 0) <= start)
  const out: TextRange[] = []
  for (let at = first; at < hidden.length; at += 1) {
    const range = hidden[at]
    if (!range || range.start >= end) break
    out.push(range)
  }
  return out
}
