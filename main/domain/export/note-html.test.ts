import { describe, expect, it } from 'vitest'
import { readNoteBody } from '#model/note-body'
import { printNote } from './note-html'

const text = (words: string): object => ({ type: 'text', version: 1, text: words, format: 0, mode: 'normal' })
const element = (type: string, children: readonly object[], more: object = {}): object => ({ type, version: 1, children, ...more })
const cell = (words: string, header = false): object =>
  element('tablecell', [element('paragraph', [text(words)])], header ? { header } : {})
const print = (...children: readonly object[]): string =>
  printNote(JSON.stringify({ root: element('root', children) }), 'plain words').markup

describe('a printed note', () => {
  it('has its tables, the cells that head a column as such', () => {
    expect(
      print(
        element('table', [element('tablerow', [cell('Site', true), cell('<b>', true)]), element('tablerow', [cell('Troy'), cell('20')])])
      )
    )
      .toBe(
        '<div><table><tr><th><p>Site</p></th><th><p>&lt;b&gt;</p></th></tr><tr><td><p>Troy</p></td><td><p>20</p></td></tr></table></div>'
      )
  })
  it('has its rules and headings', () => {
    expect(print(element('heading', [text('Sites')], { tag: 'h2' }), { type: 'divider', version: 1 })).toBe('<div><h4>Sites</h4><hr></div>')
  })
  it('tells the words of a chip, but not twice where they stand before it', () => {
    const chip = { type: 'citation', version: 1, sequence: 1, start: 1, end: 5, quote: 'said so' }
    expect(print(element('paragraph', [text('They '), chip]))).toBe('<div><p>They <span class="citation">“said so”</span></p></div>')
    expect(print(element('quote', [text('said so '), { ...chip, short: true }]))).toBe('<div><blockquote>said so </blockquote></div>')
  })
  it('is its plain text where it holds anything else', () => {
    expect(print(element('table', [element('tablerow', [{ type: 'iframe', version: 1 }])]))).toBe('<div><p>plain words</p></div>')
  })
  it('has the boxes of a check list', () => {
    const item = (words: string, checked: boolean, value: number): object => element('listitem', [text(words)], { checked, value })
    expect(print(element('list', [item('asked', true, 1), item('open', false, 2)], { listType: 'check' }))).toBe(
      '<div><ul class="checks"><li>☑ asked</li><li>☐ open</li></ul></div>'
    )
  })
  it('is as deep as the editor nests', () => {
    const nest = (depth: number): object =>
      element('list', [element('listitem', depth === 0 ? [text('deep down')] : [nest(depth - 1)], { value: 1 })], { listType: 'bullet' })
    const deepest =
      Array.from({ length: 40 }, (_, depth) => depth).findLast((depth) =>
        readNoteBody(JSON.stringify({ root: element('root', [nest(depth)]) })).kind === 'tree'
      ) ?? 0
    expect(deepest).toBeGreaterThan(19)
    expect(print(nest(deepest))).toContain('<li>deep down</li>')
  })
})
