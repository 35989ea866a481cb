import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFRef, PDFString } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import { commentPdf } from './comment-pdf'
import { markAddress } from './pdf-comments'
import type { PdfComment } from './pdf-comments'

const AS_OF = '2026-03-02T08:30:05.000Z'

/** A link of a page: its rectangle, and the marks it stands for. */
type Piece = readonly [rect: readonly [number, number, number, number], numbers: readonly number[]]

/** A tagged file with these links on its pages, each link the only child of an element of its own, as a printer of pages writes it. */
const printed = async (pages: readonly (readonly Piece[])[]): Promise<Uint8Array> => {
  const pdf = await PDFDocument.create({ updateMetadata: false })
  pdf.setTitle('Results')
  const { context } = pdf
  const root = context.obj({ Type: 'StructTreeRoot', ParentTreeNextKey: pages.length })
  const rootRef = context.register(root)
  const elements: PDFRef[] = []
  for (const pieces of pages) {
    const page = pdf.addPage([612, 792])
    for (const [rect, numbers] of pieces) {
      const action = context.obj({ Type: 'Action', S: 'URI', URI: PDFString.of(markAddress(numbers)) })
      const link = context.register(context.obj({ Type: 'Annot', Subtype: 'Link', F: 4, Rect: [...rect], A: action }))
      page.node.addAnnot(link)
      elements.push(context.register(
        context.obj({ Type: 'StructElem', S: 'NonStruct', P: rootRef, K: [{ Type: 'OBJR', Obj: link, Pg: page.ref }] })
      ))
    }
    page.node.addAnnot(context.register(
      context.obj({ Type: 'Annot', Subtype: 'Link', Rect: [1, 1, 2, 2], Dest: 'note-1' })
    ))
  }
  root.set(PDFName.of('K'), context.obj(elements))
  root.set(PDFName.of('ParentTree'),
    context.register(context.obj({ Nums: pages.flatMap((_page, at) => [PDFNumber.of(at), context.obj([])]) })))
  pdf.catalog.set(PDFName.of('StructTreeRoot'), rootRef)
  return pdf.save({ useObjectStreams: false })
}

const comment = (number: number, more: Partial<PdfComment> = {}): PdfComment => ({ number, kind: 'highlight', token: `RW-${String(number)}`,
  author: 'Ana Lyst', createdAt: '2026-03-01T10:00:00.000Z', modifiedAt: '2026-03-01T11:00:00.000Z', contents: `Note ${String(number)}`,
  subject: 'Efficacy', colour: [1, 0.5, 0], replies: [], closed: false, ...more })

const text = (value: unknown): unknown =>
  value instanceof PDFString || value instanceof PDFHexString ?
    value.decodeText()
    : value instanceof PDFName ?
    value.asString().slice(1)
    : value instanceof PDFNumber ?
    value.asNumber()
    : value instanceof PDFArray ?
    value.asArray().map(text)
    : value instanceof PDFRef ?
    value.tag
    : value

/** The annotations of each page, as plain values. */
const read = async (bytes: Uint8Array) => {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false })
  const pages = pdf.getPages().map((page) =>
    (page.node.Annots()?.asArray() ?? []).map((ref) => {
      const dict = pdf.context.lookup(ref, PDFDict)
      return { ref: String(ref), ...Object.fromEntries(dict.entries().map(([key, value]) => [key.asString().slice(1), text(value)])) } as
        & Record<string, unknown>
        & { ref: string }
    })
  )
  return { pdf, pages, kinds: pages.map((page) => page.map(({ Subtype }) => Subtype)) }
}

const made = async (pages: readonly (readonly Piece[])[], comments: readonly PdfComment[]) => {
  const finished = await commentPdf(await printed(pages), { asOf: AS_OF, comments })
  if ('refused' in finished) throw new Error(finished.refused)
  return { bytes: finished.pdf, ...await read(finished.pdf) }
}

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

