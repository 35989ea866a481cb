import type { WorkScope } from '#contract/exchange'
import { wholeHead } from '#model/history-head'
import { headAt, sealText } from '#model/sealed-line'
import type { PackLog } from '../../../domain/exchange/pack/build-pack'
import type { WorkDocument } from '../../../domain/exchange/work-document'
import { objectOf } from '../../../domain/exchange/read-json'
import { sha256 } from '../../../store/change-seals'
import type { ReadableDb } from '../../../store/handles'
import { readSealedLog } from '../../../store/read-sealed-log'

const lines = (texts: readonly string[]): string => texts.map((text) => `${text}\n`).join('')

/** Whether a scope holds all work on its filings. */
export const isWhole = ({ filingIds: _ids, suggestions: _all, ...filters }: WorkScope): boolean =>
  Object.values(filters).every((filter) => filter === null || filter === undefined)

/** The ids of all that is in the work: what is told of anything else of its filings was left out by a filter. */
const idsIn = ({ filings }: WorkDocument): ReadonlySet<unknown> =>
  new Set(
    filings.flatMap(({ id, marks, notes, decisions, reviews }) => [id, ...[...marks, ...notes, ...decisions, ...reviews].map((one) =>
      one.id
    ), ...notes.flatMap(({ replies }) => replies.map((reply) => reply.id))])
  )

/**
 * The sealed history of a scope: all seals up to its last entry on one of the filings, and of the entries only those on what is in the work, so
 * that nothing leaves that a filter left out.
 */
export const logOf = (db: ReadableDb, scope: WorkScope, work: WorkDocument, isAll: boolean): PackLog => {
  const log = readSealedLog(db, { filings: work.filings.map(({ id }) => id) })
  const whole = isAll && isWhole(scope)
  const known = idsIn(work)
  const isIn = (text: string): boolean => {
    const { entityId = null } = objectOf(JSON.parse(text)) ?? {}
    return whole || entityId === null || known.has(entityId)
  }
  const last = log.lines.at(-1)
  return { seals: lines(log.lines.map(sealText)), changes: lines(log.events.map(({ text }) => text).filter(isIn)),
    head: last ? wholeHead(headAt(last, sha256)) : null }
}
