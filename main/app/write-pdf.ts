import { randomUUID } from 'node:crypto'
import { constants } from 'node:fs'
import { access, link, open, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { ExportOutcome } from '#contract/library'
import { fail, ok, type Result } from '#contract/result'

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '')

const exists = (path: string): Promise<boolean> => access(path, constants.F_OK).then(() => true, () => false)

const alreadyThere = (path: string): Result<never> =>
  fail('export-exists', 'There is a file of that name already.', { file: path, remedy: 'Choose another name, or allow it to be replaced.' })

const failed = (path: string, error: unknown): Result<never> => {
  const code = codeOf(error)
  if (code === 'ENOSPC' || code === 'EDQUOT') return fail('disk-full', 'The disk is full.', { file: path, remedy: 'Free some space and export again.' })
  if (code === 'EROFS' || code === 'EACCES' || code === 'EPERM') {
    return fail('write-failed', 'This folder may not be written to.', { file: path, remedy: 'Choose another folder.' })
  }
  if (code === 'ENOENT' || code === 'ENOTDIR') return fail('write-failed', 'There is no such folder.', { file: path, remedy: 'Choose another folder.' })
  return fail('write-failed', 'The PDF could not be written.', { file: path, place: error instanceof Error ? error.message : String(error) })
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

/** How many pages a PDF of this runtime has: it writes each page's dictionary in the clear. */
export const countPages = (pdf: Uint8Array): number => {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString('latin1')
  let count = 0
  for (let at = text.indexOf('/Type /Page'); at >= 0; at = text.indexOf('/Type /Page', at + 1)) {
    if (text[at + '/Type /Page'.length] !== 's') count += 1
  }
  return count
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

/** Writes a PDF whole or not at all: to a draft beside it, through to the disk, then under its name. */
export const writePdf = async (path: string, pdf: Uint8Array, overwrite: boolean): Promise<Result<ExportOutcome>> => {
  const draft = join(dirname(path), `.redwell-${randomUUID()}.part`)
  try {
    const file = await open(draft, 'wx', 0o644)
    try {
      await file.writeFile(pdf)
      await file.sync()
    } finally {
      await file.close()
    }
    if (!await publish(draft, path, overwrite)) return alreadyThere(path)
    return ok({ path, bytes: pdf.byteLength, pages: countPages(pdf) })
  } catch (error) {
    return failed(path, error)
  } finally {
    await rm(draft, { force: true })
  }
}
