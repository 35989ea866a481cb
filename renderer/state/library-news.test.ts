import type { FilingSummary } from '#contract/library'
import { expect, it } from 'vitest'
import { keepSame } from './library-news'

const filing = (id: string, more: Partial<FilingSummary> = {}): FilingSummary => ({ id, title: id, notes: 0, folders: ['f'], tags: [], ...more }) as unknown as FilingSummary

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
