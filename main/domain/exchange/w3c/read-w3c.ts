import type { QuoteSelector } from '#contract/annotation'
import type { NoteStatus } from '#contract/note'
import type { TextRange } from '#contract/range'
import { countOf, listOf, objectOf, textOf, textsOf, timeOf } from '../read-json'
import type { JsonObject } from '../read-json'
import { NO_HINT, rawOf } from '../incoming'
import type { FilingHint, IncomingItem, IncomingNote, IncomingPerson, IncomingTarget, MalformedItem } from '../incoming'

/** Whether a value looks like an annotation, a page or a collection of the vocabulary. */
export const isW3c = (value: unknown): boolean => {
  const object = objectOf(listOf(value)[0] ?? value)
  if (!object) return false
  return listOf(object['type']).some((type) => type === 'Annotation' || type === 'AnnotationPage' || type === 'AnnotationCollection') ||
    (object['target'] !== undefined &&
      (object['body'] !== undefined || object['motivation'] !== undefined || object['@context'] !== undefined))
}

/** The annotations of a file: alone, in a list, on a page, or on the pages that a collection holds itself. */
export const annotationsIn = (value: unknown): readonly unknown[] => {
  const found: unknown[] = []
  const pending = [...listOf(value)].reverse()
  for (let steps = 0; pending.length > 0 && steps < 1_000_000; steps += 1) {
    const next = pending.pop()
    const object = objectOf(next)
    if (object && Array.isArray(object['items']))
      pending.push(...[...listOf(object['next']).filter(objectOf), ...object['items']].reverse())
    else if (object && object['first'] !== undefined) pending.push(...listOf(object['first']).filter((page) => objectOf(page)))
    else if (next !== undefined) found.push(next)
  }
  return found
}

/** Every selector of a target, also those that refine or begin and end another, and those among which one may choose; the outer first. */
const selectorsOf = (target: JsonObject): readonly JsonObject[] => {
  const found: JsonObject[] = []
  const pending: unknown[] = [...listOf(target['selector'])]
  for (let steps = 0; pending.length > 0 && steps < 1000; steps += 1) {
    const selector = objectOf(pending.shift())
    if (!selector) continue
    found.push(selector)
    for (const key of ['refinedBy', 'startSelector', 'endSelector', 'items', 'default', 'selector']) pending.push(...listOf(selector[key]))
  }
  return found
}

const isOf = (selector: JsonObject, type: string): boolean => listOf(selector['type']).includes(type)

const stringOf = (value: unknown): string => typeof value === 'string' ? value : ''

/** The quote of a target: of the innermost quote selector, since what refines another is the more exact. */
const quoteOf = (selectors: readonly JsonObject[]): QuoteSelector | null => {
  const quote = selectors.findLast((selector) => isOf(selector, 'TextQuoteSelector') && textOf(selector['exact']) !== null)
  return quote ? { exact: stringOf(quote['exact']), prefix: stringOf(quote['prefix']), suffix: stringOf(quote['suffix']) } : null
}

const rangeOf = (value: JsonObject | null | undefined): TextRange | null => {
  const start = countOf(value?.['start'])
  const end = countOf(value?.['end'])
  return start !== null && end !== null && start <= end ? { start, end } : null
}

const personOf = (value: unknown): IncomingPerson | null => {
  const first = listOf(value)[0]
  if (typeof first === 'string' && first !== '') return { name: first.replace(/^acct:/, ''), libraryId: null }
  const object = objectOf(first)
  const name = textOf(object?.['name']) ?? textOf(object?.['nickname']) ?? textOf(object?.['id']) ?? ''
  const id = textOf(object?.['id']) ?? ''
  const ours = /^urn:redwell:([^:]{1,100}):person:/.exec(id)
  return object ? { name, libraryId: ours?.[1] ?? null } : null
}

const HEX = /^[0-9a-f]{64}$/

const hashOf = (value: unknown): string | null => typeof value === 'string' && HEX.test(value) ? value : null

