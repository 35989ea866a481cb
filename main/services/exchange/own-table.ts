import { levelQuote } from '../../domain/anchor/anchor-text'
import type { IncomingItem, IncomingWork } from '../../domain/exchange/incoming'
import { OWN_TABLE } from '../../domain/exchange/tables/read-own-table'
import { listAnnotations } from '../../store/annotations'
import { listFilings } from '../../store/filings'
import type { ReadableDb } from '../../store/handles'
import { listNotes } from '../../store/notes'
import { tokenOf } from './work-things'

/** Says by what name of this library a row is known: that of its note, or of a mark without one, by its words and when it was made. */
const namesIn = (db: ReadableDb, libraryId: string) => {
  const filings = new Map(listFilings(db, false).map((filing) => [filing.sha256, filing.id]))
  const read = new Map<string, ReadonlyMap<string, string>>()
  const keyOf = (exact: string, createdAt: string | null): string => `${createdAt ?? ''} ${levelQuote(exact)}`
  const namesOf = (filingId: string): ReadonlyMap<string, string> => {
    const known = read.get(filingId)
    if (known) return known
    const names = new Map(
      listAnnotations(db, filingId).map(({ id, selectors, createdAt }) => [keyOf(selectors.quote.exact, createdAt), id])
    )
    for (const { id } of listNotes(db, filingId)) names.set(`RW-${tokenOf(libraryId, id)}`, id)
    read.set(filingId, names)
    return names
  }
  return ({ filing, name, target, createdAt }: IncomingItem): string | null => {
    const filingId = filings.get(filing.sha256 ?? '')
    if (filingId === undefined) return name
    const key = name ?? (target.kind === 'words' ? keyOf(target.quote.exact, createdAt) : '')
    return namesOf(filingId).get(key) ?? name
  }
}

/** Rows of our own tables under the names that the library that wrote them knows them by; those of another library keep their signs. */
export const withOwnNames = (db: ReadableDb, libraryId: string, work: IncomingWork): IncomingWork => {
  if (work.format !== OWN_TABLE) return work
  const nameOf = namesIn(db, libraryId)
  return { ...work, items: work.items.map((item) => item.kind === 'item' ? { ...item, name: nameOf(item) } : item) }
}
