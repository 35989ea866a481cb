import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { unzipSync, strFromU8 } from 'fflate'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { WrittenFormat } from '#contract/exchange'
import { readXml } from '../../domain/exchange/package/read-xml'
import { durableIdOf, tokenWords } from '../../domain/exchange/word/word-comments'
import type { WorkDocument, WorkFiling, WorkReply } from '../../domain/exchange/work-document'
import { carefulText } from '../../domain/export/careful-text'
import { gatherWork } from '../../services/exchange/gather-work'
import { WRITERS } from '../../services/exchange/writers'
import { makeThrowAway } from './throw-away'
import { TRAPS } from './traps'

const HAS_OFFICE = spawnSync('soffice', ['--version']).status === 0

const folder = mkdtempSync(join(tmpdir(), 'redwell-written-'))
let work: WorkDocument
beforeAll(async () => {
  const { services, filingId, remove } = await makeThrowAway(TRAPS, 0)
  work = gatherWork(services.library.db, { filingIds: [filingId], suggestions: 'none' }, { appVersion: '1', history: false, bytesOf: null })
  await remove()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const filing = (): WorkFiling => {
  const [one] = work.filings
  if (!one) throw new Error('no filing')
  return one
}

const written = async (format: WrittenFormat, of: WorkDocument = work, wholeText = false): Promise<string | Uint8Array> => {
  const [file] = await (await WRITERS[format]())(of, { wholeText }, () => undefined)
  return file?.content ?? ''
}

const parts = async (of: WorkDocument = work): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(Object.entries(unzipSync(await written('docx', of) as Uint8Array)).map(([path, bytes]) => [path, strFromU8(bytes)]))

it('shows where the sealed history stood, in Word, the spreadsheet and the JSON', async () => {
  const head = work.history
  if (!head) throw new Error('nothing is sealed')
  const whole = `${String(head.n)}-${head.hash}`
  const word = await parts()
  const foot = Object.entries(word).filter(([path]) => path.startsWith('word/footer')).map(([, xml]) => xml).join('')
  expect(foot).toContain(`History ${whole}`)
  expect(word['docProps/custom.xml']).toContain(whole)
  const sheet = Object.values(unzipSync(await written('xlsx') as Uint8Array)).map((bytes) => strFromU8(bytes)).join('')
  expect(sheet).toContain(whole)
  expect(sheet).toContain(`${String(head.n)} · ${head.hash.slice(0, 4)} `)
  expect(JSON.parse(String(await written('json')))).toMatchObject({ history: head })
})

const squeezed = (text: string): string => text.replace(/\s+/g, '')
const stream = (): string => filing().texts.map(({ stream: { text } }) => text).join('\n')

/** The words of a body, and the number of each comment where it begins and ends. */
const wordsOf = (xml: string): { text: string; ranges: ReadonlyMap<string, string> } => {
  let text = ''
  let inText = false
  const begun = new Map<string, number>()
  const ranges = new Map<string, string>()
  const fault = readXml(xml, {
    open: ({ name, attribute }) => {
      inText = name === 't'
      if (name === 'commentRangeStart') begun.set(attribute('id') ?? '', text.length)
      if (name === 'commentRangeEnd') ranges.set(attribute('id') ?? '', text.slice(begun.get(attribute('id') ?? '')))
      if (name === 'br' || name === 'tab') text += ' '
    },
    close: ({ name }) => {
      inText = false
      if (name === 'p') text += '\n'
    },
    text: (words) => {
      if (inText) text += words
    }
  })
  expect(fault).toBeNull()
  return { text, ranges }
}

const withReplies = (): WorkDocument => {
  const [note, ...notes] = filing().notes
  if (!note) throw new Error('no note')
  const reply: WorkReply = { id: 'r1', author: 'nn', body: '', text: 'Because the company says so.', madeAt: '2026-02-01T10:00:00.000Z',
    foreign: [] }
  return { ...work, people: [...work.people, { id: 'nn', name: 'N. Nolan', me: false, libraryId: null }],
    filings: [{ ...filing(), notes: [{ ...note, replies: [reply, { ...reply, id: 'r2', text: 'And again.' }] }, ...notes] }] }
}

describe('a filing as a Word file', () => {
  it('comes out equal twice', async () => expect(await written('docx')).toEqual(await written('docx')))

  it('holds well-formed parts, each named among the types', async () => {
    const all = await parts()
    for (const [path, xml] of Object.entries(all))
      expect(readXml(xml, { open: () => undefined, close: () => undefined, text: () => undefined }), path).toBeNull()
    for (const name of ['comments', 'commentsExtended', 'commentsIds', 'commentsExtensible', 'people']) {
      expect(all['[Content_Types].xml']).toContain(`PartName="/word/${name}.xml"`)
      expect(all['word/_rels/document.xml.rels']).toContain(`Target="${name}.xml"`)
    }
    expect(Object.values(all).join('')).not.toContain('TargetMode="External"')
  })

  it('says all of the text, controls by name', async () => {
    const { text } = wordsOf((await parts())['word/document.xml'] ?? '')
    expect(squeezed(text)).toContain(squeezed(carefulText(stream())))
  })

  it('has each note as a comment on exactly its words, a closed question resolved though nobody replied', async () => {
    const all = await parts()
    const { ranges } = wordsOf(all['word/document.xml'] ?? '')
    const { notes, marks } = filing()
    expect(ranges.size).toBe(notes.length)
    notes.forEach((note, at) => {
      const { target } = note
      const mark = target.kind === 'annotation' ? marks.find(({ id }) => id === target.annotationId) : undefined
      if (mark) expect(squeezed(ranges.get(String(at)) ?? '')).toBe(squeezed(carefulText(mark.passage?.exact ?? '')))
    })
    expect(all['word/commentsExtended.xml']?.match(/w15:done="1"/g)).toHaveLength(1)
    expect(all['word/comments.xml']).toContain('w:author="O\'Neil, &quot;Bo&quot;"')
    expect(all['word/comments.xml']).toContain(tokenWords(notes[0]?.token ?? ''))
    expect(all['word/commentsIds.xml']).toContain(`w16cid:durableId="${durableIdOf(notes[0]?.token ?? '')}"`)
    expect(all['word/commentsExtensible.xml']).toContain(`w16cex:dateUtc="${(notes[0]?.createdAt ?? '').replace(/\.\d+Z/, 'Z')}"`)
  })

  it('has replies as one level under their note, with marks of their own in the order Word writes', async () => {
    const all = await parts(withReplies())
    const order = [...(all['word/document.xml'] ?? '').matchAll(/<w:comment(RangeStart|RangeEnd|Reference) w:id="([012])"\/>/g)].map((
      [, kind, id]
    ) => `${kind ?? ''}${id ?? ''}`)
    expect(order).toEqual(['RangeStart0', 'RangeStart1', 'RangeStart2', 'RangeEnd0', 'Reference0', 'RangeEnd1', 'Reference1', 'RangeEnd2',
      'Reference2'])
    const threads = [...(all['word/commentsExtended.xml'] ?? '').matchAll(/paraId="(\w+)"(?: w15:paraIdParent="(\w+)")?/g)].map((
      [, id, parent]
    ) => [id, parent])
    expect(threads.slice(0, 4)).toEqual([['10000000', undefined], ['10000001', '10000000'], ['10000002', '10000000'], ['10000003',
      undefined]])
    expect(all['word/people.xml']).toContain('w15:author="N. Nolan"')
  })

  it.skipIf(!HAS_OFFICE)('is read by LibreOffice with all its words and comments (skipped where soffice is missing)', async () => {
    const path = join(folder, 'a.docx')
    writeFileSync(path, await written('docx'))
    const convert = (to: string): void => {
      execFileSync('soffice', [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', to, '--outdir',
        join(folder, 'out'), path], { stdio: 'ignore' })
    }
    convert('txt:Text (encoded):UTF8')
    expect(squeezed(readFileSync(join(folder, 'out', 'a.txt'), 'utf8'))).toContain(squeezed(carefulText(stream())))
    convert('docx')
    const back = unzipSync(new Uint8Array(readFileSync(join(folder, 'out', 'a.docx'))))
    const comments = strFromU8(back['word/comments.xml'] ?? new Uint8Array())
    for (const { token } of filing().notes) expect(comments).toContain(tokenWords(token))
    expect(wordsOf(strFromU8(back['word/document.xml'] ?? new Uint8Array())).ranges.size).toBe(filing().notes.length)
  })
})

describe('a filing as a page', () => {
  const pageText = (html: string): string =>
    html.replace(/<sup>.*?<\/sup>/g, '').replace(/<[^>]*>/g, ' ').replace(/&#39;/g, "'").replaceAll('&lt;', '<').replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"').replaceAll('&amp;', '&')

  it('says the words of the stream and nothing else, without script or outside address', async () => {
    const html = await written('html') as string
    const main = /<main>(.*)<\/main>/s.exec(html)?.[1] ?? ''
    expect(squeezed(pageText(main))).toBe(squeezed(carefulText(stream())))
    expect(html).not.toMatch(/<script|<link|<img|src=|https?:|@import|url\(|style="/i)
    expect(html).toMatch(/default-src 'none'; style-src 'sha256-[A-Za-z0-9+/=]{44}'/)
  })

  it('leads from each number to its note and back', async () => {
    const html = await written('html') as string
    for (const [, id] of html.matchAll(/href="#([^"]+)"/g)) expect(html).toContain(`id="${id ?? ''}"`)
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })
})

describe('a filing as Markdown', () => {
  it('begins with quoted front matter, and has each mark with its note and the sign by which it is known', async () => {
    const text = await written('markdown') as string
    expect(text).toMatch(/^---\ntitle: "/)
    expect(text).toContain('\nquestions_open: 3\n')
    for (const { token } of filing().notes) expect(text).toContain(`\n^rw-${token}\n`)
    expect(text).toContain('> improvement of 63\\%')
    expect(text).toContain('#Key-claim')
  })

  it('has the whole text where it is asked for', async () => {
    const text = await written('markdown', work, true) as string
    const plain = text.slice(text.indexOf('## Text')).replace(/\[\[#\^rw-\w+\|\*\]\]|==/g, '').replace(/\\(.)/g, '$1').replace(
      /^#+ .*Text$|^#+ /gm,
      ''
    )
    expect(squeezed(plain)).toContain(squeezed(carefulText(stream())).slice(0, 200))
  })
})
