/** The one way in for foreign JSON: bounded in size and depth, never throwing. */
import type { RefusedWork } from './incoming'

/** The most code units of a JSON file that are read: 64 MB of plain letters. */
export const MOST_JSON = 64 * 1024 * 1024

/** Levels of nesting beyond this are refused. */
export const MOST_DEPTH = 64

/** Items beyond this are refused. */
export const MOST_ITEMS = 200_000

/** How deep a JSON text nests, told by its brackets outside strings; stops counting beyond `most`. */
export const depthOf = (text: string, most: number): number => {
  let depth = 0
  let deepest = 0
  let inString = false
  for (let at = 0; at < text.length && deepest <= most; at += 1) {
    const unit = text.charCodeAt(at)
    if (inString) {
      if (unit === 0x5c) at += 1
      else if (unit === 0x22) inString = false
    } else if (unit === 0x22) inString = true
    else if (unit === 0x7b || unit === 0x5b) {
      depth += 1
      deepest = Math.max(deepest, depth)
    } else if (unit === 0x7d || unit === 0x5d) depth -= 1
  }
  return deepest
}

const messageOf = (error: unknown): string => error instanceof Error ? error.message : String(error)

const parsed = (text: string): { readonly value: unknown } | { readonly error: string } => {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    return { error: messageOf(error) }
  }
}

/** One value for each line of a JSON Lines text; null where a line is none. */
const lines = (text: string): unknown[] | null => {
  const values: unknown[] = []
  for (const line of text.split('\n')) {
    if (line.trim() === '') continue
    const read = parsed(line)
    if ('error' in read) return null
    values.push(read.value)
  }
  return values.length > 0 ? values : null
}

/** Reads a JSON file, or JSON Lines as an array; a refusal in the reader's words where it is too large, too deep or none. */
export const readForeignJson = (text: string): { readonly value: unknown } | RefusedWork => {
  const plain = text.startsWith('\ufeff') ? text.slice(1) : text
  if (plain.trim() === '') return { refused: 'The file is empty.', remedy: 'Nothing was changed. Export it again where it came from.' }
  if (plain.length > MOST_JSON) return { refused: 'The file is larger than 64 MB.', remedy: 'Export fewer filings at a time.' }
  if (depthOf(plain, MOST_DEPTH) > MOST_DEPTH)
    return { refused: `The file nests deeper than ${String(MOST_DEPTH)} levels.`, remedy: 'No tool writes such a file; ask who made it.' }
  const read = parsed(plain)
  if ('value' in read) return read
  const many = lines(plain)
  return many ? { value: many } : { refused: 'The file is not whole JSON.', remedy: `It breaks off or is damaged: ${read.error}` }
}

/** A JSON object, seen by its keys. */
export type JsonObject = Readonly<Record<string, unknown>>

/** The value as an object; null where it is none. */
export const objectOf = (value: unknown): JsonObject | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value as JsonObject : null

/** A value as a list: an array as it is, nothing as an empty one, anything else as its only member. */
export const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]

/** The members of a value seen as a list that are texts with something in them. */
export const textsOf = (value: unknown): readonly string[] =>
  listOf(value).flatMap((one) => typeof one === 'string' && one !== '' ? [one] : [])

/** A value as text; null where it is none, or empty. */
export const textOf = (value: unknown): string | null => typeof value === 'string' && value !== '' ? value : null

/** A whole number that is not negative; null for anything else. */
export const countOf = (value: unknown): number | null => Number.isSafeInteger(value) && Number(value) >= 0 ? Number(value) : null

/** A time as it stands where it is one that can be read; null else. */
export const timeOf = (value: unknown): string | null =>
  typeof value === 'string' && value.length <= 40 && /^\d{4}-\d\d-\d\d/.test(value) && !Number.isNaN(Date.parse(value)) ? value : null
