import { describe, expect, it } from 'vitest'
import { readSample } from '../fixtures/sample-document'
import type { SampleBlock } from '../fixtures/sample-document'

const sentencesOf = (...parts: SampleBlock[]): string[] =>
  readSample([['paragraph', 'Tamsel makes lanterns.'], ...parts]).sentences.slice(1)
    .map(({ text }) => text)

describe('what is set like prose and is none', () => {
  it.each([
    'Figure 2: View of the kiln from the east, with the new flue (blue) and the old one (red).',
    'Table 1. Heat of the kiln by month.',
    'Presentation Title: Lanterns in the North, a Study of Wicks',
    'Presenter: Ada Quist, Alder Bay',
    'The post Tamsel Opens a Store appeared first on Lamp News.',
    '3. Quist A, Lind B. Wicks and their light. J Lamp Sci. 2011;12(3):45-51.'
  ])('has no sentence: "%s"', (text) => {
    expect(sentencesOf(['paragraph', text])).toEqual([])
  })
  it('are references under their heading', () => {
    expect(
      sentencesOf(['heading', 'References'], ['list-item', '1. Quist A, et al. Wicks. Lamp J. 2011;4:5.'], ['paragraph',
        'Lamp makers of the north, vol. 3, 2009.'])
    ).toEqual([])
  })
  it.each(['Table 1 shows that heat rose in May.', 'Title to the land passed to Tamsel in May.', 'Location of the kiln matters to us.',
    'Quist et al. found that wicks burn longer.'])('is not "%s"', (text) => {
      expect(sentencesOf(['paragraph', text])).toEqual([text])
    })
})

describe('a heading that runs into its paragraph', () => {
  it.each([
    ['Outlook: The Company expects revenue of $9 million in the third quarter.',
      'The Company expects revenue of $9 million in the third quarter.'],
    ['Additional Information and Where to Find ItIn connection with the offer, Tamsel filed a statement.',
      'In connection with the offer, Tamsel filed a statement.']
  ])('is no part of the sentence: "%s"', (text, sentence) => {
    expect(sentencesOf(['paragraph', text])).toEqual([sentence])
  })
  it.each(['Our guidance is this: The Company expects revenue of nine million.', 'Ada Quist said: We will open a store in the coming year.',
    'MacTavish Lanterns opened a store in the town of Alder Bay.'])('is not the beginning of "%s"', (text) => {
      expect(sentencesOf(['paragraph', text])).toEqual([text])
    })
})

describe('initials and short forms', () => {
  it.each([
    'The office has issued U.S. Patent No. 12,329,808, from a filing of the U.S. Patent Office.',
    'R.J. Quist, M.D., of the U.S. Lamp Board joined W. B. Lind and J. Ard.',
    'Adj. EBITDA rose 12%, and Adj. Net Income fell.'
  ])('stay in "%s"', (text) => {
    expect(sentencesOf(['paragraph', text])).toEqual([text])
  })
  it('end a sentence where the firm is taken up again', () => {
    expect(sentencesOf(['paragraph', 'Ard bought Quist Lamps, Inc. Quist makes wicks.'])).toEqual(['Ard bought Quist Lamps, Inc.',
      'Quist makes wicks.'])
  })
})
