import type { Decision, DecisionVerdict } from '#contract/annotation'
import type { Calls } from '#contract/calls'
import type { SuggestionRef } from '#contract/annotation'
import type { FilingId } from '#contract/ids'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { deleteDecision, listDecisions, putDecision } from '../../store/decisions'
import { getFiling } from '../../store/filings'
import type { LibraryContext } from '../library-context'
import { commitChange } from '../journal/record-changes'
import type { ChangeRecord } from '../journal/record-changes'
import { countWords } from '#model/words'

/** A judgement of one suggestion, as the window sends it. */
export type DecisionRequest = Calls['decision.set']['args']

const THINGS = { finding: 'finding', 'forward-looking': 'forward-looking statement' } as const

const differs = (a: object | null | undefined, b: object | null | undefined): boolean =>
  JSON.stringify(a ?? null) !== JSON.stringify(b ?? null)

/** What the history calls the act: the correction where one was made, else the judgement. */
const labelOf = (request: DecisionRequest, before: Decision | null): string => {
  if (request.verdict === null) return 'Take back decision'
  if (request.span !== undefined && differs(request.span, before?.span)) return 'Correct words'
  if (request.links !== undefined && differs(request.links, before?.links)) return 'Correct cautions'
  if (request.risks !== null && differs(request.risks, before?.risks)) return 'Correct risk tags'
  return `${request.verdict === 'accepted' ? 'Accept' : 'Reject'} ${THINGS[request.kind]}`
}

/** The decision on the same suggestion: by its node in the present analysis, else by its very words at their place. */
const findSame = (decisions: readonly Decision[], request: SuggestionRef): Decision | undefined => {
  const ofKind = decisions.filter((decision) => decision.kind === request.kind)
  return ofKind.find((decision) => decision.node === request.node) ?? ofKind.find((decision) =>
    decision.node === null
    && decision.range.start === request.range.start && decision.range.end === request.range.end && decision.exact === request.exact
  )
}

const GONE = fail('not-found', 'This filing is no longer in the library.')

/** Writes one judgement in place of the one before; a correction that is not spoken of stays. */
const write = (library: LibraryContext, request: DecisionRequest, before: Decision | null, record: ChangeRecord): Decision | null => {
  const { filingId, kind, node, range, exact, verdict, risks, links = before?.links ?? null, span = before?.span ?? null } = request
  if (verdict === null) {
    if (before) {
      deleteDecision(library.db, before.id)
      record.steps.push({ entity: 'decision', entityId: before.id, filingId, before, after: null })
    }
    return null
  }
  const after: Decision = {
    id: before?.id ?? library.newId(),
    filingId,
    kind,
    node,
    range,
    exact,
    verdict,
    risks,
    links,
    span,
    decidedAt: library.clock(),
    rev: (before?.rev ?? 0) + 1
  }
  putDecision(library.db, after)
  record.steps.push({ entity: 'decision', entityId: after.id, filingId, before, after })
  return after
}

/** Writes a judgement as part of a change that is more than it. */
export const writeDecision = (library: LibraryContext, request: DecisionRequest, record: ChangeRecord): Decision | null =>
  write(library, request, findSame(listDecisions(library.db, request.filingId), request) ?? null, record)

/** Keeps the analyst's judgement of a suggestion beside it, or takes it back where the verdict is null. */
export const setDecision = (library: LibraryContext, request: DecisionRequest): Result<Decision | null> => {
  if (!getFiling(library.db, request.filingId)) return GONE
  const before = findSame(listDecisions(library.db, request.filingId), request) ?? null
  if (request.verdict === null && !before) return ok(null)
  return ok(commitChange(library, labelOf(request, before), (record) => write(library, request, before, record)))
}

/** Decides many suggestions alike, as one step of the history; those that are so already are left alone. Answers what now stands. */
export const setDecisions = (library: LibraryContext, filingId: FilingId, suggestions: readonly SuggestionRef[],
  verdict: DecisionVerdict | null): Result<readonly Decision[]> => {
  if (!getFiling(library.db, filingId)) return GONE
  const known = listDecisions(library.db, filingId)
  const changes = suggestions.flatMap((suggestion) => {
    const before = findSame(known, suggestion) ?? null
    return (before?.verdict ?? null) === verdict
      ? []
      : [{ before, request: { ...suggestion, filingId, verdict, risks: before?.risks ?? null } }]
  })
  if (changes.length === 0) return ok([])
  const act = verdict === null ? 'Take back' : verdict === 'accepted' ? 'Accept' : 'Reject'
  const label = `${act} ${countWords(changes.length, 'suggestion')}`
  return ok(
    commitChange(library, label, (record) => changes.flatMap(({ before, request }) => write(library, request, before, record) ?? []))
  )
}
