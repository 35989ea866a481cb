import { describe, expect, it } from 'vitest'
import { alignPassages } from './align-passages'
import type { Passage } from './comparable-document'

/** Passages by their words, a place each; those that begin with a bar are rows. */
const passagesOf = (lines: readonly string[]): readonly Passage[] =>
  lines.map((line, at): Passage => ({ unit: line.startsWith('|') ? 'row' : 'sentence', text: line.replace('|', ''), cells: [],
    range: { start: at * 100, end: at * 100 + 99 } })
  )
const pairs = (matches: readonly { readonly left: number; readonly right: number }[]): readonly string[] =>
  matches.map(({ left, right }) => `${String(left)}-${String(right)}`)
const align = (left: readonly string[], right: readonly string[]): { readonly ordered: string; readonly moved: string } => {
  const { ordered, moved } = alignPassages(passagesOf(left), passagesOf(right))
  return { ordered: pairs(ordered).join(' '), moved: [...pairs(moved)].sort().join(' ') }
}

const [KILN, BARGE, LOCK, QUAY, WEIR] = [
  'The second kiln in Osterby was lit again in March.',
  'Barges carried more clay than in any earlier summer.',
  'A new lock keeper took office without much ceremony.',
  'Repairs at the northern quay took all of the autumn.',
  'Water over the weir drives both of our older mills.'
]

describe('which passage is which', () => {
  it('equal ones are each other’s, in order, and what is new has none', () => {
    expect(align([KILN, BARGE, LOCK], [KILN, QUAY, BARGE, LOCK])).toEqual({ ordered: '0-0 1-2 2-3', moved: '' })
    expect(align([KILN, BARGE, LOCK], [LOCK])).toEqual({ ordered: '2-0', moved: '' })
    expect(align([], [KILN])).toEqual({ ordered: '', moved: '' })
  })
  it('equal ones that stand twice are told apart by what stands beside them', () => {
    expect(align(['Not applicable.', KILN, 'Not applicable.', LOCK], [BARGE, 'Not applicable.', KILN, LOCK]).ordered).toBe('0-1 1-2 3-3')
    expect(align([KILN, 'None.', 'None.', LOCK], [KILN, 'None.', LOCK]).ordered).toMatch(/^0-0 [12]-1 3-2$/)
  })
  it('a changed one is found in the gap between equal ones', () => {
    expect(align([KILN, BARGE, LOCK], [KILN, BARGE.replace('summer', 'winter'), LOCK]).ordered).toBe('0-0 1-1 2-2')
    expect(align([KILN, BARGE, LOCK], [KILN, QUAY, LOCK]).ordered).toBe('0-0 2-2')
  })
  it('of several in one gap the most alike are taken', () => {
    const [may, june] = ['Orders for kilns rose by 4% in the month of May.', 'Orders for barges rose by 4% in the month of June.']
    expect(align([KILN, may, june, LOCK], [KILN, june.replace('4', '6'), LOCK]).ordered).toBe('0-0 2-1 3-2')
  })
  it('one that went elsewhere as it was is moved, with its neighbours, however short', () => {
    expect(align([KILN, BARGE, LOCK, QUAY, WEIR], [KILN, QUAY, WEIR, BARGE, LOCK])).toMatchObject({
      moved: expect.stringMatching(/^1-3 2-4$|^3-1 4-2$/)
    })
    expect(align(['None.', KILN, BARGE, LOCK, 'None.', QUAY], [BARGE, LOCK, 'None.', QUAY, 'None.', KILN]).moved).toBe('0-4 1-5')
  })
  it('one too short to be known is not called moved', () => {
    expect(align(['Kilns rose.', BARGE, LOCK], [BARGE, LOCK, 'Kilns rose.'])).toEqual({ ordered: '1-0 2-1', moved: '' })
  })
  it('a row that went elsewhere is no sentence of the same words', () => {
    expect(align([`|${KILN}`, BARGE, LOCK], [BARGE, LOCK, KILN]).moved).toBe('')
    expect(align([`|${KILN}`, BARGE, LOCK], [BARGE, LOCK, `|${KILN}`]).moved).toBe('0-2')
  })
  it('beside one that was moved a short one whose number changed is known', () => {
    expect(align(['Sales were 41 kilns.', KILN, BARGE, LOCK], [BARGE, LOCK, 'Sales were 42 kilns.', KILN]).moved).toBe('0-2 1-3')
    expect(align(['Tolls paid 41 masons.', KILN, BARGE, LOCK], [BARGE, LOCK, 'Sales were 42 kilns.', KILN]).moved).toBe('1-3')
  })
  it('a long one that was moved and changed is known by most of its words, a short one is not', () => {
    const long = 'Water over the weir drives both older mills, three saws, one forge and every pump of our northern dockyard.'
    expect(align([long, BARGE, LOCK], [BARGE, LOCK, long.replace('three', 'four')]).moved).toBe('0-2')
    expect(align([long, BARGE, LOCK], [BARGE, LOCK, 'Water over the weir drives an inn.']).moved).toBe('')
    expect(align(['Both mills and saws grind wheat.', BARGE, LOCK], [BARGE, LOCK, 'Both mills and saws grind barley.']).moved).toBe('')
  })
  it('no passage has two others', () => {
    const left = [KILN, KILN.replace('March', 'April'), BARGE]
    const { ordered, moved } = alignPassages(passagesOf(left), passagesOf([BARGE, KILN, KILN.replace('March', 'May')]))
    const all = [...ordered, ...moved]
    expect(new Set(all.map((match) => match.left)).size).toBe(all.length)
    expect(new Set(all.map((match) => match.right)).size).toBe(all.length)
  })
  it('tells of each gap and of how many there are', () => {
    const told: string[] = []
    alignPassages(passagesOf([KILN, 'a', LOCK, 'b', WEIR]), passagesOf([KILN, 'c', LOCK, 'd', WEIR]),
      (done, total) => told.push(`${String(done)}/${String(total)}`))
    expect(told).toEqual(['0/2', '1/2'])
  })
})
