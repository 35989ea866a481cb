import type { ComparedDocument, Comparison } from '#contract/comparison'
import type { Result } from '#contract/result'
import { call } from './client'

/** The comparison of two documents, made from the text that crosses the wire. */
export const callComparison = async (left: ComparedDocument, right: ComparedDocument): Promise<Result<Comparison>> => {
  const answer = await call('compare.documents', { left, right })
  if (!answer.ok) return answer
  const value: Comparison = JSON.parse(answer.value)
  return { ok: true, value }
}
