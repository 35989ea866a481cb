import { describe, expect, it } from 'vitest'
import { readBody, readSample, DATELINE } from '../../fixtures/sample-document'
import type { Sample } from '../../fixtures/sample-document'

const classOf = (text: string, sample: Sample = readBody(text)): string => sample.forward(text.slice(0, 30))?.class ?? 'none'

describe('veto 1, the month of May', () => {
  it.each(['The store opened in May 2011 in Alder Bay.', 'Sales fell in May and rose in June.', 'The board met on May 4 in Oslo.'])(
    'leaves "%s" alone',
    (text) => {
      expect(classOf(text)).toBe('none')
    }
  )
  it('keeps the verb', () => {
    expect(classOf('The Company may open a second lantern store.')).toBe('core')
  })
})

describe('veto 2, will and might as nouns', () => {
  it.each(['Either side terminated the agreement at will.', 'Goodwill and the will of the founder shaped the house.',
    'He pulled the cart with all his might.'])('leaves "%s" alone', (text) => {
      expect(classOf(text)).toBe('none')
    })
})

describe('veto 3, a past expectation', () => {
  it.each([
    'The lantern was expected to sell well in Norway.',
    'Orders came in as expected.',
    'Costs were higher than anticipated.',
    'The launch had been planned for the autumn.',
    'The patch was intended to hold for a day.'
  ])('leaves "%s" alone', (text) => {
    expect(classOf(text)).toBe('none')
  })
  it('keeps a present expectation', () => {
    expect(classOf('The lantern is expected to sell well in Norway.')).toBe('core')
  })
})

describe('veto 4, what was said of a past event', () => {
  it('leaves a dated report alone', () => {
    expect(classOf('In 2009, the union said it would not appeal the ruling.')).toBe('none')
  })
  it('keeps what is announced today', () => {
    expect(classOf('The Company announced today that it would close its kiln.')).toBe('core')
  })
})

describe('veto 5, technical senses', () => {
  it.each([
    'The tax carryforward amounts to nine years.',
    'Employees hold shares under the stock option plan.',
    'Forward contracts cover the yen.',
    'The objective response rate was one in three.',
    'Critical accounting estimates are listed in the notes.',
    'The expected volatility of the options was computed monthly.',
    'The action potential of the nerve was measured.'
  ])('leaves "%s" alone', (text) => {
    expect(classOf(text)).toBe('none')
  })
})

describe('veto 6, words mentioned and not used', () => {
  it('takes a list of words for standing text', () => {
    expect(classOf('Words such as "will," "may" and "expects" identify forward-looking statements.')).toBe('boilerplate')
  })
  it('takes a sentence about forward-looking statements for standing text', () => {
    expect(classOf('Forward-looking statements may prove wrong and could mislead.')).toBe('boilerplate')
  })
})

describe('veto 7, questions', () => {
  it('leaves a question alone', () => {
    expect(classOf('Will the lantern sell in Norway?')).toBe('none')
  })
})

describe('veto 8, third parties', () => {
  it.each(['Analysts expect the lantern trade to double.', 'According to Gartner, demand for lamps will rise.'])(
    'does not take "%s" for the issuer',
    (text) => {
      const statement = readBody(text).forward(text.slice(0, 20))
      expect(statement?.class).toBe('borderline')
      expect(statement?.subclass).toBe('third-party')
    }
  )
  it('takes an executive quoted for the issuer', () => {
    const sample = readSample([DATELINE, ['paragraph', 'Tamsel makes lanterns.'], ['quote',
      'Ada Quist, President of Tamsel, said, "We will open a store in Bergen."']])
    expect(sample.forward('We will open')?.class).toBe('core')
  })
})

describe('veto 9, the terms of a document', () => {
  it.each(['The notes will mature on June 1, 2019.', 'Holders may convert the notes into shares.'])('demotes "%s"', (text) => {
    const statement = readBody(text).forward(text.slice(0, 20))
    expect(statement?.class).toBe('borderline')
    expect(statement?.subclass).toBe('contractual')
  })
})

describe('veto 10, invitations and logistics', () => {
  it('are no statements, and the sentence is known as logistics', () => {
    const sample = readBody('Tamsel will host a conference call today at 11:00 a.m.')
    expect(sample.forward('Tamsel will host')).toBeUndefined()
    expect([...sample.detection.roles.values()]).toContain('logistics')
  })
})

describe('veto 11, no duty to update', () => {
  it('is standing text anywhere', () => {
    expect(classOf('Tamsel undertakes no obligation to update these statements.')).toBe('boilerplate')
  })
})

describe('veto 12, negation does not cancel', () => {
  it.each(['We do not expect lamp sales to recover.', 'The Company will not pay a dividend.'])('keeps "%s"', (text) => {
    expect(classOf(text)).toBe('core')
  })
})

describe('veto 13, mixed sentences', () => {
  it('marks only the clause behind the semicolon', () => {
    const sample = readBody('Tamsel sold nine stores in March; the kiln will close in June.')
    const span = sample.forward('Tamsel sold nine')?.span
    expect(span && sample.raw.slice(span.start, span.end)).toBe('the kiln will close in June')
  })
  it('marks the clause of a what', () => {
    const sample = readBody('The Company is asking what changes could be made to the kiln.')
    const span = sample.forward('The Company is asking')?.span
    expect(span && sample.raw.slice(span.start, span.end)).toBe('what changes could be made to the kiln')
  })
})

describe('veto 14, headings and titles', () => {
  it('never marks a heading', () => {
    const sample = readSample([['title', 'TAMSEL WILL OPEN A STORE'], DATELINE, ['heading', 'WE EXPECT MORE'], ['paragraph',
      'Tamsel makes lanterns.']])
    expect(sample.detection.forwardLooking).toEqual([])
  })
})

describe('veto 15, a present trend', () => {
  it('leaves it alone', () => {
    expect(classOf('Paper lanterns are increasing in popularity.')).toBe('none')
  })
})

describe('words for the reader', () => {
  it.each(['Readers should note the date of the report.', 'A copy may be obtained from the secretary.',
    'Customers can fold the lantern flat.'])('leaves "%s" alone', (text) => {
      expect(classOf(text)).toBe('none')
    })
})

describe('the veto on what others seek', () => {
  it('leaves the aims of users alone', () => {
    expect(classOf('The lamp is an option for patients seeking to read at night.')).toBe('none')
  })
  it('keeps the aim of the issuer', () => {
    expect(classOf('The Company is seeking to open a second kiln.')).toBe('core')
  })
})

describe('the veto on measures explained', () => {
  it('takes what a measure can be compared with for caution', () => {
    expect(classOf('This ratio has no standardized meaning and may not be comparable to ratios of others.')).toBe('boilerplate')
  })
})

describe('what others trust in', () => {
  it.each(['We price lanterns so that our customers trust that our prices will not change.',
    'Families know that our lanterns will burn all night.'])('is a slogan: "%s"', (text) => {
      expect(classOf(text)).toBe('none')
    })
  it('is not what the issuer believes', () => {
    expect(classOf('We believe that our prices will not change.')).toBe('core')
  })
})
