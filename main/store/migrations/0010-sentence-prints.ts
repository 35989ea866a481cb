import type { WritableDb } from '../handles'

/**
 * The prints of the sentences of a document, in their order: 53 bits of the hash of each sentence's folded words, as 8-byte
 * little-endian floats. They stand in one value for each document: a library of thousands of filings has tens of millions of them,
 * and an index of single ones would weigh more than the text.
 */
export const sentencePrints = (db: WritableDb): void => {
  db.exec(`
    CREATE TABLE sentence_print (
      document_key INTEGER PRIMARY KEY REFERENCES document (key) ON DELETE CASCADE,
      version INTEGER NOT NULL,
      prints BLOB NOT NULL
    ) STRICT;
  `)
}
