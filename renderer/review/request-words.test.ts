import type { RequestItem } from '#contract/review'
import { describe, expect, it } from 'vitest'
import { isOverdue, partsOf, requestsAsMarkdown } from './request-words'

const request = (text: string, more: { readonly owner?: string; readonly dueAt?: string; readonly quote?: string } = {}): RequestItem =>
  ({
    note: { text, status: 'open', owner: more.owner ?? null, dueAt: more.dueAt ?? null, createdAt: '2026-01-01T00:00:00Z' },
    filing: { title: 'Elm Cove reports' },
    quote: more.quote ?? null,
    sectionPath: ['Outlook']
  }) as unknown as RequestItem

const LIST = [request('Who pays?'), request('When?', { owner: 'Ann', dueAt: '2026-02-01' }),
  request('Where?', { owner: 'Ben', dueAt: '2026-03-05' }), request('Now?', { owner: 'Ann', dueAt: '2026-03-01' })]
const heads = (group: Parameters<typeof partsOf>[1]): readonly string[] =>
  partsOf(LIST, group, '2026-03-01').map(({ head, items }) => `${head}: ${items.map(({ note }) => note.text).join(' ')}`)

describe('the request list', () => {
  it('stands by owner, nobody last, each by the day it is due', () =>
    expect(heads('owner')).toEqual(['Ann: When? Now?', 'Ben: Where?', 'No owner yet: Who pays?']))
  it('stands by day, overdue first and without a day last', () =>
    expect(heads('due')).toEqual(['Overdue: When?', 'Today: Now?', '2026-03-05: Where?', 'No due date: Who pays?']))
  it('is overdue on the day after, not on the day', () =>
    expect(LIST.map((item) => isOverdue(item, '2026-03-01'))).toEqual([false, true, false, false]))
  it('can be sent as Markdown, words of several lines on one', () => {
    const sent = requestsAsMarkdown(
      partsOf([request('Who\npays?', { owner: 'Ann', dueAt: '2026-02-01T00:00:00Z', quote: 'a cost of\n$4.5 million' })], 'owner',
        '2026-03-01')
    )
    expect(sent).toBe('## Ann\n\n- Who pays?\n  > a cost of $4.5 million\n  Elm Cove reports · Outlook · Ann · due 2026-02-01 · open\n')
  })
})
