import type { WritableDb } from '../handles'
import { filings } from './0001-filings'
import { work } from './0002-work'
import { history } from './0003-history'
import { corrections } from './0004-corrections'
import { risks } from './0005-risks'
import { versions } from './0006-versions'
import { folders } from './0007-folders'
import { reviews } from './0008-reviews'
import { search } from './0009-search'
import { sentencePrints } from './0010-sentence-prints'
import { noteLinks } from './0011-note-links'
import { analysisPieces } from './0012-analysis-pieces'
import { riskPlaces } from './0013-risk-places'
import { oneIndexOfThings } from './0014-one-index-of-things'
import { reading } from './0015-reading'
import { seals } from './0016-seals'
import { moreSeals } from './0017-more-seals'
import { authors } from './0018-authors'
import { unwanted } from './0019-unwanted'
import { sealedLog } from './0020-sealed-log'
import { triedAgain } from './0021-tried-again'

/** One step of the schema: runs inside a transaction of its own and may assume the step before. */
export type Migration = (db: WritableDb) => void

/** Every migration in order; the number of a migration is its place here, counted from 1, and the `user_version` it leaves. */
export const MIGRATIONS: readonly Migration[] = [
  filings,
  work,
  history,
  corrections,
  risks,
  versions,
  folders,
  reviews,
  search,
  sentencePrints,
  noteLinks,
  analysisPieces,
  riskPlaces,
  oneIndexOfThings,
  reading,
  seals,
  moreSeals,
  authors,
  unwanted,
  sealedLog,
  triedAgain
]
