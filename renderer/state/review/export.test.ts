import type { FilingSummary, OpenFiling, WorkProgress } from '#contract/library'
import { fail, ok } from '#contract/result'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { documentState } from '../document/document'
import { exportState } from './export'
import { installMemoryApi, type MemoryApi } from '../testing/memory-api'

const open: OpenFiling = { filing: { id: 'f' } as FilingSummary, submission: null, documents: [], warnings: [], current: 1, position: null }
const outcome = { path: '/a.pdf', bytes: 10, pages: 2 }
const printing: WorkProgress = { job: 'p', file: '/a.pdf', stage: 'printing', done: 1, total: 2 }
const state = () => exportState.store.get()

let memory: MemoryApi
let stop: () => void = () => undefined

beforeEach(() => {
  memory = installMemoryApi()
  documentState.store.set({ open, sequence: 3 })
  exportState.reset()
  stop = exportState.start()
})

afterEach(() => {
  stop()
  documentState.store.set({ open: null, sequence: null })
})

describe('exportState', () => {
  it('prints what was chosen and tells where it is', async () => {
    memory.answer({ 'export.pdf': () => {
      memory.emit('work.progress', printing)
      return ok(outcome)
    } })
    exportState.setScope({ suggestions: 'accepted' })
    await exportState.begin()
    expect(memory.calls.at(-1)?.args).toEqual({ filingId: 'f', sequence: 3,
      include: { text: true, highlights: true, notes: true, suggestions: 'accepted', comments: true, paper: 'letter' }, path: null,
      overwrite: false })
    expect(state()).toMatchObject({ phase: 'done', outcome, progress: printing })
    exportState.reset()
    expect(state()).toMatchObject({ phase: 'choosing', outcome: null, scope: { suggestions: 'accepted' } })
  })

  it('asks before it replaces a file, and replaces that one only', async () => {
    memory.answer({
      'export.pdf': (
        { overwrite, path }
      ) => (overwrite ? ok({ ...outcome, path: path ?? '' }) : fail('export-exists', 'There is a file.', { file: '/there.pdf' }))
    })
    await exportState.begin()
    expect(state()).toMatchObject({ phase: 'exists', failure: { file: '/there.pdf' } })
    await exportState.replace()
    expect(state()).toMatchObject({ phase: 'done', outcome: { path: '/there.pdf' } })
  })

  it('goes back to choosing where it was cancelled, and shows any other failure', async () => {
    memory.answer({ 'export.pdf': () => fail('export-cancelled', 'Cancelled.') })
    await exportState.begin()
    expect(state().phase).toBe('choosing')
    memory.answer({ 'export.pdf': () => fail('disk-full', 'The disk is full.') })
    await exportState.begin()
    expect(state()).toMatchObject({ phase: 'failed', failure: { code: 'disk-full' } })
  })

  it('prints once however often it is asked', async () => {
    memory.answer({ 'export.pdf': () => ok(outcome) })
    await Promise.all([exportState.begin(), exportState.begin()])
    expect(memory.calls.filter(({ name }) => name === 'export.pdf')).toHaveLength(1)
  })
})
