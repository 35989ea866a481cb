import { describe, expect, it } from 'vitest'
import { bodyOfText, citationsOf, isLinkAddress, MAX_DEPTH, MAX_NODES, readNoteBody, salvageText } from './note-body'

type Raw = Record<string, unknown>

const text = (words: string, more: Raw = {}): Raw => ({ type: 'text', version: 1, text: words, mode: 'normal', format: 0, detail: 0,
  style: '', ...more })
const branch = (type: string, children: readonly unknown[], more: Raw = {}): Raw => ({ type, version: 1, children, ...more })
const body = (...children: readonly unknown[]): string => JSON.stringify({ root: branch('root', children) })
const paragraph = (...children: readonly unknown[]): Raw => branch('paragraph', children)
const reasonOf = (stored: string): string => {
  const read = readNoteBody(stored)
  return read.kind === 'unreadable' ? read.reason : read.kind
}
const rootOf = (stored: string) => {
  const read = readNoteBody(stored)
  if (read.kind !== 'tree') throw new Error(`The body is ${read.kind}.`)
  return read.root
}

const citation = (more: Raw = {}): Raw => ({ type: 'citation', version: 1, sequence: 2, start: 10, end: 20, ...more })

describe('a stored body', () => {
  it('is empty where nothing or an empty tree is stored', () => {
    expect(readNoteBody('')).toEqual({ kind: 'empty' })
    expect(readNoteBody(body())).toEqual({ kind: 'empty' })
  })

  it.each([
    ['not JSON', '{', 'The stored note is not JSON.'],
    ['a number', '7', 'The stored note is not an editor state.'],
    ['null', 'null', 'The stored note is not an editor state.'],
    ['more than a root', '{"root":{},"more":1}', 'The stored note is not an editor state.'],
    ['no root first', JSON.stringify({ root: paragraph() }), 'The note does not begin with a root.'],
    ['an unknown type', body({ type: 'script' }), 'Node 2 is of the unknown type “script”.'],
    ['a list in place of a node', body([]), 'Node 2 is not a node.'],
    ['nothing in place of a node', body(null), 'Node 2 is not a node.'],
    ['an unknown property', body({ ...paragraph(), onclick: 'x' }), 'Node 2 carries the unknown property “onclick”.'],
    ['a value that is not allowed', body(paragraph(text('a', { mode: 'token' }))), 'Node 3 has a value of “mode” that is not allowed.'],
    ['a part that is lacking', body(paragraph({ type: 'text', version: 1, text: 'a' })), 'Node 3 lacks “mode”.'],
    ['a text where none may stand', body(text('a')), 'Node 2: a text may not stand in a root.']
  ])('that holds %s is unreadable, with the reason', (_, stored, reason) => {
    expect(reasonOf(stored)).toBe(reason)
  })

  it.each([
    ['detail', -1, 4],
    ['format', -1, 128],
    ['indent', -1, 11]
  ])('keeps the borders of %s', (key, low, high) => {
    const made = (value: unknown): string =>
      key === 'indent' ? body({ ...paragraph(text('a')), indent: value }) : body(paragraph(text('a', { [key]: value })))
    for (const value of [low, high, 0.5, '1']) expect(reasonOf(made(value))).toContain(`a value of “${key}”`)
    for (const value of [low + 1, high - 1]) expect(readNoteBody(made(value)).kind).toBe('tree')
  })

  it('is read at the greatest depth and refused beyond it', () => {
    const nested = (depth: number): string => {
      let inner: Raw = branch('listitem', [text('deep')], { value: 1 })
      for (let at = 2; at < depth; at += 2) inner = branch('listitem', [branch('list', [inner], { listType: 'bullet' })], { value: 1 })
      return body(branch('list', [inner], { listType: 'bullet' }))
    }
    expect(readNoteBody(nested(MAX_DEPTH - 2)).kind).toBe('tree')
    expect(reasonOf(nested(MAX_DEPTH + 2))).toBe(`It is nested deeper than ${String(MAX_DEPTH)} levels.`)
  })

  it('of too many nodes is refused', () => {
    const rows = (n: number): string => body(...Array.from({ length: n }, () => paragraph()))
    expect(readNoteBody(rows(MAX_NODES - 1)).kind).toBe('tree')
    expect(reasonOf(rows(MAX_NODES))).toBe(`It holds more than ${String(MAX_NODES)} nodes.`)
  })
})

