import { describe, expect, it } from 'vitest'
import { readText } from '../../fixtures/text-document'

const kindsAndWords = (lines: readonly string[]): readonly string[] =>
  readText(lines.join('\n')).blocks.filter(({ kind }) => kind !== 'title').map(({ kind, text }) => `${kind}: ${text}`)

/** A page of running text, so that the measure is known, then what is looked at. */
const BEFORE = [
  '                      ALDER POINT DEVICES REPORTS ITS FIRST QUARTER',
  '',
  'ALDER POINT, Maine -- April 3, 2003 -- Alder Point Devices today told of its first',
  'quarter, in which it sold more valves than in any quarter before it, and opened a',
  'second works near the harbor of the town in which it was founded ten years ago.',
  ''
]

describe('paragraphs with a blank line under each line', () => {
  it('are one paragraph each, the first line in it, lines that begin with a capital too', () => {
    expect(kindsAndWords([
      ...BEFORE,
      '    Alder Point Devices designs and builds valves of small bore for the makers of',
      '',
      'pumps, boilers and presses, and for those who repair them. Its valves are sold in',
      '',
      'Maine, Ohio and Texas. The company has its seat in Alder Point, with works in Elm',
      '',
      'Harbor, and sells through agents in nine states.',
      '',
      '',
      'Outlook',
      '',
      'For the second quarter the company expects to sell about as many valves as in the',
      'first, at prices that are little changed, and to end the quarter without a loss.'
    ]).slice(-3)).toEqual([
      'paragraph: Alder Point Devices designs and builds valves of small bore for the makers of pumps, boilers and presses, and for those who ' +
      'repair them. Its valves are sold in Maine, Ohio and Texas. The company has its seat in Alder Point, with works in Elm Harbor, and ' +
      'sells through agents in nine states.',
      'heading: Outlook',
      'paragraph: For the second quarter the company expects to sell about as many valves as in the first, at prices that are little changed, ' +
      'and to end the quarter without a loss.'
    ])
  })

  it('are not begun by a heading, however long, over lines that begin with a capital', () => {
    const kinds = kindsAndWords([
      ...BEFORE,
      'Valves, Fittings and Other Goods Sold by the Company in the First Quarter of 2003',
      '',
      'The company sold nine thousand valves in the quarter, four thousand of them in the',
      'state of Maine, and about two thousand fittings, which it buys from others.'
    ])
    expect(kinds.at(-2)).toMatch(/^heading: Valves, Fittings/)
    expect(kinds.at(-1)).toMatch(/^paragraph: The company sold/)
  })

  it('do not swallow a short line, nor what stands behind two blank ones', () => {
    const kinds = kindsAndWords([
      ...BEFORE,
      '    Alder Point Devices designs and builds valves of small bore for the makers of',
      '',
      'pumps, boilers and presses, and for those who repair them, in nine of the states',
      '',
      '',
      'About Alder Point',
      '',
      'Alder Point Devices was founded in 1993 by three engineers of the harbor works, and',
      'has been on the market since 1999.'
    ])
    expect(kinds.slice(-3).map((line) => line.slice(0, 30))).toEqual([
      'paragraph: Alder Point Devices',
      'heading: About Alder Point',
      'paragraph: Alder Point Devices'
    ])
  })
})
