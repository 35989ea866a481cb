import type { FilingDetails } from '#contract/filing-details'
import { listChangesOf } from '../../store/changes'
import { DETAIL_NAMES, getOwnDetails, setOwnDetails } from '../../store/filing-details'
import { getFiling, setTrashed } from '../../store/filings'
import { getFolder, getFolderFiling } from '../../store/folders'
import type { FolderFiling, FolderRecord } from '../../store/folders'
import type { ReadableDb } from '../../store/handles'
import { fromJson } from '../../store/json'
import { restoreFolder, restorePlace } from '../journal/folder-history'
import { areDetailsLost } from '../work/write-details'
import type { FilingState, FolderState } from '../journal/states'
import type { Thing } from './thing'
import { joined, quoted } from './words'

/** The name of a folder, also of one that was removed: the history knows it. */
export const folderName = (db: ReadableDb, id: string): string => {
  const known = getFolder(db, id)?.name
  if (known !== undefined) return known
  const state = listChangesOf(db, 'folder', id).map(({ before, after }) => after ?? before).findLast((json) => json !== null)
  return state === null || state === undefined ? 'a removed folder' : fromJson<FolderRecord>(state).name
}

/** Filings themselves: their place in the trash and their decoding. Their content is read again from the kept bytes, outside this table. */
export const filing: Thing<FilingState> = {
  name: ['filing', 'filings'],
  order: 1,
  filingOf: (id) => id,
  get: (db, id) => {
    const known = getFiling(db, id)
    if (!known) return null
    const { fileName, bytes, sha256, importedAt, trashedAt, encoding } = known
    return { id, fileName, bytes, sha256, importedAt, trashedAt, encoding }
  },
  isLost: (db, id, { trashedAt }) => {
    const known = getFiling(db, id)
    return !known || (trashedAt !== undefined && known.trashedAt !== trashedAt)
  },
  put: ({ db }, id, { trashedAt }) => setTrashed(db, id, trashedAt ?? null),
  restore: ({ db, clock }, id, told) => {
    const state = told ?? { trashedAt: clock() }
    setTrashed(db, id, state.trashedAt ?? null)
    return [{ kind: 'changed', entity: 'filing', id, state, at: clock() }]
  },
  words: (_db, { trashedAt, fileName }) => fileName ?? ((trashedAt ?? null) === null ? 'In the library' : 'In the trash')
}

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

/** What the analyst wrote over the header of a filing. */
export const filingDetails: Thing<Partial<FilingDetails>> = {
  name: ['filing described by hand', 'filings described by hand'],
  order: 3,
  filingOf: (id) => id,
  get: (db, id) => getOwnDetails(db, id) ?? null,
  isLost: areDetailsLost,
  put: ({ db }, id, state) => {
    if (!getFiling(db, id)) return false
    setOwnDetails(db, id, state)
    return true
  },
  restore: ({ db, clock }, id, told) => {
    const state = told ?? {}
    setOwnDetails(db, id, state)
    return [{ kind: 'changed', entity: 'filing-details', id, state, at: clock() }]
  },
  words: (_db, own) => {
    const written = DETAIL_NAMES.flatMap((name) => own[name] ? [`${FIELDS[name]} ${quoted(own[name])}`] : [])
    return written.length === 0 ? 'As the header says' : joined(...written)
  }
}

/** Deal folders. */
export const folder: Thing<FolderState> = {
  name: ['folder', 'folders'],
  order: 1,
  filingOf: () => null,
  get: (db, id) => getFolder(db, id) ?? null,
  isLost: (db, id, { name, parentId, ordinal }) => {
    const known = getFolder(db, id)
    return known?.name !== name || known.parentId !== parentId || known.ordinal !== ordinal
  },
  put: ({ db }, id, state) => {
    restoreFolder(db, id, state)
    return true
  },
  restore: ({ db, clock }, id, state) => [{ kind: 'changed', entity: 'folder', id, state: restoreFolder(db, id, state), at: clock() }],
  words: (db, { name, parentId }) => joined(quoted(name), parentId === null ? null : `in ${quoted(folderName(db, parentId))}`)
}

/** The places of filings in folders. */
export const folderFiling: Thing<FolderFiling> = {
  name: ['place in a folder', 'places in folders'],
  order: 2,
  filingOf: (_id, { filingId }) => filingId,
  get: (db, id) => {
    const [folderId = '', filingId = ''] = id.split('/')
    return getFolderFiling(db, folderId, filingId) ?? null
  },
  isLost: (db, _id, { folderId, filingId }) => getFolderFiling(db, folderId, filingId) === undefined,
  put: ({ db }, id, state) => {
    restorePlace(db, id, state)
    return getFolderFiling(db, state.folderId, state.filingId) !== undefined
  },
  restore: ({ db, clock }, id,
    state) => [{ kind: 'changed', entity: 'folder-filing', id, state: restorePlace(db, id, state), at: clock() }],
  words: (db, { folderId }) => `In ${quoted(folderName(db, folderId))}`
}
