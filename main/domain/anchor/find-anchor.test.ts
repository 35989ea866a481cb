import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { AnchorVerdict, Selectors } from '#contract/annotation'
import { isAttached } from '#model/verdict'
import { levelQuote } from './anchor-text'
import { findAnchor } from './find-anchor'
import { annotate, layOut } from './laid-out-text'

const FIRST =
  'Patients who received the patch reported a mean improvement of 63% in pain intensity at week four, compared with placebo (p=0.0096).'
const SECOND = 'The proportion of responders was higher in the active group than in the control group at every visit of the study.'
const THIRD =
  'Patients who received the tablet reported a mean improvement of 41% in sleep quality at week eight, compared with placebo (p=0.0113).'
const BOILER = 'These statements are subject to risks and uncertainties that could cause actual results to differ materially.'

const RELEASE = [
  'FIRST FINDING',
  FIRST,
  `Dr. Ann Lee presented the data in Albany on Monday. ${BOILER}`,
  'SECOND FINDING',
  SECOND,
  `An analysis by site is under way and will be reported in full. ${BOILER}`,
  'THIRD FINDING',
  THIRD,
  `The company will meet with the agency in the spring. ${BOILER}`,
  'ABOUT THE COMPANY',
  'Harrow Ridge develops treatments for pain and has offices in Albany.'
].join('\n')

const verdictOf = (words: string, edited: string, nth = 0): { verdict: AnchorVerdict; words: string | null } => {
  const { verdict, words: now } = findAnchor(annotate(RELEASE, words, nth), layOut(edited), layOut(RELEASE))
  return { verdict, words: now }
}

const without = (...lines: string[]): string => RELEASE.split('\n').filter((line) => !lines.includes(line)).join('\n')

describe('the seven cases where likeness alone is wrong', () => {
  it('a slip and white space corrected: intact', () => {
    expect(verdictOf(FIRST, RELEASE.replace('reported a mean', 'reportd a mean').replace('week four,', 'week  four,')).verdict).toBe(
      'intact'
    )
  })
  it('63% became 36%: number changed', () => {
    expect(verdictOf(FIRST, RELEASE.replace('63%', '36%').replace('0.0096', '0.0690')).verdict).toBe('number-changed')
  })
  it('improvement became decline: polarity changed', () => {
    expect(verdictOf(FIRST, RELEASE.replace('improvement of 63%', 'decline of 63%')).verdict).toBe('polarity-changed')
  })
  it('findings in another order, text intact: moved', () => {
    const lines = RELEASE.split('\n')
    const edited = [...lines.slice(3, 6), ...lines.slice(0, 3), ...lines.slice(6)].join('\n')
    expect(verdictOf(FIRST, edited)).toEqual({ verdict: 'moved', words: FIRST })
  })
  it('the first finding deleted: gone, not on the third', () => {
    expect(verdictOf(FIRST, without('FIRST FINDING', FIRST)).verdict).toBe('gone')
  })
  it('the annotated one of three copies deleted: never another copy', () => {
    const edited = RELEASE.replace(` ${BOILER}`, '')
    expect(['gone', 'ambiguous']).toContain(verdictOf(BOILER, edited).verdict)
  })
  it('a short quote deleted: gone, not on another number', () => {
    expect(verdictOf('p=0.0096', RELEASE.replace(' (p=0.0096)', '')).verdict).toBe('gone')
  })
})

