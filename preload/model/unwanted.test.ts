import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Unwanted } from '#contract/unwanted'
import { areAlike, countedWords, hiddenAmong, reachesCompany, sayAlike, tellingWords, unwantedTest } from './unwanted'

const unwanted = (exact: string, over: Partial<Unwanted> = {}): Unwanted => ({ id: 'u1', kind: 'forward-looking', company: null, exact,
  createdAt: '2026-01-02T03:04:05.000Z', ...over })

const LANTERN = 'We expect to open 12 lantern shops in Alder Bay by June 2013.'

describe('what is like a sentence', () => {
  it.each([
    ['We expect to open 14 lantern shops in Alder Bay by May 2014.', true],
    ['WE EXPECT TO OPEN 9 LANTERN SHOPS IN ALDER BAY BY JUNE 2013', true],
    ['We expect to open two lantern shops in Alder Bay by June.', true],
    ['We expect to close our lantern mills in Quist Harbor by June 2013.', false],
    ['We expect to open.', false],
    ['', false]
  ])('"%s": %s', (text, alike) => {
    expect(areAlike(countedWords(LANTERN), countedWords(text))).toBe(alike)
  })
  it('asks for the same words where there are few', () => {
    expect(areAlike(countedWords('Revenue rose 4%.'), countedWords('Revenue rose 9%.'))).toBe(true)
    expect(areAlike(countedWords('Revenue rose 4%.'), countedWords('Revenue fell 4%.'))).toBe(false)
  })
  it('is the same both ways, and each text is like itself where a word counts', () => {
    const text = fc.array(fc.constantFrom('lantern', 'mill', 'wick', 'opens', 'closes', 'the', '12'), { maxLength: 12 }).map((words) =>
      words.join(' ')
    )
    fc.assert(fc.property(text, text, (one, other) => {
      const [a, b] = [countedWords(one), countedWords(other)]
      expect(areAlike(a, b)).toBe(areAlike(b, a))
      expect(areAlike(a, a)).toBe(a.size > 0)
    }))
  })
})

describe('what is unwanted', () => {
  it('holds for the filings of its company, whatever the spelling of its spaces and capitals', () => {
    expect(reachesCompany({ company: 'Tamsel Inc' }, 'TAMSEL  INC')).toBe(true)
    expect(reachesCompany({ company: 'Tamsel Inc' }, 'Quist Inc')).toBe(false)
    expect(reachesCompany({ company: 'Tamsel Inc' }, null)).toBe(false)
    expect(reachesCompany({ company: null }, null)).toBe(true)
  })
  it('is of one kind', () => {
    const test = unwantedTest([unwanted(LANTERN)], null)
    expect(test('forward-looking', LANTERN)).toBe(true)
    expect(test('finding', LANTERN)).toBe(false)
  })
  it('never hides what was decided', () => {
    const test = unwantedTest([unwanted(LANTERN)], null)
    const items = [{ id: 's1', exact: LANTERN }, { id: 's2', exact: LANTERN.replace('12', '30') }, { id: 's3', exact: 'A mill burnt.' }]
    const decision = { id: 'd', filingId: 'f', kind: 'forward-looking', node: 's1', range: { start: 0, end: 1 }, exact: LANTERN,
      verdict: 'rejected', risks: null, decidedAt: '', rev: 1 } as const
    expect([...hiddenAmong(items, 'forward-looking', [decision], test)]).toEqual(['s2'])
  })
  it('is told in one sentence that names the words', () => {
    expect(sayAlike('forward-looking', 'We expect 3 lantern shops in Alder Bay.', 'Tamsel')).toBe(
      'Like this is every forward-looking statement in filings of Tamsel that shares at least four in five of these words, whatever its numbers: expect, lantern, shops, alder, bay.'
    )
    expect(sayAlike('finding', 'Revenue rose 4%.', null)).toBe(
      'Like this is every finding anywhere that has just these words, whatever its numbers: revenue, rose.'
    )
  })
})

describe('the words that tell', () => {
  it('are the longest, of which not all can be missing, and one where all must be there', () => {
    expect(tellingWords('We expect to open lantern shops in Alder Bay by June.')).toEqual(['lantern', 'expect'])
    expect(tellingWords('Revenue rose 4%.')).toEqual(['revenue'])
    expect(tellingWords('12%')).toEqual([])
  })
  it('stand at least once in every text that is like it', () => {
    const words = fc.uniqueArray(fc.constantFrom('lantern', 'mill', 'wick', 'opens', 'closes', 'harbour', 'quarry', 'kiln'), {
      minLength: 1
    })
    fc.assert(fc.property(words, words, (one, other) => {
      const [a, b] = [one.join(' '), other.join(' ')]
      if (areAlike(countedWords(a), countedWords(b))) expect(tellingWords(a).some((word) => other.includes(word as never))).toBe(true)
    }))
  })
})
