import { describe, expect, it } from 'vitest'
import type { ChangeKind, ComparisonRow } from '#contract/comparison'
import type { ComparableDocument, Passage } from './comparable-document'
import { compareDocuments } from './compare-documents'

/** A document of lines: one with ` |` is a row of a table. */
const documentOf = (lines: readonly string[]): ComparableDocument => {
  let at = 0
  const passages = lines.map((text): Passage => {
    const start = at
    at += text.length + 1
    const cells = text.split(/ \| ?/).filter((cell) => cell !== '')
    const isRow = text.includes(' |')
    return { unit: isRow ? 'row' : 'sentence', text: cells.join(' '), cells: isRow ? cells : [],
      range: { start, end: start + text.length } }
  })
  return { passages, safeHarbor: null, figures: [], factors: [] }
}
const changes = (left: readonly string[], right: readonly string[]): readonly ComparisonRow[] =>
  compareDocuments(documentOf(left), documentOf(right)).rows.filter(({ kind }) => kind !== 'same')
const kinds = (left: readonly string[], right: readonly string[]): ChangeKind[] => changes(left, right).map(({ kind }) => kind)

const BEFORE = 'The yard by the canal was closed in the spring of last year.'
const AFTER = 'Its boats were sold to a ferryman of the northern shore.'

describe('the same words parted elsewhere are no change', () => {
  it('a sentence that the turn of a page cuts in two, inside a word that a hyphen parts', () => {
    expect(
      kinds([BEFORE, 'Gauges of the near-term line sell well abroad.', AFTER], [BEFORE, 'Gauges of the near-',
        'term line sell well abroad.', AFTER])
    ).toEqual([])
  })
  it('a label that is wrapped over two rows of a table', () => {
    expect(
      kinds(['Consolidated Statements of Tides Read | 40 | 41', AFTER], ['Consolidated Statements of Tides |', 'Read | 40 | 41', AFTER])
    ).toEqual([])
  })
  it('a heading that a table of layout sets in cells', () => {
    expect(
      kinds([BEFORE, 'Osterby | 91-122', '(Town) | (Number of the register)', AFTER], [BEFORE,
        'Osterby 91-122 (Town) (Number of the register)', AFTER])
    ).toEqual([])
  })
  it('three passages against two, cut at other places', () => {
    expect(
      kinds(['Brass is dear.', 'Tin is cheap, and rope', 'is let by the fathom.'], ['Brass is dear. Tin is cheap,',
        'and rope is let by the fathom.'])
    ).toEqual([])
  })
  it('but digits that only run together when they are joined are other numbers', () => {
    expect(kinds(['Boats | 1 | 23'], ['Boats | 12 | 3'])).toEqual(['number-changed'])
    expect(kinds(['Boats of 1', '23 of them sold'], ['Boats of 12', '3 of them sold'])).not.toEqual([])
  })
})

describe('words changed where the sides are parted elsewhere are one change', () => {
  it('a sentence cut in two with another number in it', () => {
    const found = changes([BEFORE,
      'The ferry carried 41,200 passengers over the winter, and every one of them paid the fare of the older tariff.', AFTER], [BEFORE,
      'The ferry carried 44,900 passengers over the winter, and every one', 'of them paid the fare of the older tariff.', AFTER])
    expect(found.map(({ kind }) => kind)).toEqual(['number-changed'])
    expect(found[0]?.words.filter(({ op }) => op !== 'same').map(({ text }) => text)).toEqual(['41,200', '44,900'])
  })
  it('a row whose label is wrapped, with another figure', () => {
    const found = changes(['Tide gauges sold through the northern harbors | 4,100 | 3,900', AFTER], [
      'Tide gauges sold through the northern |',
      'Harbors | 4,200 | 3,900',
      AFTER
    ])
    expect(found.map(({ kind }) => kind)).toEqual(['number-changed'])
    expect(found[0]?.cells?.map(({ kind }) => kind)).toEqual(['same', 'number-changed', 'same'])
  })
  it('running text that a table sets in place, against a sentence', () => {
    const row = '4.6 | Form of the register of ropes of the older loft, kept by the harbor master and signed on June 1, 2001.'
    expect(
      kinds([BEFORE, row], [BEFORE,
        '4.6 Form of the register of ropes of the older loft, kept by the harbor master and signed on June 2, 2001.'])
    ).toEqual(['number-changed'])
  })
  it('a number that stands before a title, alone or in one line with it', () => {
    expect(kinds([BEFORE, '99.1 Tide tables of May 1, 2001.', AFTER], [BEFORE, '99.1', 'Tide tables of June 1, 2001.', AFTER])).toEqual([
      'number-changed'
    ])
  })
  it('a sentence that came is none of a part of its neighbour', () => {
    expect(
      kinds([BEFORE, 'The ferry carried 41 boats.', AFTER], [BEFORE, 'The ferry carried 44 boats.', 'Ropes were let by the fathom.', AFTER])
    ).toEqual(['number-changed', 'added'])
  })
})

