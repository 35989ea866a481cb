import type { WatchedFolder } from '#contract/folder'
import { ok } from '#contract/result'
import { expect, it, vi } from 'vitest'
import { installMemoryApi } from '../testing/memory-api'
import { countFiles, watchedState } from './watched-folders'

const watched = (...states: readonly WatchedFolder['files'][number]['state'][]): WatchedFolder => ({
  id: 'w',
  path: '/deals',
  folderId: null,
  addedAt: '2026-01-01T00:00:00Z',
  state: 'watching',
  files: states.map((state, at) => ({ path: `/deals/${String(at)}.txt`, filingId: null, earlierId: null, state, failure: null }))
})

it('counts the files of all watched folders by what became of them', () => {
  expect(countFiles([watched('imported', 'failed'), watched('imported', 'changed', 'gone')])).toEqual({ imported: 2, changed: 1, gone: 1,
    failed: 1 })
})

it('reads the folders once for many news', async () => {
  const wire = installMemoryApi()
  wire.answer({ 'watch.list': () => ok([watched('imported')]) })
  const stop = watchedState.start()
  for (let news = 0; news < 50; news += 1) wire.emit('watch.changed', { id: 'w' })
  await vi.waitFor(() => expect(wire.calls.filter(({ name }) => name === 'watch.list')).toHaveLength(2))
  expect(watchedState.store.get().watched[0]?.files).toHaveLength(1)
  stop()
})

it('changes nothing where the choice of a folder was cancelled', async () => {
  const wire = installMemoryApi()
  wire.answer({ 'watch.choose': () => ok(null) })
  const before = watchedState.store.get().watched
  await watchedState.choose(null)
  expect(watchedState.store.get().watched).toBe(before)
})
