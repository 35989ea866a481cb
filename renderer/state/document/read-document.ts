import type { FilingId } from '#contract/ids'
import type { DocumentContent } from '#contract/library'
import type { Result } from '#contract/result'
import { callDocument } from '../../bridge/document'
import { cutForDrawing } from './drawn-pieces'
import { shownContent } from './table-view'

/** The content of a document of a filing, its long blocks cut into pieces that can be drawn. */
export const readDocument = async (filingId: FilingId, sequence: number): Promise<Result<DocumentContent>> => {
  const answer = await callDocument(filingId, sequence)
  return answer.ok ? { ok: true, value: shownContent({ ...answer.value, blocks: cutForDrawing(answer.value.blocks) }) } : answer
}
