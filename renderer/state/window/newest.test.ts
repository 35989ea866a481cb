import { expect, test } from 'vitest'
import { createNewest } from './newest'

test('a later try overtakes all before it', () => {
  const reading = createNewest()
  const first = reading.begin()
  expect(first.holds()).toBe(true)
  const second = reading.begin()
  expect([first.holds(), second.holds()]).toEqual([false, true])
  expect(second.token).toBe(first.token + 1)
})

test('what is overtaken without a new try is not wanted any more, and the next try holds again', () => {
  const reading = createNewest()
  const first = reading.begin()
  reading.overtake()
  expect(first.holds()).toBe(false)
  expect(reading.begin().holds()).toBe(true)
})

test('the present try is the newest one, and each kind counts by itself', () => {
  const [reading, looking] = [createNewest(), createNewest()]
  const first = reading.begin()
  expect(reading.present().token).toBe(first.token)
  expect(reading.present().holds()).toBe(true)
  looking.begin()
  expect(first.holds()).toBe(true)
})
