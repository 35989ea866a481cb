import { expect, it } from 'vitest'
import type { FilingSummary } from '#contract/library'
import { counterpartsOf } from './compare-counterparts'

const filing = (id: string, more: Partial<FilingSummary>): FilingSummary => ({
  id,
  fileName: `${id}.txt`,
  title: id,
  company: 'Larkspur Mills, Inc.',
  form: '10-K',
  exhibit: null,
  accession: null,
  cik: '0000123',
  filedAt: null,
  format: 'submission',
  encoding: 'utf-8',
  bytes: 1,
  sha256: id,
  textSha256: id,
  importedAt: '2026-01-05',
  openedAt: null,
  documents: 1,
  annotations: 0,
  notes: 0,
  openQuestions: 0,
  suggestions: 0,
  decided: 0,
  trashedAt: null,
  period: null,
  folders: [],
  tags: [],
  described: false,
  ...more
})

const year = (at: number, more: Partial<FilingSummary> = {}): FilingSummary =>
  filing(`annual-${String(at)}`, { filedAt: `${String(at)}-03-01`, ...more })
const open = year(2006)
const shelf = [year(2004), year(2005), open, year(2007), year(2006, { id: 'amended', form: '10-K/A', filedAt: '2006-05-01' }),
  filing('quarter', { form: '10-Q', filedAt: '2006-02-01' }), filing('other', { cik: '999', filedAt: '2006-02-20' })]

it('offers amendments, then the paper of the same kind before and after, and none of another kind or company', () => {
  expect(counterpartsOf(open, shelf, []).map(({ filing: { id }, why }) => [id, why])).toEqual([
    ['amended', 'An amendment of it'],
    ['annual-2005', 'The 10-K before it'],
    ['annual-2007', 'The 10-K after it']
  ])
})
it('puts the versions that the library proposes first, each filing once', () => {
  const known = [{ filing: year(2007), why: 'Nearly the same text', relation: 'newer' as const }]
  expect(counterpartsOf(open, shelf, known).map(({ filing: { id }, why }) => [id, why])[0]).toEqual(['annual-2007', 'Nearly the same text'])
  expect(new Set(counterpartsOf(open, shelf, known).map(({ filing: { id } }) => id)).size).toBe(3)
})
it('knows bare releases of one title for papers of one house', () => {
  const bare = { company: null, cik: null, form: null, exhibit: 'EX-99.1' }
  const [first, second] = [filing('first', { ...bare, title: 'SHOAL REPORTS RESULTS', importedAt: '2026-01-05' }),
    filing('second', { ...bare, title: 'Shoal reports results', importedAt: '2026-01-06' })]
  expect(counterpartsOf(second, [first, second], []).map(({ filing: { id } }) => id)).toEqual(['first'])
})
