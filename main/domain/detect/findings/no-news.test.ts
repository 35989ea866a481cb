import { describe, expect, it } from 'vitest'
import { readBody } from '../../fixtures/sample-document'

const told = (text: string): readonly string[] => readBody(text).detection.findings.map(({ type }) => type)

describe('standing text tells no outcome', () => {
  it.each([
    'The Securities and Exchange Commission has not approved or disapproved these notes.',
    'No stock exchange has reviewed or accepts responsibility for the adequacy of this release.',
    'These statements have not been evaluated by the Food and Drug Administration.',
    'The aggregate market value of the common stock held by non-affiliates was $4,500,000 at June 30, 2011.',
    'We hereby consent to the use of our report dated May 1, 2012 in this prospectus.',
    'The prospectus relates to the sale of 4,000,000 shares by the holders named herein.',
    'Ms. Orla Hobb has over 20 years of experience and managed $2 billion of assets at Larch Partners.',
    'She managed a fund of $4 billion in assets before 2009.',
    'We are a foreign private issuer with revenues below $1.235 billion.',
    'The fund may not invest more than 15% of its net assets in illiquid securities.',
    'Trustees are authorized to issue up to 5,000,000 shares.',
    'An FDA approved device is used in the clinic.',
    'The FDA has approved no treatment for this disease.',
    'Its stores offer fresh, prepared, and packaged foods.',
    'Filed with the Commission under Rule 424(b)(5).',
    'Further information is included in the annual report on Form 10-K filed with the Commission.',
    'The presentation, titled “Lamps of the North”, was delivered by Ms. Hobb on May 4, 2012.',
    'Based on the analysis, we estimated that it was reasonably possible that prices could fall by 30%.',
    'Approximately 79% of the goods of the stores were shipped through our distribution centers.',
    'Interest expense is associated with the notes entered into in the amount of $24,000,000.',
    'Cash costs are calculated by dividing costs of production by ounces produced.',
    'The company delivered the following results for the quarter:'
  ])('%s', (text) => expect(told(text)).toEqual([]))
  it.each([
    ['The FDA approved Corvestat on May 1, 2012.', 'regulatory-event'],
    ['Tamsel completed the sale of its mill for $4 million.', 'corporate-event'],
    ['The FDA has granted Corvestat orphan designation.', 'regulatory-event']
  ])('and news stays news: %s', (text, type) => expect(told(text)).toEqual([type]))
})

describe('a decision of a court', () => {
  it.each([
    ['The court denied the plaintiff’s motion for an injunction.', 'favourable'],
    ['The court granted the plaintiffs’ motion for certification.', 'unfavourable'],
    ['The judge denied our motion to dismiss.', 'unfavourable'],
    ['The court granted in part and denied in part the Company’s motion to dismiss.', 'qualified'],
    ['The court granted the motion.', 'neutral']
  ])('%s', (text, polarity) => expect(readBody(text).detection.findings.map((finding) => finding.polarity)).toEqual([polarity]))
  it('without a side says why it has no tone', () => {
    expect(readBody('The court granted the motion.').detection.findings[0]?.why).toContain('no tone')
  })
})
