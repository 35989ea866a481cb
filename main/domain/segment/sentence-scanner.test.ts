import { describe, expect, it } from 'vitest'
import { scanSentences } from './sentence-scanner'

const cut = (text: string): string[] => scanSentences(text).map((range) => text.slice(range.start, range.end))

/** Sentences set apart by `|`, which no case holds itself. */
const cases: readonly (readonly [string, string])[] = [
  ['a decimal, an address and initials of a country', 'Net was $1.2 million at www.acme.example in the U.S. market. |It grew.'],
  ['a company form in mid-sentence', 'Acme Widgets, Inc. announced a plan with Borough Ltd. of Leeds. |We agree.'],
  ['a company form before a word that starts sentences', 'The buyer is Acme Widgets, Inc. |The price was not named.'],
  ['a company taken up again behind its own name', 'The buyer is Acme Widgets, Inc. |Acme makes widgets of all sizes.'],
  ['a company form before a bracket', 'Acme Widgets, Inc. ("Acme") won. |It was glad.'],
  ['titles of persons', 'Mr. Reed met Dr. Vance and Ms. Ito. |Mrs. Hale left.'],
  ['initials', 'J. R. Smith and S. aureus are both named. |Nobody minded.'],
  ['hours with and without a zone', 'Call at 11:00 a.m. Eastern time. |To listen, dial in by 10:45 a.m. |The line opens early.'],
  ['a zone in capitals', 'Call before 11:00 am EST. |Please have the code ready.'],
  ['the commission', 'We file with the SEC. |Readers may ask for copies.'],
  ['months cut short', 'On Sept. 30 and Dec. 31 we count stock. |On Oct. 1 we rest.'],
  ['items, notes and exhibits with their names', 'See Item 1A. Risk Factors and Note 2. Significant Policies for more. |They matter.'],
  ['a bracket that closes near holds its sentences', 'We won (see Note 3. It is long.) and left. |All is well.'],
  ['a bracket that ends a sentence', 'These are statements (as defined in the Act of 1995.) |Although true, they may change.'],
  ['a number abbreviated, and a plain no', 'It is No. 5 of our list. |We said no. |Nobody asked again.'],
  ['a sentence that begins with a figure', 'The endpoint was met (p<0.0001). |33% of patients improved.'],
  ['closing marks go with the last quoted sentence', 'He said, "We won. |We will win again." |She left.'],
  ['words in small letters behind a quotation go on with it', '"Will it work?" she asked of the board. |It did.'],
  ['marks of omission', 'We waited . . . and then left. |It was late.... |Everyone slept.'],
  ['a footnote mark set close', 'Sales rose by a tenth.(1) |Costs fell.'],
  ['a colon and a semicolon end nothing', 'The plan has parts: first, growth; second, thrift. |Both are hard.'],
  ['a list marker at the start', '1. We grow the business. |We hold the margin.'],
  ['degrees behind a name', 'Lena Okafor, M.D., Ph.D., leads the group. |She joined in May.'],
  ['against', 'The patch vs. placebo did well. |Doctors agreed.'],
  ['a company with a mark in its name', 'We sold it to Yahoo! Inc. for cash. |Did it pay? |Yes! |It did.']
]

describe('sentences', () => {
  it.each(cases)('%s', (_, marked) => {
    expect(cut(marked.replaceAll('|', ''))).toEqual(marked.split('|').map((sentence) => sentence.trim()))
  })
})
