import { readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import { describe, expect, it } from 'vitest'
import { analyseDocument, openFile } from '../domain/analyse'
import { RESULTS_RELEASE, WRAPPED_RELEASE } from '../domain/fixtures/releases'
import { MAILED_SUBMISSION, TAB_SUBMISSION, TAGGED_SUBMISSION } from '../domain/fixtures/submissions'
import { codec } from '../worker/codec'
import { printedDocument, printedSubmission } from './inspect-json'

const schema: object = JSON.parse(readFileSync(`${import.meta.dirname}/../../resources/inspect.schema.json`, 'utf8'))
const validate = new Ajv({ strict: false }).compile(schema)

/** What `inspect` prints for a file, read back. */
const inspected = (bytes: Uint8Array): { documents: { blocks: object[] }[] } => {
  const opened = openFile(bytes, codec)
  const analysed = opened.documents.map((entry) => analyseDocument(opened, entry))
  return JSON.parse(JSON.stringify({
    schema: 1,
    file: { name: 'x.txt', bytes: bytes.length, sha256: '0'.repeat(64), encoding: opened.encoding, format: opened.format },
    submission: printedSubmission(opened.submission),
    documents: analysed.map((each) => printedDocument(each.document)),
    warnings: [...opened.warnings, ...analysed.flatMap((each) => each.warnings)]
  }))
}

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('the inspect format', () => {
  it.each([
    ['a wrapped release', bytesOf(WRAPPED_RELEASE)],
    ['a results release', bytesOf(RESULTS_RELEASE)],
    ['a submission', bytesOf(TAB_SUBMISSION)],
    ['a tagged submission', bytesOf(TAGGED_SUBMISSION)],
    ['a mailed submission', bytesOf(MAILED_SUBMISSION)],
    ['a cut submission', bytesOf(TAB_SUBMISSION.slice(0, 900))],
    ['HTML', bytesOf(
      '<html><body><p>One <b>plain</b> sentence of words.</p><table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table></body></html>'
    )],
    ['a PDF', bytesOf('%PDF-1.7\nx')],
    ['blanks', bytesOf(' \n ')]
  ])('holds for %s', (_, bytes) => {
    const printed = inspected(bytes)
    expect(validate(printed), JSON.stringify(validate.errors)).toBe(true)
  })

  it('leaves out what only the reader needs', () => {
    const [block] = inspected(bytesOf(WRAPPED_RELEASE)).documents[0]?.blocks ?? []
    expect(block).not.toHaveProperty('map')
    expect(block).toMatchObject({ id: 'd1b1', kind: 'exhibit-tag', text: 'EXHIBIT 99.2' })
  })

  it('is not met by a block without a kind', () => {
    const printed = inspected(bytesOf(WRAPPED_RELEASE))
    const broken = { ...printed, documents: printed.documents.map((document) => ({ ...document, blocks: [{ id: 'd1b1' }] })) }
    expect(validate(broken)).toBe(false)
  })
})
