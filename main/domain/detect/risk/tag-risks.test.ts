import { describe, expect, it } from 'vitest'
import { viewText } from '../text/sentence-view'
import { RISK_TAGS, tagRisks } from './tag-risks'

describe('the taxonomy', () => {
  it('has sixteen tags with a label and a scope each', () => {
    expect(RISK_TAGS).toHaveLength(16)
    expect(new Set(RISK_TAGS.map(({ id }) => id)).size).toBe(16)
    for (const tag of RISK_TAGS) expect(tag.label.length * tag.scope.length).toBeGreaterThan(0)
  })
})

describe('tagging', () => {
  it.each([
    ['the trial may show a lack of efficacy', 'clinical_efficacy'], ['unexpected side effects', 'clinical_safety'], ['the FDA may refuse to file', 'regulatory_approval'],
    ['slow enrollment at clinical sites', 'trial_design_conduct'], ['the need for additional financing', 'financing_capital'], ['our collaborative partners may leave', 'partner_reliance'],
    ['lack of market acceptance', 'commercialisation'], ['others may infringe our patents', 'intellectual_property'], ['a shortage of raw materials', 'manufacturing_supply'], ['stronger competitors', 'competition'],
    ['an unfavourable verdict in the lawsuit', 'litigation_legal'], ['the loss of key personnel', 'personnel'], ['higher interest rates', 'macro_market'], ['a data breach', 'cyber_data'], ['a material weakness', 'accounting_controls'],
    ['the merger may not close', 'ma_integration']
  ])('tags "%s" as %s', (text, id) => {
    expect(tagRisks(viewText(text))).toContain(id)
  })
  it('is not misled by false friends', () => {
    expect(tagRisks(viewText('the Private Securities Litigation Reform Act of 1995'))).toEqual([])
    expect(tagRisks(viewText('the placebo controlled control group'))).not.toContain('accounting_controls')
    expect(tagRisks(viewText('shareholder approval'))).not.toContain('regulatory_approval')
    expect(tagRisks(viewText('the safe harbor'))).toEqual([])
  })
  it('matches capitals as capitals only', () => {
    expect(tagRisks(viewText('the IND was filed'))).toContain('regulatory_approval')
    expect(tagRisks(viewText('the ind of the day'))).toEqual([])
  })
  it('keeps to a limit', () => {
    expect(tagRisks(viewText('competition, patents, lawsuits, inflation and key personnel'), { limit: 2 }).length).toBeLessThanOrEqual(2)
  })
})
