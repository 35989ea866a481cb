import type { Block } from '#contract/filing'
import type { ComparedContent } from './comparable-document'

/** What is compared of a document, on its way to the thread that compares: JSON, so that nobody takes it apart but that thread. */
export interface PackedDocument {
  /** Lists of blocks, each the JSON of some that follow each other. */
  readonly blocks: readonly string[]
  /** Lists of sentences in the same way, each sentence by its place. */
  readonly sentences: readonly string[]
  /** The sections, the safe harbor and the figures. */
  readonly rest: string
}

/** A sentence by its block and where its text stands in that; `text` where it stands there otherwise. */
interface PackedSentence {
  readonly block: string
  readonly start: number
  readonly end: number
  readonly from: number
  readonly length: number
  readonly text: string | null
}

const listOf = <T>(pieces: readonly string[]): T[] =>
  pieces.flatMap((piece) => {
    const members: T[] = JSON.parse(piece)
    return members
  })

/** Packs a document that is at hand; one that lies in the library is packed as it lies there. */
export const packDocument = ({ blocks, sentences, sections, safeHarbor, figures }: ComparedContent): PackedDocument => ({
  blocks: [JSON.stringify(blocks)],
  sentences: [
    JSON.stringify(
      sentences.map(({ block, start, end, text }): PackedSentence => ({ block, start, end, from: 0, length: text.length, text }))
    )
  ],
  rest: JSON.stringify({ sections, safeHarbor, figures })
})

/** Unpacks what is compared of a document. */
export const unpackDocument = (packed: PackedDocument): ComparedContent => {
  const blocks = listOf<Block>(packed.blocks)
  const texts = new Map(blocks.map(({ id, text }) => [id, text]))
  const sentences = listOf<PackedSentence>(packed.sentences).map((
    { block, start, end, from, length, text }
  ): ComparedContent['sentences'][number] => ({ block, start, end, text: text ?? texts.get(block)?.slice(from, from + length) ?? '' }))
  const rest: Pick<ComparedContent, 'sections' | 'safeHarbor' | 'figures'> = JSON.parse(packed.rest)
  return { blocks, sentences, ...rest }
}
