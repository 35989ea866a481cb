import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { checkSealedLog } from '../../store/check-sealed-log'
import type { ReadableDb } from '../../store/handles'
import { listSealed } from '../../store/read-sealed-log'
import { all } from '../../store/sql'
import { ACTS, deskOf, listed, openDesk, seen } from '../testing/every-act'
import type { Desk } from '../testing/every-act'
import { listFolders } from '../work/folders'
import { redo, undo } from './history'
import { valueOf } from '../testing/temporary-library'

let desk: Desk
beforeEach(async () => {
  desk = await openDesk()
})
afterEach(async () => {
  await desk.library.remove()
})

const restart = async (): Promise<void> => {
  desk = deskOf(desk, await desk.library.reopen())
}

const wholeLog = (db: ReadableDb): boolean | undefined => {
  const step = checkSealedLog(db).next()
  return step.done ? step.value.whole : undefined
}

/** Watched folders, and that something was sent, are in no undo. */
const { 'watched-folder': _watched, sent: _sent, ...UNDONE } = ACTS

describe.each(Object.entries(UNDONE))('%s', (entity, acts) => {
  it.each(Object.entries(acts))('%s: undone, made again, and undone after a restart', async (_name, { before, act }) => {
    await before?.(desk)
    const start = seen(desk)
    await act(desk)
    const done = seen(desk)
    expect(done).not.toEqual(start)
    expect(new Set(listed(desk).filter(({ groupId }) => groupId === listed(desk)[0]?.groupId).map((change) => change.entity))).toContain(
      entity
    )
    valueOf(undo(desk.context))
    expect(seen(desk)).toEqual(start)
    valueOf(redo(desk.context))
    expect(seen(desk)).toEqual(done)
    await restart()
    expect(seen(desk)).toEqual(done)
    valueOf(undo(desk.context))
    expect(seen(desk)).toEqual(start)
    await restart()
    expect(seen(desk)).toEqual(start)
    valueOf(redo(desk.context))
    expect(seen(desk)).toEqual(done)
    expect(wholeLog(desk.context.db)).toBe(true)
    expect(listSealed(desk.context.db, 0, 1000).map(({ event }) => event?.kind).slice(-4)).toEqual(['undo', 'redo', 'undo', 'redo'])
  })
})

it('takes everything back, step by step, to an empty library', async () => {
  for (const acts of Object.values(UNDONE))
    for (const { before, act } of Object.values(acts).slice(0, 1)) {
      await before?.(desk)
      await act(desk)
    }
  await restart()
  while (undo(desk.context).ok) expect(valueOf(listFolders(desk.context))).toBeDefined()
  expect(valueOf(listFolders(desk.context))).toEqual([])
  expect(all(desk.context.db, 'SELECT id FROM filing WHERE trashed_at IS NULL')).toEqual([])
  expect(all(desk.context.db, 'SELECT id FROM annotation UNION ALL SELECT id FROM note UNION ALL SELECT id FROM decision')).toEqual([])
})