describe('signs of setting are no change', () => {
  it.each<[string, string, string]>([
    ['a bullet', '• Brass is dear in the spring.', 'Brass is dear in the spring.'],
    ['a bullet that is a letter', '•Brass is dear in the spring.', 'o Brass is dear in the spring.'],
    ['a section sign', '§ Brass is dear in the spring.', '● Brass is dear in the spring.'],
    ['an empty box of a form', '[ ] Pilots only', '\u2610 Pilots only'],
    ['a ticked box of a form', '[X] Pilots only', '\u00fe Pilots only'],
    ['a hyphen at a line end before a capital', 'Case No. STK- CV was closed.', 'Case No. STK-CV was closed.']
  ])('%s', (_name, left, right) => expect(kinds([left], [right])).toEqual([]))
  it('but a box that was ticked is a change', () => expect(kinds(['[ ] Pilots only'], ['[X] Pilots only'])).toEqual(['reworded']))
  it('a long dash is one sign in the words of a change, and so is a short form with dots', () => {
    const [row] = changes(['Tides read -- north at 10 a.m. by the pilot'], ['Tides read \u2014 north at 11 am by the pilot'])
    expect(row?.words.filter(({ op }) => op !== 'same').map(({ text }) => text)).toEqual(['10 a.m.', '11 am'])
  })
  it('"No." before a number denies nothing', () => {
    expect(kinds(['Registered under No. 4471 of the harbor office.'], ['Registered under number 4471 of the harbor office.'])).toEqual([
      'reworded'
    ])
    expect(kinds(['There were no boats in the harbor.'], ['There were boats in the harbor.'])).toEqual(['polarity-changed'])
  })
})

it('a moved block takes its short and its common passages with it', () => {
  const block = ['Moorings.', 'The moorings of the inner basin are let by the week to fishing boats.', 'See note.']
  const rest = ['See note.', BEFORE, AFTER, 'Ropes are let by the fathom in the loft above the yard.']
  const end = 'The list ends with the last of the ropes.'
  expect(kinds([...block, ...rest, end], [...rest, ...block, end])).toEqual(['moved', 'moved', 'moved'])
})

it('a factor whose heading stands on the other side as plain text is not gone, nor is a risk that no list names there', () => {
  const heading = 'We may lose our only foundry.'
  const left = documentOf([heading, 'It stands on a river that floods.'])
  const right = documentOf([heading, 'It stands on a river that floods.'])
  const range = { start: 0, end: heading.length }
  const harbor = { ranges: [range], triggers: [], subjects: [],
    riskFactors: [{ id: 'h1', text: 'lose our only foundry', start: 7, end: 28, risks: [] }] }
  const { factors, items } = compareDocuments({ ...left, safeHarbor: harbor,
    factors: [{ heading: { text: heading, range }, range: { start: 0, end: 60 } }] }, right)
  expect(factors.map(({ kind, right: other }) => [kind, other?.text])).toEqual([['same', heading]])
  expect(items.map(({ kind, right: other }) => [kind, other?.range])).toEqual([['same', range]])
})

it('entries of a list that share no more than the formula they close with are not each other, one of the same subject is', () => {
  const names = ['lantern', 'mole', 'ferry', 'rope', 'sail', 'brass', 'canal', 'loft', 'pilot', 'tide', 'gauge', 'barge', 'anchor',
    'beacon', 'buoy', 'cable', 'davit', 'fender', 'galley', 'hawser', 'jetty', 'keel', 'ladder', 'mast', 'net', 'oar', 'pulley', 'quay',
    'rudder', 'shackle', 'tiller', 'winch']
  const entry = (name: string, at: number, year: number): string =>
    `Form of the ${name} lease, incorporated herein by reference to exhibit ${
      String(at)
    } of the annual report of the harbor office for the year ${String(year)}.`
  const left = names.map((name, at) => entry(`older ${name}`, at, 1997))
  const right = [...names.map((name, at) => entry(`${name}house and ${name}yard`, at + 40, 2023)), entry('older winch', 99, 2023)]
  expect(kinds(left, right).filter((kind) => kind === 'number-changed')).toHaveLength(1)
})
