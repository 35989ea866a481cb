import { describe, expect, it } from 'vitest'
import { readHtml, rowsOf } from '../../fixtures/html-document'

describe('words and boundaries', () => {
  it('trap 27: inline tags neither split nor glue a word', () => {
    const { texts } = readHtml(
      '<div><font><b>PART I. FINANCI</b></font><font><b>AL INFORMATION</b></font></div><p>B</span><span>USINESS of 10.1<i>0</i> units</p>'
    )
    expect(texts).toEqual(['PART I. FINANCIAL INFORMATION', 'BUSINESS of 10.10 units'])
  })

  it('trap 27: a line break and a cell are white space', () => {
    const { texts } = readHtml('<p>Weighted<BR>average shares</p><table><tr><td>one</td><td>two words</td></tr></table>')
    expect(texts).toEqual(['Weighted average shares', 'one', 'two words'])
  })

  it('trap 27: a block element set inline does not end the block; its tags are white space', () => {
    expect(readHtml('<div>(1)<div style="display:inline">Before rebates</div> and dues.</div>').texts).toEqual([
      '(1) Before rebates and dues.'
    ])
  })

  it('trap 33: two line breaks with nothing between them end a paragraph, one does not', () => {
    const { texts } = readHtml('<div>First line<br>and second.<br>&nbsp;<br>Next paragraph.<br/><br/>Last.</div>')
    expect(texts).toEqual(['First line and second.', 'Next paragraph.', 'Last.'])
  })

  it('formatting that overlaps a block does not end it', () => {
    expect(readHtml('<p>Net <b>sales <i>rose</b> by</i> 4%.</p>').texts).toEqual(['Net sales rose by 4%.'])
  })

  it('the end tag of a block that is not open is white space', () => {
    expect(readHtml('<p>One</div>two</li>three</b>four</p>').texts).toEqual(['One two threefour'])
  })

  it('paragraphs, items, rows and cells end where HTML lets their end tags be left out', () => {
    expect(readHtml('<p>One.<p>Two.<ul><li>a thing<li>b thing</ul>Three.').texts).toEqual(['One.', 'Two.', 'a thing', 'b thing', 'Three.'])
    const table = readHtml('<table><tr><td>Harbour dues<td>12<td>14<tr><td>Towage<td>3<td>5</table>').blocks[0]
    expect(rowsOf(table)).toEqual([['Harbour dues', '12', '14'], ['Towage', '3', '5']])
  })
})

describe('characters', () => {
  it('trap 12: references are decoded, C1 ones as windows-1252, and each maps to its source', () => {
    const html = '<p>Larkwell&#146;s &#147;Series&nbsp;A&#148; &amp; B &mdash; 5&#37;</p>'
    const block = readHtml(html).blocks[0]
    expect(block?.text).toBe('Larkwell’s “Series A” & B — 5%')
    const apostrophe = (block?.text ?? '').indexOf('’')
    const map = block?.map ?? []
    const segment = map.findIndex((value, at) => at % 4 === 0 && value === apostrophe)
    expect(html.slice(map[segment + 2], (map[segment + 2] ?? 0) + (map[segment + 3] ?? 0))).toBe('&#146;')
  })

  it('trap 9: a C1 code point in the text shows its windows-1252 glyph at the same place', () => {
    const block = readHtml('<p>the \u0093Plan\u0094</p>').blocks[0]
    expect(block?.text).toBe('the “Plan”')
    expect(block?.map).toEqual([0, 10, 3, 10])
  })

  it('references that name no character become the replacement character, and double encoding stays text', () => {
    expect(readHtml('<p>a&#0;b &#xD800; &amp;lt;b&amp;gt;</p>').texts).toEqual(['a\ufffdb \ufffd &lt;b&gt;'])
  })

  it('trap 24: a bare less-than sign is text', () => {
    expect(readHtml('<p>p < 0.05 and p&lt;0.01, 3<4</p>').texts).toEqual(['p < 0.05 and p<0.01, 3<4'])
  })

  it('trap 29: superscripts are runs of their own', () => {
    const [ordinal, note, raised] =
      readHtml('<p>the 24<sup>th</sup> week of it</p><p>was 0.67<font style="vertical-align:super;font-size:6pt">1</font> in all</p>'
        + '<p>was 12<span style="font-size:6.5pt;position:relative;top:-3.5pt;vertical-align:baseline">(2)</span> in all</p>').blocks
    expect(ordinal?.text).toBe('the 24th week of it')
    expect(ordinal?.runs).toEqual([{ start: 6, end: 8, style: 'superscript' }])
    expect(note?.runs).toEqual([{ start: 8, end: 9, style: 'superscript' }])
    expect(raised?.runs).toEqual([{ start: 6, end: 9, style: 'superscript' }])
  })
})

