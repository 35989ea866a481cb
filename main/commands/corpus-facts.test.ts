import { describe, expect, it } from 'vitest'
import { codec } from '../worker/codec'
import { analyseDocument, openFile } from '../domain/analyse'
import { parseDocument } from '../domain/parse/file/parse-document'
import { blankFacts } from '../domain/evaluate/blank-facts'
import { judgeFigures } from '../domain/evaluate/judge-figures'
import type { FiguresVerdict } from '../domain/evaluate/judge-figures'

const fact = (text: string, attributes: string): string =>
  `<ix:nonFraction name="t:X" contextRef="c1" unitRef="usd" ${attributes}>${text}</ix:nonFraction>`

const filing = (body: string): string =>
  `<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><div style="display:none"><ix:header><ix:resources>
<xbrli:context id="c1"><xbrli:entity><xbrli:identifier scheme="s">1</xbrli:identifier></xbrli:entity><xbrli:period>
<xbrli:startDate>2025-01-01</xbrli:startDate><xbrli:endDate>2025-03-31</xbrli:endDate></xbrli:period></xbrli:context>
<xbrli:unit id="usd"><xbrli:measure>iso4217:USD</xbrli:measure></xbrli:unit></ix:resources></ix:header></div>${body}</body></html>`

const judge = (body: string): FiguresVerdict => {
  const opened = openFile(new TextEncoder().encode(filing(body)), codec)
  const plain = { ...opened, raw: blankFacts(opened.raw) }
  const facts = opened.documents.flatMap((entry) => parseDocument(opened.raw, entry).facts)
  const figures = opened.documents.flatMap((entry) => analyseDocument(plain, entry).document.figures)
  return judgeFigures(plain.raw, figures, facts)
}

describe('a filing with its inline XBRL blanked out', () => {
  it('keeps every offset', () => {
    const raw = filing(`<p>Rent was $${fact('37', 'scale="6"')} million.</p>`)
    const blank = blankFacts(raw)
    expect(blank).toHaveLength(raw.length)
    expect(blank).not.toContain('ix:')
    expect(blank.indexOf('37<')).toBe(raw.indexOf('37<'))
  })
  it('is left as it is where it has none', () => {
    const plain = '<p>Fix: 3 six:9 helix:</p>'
    expect(blankFacts(plain)).toBe(plain)
  })
})

describe('figures held against facts', () => {
  it('are right where they agree in amount, unit and period', () => {
    const { counts, facts, unread } = judge(
      `<p>Rent for the three months ended March 31, 2025 was $${fact('37', 'scale="6"')} million.</p>`
    )
    expect([facts, unread]).toEqual([1, 0])
    expect(counts.sentence.value).toEqual({ judged: 1, silent: 0, wrong: 0 })
    expect(counts.sentence.period).toEqual({ judged: 1, silent: 0, wrong: 0 })
  })
  it('are wrong where the power of ten, or the end of the period, is another', () => {
    const { wrong } = judge(`<p>Rent for the three months ended June 30, 2025 was $${fact('37', 'scale="9"')} million.</p>`)
    expect(wrong.map(({ aspect }) => aspect)).toEqual(['value', 'scale', 'period'])
  })
  it('are wrong where a bracket that is shown was not read', () => {
    const { wrong, counts } = judge(
      `<p>The sum was ${fact('37', 'scale="0" sign="-"')} dollars, not (${fact('12.5', 'scale="0" sign="-"')}) dollars.</p>`
    )
    expect(counts.sentence.sign.judged).toBeGreaterThan(0)
    expect(wrong.filter(({ aspect, figure }) => aspect === 'sign' && figure.text.startsWith('37'))).toEqual([])
  })
  it('are counted as unread where no figure stands on a fact', () => {
    expect(judge(`<p>See Note ${fact('4', 'scale="0"')} below.</p>`).unread).toBe(1)
  })
})
