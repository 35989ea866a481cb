import { PDFArray, PDFDict, PDFName, PDFRef } from '@cantoo/pdf-lib'
import type { PDFDocument, PDFPage } from '@cantoo/pdf-lib'
import { annotationsOf, boxOf } from './mark-links'

/** Type of the numbers, in points, and the breadth of a digit in it: Helvetica's digits are all alike, 556 thousandths. */
const TYPE = { size: 9.5, digit: 0.556 } as const

const FONT = 'ContentsNumber'

/** How far the foot of a number stands above the lower edge of its line's link, in points. */
const RISE = 6.6

const pageOf = (pdf: PDFDocument, name: unknown): number => {
  const places = pdf.catalog.lookup(PDFName.of('Dests'))
  const place = places instanceof PDFDict && name instanceof PDFName ? places.lookup(name) : undefined
  const page = place instanceof PDFArray ? place.get(0) : undefined
  return page instanceof PDFRef ? pdf.getPages().findIndex(({ ref }) => ref.tag === page.tag) : -1
}

const addFont = (pdf: PDFDocument, page: PDFPage): void => {
  const font = pdf.context.obj({ Type: 'Font', Subtype: 'Type1', BaseFont: 'Helvetica', Encoding: 'WinAnsiEncoding' })
  page.node.setFontDictionary(PDFName.of(FONT), pdf.context.register(font))
}

/** Writes the number of its page at the end of each line of contents on the cover: the engine does not know it while it lays the page out. */
export const numberContents = (pdf: PDFDocument): void => {
  const cover = pdf.getPages()[0]
  const drawn = (cover && annotationsOf(cover)?.asArray() || []).flatMap((ref) => {
    const link = pdf.context.lookup(ref)
    const box = link instanceof PDFDict ? boxOf(link) : null
    const page = link instanceof PDFDict ? pageOf(pdf, link.get(PDFName.of('Dest'))) : -1
    if (page < 0 || box === null) return []
    const words = String(page + 1)
    const left = box.right - words.length * TYPE.size * TYPE.digit
    return [`BT /${FONT} ${String(TYPE.size)} Tf ${left.toFixed(2)} ${(box.bottom + RISE).toFixed(2)} Td (${words}) Tj ET`]
  })
  if (!cover || drawn.length === 0) return
  addFont(pdf, cover)
  const { context } = pdf
  // What the engine left of its own state ends before ours.
  cover.node.wrapContentStreams(context.register(context.stream('q\n')), context.register(context.stream('\nQ\n')))
  cover.node.addContentStream(context.register(context.stream(`/Artifact BMC q 0.08 0.09 0.11 rg\n${drawn.join('\n')}\nQ EMC\n`)))
}
