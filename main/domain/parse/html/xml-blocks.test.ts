import { describe, expect, it } from 'vitest'
import type { DocumentEntry } from '#contract/filing'
import { parseHtmlDocument } from './html-blocks'

const readXml = (raw: string): ReturnType<typeof parseHtmlDocument> => {
  const entry: DocumentEntry = { sequence: 1, type: '4', filename: null, description: null, format: 'xml',
    range: { start: 0, end: raw.length } }
  return parseHtmlDocument(raw, entry, 'd1')
}

describe('XML documents', () => {
  it('are fields named by their elements', () => {
    const { blocks } = readXml(
      '<?xml version="1.0"?><form><rptOwnerName>Ash &amp; Co</rptOwnerName><shares><value>1500</value></shares><empty/><title>Owner</title></form>'
    )
    expect(blocks.map((block) => [block.attrs?.['label'], block.text])).toEqual([['rptOwnerName', 'Ash & Co'], ['shares', '1500'], ['title',
      'Owner']])
  })

  it('expand no entity of their own and show CDATA as text', () => {
    const { blocks, hidden } = readXml('<a>&bomb;&bomb;</a><b><![CDATA[<i>x</i>]]></b><!-- note --><c>y')
    expect(blocks.map((block) => block.text)).toEqual(['&bomb;&bomb;', '<i>x</i>', 'y'])
    expect(hidden).toHaveLength(1)
  })

  it('say so where they hold markup only', () => {
    expect(readXml('<link:arc order="1"/>').warnings.map((warning) => warning.code)).toEqual(['empty-document'])
  })
})
