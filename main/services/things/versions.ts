import type { AnchorVerdict } from '#contract/annotation'
import type { FilingId } from '#contract/ids'
import type { FilingLink, FilingLinkKind, Placement, PlacementState } from '#contract/version'
import { getAnnotation } from '../../store/annotations'
import { deleteFilingLink, getFilingLink, putFilingLink } from '../../store/filing-links'
import { getFiling } from '../../store/filings'
import type { ReadableDb, WritableDb } from '../../store/handles'
import { deletePlacement, getPlacement, putPlacement } from '../../store/placements'
import type { Thing } from './thing'
import { joined, quoted } from './words'

const isKind = (word: string): word is FilingLinkKind => word === 'version' || word === 'family'

const titleOf = (db: ReadableDb, id: FilingId): string => quoted(getFiling(db, id)?.title ?? 'a filing that is gone')

/** Brings a link to a state of the history; null removes it. Does nothing where a filing of it is gone. */
const restoreLink = (db: WritableDb, name: string, state: FilingLink | null): void => {
  const [olderId = '', newerId = '', kind = ''] = name.split('/')
  if (state && getFiling(db, state.olderId) && getFiling(db, state.newerId)) putFilingLink(db, state)
  else if (!state && isKind(kind)) deleteFilingLink(db, olderId, newerId, kind)
}

const isLinkLost = (db: ReadableDb, { olderId, newerId, kind }: FilingLink): boolean =>
  getFilingLink(db, olderId, newerId, kind) === undefined

/** Links between two filings. */
export const filingLink: Thing<FilingLink> = {
  name: ['link between filings', 'links between filings'],
  order: 5,
  filingOf: (_id, { newerId }) => newerId,
  get: (db, id) => {
    const [olderId = '', newerId = '', kind = ''] = id.split('/')
    return isKind(kind) ? getFilingLink(db, olderId, newerId, kind) ?? null : null
  },
  isLost: (db, _id, state) => isLinkLost(db, state),
  put: ({ db }, id, state) => {
    restoreLink(db, id, state)
    return !isLinkLost(db, state)
  },
  restore: ({ db, clock }, id, state) => {
    restoreLink(db, id, state)
    return [{ kind: 'changed', entity: 'filing-link', id, state, at: clock() }]
  },
  words: (db, { olderId, newerId, kind }) =>
    kind === 'version'
      ? `${titleOf(db, newerId)} as a later version of ${titleOf(db, olderId)}`
      : `${titleOf(db, olderId)} and ${titleOf(db, newerId)} as one family`
}

const STATES: Readonly<Record<PlacementState, string>> = {
  itself: 'found again',
  hand: 'attached by hand',
  waiting: 'waits for a place',
  dismissed: 'dismissed',
  unsought: 'not looked for yet'
}

const VERDICTS: Readonly<Record<AnchorVerdict, string | null>> = {
  'intact': null,
  'moved': null,
  'reworded': 'its words were changed',
  'number-changed': 'a number in it was changed',
  'polarity-changed': 'its sense was turned round',
  'ambiguous': 'its words stand in several places',
  'gone': 'its words are gone'
}

const isPlacementLost = (db: ReadableDb, { annotationId, filingId, modifiedAt }: Placement): boolean =>
  (getPlacement(db, annotationId, filingId)?.modifiedAt ?? '') < modifiedAt

/** Brings a placement to a state of the history; null removes it, and the annotation is looked for anew. */
const restorePlacement = (db: WritableDb, name: string, state: Placement | null): void => {
  const [annotationId = '', filingId = ''] = name.split('/')
  if (!state) deletePlacement(db, annotationId, filingId)
  else if (getAnnotation(db, annotationId) && getFiling(db, filingId)) putPlacement(db, state)
}

/** Where highlights stand in another version, as the analyst said. */
export const placement: Thing<Placement> = {
  name: ['highlight placed in another version', 'highlights placed in other versions'],
  order: 5,
  filingOf: (_id, { filingId }) => filingId,
  get: (db, id) => {
    const [annotationId = '', filingId = ''] = id.split('/')
    return getPlacement(db, annotationId, filingId) ?? null
  },
  isLost: (db, _id, state) => isPlacementLost(db, state),
  put: ({ db }, id, state) => {
    restorePlacement(db, id, state)
    return !isPlacementLost(db, state)
  },
  restore: ({ db, clock }, id, state) => {
    restorePlacement(db, id, state)
    return [{ kind: 'changed', entity: 'placement', id, state, at: clock() }]
  },
  words: (db, { annotationId, filingId, state, verdict, selectors }) => {
    const exact = selectors?.quote.exact ?? getAnnotation(db, annotationId)?.selectors.quote.exact
    return joined(exact === undefined ? 'A removed highlight' : quoted(exact), `${STATES[state]} in ${titleOf(db, filingId)}`,
      state === 'hand' ? null : VERDICTS[verdict])
  }
}
