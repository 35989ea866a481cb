import { describe, expect, it } from 'vitest'
import type { DocumentEntry } from '#contract/filing'
import { withLineEnds } from '#model/line-ends'
import { parseDocument } from '../file/parse-document'

const entryOf = (raw: string, format: DocumentEntry['format']): DocumentEntry => ({ sequence: 1, type: null, filename: null,
  description: null, format, range: { start: 0, end: raw.length } })

const linesOf = (raw: string, format: DocumentEntry['format']): string[] =>
  parseDocument(raw, entryOf(raw, format)).blocks.map((block) => withLineEnds(block.text, block.breaks))

describe('line ends that say something', () => {
  it('keeps the lines of an address and of a title, not of wrapped prose', () => {
    const raw =
      'EXHIBIT 99.1\n\n   MARLOWE TOOLS\n   Ada Quist\n   (555) 010-2231\n\n            MARLOWE TOOLS OPENS\n            A FOUNDRY IN OSTERBY\n\n\nOSTERBY, ME - (March 14, 2007) Marlowe Tools said today that its foundry has\nopened and that it employs 212 people.\n'
    const lines = linesOf(raw, 'text')
    expect(lines).toContain('MARLOWE TOOLS\nAda Quist\n(555) 010-2231')
    expect(lines).toContain('MARLOWE TOOLS OPENS\nA FOUNDRY IN OSTERBY')
    expect(lines.some((text) => text.includes('has opened and that it employs'))).toBe(true)
  })

  it('keeps <br> in marked-up text, in cells too, and none at the end of a block', () => {
    const raw =
      '<html><body><p>Marlowe Tools<br>12 Quay Street<BR/>\nOsterby</p><table><tr><td>Weighted<br>average</td><td>4,106</td></tr><tr><td>Basic</td><td>1,204</td></tr></table><p>End<br></p></body></html>'
    const lines = linesOf(raw, 'html')
    expect(lines).toContain('Marlowe Tools\n12 Quay Street\nOsterby')
    expect(lines.find((text) => text.includes('4,106'))).toContain('Weighted\naverage')
    expect(lines).toContain('End')
  })

  it('never changes the length or the words of a text', () => {
    const raw = '<p>one<br><br>two<br>three</p>'
    for (const block of parseDocument(raw, entryOf(raw, 'html')).blocks) {
      const set = withLineEnds(block.text, block.breaks)
      expect(set).toHaveLength(block.text.length)
      expect(set.replaceAll('\n', ' ')).toBe(block.text)
    }
  })
})
