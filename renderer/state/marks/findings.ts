/** What the machine suggested in the open document, what the analyst decided of it, and which of it is listed. */
import type { Decision, DecisionVerdict, SuggestionKind } from '#contract/annotation'
import type { FilingId, NodeId, RiskId } from '#contract/ids'
import type { DocumentContent, FilingWork } from '#contract/library'
import { countWords, firstWords } from '#model/words'
import { call } from '../../bridge/client'
import { createStore } from '../window/create-store'
import { documentState, type MarkRef } from '../document/document'
import { feedbackState } from '../window/feedback'
import { sectionNames } from './filter-marks'
import { type FindingGroup, type FindingOrder, groupFindings, type Grouping, measureNames } from './finding-groups'
import { historyState } from '../document/history'
import { ALL_FINDINGS, ALL_FORWARD, filterFindings, filterForward, isFolded, nextLeft, suggestionsOf, type FindingFilter,
  type ForwardFilter, type Suggestion, type Suggestions } from './suggestions'
import { viewState } from '../window/view'
import { hiddenAmong } from '#model/unwanted'
import type { Worded } from '#model/unwanted'
import { unwantedState } from './unwanted'
import { workState } from '../document/work'
import { keepLast, onceFor } from '#model/remember'

type Unwantedness = ReturnType<typeof unwantedState.isUnwanted>

interface FindingsState {
  readonly filingId: FilingId | null
  readonly decisions: readonly Decision[]
  readonly findingFilter: FindingFilter
  readonly forwardFilter: ForwardFilter
  /** Whether standing caution and logistics are unfolded. */
  readonly unfolded: boolean
  /** The sections whose findings that take no side are unfolded. */
  readonly unfoldedSections: readonly string[]
  /** How a long list of findings is read. */
  readonly order: FindingOrder
  /** Suggestions whose answer is on its way. */
  readonly deciding: readonly NodeId[]
}

const initial: FindingsState = {
  filingId: null,
  decisions: [],
  findingFilter: ALL_FINDINGS,
  forwardFilter: ALL_FORWARD,
  unfolded: false,
  unfoldedSections: [],
  order: 'section',
  deciding: []
}
const store = createStore(initial)

const EMPTY: Suggestions = { findings: [], forward: [] }

interface Sifted {
  readonly shown: Suggestions
  /** Kind and id of each suggestion that is hidden, with a space between. */
  readonly hidden: ReadonlySet<string>
}

const NOTHING: Sifted = { shown: EMPTY, hidden: new Set() }

const sift = keepLast((content: DocumentContent | null, decisions: readonly Decision[], isUnwanted: Unwantedness): Sifted => {
  if (content === null) return NOTHING
  const { findings, forward } = suggestionsOf(content, decisions)
  const worded = (list: readonly Suggestion[]): Worded[] => list.map(({ id, origin }) => ({ id, exact: origin.exact }))
  const unwantedFindings = hiddenAmong(worded(findings), 'finding', decisions, isUnwanted)
  const unwantedForward = hiddenAmong(worded(forward), 'forward-looking', decisions, isUnwanted)
  return {
    shown: { findings: findings.filter(({ id }) => !unwantedFindings.has(id)),
      forward: forward.filter(({ id }) => !unwantedForward.has(id)) },
    hidden: new Set([...[...unwantedFindings].map((id) => `finding ${id}`), ...[...unwantedForward].map((id) => `forward-looking ${id}`)])
  }
})

const siftNow = (content: DocumentContent | null, decisions: readonly Decision[]): Sifted =>
  sift(content, decisions, unwantedState.isUnwanted(documentState.store.get().open?.filing.company ?? null))

/** The suggestions of `content` beside `decisions`, without what the analyst wants no more; the same lists again while nothing of it changed. */
const suggestions = (content: DocumentContent | null, decisions: readonly Decision[]): Suggestions => siftNow(content, decisions).shown

/** Those that are hidden: kind and id of each, with a space between. */
const hidden = (content: DocumentContent | null, decisions: readonly Decision[]): ReadonlySet<string> => siftNow(content, decisions).hidden

const now = (): Suggestions => suggestions(documentState.store.get().content, store.get().decisions)

const find = (ref: MarkRef): Suggestion | null => {
  const { findings, forward } = now()
  const all: readonly Suggestion[] = ref.kind === 'finding' ? findings : ref.kind === 'forward-looking' ? forward : []
  return all.find(({ id }) => id === ref.id) ?? null
}

/** The statements the panel lists: filtered, and without what is folded unless it is unfolded or one class was asked for. */
const listedForward = (forward: Suggestions['forward'], filter: ForwardFilter, unfolded: boolean): Suggestions['forward'] => {
  const list = filterForward(forward, filter)
  return unfolded || filter.classes.length > 0 ? list : list.filter((item) => !isFolded(item))
}

