import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createCloseGuard, FLUSH_LIMIT } from './close-guard'

const setUp = (closeAnyway: boolean) => {
  const asked: string[] = []
  const seen = { closed: 0, questions: 0 }
  let count = 0
  const guard = createCloseGuard({
    askToFlush: (token) => { asked.push(token) },
    askToCloseAnyway: () => {
      seen.questions += 1
      return Promise.resolve(closeAnyway)
    },
    close: () => { seen.closed += 1 }
  }, () => { count += 1; return `token-${count}` })
  return { guard, asked, seen }
}

describe('createCloseGuard', () => {
  beforeEach(() => { vi.useFakeTimers() })
  afterEach(() => { vi.useRealTimers() })

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
