import type { QueueProgress } from '#contract/import-queue'
import { ok } from '#contract/result'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { feedbackState } from '../window/feedback'
import { installMemoryApi, type MemoryApi } from '../testing/memory-api'
import { endWords, queueState, turnOf } from './queue'

const progress = (more: Partial<QueueProgress> = {}): QueueProgress => ({ waiting: 0, running: 0, done: 0, already: 0, skipped: 0,
  failed: 0, cancelled: 0, doneBytes: 0, totalBytes: 0, now: [], ...more })

let wire: MemoryApi
const standing = (now: QueueProgress): void => {
  wire.answer({ 'queue.list': () => ok({ progress: now, files: [] }) })
}

beforeEach(() => {
  wire = installMemoryApi()
  queueState.store.set({ progress: progress(), files: [], open: false, interrupted: false })
  feedbackState.store.set({ toasts: [] })
})

describe('the words of the queue', () => {
  it('leave out what there is none of', () => {
    expect(endWords(progress({ done: 12, failed: 1 }))).toBe('12 imported, 1 not imported')
    expect(endWords(progress({ already: 3, skipped: 2, cancelled: 1 }))).toBe('3 already in the library, 2 skipped, 1 stopped')
  })
  it('count a file whose turn came, however it ended, and none that was skipped', () => {
    expect(turnOf(progress({ waiting: 5, running: 2, done: 3, already: 1, failed: 1, skipped: 9 }))).toEqual({ done: 5, all: 12 })
  })
})

describe('the queue', () => {
  it('asks about files that an earlier start did not come to, and goes on with them when told', async () => {
    standing(progress({ cancelled: 4 }))
    const stop = queueState.start()
    await vi.waitFor(() => expect(queueState.store.get().interrupted).toBe(true))
    wire.answer({ 'queue.retry': () => ok(null) })
    await queueState.retry(null)
    expect(queueState.store.get().interrupted).toBe(false)
    expect(wire.calls).toContainEqual({ name: 'queue.retry', args: { jobs: null } })
    stop()
  })

  it('says once that it ended, and how', () => {
    standing(progress({ done: 2 }))
    const stop = queueState.start()
    wire.emit('queue.progress', progress({ waiting: 1, running: 1 }))
    wire.emit('queue.progress', progress({ done: 2 }))
    wire.emit('queue.progress', progress({ done: 2 }))
    expect(feedbackState.store.get().toasts.map(({ text }) => text)).toEqual(['Import ended: 2 imported.'])
    stop()
  })

  it('opens its panel when something was queued, and says so when nothing was', async () => {
    standing(progress({ waiting: 2 }))
    wire.answer({ 'queue.add': ({ paths }) => ok(paths.length) })
    await queueState.add(['/a', '/b'], null)
    expect(queueState.store.get().open).toBe(true)
    queueState.hide()
    await queueState.add([], null)
    expect(queueState.store.get().open).toBe(false)
    expect(feedbackState.store.get().toasts.at(-1)?.text).toBe('Nothing to import there.')
  })
})