type Namers = Pick<Grouping, 'sectionOf' | 'measureOf'>
/** Names the sections and the measures of a document; made once for each. */
const namersOf = onceFor((content: DocumentContent): Namers => ({
  sectionOf: sectionNames(content.sections),
  measureOf: measureNames(content.figures)
}))
const UNNAMED: Namers = { sectionOf: () => null, measureOf: () => null }

/** What the list of findings is asked for. */
export type ListedFindings = Pick<Grouping, 'order' | 'unfolded' | 'active'> & { readonly filter: FindingFilter }

/** The findings the panel lists: filtered, under heads where they are many, without what is folded. */
const groups = (content: DocumentContent | null, findings: Suggestions['findings'],
  { filter, ...asked }: ListedFindings): readonly FindingGroup[] =>
  groupFindings(filterFindings(findings, filter), findings.length, { ...(content === null ? UNNAMED : namersOf(content)), ...asked,
    whole: filter.polarities.length > 0 })

/** The suggestions that are listed in the tab in front, in the order in which they stand there. */
const listed = (): readonly Suggestion[] => {
  const { findings, forward } = now()
  const { findingFilter, forwardFilter, unfolded, unfoldedSections, order } = store.get()
  const { content, active } = documentState.store.get()
  return viewState.store.get().inspectorTab === 'forward-looking'
    ? listedForward(forward, forwardFilter, unfolded)
    : groups(content, findings, { filter: findingFilter, unfolded: unfoldedSections, order,
      active: active?.kind === 'finding' ? active.id : null }).flatMap(({ shown }) => shown)
}

/** Puts the card and the words of a suggestion in view. */
const show = (suggestion: Suggestion): void => {
  documentState.activate({ kind: suggestion.kind, id: suggestion.id })
  documentState.reveal(suggestion.range)
}

/** Goes to the next (1) or the previous (-1) listed suggestion, from the one in focus; stops at the ends and says so. */
const step = (delta: 1 | -1): void => {
  const list = listed()
  const { active } = documentState.store.get()
  const at = list.findIndex((item) => item.kind === active?.kind && item.id === active.id)
  const next = at < 0 ? list.at(delta === 1 ? 0 : -1) : list[at + delta]
  if (next) show(next)
  else feedbackState.announce(
      list.length === 0 ? 'No suggestion is listed.' : delta === 1 ? 'This is the last suggestion.' : 'This is the first suggestion.'
    )
}

const keep = (kind: SuggestionKind, node: NodeId, decision: Decision | null): void => {
  store.set(({ decisions }) => {
    const others = decisions.filter((kept) => !(kept.kind === kind && kept.node === node))
    return { decisions: decision ? [...others, decision] : others }
  })
}

const said = (
  verdict: DecisionVerdict | null
): string => (verdict === null ? 'Decision taken back' : verdict === 'accepted' ? 'Accepted' : 'Rejected')

/** What an analyst corrects in a suggestion; what is left out stays. */
export type Correction = Partial<Pick<Decision, 'risks' | 'links' | 'span'>>

const send = async (suggestion: Suggestion, verdict: DecisionVerdict | null, correction: Correction): Promise<boolean> => {
  const { filingId, deciding } = store.get()
  const { id, kind, origin, decision } = suggestion
  if (filingId === null || deciding.includes(id)) return false
  store.set({ deciding: [...deciding, id] })
  const answer = await call('decision.set', { filingId, kind, node: id, ...origin, verdict, ...correction,
    risks: correction.risks === undefined ? decision?.risks ?? null : correction.risks })
  store.set(({ deciding: rest }) => ({ deciding: rest.filter((node) => node !== id) }))
  if (!answer.ok) {
    feedbackState.fail(answer.failure)
    return false
  }
  if (store.get().filingId === filingId) keep(kind, id, answer.value)
  historyState.count()
  return true
}

/** Accepts or rejects a suggestion, or takes the decision back where `verdict` is null; corrections stay with a decision. */
const decide = async (ref: MarkRef, verdict: DecisionVerdict | null): Promise<void> => {
  const suggestion = find(ref)
  if (!suggestion || (suggestion.decision?.verdict ?? null) === verdict) return
  const correction = verdict === null ? { risks: null } : {}
  if (await send(suggestion, verdict, correction)) feedbackState.announce(`${said(verdict)}: ${firstWords(suggestion.exact)}`)
}

/** Decides the suggestion in focus; does nothing where none is. */
const decideActive = async (verdict: DecisionVerdict | null): Promise<void> => {
  const { active } = documentState.store.get()
  if (active) await decide(active, verdict)
}

/** Corrects a suggestion and says so. Whoever corrects one has taken it as right, so an undecided one is accepted with it. */
const correct = async (ref: MarkRef, correction: Correction, text: string): Promise<void> => {
  const suggestion = find(ref)
  if (suggestion && await send(suggestion, suggestion.decision?.verdict ?? 'accepted', correction)) historyState.did(text)
}

/** Corrects the risk tags of a statement. */
const retagRisks = async (ref: MarkRef, risks: readonly RiskId[]): Promise<void> => {
  if (ref.kind === 'forward-looking') await correct(ref, { risks }, 'Risk tags corrected.')
}

