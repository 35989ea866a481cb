import { describe, expect, it } from 'vitest'
import { analyseDocument, openFile, type AnalysisStage } from './analyse'
import { WRAPPED_RELEASE } from './fixtures/releases'
import { TAB_SUBMISSION } from './fixtures/submissions'
import type { TextCodec } from './parse/file/decode'

const decode = (label: string, bytes: Uint8Array): string => new TextDecoder(label, { ignoreBOM: true }).decode(bytes)
const codec: TextCodec = {
  utf8Fatal: (bytes) => decode('utf-8', bytes),
  windows1252: (bytes) => decode('windows-1252', bytes),
  utf16le: (bytes) => decode('utf-16le', bytes),
  utf16be: (bytes) => decode('utf-16be', bytes)
}
const open = (text: string): ReturnType<typeof openFile> => openFile(new TextEncoder().encode(text), codec)

describe('analysing a file', () => {
  it('opens a release as one document and gives its nodes unique ids', () => {
    const opened = open(WRAPPED_RELEASE)
    expect([opened.format, opened.encoding, opened.documents.length]).toEqual(['text', 'utf-8', 1])
    const [entry] = opened.documents
    const document = entry && analyseDocument(opened, entry).document
    const ids = [...document?.blocks ?? [], ...document?.sections ?? [], ...document?.sentences ?? [], ...document?.findings ?? []].map((
      node
    ) => node.id)
    expect(ids.length).toBeGreaterThan(30)
    expect(new Set(ids).size).toBe(ids.length)
    expect(ids.every((id) => id.startsWith('d1'))).toBe(true)
  })

  it('reads each document of a submission by itself, with ids of its own', () => {
    const opened = open(TAB_SUBMISSION)
    const documents = opened.documents.map((entry) => analyseDocument(opened, entry).document)
    expect(documents.map((document) => document.sentences.map((sentence) => sentence.id))).toEqual([['d1s1'], ['d2s1']])
    for (const document of documents)
      for (const sentence of document.sentences) expect(opened.raw.slice(sentence.start, sentence.end)).toBe(sentence.text)
  })

  it('says which document of several a warning is about', () => {
    const page = (type: string, name: string): string =>
      `<DOCUMENT>\n<TYPE>${type}\n<SEQUENCE>2\n<FILENAME>${name}\n<TEXT>\n<HTML><BODY><IMG SRC="page1.jpg"></BODY></HTML>\n</TEXT>\n</DOCUMENT>\n`
    const whole = TAB_SUBMISSION.replace(/<\/(?:SEC|IMS)-DOCUMENT>\s*$/, '')
    const opened = open(`${whole}\n${page('EX-99.3', 'slides.htm')}</SEC-DOCUMENT>\n`)
    const entry = opened.documents.at(-1)
    const [warning] = entry ? analyseDocument(opened, entry).warnings : []
    expect(warning).toMatchObject({ code: 'images-only' })
    expect(warning?.message).toBe(
      `Document ${String(entry?.sequence)}, EX-99.3: The document consists of page images; it has no text to read, search or quote.`
    )
    const alone = open('<HTML><BODY><IMG SRC="page1.jpg"></BODY></HTML>')
    const [only] = alone.documents
    expect(only && analyseDocument(alone, only).warnings[0]?.message).toMatch(/^The document consists/)
  })

  it('tells every stage as it begins, and stops where the listener throws', () => {
    const opened = open(WRAPPED_RELEASE)
    const [entry] = opened.documents
    if (!entry) throw new Error('no document')
    const stages: AnalysisStage[] = []
    analyseDocument(opened, entry, (stage) => stages.push(stage))
    expect(stages).toEqual(['parsing', 'segmenting', 'detecting'])
    expect(() =>
      analyseDocument(opened, entry, (stage) => {
        if (stage === 'segmenting') throw new Error('stopped')
      })
    ).toThrow('stopped')
  })

  it('takes no text from what is none, and says so', () => {
    const opened = open('%PDF-1.7 and more')
    expect([opened.format, opened.encoding, opened.raw, opened.warnings[0]?.code]).toEqual(['pdf', null, '', 'binary-body'])
    const [entry] = opened.documents
    expect(entry && analyseDocument(opened, entry).document.blocks).toEqual([])
  })

  it('warns once of each sort of character a reader cannot see', () => {
    const codes = open('A\u200bB C\u202eD E\u0007F and G\u200bH in one plain sentence.').warnings.map((warning) => warning.code)
    expect(codes.sort()).toEqual(['bidi-controls', 'control-characters', 'hidden-text'])
  })

  it('reads with the encoding the reader chose', () => {
    expect(openFile(new TextEncoder().encode('caf\u00e9 au lait'), codec, 'windows-1252').raw).toBe('caf\u00c3\u00a9 au lait')
  })

  it('takes no sentence from the values of a data document', () => {
    const opened = open(
      '<?xml version="1.0"?>\n<ownershipDocument>\n<issuerName>Northmere Laboratories. It makes gels.</issuerName>\n</ownershipDocument>'
    )
    const [entry] = opened.documents
    const document = entry && analyseDocument(opened, entry).document
    expect([entry?.format, document?.blocks.length, document?.sentences]).toEqual(['xml', 1, []])
  })
})
