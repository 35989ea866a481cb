import type { WritableDb } from '../handles'

/**
 * The print of each sentence: 53 bits of the hash of its words, folded, so that the same sentence is found in other filings
 * without its text. A hit is compared word by word before it is shown.
 */
export const sentencePrints = (db: WritableDb): void => {
  db.exec(`
    CREATE TABLE sentence_print (
      print INTEGER NOT NULL,
      document_key INTEGER NOT NULL REFERENCES document (key) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      PRIMARY KEY (print, document_key, ordinal)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX sentence_print_by_document ON sentence_print (document_key, ordinal);
  `)
}