describe('the links of a printed page', () => {
  it('tells how many comments are made, to the last, in a bounded number of steps', async () => {
    const told: (readonly [number, number])[] = []
    const many = Array.from({ length: 250 }, (_, at) => at + 1)
    const from = await printed([many.map((number) => [[50, 700, 90, 712], [number]])])
    await commentPdf(from, { asOf: AS_OF, comments: many.map((number) => comment(number)) }, (done, total) => told.push([done, total]))
    expect(told.at(-1)).toEqual([250, 250])
    expect(told.every(([done], at) => done > (told[at - 1]?.[0] ?? 0))).toBe(true)
    expect(told.length).toBeGreaterThan(50)
    expect(told.length).toBeLessThanOrEqual(100)
  })

  it('become one highlight over the lines of a mark, with author, words, tag, colour and times', async () => {
    const { pages: [page = []], bytes } = await made([[[[100, 700, 200, 712], [1]], [[200, 700, 300, 712], [1]], [[50, 684, 120, 696], [
      1
    ]]]], [comment(1, { contents: 'Ask “why” – 日本' })])
    const [mark] = page.filter(({ Subtype }) => Subtype === 'Highlight')
    expect(mark).toMatchObject({ T: 'Ana Lyst', Contents: 'Ask “why” – 日本', Subj: 'Efficacy', NM: 'RW-1', F: 4, C: [1, 0.5, 0],
      CreationDate: 'D:20260301100000Z', M: 'D:20260301110000Z', Rect: [50, 684, 300, 712],
      QuadPoints: [100, 712, 300, 712, 100, 700, 300, 700, 50, 696, 120, 696, 50, 684, 120, 684] })
    expect(page.map(({ Subtype }) => Subtype)).toEqual(['Highlight', 'Link', 'Popup'])
    expect(latin(bytes)).not.toContain('redwell.invalid')
  })

  it('become two highlights where the mark runs over two pages, its thread on the first', async () => {
    const reply = { ...comment(1), token: 'RW-R', author: 'Ben', contents: 'Because.' }
    const { pages: [first = [], second = []] } = await made([[[[50, 60, 300, 72], [1]]], [[[50, 700, 100, 712], [1]], [[50, 684, 90, 696], [
      1
    ]]]], [comment(1, { replies: [reply], closed: true })])
    expect(first.map(({ Subtype }) => Subtype)).toEqual(['Highlight', 'Link', 'Popup', 'Text', 'Text'])
    expect(second.map(({ Subtype }) => Subtype)).toEqual(['Highlight', 'Link'])
    expect(second[0]).toMatchObject({ NM: 'RW-1-2', Contents: '(continued)' })
    expect((second[0]?.['QuadPoints'] as number[]).length).toBe(16)
    const [, , , answer, state] = first
    expect(answer).toMatchObject({ T: 'Ben', Contents: 'Because.', IRT: first[0]?.ref, NM: 'RW-R' })
    expect(state).toMatchObject({ StateModel: 'Review', State: 'Completed', IRT: first[0]?.ref })
  })

  it('become a highlight of each mark where two lie over the same words', async () => {
    const { pages: [page = []] } = await made([[[[50, 700, 100, 712], [1]], [[100, 700, 150, 712], [1, 2]], [[150, 700, 200, 712], [2, 3]],
      [[150, 600, 200, 612], [4, 5]]]], [1, 2, 3, 4, 5].map((number) => comment(number)))
    const boxes = page.filter(({ Subtype }) => Subtype === 'Highlight').map(({ NM, Rect }) => [NM, Rect])
    expect(boxes.toSorted()).toEqual([['RW-1', [50, 700, 150, 712]], ['RW-2', [100, 700, 200, 712]], ['RW-3', [150, 700, 200, 712]], [
      'RW-4',
      [150, 600, 200, 612]
    ], ['RW-5', [150, 600, 200, 612]]])
  })

  it('stay apart where they are cells beside each other', async () => {
    const { pages: [page = []] } = await made([[[[50, 700, 100, 712], [1]], [[200, 700, 250, 712], [1]]]], [comment(1)])
    expect((page[0]?.['QuadPoints'] as number[]).length).toBe(16)
  })

  it('become sheets in the margin for what is about no words, each in its place', async () => {
    const { pages: [page = []] } = await made([[[[50, 700, 300, 730], [1, 2]]]], [comment(1, { kind: 'note' }),
      comment(2, { kind: 'note' })])
    const sheets = page.filter(({ Subtype }) => Subtype === 'Text').map(({ Rect }) => Rect as number[])
    expect(sheets).toHaveLength(2)
    expect(sheets.every(([left = 0]) => left > 558)).toBe(true)
    expect((sheets[0]?.[1] ?? 0) >= (sheets[1]?.[3] ?? 0)).toBe(true)
  })

  it('keep the file tagged: each comment has its element, and no element speaks of a link that is gone', async () => {
    const { pdf, pages } = await made([[[[50, 700, 100, 712], [1, 2]], [[50, 680, 100, 692], [1]]]], [comment(1), comment(2)])
    const root = pdf.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict)
    const numbers = root.lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray).asArray()
    for (const mark of pages.flat().filter(({ Subtype }) => Subtype === 'Highlight')) {
      const at = numbers.findIndex((one, index) => index % 2 === 0 && one instanceof PDFNumber && one.asNumber() === mark['StructParent'])
      const element = pdf.context.lookup(numbers[at + 1], PDFDict)
      expect(element.get(PDFName.of('S'))).toBe(PDFName.of('Annot'))
      const objects = element.lookup(PDFName.of('K'), PDFArray).asArray().map((_kid, kid) =>
        String(element.lookup(PDFName.of('K'), PDFArray).lookup(kid, PDFDict).get(PDFName.of('Obj')))
      )
      expect(objects).toContain(mark.ref)
    }
    const elements = root.lookup(PDFName.of('K'), PDFArray)
    for (let at = 0; at < elements.size(); at += 1) {
      const kids = elements.lookup(at, PDFDict).lookup(PDFName.of('K'), PDFArray)
      for (let kid = 0; kid < kids.size(); kid += 1)
        expect(pdf.context.lookup(kids.lookup(kid, PDFDict).get(PDFName.of('Obj')))).toBeInstanceOf(PDFDict)
    }
    expect(root.lookup(PDFName.of('ParentTreeNextKey'), PDFNumber).asNumber()).toBe(3)
  })

  it('give the same bytes each time, dated by the work and not by the clock', async () => {
    const from = await printed([[[[50, 700, 100, 712], [1]]]])
    const [one, two] = await Promise.all([1, 2].map(() => commentPdf(from, { asOf: AS_OF, comments: [comment(1)] })))
    expect(one).toEqual(two)
    expect(one && 'pdf' in one ? latin(one.pdf) : '').toContain('/CreationDate (D:20260302083005Z)')
  })

  it('name a mark whose words are on no page, and one that nobody asked for', async () => {
    const from = await printed([[[[50, 700, 100, 712], [1]]]])
    expect(await commentPdf(from, { asOf: AS_OF, comments: [comment(1), comment(7)] })).toEqual({
      refused: 'The words of mark 7 were not found on any page.'
    })
    expect(await commentPdf(await printed([[[[50, 700, 50, 712], [1]]]]), { asOf: AS_OF, comments: [comment(1)] })).toHaveProperty(
      'refused'
    )
  })

  it('give each line of contents on the cover the number of its page, and other pages none', async () => {
    const pdf = await PDFDocument.load(await printed([[], [], []]), { updateMetadata: false })
    const { context } = pdf
    pdf.catalog.set(PDFName.of('Dests'), context.obj({ 'note-1': [pdf.getPages()[2]?.ref ?? null, 'XYZ', 0, 0, 0] }))
    const finished = await commentPdf(await pdf.save({ useObjectStreams: false }), { asOf: AS_OF, comments: [] })
    const drawn = 'pdf' in finished ? [...latin(finished.pdf).matchAll(/\((\d+)\) Tj/g)].map(([, number]) => number) : []
    expect(drawn).toEqual(['3'])
  })
})
