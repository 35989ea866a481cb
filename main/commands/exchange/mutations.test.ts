import { afterAll, beforeAll, expect, it } from 'vitest'
import { mutate, numbersFrom, readMutations, wholeFiles } from './mutations'
import { makeThrowAway, type ThrowAway } from './throw-away'
import { TRAPS } from './traps'

let made: ThrowAway
beforeAll(async () => {
  made = await makeThrowAway(TRAPS, 0)
})
afterAll(() => made.remove())

it('makes the same file of the same seed, and another of the next', async () => {
  const [file] = await wholeFiles(made)
  const bytes = file?.bytes ?? new Uint8Array()
  expect(mutate(bytes, numbersFrom(7))).toEqual(mutate(bytes, numbersFrom(7)))
  expect(mutate(bytes, numbersFrom(7))).not.toEqual(mutate(bytes, numbersFrom(8)))
})

it('reads 500 mutated files without a fault, and stores nothing', { timeout: 300_000 }, async () => {
  const { read, refused } = await readMutations(made, 500)
  expect(read + refused).toBe(500)
  expect(read, 'most mutations of tables leave rows that can be read').toBeGreaterThan(100)
  expect(refused).toBeGreaterThan(100)
})
