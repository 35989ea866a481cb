import type { NoteStatus } from '#contract/note'
import { rawOf } from '../incoming'
import type { FilingHint, IncomingItem, IncomingNote, IncomingPerson, IncomingTarget, MalformedItem, RefusedWork } from '../incoming'
import { countOf, listOf, objectOf, textOf, timeOf } from '../read-json'
import type { JsonObject } from '../read-json'
import { JSON_FORMAT, JSON_SCHEMA } from './write-json'

/** Whether a value is a file of our own. */
export const isOwnJson = (value: unknown): boolean => objectOf(value)?.['format'] === JSON_FORMAT

const STATUSES: readonly NoteStatus[] = ['none', 'open', 'asked', 'answered', 'closed']

const stringOf = (value: unknown): string => typeof value === 'string' ? value : ''

interface File {
  readonly libraryId: string
  readonly people: ReadonlyMap<string, IncomingPerson>
  readonly tags: ReadonlyMap<string, string>
}

const fileOf = (whole: JsonObject): File => {
  const libraryId = stringOf(whole['libraryId'])
  const people = new Map<string, IncomingPerson>()
  for (const one of listOf(whole['people'])) {
    const person = objectOf(one)
    if (person) people.set(stringOf(person['id']), { name: stringOf(person['name']), libraryId: person['me'] === true ? libraryId : null })
  }
  const tags = new Map(listOf(whole['tags']).flatMap((one): (readonly [string, string])[] => {
    const tag = objectOf(one)
    return tag ? [[stringOf(tag['id']), stringOf(tag['name'])]] : []
  }))
  return { libraryId, people, tags }
}

const hintOf = (filing: JsonObject): FilingHint => ({ sha256: textOf(filing['sha256']), textSha256: textOf(filing['textSha256']),
  accession: textOf(filing['accession']), fileName: textOf(filing['fileName']), uri: null, title: null })

const noteOf = ({ people }: File, note: JsonObject): IncomingNote => ({
  name: textOf(note['id']),
  author: people.get(stringOf(note['author'])) ?? null,
  body: textOf(note['body']),
  text: stringOf(note['text']),
  status: STATUSES.find((status) => status === note['status']) ?? 'none',
  owner: textOf(note['owner']),
  dueAt: textOf(note['dueAt']),
  createdAt: timeOf(note['createdAt']) ?? timeOf(note['madeAt']),
  modifiedAt: timeOf(note['modifiedAt']) ?? timeOf(note['madeAt'])
})

const rangeOf = (value: unknown): { start: number; end: number } | null => {
  const range = objectOf(value)
  const start = countOf(range?.['start'])
  const end = countOf(range?.['end'])
  return start !== null && end !== null && start <= end ? { start, end } : null
}

const wordsOf = (mark: JsonObject): IncomingTarget | null => {
  const passage = objectOf(mark['passage'])
  const quote = passage ?? objectOf(mark['kept'])
  const exact = textOf(quote?.['exact'])
  if (!quote || exact === null) return null
  return { kind: 'words', quote: { exact, prefix: stringOf(quote['prefix']), suffix: stringOf(quote['suffix']) },
    at: rangeOf(passage?.['range']), source: passage ? rangeOf(passage['source']) : null }
}

type Read = IncomingItem | MalformedItem

interface Place {
  readonly file: File
  readonly hint: FilingHint
  readonly next: () => string
}

const itemOf = ({ file, hint, next }: Place, value: JsonObject, target: IncomingTarget | null, notes: readonly IncomingNote[],
  tags: readonly string[] = []): Read => {
  const place = next()
  const raw = rawOf(value)
  const name = textOf(value['id'])
  if (!target) return { kind: 'malformed', place, raw, reason: 'It does not say which words it is on.' }
  if (name === null) return { kind: 'malformed', place, raw, reason: 'It has no name of its own.' }
  const sectionPath = listOf(objectOf(value['passage'])?.['sectionPath'] ?? value['keptPath']).filter((title) => typeof title === 'string')
  const createdAt = timeOf(value['createdAt']) ?? timeOf(value['madeAt'])
  return { kind: 'item', place, raw, system: `redwell:${file.libraryId}`, name, filing: hint, target,
    author: file.people.get(stringOf(value['author'])) ?? null, tags, sectionPath: sectionPath as string[], notes, createdAt,
    modifiedAt: timeOf(value['modifiedAt']) ?? createdAt }
}

const judgement = ({ next }: Place, value: unknown): MalformedItem => ({ kind: 'malformed', place: next(), raw: rawOf(value),
  reason: 'A judgement of a suggestion, or a reviewed section, is not taken in yet: yours decide.' })

const objectsIn = (value: unknown): JsonObject[] =>
  listOf(value).flatMap((one): JsonObject[] => {
    const object = objectOf(one)
    return object ? [object] : []
  })

const targetOfNote = (note: JsonObject): IncomingTarget => {
  const target = objectOf(note['target'])
  return target?.['kind'] === 'section' ? { kind: 'section', title: stringOf(target['title']) } : { kind: 'filing' }
}

const itemsOfFiling = (filing: JsonObject, file: File, next: () => string): Read[] => {
  const place: Place = { file, hint: hintOf(filing), next }
  const notes = objectsIn(filing['notes'])
  const marks = objectsIn(filing['marks'])
  const ids = new Set(marks.map(({ id }) => id))
  const markOf = (note: JsonObject): unknown => objectOf(note['target'])?.['annotationId']
  const ofMark = (mark: JsonObject): IncomingNote[] => notes.filter((note) => markOf(note) === mark['id']).map((note) => noteOf(file, note))
  const tagsOf = (mark: JsonObject): string[] => {
    const tag = file.tags.get(stringOf(mark['tagId']))
    return tag === undefined ? [] : [tag]
  }
  const loose = notes.filter((note) => !ids.has(markOf(note)))
  return [
    ...marks.map((mark) => itemOf(place, mark, wordsOf(mark), ofMark(mark), tagsOf(mark))),
    ...loose.map((note) => itemOf(place, note, targetOfNote(note), [noteOf(file, note)])),
    ...notes.flatMap((note) =>
      objectsIn(note['replies']).map((reply) => itemOf(place, reply, { kind: 'reply', to: [stringOf(note['id'])] }, [noteOf(file, reply)]))
    ),
    ...[...listOf(filing['decisions']), ...listOf(filing['reviews'])].map((value) => judgement(place, value))
  ]
}

/** Reads a file of our own; one of a newer form is refused with its number. */
export const readOwnJson = (value: unknown): readonly Read[] | RefusedWork => {
  const whole = objectOf(value) ?? {}
  const schema = countOf(whole['schema'])
  if (schema === null || schema > JSON_SCHEMA)
    return {
      refused: `The file is of form ${schema === null ? 'unknown' : String(schema)}; this version reads form ${String(JSON_SCHEMA)}.`,
      remedy: 'Update Redwell, or have it exported by this version.'
    }
  if (whole['unit'] !== 'utf16')
    return { refused: 'The file does not count in UTF-16 code units.', remedy: 'Have it exported anew by Redwell.' }
  let count = 0
  const next = (): string => `item ${String(count += 1)}`
  const file = fileOf(whole)
  return objectsIn(whole['filings']).flatMap((filing) => itemsOfFiling(filing, file, next))
}
