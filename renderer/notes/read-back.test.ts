import { createHeadlessEditor } from '@lexical/headless'
import { $createListItemNode, $createListNode } from '@lexical/list'
import { $createQuoteNode } from '@lexical/rich-text'
import fc from 'fast-check'
import { $createLineBreakNode, $createParagraphNode, $createTextNode, $getRoot } from 'lexical'
import { describe, expect, it } from 'vitest'
import { EDITOR_CONFIG, wordsOf } from './editor'
import { $createCitationNode } from './nodes/citation-node'
import { wordsCitation } from '#model/note-citation'
import { $createNoteLinkNode } from './nodes/link-node'
import { bodyOfText, citationsOf, isLinkAddress, MAX_DEPTH, readNoteBody, salvageText } from '#model/note-body'

const editor = () => createHeadlessEditor(EDITOR_CONFIG)

const text = (value: string, more: object = {}): object => ({ type: 'text', version: 1, detail: 0, format: 0, mode: 'normal', style: '',
  text: value, ...more })
const element = (type: string, children: readonly unknown[], more: object = {}): object => ({ type, version: 1, format: '', indent: 0,
  direction: null, children, ...more })
const state = (...children: readonly unknown[]): string => JSON.stringify({ root: element('root', children) })
const paragraph = (...children: readonly unknown[]): object => element('paragraph', children)

describe('readNoteBody', () => {
  it('reads back everything the editor can write', () => {
    const written = editor()
    written.update(() => {
      const quote = $createQuoteNode()
      quote.append($createTextNode('They said'), $createLineBreakNode(), $createTextNode('so').toggleFormat('italic'))
      const list = $createListNode('bullet')
      const item = $createListItemNode()
      item.append($createTextNode('one'))
      const nested = $createListNode('number')
      nested.append($createListItemNode().append($createTextNode('inner')))
      list.append(item, $createListItemNode().append(nested))
      const link = $createNoteLinkNode('https://example.test/a')
      link.append($createTextNode('there'))
      const cited = $createParagraphNode()
      cited.append($createTextNode('See ').toggleFormat('bold'), link, $createCitationNode(wordsCitation(1, { start: 4, end: 9 }, 'words')))
      $getRoot().append(cited, quote, list)
    }, { discrete: true })
    const words = wordsOf(written)
    expect(words?.text).toBe('See there“words”\nThey said\nso\none\n\ninner')
    const again = editor()
    again.setEditorState(again.parseEditorState(words?.body ?? ''))
    expect(wordsOf(again)).toEqual(words)
  })

  it('keeps any plain text through a round trip', () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'binary', maxLength: 40 }).filter((line) => !/[\r\n]/.test(line)), { minLength: 1, maxLength: 8 }),
        (lines) => {
          const body = bodyOfText(lines.join('\n'))
          const read = readNoteBody(body)
          expect(read.kind === 'tree' ? read.text : '').toBe(lines.join('\n').trim())
        }
      )
    )
  })

  it('takes an empty body and a root without children for an empty note', () => {
    expect(readNoteBody('')).toEqual({ kind: 'empty' })
    expect(readNoteBody(state())).toEqual({ kind: 'empty' })
  })

  const deep = Array.from({ length: MAX_DEPTH }).reduce<object>(
    (inner) => element('list', [element('listitem', [inner], { value: 1 })], { listType: 'bullet', start: 1, tag: 'ul' }),
    element('list', [], { listType: 'bullet', start: 1, tag: 'ul' })
  )
  it.each([
    ['no JSON', '{"root":{"type":"root","children":[{"type":"paragr'],
    ['a byte order mark', '\ufeff{"root":{}}'],
    ['NaN', '{"root":NaN}'],
    ['no root', '{}'],
    ['a null root', '{"root":null}'],
    ['an array', '[]'],
    ['a string', '"x"'],
    ['a second key', '{"root":{"type":"root","version":1,"children":[]},"x":1}'],
    ['a polluted prototype', '{"root":{"type":"root","version":1,"children":[],"__proto__":{"polluted":1}}}'],
    ['a script link', state(paragraph(element('link', [text('x')], { url: 'javascript:alert(1)' })))],
    ['a data link', state(paragraph(element('link', [text('x')], { url: 'data:text/html,<b>x' })))],
    ['a file link', state(paragraph(element('link', [text('x')], { url: 'file:///etc/hosts' })))],
    ['a style', state(paragraph(text('x', { style: 'background:url(http://example.test/x)' })))],
    ['an unknown node', state({ type: 'tweet', version: 9 }, paragraph(text('kept')))],
    ['an image', state(paragraph({ type: 'image', version: 1, src: 'http://example.test/x' }))],
    ['children that are no list', state({ ...paragraph(), children: 'x' })],
    ['a missing version', state({ type: 'paragraph', children: [] })],
    ['a newer version', state(paragraph(text('x', { version: 99 })))],
    ['a huge format', state(paragraph(text('x', { format: 2 ** 53 })))],
    ['a negative indent', state(element('paragraph', [], { indent: -1 }))],
    ['a huge indent', state(element('paragraph', [], { indent: 99999 }))],
    ['too deep a list', state(deep)],
    ['text that is no string', state(paragraph(text('x', { text: { a: 1 } })))],
    ['a mode of its own', state(paragraph(text('x', { mode: 'evil' })))],
    ['a list item without a list', state(element('listitem', [text('x')], { value: 1 }))],
    ['a paragraph in a paragraph', state(paragraph(paragraph(text('x'))))],
    ['a node key', state(paragraph(text('x', { __key: 'root' })))],
    ['text in the root', state(text('x'))],
    ['a citation with a markup property',
      state(paragraph({ type: 'citation', version: 1, sequence: 1, start: 0, end: 1, quote: 'x', html: '<b>' }))]
  ])('refuses %s', (_name, body) => {
    expect(readNoteBody(body).kind).toBe('unreadable')
  })

  it('never throws, and what it lets through the editor can load', () => {
    fc.assert(fc.property(fc.jsonValue(), (value) => {
      for (const body of [JSON.stringify(value), JSON.stringify({ root: value }), state(paragraph(value))]) {
        const read = readNoteBody(body)
        if (read.kind === 'tree') expect(() => editor().parseEditorState(body)).not.toThrow()
      }
    }))
  })

  it('walks ten thousand paragraphs without recursion', () => {
    const read = readNoteBody(bodyOfText('line\n'.repeat(10_000)))
    expect(read.kind).toBe('tree')
  })
})

describe('salvageText', () => {
  it('finds the words of a body that cannot be read', () => {
    expect(salvageText(state({ type: 'tweet' }, paragraph(text('KEEP "ME"'))))).toBe('KEEP "ME"')
    expect(salvageText('{"root":{"type":"ro')).toBe('{"root":{"type":"ro')
  })
})

describe('isLinkAddress', () => {
  it('takes web and mail addresses only', () => {
    expect(['https://example.test', 'http://example.test/a?b', 'mailto:a@example.test'].every(isLinkAddress)).toBe(true)
    expect(['javascript:1', ' java\nscript:1', 'file:///x', 'redwell://app', 'example.test', ''].some(isLinkAddress)).toBe(false)
  })
})

describe('citationsOf', () => {
  it('lists citations in reading order', () => {
    const chip = (start: number): object => ({ type: 'citation', version: 1, sequence: 1, start, end: start + 1, quote: 'x' })
    const read = readNoteBody(state(paragraph(chip(5), text('a'), chip(1)), paragraph(chip(3))))
    expect(read.kind === 'tree' ? citationsOf(read.root).map(({ start }) => start) : []).toEqual([5, 1, 3])
  })
})
