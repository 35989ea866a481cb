import { type DocumentPiece, type FactsPiece } from '#contract/document-wire'
import { joinPieces } from '#model/join-pieces'
import type { Fact } from '#contract/filing'
import type { FilingId } from '#contract/ids'
import type { DocumentContent } from '#contract/library'
import type { Result } from '#contract/result'
import { call } from './client'

const decoder = new TextDecoder()

const parse = <T>(piece: Uint8Array): T => {
  const value: T = JSON.parse(decoder.decode(piece))
  return value
}

/** The content of a document of a filing, made from the pieces that cross the wire. */
export const callDocument = async (filingId: FilingId, sequence: number): Promise<Result<DocumentContent>> => {
  const answer = await call('filing.document', { filingId, sequence })
  return answer.ok ? { ok: true, value: joinPieces(answer.value.map((piece) => parse<DocumentPiece>(piece))) } : answer
}

/** The inline XBRL facts of a document of a filing. */
export const callFacts = async (filingId: FilingId, sequence: number): Promise<Result<readonly Fact[]>> => {
  const answer = await call('filing.facts', { filingId, sequence })
  return answer.ok ? { ok: true, value: answer.value.flatMap((piece) => parse<FactsPiece>(piece).facts) } : answer
}
