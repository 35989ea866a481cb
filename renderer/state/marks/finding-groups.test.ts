import type { Finding } from '#contract/finding'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupFindings, type Grouping, isWeak, NO_MEASURE, NO_SECTION } from './finding-groups'
import type { FindingSuggestion } from './suggestions'

const suggestion = (at: number, polarity: Finding['polarity'], more: Partial<Finding> = {}): FindingSuggestion => ({
  kind: 'finding',
  id: `f${String(at)}`,
  range: { start: at, end: at + 5 },
  exact: '',
  origin: { range: { start: at, end: at + 5 }, exact: '' },
  decision: null,
  speaker: null,
  finding: { id: `f${String(at)}`, type: 'effect', explicit: false, ordinal: null, polarity, claim: { start: at, end: at + 5 },
    evidence: [], flags: [], score: 0, why: '', ...more }
})
const sectionOf = (offset: number): string | null => (offset < 1000 ? 'Item 1' : offset < 2000 ? 'Item 7' : null)
const measureOf = (
  { start }: { readonly start: number }
): string | null => (start % 100 === 0 ? 'net sales' : start % 100 === 10 ? 'Net Sales:' : start > 4000 ? null : 'rent')
const plain: Grouping = { order: 'section', sectionOf, measureOf, unfolded: [], whole: false, active: null }
const many = (from: number, count: number): readonly FindingSuggestion[] =>
  Array.from({ length: count }, (_, at) => suggestion(from + at * 10, 'neutral'))
const ids = (groups: ReturnType<typeof groupFindings>) => groups.map(({ shown }) => shown.map(({ id }) => id))

describe('a short list of findings', () => {
  it('stays one, in the order it came', () => {
    const list = [suggestion(1500, 'neutral'), suggestion(10, 'favourable')]
    expect(groupFindings(list, 2, plain)).toEqual([{ section: '', shown: list, weak: 0, open: true,
      tally: new Map([['neutral', 1], ['favourable', 1]]) }])
  })
})

describe('a long list of findings', () => {
  const strong = [suggestion(1500, 'unfavourable'), suggestion(500, 'favourable'), suggestion(1400, 'neutral', { flags: ['tension'] })]
  const list = [...strong, ...many(0, 30), ...many(1000, 2)]

  it('is grouped in the order of the filing, with what takes no side folded away', () => {
    const groups = groupFindings(list, list.length, plain)
    expect(groups.map(({ section, weak, open }) => [section, weak, open])).toEqual([['Item 1', 30, false], ['Item 7', 2, false]])
    expect(ids(groups)).toEqual([['f500'], ['f1500', 'f1400']])
    expect([...groups[1]?.tally ?? []]).toEqual([['unfavourable', 1], ['neutral', 3]])
  })

  it('shows a fold that was opened, the finding in focus, and all where all was asked for', () => {
    expect(groupFindings(list, list.length, { ...plain, unfolded: ['Item 1'] })[0]?.shown).toHaveLength(31)
    expect(groupFindings(list, list.length, { ...plain, active: 'f20' })[0]?.shown.map(({ id }) => id)).toEqual(['f500', 'f20'])
    expect(groupFindings(list, list.length, { ...plain, whole: true })[0]).toMatchObject({ weak: 0, open: true })
  })

  it('is grouped by measure, however it is written, what takes sides first and what tells none last', () => {
    const groups = groupFindings([...list, suggestion(5020, 'favourable')], 36, { ...plain, order: 'measure' })
    expect(groups.map(({ section, tally }) => [section, tally.get('favourable') ?? 0])).toEqual([['Net sales', 1], ['Rent', 0], [NO_MEASURE,
      1]])
  })

  it('stands as one by rank, with what takes no side folded at its end', () => {
    const groups = groupFindings(list, list.length, { ...plain, order: 'rank' })
    expect(groups).toMatchObject([{ section: '', weak: 32, open: false }])
    expect(ids(groups)).toEqual([['f1500', 'f500', 'f1400']])
  })

  it('names what stands outside every section', () => {
    expect(groupFindings([...list, suggestion(5000, 'qualified')], 36, plain).at(-1)?.section).toBe(NO_SECTION)
  })

  it('neither loses nor repeats a finding: what is shown and what is folded is the whole list', () => {
    const any = fc.uniqueArray(
      fc.record({ at: fc.nat({ max: 3000 }), polarity: fc.constantFrom('neutral' as const, 'favourable' as const) }),
      { selector: ({ at }) => at, maxLength: 60 }
    )
    fc.assert(fc.property(any, (found) => {
      const items = found.map(({ at, polarity }) => suggestion(at, polarity))
      const groups = groupFindings(items, items.length, plain)
      const shown = groups.flatMap((group) => group.shown)
      const folded = groups.reduce((sum, { weak, open }) => sum + (open ? 0 : weak), 0)
      expect(shown.length + folded).toBe(items.length)
      expect(items.filter((item) => !isWeak(item)).every((item) => shown.includes(item))).toBe(true)
    }))
  })
})
