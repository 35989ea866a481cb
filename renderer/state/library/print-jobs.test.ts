import { ok } from '#contract/result'
import type { WorkProgress } from '#contract/library'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { installMemoryApi, type MemoryApi } from '../testing/memory-api'
import { libraryState } from './library'

const about = { job: 'p', file: '/a.pdf', stage: 'printing' } as const
const news = (more: Pick<WorkProgress, 'part' | 'done' | 'total'>): WorkProgress => ({ ...about, ...more })
const jobs = () => libraryState.store.get().jobs

let memory: MemoryApi
let stop: () => void = () => undefined

beforeEach(() => {
  vi.useFakeTimers()
  memory = installMemoryApi()
  stop = libraryState.start()
})

afterEach(() => {
  stop()
  libraryState.printingEnded()
  vi.useRealTimers()
})

const tell = (progress: WorkProgress): void => {
  memory.emit('work.progress', progress)
  vi.runOnlyPendingTimers()
}

it('keeps a print on the list through all its parts, until it has ended', () => {
  for (
    const part of [news({ part: 'handing', done: 9, total: 9 }), news({ part: 'laying-out', done: 0, total: 0 }),
      news({ part: 'commenting', done: 2, total: 2 }), news({ part: 'saving', done: 0, total: 0 })]
  ) {
    tell(part)
    expect(jobs()).toEqual([part])
  }
  tell({ ...about, done: 1, total: 1 })
  expect(jobs()).toEqual([])
})

it('stops a print from the line of what goes on, and other work by its job', async () => {
  memory.answer({ 'export.cancel': () => ok(null), 'library.cancel': () => ok(null) })
  tell(news({ part: 'laying-out', done: 0, total: 0 }))
  await libraryState.cancel('p')
  expect(memory.calls.at(-1)?.name).toBe('export.cancel')
  expect(jobs()).toEqual([])
  tell({ job: 'i', file: 'a.txt', stage: 'parsing', done: 1, total: 9 })
  await libraryState.cancel('i')
  expect(memory.calls.at(-1)).toMatchObject({ name: 'library.cancel', args: { job: 'i' } })
})
