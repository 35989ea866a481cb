import type { RequestItem } from '#contract/review'
import { describe, expect, it } from 'vitest'
import { isOverdue, partsOf, requestsAsMarkdown } from './request-words'

const request = (text: string, more: { readonly owner?: string; readonly dueAt?: string; readonly quote?: string } = {}): RequestItem =>
  ({
    note: { text, body: '', status: 'open', owner: more.owner ?? null, dueAt: more.dueAt ?? null, createdAt: '2026-01-01T00:00:00Z' },
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
  it('keeps the tables of a question when it is sent', () => {
    const leaf = (text: string) => ({ type: 'text', version: 1, text, mode: 'normal' })
    const branch = (type: string, children: readonly unknown[]) => ({ type, version: 1, children })
    const row = (...cells: readonly string[]) =>
      branch('tablerow', cells.map((cell) => branch('tablecell', [branch('paragraph', [leaf(cell)])])))
    const body = JSON.stringify({
      root: branch('root', [branch('paragraph', [leaf('Which of these?')]),
        branch('table', [row('Site', 'Count'), row('North | South', '12')]), branch('paragraph', [leaf('By Friday.')])])
    })
    const item = request('Which of these? Site Count By Friday.')
    const [asked = ''] = requestsAsMarkdown(partsOf([{ ...item, note: { ...item.note, body } }], 'owner', '2026-03-01')).split('  Elm Cove')
    expect(asked.split('\n')).toEqual(['## No owner yet', '', '- Which of these?', '', '  | Site | Count |', '  | --- | --- |',
      '  | North \\| South | 12 |', '', '', '  By Friday.', '', ''])
  })
  it('can be sent as Markdown, words of several lines on one', () => {
    const sent = requestsAsMarkdown(
      partsOf([request('Who\npays?', { owner: 'Ann', dueAt: '2026-02-01T00:00:00Z', quote: 'a cost of\n$4.5 million' })], 'owner',
        '2026-03-01')
    )
    expect(sent).toBe('## Ann\n\n- Who pays?\n  > a cost of $4.5 million\n  Elm Cove reports · Outlook · Ann · due 2026-02-01 · open\n')
  })
})
