/** Versions and families of the open filing: its links, which filings may be an earlier or later version, and what was dismissed. */
import type { Annotation } from '#contract/annotation'
import type { WordRun } from '#contract/comparison'
import type { AnnotationId, FilingId } from '#contract/ids'
import type { FilingWork } from '#contract/library'
import type { FilingLink, FilingLinkKind, VersionCandidate, VersionReport } from '#contract/version'
import { call } from '../../bridge/client'
import { subscribe } from '../../bridge/events'
import { remember, remembered } from '../../bridge/remembered'
import { createStore } from '../window/create-store'
import { documentState } from '../document/document'
import { feedbackState } from '../window/feedback'
import { historyState } from '../document/history'
import { viewState } from '../window/view'
import { workState } from '../document/work'
import { createNewest, type Turn } from '../window/newest'
import { countWords } from '#model/words'

/** What the analyst chooses a second filing for. */
export type LinkPurpose = 'later-version' | 'family'

interface VersionsState {
  readonly filingId: FilingId | null
  readonly links: readonly FilingLink[]
  readonly candidates: readonly VersionCandidate[]
  /** Annotations dismissed from the open filing's list. */
  readonly dismissed: readonly Annotation[]
  /** Whether a link is being made: the search for notes may take a while. */
  readonly linking: boolean
  readonly purpose: LinkPurpose
  /** Whether the first highlight that waits is to take the focus. */
  readonly toWaiting: boolean
}

const NOTHING: Pick<VersionsState, 'links' | 'candidates' | 'dismissed'> = { links: [], candidates: [], dismissed: [] }

const initial: VersionsState = { filingId: null, ...NOTHING, linking: false, purpose: 'later-version', toWaiting: false }
const store = createStore(initial)

/** The offers that the analyst put away, as pairs of filings; the oldest are forgotten first. */
const DECLINED = { pairs: [] as readonly string[] }
const MOST_DECLINED = 500

const pairOf = (filingId: FilingId, other: FilingId): string => [filingId, other].sort().join(' ')

const isDeclined = (filingId: FilingId, { filing }: VersionCandidate): boolean =>
  remembered('versions-declined', DECLINED).pairs.includes(pairOf(filingId, filing.id))

const loading = createNewest()
let waiting: ReturnType<typeof setTimeout> | undefined

/** How long the library must be left alone before other versions are looked for again, in ms: an import changes it many times. */
const QUIET_MS = 1500

const seekVersions = async (filingId: FilingId, mine: Turn): Promise<void> => {
  const candidates = await call('version.candidates', { filingId })
  if (mine.holds() && candidates.ok) store.set({ candidates: candidates.value.filter((candidate) => !isDeclined(filingId, candidate)) })
}

const load = async (filingId: FilingId | null, quiet = 0): Promise<void> => {
  const mine = loading.begin()
  clearTimeout(waiting)
  if (filingId !== store.get().filingId) store.set({ filingId, ...NOTHING })
  if (filingId === null) return
  const links = await call('version.links', { filingId })
  if (!mine.holds() || !links.ok) return
  // What was linked meanwhile is offered no longer.
  const linked = new Set(links.value.flatMap(({ olderId, newerId }) => [olderId, newerId]))
  store.set(({ candidates }) => ({ links: links.value, candidates: candidates.filter(({ filing }) => !linked.has(filing.id)) }))
  if (quiet > 0) waiting = setTimeout(() => void seekVersions(filingId, mine), quiet)
  else await seekVersions(filingId, mine)
}

const reload = async (): Promise<void> => {
  await load(store.get().filingId)
}

/** What became of the notes of the older version, in a line. */
export const reportWords = ({ total, attached, waiting, dismissed }: VersionReport): string => {
  if (total === 0) return 'Linked. The older version has no highlights to carry over.'
  const waits = waiting === 0 ? '' : `, ${countWords(waiting, 'waits', 'wait')} for you`
  const put = dismissed === 0 ? '' : `, ${String(dismissed)} dismissed`
  return `Linked. ${countWords(attached, 'highlight', 'highlights')} carried over${waits}${put}.`
}

