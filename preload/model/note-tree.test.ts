import { describe, expect, it } from 'vitest'
import { wordsCitation } from './note-citation'
import { formatsOf, isBranch, plainText, type NoteBranch, type NoteNode, type TextLeaf } from './note-tree'

const text = (words: string, format = 0): TextLeaf => ({ type: 'text', text: words, format })
const branch = (type: NoteBranch['type'], ...children: NoteNode[]): NoteBranch => ({ type, children })
const cited = (quote: string, short: boolean): NoteNode => ({ ...wordsCitation(1, { start: 0, end: 4 }, quote), short, type: 'citation' })
const row = (...cells: string[]): NoteBranch =>
  branch('tablerow', ...cells.map((words) => branch('tablecell', branch('paragraph', text(words)))))

describe('the formats of words', () => {
  it('are told from the bits, the innermost first', () => {
    expect(formatsOf(text('x'))).toEqual([])
    expect(formatsOf(text('x', 1))).toEqual(['bold'])
    expect(formatsOf(text('x', 2 | 8 | 64))).toEqual(['italic', 'underlined', 'superscript'])
    expect(formatsOf(text('x', 127))).toEqual(['bold', 'italic', 'struck', 'underlined', 'code', 'subscript', 'superscript'])
  })
})

describe('the plain text of a note', () => {
  it('has a line for each paragraph, heading and item, also of a list in a list', () => {
    const root = branch('root', branch('heading', text('Claim')), branch('paragraph', text('One '), text('word', 1)),
      branch('list', branch('listitem', text('first')),
        branch('listitem', text('second'), branch('list', branch('listitem', text('inner'))))))
    expect(plainText(root)).toBe('Claim\nOne word\nfirst\nsecond\ninner')
  })

  it('keeps an empty line between paragraphs and none at the ends', () => {
    expect(
      plainText(
        branch('root', branch('paragraph'), branch('paragraph', text('a')), branch('paragraph'), branch('paragraph', text('b')),
          branch('paragraph'))
      )
    ).toBe('a\n\nb')
  })

  it('has the words of a link, line breaks and tabs, and nothing for a rule', () => {
    const root = branch('root',
      branch('paragraph', text('see '), branch('link', text('the page')), { type: 'linebreak' }, { type: 'tab', text: '\t', format: 0 },
        text('on')), { type: 'divider' })
    expect(plainText(root)).toBe('see the page\n\ton')
  })

  it('quotes what a chip cites, but not where the chip stands behind its words', () => {
    expect(plainText(branch('root', branch('paragraph', text('As in '), cited('sold', false), cited('sold', true))))).toBe('As in “sold”')
  })

  it('has a line for each row of a table, cells parted by tabs', () => {
    const table = branch('table', row('Clinic', 'Rooms'), row('North\n wing', ''))
    expect(plainText(branch('root', branch('paragraph', text('Before')), table, branch('paragraph', text('after')))))
      .toBe('Before\nClinic\tRooms\nNorth wing\t\nafter')
  })
})

it('tells what holds others from what does not', () => {
  expect(isBranch(branch('paragraph'))).toBe(true)
  expect(isBranch(text('a'))).toBe(false)
})
