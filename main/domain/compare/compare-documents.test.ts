import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ChangeKind, ComparisonRow } from '#contract/comparison'
import type { ComparableDocument, Passage } from './comparable-document'
import { compareDocuments } from './compare-documents'
import { foldText, numbersOf } from './fold-text'

const documentOf = (lines: readonly string[]): ComparableDocument => {
  let at = 0
  const passages = lines.map((text): Passage => {
    const start = at
    at += text.length + 1
    const cells = text.split(' | ')
    return { unit: cells.length > 1 ? 'row' : 'sentence', text: cells.join(' '), cells: cells.length > 1 ? cells : [],
      range: { start, end: start + text.length } }
  })
  return { passages, safeHarbor: null, figures: [], factors: [] }
}
const compare = (left: readonly string[], right: readonly string[]) => compareDocuments(documentOf(left), documentOf(right))
const kinds = (left: readonly string[], right: readonly string[]): ChangeKind[] => compare(left, right).rows.map(({ kind }) => kind)

const BODY = [
  'Quiet Harbor Instruments reported revenue of $94.6 million for the third quarter.',
  'The company opened a second foundry in the town of Osterby during the summer.',
  'Management expects the new foundry to reduce the cost of each casting.',
  'The board of directors declared a dividend of ten cents for every share.',
  'Orders for tidal gauges improved in every region where the company sells them.'
]
const changed = (at: number, to: string): string[] => BODY.map((line, index) => (index === at ? to : line))

describe('figures of a quarter', () => {
  it('are never paired with those of six months', () => {
    const quarter = 'Revenue for the three months ended March 31, 2012 was $94.6 million.'
    const half = 'Revenue for the six months ended June 30, 2012 was $194.6 million.'
    expect(kinds([...BODY.slice(1), quarter], [...BODY.slice(1), half]).filter((kind) => kind !== 'same').sort()).toEqual(['added',
      'removed'])
    expect(kinds([quarter], ['Revenue for the three months ended June 30, 2012 was $99.6 million.'])).toEqual(['number-changed'])
  })
  it.each([
    ['Revenue for the second quarter of 2012 was $94.6 million.', 'Revenue for the first half of 2012 was $194.6 million.'],
    ['Revenue for the quarter ended June 30, 2012 was $94.6 million.', 'Revenue for the first six months of 2012 was $194.6 million.'],
    ['Revenue for the thirteen weeks ended June 30, 2012 was $94.6 million.',
      'Revenue for the twenty-six weeks ended June 30, 2012 was $194.6 million.'],
    ['Revenue for the third quarter was $94.6 million.', 'Revenue for the full year was $394.6 million.']
  ])('nor: "%s"', (quarter, more) => {
    expect(kinds([quarter], [more]).sort()).toEqual(['added', 'removed'])
  })
})

describe('a changed sentence is told by what it changes', () => {
  it.each<[string, readonly string[], ChangeKind]>([
    ['a number', changed(0, 'Quiet Harbor Instruments reported revenue of $96.4 million for the third quarter.'), 'number-changed'],
    ['a number in brackets', changed(0, 'Quiet Harbor Instruments reported revenue of ($94.6) million for the third quarter.'),
      'number-changed'],
    ['a number in words', changed(3, 'The board of directors declared a dividend of eleven cents for every share.'), 'number-changed'],
    ['a denial', changed(2, 'Management no longer expects the new foundry to reduce the cost of each casting.'), 'polarity-changed'],
    ['a direction', changed(4, 'Orders for tidal gauges declined in every region where the company sells them.'), 'polarity-changed'],
    ['other words', changed(1, 'The company opened a second foundry in the village of Osterby during the summer.'), 'reworded'],
    ['a comma', changed(1, 'The company opened a second foundry, in the town of Osterby during the summer.'), 'reworded']
  ])('%s', (_name, right, kind) => {
    expect(kinds(BODY, right).filter((found) => found !== 'same')).toEqual([kind])
  })
  it('typography and wrapping are no change', () => {
    const right = ['The Company’s  “tidal  gauge” is a long\u00a0term product — see note 4.',
      'A follow- up study on Form 10- K began ....... 12']
    expect(
      kinds(right, ['The Company\'s "tidal gauge" is a long term product -- see note 4.',
        'A follow-up study on Form 10-K began . . . . . 12'])
    ).toEqual(['same', 'same'])
  })
  it('what stands elsewhere is moved only where it stands once on each side', () => {
    expect(kinds(BODY, [BODY[4] ?? '', ...BODY.slice(0, 4)])).toEqual(['moved', 'same', 'same', 'same', 'same'])
    const twice = ['A boundary of the same words stands twice here.', ...BODY, 'A boundary of the same words stands twice here.']
    expect(kinds(twice, BODY).filter((kind) => kind !== 'same')).toEqual(['removed', 'removed'])
  })
  it('a sentence moved and changed is told by the change, and is marked as moved', () => {
    const right = [...BODY.slice(1), 'Quiet Harbor Instruments reported revenue of $99.9 million for the third quarter.']
    expect(compare(BODY, right).rows.filter(({ kind }) => kind !== 'same')).toMatchObject([{ kind: 'number-changed', moved: true }])
  })
})

