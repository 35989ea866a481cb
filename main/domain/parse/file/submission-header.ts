import type { Filer, HeaderField, Submission } from '#contract/filing'
import type { TextRange } from '#contract/range'

/** The lines a header is read from: beyond this many they are not read, so that a bomb of filers stays cheap. */
const MAX_FIELDS = 50_000

/** `20060927` as `2006-09-27`; null where it is no date. */
const isoDate = (value: string): string | null => {
  const match = /^(\d{4})(\d{2})(\d{2})/.exec(value.trim())
  if (!match) return null
  const [, year = '', month = '', day = ''] = match
  return Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31 ? `${year}-${month}-${day}` : null
}

/** The nesting of a line of the tab dialect: one for each leading tab, or for each run of up to eight blanks. */
const indentDepth = (line: string): number => {
  let depth = 0
  let spaces = 0
  for (const sign of line) {
    if (sign === '\t') depth += 1
    else if (sign === ' ') spaces += 1
    else break
  }
  return depth + Math.ceil(spaces / 8)
}

/** Reads one line: `<NAME>value`, `NAME: value`, or neither. A `</NAME>` line only lowers the depth. */
const readLine = (line: string, depth: number): { name: string; value: string; depth: number; opens: boolean; closes: boolean } | null => {
  const trimmed = line.trim()
  const tag = /^<(\/?)([A-Za-z][A-Za-z0-9-]{0,60})>/.exec(trimmed)
  if (tag) {
    const value = trimmed.slice(tag[0].length).trim()
    return { name: tag[2] ?? '', value, depth, opens: value === '', closes: tag[1] === '/' }
  }
  const colon = trimmed.indexOf(':')
  if (colon <= 0 || colon > 60) return null
  return { name: trimmed.slice(0, colon), value: trimmed.slice(colon + 1).trim(), depth: depth + indentDepth(line), opens: false,
    closes: false }
}

/** Names that are closed somewhere in the header: only these nest, for many tags of the format are never closed. */
const closedNames = (header: string): ReadonlySet<string> => {
  const names = new Set<string>()
  for (const match of header.matchAll(/<\/([A-Za-z][A-Za-z0-9-]{0,60})>/g)) names.add(match[1] ?? '')
  return names
}

const readFields = (raw: string, range: TextRange): HeaderField[] => {
  const fields: HeaderField[] = []
  const closed = closedNames(raw.slice(range.start, range.end))
  let depth = 0
  let at = range.start
  const ends = /\r\n|[\n\r\f]/g
  while (at < range.end && fields.length < MAX_FIELDS) {
    ends.lastIndex = at
    const stop = ends.exec(raw)
    const end = Math.min(stop ? stop.index : range.end, range.end)
    const line = raw.slice(at, end)
    const read = readLine(line, depth)
    if (read?.closes) depth = Math.max(0, depth - 1)
    else if (read) {
      const start = at + line.length - line.trimStart().length
      fields.push({ name: read.name, value: read.value, depth: read.depth, range: { start, end: start + line.trim().length } })
      if (read.opens && closed.has(read.name)) depth += 1
    }
    at = stop ? stop.index + stop[0].length : range.end
  }
  return fields
}

/** Field names of the tab dialect and of the tagged one that mean the same, both upper-case with blanks. */
const KEYS = {
  accession: ['ACCESSION NUMBER'],
  form: ['CONFORMED SUBMISSION TYPE', 'TYPE'],
  filed: ['FILED AS OF DATE', 'FILING DATE'],
  period: ['CONFORMED PERIOD OF REPORT', 'PERIOD'],
  count: ['PUBLIC DOCUMENT COUNT'],
  items: ['ITEM INFORMATION', 'ITEMS'],
  name: ['COMPANY CONFORMED NAME', 'CONFORMED NAME'],
  cik: ['CENTRAL INDEX KEY', 'CIK'],
  sic: ['STANDARD INDUSTRIAL CLASSIFICATION', 'ASSIGNED SIC']
} as const

const keyOf = (field: HeaderField): string => field.name.toUpperCase().replaceAll('-', ' ')

const first = (fields: readonly HeaderField[], keys: readonly string[]): string | null => {
  const found = fields.find((field) => keys.includes(keyOf(field)) && field.value !== '')
  return found ? found.value : null
}

/** The four digits of `METALWORKING MACHINERY [3540]` or `3540`; null where there are none. */
const sicCode = (value: string): string | null => /\[(\d{3,4})\]/.exec(value)?.[1] ?? /^\d{3,4}$/.exec(value.trim())?.[0] ?? null

/** A conformed name has at most 150 characters (EDGAR Filer Manual, volume II); what is twice as long is none, and would fill every list. */
const LONGEST_NAME = 300

const nameOf = (value: string): string =>
  value.length <= LONGEST_NAME ? value : `${value.slice(0, LONGEST_NAME).replace(/[\uD800-\uDBFF]$/, '').trimEnd()}…`

const readFilers = (fields: readonly HeaderField[]): Filer[] => {
  const filers: { name: string; cik: string | null; sic: string | null; tickers: readonly string[] }[] = []
  for (const field of fields) {
    const key = keyOf(field)
    const last = filers[filers.length - 1]
    if ((KEYS.name as readonly string[]).includes(key)) filers.push({ name: nameOf(field.value), cik: null, sic: null, tickers: [] })
    else if (last && last.cik === null && (KEYS.cik as readonly string[]).includes(key)) last.cik = field.value
    else if (last && last.sic === null && (KEYS.sic as readonly string[]).includes(key)) last.sic = sicCode(field.value)
  }
  // A trust that files for several of its series is named once for each.
  return [...new Map(filers.map((filer) => [`${filer.name}\n${filer.cik ?? ''}`, filer])).values()]
}

/** The accession number that the root tag names, such as `<SEC-DOCUMENT>0000950129-95-001652.txt`. */
const accessionOfRoot = (fields: readonly HeaderField[]): string | null => {
  for (const field of fields.slice(0, 20)) {
    const match = /^(\d{10}-\d{2}-\d{6})\./.exec(field.value)
    if (match?.[1]) return match[1]
  }
  return null
}

/**
 * Reads the header of a full submission as the line format it is, in the tab dialect (`ACCESSION NUMBER:`), the tagged one
 * (`<ACCESSION-NUMBER>`) and mixtures of both. Unknown names are kept as fields; nothing aborts. `formOfFirst` stands in
 * where a file without a header names the form only by its first document.
 */
export const readSubmissionHeader = (raw: string, range: TextRange, formOfFirst: string | null): Submission => {
  const header = readFields(raw, range)
  const count = Number(first(header, KEYS.count) ?? Number.NaN)
  return {
    accession: first(header, KEYS.accession) ?? accessionOfRoot(header),
    form: first(header, KEYS.form) ?? formOfFirst,
    filedAt: isoDate(first(header, KEYS.filed) ?? ''),
    periodEnd: isoDate(first(header, KEYS.period) ?? ''),
    filers: readFilers(header),
    items: header.filter((field) => (KEYS.items as readonly string[]).includes(keyOf(field)) && field.value !== '').map((field) =>
      field.value
    ),
    declaredDocuments: Number.isSafeInteger(count) && count >= 0 ? count : null,
    header,
    headerRange: range
  }
}
