import { expect, test } from 'vitest'
import { keepLast, onceFor } from './remember'

test('an answer for an object is worked out once, an answer of nothing too', () => {
  const asked: object[] = []
  const answer = onceFor((of: object): number | undefined => {
    asked.push(of)
    return asked.length === 1 ? undefined : asked.length
  })
  const [one, other] = [{}, {}]
  expect([answer(one), answer(other), answer(one), answer(other)]).toEqual([undefined, 2, undefined, 2])
  expect(asked).toEqual([one, other])
})

test('objects that look alike are not the same', () => {
  const answer = onceFor((of: { readonly n: number }) => ({ n: of.n }))
  expect(answer({ n: 1 })).not.toBe(answer({ n: 1 }))
})

test('the last answer is given again while no argument changed', () => {
  const list = keepLast((a: readonly number[], b: number | null) => ({ a, b }))
  const numbers = [1]
  const first = list(numbers, null)
  expect(list(numbers, null)).toBe(first)
  expect(list(numbers, 0)).not.toBe(first)
  expect(list(numbers, 0)).toEqual({ a: numbers, b: 0 })
  expect(list([1], 0)).not.toBe(list(numbers, 0))
})

test('only the last answer is kept, and not a number stays the same', () => {
  let worked = 0
  const next = keepLast((_of: number) => (worked += 1))
  expect([next(1), next(2), next(1), next(Number.NaN), next(Number.NaN)]).toEqual([1, 2, 3, 4, 4])
})
