import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createCloseGuard, FLUSH_LIMIT, type UnsavedChoice } from './close-guard'

const setUp = (closeAnyway: boolean, choices: UnsavedChoice[] = []) => {
  const asked: string[] = []
  const told: string[] = []
  const seen = { closed: 0, questions: 0 }
  let count = 0
  const guard = createCloseGuard({
    askToFlush: (token) => asked.push(token),
    askToCloseAnyway: () => {
      seen.questions += 1
      return Promise.resolve(closeAnyway)
    },
    askAboutUnsaved: ({ text }) => {
      told.push(text)
      return Promise.resolve(choices.shift() ?? 'keep open')
    },
    close: () => {
      seen.closed += 1
    }
  }, () => {
    count += 1
    return `token-${count}`
  })
  return { guard, asked, told, seen }
}

describe('createCloseGuard', () => {
  beforeEach(() => vi.useFakeTimers())
  afterEach(() => vi.useRealTimers())

  it('closes once the page has answered, and asks the page only once', () => {
    const { guard, asked, seen } = setUp(false)
    expect(guard.mayClose()).toBe(false)
    expect(guard.mayClose()).toBe(false)
    expect(asked).toEqual(['token-1'])
    guard.flushed('token-0')
    expect(seen.closed).toBe(0)
    guard.flushed('token-1')
    expect(seen.closed).toBe(1)
    expect(guard.mayClose()).toBe(true)
  })

  it('asks the reader where the page does not answer, and closes if told to', async () => {
    const { guard, seen } = setUp(true)
    guard.mayClose()
    await vi.advanceTimersByTimeAsync(FLUSH_LIMIT)
    expect(seen).toEqual({ closed: 1, questions: 1 })
  })

  it('stays open where the reader says so, and asks the page anew the next time', async () => {
    const { guard, asked, seen } = setUp(false)
    guard.mayClose()
    await vi.advanceTimersByTimeAsync(FLUSH_LIMIT)
    expect(seen).toEqual({ closed: 0, questions: 1 })
    expect(guard.mayClose()).toBe(false)
    guard.flushed('token-1')
    expect(seen.closed).toBe(0)
    guard.flushed('token-2')
    expect(asked).toEqual(['token-1', 'token-2'])
    expect(seen.closed).toBe(1)
  })

  it('never closes over words that could not be saved unless the reader says so', async () => {
    const { guard, asked, told, seen } = setUp(false, ['try again', 'keep open', 'close without saving'])
    guard.mayClose()
    guard.notFlushed('token-0', { message: '', text: 'not asked for' })
    guard.notFlushed('token-1', { message: 'Full.', text: 'one' })
    await vi.advanceTimersByTimeAsync(FLUSH_LIMIT / 2)
    expect(asked).toEqual(['token-1', 'token-2'])
    guard.notFlushed('token-2', { message: 'Full.', text: 'two' })
    await vi.advanceTimersByTimeAsync(FLUSH_LIMIT * 2)
    expect(seen).toEqual({ closed: 0, questions: 0 })
    guard.mayClose()
    guard.notFlushed('token-3', { message: 'Full.', text: 'three' })
    await vi.advanceTimersByTimeAsync(0)
    expect(told).toEqual(['one', 'two', 'three'])
    expect(seen).toEqual({ closed: 1, questions: 0 })
  })

  it('closes when the words could be saved at the second try', async () => {
    const { guard, asked, seen } = setUp(false, ['try again'])
    guard.mayClose()
    guard.notFlushed('token-1', { message: 'Full.', text: 'one' })
    await vi.advanceTimersByTimeAsync(0)
    guard.flushed(asked.at(-1) ?? '')
    expect(seen.closed).toBe(1)
  })

  it('does not wait for a page that is gone', () => {
    const { guard, seen } = setUp(false)
    guard.mayClose()
    guard.pageLost()
    expect(seen.closed).toBe(1)
  })

  it('still asks the page that was loaded after one that was lost', () => {
    const { guard, asked } = setUp(false)
    guard.pageLost()
    expect(guard.mayClose()).toBe(false)
    expect(asked).toEqual(['token-1'])
  })
})