describe('rows of a table', () => {
  it('are compared cell by cell', () => {
    const [row] = compare(['Net revenue | $ | 94.6 | $ | 88.1'], ['Net revenue | $ | 96.4 | $ | 88.1']).rows
    expect(row).toMatchObject({ kind: 'number-changed', unit: 'row' })
    expect(row?.cells).toEqual([
      { left: 'Net revenue', right: 'Net revenue', kind: 'same' },
      { left: '$94.6', right: '$96.4', kind: 'number-changed' },
      { left: '$88.1', right: '$88.1', kind: 'same' }
    ])
  })
  it('keep their row where every number is another', () => {
    const left = ['Net revenue | 94.6 | 88.1', 'Cost of goods sold | 51.0 | 47.2', 'Total | 1 | 2']
    const right = ['Net revenue | 101.3 | 94.6', 'Cost of goods sold | 55.9 | 51.0', 'Total | 3 | 4']
    expect(kinds(left, right)).toEqual(['number-changed', 'number-changed', 'number-changed'])
  })
  it('show a cell that came with a number as a changed number', () => {
    expect(kinds(['Backlog of orders | 4'], ['Backlog of orders | 4 | 7'])).toEqual(['number-changed'])
  })
})

const WORDS = ['harbor', 'gauge', 'foundry', 'revenue', 'not', 'may', 'will', 'grew', 'fell', 'the', 'of', '12', '(12)', '3.5%', '“tide”',
  '—', 'casting', 'orders']
const sentence = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 9 }).map((words) => words.join(' '))
const row = fc.array(fc.constantFrom('Total', 'Net', '5', '$', '6.1', '(7)'), { minLength: 2, maxLength: 5 }).map((cells) =>
  cells.join(' | ')
)
const lines = fc.array(fc.oneof({ weight: 4, arbitrary: sentence }, row), { maxLength: 25 })

/** The rows that hold each passage of a side: a row may join passages, and each of them stands in one row. */
const holders = (rows: readonly ComparisonRow[], side: 'left' | 'right', { passages }: ComparableDocument): number[] =>
  passages.map(({ range }) =>
    rows.filter((row) => {
      const held = row[side]?.range
      return held !== undefined && held.start <= range.start && held.end >= range.end
    }).length
  )
const count = (rows: readonly ComparisonRow[], kind: ChangeKind): number => rows.filter((one) => one.kind === kind).length

describe('laws', () => {
  it('every passage of both sides stands in one row, and the counts add up', () => {
    fc.assert(fc.property(lines, lines, (a, b) => {
      const [left, right] = [documentOf(a), documentOf(b)]
      const { rows, counts } = compareDocuments(left, right)
      expect(holders(rows, 'left', left)).toEqual(left.passages.map(() => 1))
      expect(holders(rows, 'right', right)).toEqual(right.passages.map(() => 1))
      expect(Object.values(counts.kinds).reduce((sum, part) => sum + part, 0)).toBe(rows.length)
    }))
  })
  it('a document is the same as itself', () => {
    fc.assert(fc.property(lines, (a) => {
      expect(new Set([...kinds(a, a), 'same'])).toEqual(new Set(['same']))
    }))
  })
  it('the right side keeps its order', () => {
    fc.assert(fc.property(lines, lines, (a, b) => {
      const starts = compare(a, b).rows.flatMap(({ right }) => right?.range.start ?? [])
      expect(starts).toEqual([...starts].sort((x, y) => x - y))
    }))
  })
  it('what was added is removed when the sides are swapped, where no place is in doubt', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.constantFrom(...BODY), { minLength: 1 }), fc.subarray([0, 1, 2, 3, 4]), (a, keep) => {
      const b = a.filter((_, at) => keep.includes(at))
      const [forth, back] = [compare(a, b).rows, compare(b, a).rows]
      expect([count(forth, 'added'), count(forth, 'removed')]).toEqual([count(back, 'removed'), count(back, 'added')])
    }))
  })
  it('no number hides in what is called the same or moved', () => {
    fc.assert(fc.property(lines, lines, (a, b) => {
      for (const { kind, left, right } of compare(a, b).rows) {
        if (kind !== 'same' && kind !== 'moved') continue
        expect(numbersOf(foldText(left?.text ?? ''))).toEqual(numbersOf(foldText(right?.text ?? '')))
        expect((left?.text ?? '').replace(/\D/g, '')).toBe((right?.text ?? '').replace(/\D/g, ''))
      }
    }))
  })
  it('the words of a changed row read as its two sides', () => {
    fc.assert(fc.property(lines, lines, (a, b) => {
      for (const { words, left, right } of compare(a, b).rows) {
        if (words.length === 0) continue
        expect(words.filter(({ op }) => op !== 'insert').map(({ text, left: own }) => own ?? text).join('')).toBe(left?.text)
        expect(words.filter(({ op }) => op !== 'delete').map(({ text }) => text).join('')).toBe(right?.text)
      }
    }))
  })
  it('takes a time that does not grow with the product of the sides', () => {
    const text = (from: number, size: number): string[] =>
      Array.from({ length: size }, (_, at) =>
        `Sentence ${String(from + at)} tells of word${String((from + at) * 7 % 9973)} and thing${String((from + at) % 4001)} in place${
          String(at % 97)
        }.`)
    const { rows } = compare(text(0, 8000), text(100_000, 8000))
    expect(rows.length).toBeGreaterThan(7999)
  }, 20_000)
})

