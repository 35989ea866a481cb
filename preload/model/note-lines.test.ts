import { describe, expect, it } from 'vitest'
import { notePartsOf, tableLines } from './note-lines'

const paragraph = (text: string): object => ({ type: 'paragraph', version: 1, direction: null, format: '', indent: 0, textFormat: 0,
  textStyle: '', children: [{ type: 'text', version: 1, text, format: 0, detail: 0, mode: 'normal', style: '' }] })
const cell = (text: string): object => ({ type: 'tablecell', version: 1, direction: null, format: '', indent: 0,
  children: [paragraph(text)] })
const table = (...rows: string[][]): object => ({ type: 'table', version: 1, direction: null, format: '', indent: 0,
  children: rows.map((row) => ({ type: 'tablerow', version: 1, direction: null, format: '', indent: 0, children: row.map(cell) })) })
const body = (...children: object[]): string =>
  JSON.stringify({ root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children } })

describe('the parts of a note', () => {
  it('without a table are its words on one line', () => {
    expect(notePartsOf({ body: body(paragraph('a'), paragraph('b')), text: 'a\n b' })).toEqual([{ kind: 'words', text: 'a b' }])
  })

  it('are the words kept beside the body where that cannot be read', () => {
    expect(notePartsOf({ body: '{', text: ' kept \n words' })).toEqual([{ kind: 'words', text: 'kept words' }])
  })

  it('are the words before, between and behind its tables, and the tables as rows of cells', () => {
    const note = body(paragraph('one'), paragraph('two'), table(['Clinic', 'Rooms'], ['North', '12']), paragraph('three'), table(['x']))
    expect(notePartsOf({ body: note, text: '' })).toEqual([
      { kind: 'words', text: 'one two' },
      { kind: 'table', rows: [['Clinic', 'Rooms'], ['North', '12']] },
      { kind: 'words', text: 'three' },
      { kind: 'table', rows: [['x']] }
    ])
  })
})

describe('a table in Markdown', () => {
  it('has a line for each row and one below the head, short rows filled up', () => {
    expect(tableLines([['a', 'b'], ['c']], (words) => words)).toEqual(['| a | b |', '| --- | --- |', '| c |  |'])
  })

  it('asks how each cell is to be written', () => {
    expect(tableLines([['a|b']], (words) => words.replace('|', '\\|'))).toEqual(['| a\\|b |', '| --- |'])
  })

  it('of no rows is an empty head', () => {
    expect(tableLines([], (words) => words)).toEqual(['|  |', '| --- |'])
  })
})