describe('what is read', () => {
  it('has the parts of each kind of node and nothing else', () => {
    expect(rootOf(body(
      branch('heading', [text('Head', { format: 3 })], { tag: 'h2' }),
      branch('list', [branch('listitem', [text('done')], { value: 1, checked: true }), branch('listitem', [text('plain')], { value: 2 })], {
        listType: 'check'
      }),
      branch('list', [branch('listitem', [text('one')], { value: 1 })], { listType: 'number' }),
      paragraph(branch('link', [text('site')], { url: 'https://example.org' }), { type: 'linebreak', version: 1 }, { type: 'tab',
        version: 1, text: '\t' }),
      branch('table', [branch('tablerow', [branch('tablecell', [paragraph(text('cell'))], { header: true })])]),
      { type: 'divider', version: 1 }
    )).children).toEqual([
      { type: 'heading', level: 2, children: [{ type: 'text', text: 'Head', format: 3 }] },
      { type: 'list', listType: 'check', children: [
        { type: 'listitem', checked: true, children: [{ type: 'text', text: 'done', format: 0 }] },
        { type: 'listitem', children: [{ type: 'text', text: 'plain', format: 0 }] }
      ] },
      { type: 'list', listType: 'number', children: [{ type: 'listitem', children: [{ type: 'text', text: 'one', format: 0 }] }] },
      { type: 'paragraph', children: [
        { type: 'link', url: 'https://example.org', children: [{ type: 'text', text: 'site', format: 0 }] },
        { type: 'linebreak' },
        { type: 'tab', text: '\t', format: 0 }
      ] },
      { type: 'table', children: [{ type: 'tablerow', children: [
        { type: 'tablecell', header: true, children: [{ type: 'paragraph', children: [{ type: 'text', text: 'cell', format: 0 }] }] }
      ] }] },
      { type: 'divider' }
    ])
  })

  it('gives a citation what it did not store, and keeps what it did', () => {
    const stored = body(paragraph(citation(), citation({ quote: 'Sales rose.', kind: 'finding', filing: 'f2', ref: 'r1', short: true })))
    expect(citationsOf(rootOf(stored))).toEqual([
      { type: 'citation', sequence: 2, start: 10, end: 20, quote: '', kind: 'words', filing: null, ref: null, short: false },
      { type: 'citation', sequence: 2, start: 10, end: 20, quote: 'Sales rose.', kind: 'finding', filing: 'f2', ref: 'r1', short: true }
    ])
  })

  it('lists citations in reading order', () => {
    const at = (start: number): Raw => citation({ start })
    const stored = body(paragraph(at(1), branch('link', [text('a')], { url: 'https://example.org' }), at(2)),
      branch('list', [branch('listitem', [at(3)], { value: 1 }), branch('listitem', [at(4)], { value: 2 })], { listType: 'bullet' }),
      paragraph(at(5)))
    expect(citationsOf(rootOf(stored)).map(({ start }) => start)).toEqual([1, 2, 3, 4, 5])
  })
})

it.each([
  ['https://example.org/a', true],
  ['http://example.org', true],
  ['mailto:a@example.org', true],
  [' HTTPS://example.org', true],
  ['javascript:alert(1)', false],
  ['file:///etc/passwd', false],
  ['https://', false],
  ['https:///', false],
  ['example.org', false],
  [`https://${'a'.repeat(2040)}`, true],
  [`https://${'a'.repeat(2041)}`, false]
])('whether %s may be a link', (url, may) => {
  expect(isLinkAddress(url)).toBe(may)
})

it('plain words become a paragraph for each line, and are read back', () => {
  expect(rootOf(bodyOfText('one\r\n\r\ntwo\nthree')).children).toEqual([
    { type: 'paragraph', children: [{ type: 'text', text: 'one', format: 0 }] },
    { type: 'paragraph', children: [] },
    { type: 'paragraph', children: [{ type: 'text', text: 'two', format: 0 }] },
    { type: 'paragraph', children: [{ type: 'text', text: 'three', format: 0 }] }
  ])
})

it('the words of a body that cannot be read are saved from it, or the body itself', () => {
  expect(salvageText('{"text":"Sales \\"rose\\"","x":1,"text": "by 4%"')).toBe('Sales "rose"\nby 4%')
  expect(salvageText('gone')).toBe('gone')
})
