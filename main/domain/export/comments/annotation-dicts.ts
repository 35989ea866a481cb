import { PDFHexString, PDFString } from '@cantoo/pdf-lib'
import type { PDFContext, PDFDict, PDFRef } from '@cantoo/pdf-lib'
import { carefulText } from '../careful-text'
import type { Box } from './line-boxes'
import type { PdfComment, PdfReply } from './pdf-comments'

/** Printed with the page. */
const PRINTED = 4

/** Printed, hidden, neither zoomed nor turned: what belongs to a thread is shown in its list and not on the page. */
const IN_THREAD = 30

/** A text of the file, in any language, in which nothing reorders or hides its neighbours. */
export const pdfText = (text: string): PDFHexString => PDFHexString.fromText(carefulText(text))

/** A time as PDF writes it (PDF 1.7, 7.9.4), in UTC. */
export const pdfDate = (iso: string): PDFString => PDFString.of(`D:${iso.slice(0, 19).replaceAll(/\D/g, '')}Z`)

const rectOf = ({ left, bottom, right, top }: Box): readonly number[] => [left, bottom, right, top]

const figure = (value: number): string => String(Math.round(value * 1000) / 1000)

/** Top left, top right, bottom left, bottom right: the order that viewers expect, which is not the one the standard draws. */
const quadsOf = (lines: readonly Box[]): number[] =>
  lines.flatMap(({ left, bottom, right, top }) => [left, top, right, top, left, bottom, right, bottom])

const saidOf = ({ author, createdAt, modifiedAt, token }: PdfReply): Record<string, PDFHexString | PDFString> => ({ T: pdfText(author),
  CreationDate: pdfDate(createdAt), M: pdfDate(modifiedAt), NM: PDFString.of(token) })

/** What a highlight looks like: its lines filled with its colour, under which the words stay as dark as they are. */
const appearance = (context: PDFContext, around: Box, lines: readonly Box[], colour: readonly number[], multiply: PDFRef): PDFRef => {
  const fills = lines.map(({ left, bottom, right, top }) =>
    `${figure(left)} ${figure(bottom)} ${figure(right - left)} ${figure(top - bottom)} re`
  )
  const drawn = `/Multiply gs\n${colour.map(figure).join(' ')} rg\n${fills.join('\n')}\nf\n`
  return context.register(
    context.stream(drawn, { Type: 'XObject', Subtype: 'Form', BBox: [...rectOf(around)], Resources: { ExtGState: { Multiply: multiply } } })
  )
}

/** A highlight over the lines of one page. `part` counts the pages of its mark from 1: what is not the first goes on from the page before. */
export const highlightDict = (context: PDFContext, comment: PdfComment, place: { readonly around: Box; readonly lines: readonly Box[] },
  page: PDFRef, multiply: PDFRef, part: number): PDFDict => {
  const { around, lines } = place
  const words = part > 1 ? '(continued)' : comment.contents
  return context.obj({
    Type: 'Annot',
    Subtype: 'Highlight',
    P: page,
    F: PRINTED,
    Rect: [...rectOf(around)],
    QuadPoints: quadsOf(lines),
    C: [...comment.colour],
    ...saidOf(part > 1 ? { ...comment, token: `${comment.token}-${String(part)}` } : comment),
    ...(words === '' ? {} : { Contents: pdfText(words) }),
    ...(comment.subject === null ? {} : { Subj: pdfText(comment.subject) }),
    AP: { N: appearance(context, around, lines, comment.colour, multiply) }
  })
}

/** A comment that lies over no words: a sheet beside its line. */
export const sheetDict = (context: PDFContext, comment: PdfComment, box: Box, page: PDFRef): PDFDict =>
  context.obj({
    Type: 'Annot',
    Subtype: 'Text',
    Name: 'Note',
    Open: false,
    P: page,
    F: PRINTED,
    Rect: [...rectOf(box)],
    C: [...comment.colour],
    ...saidOf(comment),
    Contents: pdfText(comment.contents),
    ...(comment.subject === null ? {} : { Subj: pdfText(comment.subject) })
  })

/** The window in which a comment is read, beside the page. */
export const popupDict = (context: PDFContext, parent: PDFRef, box: Box, page: PDFRef): PDFDict =>
  context.obj({ Type: 'Annot', Subtype: 'Popup', Parent: parent, P: page, Open: false, Rect: [...rectOf(box)] })

/** An answer in the thread of another annotation of the same page. */
export const replyDict = (context: PDFContext, reply: PdfReply, answered: PDFRef, box: Box, page: PDFRef): PDFDict =>
  context.obj({ Type: 'Annot', Subtype: 'Text', Name: 'Comment', Open: false, P: page, F: IN_THREAD, Rect: [...rectOf(box)], IRT: answered,
    RT: 'R', ...saidOf(reply), Contents: pdfText(reply.contents) })

/** That a question was closed, as a state in its thread. */
export const closedDict = (context: PDFContext, said: PdfReply, about: PDFRef, box: Box, page: PDFRef): PDFDict =>
  context.obj({ Type: 'Annot', Subtype: 'Text', Name: 'Note', Open: false, P: page, F: IN_THREAD, Rect: [...rectOf(box)], IRT: about,
    ...saidOf({ ...said, createdAt: said.modifiedAt, token: `${said.token}-closed` }), StateModel: PDFString.of('Review'),
    State: PDFString.of('Completed'), Contents: pdfText(`Completed set by ${said.author}`) })
