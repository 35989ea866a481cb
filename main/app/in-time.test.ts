import { expect, it } from 'vitest'
import { inTime } from './in-time'

const after = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

it('says how the work ended, and does not wait for what takes too long', async () => {
  const errors: unknown[] = []
  const tell = (error: unknown): void => {
    errors.push(error)
  }
  const wrong = new Error('the disk is gone')
  expect(await inTime(after(1), 5000, tell)).toBe('done')
  expect(await inTime(Promise.reject(wrong), 5000, tell)).toBe('failed')
  expect(await inTime(after(60_000), 20, tell)).toBe('late')
  expect(errors).toEqual([wrong])
})
