import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import type { IncomingWork } from '../../domain/exchange/incoming'
import { PROJECT, readQdpx } from '../../domain/exchange/refi-qda/read-qdpx'
import type { ReadableDb } from '../../store/handles'
import { readWordFile } from './read-word-file'
import { ArchiveRefused, openArchive, textOfPart, type ForeignArchive } from './read-zip'

const SOURCE_TEXT = /^sources\/([^/]+\.txt)$/i

const readProject = async (archive: ForeignArchive): Promise<IncomingWork | { readonly unreadable: string }> => {
  const texts = new Map<string, string>()
  for (const name of archive.names) {
    const [, file] = SOURCE_TEXT.exec(name) ?? []
    if (file !== undefined) texts.set(file.toLowerCase(), textOfPart(name, await archive.read(name)))
  }
  return readQdpx(textOfPart(PROJECT, await archive.read(PROJECT)), texts)
}

const REMEDY = 'Open it in the program it came from, save it anew and try again; if it came by mail, ask for it once more.'

/**
 * Reads an archive of somebody's work, by what is in it: a returned Word file, or a project of REFI-QDA. Nothing is stored, nothing is
 * unpacked to the disk, and nothing it points to is fetched.
 */
export const readArchive = async (db: ReadableDb, libraryId: string, path: string): Promise<Result<IncomingWork>> => {
  try {
    const archive = await openArchive(path)
    try {
      const work = archive.names.includes('word/document.xml')
        ? await readWordFile(db, libraryId, archive)
        : archive.names.includes(PROJECT)
        ? await readProject(archive)
        : { unreadable: 'This archive is neither a Word file nor a project of REFI-QDA.' }
      return 'unreadable' in work ? fail('not-a-filing', work.unreadable, { file: path, remedy: REMEDY }) : ok(work)
    } finally {
      archive.close()
    }
  } catch (error) {
    if (!(error instanceof ArchiveRefused)) throw error
    return fail('not-a-filing', error.message, { file: path, ...(error.entry === null ? {} : { place: error.entry }), remedy: REMEDY })
  }
}
