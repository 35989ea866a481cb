import { describe, expect, it } from 'vitest'
import { readBody, readSample, DATELINE } from '../../fixtures/sample-document'
import type { Sample } from '../../fixtures/sample-document'

const HEAD = 'Tamsel Corporation makes lanterns.'

/** What a single sentence in the body of a release is called. */
const classOf = (text: string): string => readBody(text).forward(text.slice(0, 30))?.class ?? 'none'

/** The same in the body of an annual report, behind five items. */
const inReport = (text: string, item = 'Item 7. Management’s Discussion and Analysis'): string => {
  const sample = report(text, item)
  return sample.forward(text.slice(0, 30))?.class ?? 'none'
}

const report = (text: string, item: string): Sample => readSample([['heading', item], ['paragraph', HEAD], ['paragraph', text]], '10-K')

describe('logistics', () => {
  it.each([
    'Tamsel will host a conference call at 11:00 a.m. today.',
    'A replay of the call will be available for seven days.',
    'To join the webcast, participants should register ten minutes early.',
    'A question-and-answer session will follow the formal remarks.',
    'An audio archive will be available on the website for ninety days.',
    'The annual report will be posted on our website at www.tamsel.example.',
    'For more information, please visit www.tamsel.example.',
    'A press release with the new date is expected to be issued by August 8.'
  ])('are no statement: "%s"', (text) => {
    expect(classOf(text)).toBe('none')
  })
  it('are what the whole block is about, where most of it is', () => {
    const sample = readBody(
      'Tamsel will host a conference call at noon. The call can be heard by dialing 555-0100. It should last an hour.'
    )
    expect(sample.forward('It should last')).toBeUndefined()
  })
  it.each(['Tamsel will present data of the second study at a meeting of kiln makers in May.',
    'We will open a call centre in Norway next year.'])(
      'are not "%s"',
      (text) => {
        expect(classOf(text)).toBe('core')
      }
    )
  it('are not where risks are told', () => {
    expect(classOf('The risks that could cause results to differ materially are described in our Form 10-K, available at www.sec.gov.'))
      .toBe('boilerplate')
  })
})

describe('a legend', () => {
  it.each([
    'This release shall not constitute an offer to sell or the solicitation of an offer to buy securities of Tamsel.',
    'Investors are urged to read the proxy statement when it becomes available because it will contain important information.',
    'Neither the exchange nor its regulation services provider accepts responsibility for the adequacy of this release.',
    'The definitive proxy statement will be mailed to the shareholders of Tamsel.'
  ])('is no statement: "%s"', (text) => {
    expect(classOf(text)).toBe('none')
  })
})

describe('policy on guidance', () => {
  it('is no statement', () => {
    expect(classOf('Tamsel will provide guidance on revenue and margins each quarter in our earnings releases.')).toBe('none')
  })
  it('is caution where it says that nothing more is said', () => {
    expect(classOf('We do not intend to comment further on these talks until an agreement is reached.')).toBe('boilerplate')
  })
  it('is not the guidance itself', () => {
    expect(classOf('We expect revenue of $9 million to $11 million in the third quarter.')).toBe('core')
  })
})

describe('what every report certifies', () => {
  it.each([
    'The registrant’s other certifying officers and I have told of any corrective actions that could significantly affect controls.',
    'All significant deficiencies in the design of internal controls which could adversely affect the registrant’s ability to record data.',
    'There were no significant changes in internal controls or in other factors that could significantly affect internal controls.'
  ])('is no statement: "%s"', (text) => {
    expect(inReport(text, 'Item 9A. Controls and Procedures')).toBe('none')
  })
  it.each(['Copies of the exhibits will be furnished upon written request and payment of a small fee.',
    'A copy of the report will be sent to any holder upon oral or written request.'])('is where papers can be had: "%s"', (text) => {
      expect(inReport(text)).toBe('none')
    })
  it.each(['This report shall not be deemed “filed” for purposes of Section 18 of the Act.',
    'The information in this item is furnished and shall not be deemed to be “filed” with the Commission.'])(
      'is the standing of a paper: "%s"',
      (text) => {
        expect(classOf(text)).toBe('none')
        expect(inReport(text)).toBe('none')
      }
    )
})

describe('terms of awards and memberships', () => {
  it.each([
    'The awards will vest in equal parts over three years.',
    'Unvested units will be forfeited when the holder leaves the company.',
    'Members may cancel at any time and will receive a refund of the fee.',
    'Participants will earn points for each lantern that they buy.',
    'Executive members may renew their membership at any store.'
  ])('are no statement: "%s"', (text) => {
    expect(classOf(text)).toBe('none')
    expect(inReport(text)).toBe('none')
  })
  it.each(['We expect the number of members to grow in 2013.', 'We will open a members’ store in Ard next year.'])(
    'are not what is expected: "%s"',
    (text) => {
      expect(classOf(text)).toBe('core')
    }
  )
})

