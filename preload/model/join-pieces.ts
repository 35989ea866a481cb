import type { DocumentContent, DocumentPiece, WireSentence } from '#contract/document-wire'
import type { FigureMention } from '#contract/figure'
import type { Block, Section, Sentence } from '#contract/filing'
import type { Finding, ForwardLooking } from '#contract/finding'
import type { TextRange } from '#contract/range'

const withText = (sentence: WireSentence, texts: ReadonlyMap<string, string>): Sentence => {
  if ('text' in sentence) return sentence
  const { slice: [start, length], ...own } = sentence
  return { ...own, text: (texts.get(own.block) ?? '').slice(start, start + length) }
}

/** Takes the pieces of a document one after the other, and puts them together again. */
export interface PieceJoiner {
  readonly add: (piece: DocumentPiece) => void
  /** The document, once all of its pieces were added. */
  readonly done: () => DocumentContent
}

const addTo = <T>(list: T[], members: readonly T[] | undefined): void => {
  for (const member of members ?? []) list.push(member)
}

/** A joiner for one document. */
export const createPieceJoiner = (): PieceJoiner => {
  const texts = new Map<string, string>()
  let head: DocumentPiece = {}
  const blocks: Block[] = []
  const sentences: Sentence[] = []
  const lists = { sections: [] as Section[], hidden: [] as TextRange[], findings: [] as Finding[], forwardLooking: [] as ForwardLooking[],
    figures: [] as FigureMention[] }
  return {
    add: (piece) => {
      for (const block of piece.blocks ?? []) {
        texts.set(block.id, block.text)
        blocks.push(block)
      }
      for (const sentence of piece.sentences ?? []) sentences.push(withText(sentence, texts))
      addTo(lists.sections, piece.sections)
      addTo(lists.hidden, piece.hidden)
      addTo(lists.findings, piece.findings)
      addTo(lists.forwardLooking, piece.forwardLooking)
      addTo(lists.figures, piece.figures)
      head = { ...head, ...piece }
    },
    done: () => ({ sequence: 0, type: null, filename: null, description: null, format: 'text', range: { start: 0, end: 0 },
      safeHarbor: null, hasFacts: false, ...head, blocks, sentences, ...lists })
  }
}

/** Puts the pieces of a document together again. */
export const joinPieces = (pieces: readonly DocumentPiece[]): DocumentContent => {
  const joiner = createPieceJoiner()
  for (const piece of pieces) joiner.add(piece)
  return joiner.done()
}
