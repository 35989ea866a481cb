import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { countPages, writePdf } from './write-pdf'
import { checkTarget } from './write-whole'

const PDF = Buffer.from('%PDF-1.4\n<</Type /Pages\n/Count 2>>\n<</Type /Page\n>>\n<</Type /Page\n>>\n', 'latin1')

describe('writePdf', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'redwell-pdf-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  it('writes the whole file, counts its pages and leaves no draft', async () => {
    const path = join(folder, 'out.pdf')
    expect(await writePdf(path, PDF, false)).toEqual({ ok: true, value: { path, bytes: PDF.length, pages: 2 } })
    expect(readFileSync(path)).toEqual(PDF)
    expect(readdirSync(folder)).toEqual(['out.pdf'])
  })

  it('replaces nothing unless it was told to', async () => {
    const path = join(folder, 'out.pdf')
    writeFileSync(path, 'kept')
    expect(await checkTarget(path, false)).toMatchObject({ ok: false, failure: { code: 'export-exists' } })
    expect(await writePdf(path, PDF, false)).toMatchObject({ ok: false, failure: { code: 'export-exists' } })
    expect(readFileSync(path, 'utf8')).toBe('kept')
    expect(await writePdf(path, PDF, true)).toMatchObject({ ok: true })
    expect(readFileSync(path)).toEqual(PDF)
    expect(readdirSync(folder)).toEqual(['out.pdf'])
  })

  it('removes what an end of the program left of an earlier one, and nothing that is still written or not its own', async () => {
    const drafts = ['.redwell-00000000-0000-4000-8000-000000000001.part', '.redwell-00000000-0000-4000-8000-000000000002.part', 'own.part']
    for (const name of drafts) writeFileSync(join(folder, name), 'half')
    for (const name of [drafts[0] ?? '', 'own.part']) utimesSync(join(folder, name), 1_000_000, 1_000_000)
    await writePdf(join(folder, 'out.pdf'), PDF, false)
    expect(readdirSync(folder).sort()).toEqual([drafts[1], 'out.pdf', 'own.part'])
  })

  it('says what is wrong with the place', async () => {
    expect(await checkTarget(join(folder, 'missing', 'out.pdf'), false)).toMatchObject({ ok: false, failure: { code: 'write-failed' } })
    mkdirSync(join(folder, 'taken.pdf'))
    expect(await writePdf(join(folder, 'taken.pdf'), PDF, true)).toMatchObject({ ok: false })
    expect(readdirSync(folder)).toEqual(['taken.pdf'])
    expect(existsSync(join(folder, 'missing'))).toBe(false)
  })
})

describe('countPages', () => {
  it('counts pages and not the tree above them', () => {
    expect(countPages(PDF)).toBe(2)
    expect(countPages(Buffer.from('no pages'))).toBe(0)
  })
})
