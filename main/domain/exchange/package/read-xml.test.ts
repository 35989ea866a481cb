import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readXml, type XmlFault } from './read-xml'

const read = (xml: string): { told: string; fault: XmlFault | null } => {
  const told: string[] = []
  const fault = readXml(xml, {
    open: ({ name, space, attribute }) => told.push(`<${space}|${name} ${attribute('val') ?? '-'}>`),
    close: ({ name }) => told.push(`</${name}>`),
    text: (text) => told.push(text)
  })
  return { told: told.join(''), fault }
}

describe('foreign XML', () => {
  it('is told with its namespaces, whatever the prefixes', () =>
    expect(read('<x:a xmlns:x="urn:w" x:val="1&amp;2">é<x:b/><![CDATA[<]]></x:a>')).toEqual({
      told: '<urn:w|a 1&2>é<urn:w|b ->' + '</b><</a>',
      fault: null
    }))

  it('keeps a pair of surrogates that a piece of it cuts', () => {
    const long = 'a'.repeat((1 << 16) - 4) + '\u{1f600}'
    expect(read(`<a>${long}</a>`).told).toBe(`<|a ->${long}</a>`)
  })

  it.each([
    ['a document type', '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', 'document-type'],
    ['an outside document type', '<!DOCTYPE a SYSTEM "http://example.com/a.dtd"><a/>', 'document-type'],
    ['an entity of its own', '<a>&b;</a>', 'malformed'],
    ['a part cut short', '<a><b>', 'malformed'],
    ['an unbound prefix', '<x:a/>', 'malformed'],
    ['an attribute twice', '<a b="1" b="2"/>', 'malformed'],
    ['a control character', '<a>\u0001</a>', 'malformed'],
    ['nothing at all', '', 'malformed'],
    ['nesting without end', '<a>'.repeat(257) + '</a>'.repeat(257), 'too-deep']
  ])('is refused for %s', (_, xml, code) => expect(read(xml).fault?.code).toBe(code))

  it('may nest as deep as the bound', () => expect(read('<a>'.repeat(256) + '</a>'.repeat(256)).fault).toBeNull())

  it('never throws, whatever it is', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 60 }), fc.nat(40), (noise, at) => {
      const whole = '<w:p xmlns:w="urn:w"><w:r w:val="x">words</w:r></w:p>'
      const { fault } = read(whole.slice(0, at) + noise + whole.slice(at))
      if (fault !== null) expect(fault.message).not.toBe('')
    }), { numRuns: 2000 })
  })
})
