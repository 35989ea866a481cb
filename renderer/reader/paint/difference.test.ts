import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { difference } from './difference'

interface Paint {
  readonly of: string
}
const keyOf = (stroke: string): string => stroke
const paint = (stroke: string): Paint | null => (stroke === 'unseen' ? null : { of: stroke })

/** Paints lists of strokes one after another, as a scrolled page does, and counts what is put on and taken off the registry. */
const paintAll = (
  lists: readonly (readonly string[])[]
): { readonly registry: ReadonlySet<Paint>; readonly acts: number; readonly last: ReadonlyMap<string, Paint> } => {
  const registry = new Set<Paint>()
  let last: ReadonlyMap<string, Paint> = new Map()
  let acts = 0
  for (const wanted of lists) {
    const { after, added, removed } = difference(last, wanted, keyOf, paint)
    for (const one of removed) expect(registry.delete(one)).toBe(true)
    for (const one of added) registry.add(one)
    acts += added.length + removed.length
    last = after
  }
  return { registry, acts, last }
}

describe('painting by difference', () => {
  it('puts on what is new, takes off what is gone and touches nothing else', () => {
    const first = difference(new Map<string, Paint>(), ['a', 'b'], keyOf, paint)
    const next = difference(first.after, ['b', 'c'], keyOf, paint)
    expect([next.added, next.removed]).toEqual([[{ of: 'c' }], [{ of: 'a' }]])
    expect(next.after.get('b')).toBe(first.after.get('b'))
  })

  it('does nothing at all where nothing changed', () => {
    const first = difference(new Map<string, Paint>(), ['a', 'b', 'b'], keyOf, paint)
    expect(first.added).toHaveLength(2)
    expect(difference(first.after, ['b', 'a'], keyOf, () => {
      throw new Error('painted again')
    })).toMatchObject({ added: [], removed: [] })
  })

  it('answers what could not be painted, and takes off what can no longer be', () => {
    expect(difference(new Map(), ['unseen', 'a'], keyOf, paint)).toMatchObject({ unseen: ['unseen'], added: [{ of: 'a' }] })
  })

  const strokes = fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'unseen'), { maxLength: 8 })
  it('leaves on the registry exactly what is wanted last, however it came there', () => {
    fc.assert(fc.property(fc.array(strokes, { minLength: 1, maxLength: 12 }), (lists) => {
      const { registry, last } = paintAll(lists)
      expect(new Set([...registry].map(({ of }) => of))).toEqual(new Set(lists.at(-1)?.filter((stroke) => stroke !== 'unseen')))
      expect(new Set(last.values())).toEqual(registry)
    }))
  })

  it('does no more acts than strokes differ from one list to the next', () => {
    fc.assert(fc.property(fc.array(strokes, { maxLength: 12 }), (lists) => {
      let before = new Set<string>()
      let differing = 0
      for (const list of lists) {
        const now = new Set<string>(list.filter((stroke) => stroke !== 'unseen'))
        differing += [...now].filter((one) => !before.has(one)).length + [...before].filter((one) => !now.has(one)).length
        before = now
      }
      expect(paintAll(lists).acts).toBe(differing)
    }))
  })
})