describe('what is no change', () => {
  it('a dash escaped for mail, and white space inside a changed sentence', () => {
    expect(
      kinds(['Please dial in about 5 - -10 minutes before the call begins.'], [
        'Please dial in about 5 -10 minutes before the call begins.'
      ])
    ).toEqual(['same'])
    const [row] =
      compare(['The yard lies at Pier 4 in  Osterby and holds ten boats.'], ['The yard lies at Pier 4 in Osterby and holds nine boats.'])
        .rows
    expect(row?.words.filter(({ op }) => op !== 'same').map(({ text }) => text)).toEqual(['ten', 'nine'])
  })
  it('a sentence that opens alike is reworded, however much of its rest is another', () => {
    const before =
      'Forward-looking statements in this release include those on the outlook, on new foundries, on our gauges and on the price of brass.'
    const after =
      'Forward-looking statements in this release include those on the works by the canal, a ferry, two moles, seventy lanterns, rope, sailcloth and tar.'
    expect(kinds([before], [after])).toEqual(['number-changed'])
  })
  it('a row of dates is the same row with other dates', () => {
    expect(kinds(['Dec 31, | Sep 30,', 'Net sales | 4 | 5'], ['Jun 30, | Mar 31,', 'Net sales | 6 | 7'])).toEqual(['number-changed',
      'number-changed'])
  })
})

describe('risk factors', () => {
  const factor = (heading: string, ...body: string[]): string[] => [heading, ...body]
  const withFactors = (parts: readonly (readonly string[])[]): ComparableDocument => {
    const document = documentOf(parts.flat())
    let at = 0
    const factors = parts.map((part) => {
      const own = document.passages.slice(at, at += part.length)
      const [heading] = own
      return { heading: { text: heading?.text ?? '', range: heading?.range ?? { start: 0, end: 0 } },
        range: { start: heading?.range.start ?? 0, end: own.at(-1)?.range.end ?? 0 } }
    })
    return { ...document, factors }
  }
  const foundry = factor('We may lose our only foundry.', 'It stands on a river that floods in every third spring.',
    'We insure it in part.')
  const pilots = factor('Our pilots may leave us for other harbors.', 'They are courted by the harbors of the southern coast.')
  const prices = factor('The price of brass may rise without warning.', 'Brass makes up a third of what a gauge costs us.')

  it('are added, removed, reworded and the same by their headings and their text', () => {
    const later = ['It stands on a river that floods in every second spring.', 'We insure it in part.']
    const { factors } = compareDocuments(withFactors([foundry, pilots]), withFactors([prices, factor(foundry[0] ?? '', ...later)]))
    expect(factors.map(({ kind, changes, left, right }) => [kind, changes, (right ?? left)?.text])).toEqual([
      ['added', 0, prices[0]],
      ['number-changed', 1, foundry[0]],
      ['removed', 0, pilots[0]]
    ])
  })
  it('are known by their text where the heading is another', () => {
    const { factors } = compareDocuments(withFactors([foundry, pilots]),
      withFactors([foundry, factor('Able seamen may be hard to come by.', ...pilots.slice(1))]))
    expect(factors.map(({ kind }) => kind)).toEqual(['same', 'reworded'])
  })
})
