import { describe, expect, it } from 'vitest'
import type { ForwardLooking, SafeHarbor } from '#contract/finding'
import { linkCautions } from './link-cautions'
import { tokenise } from '../text/tokens'

const statement = (sentence: string, risks: readonly string[]): ForwardLooking => ({ sentence, class: 'core', triggers: [], risks,
  coveredBy: [], why: 'Made so.' })

const harbor: SafeHarbor = {
  ranges: [],
  triggers: [],
  subjects: [{ id: 'p1', start: 0, end: 1, text: 'the conduct of trials', risks: ['trial_design_conduct', 'clinical_efficacy'] }],
  riskFactors: [
    { id: 'r1', start: 0, end: 1, text: 'the risk that trials of the balm fail', risks: ['clinical_efficacy'] },
    { id: 'r2', start: 0, end: 1, text: 'the need for outside financing', risks: ['financing_capital'] },
    { id: 'r3', start: 0, end: 1, text: 'trade tariffs', risks: ['macro_market'] }
  ]
}

describe('links', () => {
  it('join statement and caution by tag and by words, synonyms among them', () => {
    const [linked] = linkCautions([{ statement: statement('s1', ['clinical_efficacy']),
      words: tokenise('A further study of the balm will start.').words }], harbor)
    expect(linked?.coveredBy).toEqual(['r1'])
    expect(linked?.links?.[0]?.words).toEqual(['study', 'balm'])
  })
  it('find a caution by the subject they share', () => {
    const [linked] = linkCautions([{ statement: statement('s1', ['trial_design_conduct']),
      words: tokenise('A further study of the balm will start soon.').words }], harbor)
    expect(linked?.coveredBy).toContain('r1')
  })
  it('leave a statement that no caution speaks to without one', () => {
    const [linked] = linkCautions([{ statement: statement('s1', ['personnel']), words: tokenise('Ada Quist will retire.').words }], harbor)
    expect(linked?.coveredBy).toEqual([])
  })
  it('give at most three, best first', () => {
    const many: SafeHarbor = { ...harbor,
      riskFactors: Array.from({ length: 6 },
        (_, at) => ({ id: `r${at}`, start: 0, end: 1, text: at === 4 ? 'lantern paper' : 'tariffs', risks: ['macro_market'] })) }
    const [linked] = linkCautions([{ statement: statement('s1', ['macro_market']),
      words: tokenise('The price of lantern paper will rise.').words }], many)
    expect(linked?.coveredBy).toHaveLength(3)
    expect(linked?.coveredBy[0]).toBe('r4')
  })
  it('leave standing text alone', () => {
    const boilerplate: ForwardLooking = { ...statement('s1', ['macro_market']), class: 'boilerplate' }
    expect(linkCautions([{ statement: boilerplate, words: tokenise('Tariffs may rise.').words }], harbor)).toEqual([boilerplate])
  })
})
