import type { ExportScope } from '#contract/calls'
import type { WorkScope } from '#contract/exchange'
import type { PackLook, PackRequest } from '#contract/pack'
import type { FilingId } from '#contract/ids'
import type { FilingSummary } from '#contract/library'
import { ME } from '#contract/person'
import { ok } from '#contract/result'
import type { Result } from '#contract/result'
import { filingName, PACK_ENDING, plainName } from '../../../domain/exchange/pack/pack-layout'
import { listAnnotations } from '../../../store/annotations'
import { listDocuments } from '../../../store/documents'
import { listLinksToNewer, listLinksToOlder } from '../../../store/filing-links'
import { listSomeFilings } from '../../../store/filings'
import type { ReadableDb } from '../../../store/handles'
import { listNotes } from '../../../store/notes'
import { listPeople } from '../../../store/people'
import { readSealedLog } from '../../../store/read-sealed-log'
import type { LibraryContext } from '../../library-context'
import { getSettings } from '../../settings'
import { libraryIdOf } from '../../work/people'
import type { ExchangeAnswer, ExchangeTask, FinishedFile, PrintedFile } from '../exchange-task'
import { countWork } from '../gather-work'
import { isWhole } from './gather-log'
import { quotationsOutside } from './quotations'
import { openSigningKey, signingKeyOf } from './signing-key'
import type { Vault } from './signing-key'

/** A document to be printed into a pack. */
export interface PackedDocument {
  readonly filingId: FilingId
  readonly sequence: number
  readonly include: ExportScope
  readonly title: string
  readonly path: string
}

/** What a printed document of a pack holds: all that the work of the pack holds. */
const PRINTED: ExportScope = { text: true, highlights: true, notes: true, suggestions: 'accepted', comments: true, paper: 'letter' }

/** Makes evidence packs of a library. */
export interface Packer {
  readonly look: (scope: WorkScope, linked: boolean) => PackLook
  /** The filings of a request, with those that come along. */
  readonly filingsOf: (request: Pick<PackRequest, 'scope' | 'linked'>) => readonly FilingId[]
  /** The documents of a request that are printed into its pack: none where work on them stays at home, which print would show. */
  readonly documentsOf: (request: PackRequest) => readonly PackedDocument[]
  /** A name for the file of a pack. */
  readonly fileNameOf: (name: string) => string
  /** Builds the one file of a pack, with what was printed for it; the fingerprint of the key that signed it. */
  readonly build: (request: PackRequest, printed: readonly PrintedFile[]) => Promise<
    Result<{ readonly file: FinishedFile; readonly fingerprint: string | null }>
  >
}

/** The filings given and all that are linked to them by hand, through others too; those in the trash are left out. */
const withLinked = (db: ReadableDb, filingIds: readonly FilingId[]): readonly FilingId[] => {
  const found = new Set(filingIds)
  for (const id of found) {
    for (const { olderId } of listLinksToOlder(db, id)) found.add(olderId)
    for (const { newerId } of listLinksToNewer(db, id)) found.add(newerId)
  }
  return listSomeFilings(db, [...found]).filter(({ trashedAt }) => trashedAt === null).map(({ id }) => id)
}

const peopleIn = (db: ReadableDb, filingIds: readonly FilingId[]): string[] => {
  const authors = new Set(
    filingIds.flatMap((id) => [...listAnnotations(db, id), ...listNotes(db, id)].map(({ authorId = ME }) => authorId))
  )
  const me = getSettings(db).author
  return [...authors.has(ME) ? [me === '' ? 'you' : me] : [],
    ...listPeople(db).filter(({ id }) => id !== ME && authors.has(id)).map(({ name }) => name)]
}

/** Filings in the order of their ids, those in the trash left out. */
const listSomeFilingsIn = (db: ReadableDb, ids: readonly FilingId[]): FilingSummary[] => {
  const known = new Map(listSomeFilings(db, ids).filter(({ trashedAt }) => trashedAt === null).map((filing) => [filing.id, filing]))
  return ids.flatMap((id) => known.get(id) ?? [])
}

/** Makes the packer of a library; `run` does a task in the thread of the exchange and tells how far it is. */
export const createPacker = (library: LibraryContext, appVersion: string, vault: Vault,
  run: (task: ExchangeTask, file: string) => Promise<Result<ExchangeAnswer>>): Packer => {
  const { db, folder } = library
  const filingsOf: Packer['filingsOf'] = ({ scope, linked }) => {
    if (!linked) return scope.filingIds
    const all = new Set(withLinked(db, scope.filingIds))
    return [...scope.filingIds.filter((id) => all.delete(id)), ...all]
  }
  return {
    filingsOf,
    fileNameOf: (name) => `${plainName(name)}${PACK_ENDING}`,
    documentsOf: (request) =>
      !isWhole(request.scope) || request.quoting === 'leave' ?
        [] :
        listSomeFilingsIn(db, filingsOf(request)).flatMap(({ id, sha256, title }, at) =>
          listDocuments(db, id).filter(({ summary }) => summary.parsed).map(({ summary: { sequence } }): PackedDocument => ({ filingId: id,
            sequence, title, include: { ...PRINTED, suggestions: request.scope.suggestions },
            path: `${filingName(at + 1, sha256)}-${String(sequence)}.pdf` })
          )
        ),
    look: (chosen, linked) => {
      const scope = { ...chosen, filingIds: filingsOf({ scope: chosen, linked }) }
      const filings = listSomeFilings(db, scope.filingIds)
      const log = readSealedLog(db, { filings: scope.filingIds })
      return {
        name: filings.length === 1 ? filings[0]?.title ?? '' : `${filings[0]?.company ?? filings[0]?.title ?? 'Filings'} and others`,
        filings: filings.map(({ id, title, fileName, bytes }) => ({ title, fileName, bytes, linked: !chosen.filingIds.includes(id) })),
        bytes: filings.reduce((sum, { bytes }) => sum + bytes, 0),
        tally: countWork(db, scope),
        people: peopleIn(db, scope.filingIds),
        entries: log.events.length,
        seals: log.lines.length - log.events.length,
        quotations: quotationsOutside(db, scope).map(({ of, quote, note, on }) => ({ of, quote, note, on })),
        key: signingKeyOf(folder),
        keepsKeys: vault.isThere()
      }
    },
    build: async (request, printed) => {
      libraryIdOf(library)
      const key = request.sign ? await openSigningKey(folder, vault, request.passphrase) : ok(null)
      if (!key.ok) return key
      const scope = { ...request.scope, filingIds: filingsOf(request) }
      const without = request.quoting === 'keep' ? [] : quotationsOutside(db, scope).map(({ noteId }) => noteId)
      const answer = await run({ kind: 'pack', scope, name: request.name, printed, without, key: key.value, appVersion }, request.name)
      if (!answer.ok) return answer
      const [file] = answer.value.kind === 'written' ? answer.value.files : []
      if (!file) throw new Error('a pack was made without a file')
      return ok({ file, fingerprint: request.sign ? signingKeyOf(folder)?.fingerprint ?? null : null })
    }
  }
}
