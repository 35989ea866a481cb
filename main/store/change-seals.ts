import { hash, randomBytes } from 'node:crypto'
import type { HistoryHead } from '#contract/sealed-log'
import { eventText, headAt, NO_PREV } from '#model/sealed-line'
import type { SealedEvent, SealedKind, SealLine, Sha256 } from '#model/sealed-line'
import type { ReadableDb, WritableDb } from './handles'
import { one, run } from './sql'

/** SHA-256 as the sealed log uses it. */
export const sha256: Sha256 = (text) => hash('sha256', text, 'hex')

/** What is sealed of a change of the history: its row, without whether it stands. */
export type SealedChange =
  & Pick<SealedEvent, 'group' | 'at' | 'author' | 'label' | 'entity' | 'entityId' | 'filingId' | 'before' | 'after'>
  & {
    readonly seq: number
  }

/** Something that is no change of a thing and has a line of its own. */
export interface SealedAct {
  readonly kind: Exclude<SealedKind, 'found' | 'change' | 'import'>
  readonly group: string | null
  readonly at: string
  readonly author: string | null
  readonly detail: string | null
}

/** The newest line of the chain, or undefined. */
export const lastSealLine = (db: ReadableDb): SealLine | undefined =>
  one<SealLine>(db, 'SELECT prev, n, digest FROM change_seal ORDER BY n DESC LIMIT 1')

/** Where the chain stands; null where nothing was sealed yet. */
export const headOf = (db: ReadableDb): HistoryHead | null => {
  const last = lastSealLine(db)
  return last ? headAt(last, sha256) : null
}

type Unsealed = Omit<SealedEvent, 'n' | 'salt'>

/** Appends lines one after the other. `changeSeq` names the row of the history whose words the line does not repeat. */
const appendTo = (db: WritableDb): (event: Unsealed, changeSeq: number | null) => void => {
  let head = headOf(db)
  return (unsealed, changeSeq) => {
    const n = (head?.n ?? 0) + 1
    const salt = randomBytes(16).toString('hex')
    const line: SealLine = { n, prev: head?.hash ?? NO_PREV, digest: sha256(eventText({ ...unsealed, n, salt })) }
    const { kind, group, at, author, detail } = unsealed
    const own = changeSeq === null ? { group, at, author } : { group: null, at: null, author: null }
    run(db, `INSERT INTO change_seal (n, kind, change_seq, group_id, at, author, detail, salt, digest, prev)
      VALUES ($n, $kind, $changeSeq, $group, $at, $author, $detail, $salt, $digest, $prev)`, { ...line, ...own, kind, changeSeq, detail,
      salt })
    head = headAt(line, sha256)
  }
}

/** Seals changes of the history in their order. Within the transaction that wrote them. */
export const sealChanges = (db: WritableDb,
  changes: Iterable<SealedChange & { readonly kind: 'found' | 'change' | 'import'; readonly detail: string | null }>): void => {
  const append = appendTo(db)
  for (const { seq, ...change } of changes) append(change, seq)
}

const NOTHING = { label: null, entity: null, entityId: null, filingId: null, before: null, after: null }

/** Seals an act that is no change of its own. Within the transaction that does it. */
export const sealAct = (db: WritableDb, act: SealedAct): void => appendTo(db)({ ...NOTHING, ...act }, null)
