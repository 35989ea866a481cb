import type { Note } from '#contract/note'
import { ME } from '#contract/person'
import type { Reply } from '#contract/person'
import type { IncomingWork } from '../../domain/exchange/incoming'
import { incomingWord } from '../../domain/exchange/word/incoming-word'
import type { KnownSent, OwnWords } from '../../domain/exchange/word/known-comments'
import { noteParagraphs } from '../../domain/exchange/notes/note-paragraphs'
import { readWord, WORD_PARTS } from '../../domain/exchange/word/read-word'
import type { WordFileParts } from '../../domain/exchange/word/read-word'
import { durableIdOf, wallTime, writtenName, writtenText } from '../../domain/exchange/word/word-comments'
import { listFilings } from '../../store/filings'
import type { ReadableDb } from '../../store/handles'
import { listNotes } from '../../store/notes'
import { listPeople } from '../../store/people'
import { listReplies } from '../../store/replies'
import { getSettings } from '../settings'
import { textOfPart, type ForeignArchive } from './read-zip'
import { tokenOf } from './work-things'

const partsOf = async (archive: ForeignArchive): Promise<WordFileParts> => {
  const parts: Record<string, string> = {}
  for (const name of WORD_PARTS) if (archive.names.includes(name)) parts[name] = textOfPart(name, await archive.read(name))
  return parts
}

/** What it is called who made something here, as an export writes it. */
const namesIn = (db: ReadableDb): (id: string | undefined) => string => {
  const names = new Map(listPeople(db).map(({ id, name }) => [id, name]))
  const me = getSettings(db).author
  return (id) => (id === undefined || id === ME ? me : names.get(id) ?? '') || 'Analyst'
}

const questionOf = ({ status }: Note): OwnWords['status'] => status === 'none' || status === 'closed' ? status : 'open'

/** The notes and replies of the filing a file was made of, by the signs they left with. Another library's file names none of them. */
const knownOf = (db: ReadableDb, libraryId: string, sha256: string | null): KnownSent => {
  const nameOf = namesIn(db)
  const byToken = new Map<string, OwnWords>()
  const byDurable = new Map<string, OwnWords>()
  const all: OwnWords[] = []
  const keep = (sign: string, thing: OwnWords): void => {
    byDurable.set(durableIdOf(sign), thing)
    all.push(thing)
  }
  const told = ({ id, text, body, authorId }: Note | Reply) => ({ id, text, said: writtenText(noteParagraphs({ body, text })),
    author: writtenName(nameOf(authorId)) })
  for (const filing of listFilings(db, false).filter((one) => one.sha256 === sha256)) {
    for (const note of listNotes(db, filing.id)) {
      const token = tokenOf(libraryId, note.id)
      const thing: OwnWords = { ...told(note), kind: 'note', wallTime: wallTime(note.createdAt), status: questionOf(note) }
      byToken.set(token, thing)
      keep(token, thing)
    }
    for (const reply of listReplies(db, filing.id))
      keep(reply.id, { ...told(reply), kind: 'reply', wallTime: wallTime(reply.madeAt), status: 'none' })
  }
  return { noteOfToken: (token) => byToken.get(token) ?? null, ofDurable: (id) => byDurable.get(id) ?? null, all }
}

/** Reads a returned Word file against the library. Nothing it points to is fetched. */
export const readWordFile = async (db: ReadableDb, libraryId: string,
  archive: ForeignArchive): Promise<IncomingWork | { readonly unreadable: string }> => {
  const returned = readWord(await partsOf(archive))
  return 'unreadable' in returned ? returned : incomingWord(returned, knownOf(db, libraryId, returned.sourceSha256))
}