const hintOf = (target: JsonObject, source: string | null): FilingHint => {
  const filing = objectOf(target['rw:filing'])
  const original = objectOf(target['rw:original'])
  const urn = [source, textOf(original?.['source'])].find((one) => one?.startsWith('urn:sha256:')) ?? ''
  return {
    ...NO_HINT,
    sha256: hashOf(filing?.['sha256']) ?? hashOf(urn.slice('urn:sha256:'.length)),
    textSha256: hashOf(filing?.['textSha256']) ?? hashOf(original?.['rw:textSha256']),
    accession: textOf(filing?.['accession']),
    fileName: textOf(filing?.['fileName']),
    uri: source
  }
}

const STATUSES: readonly NoteStatus[] = ['none', 'open', 'asked', 'answered', 'closed']

const statusOf = (value: unknown, purpose: unknown): NoteStatus =>
  STATUSES.find((status) => status === value) ?? (purpose === 'questioning' ? 'open' : 'none')

interface Bodies {
  readonly tags: readonly string[]
  readonly notes: readonly IncomingNote[]
}

const bodiesOf = (annotation: JsonObject): Bodies => {
  const tags: string[] = []
  const notes: IncomingNote[] = []
  const motivation = listOf(annotation['motivation'])[0]
  const all = [...listOf(annotation['body']), ...listOf(annotation['bodyValue'])]
  for (const body of all.flatMap((one) => isOf(objectOf(one) ?? {}, 'Choice') ? listOf(objectOf(one)?.['items']).slice(0, 1) : [one])) {
    const object = objectOf(body) ?? { value: body }
    const value = textOf(object['value']) ?? textOf(object['chars'])
    const purpose = listOf(object['purpose'])[0] ?? motivation
    if (value === null && textOf(object['rw:body']) === null && object['rw:status'] === undefined) continue
    if (purpose === 'tagging') tags.push(value ?? '')
    else {
      notes.push({
        name: textOf(object['id']),
        author: personOf(object['creator']),
        body: textOf(object['rw:body']),
        text: value ?? '',
        status: statusOf(object['rw:status'], purpose),
        owner: textOf(object['rw:owner']),
        dueAt: timeOf(object['rw:due']),
        createdAt: timeOf(object['created']),
        modifiedAt: timeOf(object['modified'])
      })
    }
  }
  return { tags, notes }
}

const targetOf = (target: JsonObject): IncomingTarget | null => {
  const section = textOf(target['rw:sectionNote'])
  if (section !== null) return { kind: 'section', title: section }
  const selectors = selectorsOf(target)
  if (selectors.length === 0) return { kind: 'filing' }
  const quote = quoteOf(selectors)
  const original = objectOf(target['rw:original'])
  const at = rangeOf(selectors.find((selector) => isOf(selector, 'TextPositionSelector')))
  return quote && { kind: 'words', quote, at, source: rangeOf(objectOf(original?.['rw:utf16'])) }
}

/** Reads one annotation. Nothing that it points to is fetched. */
export const readAnnotation = (value: unknown, at: number): IncomingItem | MalformedItem => {
  const place = `item ${String(at + 1)}`
  const raw = rawOf(value)
  const malformed = (reason: string): MalformedItem => ({ kind: 'malformed', place, raw, reason })
  const annotation = objectOf(value)
  if (!annotation) return malformed('It is no annotation.')
  const first = listOf(annotation['target'])[0]
  if (first === undefined) return malformed('It says nothing of what it is about.')
  const { tags, notes } = bodiesOf(annotation)
  const replying = listOf(annotation['motivation']).includes('replying')
  const object = objectOf(first)
  const source = typeof first === 'string'
    ? first
    : textOf(object?.['source']) ?? textOf(objectOf(object?.['source'])?.['id']) ?? textOf(object?.['id'])
  const target = replying && source !== null
    ? { kind: 'reply', to: [source] } as const
    : object
    ? targetOf(object)
    : { kind: 'filing' } as const
  if (!target) return malformed('It has a place but no words, and a place alone may point at other words.')
  const createdAt = timeOf(annotation['created'])
  return {
    kind: 'item',
    place,
    raw,
    system: 'w3c',
    name: textOf(annotation['id']),
    filing: object ? hintOf(object, source) : { ...NO_HINT, uri: source },
    target,
    author: personOf(annotation['creator']),
    tags,
    sectionPath: textsOf(object?.['rw:section']),
    notes,
    createdAt,
    modifiedAt: timeOf(annotation['modified']) ?? createdAt
  }
}