describe('hidden text', () => {
  it('trap 30: hidden text is neither shown nor lost', () => {
    const html = '<p>Seen <span style="display:none">unseen</span>here</p><ix:header><ix:hidden>facts</ix:hidden></ix:header>'
      + '<script>var words</script><!-- remark --><p hidden>gone</p>'
    const { blocks, hidden, warnings } = readHtml(html)
    expect(blocks.map((block) => block.text)).toEqual(['Seen here'])
    expect(blocks[0]?.ranges.map(({ start, end }) => html.slice(start, end))).toEqual(['Seen ', 'here'])
    expect(hidden.map(({ start, end }) => html.slice(start, end)).join('')).toBe(
      '<span style="display:none">unseen</span><ix:header><ix:hidden>facts</ix:hidden></ix:header><script>var words</script><!-- remark --><p hidden>gone</p>'
    )
    expect(warnings.map((warning) => warning.code)).toEqual(['hidden-text'])
  })

  it('trap 30: white text is hidden on white and shown on a colour', () => {
    const { texts, hidden } = readHtml(
      '<p>a <font color="white">secret</font> b</p><table bgcolor="#003366"><tr><td><font color="#FFFFFF">Head</font></td></tr></table>'
    )
    expect(texts).toEqual(['a b', 'Head'])
    expect(hidden).toHaveLength(1)
  })

  it('what follows an unclosed comment or script is reported', () => {
    for (const opener of ['<!-- note', '<script>x']) {
      const { texts, warnings } = readHtml(`<p>Before</p>${opener}<p>After</p>`)
      expect(texts).toEqual(['Before'])
      expect(warnings.map((warning) => warning.code)).toEqual(['text-not-shown'])
    }
  })

  it('a style where SVG or MathML turns back to HTML ends at its own end tag, as in a browser', () => {
    for (const opener of ['<math><mtext><style><!--</style></mtext></math>',
      '<math><mtext><table><mglyph><style><!--</style></table></mtext></math>',
      '<svg><foreignObject><style><!--</style></foreignObject></svg>', '<svg><p><style><!--</style></p></svg>']) {
      const { texts, warnings } = readHtml(`<p>Before</p>${opener}<p>After</p>`)
      expect(texts, opener).toEqual(['Before', 'After'])
      expect(warnings).toEqual([])
    }
    expect(readHtml('<p>Before</p><svg><style><!--</style><p>Remark</p>--></style></svg><p>After</p>').texts).toEqual(['Before', 'After'])
  })

  it('a document cut inside a tag shows nothing of the tag', () => {
    for (const cut of ['<', '</', '</t', '<td', '<td style="w', '<!', '<!-'])
      expect(readHtml(`<table><tr><td>Dues${cut}`).texts).toEqual(['Dues'])
    expect(readHtml('<p>p < 0.05').texts).toEqual(['p < 0.05'])
  })

  it('a document of images says so, and an empty one too', () => {
    const pages = readHtml('<p><img src="page1.jpg" alt="Page 1"></p><p><img src="page2.jpg"></p>')
    expect(pages.blocks.map((block) => [block.kind, block.attrs?.['label']])).toEqual([['image', 'Page 1'], ['image', 'page2.jpg']])
    expect(pages.warnings.map((warning) => warning.code)).toEqual(['images-only'])
    expect(readHtml('<html><body>&nbsp;</body></html>').warnings.map((warning) => warning.code)).toEqual(['empty-document'])
  })

  it('an image inside a sentence does not cut it', () => {
    const { blocks } = readHtml('<p>Check <img src="box.gif"> here.</p>')
    expect(blocks.map((block) => [block.kind, block.text])).toEqual([['paragraph', 'Check here.'], ['image', '']])
  })
})

