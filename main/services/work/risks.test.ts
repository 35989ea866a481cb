import { afterEach, beforeEach, expect, it } from 'vitest'
import { redo, undo } from '../history/history'
import { hideRisk, risksOf, saveRisk } from './risks'
import { createTemporaryLibrary, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'
import { getWorkspace } from './workspace'

let library: TemporaryLibrary
beforeEach(() => {
  library = createTemporaryLibrary()
})
afterEach(() => library.remove())

const risks = () => risksOf(library.services.library)
const labels = () => risks().map(({ label }) => label)

it('comes with sixteen tags, each in a group', () => {
  expect(risks()).toHaveLength(16)
  expect(new Set(risks().map(({ group }) => group))).toEqual(new Set(['development', 'operations', 'finance', 'surroundings']))
  expect(valueOf(getWorkspace(library.services)).risks).toEqual(risks())
})

it('is renamed, added to and hidden, kept over a restart, and each act is undone', async () => {
  const context = () => library.services.library
  valueOf(saveRisk(context(), { id: 'competition', label: ' Rivals ', group: 'operations' }))
  valueOf(saveRisk(context(), { id: null, label: 'Tariffs', group: 'surroundings' }))
  valueOf(hideRisk(context(), 'personnel', true))
  library = await library.reopen()
  expect(risks()).toHaveLength(17)
  expect(risks().at(-1)).toMatchObject({ label: 'Tariffs', group: 'surroundings', own: true, hidden: false })
  expect(risks().find(({ id }) => id === 'competition')).toMatchObject({ label: 'Rivals', own: false })
  expect(risks().find(({ id }) => id === 'personnel')?.hidden).toBe(true)
  expect([1, 2, 3].map(() => valueOf(undo(context())).label)).toEqual(['Hide risk tag', 'Add risk tag', 'Rename risk tag'])
  expect(risks()).toHaveLength(16)
  expect(labels()).not.toContain('Rivals')
  expect(library.events.at(-1)).toEqual({ name: 'library.changed', payload: { filingId: null } })
  for (const _ of [1, 2, 3]) valueOf(redo(context()))
  expect([risks().length, labels().includes('Rivals'), risks().find(({ id }) => id === 'personnel')?.hidden]).toEqual([17, true, true])
})

it('refuses a name twice and a tag that is not there, and writes nothing where nothing changes', () => {
  const context = library.services.library
  valueOf(saveRisk(context, { id: null, label: 'Tariffs', group: 'finance' }))
  expect(saveRisk(context, { id: null, label: 'tariffs', group: 'finance' })).toMatchObject({ ok: false, failure: { code: 'conflict' } })
  expect(saveRisk(context, { id: 'no-such', label: 'X', group: 'finance' })).toMatchObject({ ok: false, failure: { code: 'not-found' } })
  expect(hideRisk(context, 'no-such', true)).toMatchObject({ ok: false, failure: { code: 'not-found' } })
  const competition = risks().find(({ id }) => id === 'competition')
  if (!competition) throw new Error('no such tag')
  valueOf(saveRisk(context, competition))
  valueOf(hideRisk(context, 'competition', false))
  expect(valueOf(undo(context)).label).toBe('Add risk tag')
})
