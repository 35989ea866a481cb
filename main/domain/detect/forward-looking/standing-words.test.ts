import { describe, expect, it } from 'vitest'
import { readBody } from '../../fixtures/sample-document'

const core = (text: string): boolean => readBody(text).detection.forwardLooking.some((statement) => statement.class === 'core')

describe('standing words of votes, funds, letters, forms and contracts forecast nothing', () => {
  it.each([
    'Abstentions will be counted as votes against the proposal.',
    'Your proxy will be voted as you direct.',
    'If you do not give instructions, your broker may not vote your shares.',
    'Stockholders will be asked to vote on two proposals.',
    'The annual meeting will be held on June 4, 2012 in Erie.',
    'The Governance Committee will consider candidates named by holders.',
    'We will bear the cost of soliciting proxies.',
    'Although the example assumes a 5% return, your actual expenses could be higher.',
    'You may pay a sales charge when you redeem shares.',
    'The Fund will normally invest at least 80% of its assets in bonds.',
    'If you have questions, please call the undersigned at (555) 010-2000.',
    'We will be happy to provide the Staff with copies.',
    'The Tenant will keep the premises in good repair.',
    'Either party may end this Agreement on thirty days’ notice.',
    'All notices under this Agreement will be in writing.',
    'If any term of this deed is found invalid, the rest will remain in force.',
    'Ms. Will Larkin serves on the board.',
    'Will Larkin said he joined the board in May.',
    'Last year the Company planned to build a mill, and built none.',
    'They had hoped to open the yard in 2011.'
  ])('%s', (text) => expect(core(text)).toBe(false))
  it.each([
    'We expect to open two yards in 2013.',
    'The Company will open a yard in Erie next year.',
    'The Fund expects to pay a dividend of $0.20 in March 2013.',
    'The parties expect to close the merger in May 2013.',
    'This agreement will speed the work on lamps of the next generation.',
    'We anticipate that portfolio purchases will be funded from cash flow next year.',
    'Tamsel Will Open a Second Yard in May'
  ])('and a forecast stays one: %s', (text) => expect(core(text)).toBe(true))
})