describe('pages', () => {
  const prose = 'The harbour company kept its two ferries in service through the winter and hired'

  it('trap 16: a paragraph cut by a page break is one block with two ranges', () => {
    const html =
      `<p>${prose}</p><p align="center">7</p><hr style="page-break-after:always"><p>Table of Contents</p><p>more crew for the summer season.</p>`
    const { blocks } = readHtml(html)
    expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'page-footer', 'page-break', 'page-header'])
    expect(blocks[0]?.text).toBe(`${prose} more crew for the summer season.`)
    expect(blocks[0]?.ranges.map(({ start, end }) => html.slice(start, end))).toEqual([prose, 'more crew for the summer season.'])
  })

  it('trap 17: furniture is found by its place beside a break, even where it stands once', () => {
    const { blocks } = readHtml(
      `<p>${prose} more crew.</p><div>- 3 -</div><div style="page-break-before:always"></div><p>Next came the spring.</p>`
    )
    expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'page-footer', 'page-break', 'paragraph'])
  })

  it('trap 18: a number alone that no page break stands near is text', () => {
    expect(readHtml('<p>Ferries in service:</p><p>12</p><p>As of year end.</p>').blocks.map((block) => block.kind)).toEqual(['paragraph',
      'paragraph', 'paragraph'])
  })

  it('trap 32: the heading of an item at the top of a page is no page header', () => {
    const page = (item: string): string =>
      `<p align="center">4</p><hr style="page-break-after:always"><p><b>${item}</b></p><p>${prose} more crew.</p>`
    const headings = readHtml(page('Item 5. Other Information') + page('Item 6. Exhibits') + page('Item 7. Outlook')).blocks.filter((
      block
    ) => block.kind === 'heading')
    expect(headings.map((block) => block.text)).toEqual(['Item 5. Other Information', 'Item 6. Exhibits', 'Item 7. Outlook'])
  })
})

describe('headings', () => {
  const text = '<p>The pilots of the estuary are licensed for five years at a time, and their fees are fixed by the port.</p>'

  it('levels follow the order in which a look first appears', () => {
    const { blocks } = readHtml(
      `<p align="center"><b>PILOTAGE</b></p>${text}<p><b>Licences</b></p>${text}<p><i>Fees</i></p>${text}<p><b>Tugs</b></p>${text}`
    )
    expect(blocks.filter((block) => block.kind === 'heading').map((block) => [block.text, block.level])).toEqual([
      ['PILOTAGE', 1],
      ['Licences', 2],
      ['Fees', 3],
      ['Tugs', 2]
    ])
    expect(blocks[0]?.why).toContain('bold, capitals, centred')
  })

  it('levels begin anew in every item of a form, under the item', () => {
    const { blocks } = readHtml(
      `<p align="center"><b>ANNUAL REPORT</b></p>${text}<p><b>PART I</b></p><p><b>Item 1. Business</b></p><p><i>Routes</i></p>${text}`
        + `<p><b>Item 2. Properties</b></p><p><b>Piers</b></p>${text}<p><i>Berths</i></p>${text}`
    )
    expect(blocks.filter((block) => block.kind === 'heading').map((block) => [block.text, block.level])).toEqual([
      ['ANNUAL REPORT', 1],
      ['PART I', 1],
      ['Item 1. Business', 2],
      ['Routes', 3],
      ['Item 2. Properties', 2],
      ['Piers', 3],
      ['Berths', 4]
    ])
  })

  it('trap 31: a bullet is never a heading', () => {
    const { blocks } = readHtml(`<p><b>&#8226;</b></p><p><b>(a)</b></p><p><b>12</b></p><p><b>&#149; Tugs and barges</b></p>${text}`)
    expect(blocks.map((block) => block.kind)).not.toContain('heading')
  })

  it('trap 20: capitals and bold that run to two sentences are emphasis', () => {
    const { blocks } = readHtml(`<p><b>THIS NOTICE IS NO OFFER TO SELL ANY SHARE. IT IS FOR INFORMATION ONLY.</b></p>${text}`)
    expect(blocks[0]?.kind).toBe('paragraph')
  })

  it('a bold sentence over the paragraph it sums up is a heading, as over a risk factor', () => {
    const { blocks } = readHtml(`<p><b><i>Storms could keep our ferries in port for weeks.</i></b></p>${text}`)
    expect(blocks[0]?.kind).toBe('heading')
  })
})

