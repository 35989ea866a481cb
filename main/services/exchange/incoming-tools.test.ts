import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readWork } from '../../domain/exchange/read-work'
import type { IncomingWork } from '../../domain/exchange/incoming'
import { getFiling } from '../../store/filings'
import { createTemporaryLibrary, RELEASE } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'
import { planImport } from './plan-import'
import type { ImportPlan } from './plan-import'

let library: TemporaryLibrary
let filingId: string
let title: string
beforeAll(async () => {
  library = createTemporaryLibrary()
  filingId = await library.add('release.txt', RELEASE)
  title = getFiling(library.services.library.db, filingId)?.title ?? ''
})
afterAll(async () => {
  await library.remove()
})

const read = (text: string): IncomingWork => {
  const work = readWork(text)
  if ('refused' in work) throw new Error(work.refused)
  return work
}

/** The plan of a text; that its outcomes add up is asserted on the way. */
const planOf = (text: string): ImportPlan => {
  const work = read(text)
  const plan = planImport({ db: library.services.library.db, libraryId: 'other' }, work, () => undefined)
  const { imported, orphaned, duplicate, quarantined } = plan.counts
  expect(imported + orphaned + duplicate + quarantined).toBe(work.items.length)
  return plan
}

const FOUND = 'improvement of 63%'
const CHANGED = 'improvement of 64%'

describe('the CSV of Readwise', () => {
  it('finds the filing by its whole title or address, and takes leading words with a point for tags', () => {
    const out = [
      'Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags',
      `${FOUND},"${title.toUpperCase()}",,,.claim .check Why?,yellow,deal,page,1,2026-03-01 10:00:00+02:00,`,
      `${FOUND},Another release,,,Why?,yellow,,page,1,2026-03-01 10:00:00+02:00,`,
      `${CHANGED},"${title}",,,.5 of what?,yellow,,page,1,,`
    ].join('\n')
    const plan = planOf(out)
    expect(plan.format).toBe('readwise')
    expect(plan.counts).toEqual({ read: 3, imported: 1, orphaned: 1, duplicate: 0, quarantined: 1 })
    expect(plan.planned.map(({ item }) => [item.tags, item.notes[0]?.text, item.createdAt])).toEqual([
      [['claim', 'check', 'deal'], 'Why?', '2026-03-01T08:00:00.000Z'],
      [[], '.5 of what?', null]
    ])
    expect(planOf(`Highlight,Title,Author,URL,Note,Location,Date\n${FOUND},x,,https://example.org/release.txt,,1,`).counts.imported).toBe(1)
  })
})

const entry = (key: string, data: object): object => ({ key, meta: { createdByUser: { username: 'ana' } }, data: { key, ...data } })

const zotero = (): string =>
  JSON.stringify([
    entry('AAAA1111', { itemType: 'document', title: 'x', url: 'https://example.org/a' }),
    entry('BBBB2222', { itemType: 'attachment', parentItem: 'AAAA1111', filename: 'release.txt' }),
    entry('CCCC3333', { itemType: 'annotation', parentItem: 'BBBB2222', annotationType: 'highlight', annotationText: FOUND,
      annotationComment: 'Why?', tags: [{ tag: 'key' }], dateAdded: '2026-03-01T10:00:00Z' }),
    entry('DDDD4444', { itemType: 'annotation', parentItem: 'BBBB2222', annotationType: 'highlight', annotationText: CHANGED }),
    entry('EEEE5555', { itemType: 'annotation', parentItem: 'BBBB2222', annotationType: 'ink' }),
    entry('FFFF6666', { itemType: 'annotation', parentItem: 'ZZZZ9999', annotationText: FOUND }),
    entry('GGGG7777', { itemType: 'note', note: '<p>On its own</p>' })
  ])

describe('the JSON of Zotero', () => {
  it('takes words and comments, on the file whose entry stands beside them, and keeps drawings as they came', () => {
    const plan = planOf(zotero())
    expect(plan.format).toBe('zotero')
    expect(plan.counts).toEqual({ read: 5, imported: 1, orphaned: 1, duplicate: 0, quarantined: 3 })
    expect(plan.planned[0]?.item).toMatchObject({ name: 'CCCC3333', tags: ['key'], author: { name: 'ana' }, notes: [{ text: 'Why?' }] })
    expect(plan.quarantined.map(({ place }) => place)).toEqual(['item 5', 'item 6', 'item 7'])
  })

  it('does not run in a circle of entries', () => {
    const circle = ['AAAA1111', 'BBBB2222'].map((key, at, all) => entry(key, { itemType: 'attachment', parentItem: all[1 - at] }))
    const text = JSON.stringify([...circle, entry('CCCC3333', { itemType: 'annotation', parentItem: 'AAAA1111', annotationText: FOUND })])
    expect(planOf(text).counts).toMatchObject({ read: 1, quarantined: 1 })
  })
})

it('never throws and always adds up, wherever a table or an answer is cut or has signs put in', () => {
  const whole = [`Highlight,Title,Note\n${FOUND},"${title}",n\n`, zotero()]
  fc.assert(
    fc.property(fc.nat(1), fc.nat(1500), fc.string({ unit: 'binary', maxLength: 4 }), fc.constantFrom('', '"', ',', '\n', '\r'),
      fc.boolean(), (which, at, put, sign, cut) => {
      const text = whole[which] ?? ''
      const changed = `${text.slice(0, at)}${put}${sign}${cut ? '' : text.slice(at)}`
      if (!('refused' in readWork(changed))) planOf(changed)
    }),
    { numRuns: 500 }
  )
})
