import type { FilingDetails } from '#contract/filing-details'
import type { SectionReview } from '#contract/review'
import { setOwnDetails } from '../store/filing-details'
import { getFiling } from '../store/filings'
import type { FolderFiling } from '../store/folders'
import type { WritableDb } from '../store/handles'
import type { WatchedRecord } from '../store/watched'
import { isFolderLost, isPlaceLost, restoreFolder, restorePlace } from './folder-history'
import type { FolderState } from './folder-history'
import type { JournalLine } from './journal'
import { isReviewLost, restoreReview } from './section-reviews'
import { isWatchedLost, putWatchedBack } from './watched-record'
import { areDetailsLost } from './write-details'

type ChangedLine = Extract<JournalLine, { kind: 'changed' }>

/** A line of the journal that tells of folders, watched ones among them, of what is written by hand of a filing, or of a reviewed section. */
export interface LibraryLine extends ChangedLine {
  readonly entity: 'folder' | 'folder-filing' | 'filing-details' | 'section-review' | 'watched-folder'
  readonly state: object
}

/** Whether a line is one of those that this file puts back. A removal is not. */
export const isLibraryLine = (line: JournalLine): line is LibraryLine =>
  line.kind === 'changed' && line.state !== null
  && (line.entity === 'folder' || line.entity === 'folder-filing' || line.entity === 'filing-details' || line.entity === 'section-review' ||
    line.entity === 'watched-folder')

/** Whether the database lacks what a line tells. */
export const isLibraryLineLost = (db: WritableDb, { entity, id, state }: LibraryLine): boolean => {
  switch (entity) {
    case 'folder':
      return isFolderLost(db, state as FolderState)
    case 'folder-filing':
      return isPlaceLost(db, state as FolderFiling)
    case 'filing-details':
      return areDetailsLost(db, id, state)
    case 'section-review':
      return isReviewLost(db, id)
    case 'watched-folder':
      return isWatchedLost(db, state as WatchedRecord)
  }
}

/** Puts back what a line tells; false where the filing it belongs to is not in the library. */
export const putLibraryLineBack = (db: WritableDb, { entity, id, state }: LibraryLine): boolean => {
  if (entity === 'folder') {
    restoreFolder(db, id, state as FolderState)
    return true
  }
  if (entity === 'watched-folder') {
    putWatchedBack(db, state as WatchedRecord)
    return true
  }
  const filingId = entity === 'filing-details' ? id : (state as FolderFiling | SectionReview).filingId
  if (!getFiling(db, filingId)) return false
  if (entity === 'folder-filing') restorePlace(db, id, state as FolderFiling)
  else if (entity === 'filing-details') setOwnDetails(db, id, state as Partial<FilingDetails>)
  else restoreReview(db, id, state as SectionReview)
  return true
}

/** How deep a folder lies by the newest lines, so that those above it are put back before it; 0 for everything else. */
export const depthOf = (newest: ReadonlyMap<string, JournalLine>, line: JournalLine): number => {
  let depth = 0
  for (let at: JournalLine | undefined = line; at && isLibraryLine(at) && at.entity === 'folder' && depth <= newest.size; depth += 1) {
    const { parentId } = at.state as FolderState
    if (parentId === null) break
    at = newest.get(`folder ${parentId}`)
  }
  return depth
}
