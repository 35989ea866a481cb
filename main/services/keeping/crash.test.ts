import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { getNoteRevision } from '../../store/note-revisions'
import { getNote } from '../../store/notes'
import { createAnalysisInPlace } from '../analysis-thread'
import { bundleEntry, removeBundle } from '../testing/bundled-entry'
import { createServices } from '../create-services'
import { historyReport } from '../integrity/history-check'
import { RELEASE, valueOf } from '../testing/temporary-library'
import { hashOfBody } from '../work/write-note'

interface Acknowledged {
  readonly id: string
  readonly rev: number
  readonly text: string
}

const folder = mkdtempSync(join(tmpdir(), 'redwell-crash-'))
const file = join(folder, 'release.txt')
let program = ''
beforeAll(async () => {
  writeFileSync(file, RELEASE)
  program = await bundleEntry('main/services/testing/write-until-killed.ts')
})
afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
  removeBundle(program)
})

/** Lets the program write and kills it some milliseconds after its first word; what it had acknowledged by then. */
const writeAndKill = (ms: number): Promise<Acknowledged[]> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, join(folder, 'data'), file], { stdio: ['ignore', 'pipe', 'pipe'] })
    let heard = ''
    let complaint = ''
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString()
    })
    child.stdout.on('data', (chunk: Buffer) => {
      if (heard === '') setTimeout(() => child.kill('SIGKILL'), ms)
      heard += chunk.toString()
    })
    child.on('exit', (code, signal) => {
      if (signal !== 'SIGKILL') reject(new Error(`ended with ${String(code)}: ${complaint}`))
      // The last line may be cut by the kill: it was not heard, so it was not acknowledged.
      resolve(heard.split('\n').slice(0, -1).map((line) => JSON.parse(line) as Acknowledged))
    })
  })

it('killed twenty times while notes are written, no acknowledged word is lost and no note is half', async () => {
  const acknowledged: Acknowledged[] = []
  for (let round = 0; round < 20; round += 1) acknowledged.push(...await writeAndKill((round * 37) % 180))
  const services = valueOf(
    createServices({ dataFolder: join(folder, 'data'), analysis: createAnalysisInPlace(), samplePath: file, appVersion: '0',
      runtimeVersion: '0' })
  )
  const { db } = services.library
  expect(acknowledged.length).toBeGreaterThan(60)
  for (const { id, rev, text } of acknowledged) {
    expect(getNoteRevision(db, id, rev)?.text).toBe(text)
    expect(getNote(db, id)?.rev).toBeGreaterThanOrEqual(rev)
  }
  const bodies = db.prepare<[], { body: string; sha256: string }>('SELECT body, sha256 FROM note').all()
  expect(bodies.filter(({ body, sha256 }) => hashOfBody(body) !== sha256)).toEqual([])
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
  db.exec("INSERT INTO note_search (note_search, rank) VALUES ('integrity-check', 1)")
  // Each act has its lines in the sealed log, and one that a kill cut off is named in it.
  const report = valueOf(await historyReport(services.library, null))
  expect(report.trouble).toBeNull()
  expect(report.head?.n).toBeGreaterThan(acknowledged.length)
  await services.close()
}, 120_000)
