import type { FilingId } from '#contract/ids'
import type { DocumentContent } from '#contract/library'
import type { Result } from '#contract/result'
import { call } from './client'

/** The content of a document of a filing, made from the text that crosses the wire. */
export const callDocument = async (filingId: FilingId, sequence: number): Promise<Result<DocumentContent>> => {
  const answer = await call('filing.document', { filingId, sequence })
  if (!answer.ok) return answer
  const value: DocumentContent = JSON.parse(answer.value)
  return { ok: true, value }
}
