import { type DocumentPiece, type FactsPiece } from '#contract/document-wire'
import { createPieceJoiner } from '#model/join-pieces'
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

/** How long pieces are taken apart at one go, in ms: a long document takes seconds, and the window answers meanwhile. */
const HOLD_MS = 24

/** Resolves once everything else that waits had its turn; a timer would wait longer, and much longer in a window that nobody sees. */
const letOthers = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => resolve()
    port2.postMessage(null)
  })

/** Takes pieces apart one by one, in their order; the window has its turns between them. */
const eachPiece = async <T>(pieces: readonly Uint8Array[], take: (piece: T) => void): Promise<void> => {
  let from = performance.now()
  for (const piece of pieces) {
    take(parse<T>(piece))
    if (performance.now() - from < HOLD_MS) continue
    await letOthers()
    from = performance.now()
  }
}

/** The content of a document of a filing, made from the pieces that cross the wire. */
export const callDocument = async (filingId: FilingId, sequence: number): Promise<Result<DocumentContent>> => {
  const answer = await call('filing.document', { filingId, sequence })
  if (!answer.ok) return answer
  const joiner = createPieceJoiner()
  await eachPiece<DocumentPiece>(answer.value, joiner.add)
  return { ok: true, value: joiner.done() }
}

/** The inline XBRL facts of a document of a filing. */
export const callFacts = async (filingId: FilingId, sequence: number): Promise<Result<readonly Fact[]>> => {
  const answer = await call('filing.facts', { filingId, sequence })
  if (!answer.ok) return answer
  const facts: Fact[] = []
  await eachPiece<FactsPiece>(answer.value, (piece) => {
    for (const fact of piece.facts) facts.push(fact)
  })
  return { ok: true, value: facts }
}
