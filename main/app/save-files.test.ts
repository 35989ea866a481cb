import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ok } from '#contract/result'
import { saveFiles } from './save-files'
import type { FilesToSave, SavedFile } from './save-files'
import { writeWhole } from './write-whole'

const FILES: readonly SavedFile[] = [{ path: 'notes.csv', bytes: Buffer.from('a,b') }, { path: 'more/notes.csv',
  bytes: Buffer.from('c,d') }]
const OLD = '.redwell-00000000-0000-4000-8000-000000000001.part'
const FRESH = '.redwell-00000000-0000-4000-8000-000000000002.part'

describe('saveFiles', () => {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'redwell-files-'))
    for (const name of [OLD, FRESH, 'own.part']) {
      mkdirSync(join(folder, name, 'more'), { recursive: true })
      writeFileSync(join(folder, name, 'more', 'notes.csv'), 'half')
    }
    for (const name of [OLD, 'own.part']) utimesSync(join(folder, name), 1_000_000, 1_000_000)
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  const intoFolder = (): FilesToSave => ({ path: join(folder, 'out'), title: 'Export', suggestedName: 'out', kind: null,
    filesFor: () => Promise.resolve(ok(FILES)) })

  it('writes a folder whole, and removes the folder that an end of the program left half written', async () => {
    expect(await saveFiles(intoFolder(), () => Promise.resolve(null))).toMatchObject({ ok: true, value: { files: 2, bytes: 6 } })
    expect(readFileSync(join(folder, 'out', 'more', 'notes.csv'), 'utf8')).toBe('c,d')
    expect(readdirSync(folder).sort()).toEqual([FRESH, 'out', 'own.part'])
  })

  it('removes a folder that was left half written when a single file is written beside it', async () => {
    expect(await writeWhole(join(folder, 'out.csv'), Buffer.from('a'), false)).toMatchObject({ ok: true })
    expect(readdirSync(folder).sort()).toEqual([FRESH, 'out.csv', 'own.part'])
  })
})
