import { expect, it } from 'vitest'
import { analyseDocument, openFile } from '../../domain/analyse'
import { checkDocument } from '../../domain/laws/check-document'
import { codec } from '../../worker/codec'

const RELEASE = `# Marlowe Bridge Reports **Second** Quarter Results

ALBANY, N.Y. - ([Railwire](https://www.example.org/wire12)) - July 28, 2025 - Marlowe Bridge Corp. (Nasdaq: MRBT) today announced *strong* results and 5\\*3 gauges for its yards in Dover and elsewhere.

![](https://example.org/pictures/1Su9.jpg)

## Results of the Quarter

Write to [ir@example.org](mailto:ir@example.org) or to **the yard itself** before the end of the month, as the company has said before this day.

* Revenue rose to $12.5 million.

| Item | 2025 | 2024 |
|------|------:|-----:|
| Revenue | 12.5 | 11.0 |
| Cost | 7.5 | 6.9 |

About Marlowe Bridge: the company builds gauges in Dover and sells them to the railways of the whole country.
`

it('reads a release in Markdown by its words, breaking no law', () => {
  const opened = openFile(new TextEncoder().encode(RELEASE), codec)
  const [entry] = opened.documents
  if (entry === undefined) throw new Error('no document')
  const { document } = analyseDocument(opened, entry)
  expect(checkDocument(opened.raw, document)).toEqual([])
  const shown = document.blocks.map(({ text }) => text).join('\n')
  expect(shown).not.toMatch(/\]\(|\*\*|^#|https|\|/m)
  expect(document.blocks[0]).toMatchObject({ kind: 'title', text: 'Marlowe Bridge Reports Second Quarter Results' })
  expect(document.blocks.find(({ text }) => text === 'Results of the Quarter')).toMatchObject({ kind: 'heading', level: 2 })
  expect(document.blocks.some(({ kind }) => kind === 'image')).toBe(true)
  const styled = document.blocks.flatMap(({ text, runs }) =>
    (runs ?? []).map(({ style, start, end }) => `${style} ${text.slice(start, end)}`)
  )
  expect(styled).toEqual(
    expect.arrayContaining(['bold Second', 'link Railwire', 'italic strong', 'link ir@example.org', 'bold the yard itself'])
  )
  expect(shown).toContain('5*3 gauges')
  expect(document.blocks.find(({ kind }) => kind === 'list-item')).toMatchObject({ text: 'Revenue rose to $12.5 million.',
    attrs: { bullet: '•' } })
  const table = document.blocks.find(({ kind }) => kind === 'table')
  expect(table?.table?.cells.map(({ start, end }) => table.text.slice(start, end))).toEqual(
    ['Item', '2025', '2024', 'Revenue', '12.5', '11.0', 'Cost', '7.5', '6.9']
  )
  expect(table?.table?.cells.filter(({ header }) => header)).toHaveLength(3)
})

it('leaves plain text with its own signs as it is', () => {
  const text =
    'MARLOWE BRIDGE CORPORATION\n\nThe company [see note 1] pays *two* dividends a year and has done so for as long as anybody remembers.\n'
  const opened = openFile(new TextEncoder().encode(text), codec)
  const shown = opened.documents.map((entry) => analyseDocument(opened, entry).document.blocks.map((block) => block.text).join(' ')).join(
    ' '
  )
  expect(shown).toContain('*two*')
})
