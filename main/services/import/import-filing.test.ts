import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, openSync, closeSync, ftruncateSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FailureCode } from '#contract/result'
import { listFilings } from '../../store/filings'
import { all } from '../../store/sql'
import { createAnalysisInPlace } from '../analysis-thread'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'

let library: TemporaryLibrary
beforeEach(() => {
  library = createTemporaryLibrary()
})
afterEach(async () => {
  await library.remove()
})

const expectNothingKept = (): void => {
  expect(all(library.services.library.db, 'SELECT id FROM filing')).toEqual([])
  expect(all(library.services.library.db, 'SELECT key FROM block')).toEqual([])
  expect(readdirSync(join(library.folder, 'data', 'sources'))).toEqual([])
}

const expectFailure = async (path: string, code: FailureCode): Promise<void> => {
  const outcome = await library.services.importer.importFile(path)
  expect(outcome).toMatchObject({ ok: false, failure: { code, file: path } })
  if (!outcome.ok) {
    expect(outcome.failure.message).toMatch(/^[A-Z].*\.$/)
    if (code !== 'analysis-cancelled') expect(outcome.failure.remedy).toMatch(/\.$/)
  }
  expectNothingKept()
}

describe('an import', () => {
  it('keeps bytes, text and first document, and shows the filing in the list', async () => {
    const filingId = await library.add('release.txt', RELEASE)
    const [filing, ...others] = listFilings(library.services.library.db, false)
    expect(others).toEqual([])
    expect(filing).toMatchObject({ id: filingId, fileName: 'release.txt', exhibit: 'EX-99.1', format: 'text', bytes: RELEASE.length,
      documents: 1, annotations: 0, notes: 0 })
    expect(filing?.title).toContain('HARROW RIDGE')
    expect(readdirSync(join(library.folder, 'data', 'sources'))).toEqual([filing?.sha256])
    const opened = valueOf(library.services.reader.open(filingId))
    expect(opened.documents).toMatchObject([{ sequence: opened.current, parsed: true }])
    const document = valueOf(await library.services.reader.document(filingId, opened.current))
    expect(document.blocks.map((block) => block.text).join(' ')).toContain('The primary endpoint was met with p=0.0096.')
    expect(document.sentences.length).toBeGreaterThan(4)
    expect(valueOf(await library.services.reader.source(filingId, { start: 0, end: 12 }))).toBe('EXHIBIT 99.1')
  })

  it('reads back exactly what was analysed', async () => {
    const path = library.write('release.txt', RELEASE)
    const answer = valueOf(await createAnalysisInPlace().run({ job: 'x', path, encoding: null, sequence: 'first' }, () => undefined))
    const { filingId } = valueOf(await library.services.importer.importFile(path))
    const read = valueOf(await library.services.reader.document(filingId, answer.document?.sequence ?? 0))
    expect(read).toEqual(answer.document)
  })

  it('says that the same bytes are there, under any name, and takes them out of the trash', async () => {
    const filingId = await library.add('release.txt', RELEASE)
    valueOf(library.services.reader.trash(filingId))
    expect(listFilings(library.services.library.db, false)).toEqual([])
    const again = valueOf(await library.services.importer.importFile(library.write('copy.txt', RELEASE)))
    expect(again).toMatchObject({ filingId, already: true })
    expect(listFilings(library.services.library.db, false)).toHaveLength(1)
  })

  it('imports the same file once where it is asked for twice at the same time', async () => {
    const path = library.write('release.txt', RELEASE)
    const outcomes = await Promise.all([library.services.importer.importFile(path), library.services.importer.importFile(path)])
    // Either may be the first to be read.
    expect(outcomes.map((outcome) => outcome.ok && outcome.value.already).sort()).toEqual([false, true])
  })

  it('tells its stages in order', async () => {
    await library.add('release.txt', RELEASE)
    const stages = library.events.filter(({ name }) => name === 'work.progress').map(({ payload }) => (payload as { stage: string }).stage)
    expect(stages).toEqual(['reading', 'decoding', 'parsing', 'segmenting', 'detecting', 'storing'])
  })

  it('survives the loss of the original file', async () => {
    const filingId = await library.add('release.txt', RELEASE)
    library = await library.reopen()
    expect(valueOf(await library.services.reader.source(filingId, { start: 0, end: 7 }))).toBe('EXHIBIT')
  })
})

