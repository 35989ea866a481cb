import { describe, expect, it } from 'vitest'
import { viewText } from '../text/sentence-view'
import { RISK_TAGS, tagItem, tagRisks } from './tag-risks'

describe('the taxonomy', () => {
  it('has sixteen tags with a label and a scope each', () => {
    expect(RISK_TAGS).toHaveLength(16)
    expect(new Set(RISK_TAGS.map(({ id }) => id)).size).toBe(16)
    for (const tag of RISK_TAGS) expect(tag.label.length * tag.scope.length).toBeGreaterThan(0)
  })
})

describe('tagging', () => {
  it.each([
    ['the trial may show a lack of efficacy', 'clinical_efficacy'],
    ['unexpected side effects', 'clinical_safety'],
    ['the FDA may refuse to file', 'regulatory_approval'],
    ['slow enrollment at clinical sites', 'trial_design_conduct'],
    ['the need for additional financing', 'financing_capital'],
    ['our collaborative partners may leave', 'partner_reliance'],
    ['lack of market acceptance', 'commercialisation'],
    ['others may infringe our patents', 'intellectual_property'],
    ['a shortage of raw materials', 'manufacturing_supply'],
    ['stronger competitors', 'competition'],
    ['an unfavourable verdict in the lawsuit', 'litigation_legal'],
    ['the loss of key personnel', 'personnel'],
    ['higher interest rates', 'macro_market'],
    ['a data breach', 'cyber_data'],
    ['a material weakness', 'accounting_controls'],
    ['the merger may not close', 'ma_integration']
  ])('tags "%s" as %s', (text, id) => {
    expect(tagRisks(viewText(text))).toContain(id)
  })
  it.each([
    ['whether we obtain acceptable results from ongoing or future clinical trials', 'trial_design_conduct', 'clinical_efficacy'],
    ['customer decisions to reduce inventory', 'manufacturing_supply', 'commercialisation'],
    ['savings from the workforce reduction', 'personnel', 'ma_integration'],
    ['our annual report on Form 10-K/A', 'accounting_controls', null],
    ['an injunction or an unfavorable ruling', 'regulatory_approval', 'litigation_legal']
  ])('takes "%s" for no %s', (text, not, id) => {
    const tags = tagRisks(viewText(text))
    expect(tags).not.toContain(not)
    if (id !== null) expect(tags).toContain(id)
  })
  it('is not misled by false friends', () => {
    expect(tagRisks(viewText('the Private Securities Litigation Reform Act of 1995'))).toEqual([])
    expect(tagRisks(viewText('the placebo controlled control group'))).not.toContain('accounting_controls')
    expect(tagRisks(viewText('shareholder approval'))).not.toContain('regulatory_approval')
    expect(tagRisks(viewText('the safe harbor'))).toEqual([])
  })
  it('takes a defined term for what it defines, and a firm for a name', () => {
    expect(tagRisks(viewText('under the Merger Agreement'))).toContain('ma_integration')
    expect(tagRisks(viewText('Alder Merger Partners Funding'))).not.toContain('ma_integration')
  })
  it('tells the year 2000 of a period from the fault of that name', () => {
    expect(tagRisks(viewText('in the fourth quarter of Fiscal Year 2000'))).not.toContain('cyber_data')
    expect(tagRisks(viewText('failure to be year 2000 ready'))).toContain('cyber_data')
  })
  it('does not take results of operations, or a vaccine by its disease, for a risk', () => {
    expect(tagRisks(viewText('our results of operations'))).toEqual([])
    expect(tagRisks(viewText('the COVID-19 vaccine'))).not.toContain('macro_market')
    expect(tagRisks(viewText('the COVID-19 pandemic'))).toContain('macro_market')
  })
  it.each([
    ['a high degree of synergy in the combined entity', 'ma_integration'],
    ['its market potential', 'commercialisation'],
    ['commissioning of the first production unit', 'manufacturing_supply'],
    ['our partner may end the collaboration agreement', 'partner_reliance'],
    ['the jury verdict may be appealed', 'litigation_legal'],
    ['regain compliance with listing standards', 'macro_market']
  ])('tags "%s" as %s', (text, id) => {
    expect(tagRisks(viewText(text))).toContain(id)
  })
  it('takes a weak cue for the tag of an item that has no other', () => {
    const tagged = (text: string): readonly string[] => {
      const view = viewText(text)
      return tagItem(view, { from: 0, to: view.tokens.words.length })
    }
    expect(tagRisks(viewText('legal and social matters'))).toEqual([])
    expect(tagged('legal and social matters')).toEqual(['litigation_legal'])
    expect(tagged('a strike, legal and social matters')).toEqual(['personnel'])
  })
  it('takes no risk from a split of shares or from costs alone', () => {
    expect(tagRisks(viewText('every ten shares held by stockholders become one share in the split'))).toEqual([])
    expect(tagRisks(viewText('operating expenses are expected to rise slightly'))).toEqual([])
  })
  it('knows the plain words of what may go wrong', () => {
    expect(tagRisks(viewText('the trials may fail'))).toEqual(['clinical_efficacy', 'trial_design_conduct'])
    expect(tagRisks(viewText('we may be out of stock and see delivery delays'))).toEqual(['manufacturing_supply'])
    expect(tagRisks(viewText('the outcome of these matters'))).toEqual(['litigation_legal'])
    expect(tagRisks(viewText('a new standard of the FASB'))).toEqual(['accounting_controls'])
    expect(tagRisks(viewText('the standard of care in surgery'))).not.toContain('accounting_controls')
  })
  it('matches capitals as capitals only', () => {
    expect(tagRisks(viewText('the IND was filed'))).toContain('regulatory_approval')
    expect(tagRisks(viewText('the ind of the day'))).toEqual([])
  })
  it('keeps to a limit', () => {
    expect(tagRisks(viewText('competition, patents, lawsuits, inflation and key personnel'), { limit: 2 }).length).toBeLessThanOrEqual(2)
  })
})
