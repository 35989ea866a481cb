import { extname } from 'node:path'
import { ok, type Result } from '#contract/result'
import type { FileKind } from './dialogs'
import { writeWhole } from './write-whole'

/** A text, or bytes, to be written to a file that the reader chooses; the ending of its name says how. */
export interface FileToSave {
  /** Where to write, or null to ask the reader. */
  readonly path: string | null
  readonly title: string
  readonly suggestedName: string
  readonly kinds: readonly FileKind[]
  readonly contentFor: (extension: string) => Result<string | Uint8Array> | Promise<Result<string | Uint8Array>>
}

/** Shows the save dialog; null where it was cancelled. */
export type ChooseTarget = (title: string, suggestedName: string, kinds: readonly FileKind[]) => Promise<string | null>

/** Writes a text or bytes whole or not at all to the file that is named or chosen. A name without an ending of one of the kinds gets the first one's. Null where the dialog was cancelled. */
export const saveFile = async ({ path, title, suggestedName, kinds, contentFor }: FileToSave,
  choose: ChooseTarget): Promise<Result<{ readonly path: string } | null>> => {
  const chosen = path ?? await choose(title, suggestedName, kinds)
  if (chosen === null) return ok(null)
  const ending = extname(chosen).slice(1).toLowerCase()
  const known = kinds.some(({ extension }) => extension === ending)
  const extension = known ? ending : kinds[0]?.extension ?? ''
  const target = known ? chosen : `${chosen}.${extension}`
  const content = await contentFor(extension)
  if (!content.ok) return content
  const bytes = typeof content.value === 'string' ? new TextEncoder().encode(content.value) : content.value
  // Only the very name that the dialog showed was agreed to be replaced.
  const written = await writeWhole(target, bytes, path === null && known)
  return written.ok ? ok({ path: target }) : written
}
