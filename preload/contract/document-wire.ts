import type { Fact, FilingDocument, Sentence } from './filing'

/** The parsed content of one document, as the reader draws it. Its inline XBRL facts are thousands, and are asked for by themselves. */
export interface DocumentContent extends Omit<FilingDocument, 'facts'> {
  /** Whether `filing.facts` has any. */
  readonly hasFacts: boolean
}

/**
 * A sentence on the wire: `slice` says where its words stand in the shown text of its block (start and length in UTF-16 code units);
 * `text` holds them where they stand nowhere in one piece.
 */
export type WireSentence =
  & Omit<Sentence, 'text'>
  & ({ readonly text: string } | { readonly slice: readonly [start: number, length: number] })

/**
 * Some members of a document as they cross the wire: each piece is one JSON object in UTF-8, small enough to be taken apart by itself.
 * Lists that several pieces hold follow each other; blocks come before the sentences in them.
 */
export type DocumentPiece = Partial<Omit<DocumentContent, 'sentences'> & { readonly sentences: readonly WireSentence[] }>

/** As `DocumentPiece`, for the facts of a document. */
export interface FactsPiece {
  readonly facts: readonly Fact[]
}
