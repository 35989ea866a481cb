import type { Tag } from '#contract/annotation'
import type { NoteTemplate } from '#contract/note-template'
import type { Unwanted } from '#contract/unwanted'
import { getFolder } from '../../store/folders'
import { deleteTemplate, getTemplate, putTemplate } from '../../store/note-templates'
import { deleteRisk, getRisk, putRisk } from '../../store/risks'
import type { WholeRisk } from '../../store/risks'
import { deleteSavedSearch, getSavedSearch, putSavedSearch } from '../../store/saved-searches'
import type { SavedSearchRecord } from '../../store/saved-searches'
import { deleteTag, getTag, putTag } from '../../store/tags'
import { deleteUnwanted, getUnwanted, putUnwanted } from '../../store/unwanted'
import { deleteWatched, listWatched } from '../../store/watched'
import type { WatchedRecord } from '../../store/watched'
import { isWatchedLost, putWatchedBack } from '../work/watched-record'
import { folderName } from './shelves'
import type { Thing } from './thing'
import { joined, quoted } from './words'

const ofNoFiling = (): null => null

/** Tags of highlights. */
export const tag: Thing<Tag> = {
  name: ['tag', 'tags'],
  order: 0,
  filingOf: ofNoFiling,
  get: (db, id) => getTag(db, id) ?? null,
  isLost: (db, id, { name, colour, underline, letter, shortcut }) => {
    const known = getTag(db, id)
    return known?.name !== name || known.colour !== colour || known.underline !== underline || known.letter !== letter ||
      known.shortcut !== shortcut
  },
  put: ({ db }, _id, state) => {
    putTag(db, state)
    return true
  },
  restore: ({ db, clock }, id, state) => {
    if (state) putTag(db, state)
    else deleteTag(db, id)
    return [{ kind: 'changed', entity: 'tag', id, state, at: clock() }]
  },
  words: (_db, { name, colour }) => joined(quoted(name), colour)
}

/** Risk tags as the analyst made or changed them. */
export const risk: Thing<WholeRisk> = {
  name: ['risk tag', 'risk tags'],
  order: 0,
  filingOf: ofNoFiling,
  get: (db, id) => getRisk(db, id) ?? null,
  isLost: (db, id, { label, group, hidden }) => {
    const known = getRisk(db, id)
    return known?.label !== label || known.group !== group || known.hidden !== hidden
  },
  put: ({ db }, _id, state) => {
    putRisk(db, state)
    return true
  },
  restore: ({ db, clock }, id, state) => {
    if (state) putRisk(db, state)
    else deleteRisk(db, id)
    return [{ kind: 'changed', entity: 'risk', id, state, at: clock() }]
  },
  words: (_db, { label, hidden }) => joined(quoted(label), hidden ? 'hidden' : null)
}

/** Notes to begin others from. */
export const template: Thing<NoteTemplate> = {
  name: ['template', 'templates'],
  order: 0,
  filingOf: ofNoFiling,
  get: (db, id) => getTemplate(db, id) ?? null,
  isLost: (db, id, { modifiedAt }) => (getTemplate(db, id)?.modifiedAt ?? '') < modifiedAt,
  put: ({ db }, _id, state) => {
    putTemplate(db, state)
    return true
  },
  restore: ({ db, clock }, id, state) => {
    if (state) putTemplate(db, state)
    else deleteTemplate(db, id)
    return [{ kind: 'changed', entity: 'template', id, state, at: clock() }]
  },
  words: (_db, { name }) => quoted(name)
}

/** Searches that were kept by name. */
export const savedSearch: Thing<SavedSearchRecord> = {
  name: ['saved search', 'saved searches'],
  order: 6,
  filingOf: ofNoFiling,
  get: (db, id) => getSavedSearch(db, id) ?? null,
  isLost: (db, id, { name, query }) => {
    const known = getSavedSearch(db, id)
    return known?.name !== name || known.query !== query
  },
  put: ({ db }, _id, state) => {
    putSavedSearch(db, state)
    return true
  },
  restore: ({ db, clock }, id, state) => {
    if (state) putSavedSearch(db, state)
    else deleteSavedSearch(db, id)
    return [{ kind: 'changed', entity: 'saved-search', id, state, at: clock() }]
  },
  words: (db, { name, query, folderId }) =>
    joined(quoted(name), query === name ? null : `for ${quoted(query)}`,
      folderId === null ? null : `in ${quoted(folderName(db, folderId))}`)
}

/** Folders of the disk whose files come in by themselves. They are in no history. */
export const watchedFolder: Thing<WatchedRecord> = {
  name: ['watched folder', 'watched folders'],
  order: 2,
  filingOf: ofNoFiling,
  get: (db, id) => listWatched(db).find((one) => one.id === id) ?? null,
  isLost: (db, _id, state) => isWatchedLost(db, state),
  put: ({ db }, _id, state) => {
    putWatchedBack(db, state)
    return true
  },
  restore: ({ db, clock }, id, state) => {
    if (state) putWatchedBack(db, state)
    else deleteWatched(db, id)
    return [{ kind: 'changed', entity: 'watched-folder', id, state, at: clock() }]
  },
  words: (db, { path, folderId }) =>
    joined(quoted(path), folderId !== null && getFolder(db, folderId) ? `into ${quoted(folderName(db, folderId))}` : null)
}

/** What is not to be suggested any more. */
export const unwanted: Thing<Unwanted> = {
  name: ['kind of sentence not to suggest', 'kinds of sentences not to suggest'],
  order: 2,
  filingOf: ofNoFiling,
  get: (db, id) => getUnwanted(db, id) ?? null,
  isLost: (db, id, { kind, company, exact }) => {
    const known = getUnwanted(db, id)
    return known?.kind !== kind || known.company !== company || known.exact !== exact
  },
  put: ({ db }, _id, state) => {
    putUnwanted(db, state)
    return true
  },
  restore: ({ db, clock }, id, state) => {
    if (state) putUnwanted(db, state)
    else deleteUnwanted(db, id)
    return [{ kind: 'changed', entity: 'unwanted', id, state, at: clock() }]
  },
  words: (_db, { exact, company }) => joined(`Not suggested: ${quoted(exact)}`, company === null ? 'everywhere' : `for ${company}`)
}
