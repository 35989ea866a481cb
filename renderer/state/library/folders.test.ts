import type { Folder } from '#contract/folder'
import { ok } from '#contract/result'
import { beforeEach, describe, expect, it } from 'vitest'
import { feedbackState } from '../window/feedback'
import { foldersState } from './folders'
import { installMemoryApi, type MemoryApi } from '../testing/memory-api'

const folder = (id: string, parentId: string | null = null, ordinal = 0): Folder => ({ id, parentId, name: id, ordinal, filings: 0 })
const lastToast = (): string | undefined => feedbackState.store.get().toasts.at(-1)?.text

let wire: MemoryApi
beforeEach(() => {
  wire = installMemoryApi()
  const same = () => ok(foldersState.store.get().folders)
  wire.answer({ 'folder.put': same, 'folder.take': same, 'folder.move': same, 'folder.rename': same, 'library.list': () => ok([]),
    'folder.add': ({ name, parentId }) => ok([...foldersState.store.get().folders, { ...folder('made', parentId), name }]) })
  foldersState.store.set({ ready: true, folders: [folder('a'), folder('b', null, 1), folder('a1', 'a')], opened: [], renaming: null,
    moving: null, dragged: null })
  feedbackState.store.set({ toasts: [] })
})
const asked = (): readonly unknown[] => wire.calls.filter(({ name }) => name.startsWith('folder.')).map(({ name, args }) => [name, args])

describe('a new folder', () => {
  it('gets a name that none of its sisters has, is shown, and waits to be named', async () => {
    foldersState.store.set({ folders: [folder('a'), { ...folder('n'), name: 'New folder', parentId: 'a' }] })
    await foldersState.add('a')
    expect(asked()).toEqual([['folder.add', { name: 'New folder 2', parentId: 'a' }]])
    expect(foldersState.store.get()).toMatchObject({ renaming: 'made', opened: ['a'] })
  })
})

describe('a name', () => {
  it('that is empty or the same as before changes nothing', async () => {
    await foldersState.rename('a', '  ')
    await foldersState.rename('a', ' a ')
    expect(asked()).toEqual([])
    await foldersState.rename('a', 'Heron')
    expect(asked()).toEqual([['folder.rename', { id: 'a', name: 'Heron' }]])
  })
})

describe('what is dropped on a folder', () => {
  it('goes into it beside where it stands, or out of the folder that is shown', () => {
    foldersState.drag({ kind: 'filings', ids: ['f1', 'f2'] })
    foldersState.drop('b', null)
    foldersState.drag({ kind: 'filings', ids: ['f1'] })
    foldersState.drop('b', 'a')
    expect(asked()).toEqual([['folder.put', { id: 'b', filingIds: ['f1', 'f2'] }], ['folder.take', { id: 'a', filingIds: ['f1'],
      into: 'b' }]])
  })

  it('is left where it is when a folder would come into its own', () => {
    foldersState.drag({ kind: 'folder', id: 'a' })
    expect([foldersState.takes('a1'), foldersState.takes('b')]).toEqual([false, true])
    foldersState.drop('a1', null)
    expect(asked()).toEqual([])
    expect(foldersState.store.get().dragged).toBeNull()
  })
})

describe('an act', () => {
  it('offers to be undone, in words that count', async () => {
    await foldersState.put('b', ['f1', 'f2', 'f3'])
    expect(lastToast()).toBe('3 filings put into “b”.')
    expect(feedbackState.store.get().toasts.at(-1)?.action?.label).toBe('Undo')
  })

  it('moves a folder among its sisters, and not past the ends', async () => {
    await foldersState.shift('a', -1)
    expect(asked()).toEqual([])
    await foldersState.shift('b', -1)
    await foldersState.shift('a', 1)
    expect(asked()).toEqual([['folder.move', { id: 'b', parentId: null, before: 'a' }], ['folder.move', { id: 'a', parentId: null,
      before: null }]])
  })
})
