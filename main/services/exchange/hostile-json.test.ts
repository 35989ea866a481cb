import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { MOST_DEPTH } from '../../domain/exchange/read-json'
import { readWork } from '../../domain/exchange/read-work'
import { all } from '../../store/sql'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'
import { draftOn } from '../testing/version-fixture'
import { addAnnotation } from '../work/annotate'
import { addNote } from '../work/write-note'
import { planImport } from './plan-import'

let library: TemporaryLibrary
const whole: string[] = []
beforeAll(async () => {
  library = createTemporaryLibrary()
  const id = await library.add('release.txt', RELEASE)
  const { library: context, exchanger } = library.services
  const mark = valueOf(addAnnotation(context, await draftOn(library, id, 'improvement of 63%')))
  valueOf(addNote(context, id, { kind: 'annotation', annotationId: mark.id }, { body: '', text: 'Why?' }))
  for (const format of ['json', 'w3c'] as const) {
    const files = valueOf(await exchanger.write({ filingIds: [id], suggestions: 'none' }, format, false))
    const file = files.find(({ path }) => path.endsWith('.json') || path.startsWith('annotations/'))
    whole.push(new TextDecoder().decode(file?.bytes))
  }
  whole.push(
    JSON.stringify({ export_date: 'x', annotations: [{ id: 'a', uri: 'release.txt', text: 'T', tags: ['t'], user: 'acct:a@b', target: [{
      selector: [{ type: 'TextQuoteSelector', exact: 'active patch' }, { type: 'TextPositionSelector', start: 3, end: 9 }]
    }] }] })
  )
})
afterAll(async () => {
  await library.remove()
})

const rows = (): unknown[] =>
  ['annotation', 'note', 'reply', 'person', 'origin', 'quarantine', 'tag', 'change_log'].flatMap((table) =>
    all(library.services.library.db, 'SELECT count(*) AS n FROM '.concat(table))
  )

/** Reads a text as far as it goes; the law is asserted in the plan itself. */
const attempt = (text: string): void => {
  const work = readWork(text)
  if ('refused' in work) {
    expect(work.remedy).not.toBe('')
    return
  }
  const { counts } = planImport({ db: library.services.library.db, libraryId: 'other' }, work, () => undefined)
  expect(counts.imported + counts.orphaned + counts.duplicate + counts.quarantined).toBe(work.items.length)
}

/** Puts a value of the wrong kind in the place of some value of a JSON tree. */
const spoil = (value: unknown, at: { left: number }, by: unknown): unknown => {
  at.left -= 1
  if (at.left === 0) return by
  if (Array.isArray(value)) return value.map((one) => spoil(one, at, by))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, spoil(one, at, by)]))
}

it('never throws, adds up, and leaves the library as it was, whatever stands where', () => {
  const before = rows()
  fc.assert(fc.property(fc.nat(2), fc.integer({ min: 1, max: 120 }), fc.jsonValue({ maxDepth: 3 }), (which, left, by) => {
    attempt(JSON.stringify(spoil(JSON.parse(whole[which] ?? ''), { left }, by)))
  }), { numRuns: 600 })
  expect(rows()).toEqual(before)
})

it('never throws for a file that is cut, or has signs put in', () => {
  fc.assert(fc.property(fc.nat(2), fc.nat(4000), fc.string({ unit: 'binary', maxLength: 4 }), fc.boolean(), (which, at, put, cut) => {
    const text = whole[which] ?? ''
    attempt(`${text.slice(0, at)}${put}${cut ? '' : text.slice(at)}`)
  }), { numRuns: 600 })
})

it.each([
  ['an empty file', '', 'empty'],
  ['a web page', '<!DOCTYPE html><html></html>', 'web page'],
  ['half a file', '{"annotations": [', 'not whole JSON'],
  ['brackets in brackets', '['.repeat(MOST_DEPTH + 1), 'deeper'],
  ['a million brackets', '['.repeat(1_000_000), 'deeper'],
  ['another JSON', '{"rows": [1, 2]}', 'none that Redwell reads']
])('refuses %s in words', (_what, text, words) => {
  expect(readWork(text)).toMatchObject({ refused: expect.stringContaining(words), remedy: expect.stringMatching(/\w/) })
})

it('refuses more items than anybody made', () => {
  expect(readWork(`{"export_date":"x","annotations":[${'0,'.repeat(200_000)}0]}`)).toMatchObject({
    refused: expect.stringContaining('200,001')
  })
})

it('takes a key that names the prototype for what it is: a name', () => {
  attempt(
    '{"format":"redwell-export","schema":1,"unit":"utf16","__proto__":{"x":1},"filings":[{"__proto__":null,"marks":[{"constructor":1}]}]}'
  )
  expect(({} as { x?: unknown }).x).toBeUndefined()
})
