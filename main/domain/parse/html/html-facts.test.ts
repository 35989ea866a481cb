import { describe, expect, it } from 'vitest'
import { readHtml } from '../../fixtures/html-document'

const resources =
  '<ix:header><ix:hidden><ix:nonNumeric name="dei:EntityCentralIndexKey" contextRef="y" id="h1">0000099999</ix:nonNumeric></ix:hidden><ix:resources>'
  + '<xbrli:context id="y"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">0000099999</xbrli:identifier></xbrli:entity>'
  + '<xbrli:period><xbrli:startDate>2023-01-01</xbrli:startDate><xbrli:endDate>2023-12-31</xbrli:endDate></xbrli:period></xbrli:context>'
  + '<xbrli:context id="b"><xbrli:entity><xbrli:identifier scheme="http://www.sec.gov/CIK">0000099999</xbrli:identifier><xbrli:segment>'
  + '<xbrldi:explicitMember dimension="lkw:RouteAxis">lkw:IslandMember</xbrldi:explicitMember></xbrli:segment></xbrli:entity>'
  + '<xbrli:period><xbrli:instant>2023-12-31</xbrli:instant></xbrli:period></xbrli:context>'
  + '<xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit><xbrli:unit id="eps"><xbrli:divide><xbrli:unitNumerator>'
  + '<xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unitNumerator><xbrli:unitDenominator><xbrli:measure>xbrli:shares</xbrli:measure>'
  + '</xbrli:unitDenominator></xbrli:divide></xbrli:unit></ix:resources></ix:header>'

const page = (body: string): string =>
  `<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml"><body><div style="display:none">${resources}</div>${body}</body></html>`

const fact = (attributes: string, text: string): string => `<ix:nonFraction ${attributes}>${text}</ix:nonFraction>`

describe('inline XBRL', () => {
  it('gives facts with their context, unit, scaled value and place', () => {
    const html = page(
      `<p>Fares of $${
        fact('name="us-gaap:Revenues" contextRef="y" unitRef="usd" scale="6" decimals="-5" format="ixt:num-dot-decimal"', '1,204.5')
      } million</p>`
    )
    const { facts, blocks, warnings } = readHtml(html)
    expect(blocks.map((block) => block.text)).toEqual(['Fares of $1,204.5 million'])
    expect(warnings).toEqual([])
    expect(facts.map((each) => [each.concept, each.value, each.hidden])).toEqual([
      ['dei:EntityCentralIndexKey', '0000099999', true],
      ['us-gaap:Revenues', '1204500000', false]
    ])
    expect(facts[1]).toMatchObject({ id: 'd1x2', entity: '0000099999', period: '2023-01-01/2023-12-31', unit: 'USD', decimals: '-5',
      dimensions: [] })
    expect(html.slice(facts[1]?.range.start, facts[1]?.range.end)).toBe('1,204.5')
  })

  it('reads dimensions, instants and units over units', () => {
    const { facts } = readHtml(page(`<p>${fact('name="us-gaap:EarningsPerShareBasic" contextRef="b" unitRef="eps" sign="-"', '0.45')}</p>`))
    expect(facts[1]).toMatchObject({ value: '-0.45', period: '2023-12-31', unit: 'USD/shares',
      dimensions: ['lkw:RouteAxis=lkw:IslandMember'] })
  })

  it.each([
    ['format="ixt:fixed-zero" scale="6"', '&#8212;', '0'],
    ['format="ixt:num-comma-decimal"', '1.234,50', '1234.5'],
    ['scale="-2"', '12.5', '0.125'],
    ['scale="3" sign="-"', '7', '-7000'],
    ['format="ixt-sec:numwordsen"', 'twelve', '12'],
    ['xsi:nil="true"', '', ''],
    ['scale="999999999"', '5', '5']
  ])('value with %s of %s is %s', (attributes, text, value) => {
    expect(readHtml(page(`<p>x ${fact(`name="a:B" contextRef="y" unitRef="usd" ${attributes}`, text)}</p>`)).facts[1]?.value).toBe(value)
  })

  it('trap 30: a continuation stays where it stands and adds to its fact; what is excluded does not', () => {
    const { facts, texts } = readHtml(
      page(
        '<ix:nonNumeric name="us-gaap:Policy" contextRef="y" continuedAt="c1"><p>Fares are booked <ix:exclude>Page 7</ix:exclude>when</p></ix:nonNumeric>'
          + '<p>An aside.</p><ix:continuation id="c1"><p>the ferry sails.</p></ix:continuation>'
      )
    )
    expect(texts).toEqual(['Fares are booked Page 7when', 'An aside.', 'the ferry sails.'])
    expect(facts[1]?.value).toBe('Fares are booked when the ferry sails.')
  })

  it('keeps a fact whose context is missing', () => {
    expect(readHtml(page(fact('name="a:B" contextRef="nowhere" unitRef="none"', '3'))).facts[1]).toMatchObject({ context: 'nowhere',
      entity: null, period: null, unit: 'none', value: '3' })
  })

  it('an empty element of XHTML is empty, so that one that hides does not hide the rest', () => {
    expect(readHtml(page('<p>One<span style="display:none"/> two</p><div/><p>three</p>')).texts).toEqual(['One two', 'three'])
  })
})
