import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { listFilings } from '../../store/filings'
import { addAnnotation } from '../work/annotate'
import { createAnalysisInPlace } from '../analysis-thread'
import { createServices, rebuildServices } from '../create-services'
import { setDecision } from '../work/decide'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import { addNote, saveNote } from '../work/write-note'

it('a library whose database is destroyed is made anew, with every filing, highlight, decision and note', async () => {
  const library = createTemporaryLibrary()
  const { library: context } = library.services
  const filingId = await library.add('release.txt', RELEASE)
  const trashed = await library.add('trashed.txt', `${RELEASE}More.`)
  const lost = await library.add('lost.txt', `${RELEASE}Lost.`)
  valueOf(library.services.reader.trash(trashed))
  const annotation = valueOf(
    addAnnotation(context, { filingId, tagId: 'risk', range: { start: 0, end: 7 }, quote: { exact: 'EXHIBIT', prefix: '', suffix: '' },
      sectionPath: [] })
  )
  valueOf(
    setDecision(context, { filingId, kind: 'finding', node: 'd1f1', range: { start: 0, end: 1 }, exact: 'E', verdict: 'rejected',
      risks: null })
  )
  const note = valueOf(addNote(context, filingId, { kind: 'annotation', annotationId: annotation.id }))
  valueOf(saveNote(context, { id: note.id, rev: 1, body: '{"a":1}', text: 'Ask for the protocol.' }))
  const before = valueOf(library.services.reader.work(filingId))
  rmSync(context.sources.pathOf(listFilings(context.db, false).find(({ id }) => id === lost)?.sha256 ?? ''))
  await library.services.close()

  const folder = join(library.folder, 'data')
  const database = join(folder, 'library.db')
  const bytes = readFileSync(database).fill(0, 4096, 40_960)
  writeFileSync(database, bytes)
  const options = { dataFolder: folder, analysis: createAnalysisInPlace(), samplePath: '', appVersion: '0', runtimeVersion: '0',
    clock: () => '2026-02-01T00:00:00.000Z' }
  expect(createServices(options)).toMatchObject({ ok: false, failure: { code: 'database-damaged' } })
  const { services, report } = valueOf(await rebuildServices(options))
  expect(report).toEqual({ damagedFolder: join(folder, 'damaged-20260201000000000'), backup: null, filings: 2, work: 3,
    missing: ['lost.txt'] })
  expect(readFileSync(join(report.damagedFolder, 'library.db')).equals(bytes)).toBe(true)
  expect(listFilings(services.library.db, false).map(({ id }) => id)).toEqual([filingId])
  expect(listFilings(services.library.db, true).map(({ id }) => id)).toEqual([trashed])
  const after = valueOf(services.reader.work(filingId))
  expect([after.annotations, after.decisions]).toEqual([before.annotations, before.decisions])
  expect(after.notes).toEqual(before.notes)
  expect(valueOf(await services.reader.document(filingId, 1)).blocks.length).toBeGreaterThan(4)
  await services.close()
  expect(readdirSync(folder)).toContain('library.db')
  rmSync(library.folder, { recursive: true })
})
