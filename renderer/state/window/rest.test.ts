import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createRest } from './rest'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the act is done once, when nothing has moved for the time of rest', () => {
  const act = vi.fn()
  const rest = createRest(act, 100)
  rest.move()
  vi.advanceTimersByTime(99)
  rest.move()
  vi.advanceTimersByTime(99)
  expect(act).not.toHaveBeenCalled()
  vi.advanceTimersByTime(1)
  expect(act).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(1000)
  expect(act).toHaveBeenCalledTimes(1)
})

test('after a stop the act is not done, until something moves again', () => {
  const act = vi.fn()
  const rest = createRest(act, 100)
  rest.move()
  rest.stop()
  vi.advanceTimersByTime(1000)
  expect(act).not.toHaveBeenCalled()
  rest.move()
  vi.advanceTimersByTime(100)
  expect(act).toHaveBeenCalledTimes(1)
})
