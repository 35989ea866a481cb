/** Which files of the import queue are in the library twice: with the same bytes, with the same text, or as an exhibit inside a submission. */
import type { FilingId } from '#contract/ids'
import type { QueuedFile } from '#contract/import-queue'
import { call } from '../../bridge/client'
import { createStore } from '../window/create-store'
import { libraryState } from './library'
import { queueState } from './queue'

/** A file that was imported and has a twin in the library. `same`: its bytes, its text, or one of its documents. */
export interface ImportTwin {
  readonly job: string
  readonly path: string
  readonly same: 'bytes' | 'text' | 'document'
  /** The filing that the file became; the twin itself where its bytes were there already. */
  readonly filingId: FilingId
  readonly twin: FilingId
  /** The document of the twin that has the same words. */
  readonly sequence: number | null
}

interface TwinsState {
  /** Twins that lie inside submissions, by the job of the file; those of other kinds are told by the queue itself. */
  readonly inside: Readonly<Record<string, ImportTwin | null>>
  /** Jobs of which both are kept: they are listed no longer. */
  readonly kept: readonly string[]
  readonly looking: boolean
}

const initial: TwinsState = { inside: {}, kept: [], looking: false }
const store = createStore(initial)

/** How many files are looked at for a twin inside a submission: each look reads documents of about the same length. */
const MOST = 300

const isAlone = (filingId: FilingId): boolean => {
  const filing = libraryState.store.get().filings.find(({ id }) => id === filingId)
  return filing?.documents === 1
}

const insideOf = async ({ job, path, filingId }: QueuedFile & { readonly filingId: FilingId }): Promise<ImportTwin | null> => {
  const answer = await call('compare.copies', { filingId, sequence: 1, marked: false })
  const copy = answer.ok ? answer.value.find((one) => one.filingId !== filingId && !isAlone(one.filingId)) : undefined
  return copy ? { job, path, same: 'document', filingId, twin: copy.filingId, sequence: copy.sequence } : null
}

const hasFiling = (file: QueuedFile): file is QueuedFile & { readonly filingId: FilingId } => file.filingId !== null

/** The next file that was imported and not looked at yet; one whose filing the list does not have yet waits until it has. */
const nextFile = (): (QueuedFile & { readonly filingId: FilingId }) | undefined =>
  queueState.store.get().files.filter(hasFiling).find(({ state, sameTextAs, filingId, job }) =>
    state === 'done' && sameTextAs === null && isAlone(filingId) && store.get().inside[job] === undefined
  )

/** Looks for exhibits that lie inside a submission already, among the files that were imported and not looked at yet; what comes in meanwhile too. */
const look = async (): Promise<void> => {
  if (store.get().looking || !nextFile()) return
  store.set({ looking: true })
  try {
    for (let file = nextFile(), count = 0; file && count < MOST; file = nextFile(), count += 1) {
      const { job } = file
      const twin = await insideOf(file)
      store.set(({ inside }) => ({ inside: { ...inside, [job]: twin } }))
    }
  } finally {
    store.set({ looking: false })
  }
}

/** Keeps both of a pair: it is not listed again in this window. */
const keepBoth = (job: string): void => store.set(({ kept }) => ({ kept: [...kept, job] }))

/** The twins of the files of the queue that are not kept on purpose, in the order of the files. */
export const twinsOf = (files: readonly QueuedFile[], { inside, kept }: Pick<TwinsState, 'inside' | 'kept'>): readonly ImportTwin[] =>
  files.flatMap((file): readonly ImportTwin[] => {
    const { job, path, filingId, sameTextAs, state } = file
    if (filingId === null || kept.includes(job)) return []
    if (state === 'already') return [{ job, path, same: 'bytes', filingId, twin: filingId, sequence: null }]
    if (sameTextAs !== null) return [{ job, path, same: 'text', filingId, twin: sameTextAs, sequence: null }]
    const found = inside[job]
    return found ? [found] : []
  })

const select = {
  inside: (state: TwinsState) => state.inside,
  kept: (state: TwinsState) => state.kept,
  looking: (state: TwinsState) => state.looking
}

/** The state module of duplicates among imports. */
export const importTwinsState = { store, look, keepBoth, select }
