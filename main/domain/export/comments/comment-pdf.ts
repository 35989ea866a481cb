import { ParseSpeeds, PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib'
import type { PDFPage, PDFRef } from '@cantoo/pdf-lib'
import { closedDict, highlightDict, pdfDate, popupDict, replyDict, sheetDict } from './annotation-dicts'
import { levelDocumentId } from './document-id'
import { boxAround, lineBoxes } from './line-boxes'
import type { Box } from './line-boxes'
import { annotationsOf, findMarkLinks, hasMarkAddress } from './mark-links'
import type { MarkLink } from './mark-links'
import { numberContents } from './number-contents'
import type { PdfComment, PdfComments, PdfReply } from './pdf-comments'
import { taggedTree } from './tagged-tree'
import type { TaggedTree } from './tagged-tree'

/** The finished file, or why there is none. */
export type CommentedPdf = { readonly pdf: Uint8Array } | { readonly refused: string }

type OnComment = (done: number, total: number) => void

/** The side of a sheet's sign, and how far it stands from the edge of the paper, in points: in the margin, beside the text. */
const SHEET = { side: 18, edge: 12 } as const

/** The window a comment is read in, in points. */
const POPUP = { width: 180, height: 100 } as const

/** One file while its links become comments. */
interface Work {
  readonly pdf: PDFDocument
  readonly pages: readonly PDFPage[]
  readonly tree: TaggedTree
  readonly multiply: PDFRef
  /** Links whose object a comment has taken. */
  readonly taken: Set<string>
  /** How many sheets stand on each page already beside each line. */
  readonly sheets: Map<string, number>
}

const add = ({ pdf }: Work, page: PDFPage, dict: PDFDict): PDFRef => {
  const ref = pdf.context.register(dict)
  page.node.addAnnot(ref)
  return ref
}

/** Puts a comment in the place of the first link to its words that is free; where another mark has it, beside that. */
const put = (work: Work, page: PDFPage, links: readonly MarkLink[], dict: PDFDict): PDFRef | null => {
  const first = links[0]
  if (!first) return null
  const free = links.find(({ ref }) => !work.taken.has(ref.tag))
  if (free) {
    work.taken.add(free.ref.tag)
    work.pdf.context.assign(free.ref, dict)
  }
  const ref = free?.ref ?? add(work, page, dict)
  work.tree.adopt(ref, dict, free?.ref ?? first.ref)
  return ref
}

const withThread = (work: Work, page: PDFPage, about: PDFRef, said: PdfReply, box: Box): void => {
  const { context } = work.pdf
  for (const reply of said.replies) {
    withThread(work, page, add(work, page, replyDict(context, reply, about, box, page.ref)), reply, box)
  }
  if (said.closed) add(work, page, closedDict(context, said, about, box, page.ref))
}

/** Gives an annotation its window and what was answered. */
const open = (work: Work, page: PDFPage, ref: PDFRef, comment: PdfComment, box: Box): void => {
  const { context } = work.pdf
  const { width } = page.getSize()
  const window = { left: width - POPUP.width, right: width, bottom: Math.max(0, box.top - POPUP.height),
    top: Math.max(POPUP.height, box.top) }
  context.lookup(ref, PDFDict).set(PDFName.of('Popup'), add(work, page, popupDict(context, ref, window, page.ref)))
  withThread(work, page, ref, comment, box)
}

const sheetBox = (work: Work, page: PDFPage, at: number, beside: Box): Box => {
  const line = `${String(at)} ${String(Math.round(beside.top))}`
  const before = work.sheets.get(line) ?? 0
  work.sheets.set(line, before + 1)
  const right = page.getSize().width - SHEET.edge
  const top = beside.top - before * (SHEET.side + 2)
  return { left: right - SHEET.side, right, bottom: top - SHEET.side, top }
}

const byPage = (links: readonly MarkLink[]): ReadonlyMap<number, readonly MarkLink[]> => {
  const pages = new Map<number, MarkLink[]>()
  for (const link of links) {
    const group = pages.get(link.page)
    if (group) group.push(link)
    else pages.set(link.page, [link])
  }
  return pages
}

/** Writes one comment; answers whether it has a place. An answer must stand on the page of what it answers, so a mark over two pages is two. */
const write = (work: Work, comment: PdfComment, links: readonly MarkLink[]): boolean => {
  let part = 0
  for (const [at, onPage] of byPage(links)) {
    const page = work.pages[at]
    const lines = lineBoxes(onPage.map(({ box }) => box))
    const around = boxAround(lines)
    if (!page || !around) continue
    part += 1
    if (comment.kind === 'note' && part > 1) break
    const box = comment.kind === 'note' ? sheetBox(work, page, at, around) : around
    const dict = comment.kind === 'note'
      ? sheetDict(work.pdf.context, comment, box, page.ref)
      : highlightDict(work.pdf.context, comment, { around, lines }, page.ref, work.multiply, part)
    const ref = put(work, page, onPage, dict)
    if (ref && part === 1) open(work, page, ref, comment, box)
  }
  return part > 0
}

/** How often the making of the comments is told, at most: a bar has no more steps that an eye could see. */
const TOLD = 100

/** Writes all comments; answers the number of the first that has no place, or null. */
const writeAll = (work: Work, comments: readonly PdfComment[], links: readonly MarkLink[], onComment: OnComment): number | null => {
  const linksOf = new Map<number, MarkLink[]>()
  for (const link of links) {
    for (const number of link.numbers) {
      const group = linksOf.get(number)
      if (group) group.push(link)
      else linksOf.set(number, [link])
    }
  }
  const step = Math.ceil(comments.length / TOLD)
  for (const [at, comment] of comments.entries()) {
    if (!write(work, comment, linksOf.get(comment.number) ?? [])) return comment.number
    if ((at + 1) % step === 0 || at + 1 === comments.length) onComment(at + 1, comments.length)
  }
  return null
}

const dropLinks = ({ pdf, pages, taken, tree }: Work, links: readonly MarkLink[]): void => {
  const gone = new Map(links.filter(({ ref }) => !taken.has(ref.tag)).map((link) => [link.ref.tag, link]))
  for (const { ref } of gone.values()) {
    tree.forget(ref)
    pdf.context.delete(ref)
  }
  for (const page of new Set([...links].map((link) => pages[link.page]))) {
    const annotations = page && annotationsOf(page)
    if (!page || !annotations) continue
    for (let at = annotations.size() - 1; at >= 0; at -= 1) if (gone.has(String(annotations.get(at)))) annotations.remove(at)
    page.node.set(PDFName.of('Tabs'), PDFName.of('S'))
  }
}

const setDates = (pdf: PDFDocument, asOf: string): void => {
  const info = pdf.context.lookup(pdf.context.trailerInfo.Info)
  if (!(info instanceof PDFDict)) return
  info.set(PDFName.of('CreationDate'), pdfDate(asOf))
  info.set(PDFName.of('ModDate'), pdfDate(asOf))
}

/**
 * Turns the links that a printed page has in the place of each mark into comments that every viewer lists: the engine that lays the
 * page out tells by them where the words of a mark stand, line by line. Refuses with a reason where a comment would have no place or a
 * link would be left. The lines of contents on its cover get the numbers of their pages. The same bytes for the same print.
 * `onComment` is told, in some steps, how many comments were made of how many.
 */
export const commentPdf = async (printed: Uint8Array, { asOf, comments }: PdfComments,
  onComment: OnComment = () => undefined): Promise<CommentedPdf> => {
  const pdf = await PDFDocument.load(printed, { updateMetadata: false, parseSpeed: ParseSpeeds.Fastest })
  const links = findMarkLinks(pdf)
  const work: Work = { pdf, pages: pdf.getPages(), tree: taggedTree(pdf),
    multiply: pdf.context.register(pdf.context.obj({ Type: 'ExtGState', BM: 'Multiply' })), taken: new Set(), sheets: new Map() }
  const lost = writeAll(work, comments, links, onComment)
  if (lost !== null) return { refused: `The words of mark ${String(lost)} were not found on any page.` }
  dropLinks(work, links)
  work.tree.close()
  numberContents(pdf)
  levelDocumentId(pdf)
  setDates(pdf, asOf)
  if (hasMarkAddress(pdf)) return { refused: 'A link to a mark was left over.' }
  return {
    pdf: await pdf.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false, objectsPerTick: Infinity })
  }
}
