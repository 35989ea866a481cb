import { hintOfAddress } from '../hypothesis/read-hypothesis'
import { NO_HINT, rawOf } from '../incoming'
import type { FilingHint, IncomingItem, IncomingTarget, MalformedItem } from '../incoming'
import { listOf, objectOf, textOf, timeOf } from '../read-json'
import type { JsonObject } from '../read-json'

/** Entries that hold annotations and are none. */
const isHolder = (data: JsonObject): boolean => data['itemType'] !== 'annotation' && data['itemType'] !== 'note'

const dataOf = (value: unknown): JsonObject | null => {
  const object = objectOf(value)
  const data = objectOf(object?.['data']) ?? object
  return data !== null && textOf(data['itemType']) !== null && textOf(data['key']) !== null ? data : null
}

/** Whether a value is what Zotero's interface answers: entries with a key and a kind. */
export const isZotero = (value: unknown): boolean => {
  const all = listOf(value)
  return all.length > 0 && all.some((one) => dataOf(one) !== null)
}

const hintOf = (key: string | null, holders: ReadonlyMap<string, JsonObject>): FilingHint | null => {
  let hint: FilingHint | null = null
  const seen = new Set<string>()
  for (let at = key; at !== null && !seen.has(at);) {
    seen.add(at)
    const holder = holders.get(at)
    if (!holder) break
    const url = textOf(holder['url'])
    const told = url === null ? NO_HINT : hintOfAddress(url)
    const before: FilingHint = hint ?? NO_HINT
    hint = { ...before, uri: before.uri ?? told.uri, accession: before.accession ?? told.accession,
      fileName: before.fileName ?? textOf(holder['filename']) ?? told.fileName, title: before.title ?? textOf(holder['title']) }
    at = textOf(holder['parentItem'])
  }
  return hint
}

const tagsOf = (data: JsonObject): readonly string[] => listOf(data['tags']).flatMap((one) => textOf(objectOf(one)?.['tag']) ?? [])

const authorOf = (value: unknown): string | null => {
  const by = objectOf(objectOf(objectOf(value)?.['meta'])?.['createdByUser'])
  return textOf(by?.['name']) ?? textOf(by?.['username'])
}

const targetOf = (data: JsonObject): IncomingTarget | null => {
  const words = textOf(data['annotationText'])
  if (words !== null) return { kind: 'words', quote: { exact: words, prefix: '', suffix: '' }, at: null, source: null }
  return textOf(data['annotationComment']) === null ? null : { kind: 'filing' }
}

const readEntry = (value: unknown, at: number, holders: ReadonlyMap<string, JsonObject>): IncomingItem | MalformedItem => {
  const place = `item ${String(at + 1)}`
  const raw = rawOf(value)
  const data = dataOf(value)
  if (data?.['itemType'] !== 'annotation') return { kind: 'malformed', place, raw, reason: 'It is no annotation of a text.' }
  const filing = hintOf(textOf(data['parentItem']), holders)
  if (!filing) return { kind: 'malformed', place, raw, reason: 'The file that it was made on is not named: export that with it.' }
  const target = targetOf(data)
  if (!target) return { kind: 'malformed', place, raw, reason: 'It is a picture or a drawing, without words.' }
  const name = authorOf(value)
  const author = name === null ? null : { name, libraryId: null }
  const text = textOf(data['annotationComment'])
  const createdAt = timeOf(data['dateAdded'])
  const modifiedAt = timeOf(data['dateModified']) ?? createdAt
  return { kind: 'item', place, raw, system: 'zotero', name: textOf(data['key']), filing, target, author, tags: tagsOf(data),
    sectionPath: [], createdAt, modifiedAt, notes: text === null ?
      [] :
      [{ name: null, author, body: null, text, status: 'none', owner: null, dueAt: null, createdAt, modifiedAt }] }
}

/**
 * Reads what Zotero's interface answers: each annotation an item, on the file whose entry stands in the same answer. Those entries are not items
 * themselves; everything else that is no annotation of words is kept as it came. Pages, colours and positions are not used.
 */
export const readZotero = (value: unknown): readonly (IncomingItem | MalformedItem)[] => {
  const all = listOf(value)
  const holders = new Map<string, JsonObject>()
  for (const one of all) {
    const data = dataOf(one)
    if (data && isHolder(data)) holders.set(textOf(data['key']) ?? '', data)
  }
  return all.flatMap((one, at) => {
    const data = dataOf(one)
    return data !== null && isHolder(data) ? [] : [readEntry(one, at, holders)]
  })
}
