import { expect, it } from 'vitest'
import type { QueuedFile } from '#contract/import-queue'
import { type ImportTwin, twinsOf } from './import-twins'

const file = (job: string, more: Partial<QueuedFile>): QueuedFile => ({ job, path: `/in/${job}.txt`, bytes: 1, state: 'done',
  filingId: `f-${job}`, sameTextAs: null, failure: null, ...more })

it('lists the files with the same bytes, the same text, or inside a submission, and not those that are kept', () => {
  const inside: ImportTwin = { job: 'c', path: '/in/c.txt', same: 'document', filingId: 'f-c', twin: 'f-s', sequence: 2 }
  const files = [file('a', { state: 'already' }), file('b', { sameTextAs: 'f-x' }), file('c', {}), file('d', {}),
    file('e', { state: 'failed', filingId: null })]
  expect(twinsOf(files, { inside: { c: inside, d: null }, kept: [] }).map(({ job, same, twin }) => [job, same, twin])).toEqual([
    ['a', 'bytes', 'f-a'],
    ['b', 'text', 'f-x'],
    ['c', 'document', 'f-s']
  ])
  expect(twinsOf(files, { inside: { c: inside }, kept: ['a', 'c'] }).map(({ job }) => job)).toEqual(['b'])
})
