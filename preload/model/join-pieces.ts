import type { DocumentContent, DocumentPiece, WireSentence } from '#contract/document-wire'
import type { Sentence } from '#contract/filing'

const withText = (sentence: WireSentence, texts: ReadonlyMap<string, string>): Sentence => {
  if ('text' in sentence) return sentence
  const { slice: [start, length], ...own } = sentence
  return { ...own, text: (texts.get(own.block) ?? '').slice(start, start + length) }
}

/** Puts the pieces of a document together again. */
export const joinPieces = (pieces: readonly DocumentPiece[]): DocumentContent => {
  const blocks = pieces.flatMap((piece) => piece.blocks ?? [])
  const texts = new Map(blocks.map(({ id, text }) => [id, text]))
  return {
    sequence: 0,
    type: null,
    filename: null,
    description: null,
    format: 'text',
    range: { start: 0, end: 0 },
    safeHarbor: null,
    hasFacts: false,
    ...Object.assign({}, ...pieces) as DocumentPiece,
    blocks,
    sentences: pieces.flatMap((piece) => piece.sentences ?? []).map((sentence) => withText(sentence, texts)),
    sections: pieces.flatMap((piece) => piece.sections ?? []),
    hidden: pieces.flatMap((piece) => piece.hidden ?? []),
    findings: pieces.flatMap((piece) => piece.findings ?? []),
    forwardLooking: pieces.flatMap((piece) => piece.forwardLooking ?? []),
    figures: pieces.flatMap((piece) => piece.figures ?? [])
  }
}
