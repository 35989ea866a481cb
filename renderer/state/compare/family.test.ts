import type { FilingSummary } from '#contract/library'
import { expect, it } from 'vitest'
import { familyOf } from './family'

const filing = (id: string, more: Partial<FilingSummary>): FilingSummary => ({
  id,
  fileName: `${id}.txt`,
  title: id,
  company: 'Larkspur Mills, Inc.',
  form: '8-K',
  exhibit: null,
  accession: null,
  cik: '0000123',
  filedAt: null,
  format: 'submission',
  encoding: 'utf-8',
  bytes: 1,
  sha256: id,
  textSha256: id,
  importedAt: '',
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
const ids = (list: readonly FilingSummary[]): string => list.map(({ id }) => id).join(' ')

it('finds the rest of a submission, its amendments and the company’s other filings, newest first', () => {
  const open = filing('open', { accession: '1-2-3', filedAt: '2024-05-01' })
  const family = familyOf(open, [
    open,
    filing('exhibit', { accession: '1-2-3', cik: null, form: null }),
    filing('amended', { form: '8-K/A', cik: '123', filedAt: '2024-05-20' }),
    filing('older', { form: '10-Q', filedAt: '2023-11-02' }),
    filing('newer', { form: '10-K', filedAt: '2024-02-09' }),
    filing('twin', { accession: '1-2-4', filedAt: '2024-05-01' }),
    filing('release', { form: null, cik: null, company: 'LARKSPUR MILLS INC' }),
    filing('other', { cik: '999' }),
    filing('namesake', { cik: '999', company: 'Larkspur Mills, Inc.' }),
    filing('gone', { accession: '1-2-3', trashedAt: '2026-01-01' })
  ])
  expect([ids(family.submission), ids(family.amendments), ids(family.sameDay), ids(family.company)]).toEqual(['exhibit', 'amended', 'twin',
    'newer older release'])
})

it('makes no family of filings that tell nothing of their company', () => {
  const bare = { company: null, cik: null, form: null }
  const family = familyOf(filing('a', bare), [filing('b', bare), filing('c', { ...bare, company: ', .' })])
  expect(family).toEqual({ submission: [], amendments: [], sameDay: [], company: [] })
})