describe('words that are still there', () => {
  it('of the same text stay at their offsets', () => {
    const selectors = annotate(RELEASE, SECOND)
    expect(findAnchor(selectors, layOut(RELEASE), null)).toMatchObject({ verdict: 'intact', range: selectors.position })
  })
  it('are looked for where the offsets do not show them', () => {
    const selectors = annotate(RELEASE, SECOND)
    const off = { ...selectors, position: { start: selectors.position.start + 5, end: selectors.position.end + 5 } }
    expect(findAnchor(off, layOut(RELEASE), null)).toMatchObject({ verdict: 'intact', range: selectors.position })
  })
  it('keep to their own copy by its neighbours', () => {
    for (const nth of [0, 1, 2]) {
      const selectors = annotate(RELEASE, BOILER, nth)
      const edited = layOut(`A NEW OPENING\nAnother paragraph stands before.\n${RELEASE}`)
      const found = findAnchor(selectors, edited, layOut(RELEASE))
      expect(found).toMatchObject({ verdict: 'intact', range: { start: selectors.position.start + 47 } })
    }
  })
  it('follow a paragraph added above', () => {
    const found = findAnchor(annotate(RELEASE, THIRD), layOut(RELEASE.replace(SECOND, `Something new was said.\n${SECOND}`)),
      layOut(RELEASE))
    expect(found).toMatchObject({ verdict: 'intact', words: THIRD })
  })
  it('are found across blocks', () => {
    const selectors = annotate(RELEASE, `${SECOND}\nAn analysis by site`)
    expect(findAnchor(selectors, layOut(`Opening.\n${RELEASE}`), null)).toMatchObject({ verdict: 'intact',
      range: { start: selectors.position.start + 9, end: selectors.position.end + 9 } })
  })
  it.each([['curly quotes', '"pain"', '“pain”'], ['a no-break space', 'of 63%', 'of\u00a063%'], ['a dash', 'well-known', 'well–known'], [
    'an apostrophe',
    "company's",
    'company’s'
  ]])('do not change with %s', (_name, plain, typeset) => {
    const before = RELEASE.replace('offices', `${plain} offices`)
    const after = `New.\n${RELEASE.replace('offices', `${typeset} offices`)}`
    const words = `treatments for pain and has ${plain} offices`
    expect(findAnchor(annotate(before, words), layOut(after), null).verdict).toBe('intact')
  })
  it('count in UTF-16 code units behind an astral character', () => {
    const found = findAnchor(annotate(RELEASE, THIRD), layOut(`\ud83d\ude00 first\n${RELEASE}`), null)
    expect(found.range?.start).toBe(RELEASE.indexOf(THIRD) + 9)
  })
})

describe('words that were edited', () => {
  it.each<[string, string, string, AnchorVerdict]>([
    ['another verb', 'reported a mean', 'recorded a mean', 'reworded'],
    ['a word put in', 'a mean improvement', 'an overall mean improvement', 'reworded'],
    ['a clause dropped', ' at week four,', ',', 'number-changed'],
    ['a number word', 'week four', 'week five', 'number-changed'],
    ['less than for equal', 'p=0.0096', 'p<0.0096', 'number-changed'],
    ['a denial put in', 'reported a mean', 'did not report a mean', 'polarity-changed'],
    ['a slip in a word that stands elsewhere too', 'improvement', 'improvment', 'polarity-changed'],
    ['a slip that nothing vouches for', 'intensity', 'intensiyt', 'reworded'],
    ['two letters swapped', 'reported', 'reproted', 'intact'],
    ['a comma', 'pain intensity at', 'pain intensity, at', 'intact'],
    ['capitals', 'Patients who', 'PATIENTS who', 'intact'],
    ['a rise for an improvement', 'mean improvement', 'mean increase', 'polarity-changed']
  ])('%s: %s → %s is %s', (_name, before, after, verdict) => {
    expect(verdictOf(FIRST, RELEASE.replace(before, after)).verdict).toBe(verdict)
  })
  it.each<[string, string, string, AnchorVerdict]>([
    ['will', 'will meet', 'may meet', 'polarity-changed'],
    ['expects', 'will meet', 'expects to meet', 'polarity-changed'],
    ['only', 'in the spring', 'only in the spring', 'polarity-changed'],
    ['a contraction', 'will meet', "won't meet", 'polarity-changed'],
    ['a place', 'with the agency', 'with the authority', 'reworded']
  ])('a statement with %s', (_name, before, after, verdict) => {
    const words = 'The company will meet with the agency in the spring.'
    expect(verdictOf(words, RELEASE.replace(before, after)).verdict).toBe(verdict)
  })
  it('shows the words of now beside those of then', () => {
    expect(verdictOf(FIRST, RELEASE.replace('63%', '36%')).words).toBe(FIRST.replace('63%', '36%'))
  })
  it('with too much changed are gone', () => {
    expect(
      verdictOf(FIRST, RELEASE.replace(FIRST, 'Patients on the patch felt much better and slept longer than before the study began.'))
        .verdict
    ).toBe('gone')
  })
})

