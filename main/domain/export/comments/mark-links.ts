import { PDFArray, PDFDict, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from '@cantoo/pdf-lib'
import type { PDFDocument, PDFPage } from '@cantoo/pdf-lib'
import type { Box } from './line-boxes'
import { marksOfAddress } from './pdf-comments'

/** One link of the printed page that stands for a piece of one or more marks. */
export interface MarkLink {
  readonly ref: PDFRef
  /** The page, counted from 0. */
  readonly page: number
  readonly box: Box
  readonly numbers: readonly number[]
}

/** The annotations of a page; undefined where it has none. */
export const annotationsOf = (page: PDFPage): PDFArray | undefined => page.node.lookupMaybe(PDFName.of('Annots'), PDFArray)

const addressOf = (annotation: PDFDict): string | null => {
  const action = annotation.lookup(PDFName.of('A'))
  const address = action instanceof PDFDict ? action.lookup(PDFName.of('URI')) : undefined
  return address instanceof PDFString || address instanceof PDFHexString ? address.decodeText() : null
}

/** The rectangle of an annotation; null where it names none. */
export const boxOf = (annotation: PDFDict): Box | null => {
  const sides = annotation.lookup(PDFName.of('Rect'))
  if (!(sides instanceof PDFArray)) return null
  const [a, b, c, d] = sides.asArray().map((side) => (side instanceof PDFNumber ? side.asNumber() : NaN))
  if (a === undefined || b === undefined || c === undefined || d === undefined || [a, b, c, d].some(Number.isNaN)) return null
  return { left: Math.min(a, c), bottom: Math.min(b, d), right: Math.max(a, c), top: Math.max(b, d) }
}

/** The links to marks, page by page in the order of the words. */
export const findMarkLinks = (pdf: PDFDocument): readonly MarkLink[] =>
  pdf.getPages().flatMap((page, at) =>
    (annotationsOf(page)?.asArray() ?? []).flatMap((ref): MarkLink[] => {
      const annotation = pdf.context.lookup(ref)
      if (!(ref instanceof PDFRef) || !(annotation instanceof PDFDict)) return []
      const numbers = marksOfAddress(addressOf(annotation) ?? '')
      const box = boxOf(annotation)
      return numbers === null || box === null ? [] : [{ ref, page: at, box, numbers }]
    })
  )

/** Whether anything of the file still leads to a mark's address. */
export const hasMarkAddress = (pdf: PDFDocument): boolean =>
  pdf.context.enumerateIndirectObjects().some(([, object]) => object instanceof PDFDict && marksOfAddress(addressOf(object) ?? '') !== null)
