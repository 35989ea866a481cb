import { Buffer } from 'node:buffer'
import { rmSync } from 'node:fs'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { uuencoded } from '../../domain/parse/embedded/uuencoded-fixture'
import { getFiling } from '../../store/filings'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'

const PNG = new Uint8Array(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64')
)
const PDF = new TextEncoder().encode('%PDF-1.4\nwords\n%%EOF\n')

const documentOf = (sequence: number, type: string, name: string, text: string): string =>
  `<DOCUMENT>\n<TYPE>${type}\n<SEQUENCE>${String(sequence)}\n<FILENAME>${name}\n<TEXT>\n${text}</TEXT>\n</DOCUMENT>\n`

const SUBMISSION = `<SEC-DOCUMENT>0000000001-07-000009.txt : 20070303
<SEC-HEADER>0000000001-07-000009.hdr.sgml : 20070303
ACCESSION NUMBER:\t\t0000000001-07-000009
CONFORMED SUBMISSION TYPE:\t8-K
</SEC-HEADER>
${documentOf(1, 'EX-99.1', 'release.txt', RELEASE)}${documentOf(2, 'GRAPHIC', 'chart.png', uuencoded('chart.png', PNG))}${
  documentOf(3, 'GRAPHIC', 'evil.jpg', uuencoded('evil.jpg', new TextEncoder().encode('<svg onload="x()"></svg>')))
}${documentOf(4, 'EX-99.2', 'deck.pdf', `<PDF>\n${uuencoded('deck.pdf', PDF)}</PDF>\n`)}</SEC-DOCUMENT>
`

let library: TemporaryLibrary
let filingId: string
beforeEach(async () => {
  library = createTemporaryLibrary()
  filingId = await library.add('0000000001-07-000009.txt', SUBMISSION)
})
afterEach(async () => {
  await library.remove()
})

it('lists the files that stand encoded in a submission, and opens those that can be used', async () => {
  const { embedded } = library.services
  expect(valueOf(await embedded.list(filingId)).map(({ sequence, name, media, problem }) => [sequence, name, media, problem])).toEqual([
    [2, 'chart.png', 'image/png', null],
    [3, 'evil.jpg', null, 'unknown'],
    [4, 'deck.pdf', 'application/pdf', null]
  ])
  const [picture, again, pdf] = await Promise.all([embedded.open(filingId, 2), embedded.open(filingId, 2), embedded.open(filingId, 4)])
  expect([...valueOf(picture).bytes]).toEqual([...PNG])
  expect(valueOf(again)).toEqual(valueOf(picture))
  expect(new TextDecoder().decode(valueOf(pdf).bytes)).toBe('%PDF-1.4\nwords\n%%EOF\n')
  expect(valueOf(await embedded.pictures(filingId, 1000)).map(({ file }) => file.name)).toEqual(['chart.png'])
  expect(valueOf(await embedded.pictures(filingId, 10))).toEqual([])
})

it('refuses what is no picture, no encoded document, or no filing', async () => {
  const { embedded } = library.services
  for (const [id, sequence] of [[filingId, 1], [filingId, 3], [filingId, 9], ['nobody', 1]] as const)
    expect(await embedded.open(id, sequence)).toMatchObject({ ok: false, failure: { code: 'not-found' } })
})

it('says that the kept file is gone', async () => {
  const filing = getFiling(library.services.library.db, filingId)
  rmSync(library.services.library.sources.pathOf(filing?.sha256 ?? ''))
  expect(await library.services.embedded.open(filingId, 2)).toMatchObject({ ok: false, failure: { code: 'source-damaged' } })
})