describe('short quotes', () => {
  it('are never found inside a longer word', () => {
    const before = 'OPENING\nThe kernel of Linus ran.\nEND'
    expect(findAnchor(annotate(before, 'Linus'), layOut('OPENING\nThe kernel of MacLinuses ran.\nEND'), null).verdict).toBe('gone')
  })
  it('stay where their neighbours are', () => {
    expect(verdictOf('63%', `New.\n${RELEASE}`)).toEqual({ verdict: 'intact', words: '63%' })
  })
  it('do not jump to the same number of another sentence', () => {
    const before = 'OPENING\nMargin rose to 12% in the year.\nNext.\nEND'
    const after = 'OPENING\nNext.\nChurn among small customers was 12% of all.\nEND'
    expect(isAttached(findAnchor(annotate(before, '12%'), layOut(after), layOut(before)).verdict)).toBe(false)
  })
  it('of an edited neighbour still count as theirs', () => {
    expect(isAttached(verdictOf('p=0.0096', RELEASE.replace('Patients who received', 'Those who received')).verdict)).toBe(true)
  })
})

describe('anything at all', () => {
  const lines = RELEASE.split('\n')
  const edits = fc.array(
    fc.record({ at: fc.nat({ max: lines.length - 1 }), kind: fc.constantFrom('drop', 'double', 'swap', 'number', 'word', 'insert') }),
    { maxLength: 6 }
  )
  const apply = (steps: readonly { at: number; kind: string }[]): string => {
    const now = [...lines]
    for (const { at, kind } of steps) {
      const line = now[at] ?? ''
      if (kind === 'drop') now.splice(at, 1)
      if (kind === 'double') now.splice(at, 0, line)
      if (kind === 'swap') now.splice(at, 2, now[at + 1] ?? '', line)
      if (kind === 'number') now[at] = line.replace(/\d+/, '77')
      if (kind === 'word') now[at] = line.replace(/\b[a-z]{6,}\b/, 'replacement')
      if (kind === 'insert') now.splice(at, 0, 'A paragraph that was not there before says nothing new.')
    }
    return now.filter((line) => line !== '').join('\n')
  }
  it('after random edits every annotation has one verdict, and one that re-attaches stands on its own words', () => {
    const origin = layOut(RELEASE)
    const quotes = [FIRST, SECOND, THIRD, BOILER, 'p=0.0096', '63%', 'Dr. Ann Lee', 'week four, compared with placebo']
    fc.assert(fc.property(edits, fc.constantFrom(...quotes), (steps, words) => {
      const edited = layOut(apply(steps))
      const found = findAnchor(annotate(RELEASE, words), edited, origin)
      if (!isAttached(found.verdict)) return
      const now = levelQuote(found.words ?? '')
      expect(now).toBe(levelQuote(words))
    }), { numRuns: 400 })
  })
  it('never throws for odd selectors', () => {
    fc.assert(fc.property(fc.string(), fc.string(), fc.string(), fc.nat(), fc.nat(), (exact, prefix, suffix, start, end) => {
      const selectors: Selectors = { position: { start, end }, quote: { exact, prefix, suffix }, sectionPath: [], textSha256: 'x',
        parserVersion: 1 }
      expect(['intact', 'moved', 'reworded', 'number-changed', 'polarity-changed', 'ambiguous', 'gone']).toContain(
        findAnchor(selectors, layOut(RELEASE), null).verdict
      )
    }))
  })
})
