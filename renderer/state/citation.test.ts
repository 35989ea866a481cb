import { describe, expect, it } from 'vitest'
import type { FilingSummary } from '#contract/library'
import { cite } from './citation'

const FILING: FilingSummary = {
  id: 'f1',
  fileName: 'release.txt',
  title: 'Harrow Ridge reports results',
  company: 'Harrow Ridge, Inc.',
  form: '8-K',
  exhibit: 'EX-99.2',
  accession: null,
  cik: null,
  filedAt: '2007-03-14',
  format: 'text',
  encoding: 'utf-8',
  bytes: 1,
  sha256: '0123456789abcdef',
  textSha256: '',
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
  described: false
}
const SELECTION = { filingId: 'f1', range: { start: 10, end: 22 }, quote: { exact: '', prefix: '', suffix: '' },
  sectionPath: ['Release', 'SECOND FINDING'], text: 'It may not.' }
const OPEN = { filing: FILING, submission: null, documents: [], warnings: [], current: 1, position: null }

describe('a citation', () => {
  it('names company, exhibit, date, section, file, hash and place', () => {
    expect(cite(SELECTION, OPEN, 1)).toBe(
      '“It may not.”\n— Harrow Ridge, Inc., EX-99.2, 2007-03-14, SECOND FINDING (release.txt, SHA-256 0123456789ab…, 10–22)'
    )
  })

  it('leaves out what is not known', () => {
    const bare = { ...OPEN, filing: { ...FILING, company: null, exhibit: null, form: null, filedAt: null } }
    expect(cite({ ...SELECTION, sectionPath: [] }, bare, 1)).toContain('— Harrow Ridge reports results (release.txt')
  })
})
