import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { putTag } from '../../store/tags'
import { createIdleCheckpoint } from './idle-checkpoint'
import { createTemporaryLibrary } from '../testing/temporary-library'

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

it('folds the log in once nothing was written for a while, and not before', async () => {
  const library = createTemporaryLibrary()
  const { db } = library.services.library
  const logSize = (): number => statSync(join(library.folder, 'data', 'library.db-wal')).size
  const idle = createIdleCheckpoint(db, 120)
  putTag(db, { id: 't', name: 'T', colour: 'grey', underline: 'solid', letter: 'T', shortcut: null })
  idle.touch()
  expect(logSize()).toBeGreaterThan(0)
  await wait(60)
  idle.touch()
  await wait(80)
  expect(logSize()).toBeGreaterThan(0)
  await wait(200)
  expect(logSize()).toBe(0)
  idle.stop()
  await library.remove()
})