/** Links two filings; for a version, the highlights of the older are looked for in the newer first. */
const link = async (olderId: FilingId, newerId: FilingId, kind: FilingLinkKind): Promise<void> => {
  if (store.get().linking) return
  store.set({ linking: true })
  const answer = await call('version.link', { olderId, newerId, kind })
  store.set({ linking: false })
  if (!answer.ok) {
    if (answer.failure.code === 'analysis-cancelled') feedbackState.toast({ text: 'Stopped. The two filings are not linked.' })
    else feedbackState.fail(answer.failure)
    return
  }
  historyState.did(kind === 'family' ? 'Linked as one family.' : reportWords(answer.value))
  await Promise.all([reload(), workState.reload()])
  if (kind === 'version' && answer.value.waiting > 0 && workState.store.get().filingId === newerId) viewState.openInspector('notes')
}

/** Takes a link away; what was found through it comes back with it. */
const unlink = async ({ olderId, newerId, kind }: FilingLink): Promise<void> => {
  const answer = await call('version.unlink', { olderId, newerId, kind })
  if (!answer.ok) {
    feedbackState.fail(answer.failure)
    return
  }
  historyState.did(kind === 'family' ? 'No longer linked as one family.' : 'No longer linked as versions.')
  await Promise.all([reload(), workState.reload()])
}

/** Links the open filing with one that was offered. */
const accept = async ({ filing, relation }: VersionCandidate): Promise<void> => {
  const { filingId } = store.get()
  if (filingId === null) return
  await (relation === 'older' ? link(filing.id, filingId, 'version') : link(filingId, filing.id, 'version'))
}

/** Puts an offer away; it is not made again in this window. */
const decline = ({ filing }: VersionCandidate): void => {
  const { filingId } = store.get()
  if (filingId === null) return
  const { pairs } = remembered('versions-declined', DECLINED)
  remember('versions-declined', { pairs: [...pairs, pairOf(filingId, filing.id)].slice(-MOST_DECLINED) })
  store.set(({ candidates }) => ({ candidates: candidates.filter((candidate) => candidate.filing.id !== filing.id) }))
}

/** Opens the list from which the filing is chosen that this one is a later version of, or belongs with. */
const choose = (purpose: LinkPurpose): void => {
  store.set({ purpose })
  viewState.openDialog('link')
}

/** Links the open filing with the one that was chosen. */
const chosen = async (other: FilingId): Promise<void> => {
  const { filingId, purpose } = store.get()
  viewState.closeDialog()
  if (filingId !== null) await link(other, filingId, purpose === 'family' ? 'family' : 'version')
}

/** Brings the reader to the first highlight that waits. */
const goToWaiting = (): void => {
  viewState.openInspector('notes')
  store.set({ toWaiting: true })
}

/** Says that the focus is there. */
const cameToWaiting = (): void => store.set({ toWaiting: false })

/** The words of a waiting annotation then and now; empty where nothing is proposed for it. */
const words = async (id: AnnotationId): Promise<readonly WordRun[]> => {
  const { filingId } = store.get()
  const answer = filingId === null ? null : await call('orphan.words', { id, filingId })
  return answer?.ok ? answer.value : []
}

const receive = (filingId: FilingId | null, { dismissed = [] }: FilingWork): void => {
  if (filingId === store.get().filingId) store.set({ dismissed })
}

/** Follows the open filing and changes made elsewhere, until the returned function is called. */
const start = (): () => void => {
  const follow = (): void => {
    const filingId = documentState.select.filingId(documentState.store.get())
    if (filingId !== store.get().filingId) void load(filingId)
  }
  const offs = [
    documentState.store.subscribe(follow),
    subscribe('library.changed', () => void load(store.get().filingId, QUIET_MS)),
    subscribe('work.changed', ({ filingId }) => {
      if (filingId === store.get().filingId) void load(filingId, QUIET_MS)
    }),
    workState.receive(receive)
  ]
  follow()
  return () => {
    for (const off of offs) off()
  }
}

const select = {
  links: (state: VersionsState) => state.links,
  dismissed: (state: VersionsState) => state.dismissed,
  linking: (state: VersionsState) => state.linking,
  purpose: (state: VersionsState) => state.purpose,
  toWaiting: (state: VersionsState) => state.toWaiting,
  /** The one offer that is shown: an earlier version before a later one. */
  offer: (state: VersionsState): VersionCandidate | null =>
    state.candidates.find(({ relation }) => relation === 'older') ?? state.candidates[0] ?? null
}

/** The state module of versions. */
export const versionsState = { store, start, reload, link, unlink, accept, decline, choose, chosen, words, goToWaiting, cameToWaiting,
  select }
