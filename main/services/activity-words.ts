import type { Annotation, Decision, Tag } from '#contract/annotation'
import type { FilingDetails } from '#contract/filing-details'
import type { NoteStatus } from '#contract/note'
import type { SectionReview } from '#contract/review'
import { isAttached } from '#model/verdict'
import type { Change } from '../store/changes'
import { listChangesOf } from '../store/changes'
import { getFolder } from '../store/folders'
import type { FolderFiling, FolderRecord } from '../store/folders'
import type { ReadableDb } from '../store/handles'
import { fromJson } from '../store/json'
import { getNoteRevision } from '../store/note-revisions'
import type { WholeRisk } from '../store/risks'
import { getTag } from '../store/tags'
import type { NoteState } from './record-changes'

/** How many code units of a thing's words the history shows: two lines of the panel. */
const WORDS = 200

const shorten = (text: string): string => {
  const plain = text.replace(/\s+/g, ' ').trim()
  return plain.length <= WORDS ? plain : `${plain.slice(0, WORDS)}…`
}

const quoted = (text: string): string => `“${shorten(text)}”`

const STATUS: Readonly<Record<NoteStatus, string | null>> = { none: null, open: 'open', asked: 'asked', answered: 'answered',
  closed: 'closed' }

const FIELDS: Readonly<Record<keyof FilingDetails, string>> = {
  title: 'title',
  company: 'company',
  form: 'form',
  exhibit: 'exhibit',
  cik: 'CIK',
  accession: 'accession number',
  filedAt: 'filed',
  period: 'period'
}

const joined = (...parts: readonly (string | null | undefined)[]): string =>
  parts.filter((part) => part !== null && part !== undefined && part !== '').join(', ')

const counted = (count: number, thing: string): string => `${String(count)} ${thing}${count === 1 ? '' : 's'}`

/** The name of a folder, also of one that was removed: the history knows it. */
const folderName = (db: ReadableDb, id: string): string => {
  const known = getFolder(db, id)?.name
  if (known !== undefined) return known
  const state = listChangesOf(db, 'folder', id).map(({ before, after }) => after ?? before).findLast((json) => json !== null)
  return state === null || state === undefined ? 'a removed folder' : fromJson<FolderRecord>(state).name
}

const annotationWords = (db: ReadableDb, { selectors, tagId, verdict }: Annotation): string =>
  joined(quoted(selectors.quote.exact), tagId === null ? 'no tag' : getTag(db, tagId)?.name ?? 'a removed tag',
    isAttached(verdict) ? null : 'without its words')

const decisionWords = ({ verdict, exact, risks, links, span }: Decision): string =>
  joined(
    `${verdict === 'accepted' ? 'Accepted' : 'Rejected'} ${quoted(exact)}`,
    span ? `cut to ${quoted(span.exact)}` : null,
    risks ? counted(risks.length, 'risk tag') : null,
    links ? counted(links.length, 'caution') : null
  )

const noteWords = (db: ReadableDb, { id, rev, status, owner, dueAt }: NoteState): string => {
  const text = getNoteRevision(db, id, rev)?.text ?? ''
  return joined(text.trim() === '' ? 'Empty note' : quoted(text), STATUS[status], owner === null ? null : `for ${owner}`,
    dueAt === null ? null : `due ${dueAt.slice(0, 10)}`)
}

const filingWords = ({ trashedAt, fileName }: { readonly trashedAt: string | null; readonly fileName?: string }): string =>
  fileName ?? (trashedAt === null ? 'In the library' : 'In the trash')

const folderWords = (db: ReadableDb, { name, parentId }: FolderRecord): string =>
  joined(quoted(name), parentId === null ? null : `in ${quoted(folderName(db, parentId))}`)

const detailWords = (own: Partial<Record<keyof FilingDetails, string | null>>): string => {
  const written = (Object.keys(FIELDS) as (keyof FilingDetails)[]).flatMap((name) =>
    own[name] ? [`${FIELDS[name]} ${quoted(own[name])}`] : []
  )
  return written.length === 0 ? 'As the header says' : joined(...written)
}

/** What a thing of a kind that has no words of its own here is called by. */
const nameWords = (state: { readonly name?: unknown; readonly label?: unknown; readonly title?: unknown }): string => {
  const name = [state.name, state.label, state.title].find((word) => typeof word === 'string')
  return typeof name === 'string' ? quoted(name) : shorten(JSON.stringify(state))
}

const wordsOf = (db: ReadableDb, entity: Change['entity'], json: string): string => {
  const read = <T>(): T => fromJson<T>(json)
  switch (entity) {
    case 'annotation':
      return annotationWords(db, read<Annotation>())
    case 'decision':
      return decisionWords(read<Decision>())
    case 'note':
      return noteWords(db, read<NoteState>())
    case 'tag':
      return joined(quoted(read<Tag>().name), read<Tag>().colour)
    case 'risk':
      return joined(quoted(read<WholeRisk>().label), read<WholeRisk>().hidden ? 'hidden' : null)
    case 'filing':
      return filingWords(read<{ trashedAt: string | null; fileName?: string }>())
    case 'folder':
      return folderWords(db, read<FolderRecord>())
    case 'folder-filing':
      return `In ${quoted(folderName(db, read<FolderFiling>().folderId))}`
    case 'filing-details':
      return detailWords(read<Partial<FilingDetails>>())
    case 'section-review':
      return `Reviewed ${quoted(read<SectionReview>().title)}`
    default:
      return nameWords(read<object>())
  }
}

/** A change's before and after as short texts for reading; null where the thing did not exist. */
export const changeWords = (db: ReadableDb,
  { entity, before, after }: Change): { readonly before: string | null; readonly after: string | null } => {
  // An import is told as a filing that comes out of the trash, with the facts of its file.
  const isImport = entity === 'filing' && after !== null && fromJson<{ fileName?: string }>(after).fileName !== undefined
  return {
    before: before === null || isImport ? null : wordsOf(db, entity, before),
    after: after === null ? null : wordsOf(db, entity, after)
  }
}
