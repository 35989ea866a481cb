import { describe, expect, it } from 'vitest'
import type { Block } from '#contract/filing'
import { printVerbatim, verbatimSetting } from './print-verbatim'

const row = (width: number): string => `Gel${' '.repeat(width - 6)}1,2`

const block: Block = { id: 'd1b1', kind: 'table', ranges: [], text: '', map: [], why: '' }

describe('lines in columns on paper', () => {
  it('stand at the largest size that holds the widest of them, and turn the page where none of 7 pt does', () => {
    expect(verbatimSetting(row(80))).toEqual({ size: 'wide0', turned: false, whole: true })
    expect(verbatimSetting(row(81)).size).toBe('wide1')
    expect(verbatimSetting(row(103))).toMatchObject({ size: 'wide3', turned: false })
    expect(verbatimSetting(row(104))).toMatchObject({ size: 'wide1', turned: true })
    expect(verbatimSetting(row(146))).toMatchObject({ size: 'wide3', turned: true })
    expect(verbatimSetting(row(147))).toMatchObject({ size: 'wrapped', turned: true })
  })

  it('count a tab to its stop, and no blanks at the end of a line', () => {
    expect(verbatimSetting(`${'\t'.repeat(10)}12`).size).toBe('wide1')
    expect(verbatimSetting(row(60) + ' '.repeat(90)).size).toBe('wide0')
  })

  it('repeat their head where a page does not hold them, with every line once', () => {
    const head = ['              2007     2006', '            -------  -------']
    const body = Array.from({ length: 90 }, (_, at) => `Product ${String(at).padStart(2, '0')}    1,${String(100 + at)}    1,000`)
    const printed = printVerbatim(block, [...head, ...body].join('\n'), []).markup
    const [, thead = '', tbody = ''] = /<thead>(.*)<\/thead><tbody>(.*)<\/tbody>/s.exec(printed) ?? []
    expect(thead).toContain('2007     2006\n            -------  -------\n</pre>')
    expect(tbody.match(/Product \d\d/g)).toHaveLength(90)
    expect(tbody).not.toContain('2006')
  })

  it('stay as they are where a page holds them or no line is drawn under a head', () => {
    expect(printVerbatim(block, row(70), []).markup).toMatch(/^<pre class="table wide0">/)
    expect(printVerbatim(block, Array.from({ length: 90 }, () => row(70)).join('\n'), []).markup).toMatch(/^<pre /)
  })

  it('are cut between columns where no page holds them, with their labels in front of each part and nothing lost or torn', () => {
    const years = Array.from({ length: 16 }, (_, at) => String(1990 + at))
    const line = (label: string, values: readonly string[]): string => label.padEnd(24) + values.map((value) => value.padStart(12)).join('')
    const lines = [line('', years),
      ...Array.from({ length: 6 },
        (_, row) => line(`Cloth of mill ${String(row)}....  `, years.map((year) => `${String(row + 1)},${year.slice(1)}`)))]
    const text = lines.join('\n')
    expect(verbatimSetting(text)).toMatchObject({ turned: true })
    const printed = printVerbatim(block, text, []).markup
    const parts = [...printed.matchAll(/<pre class="table wide3">(.*?)<\/pre>/gs)].map((match) => (match[1] ?? '').split('\n'))
    expect(parts.length).toBeGreaterThan(1)
    for (const part of parts) {
      expect(part).toHaveLength(lines.length)
      expect(Math.max(...part.map((one) => one.length))).toBeLessThanOrEqual(146)
      expect(part.filter((one) => one.startsWith('Cloth of mill'))).toHaveLength(6)
    }
    const shown = parts.flatMap((part) => part.join(' ').match(/\d,\d{3}|\b(?:19|20)\d\d\b/g) ?? []).toSorted()
    expect(shown).toEqual((text.match(/\d,\d{3}|\b(?:19|20)\d\d\b/g) ?? []).toSorted())
  })

  it('wrap where no place between columns can be told', () => {
    expect(printVerbatim(block, `${'x'.repeat(200)}\n1,204 2,408`, []).markup).toContain('wrapped')
  })
})