describe('lists', () => {
  it('keep the depth of their items and what a browser puts before them', () => {
    const { blocks } = readHtml('<ol start="3" type="a"><li>Piers<p>of stone</p><li>Quays<ul><li>north</ul></ol><ul><li>Slips</ul>')
    expect(blocks.map((block) => [block.kind, block.text, block.attrs])).toEqual([
      ['list-item', 'Piers', { depth: '1', marker: 'c.' }],
      ['list-item', 'of stone', { depth: '1' }],
      ['list-item', 'Quays', { depth: '1', marker: 'd.' }],
      ['list-item', 'north', { depth: '2', marker: '•' }],
      ['list-item', 'Slips', { depth: '1', marker: '•' }]
    ])
  })
})

describe('releases', () => {
  it('trap 25: knows the tag, the release line, the title, the dateline and the end mark with what follows it', () => {
    const { blocks } = readHtml(
      '<p align="right"><b>Exhibit 99.1</b></p><p>FOR IMMEDIATE RELEASE</p><p align="center"><b>Larkwell Ferries Reports Record Summer Traffic</b></p>'
        + '<p>PORT ELLERY, Maine, May 9, 2024 &mdash; Larkwell Ferries Inc. today reported that it carried 412,000 passengers.</p><p># # #</p><p>LKWL-F</p>',
      'EX-99.1'
    )
    expect(blocks.map((block) => block.kind)).toEqual(['exhibit-tag', 'release-line', 'title', 'dateline', 'paragraph', 'end-mark',
      'footer-code'])
    expect(blocks[4]?.text).toBe('Larkwell Ferries Inc. today reported that it carried 412,000 passengers.')
  })

  it('knows contacts from sentences that name a number to call', () => {
    const { blocks } = readHtml(
      '<p>Larkwell Ferries reported its results for the year and thanked its crews.</p><p>Questions about the meeting may be put to the agent toll free at (207) 555-0142.</p>'
        + '<p>Investor Relations Contact</p><p>Ada Brome, Secretary</p><p>(207) 555-0142</p><p>brome@example.com</p><p>The company runs nine ferries.</p>',
      'EX-99.1'
    )
    expect(blocks.map((block) => block.kind)).toEqual(['paragraph', 'paragraph', 'contact', 'contact', 'contact', 'contact', 'paragraph'])
  })
})

describe('links', () => {
  it('are inert runs, and lead to a block where the document has their anchor', () => {
    const { blocks } = readHtml(
      '<p><a href="#two">Second part</a> and <a href="https://example.com/a">away</a></p><p>First.</p><a name="two"></a><p>Second.</p>'
    )
    expect(blocks[0]?.runs).toEqual([
      { start: 0, end: 11, style: 'link', href: '#two', target: 'd1b3' },
      { start: 16, end: 20, style: 'link', href: 'https://example.com/a' }
    ])
  })
})

describe('plain text inside', () => {
  it('a pre without markup is read as plain text is', () => {
    const { blocks } = readHtml(
      '<html><body><pre>\nThe pilots of the estuary are licensed for five years at a time, and the fees\nthey take are fixed by the port.\n\nThe tugs are hired by the day.\n</pre></body></html>'
    )
    expect(blocks.map((block) => block.text)).toEqual([
      'The pilots of the estuary are licensed for five years at a time, and the fees they take are fixed by the port.',
      'The tugs are hired by the day.'
    ])
    expect(blocks.map((block) => block.id)).toEqual(['d1b1', 'd1b2'])
  })

  it('a pre with markup splits at blank lines', () => {
    expect(readHtml('<pre>One\n<b>two</b>\n\nthree</pre>').texts).toEqual(['One two', 'three'])
  })
})

describe('hostile shapes', () => {
  it('depth beyond the limit is read as plain text with a warning', () => {
    const { texts, warnings } = readHtml(`${'<div>'.repeat(5000)}DEEP${'</div>'.repeat(5000)}<p>After</p>`)
    expect(texts).toEqual(['DEEP', 'After'])
    expect(warnings.map((warning) => warning.code)).toEqual(['nesting-capped'])
  })

  it('a span of a million columns, nested tables and unclosed tags keep their text', () => {
    const { texts } = readHtml(
      `<table><tr><td colspan=999999999 rowspan=99999999>a<td>1<tr><td>b<td>2</table>${'<table><tr><td>'.repeat(300)}deep`
    )
    expect(texts.join(' ')).toBe('a 1 b 2 deep')
  })
})
