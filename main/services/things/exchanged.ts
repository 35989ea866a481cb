import type { Person, Reply } from '#contract/person'
import type { FilingId } from '#contract/ids'
import type { JournalledEntity } from '../journal/journal-line'
import { deleteForeignId, getForeignId, putForeignId } from '../../store/foreign-ids'
import type { ForeignId } from '../../store/foreign-ids'
import type { ReadableDb, WritableDb } from '../../store/handles'
import { deleteOrigin, getOrigin, putOrigin } from '../../store/origins'
import type { Origin } from '../../store/origins'
import { deletePerson, getPerson, putPerson } from '../../store/people'
import { deleteQuarantined, getQuarantined, putQuarantined } from '../../store/quarantine'
import type { Quarantined } from '../../store/quarantine'
import { deleteReply, getReply, putReply } from '../../store/replies'
import { deleteSentNote, getSentNote, putSentNote } from '../../store/sent-notes'
import type { SentNote } from '../../store/sent-notes'
import type { Thing } from './thing'
import { joined, quoted } from './words'

/** How the rows of one kind are read and written. */
interface Rows<State> {
  readonly get: (db: ReadableDb, id: string) => State | undefined
  readonly put: (db: WritableDb, state: State) => void
  readonly remove: (db: WritableDb, id: string) => void
}

/** What such a kind is called, whose it is, and how it is told. */
interface Told<State> {
  readonly entity: JournalledEntity
  readonly name: Thing<State & object>['name']
  readonly order: number
  readonly filingOf?: (state: State) => FilingId
  readonly words: (state: State) => string
}

/** A kind whose things are written once and never changed but as a whole. */
const written = <State extends object>({ get, put, remove }: Rows<State>,
  { entity, name, order, filingOf, words }: Told<State>): Thing<State> => ({
    name,
    order,
    filingOf: (_id, state) => filingOf?.(state) ?? null,
    get: (db, id) => get(db, id) ?? null,
    isLost: (db, id, state) => JSON.stringify(Object.entries(get(db, id) ?? {}).sort()) !== JSON.stringify(Object.entries(state).sort()),
    put: ({ db }, _id, state) => {
      put(db, state)
      return true
    },
    restore: ({ db, clock }, id, state) => {
      if (state) put(db, state)
      else remove(db, id)
      return [{ kind: 'changed', entity, id, state, at: clock() }]
    },
    words: (_db, state) => words(state)
  })

/** People whose work is in the library. */
export const person = written<Person>({ get: getPerson, put: putPerson, remove: deletePerson }, {
  entity: 'person',
  name: ['person', 'people'],
  order: 0,
  words: ({ name }) => quoted(name)
})

/** Answers to notes. */
export const reply = written<Reply>({ get: getReply, put: putReply, remove: deleteReply }, {
  entity: 'reply',
  name: ['answer', 'answers'],
  order: 9,
  filingOf: ({ filingId }) => filingId,
  words: ({ text }) => quoted(text)
})

/** Imports of somebody's work. */
export const origin = written<Origin>({ get: getOrigin, put: putOrigin, remove: deleteOrigin }, {
  entity: 'origin',
  name: ['import of work', 'imports of work'],
  order: 0,
  words: ({ fileName, imported, orphaned, duplicate, quarantined }) =>
    joined(quoted(fileName), `${String(imported)} imported`, `${String(orphaned)} without their words`,
      `${String(duplicate)} known already`, `${String(quarantined)} not understood`)
})

/** What things were called where they came from. */
export const foreignId = written<ForeignId>({ get: getForeignId, put: putForeignId, remove: deleteForeignId }, {
  entity: 'foreign-id',
  name: ['name elsewhere', 'names elsewhere'],
  order: 9,
  words: ({ system, foreignName }) => joined(quoted(foreignName), `in ${system}`)
})

/** Items of imports that could not be understood. */
export const quarantined = written<Quarantined>({ get: getQuarantined, put: putQuarantined, remove: deleteQuarantined }, {
  entity: 'quarantined',
  name: ['item that was not understood', 'items that were not understood'],
  order: 9,
  words: ({ reason, place }) => joined(reason, place)
})

/** Notes that left in an export. No undo takes that back. */
export const sent = written<SentNote>({ get: getSentNote, put: putSentNote, remove: deleteSentNote }, {
  entity: 'sent',
  name: ['note that was sent', 'notes that were sent'],
  order: 9,
  words: ({ token, format }) => joined(token, `as ${format}`)
})
