import type { QuoteSelector } from '#contract/annotation'
import { NO_HINT, rawOf } from '../incoming'
import type { FilingHint, IncomingItem, IncomingTarget, MalformedItem } from '../incoming'
import { countOf, listOf, objectOf, textOf, textsOf, timeOf } from '../read-json'
import type { JsonObject } from '../read-json'

/** Whether a value is an export of the Hypothesis client. */
export const isHypothesis = (value: unknown): boolean => {
  const object = objectOf(value)
  return object !== null && Array.isArray(object['annotations']) &&
    ('export_date' in object || 'client_version' in object || 'export_userid' in object)
}

const ARCHIVE = /\/Archives\/edgar\/data\/\d{1,10}\/(\d{10})(\d{2})(\d{6})(?:\/([^/?#]{1,200}))?/

const ACCESSION = /(\d{10}-\d{2}-\d{6})/

/** What an address says of a filing: its accession number and the name of its file in EDGAR's archive, else the name of the file. */
export const hintOfAddress = (uri: string): FilingHint => {
  const archive = ARCHIVE.exec(uri)
  const last = /\/([^/?#]{1,200})(?:[?#].*)?$/.exec(uri)?.[1] ?? null
  if (!archive) return { ...NO_HINT, uri, accession: ACCESSION.exec(uri)?.[1] ?? null, fileName: last }
  return { ...NO_HINT, uri, accession: `${archive[1] ?? ''}-${archive[2] ?? ''}-${archive[3] ?? ''}`, fileName: archive[4] ?? last }
}

const selectorsOf = (annotation: JsonObject): readonly JsonObject[] =>
  listOf(annotation['target']).flatMap((target) => listOf(objectOf(target)?.['selector'])).flatMap((one): JsonObject[] => {
    const object = objectOf(one)
    return object ? [object] : []
  })

const stringOf = (value: unknown): string => typeof value === 'string' ? value : ''

const targetOf = (annotation: JsonObject): IncomingTarget | null => {
  const references = textsOf(annotation['references'])
  if (references.length > 0) return { kind: 'reply', to: references }
  const selectors = selectorsOf(annotation)
  if (selectors.length === 0) return { kind: 'filing' }
  const quote = selectors.find(({ type, exact }) => type === 'TextQuoteSelector' && textOf(exact) !== null)
  if (!quote) return null
  const position = selectors.find(({ type }) => type === 'TextPositionSelector')
  const start = countOf(position?.['start'])
  const end = countOf(position?.['end'])
  const words: QuoteSelector = { exact: stringOf(quote['exact']), prefix: stringOf(quote['prefix']), suffix: stringOf(quote['suffix']) }
  return { kind: 'words', quote: words, at: start !== null && end !== null && start <= end ? { start, end } : null, source: null }
}

const authorOf = (annotation: JsonObject): string =>
  textOf(objectOf(annotation['user_info'])?.['display_name']) ??
    (textOf(annotation['user']) ?? '').replace(/^acct:/, '').replace(/@.*$/, '')

/** Reads one annotation of an export of the Hypothesis client. */
export const readHypothesis = (value: unknown, at: number): IncomingItem | MalformedItem => {
  const place = `item ${String(at + 1)}`
  const raw = rawOf(value)
  const annotation = objectOf(value)
  if (!annotation) return { kind: 'malformed', place, raw, reason: 'It is no annotation.' }
  const uri = textOf(annotation['uri']) ?? textOf(objectOf(listOf(annotation['target'])[0])?.['source'])
  const target = targetOf(annotation)
  if (!target) return { kind: 'malformed', place, raw, reason: 'It has a place but no words, and a place alone may point at other words.' }
  if (uri === null && target.kind !== 'reply') return { kind: 'malformed', place, raw, reason: 'It does not say which page it is on.' }
  const name = authorOf(annotation)
  const author = name === '' ? null : { name, libraryId: null }
  const text = stringOf(annotation['text'])
  const createdAt = timeOf(annotation['created'])
  const modifiedAt = timeOf(annotation['updated']) ?? createdAt
  return {
    kind: 'item',
    place,
    raw,
    system: 'hypothesis',
    name: textOf(annotation['id']),
    filing: uri === null ? NO_HINT : hintOfAddress(uri),
    target,
    author,
    tags: textsOf(annotation['tags']),
    sectionPath: [],
    notes: text === ''
      ? []
      : [{ name: null, author, body: null, text, status: 'none', owner: null, dueAt: null, createdAt, modifiedAt }],
    createdAt,
    modifiedAt
  }
}
