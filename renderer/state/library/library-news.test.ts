import type { FilingSummary } from '#contract/library'
import { expect, it } from 'vitest'
import { keepSame, takeIn } from './library-news'

const filing = (id: string, more: Partial<FilingSummary> = {}): FilingSummary =>
  ({ id, title: id, notes: 0, folders: ['f'], tags: [], ...more }) as unknown as FilingSummary

it('keeps the value of every filing that did not change, and the list where none did', () => {
  const before = [filing('a'), filing('b'), filing('c')]
  expect(keepSame(before, [filing('a'), filing('b'), filing('c')])).toBe(before)
  const [a, b, c] = keepSame(before, [filing('a'), filing('b', { notes: 1 }), filing('c', { folders: ['f', 'g'] })])
  expect(a).toBe(before[0])
  expect([b?.notes, c?.folders]).toEqual([1, ['f', 'g']])
})

it('sees that a field came or went, and that a filing did', () => {
  const before = [filing('a'), filing('b')]
  expect(keepSame(before, [filing('a', { finished: true }), filing('b')])[0]?.finished).toBe(true)
  expect(keepSame([filing('a', { finished: true })], [filing('a')])[0]?.finished).toBeUndefined()
  expect(keepSame(before, [filing('b')]).map(({ id }) => id)).toEqual(['b'])
})

const on = (id: string, day: string, more: Partial<FilingSummary> = {}): FilingSummary =>
  filing(id, { importedAt: day, openedAt: null, trashedAt: null, ...more })

it('takes in filings that came, changed, went into the trash or went for good, in the order of the list', () => {
  const before = { filings: [on('a', '2026-03'), on('b', '2026-02'), on('c', '2026-01')], trashed: [] }
  const after = takeIn(before, new Set(['b', 'c', 'd', 'e']), [on('d', '2026-02-10'), on('b', '2026-02', { trashedAt: '2026-04' }),
    on('e', '2025', { openedAt: '2026-05' })])
  expect(after.filings.map(({ id }) => id)).toEqual(['e', 'a', 'd'])
  expect(after.trashed.map(({ id }) => id)).toEqual(['b'])
  expect(after.filings[1]).toBe(before.filings[0])
  expect(takeIn(before, new Set(['a']), [on('a', '2026-03')])).toEqual(before)
  expect(takeIn(before, new Set(['a']), [on('a', '2026-03')]).filings).toBe(before.filings)
})
