import { PDFArray, PDFDict, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import type { PDFDocument, PDFObject } from '@cantoo/pdf-lib'

/** The name of the whole document among its elements. It sorts before those that the engine gives, which count from 1. */
const DOCUMENT_ID = 'node00000000'

const wordsOf = (value: PDFObject | undefined): string | null =>
  value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null

/** Renames an entry of the tree of names, in its leaves and in the limits above them. */
const rename = (node: PDFDict, from: string): void => {
  for (const name of ['Limits', 'Names']) {
    const list = node.lookup(PDFName.of(name))
    if (!(list instanceof PDFArray)) continue
    for (let at = 0; at < list.size(); at += 1) if (wordsOf(list.get(at)) === from) list.set(at, PDFString.of(DOCUMENT_ID))
  }
  const kids = node.lookup(PDFName.of('Kids'))
  if (!(kids instanceof PDFArray)) return
  for (let at = 0; at < kids.size(); at += 1) {
    const kid = kids.lookup(at)
    if (kid instanceof PDFDict) rename(kid, from)
  }
}

/**
 * Gives the element of the whole document a name that is the same in each print: the engine counts it among what it made before the
 * page, which differs from one run to the next. Nothing else refers to that element by its name.
 */
export const levelDocumentId = (pdf: PDFDocument): void => {
  const root = pdf.catalog.lookup(PDFName.of('StructTreeRoot'))
  if (!(root instanceof PDFDict)) return
  const kids = root.lookup(PDFName.of('K'))
  const first = kids instanceof PDFArray ? kids.lookup(0) : kids
  const id = first instanceof PDFDict ? wordsOf(first.get(PDFName.of('ID'))) : null
  if (!(first instanceof PDFDict) || id === null) return
  first.set(PDFName.of('ID'), PDFString.of(DOCUMENT_ID))
  const tree = root.lookup(PDFName.of('IDTree'))
  if (tree instanceof PDFDict) rename(tree, id)
}