it('in the middle of an import, a library closes without a trace of it', async () => {
  const path = library.write('release.txt', RELEASE.repeat(200))
  const outcomes = [library.services.importer.importFile(path), library.services.importer.importFile(library.write('other.txt', RELEASE))]
  await new Promise((resolve) => setImmediate(resolve))
  library = await library.reopen()
  expect((await Promise.all(outcomes)).map((outcome) => !outcome.ok && outcome.failure.code)).toEqual(['analysis-cancelled',
    'analysis-cancelled'])
  expectNothingKept()
})

it('that is stopped when all is read but nothing analysed yet is never analysed', async () => {
  await library.remove()
  const stages: string[] = []
  library = createTemporaryLibrary({
    emit: (name, payload) => {
      if (name !== 'work.progress' || !('job' in payload)) return
      stages.push(payload.stage)
      if (payload.stage === 'reading' && payload.done === payload.total) library.services.importer.cancel(payload.job)
    }
  })
  await expectFailure(library.write('release.txt', RELEASE), 'analysis-cancelled')
  expect(stages).toEqual(['reading'])
})

it('that is stopped while it is stored leaves nothing, or nothing that any list shows where the program ends', async () => {
  await library.remove()
  const text = `${RELEASE}${'Words of a long release follow here, and then more.\n\n'.repeat(20_000)}`
  let atStoring = (_job: string): void => undefined
  library = createTemporaryLibrary({
    emit: (name, payload) => {
      if (name === 'work.progress' && 'job' in payload && payload.stage === 'storing') setTimeout(() => atStoring(payload.job), 30)
    }
  })
  atStoring = (job) => library.services.importer.cancel(job)
  await expectFailure(library.write('release.txt', text), 'analysis-cancelled')
  let reopened: Promise<TemporaryLibrary> = Promise.resolve(library)
  atStoring = () => {
    reopened = library.reopen()
  }
  expect(await library.services.importer.importFile(library.write('release.txt', text))).toMatchObject({ ok: false,
    failure: { code: 'analysis-cancelled' } })
  library = await reopened
  expect(listFilings(library.services.library.db, false)).toEqual([])
  expect(readdirSync(join(library.folder, 'data', 'sources'))).toEqual([])
  atStoring = () => undefined
  expect(valueOf(await library.services.importer.importFile(library.write('release.txt', text)))).toMatchObject({ already: false })
}, 60_000)

it('runs beside others, each with its own outcome, and keeps every one', async () => {
  const paths = Array.from({ length: 9 },
    (_, n) => library.write(`${String(n)}.txt`, n % 4 === 3 ? '' : `${RELEASE}\nNumber ${String(n)}.\n`))
  const outcomes = await Promise.all(paths.map((path) => library.services.importer.importFile(path)))
  expect(outcomes.map((outcome) => outcome.ok ? outcome.value.path : outcome.failure.file)).toEqual(paths)
  expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true, false, true, true, true, false, true])
  expect(listFilings(library.services.library.db, false).map(({ fileName }) => fileName).sort()).toEqual(['0.txt', '1.txt', '2.txt',
    '4.txt', '5.txt', '6.txt', '8.txt'])
})

