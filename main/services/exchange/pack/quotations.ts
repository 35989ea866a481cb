import type { WorkScope } from '#contract/exchange'
import type { OutsideQuotation } from '#contract/pack'
import { citationsOf, readNoteBody } from '#model/note-body'
import type { WorkDocument, WorkNote } from '../../../domain/exchange/work-document'
import { getFiling, listSomeFilings } from '../../../store/filings'
import type { ReadableDb } from '../../../store/handles'
import { listNotes } from '../../../store/notes'

/** The most signs of a note or a quotation that are shown. */
const SHOWN = 160

/** A quotation and the note it is in. */
export interface QuotingNote extends OutsideQuotation {
  readonly noteId: string
}

/** Every quotation of a filing outside a scope, in the notes on filings of it: what would leave with them unseen. */
export const quotationsOutside = (db: ReadableDb, { filingIds }: WorkScope): QuotingNote[] => {
  const inside = new Set(filingIds)
  return listSomeFilings(db, filingIds).flatMap((filing) =>
    listNotes(db, filing.id).flatMap((note): QuotingNote[] => {
      const body = readNoteBody(note.body)
      const cited = body.kind === 'tree' ? citationsOf(body.root) : []
      return cited.flatMap(({ filing: of, quote }): QuotingNote[] =>
        of === null || inside.has(of)
          ? []
          : [{ noteId: note.id, of: getFiling(db, of)?.title ?? null, quote: quote.slice(0, SHOWN), note: note.text.slice(0, SHOWN),
            on: filing.title }]
      )
    })
  )
}

/** The same work without some notes, as a filter that leaves them out would have made it. */
export const withoutNotes = (work: WorkDocument, ids: ReadonlySet<string>): WorkDocument => {
  if (ids.size === 0) return work
  const gone: WorkNote[] = work.filings.flatMap(({ notes }) => notes.filter(({ id }) => ids.has(id)))
  const questions = gone.filter(({ status }) => status !== 'none').length
  return {
    ...work,
    counts: { ...work.counts, notes: work.counts.notes - gone.length, questions: work.counts.questions - questions },
    leftOut: { ...work.leftOut, notes: work.leftOut.notes + gone.length, questions: work.leftOut.questions + questions },
    filings: work.filings.map((filing) => ({ ...filing, notes: filing.notes.filter(({ id }) => !ids.has(id)) }))
  }
}