describe('how the accounts are kept', () => {
  it.each([
    'If the fair value is lower than the carrying amount, an impairment loss equal to the difference will be recognized in expenses.',
    'Gains on the sale of lamps, if any, will be recorded at fair value.',
    'The remaining unrecognized compensation cost of $7 million will be recognized over 1.6 years.',
    'Gains are reclassified once it becomes remote that the hedged sales will occur.'
  ])('is no forecast: "%s"', (text) => {
    expect(inReport(text)).not.toBe('core')
  })
  it('leaves a forecast of it', () => {
    expect(inReport('We expect that losses of $5 million will be reclassified into earnings in 2013.')).toBe('core')
  })
})

describe('measures outside the standards', () => {
  it.each([
    'Adjusted EBITDA should not be considered in isolation or as a substitute for net income.',
    'Other companies may calculate Adjusted EBITDA differently, which limits its usefulness.',
    'These non-IFRS ratios do not have a standardized meaning and may not be comparable to those of other issuers.'
  ])('are cautioned about: "%s"', (text) => {
    expect(classOf(text)).toBe('boilerplate')
  })
  it('are explained without a statement', () => {
    expect(classOf('We define Adjusted EBITDA as net income before interest, taxes and depreciation.')).toBe('none')
    expect(classOf('A reconciliation between GAAP and non-GAAP results and targets is given at the end of this release.')).toBe('none')
  })
  it('are told as results where an amount stands', () => {
    const sample = readBody('Adjusted EBITDA rose 12% to $4.5 million in the third quarter.')
    expect(sample.detection.findings).toHaveLength(1)
  })
})

describe('terms', () => {
  it.each(['Under the terms of the agreement, Ard Oil will supply wicks to Tamsel for five years.',
    'The warrants will have an exercise price of $2.00 per share.',
    'Tamsel will issue warrants to purchase up to 4 million shares of common stock.',
    'Ard Oil will pay $2,000,000 in cash to Tamsel and will issue to Tamsel 400,000 shares of its stock.',
    'Following the sale, Tamsel will retain all patents on the wick.', 'Ard Oil will receive a long-term license of the patents of Tamsel.',
    'After the split the common stock will continue to trade under the symbol “TMSL”.',
    'The services will include the upkeep of a website.', 'The agreement provides that Ard Oil will pay a royalty each year.'])(
      'are no forecast: "%s"',
      (text) => {
        expect(classOf(text)).not.toBe('core')
      }
    )
  it('may be what the issuer expects of them', () => {
    expect(classOf('Under the agreement, we expect to ship the first lanterns in 2013.')).toBe('core')
  })
})

describe('reports', () => {
  it.each(['A hypothetical 10% change in exchange rates would change net income by $4 million.',
    'If interest rates were to rise by 1%, an increase in expense of $2 million would follow.'])('reckon with assumed changes: "%s"',
      (text) => {
        expect(inReport(text)).toBe('none')
      })
  it('tell an outcome before an assumption as an outcome', () => {
    const sample = readBody('Interest expense was $5 million, and a hypothetical 1% rise in rates would add $1 million.')
    expect(sample.detection.findings).toHaveLength(1)
  })
  it.each(['The amendments in this standard require entities that lease kilns to disclose what they will pay.',
    'Federal law requires that makers of lanterns label what may burn.'])('tell what law and standards ask: "%s"', (text) => {
      expect(report(text, 'Item 1. Business').forward(text.slice(0, 30))?.class).not.toBe('core')
    })
})

describe('risk factors', () => {
  const within = (text: string): string =>
    readSample([['heading', 'Risk factors'], ['paragraph', HEAD], ['paragraph', text]]).forward(text.slice(0, 30))?.class ?? 'none'
  it.each(['We rely on one maker of wicks.', 'Our kiln may fail.', 'Two of our directors live abroad.'])('caution throughout: "%s"',
    (text) => {
      expect(within(text)).toBe('boilerplate')
    })
  it('hold a plan of the issuer', () => {
    expect(within('We intend to open stores in new towns.')).toBe('core')
  })
  it('tell a dated past', () => {
    expect(within('In 2011 we moved the kiln to Ard.')).toBe('none')
  })
})

it('leaves the body of a release alone', () => {
  const sample = readSample([DATELINE, ['paragraph', HEAD], ['paragraph', 'Tamsel plans to open a store in 2013.']])
  expect(sample.forward('plans to open')?.class).toBe('core')
})
