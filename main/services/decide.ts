import type { Calls } from '#contract/calls'
import type { Decision } from '#contract/annotation'
import { fail, ok } from '#contract/result'
import type { Result } from '#contract/result'
import { deleteDecision, listDecisions, putDecision } from '../store/decisions'
import { getFiling } from '../store/filings'
import type { LibraryContext } from './library-context'
import { commitChange } from './record-changes'

/** A judgement of one suggestion, as the window sends it. */
export type DecisionRequest = Calls['decision.set']['args']

const THINGS = { finding: 'finding', 'forward-looking': 'forward-looking statement' } as const

const labelOf = (request: DecisionRequest): string => {
  if (request.verdict === null) return 'Take back decision'
  return `${request.verdict === 'accepted' ? 'Accept' : 'Reject'} ${THINGS[request.kind]}`
}

/** The decision on the same suggestion: by its node in the present analysis, else by its very words at their place. */
const findSame = (decisions: readonly Decision[], request: DecisionRequest): Decision | undefined => {
  const ofKind = decisions.filter((decision) => decision.kind === request.kind)
  return ofKind.find((decision) => decision.node === request.node) ?? ofKind.find((decision) => decision.node === null
    && decision.range.start === request.range.start && decision.range.end === request.range.end && decision.exact === request.exact)
}

/** Keeps the analyst's judgement of a suggestion beside it, or takes it back where the verdict is null. */
export const setDecision = (library: LibraryContext, request: DecisionRequest): Result<Decision | null> => {
  const { filingId, kind, node, range, exact, verdict, risks } = request
  if (!getFiling(library.db, filingId)) return fail('not-found', 'This filing is no longer in the library.')
  const before = findSame(listDecisions(library.db, filingId), request) ?? null
  if (verdict === null) {
    if (before) {
      commitChange(library, labelOf(request), (record) => {
        deleteDecision(library.db, before.id)
        record.steps.push({ entity: 'decision', entityId: before.id, filingId, before, after: null })
      })
    }
    return ok(null)
  }
  const after: Decision = {
    id: before?.id ?? library.newId(), filingId, kind, node, range, exact, verdict, risks,
    decidedAt: library.clock(), rev: (before?.rev ?? 0) + 1
  }
  commitChange(library, labelOf(request), (record) => {
    putDecision(library.db, after)
    record.steps.push({ entity: 'decision', entityId: after.id, filingId, before, after })
  })
  return ok(after)
}
