import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { runTask } from '../../services/exchange/exchange-task'
import type { ImportPlan } from '../../services/exchange/plan-import'
import { takeIn } from '../../services/exchange/take-in'
import { libraryIdOf } from '../../services/work/people'
import { listAnnotations } from '../../store/annotations'
import { listNotes } from '../../store/notes'
import { listTags } from '../../store/tags'
import { must } from '../trial/must'
import { partsOf, wordFileOf, type Parts } from './answer-word'
import { makeThrowAway, type ThrowAway } from './throw-away'
import { TRAPS } from './traps'

let made: ThrowAway
beforeEach(async () => {
  made = await makeThrowAway(TRAPS, 0)
})
afterEach(() => made.remove())

const project = async (): Promise<Parts> => {
  const { db, folder } = made.services.library
  const answer = must(
    await runTask(db, folder, { kind: 'write', format: 'qdpx', wholeText: false, appVersion: '1',
      scope: { filingIds: [made.filingId], suggestions: 'none' } }, () => undefined)
  )
  return answer.kind === 'written' ? partsOf(answer.files[0]?.bytes ?? new Uint8Array()) : {}
}

const planOf = async (parts: Parts): Promise<ImportPlan> => {
  const { library } = made.services
  const path = join(library.folder, 'in.qdpx')
  writeFileSync(path, wordFileOf(parts))
  const answer = must(
    await runTask(library.db, library.folder, { kind: 'read', text: 'h', archive: path, fileName: 'in.qdpx',
      libraryId: libraryIdOf(library) }, () => undefined)
  )
  if (answer.kind !== 'read') throw new Error('not read')
  return answer.plan
}

it('counts code points of texts that end their lines with LF, names each thing once, and refers to nothing that is not there', async () => {
  const parts = await project()
  const xml = parts['project.qde'] ?? ''
  const texts = Object.entries(parts).filter(([path]) => path.startsWith('sources/'))
  expect(texts).toHaveLength(1)
  const [, text = ''] = texts[0] ?? []
  expect(text).not.toContain('\r')
  const points = [...text]
  const marks = listAnnotations(made.services.library.db, made.filingId)
  const words = [...xml.matchAll(/startPosition="(\d+)" endPosition="(\d+)"/g)].map(([, start, end]) =>
    points.slice(Number(start), Number(end)).join('')
  )
  expect(words).toContain('improvement of 63%')
  expect(words).toHaveLength(marks.length)
  const guids = [...xml.matchAll(/ guid="([^"]+)"/g)].map(([, guid]) => guid)
  expect(new Set(guids).size).toBe(guids.length)
  for (const guid of guids) expect(guid).toMatch(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  for (const [, target] of xml.matchAll(/(?:targetGUID|creatingUser|creatingUserGUID)="([^"]+)"/g)) expect(guids).toContain(target)
  for (const [, path = ''] of xml.matchAll(/internal:\/\/([^"]+)/g)) expect(parts).toHaveProperty([`sources/${path}`])
})

it('is known again when it comes back', async () => {
  const { counts } = await planOf(await project())
  expect(counts).toMatchObject({ imported: 0, orphaned: 0, quarantined: 0 })
  expect(counts.duplicate).toBe(counts.read)
})

it('takes in the codes of somebody else as tags under their names, in code points of their own text, and keeps pictures aside', async () => {
  const text = '\u{1f642}\nPatients who received the active patch reported an improvement of 63% in pain intensity (p=0.0096).'
  const at = [...text].findIndex((_sign, place) => [...text].slice(place).join('').startsWith('improvement'))
  const guid = (digit: number): string => `{0000000${String(digit)}-0000-4000-8000-000000000000}`
  const selection = (number: number, start: number, end: number): string =>
    `<PlainTextSelection guid="${guid(number)}" startPosition="${String(start)}" endPosition="${String(end)}" creatingUser="${
      guid(1)
    }" creationDateTime="2026-03-01T10:00:00Z"><Description>Of whom?</Description><Coding guid="${guid(8)}"><CodeRef targetGUID="${
      guid(3)
    }"/></Coding></PlainTextSelection>`
  const plan = await planOf({
    'project.qde': `<?xml version="1.0"?><Project xmlns="urn:QDA-XML:project:1.0" name="x"><Users><User guid="${
      guid(1)
    }" name="Cy Coder"/></Users><CodeBook><Codes><Code guid="${guid(2)}" name="Claims" isCodable="false"><Code guid="${
      guid(3)
    }" name="Size" isCodable="true"/></Code></Codes></CodeBook><Sources><TextSource guid="${
      guid(4)
    }" name="T1.html" plainTextPath="internal://a.txt">${selection(5, at, at + 18)}${
      selection(6, 500, 400)
    }</TextSource><PictureSource guid="${guid(7)}" name="p.png"/></Sources></Project>`,
    'Sources/A.txt': text
  })
  expect(plan.counts).toEqual({ read: 3, imported: 1, orphaned: 0, duplicate: 0, quarantined: 2 })
  const { library } = made.services
  takeIn(library, plan, { name: 'in.qdpx', sha256: 'a'.repeat(64), libraryId: libraryIdOf(library) })
  const tag = listTags(library.db).find(({ name }) => name === 'Claims / Size')
  const mark = listAnnotations(library.db, made.filingId).find(({ tagId }) => tagId === tag?.id)
  expect(mark?.selectors.quote.exact).toBe('improvement of 63%')
  expect(listNotes(library.db, made.filingId).map(({ text: words }) => words)).toContain('Of whom?')
})

const SCHEMA = process.env['REDWELL_QDA_SCHEMA'] ?? ''

it.skipIf(SCHEMA === '' || spawnSync('xmllint', ['--version']).status !== 0)(
  'keeps to the schema of the format (skipped where REDWELL_QDA_SCHEMA names no Project.xsd, or xmllint is missing)',
  async () => {
    const path = join(made.services.library.folder, 'project.qde')
    writeFileSync(path, (await project())['project.qde'] ?? '')
    expect(spawnSync('xmllint', ['--noout', '--nonet', '--schema', SCHEMA, path], { encoding: 'utf8' }).stderr).toContain('validates')
  }
)
