import type { RequestItem } from '#contract/review'
import { describe, expect, it } from 'vitest'
import { requestListMarkdown } from './request-list'

const branch = (type: string, children: readonly unknown[]) => ({ type, version: 1, children })
const paragraph = (text: string) => branch('paragraph', [{ type: 'text', version: 1, text, mode: 'normal' }])
const row = (...cells: readonly string[]) => branch('tablerow', cells.map((cell) => branch('tablecell', [paragraph(cell)])))
const table = branch('table', [row('Site', 'Count'), row('North | South', '12')])
const question = (...blocks: readonly unknown[]): RequestItem =>
  ({
    note: { body: JSON.stringify({ root: branch('root', blocks) }), text: 'all of it', status: 'open', owner: null, dueAt: null },
    filing: { id: 'f', title: 'Elm Cove reports' },
    quote: null,
    sectionPath: []
  }) as unknown as RequestItem
const entry = (item: RequestItem): readonly string[] => requestListMarkdown([item], '2026-03-01T00:00:00Z').split('\n').slice(6)

describe('the file of the request list', () => {
  it('keeps a table of a question as a table, between the words around it', () =>
    expect(entry(question(paragraph('Which of these?'), table, paragraph('By Friday.')))).toEqual(['1. Which of these?', '',
      '   | Site | Count |', '   | --- | --- |', '   | North \\| South | 12 |', '', '   By Friday.', '', '   open', '']))
  it('names a question that is a table only', () => expect(entry(question(table))[0]).toBe('1. A table'))
  it('has the words of a question without a table on one line', () =>
    expect(entry(question(paragraph('Who'), paragraph('pays?')))[0]).toBe('1. all of it'))
})