/** Decides those of `items` that are undecided, as one step of the history; the caller has shown them all and asked. Answers how many. */
const decideAll = async (items: readonly Suggestion[], verdict: DecisionVerdict): Promise<number> => {
  const { filingId } = store.get()
  const suggestions = items.filter(({ decision }) => decision === null).map(({ kind, id, origin }) => ({ kind, node: id, ...origin }))
  if (filingId === null || suggestions.length === 0) return 0
  const answer = await call('decision.setMany', { filingId, suggestions, verdict })
  if (!answer.ok) {
    feedbackState.fail(answer.failure)
    return 0
  }
  const made = answer.value
  if (store.get().filingId === filingId) {
    const ids = new Set(made.map(({ id }) => id))
    store.set(({ decisions }) => ({ decisions: [...decisions.filter(({ id }) => !ids.has(id)), ...made] }))
  }
  historyState.did(`${said(verdict)}: ${countWords(made.length, 'suggestion')}.`)
  return made.length
}

/** Goes to the next listed suggestion that is undecided, behind the one in focus and then from the top, and says how far the review is. */
const stepLeft = (): void => {
  const list = listed()
  const { active } = documentState.store.get()
  const at = list.findIndex((item) => item.kind === active?.kind && item.id === active.id)
  const next = nextLeft(list, at)
  if (next) show(next)
  const done = list.filter(({ decision }) => decision !== null).length
  feedbackState.announce(
    list.length === 0 ? 'No suggestion is listed.' : `${String(done)} of ${String(list.length)} reviewed.${next ? '' : ' Nothing is left.'}`
  )
}

/** The way to the next listed suggestion that is undecided, behind the one in focus; null where there is none. */
const wayOn = (): (() => void) | null => {
  const list = listed()
  const { active } = documentState.store.get()
  const at = list.findIndex((item) => item.kind === active?.kind && item.id === active.id)
  const next = at < 0 ? undefined : list.slice(at + 1).find(({ decision }) => decision === null)
  return next ? () => show(next) : null
}

const setFindingFilter = (patch: Partial<FindingFilter>): void => {
  store.set(({ findingFilter }) => ({ findingFilter: { ...findingFilter, ...patch } }))
}
const setForwardFilter = (patch: Partial<ForwardFilter>): void => {
  store.set(({ forwardFilter }) => ({ forwardFilter: { ...forwardFilter, ...patch } }))
}
const clearFilters = (): void => store.set({ findingFilter: ALL_FINDINGS, forwardFilter: ALL_FORWARD })
const toggleFolded = (): void => store.set(({ unfolded }) => ({ unfolded: !unfolded }))

/** Unfolds the findings of a section that take no side, or folds them again. */
const toggleSection = (section: string): void => {
  store.set(({ unfoldedSections: open }) => ({
    unfoldedSections: open.includes(section) ? open.filter((kept) => kept !== section) : [...open, section]
  }))
}

/** Reads a long list of findings by section, by measure, or what takes a side first. */
const setOrder = (order: FindingOrder): void => store.set({ order, unfoldedSections: [] })

/** Follows the open filing until the returned function is called. */
const start = (): () => void => {
  const offWork = workState.receive((filingId: FilingId | null, { decisions }: FilingWork, fresh: boolean) => {
    store.set(({ order }) => fresh ? { ...initial, order, filingId, decisions } : { filingId, decisions })
  })
  let { list } = unwantedState.store.get()
  // What is hidden changes with the list: whatever draws by the decisions draws anew.
  const offUnwanted = unwantedState.store.subscribe(() => {
    const now = unwantedState.store.get().list
    if (now === list) return
    list = now
    store.set(({ decisions }) => ({ decisions: [...decisions] }))
  })
  return () => {
    offWork()
    offUnwanted()
  }
}

const select = {
  decisions: (state: FindingsState) => state.decisions,
  decision: (kind: SuggestionKind, node: NodeId) => (state: FindingsState): Decision | null =>
    state.decisions.find((decision) => decision.kind === kind && decision.node === node) ?? null,
  findingFilter: (state: FindingsState) => state.findingFilter,
  forwardFilter: (state: FindingsState) => state.forwardFilter,
  unfolded: (state: FindingsState) => state.unfolded,
  unfoldedSections: (state: FindingsState) => state.unfoldedSections,
  order: (state: FindingsState) => state.order,
  deciding: (id: NodeId) => (state: FindingsState): boolean => state.deciding.includes(id)
}

/** The state module of suggestions and decisions. */
export const findingsState = {
  store,
  start,
  suggestions,
  hidden,
  find,
  groups,
  listedForward,
  show,
  step,
  stepLeft,
  wayOn,
  decide,
  decideActive,
  decideAll,
  correct,
  retagRisks,
  setFindingFilter,
  setForwardFilter,
  clearFilters,
  toggleFolded,
  toggleSection,
  setOrder,
  select
}
