import { randomUUID } from 'node:crypto'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { fail, ok, type Result } from '#contract/result'
import type { FileKind } from './dialogs'
import type { ChooseTarget } from './save-file'
import { removeLeftDrafts, writeWhole } from './write-whole'

/** One file: its path below the chosen place, with `/` between folders, and its bytes. */
export interface SavedFile {
  readonly path: string
  readonly bytes: Uint8Array
}

/** Files that are to be written: one of a kind, or where `kind` is null any number of them into a folder that is made for them. */
export interface FilesToSave {
  /** Where to write, or null to ask the reader. */
  readonly path: string | null
  readonly title: string
  readonly suggestedName: string
  readonly kind: FileKind | null
  readonly filesFor: () => Promise<Result<readonly SavedFile[]>>
}

/** What was written: the file or the folder. */
export interface SavedFiles {
  readonly path: string
  readonly files: number
  readonly bytes: number
}

const exists = (path: string): Promise<boolean> => access(path).then(() => true, () => false)

const taken = (path: string): Result<never> =>
  fail('export-exists', 'There is a folder or file of that name already.', { file: path, remedy: 'Choose another name.' })

/** Names that may be part of a path: a writer's mistake must not lead out of the folder. */
const isPlain = (path: string): boolean => path.split('/').every((part) => /^[\w .()-]{1,200}$/.test(part) && part !== '.' && part !== '..')

const writeInto = async (draft: string, files: readonly SavedFile[]): Promise<void> => {
  for (const { path, bytes } of files) {
    if (!isPlain(path)) throw new Error(`no name for a file: ${path}`)
    const target = join(draft, ...path.split('/'))
    await mkdir(dirname(target), { recursive: true })
    const handle = await open(target, 'wx', 0o644)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
  }
}

/** Writes a folder whole or not at all: beside its place first, then under its name. One that is there is never written into. */
const writeFolder = async (target: string, files: readonly SavedFile[]): Promise<Result<null>> => {
  if (await exists(target)) return taken(target)
  const draft = join(dirname(target), `.redwell-${randomUUID()}.part`)
  try {
    await mkdir(draft)
    await writeInto(draft, files)
    if (await exists(target)) return taken(target)
    await rename(draft, target)
    return ok(null)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (code === 'ENOSPC' || code === 'EDQUOT')
      return fail('disk-full', 'The disk is full.', { file: target, remedy: 'Free some space and export again.' })
    return fail('write-failed', 'The folder could not be written.', { file: target, remedy: 'Choose another place.',
      place: error instanceof Error ? error.message : String(error) })
  } finally {
    await rm(draft, { recursive: true, force: true })
    await removeLeftDrafts(dirname(target))
  }
}

/** Writes files whole or not at all to the place that is named or chosen. Null where the dialog was cancelled. */
export const saveFiles = async ({ path, title, suggestedName, kind, filesFor }: FilesToSave,
  choose: ChooseTarget): Promise<Result<SavedFiles | null>> => {
  const chosen = path ?? await choose(title, suggestedName, kind ? [kind] : [])
  if (chosen === null) return ok(null)
  const named = kind === null || extname(chosen).toLowerCase() === `.${kind.extension}`
  const target = named ? chosen : `${chosen}.${kind.extension}`
  if (kind === null && await exists(target)) return taken(target)
  const made = await filesFor()
  if (!made.ok) return made
  const files = made.value
  const [only] = files
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0)
  const written = kind === null
    ? await writeFolder(target, files)
    : only && files.length === 1
    ? await writeWhole(target, only.bytes, path === null && named)
    : fail('export-failed', `${basename(target)} would be ${String(files.length)} files.`)
  return written.ok ? ok({ path: target, files: files.length, bytes }) : written
}
