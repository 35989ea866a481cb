import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { putWatched } from '../../store/watched'
import { createAnalysisInPlace } from '../analysis-thread'
import { rebuildServices } from '../create-services'
import { addFolder, listFolders, removeFolder } from './folders'
import { undo } from '../history/history'
import { replayJournal } from '../things/replay-journal'
import { createTemporaryLibrary, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'

let library: TemporaryLibrary
beforeEach(() => {
  library = createTemporaryLibrary()
})
afterEach(() => rmSync(library.folder, { recursive: true, force: true }))

const folderNamed = (name: string): string => {
  const path = join(library.folder, name)
  mkdirSync(path)
  return path
}
const addDeal = (): string => valueOf(addFolder(library.services.library, 'Deal', null))[0]?.id ?? ''

/** Destroys the database, makes the library anew without a backup, and answers with what is watched then. */
const afterRebuild = async (): Promise<readonly (readonly [string, string | null])[]> => {
  await library.services.close()
  const dataFolder = join(library.folder, 'data')
  const database = join(dataFolder, 'library.db')
  rmSync(join(dataFolder, 'backups'), { recursive: true, force: true })
  writeFileSync(database, readFileSync(database).fill(0, 4096, 40_960))
  const options = { dataFolder, analysis: createAnalysisInPlace(), samplePath: '', appVersion: '0', runtimeVersion: '0',
    clock: () => '2026-02-01T00:00:00.000Z' }
  const { services } = valueOf(await rebuildServices(options))
  const watched = services.watcher.list().map(({ path, folderId }) => [path, folderId] as const)
  // A second look at the journal finds nothing more to do.
  expect(replayJournal(services.library).restored).toEqual([])
  await services.close()
  return watched
}

describe('watched folders after the database was destroyed', () => {
  it('are watched again, with where their files come to, and those that were let go are not', async () => {
    const deal = addDeal()
    const [kept, moved, gone] = ['kept', 'moved', 'gone'].map(folderNamed)
    const { watcher } = library.services
    valueOf(watcher.add(kept ?? '', null))
    valueOf(watcher.add(moved ?? '', null))
    valueOf(watcher.add(gone ?? '', null))
    valueOf(watcher.add(moved ?? '', deal))
    valueOf(watcher.remove(watcher.list().find(({ path }) => path === gone)?.id ?? ''))
    expect(await afterRebuild()).toEqual([[kept, null], [moved, deal]])
  })

  it('have their files come to no deal folder where that one was removed', async () => {
    const deal = addDeal()
    const inbox = folderNamed('inbox')
    valueOf(library.services.watcher.add(inbox, deal))
    valueOf(removeFolder(library.services.library, deal))
    expect(await afterRebuild()).toEqual([[inbox, null]])
  })

  it('follow a deal folder that was removed and brought back', async () => {
    const deal = addDeal()
    const inbox = folderNamed('inbox')
    valueOf(library.services.watcher.add(inbox, deal))
    valueOf(removeFolder(library.services.library, deal))
    valueOf(undo(library.services.library))
    expect(valueOf(listFolders(library.services.library))).toHaveLength(1)
    expect(await afterRebuild()).toEqual([[inbox, deal]])
  })
})

it('a folder that was watched before the journal told of them is watched again too', async () => {
  const inbox = folderNamed('inbox')
  const { library: context, watcher } = library.services
  putWatched(context.db, { id: 'w', path: inbox, folderId: null, addedAt: '2026-01-01T00:00:00.000Z' })
  watcher.start()
  watcher.start()
  expect(context.journal.read().filter((line) => line.kind === 'changed' && line.entity === 'watched-folder')).toHaveLength(1)
  expect(await afterRebuild()).toEqual([[inbox, null]])
})

it('a folder is not watched where the journal cannot be written', () => {
  const inbox = folderNamed('inbox')
  const { library: context, watcher } = library.services
  context.journal.close()
  rmSync(join(library.folder, 'data'), { recursive: true })
  expect(() => watcher.add(inbox, null)).toThrow()
  expect(watcher.list()).toEqual([])
})
