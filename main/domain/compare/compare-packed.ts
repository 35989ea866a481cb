import { comparableDocument } from './comparable-document'
import { compareDocuments } from './compare-documents'
import type { OnCompared } from './compare-documents'
import { unpackDocument } from './packed-document'
import type { PackedDocument } from './packed-document'

/** Compares two packed documents; the answer is a `Comparison` as JSON. */
export const comparePacked = (left: PackedDocument, right: PackedDocument, onCompared?: OnCompared): string =>
  JSON.stringify(compareDocuments(comparableDocument(unpackDocument(left)), comparableDocument(unpackDocument(right)), onCompared))
