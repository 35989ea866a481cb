import { hashOfBody } from '../../work/write-note'
import { getAnnotation } from '../../../store/annotations'
import { getDecision } from '../../../store/decisions'
import { findForeign } from '../../../store/foreign-ids'
import type { ReadableDb } from '../../../store/handles'
import { getNote } from '../../../store/notes'
import { getReply } from '../../../store/replies'
import { getSectionReview } from '../../../store/section-reviews'

/** The kinds of things that a pack brings. */
export type PackedKind = 'annotation' | 'note' | 'reply' | 'decision' | 'section-review'

/** One name of a thing: what a system calls it. */
export interface ThingName {
  readonly system: string
  readonly id: string
}

const GETTERS: Readonly<Record<PackedKind, (db: ReadableDb, id: string) => object | undefined>> = {
  'annotation': getAnnotation,
  'note': getNote,
  'reply': getReply,
  'decision': getDecision,
  'section-review': getSectionReview
}

/** What a library of ours is called as a system of names. */
export const systemOf = (libraryId: string): string => `redwell:${libraryId}`

/** The things of this library that have one of some names, and whether one of these names was of a thing that is gone. */
export const knownThings = (db: ReadableDb, libraryId: string, kind: PackedKind,
  names: readonly ThingName[]): { readonly ids: readonly string[]; readonly wasHere: boolean } => {
  const ids = new Set<string>()
  let wasHere = false
  for (const { system, id } of names) {
    const own = system === systemOf(libraryId)
      ? [id]
      : findForeign(db, system, id).filter((one) => one.kind === kind).map((one) => one.ownId)
    for (const found of own) {
      if (GETTERS[kind](db, found)) ids.add(found)
      else wasHere = true
    }
  }
  return { ids: [...ids], wasHere }
}

type Rename = (id: string) => string | null

const renamed = (value: unknown, filing: Rename, thing: Rename): unknown => {
  if (Array.isArray(value)) return value.map((one) => renamed(one, filing, thing))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, one]): [string, unknown] => [key, renamed(one, filing, thing)])
  if (!('type' in value) || value.type !== 'citation') return Object.fromEntries(entries)
  return Object.fromEntries(entries.map(([key, one]): [string, unknown] => {
    if (key === 'filing' && typeof one === 'string') return [key, filing(one) ?? one]
    return key === 'ref' && typeof one === 'string' ? [key, thing(one) ?? one] : [key, one]
  }))
}

/** The body of a note of another library with the filings and things that it cites called as here; as it is where it cites none. */
export const bodyHere = (body: string, filing: Rename, thing: Rename): string =>
  body.includes('"citation"') ? JSON.stringify(renamed(JSON.parse(body), filing, thing)) : body

/** The hash by which a body is the same as that of a note here. */
export const bodyHash = (body: string): string => hashOfBody(body)
