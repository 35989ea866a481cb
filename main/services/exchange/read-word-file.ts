import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import type { IncomingWork } from '../../domain/exchange/incoming'
import { incomingWord } from '../../domain/exchange/word/incoming-word'
import type { KnownSent } from '../../domain/exchange/word/incoming-word'
import { readWord } from '../../domain/exchange/word/read-word'
import type { WordFileParts } from '../../domain/exchange/word/read-word'
import { durableIdOf } from '../../domain/exchange/word/word-comments'
import { listFilings } from '../../store/filings'
import type { ReadableDb } from '../../store/handles'
import { listNotes } from '../../store/notes'
import { listReplies } from '../../store/replies'
import { ArchiveRefused, openArchive } from './read-zip'
import { tokenOf } from './work-things'

const PARTS = ['word/document.xml', 'word/comments.xml', 'word/commentsExtended.xml', 'word/commentsIds.xml', 'word/commentsExtensible.xml',
  'docProps/custom.xml']

const decode = (path: string, bytes: Uint8Array): string => {
  const label = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    throw new ArchiveRefused('damaged', `The part ${path} is no text.`, path)
  }
}

const partsOf = async (path: string): Promise<WordFileParts> => {
  const archive = await openArchive(path)
  try {
    if (!archive.names.includes('word/document.xml')) throw new ArchiveRefused('missing', 'This archive is no Word file.')
    const parts: Record<string, string> = {}
    for (const name of PARTS) if (archive.names.includes(name)) parts[name] = decode(name, await archive.read(name))
    return parts
  } finally {
    archive.close()
  }
}

/** The notes and replies of the filing a file was made of, by the signs they left with. Another library's file names none of them. */
const knownOf = (db: ReadableDb, libraryId: string, sha256: string | null): KnownSent => {
  const byToken = new Map<string, { id: string; text: string }>()
  const notesByDurable = new Map<string, { id: string; text: string }>()
  const repliesByDurable = new Map<string, { id: string; text: string }>()
  for (const filing of listFilings(db, false).filter((one) => one.sha256 === sha256)) {
    const notes = listNotes(db, filing.id)
    for (const { id, text } of notes) {
      const token = tokenOf(libraryId, id)
      byToken.set(token, { id, text })
      notesByDurable.set(durableIdOf(token), { id, text })
    }
    for (const { id, text } of listReplies(db, filing.id)) repliesByDurable.set(durableIdOf(id), { id, text })
  }
  return { noteOfToken: (token) => byToken.get(token) ?? null, noteOfDurable: (id) => notesByDurable.get(id) ?? null,
    replyOfDurable: (id) => repliesByDurable.get(id) ?? null }
}

const REMEDY = 'Open it in Word, save it anew as .docx and try again; if it came by mail, ask for it once more.'

/** Reads a returned Word file against the library. Nothing is stored, nothing is unpacked to the disk, and nothing it points to is fetched. */
export const readWordFile = async (db: ReadableDb, libraryId: string, path: string): Promise<Result<IncomingWork>> => {
  try {
    const returned = readWord(await partsOf(path))
    if ('unreadable' in returned) return fail('not-a-filing', returned.unreadable, { file: path, remedy: REMEDY })
    return ok(incomingWord(returned, knownOf(db, libraryId, returned.sourceSha256)))
  } catch (error) {
    if (!(error instanceof ArchiveRefused)) throw error
    return fail('not-a-filing', error.message, { file: path, ...(error.entry === null ? {} : { place: error.entry }), remedy: REMEDY })
  }
}
