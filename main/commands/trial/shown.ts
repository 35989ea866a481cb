import type { FilingSummary } from '#contract/library'
import { listActivity } from '../../services/history/activity'
import { listFilings } from '../../services/reading/list-filings'
import { requestList } from '../../services/review/request-list'
import { finishedFilings, reviewBoard } from '../../services/review/review-board'
import type { Services } from '../../services/create-services'
import { listFolders } from '../../services/work/folders'
import { savedSearches } from '../../services/work/saved-searches'
import { listOwnTemplates } from '../../services/work/note-templates'
import { listSectionReviews } from '../../services/work/section-reviews'
import { getSession } from '../../services/work/session'
import { getWorkspace } from '../../services/work/workspace'
import { changeToUndo, firstUndoneChange } from '../../store/changes'
import { getDocument, listDocuments } from '../../store/documents'
import { getFilingParts } from '../../store/filings'
import { listNoteRevisions } from '../../store/note-revisions'
import { listNotes } from '../../store/notes'
import { getReadingPosition } from '../../store/reading-positions'
import { must } from './must'

/** All that a library shows, each part by its name, as JSON. */
export type Shown = ReadonlyMap<string, string>

/** What is searched for: words of the filings, of the notes and of the highlights, and a word of the query's own. */
const QUERIES = ['the', 'expects', 'words', 'log', 'exhibit', 'kind:forward-looking', 'kind:finding']

/** More than there is of anything in the library of a trial. */
const MOST = 10_000

/** Where a filing stands in the order of the last look is not part of what it is. */
const plain = ({ openedAt: _openedAt, ...filing }: FilingSummary): object => filing

const ofFiling = async (services: Services, filing: FilingSummary): Promise<readonly (readonly [string, unknown])[]> => {
  const { library: { db }, reader, sentences } = services
  const { id } = filing
  const name = (what: string): string => `${filing.fileName}: ${what}`
  const documents = await Promise.all(listDocuments(db, id).map(async ({ summary }) => {
    const { sequence } = summary
    const read = await reader.document(id, sequence)
    const seen = await sentences.seen({ filingId: id, sequence })
    const facts = await reader.factPieces(id, sequence)
    return [[name(`document ${String(sequence)}`), read], [name(`sentences seen before in ${String(sequence)}`), seen], [
      name(`facts of ${String(sequence)}`),
      facts.ok ? facts.value.map((piece) => Buffer.from(piece).toString()) : facts
    ], [name(`entry ${String(sequence)}`), getDocument(db, id, sequence)?.summary]] as const
  }))
  return [[name('row'), plain(filing)], [name('header'), getFilingParts(db, id)], ...documents.flat(), [name('work'), reader.work(id)], [
    name('reviewed sections'),
    listSectionReviews(services.library, id)
  ], [name('place of reading'), getReadingPosition(db, id)], [name('earlier notes'),
    listNotes(db, id).map((note) => listNoteRevisions(db, note.id))], [name('versions'), services.versions.links(id)]]
}

/** Looks at everything that a window shows of a library; the same library always gives the same. */
export const shownOf = async (services: Services): Promise<Shown> => {
  const { library, searcher, watcher } = services
  const parts: (readonly [string, unknown])[] = []
  for (const trashed of [false, true]) {
    const filings = must(listFilings(library, trashed))
    parts.push([trashed ? 'trash' : 'library', filings.map(plain)])
    for (const filing of filings) parts.push(...await ofFiling(services, filing))
  }
  const { dataFolder: _dataFolder, ...workspace } = must(getWorkspace(services))
  parts.push(['tags, risks and settings', workspace], ['folders', listFolders(library)], ['saved searches', savedSearches(library)], [
    'templates',
    listOwnTemplates(library)
  ], ['watched folders', watcher.list()], ['session', getSession(library)], ['history',
    listActivity(library, { filingId: null, entityId: null }, null, MOST)], ['undo and redo', [changeToUndo(library.db),
    firstUndoneChange(library.db)]], ['board', await reviewBoard(library, null)], ['finished', await finishedFilings(library)], ['requests',
    requestList(library, null)])
  for (const [token, query] of QUERIES.entries())
    parts.push([`search for ${query}`, await searcher.run({ query, folderId: null, limit: MOST, token }, () => undefined)])
  return new Map(parts.map(([name, value]) => [name, JSON.stringify(value) ?? 'undefined']))
}

/** The names of the parts that are not shown as they were; a part that is not there any more among them. */
export const changedIn = (before: Shown, now: Shown): readonly string[] =>
  [...new Set([...before.keys(), ...now.keys()])].filter((name) => before.get(name) !== now.get(name))
