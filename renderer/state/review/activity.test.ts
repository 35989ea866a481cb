import type { ActivityEntry } from '#contract/review'
import { describe, expect, it } from 'vitest'
import { ALL_ACTIVITY, filterActivity, gatherActs } from './activity'

const entry = (seq: number, more: Partial<ActivityEntry> = {}): ActivityEntry => ({
  seq,
  at: '2026-01-01T00:00:00Z',
  author: 'Ann',
  label: 'Add note',
  entity: 'note',
  entityId: String(seq),
  filingId: 'f',
  filingTitle: 'Elm Cove',
  before: null,
  after: '“Who pays?”',
  undone: false,
  ...more
})

describe('acts', () => {
  it('gather what one act wrote, and keep apart what differs in words, moment, author or fate', () => {
    const put = { label: 'Put 2 filings into Heron', entity: 'folder-filing' }
    const list = [entry(9, put), entry(8, { ...put, at: '2026-01-01T00:00:01Z' }), entry(7, { ...put, at: '2026-01-01T00:00:02Z' }),
      entry(6, { ...put, undone: true }), entry(5), entry(4, { at: '2026-01-01T00:00:03Z' }), entry(3, { author: 'Ben' })]
    expect(gatherActs(list).map(({ entry: { seq }, others }) => [seq, ...others.map((other) => other.seq)])).toEqual([[9, 8], [7], [6], [5],
      [4], [3]])
  })
})

describe('the filter of the log', () => {
  const list = [entry(3, { after: '“Who pays?”, open' }),
    entry(2, { author: 'Ben', entity: 'decision', label: 'Reject', after: 'Rejected “sales rose”' }),
    entry(1, { filingId: null, filingTitle: null, entity: 'folder' })]
  it.each([
    [{}, [3, 2, 1]],
    [{ text: 'pays OPEN' }, [3]],
    [{ kinds: ['decision', 'folder'] }, [2, 1]],
    [{ authors: ['Ben'] }, [2]],
    [{ filings: [''] }, [1]],
    [{ authors: ['Ben'], kinds: ['note'] }, []]
  ])('%o lets through what has all of it', (filter, expected) => {
    expect(filterActivity(list, { ...ALL_ACTIVITY, ...filter }).map(({ seq }) => seq)).toEqual(expected)
  })
})