describe('an import that cannot be', () => {
  it('says that the file is missing', () => expectFailure(join(library.folder, 'nothing.txt'), 'file-missing'))
  it('says that it is a folder', () => {
    mkdirSync(join(library.folder, 'folder'))
    return expectFailure(join(library.folder, 'folder'), 'file-is-folder')
  })
  it('says that it is empty', () => expectFailure(library.write('empty.txt', ''), 'file-empty'))
  it('says that it is a pipe', () => {
    const path = join(library.folder, 'pipe')
    execFileSync('mkfifo', [path])
    return expectFailure(path, 'file-not-regular')
  })
  it('says that it is a device behind a link', () => {
    const path = join(library.folder, 'link')
    symlinkSync('/dev/zero', path)
    return expectFailure(path, 'file-not-regular')
  })
  it('says that it is too large before reading a byte', () => {
    const path = join(library.folder, 'large.txt')
    const descriptor = openSync(path, 'w')
    ftruncateSync(descriptor, 200 * 1024 * 1024 + 1)
    closeSync(descriptor)
    return expectFailure(path, 'file-too-large')
  })
  it('says that it may not be read', async () => {
    const path = process.getuid?.() === 0 ? '/proc/self/mem' : library.write('secret.txt', 'x')
    if (process.getuid?.() !== 0) chmodSync(path, 0)
    const outcome = await library.services.importer.importFile(path)
    expect(outcome.ok).toBe(false)
    if (!outcome.ok) expect(['file-unreadable', 'file-empty']).toContain(outcome.failure.code)
    expectNothingKept()
  })
  it.each([
    ['a picture', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex')],
    ['a PDF', Buffer.from('%PDF-1.4\n%âãÏÓ\n1 0 obj\n', 'latin1')],
    ['a page of the archive', Buffer.from(
      '<html><head><title>EDGAR Filing Documents for 0000900001-23-002051</title></head><body><p>5 documents</p></body></html>'
    )],
    ['a program', Buffer.concat([Buffer.from('7f454c46', 'hex'), Buffer.alloc(4000, 3)])]
  ])('says that %s is not a filing', (_name, bytes) => expectFailure(library.write('file.txt', bytes), 'not-a-filing'))
  it('says that the analysis failed, and leaves nothing', async () => {
    await library.remove()
    const broken = { ...createAnalysisInPlace(),
      run: () =>
        Promise.resolve({ ok: false as const, failure: { code: 'analysis-failed' as const, message: 'Broke.', remedy: 'Report it.' } }) }
    library = createTemporaryLibrary({ analysis: broken })
    await expectFailure(library.write('release.txt', RELEASE), 'analysis-failed')
  })
  it('says that it was cancelled, and leaves nothing', async () => {
    await library.remove()
    library = createTemporaryLibrary({ emit: (name, payload) => {
      if (name === 'work.progress' && 'job' in payload) library.services.importer.cancel(payload.job)
    } })
    await expectFailure(library.write('release.txt', RELEASE), 'analysis-cancelled')
  })
  it('says that the disk is full, and leaves nothing', async () => {
    const path = library.write('release.txt', `${RELEASE}${'Words of a long release follow here.\n\n'.repeat(20_000)}`)
    const pages = Number(library.services.library.db.pragma('page_count', { simple: true }))
    library.services.library.db.pragma(`max_page_count = ${String(pages + 4)}`)
    await expectFailure(path, 'disk-full')
    library.services.library.db.pragma('max_page_count = 1000000')
    expect(valueOf(await library.services.importer.importFile(path))).toMatchObject({ already: false })
  })
  const unreadied = async (journalled: boolean): Promise<void> => {
    await library.add('release.txt', RELEASE)
    library.services.library.db.exec('UPDATE filing SET ready = 0')
    if (!journalled) {
      const name = readdirSync(join(library.folder, 'data')).find((one) => one.startsWith('journal-')) ?? ''
      writeFileSync(join(library.folder, 'data', name), '')
    }
    library.write(join('data', 'sources', 'abc.part'), 'half')
    library = await library.reopen()
  }
  it('removes at the next start what a crash left behind', async () => {
    await unreadied(false)
    expect(readdirSync(join(library.folder, 'data', 'sources'))).toEqual([])
    expect(all(library.services.library.db, 'SELECT id FROM filing')).toEqual([])
    expect(all(library.services.library.db, 'SELECT rowid FROM block_search')).toEqual([])
    expect(all(library.services.library.db, 'SELECT node FROM sentence')).toEqual([])
    expect(library.logged).toContain('removed 1 imports that were cut off')
  })
  it('ends at the next start what a crash cut off after its line was in the journal', async () => {
    await unreadied(true)
    const [filing] = listFilings(library.services.library.db, false)
    expect(filing?.fileName).toBe('release.txt')
    expect(readdirSync(join(library.folder, 'data', 'sources'))).toEqual([filing?.sha256])
    expect(valueOf(await library.services.reader.document(filing?.id ?? '', 1)).blocks.length).toBeGreaterThan(4)
  })
})
