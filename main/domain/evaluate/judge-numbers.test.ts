import { describe, expect, it } from 'vitest'
import type { DocumentEntry } from '#contract/filing'
import { readHtml } from '../fixtures/html-document'
import { readText } from '../fixtures/text-document'
import { judgeNumbers } from './judge-numbers'

const entryOf = (raw: string, format: DocumentEntry['format']): Pick<DocumentEntry, 'range' | 'format'> => ({ format,
  range: { start: 0, end: raw.length } })

const HTML = `<html><head><title>Form 10</title><style>p { margin: 3px }</style></head><body><p>Harrow Ridge built 1,<b>204</b> boats.</p>
<p style="display:none">Hidden 77.</p><table><tr><td>Sales</td><td>26,270</td></tr><tr><td>Loss</td><td>(9.5)</td></tr></table></body></html>`
const TEXT = `HARROW RIDGE REPORTS

Harrow Ridge built 1,204 boats in the year, more than in any other year that its books tell of <F1>.

<TABLE>
<CAPTION>
                      2012        2011
<S>                   <C>         <C>
Sales.............  26,270      25,001
Loss..............    (9.5)        (8)
</TABLE>
`

describe('the numbers of a source and of its blocks', () => {
  it('are the same where nothing is dropped, hidden words told apart', () => {
    const html = readHtml(HTML, '10-K')
    expect(judgeNumbers(HTML, entryOf(HTML, 'html'), html)).toEqual({ shown: 3, hidden: 1, lost: [], doubled: [] })
    const { blocks, document } = readText(TEXT, '10-K')
    expect(judgeNumbers(TEXT, entryOf(TEXT, 'text'), { blocks, hidden: document.hidden })).toMatchObject({ shown: 8, lost: [],
      doubled: [] })
  })
  it('differ where a block is lost or stands twice, or a number is cut', () => {
    const { blocks, hidden } = readHtml(HTML, '10-K')
    const entry = entryOf(HTML, 'html')
    expect(judgeNumbers(HTML, entry, { blocks: blocks.filter(({ kind }) => kind !== 'table'), hidden }).lost).toEqual(['26,270', '9.5'])
    expect(judgeNumbers(HTML, entry, { blocks: [...blocks, ...blocks], hidden }).doubled).toEqual(['1,204', '26,270', '9.5'])
    const cut = blocks.map((block) => ({ ...block, text: block.text.replace('26,270', '26') }))
    expect(judgeNumbers(HTML, entry, { blocks: cut, hidden })).toMatchObject({ lost: ['26,270'], doubled: ['26'] })
  })
})
