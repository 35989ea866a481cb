import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, link, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fail, ok, type Result } from '#contract/result'

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '')

const exists = (path: string): Promise<boolean> => access(path, constants.F_OK).then(() => true, () => false)

const alreadyThere = (path: string): Result<never> =>
  fail('export-exists', 'There is a file of that name already.', { file: path, remedy: 'Choose another name, or allow it to be replaced.' })

const failed = (path: string, error: unknown): Result<never> => {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT')
    return fail('disk-full', 'The disk is full.', { file: path, remedy: 'Free some space and export again.' })
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return fail('write-failed', 'This folder may not be written to.', { file: path, remedy: 'Choose another folder.' })
  }
  if (code === 'ENOENT' || code === 'ENOTDIR')
    return fail('write-failed', 'There is no such folder.', { file: path, remedy: 'Choose another folder.' })
  return fail('write-failed', 'The file could not be written.', { file: path,
    place: error instanceof Error ? error.message : String(error) })
}

/** Puts a finished file under its name; where it may not replace one, `link` refuses a name that is taken, with no moment between. */
const publish = async (draft: string, path: string, overwrite: boolean): Promise<boolean> => {
  if (!overwrite) {
    try {
      await link(draft, path)
      return true
    } catch (error) {
      if (codeOf(error) === 'EEXIST') return false
      // A disk without hard links: look, then rename.
      if (await exists(path)) return false
    }
  }
  await rename(draft, path)
  return true
}

/** Says before a long print whether its file could be written: `export-exists` where it may not be replaced. */
export const checkTarget = async (path: string, overwrite: boolean): Promise<Result<null>> => {
  try {
    await access(dirname(path), constants.W_OK)
  } catch (error) {
    return failed(path, error)
  }
  return !overwrite && await exists(path) ? alreadyThere(path) : ok(null)
}

const DRAFT = /^\.redwell-[\da-f-]{36}\.part$/

/** How old a draft is that nobody writes to any more, in ms: what is written stands in memory whole, so that writing takes seconds. */
const LEFT_BEHIND = 600_000

/**
 * Removes the drafts, files and folders, that an end of the program left in a folder. What cannot be looked at or removed is left: what
 * is being written matters more.
 */
export const removeLeftDrafts = async (folder: string): Promise<void> => {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((one) => DRAFT.test(one))) {
    const facts = await stat(join(folder, name)).catch(() => null)
    if (facts === null || Date.now() - facts.mtimeMs <= LEFT_BEHIND) continue
    await rm(join(folder, name), { recursive: true, force: true }).catch(() => undefined)
  }
}

/** Writes a file whole or not at all: to a draft beside it, through to the disk, then under its name. */
export const writeWhole = async (path: string, content: Uint8Array, overwrite: boolean): Promise<Result<null>> => {
  const draft = join(dirname(path), `.redwell-${randomUUID()}.part`)
  try {
    const file = await open(draft, 'wx', 0o644)
    try {
      await file.writeFile(content)
      await file.sync()
    } finally {
      await file.close()
    }
    return await publish(draft, path, overwrite) ? ok(null) : alreadyThere(path)
  } catch (error) {
    return failed(path, error)
  } finally {
    await rm(draft, { force: true })
    await removeLeftDrafts(dirname(path))
  }
}
