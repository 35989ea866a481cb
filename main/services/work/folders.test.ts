import fc from 'fast-check'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Folder } from '#contract/folder'
import { addFolder, listFolders, moveFolder, putIntoFolder, removeFolder, renameFolder, takeFromFolder } from './folders'
import { redo, undo } from '../history/history'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'
import { trashFilings } from './trash-filings'

let library: TemporaryLibrary
beforeEach(() => {
  library = createTemporaryLibrary()
})
afterEach(async () => {
  await library.remove()
})

const context = () => library.services.library

const named = (name: string): Folder => {
  const found = valueOf(listFolders(context())).find((folder) => folder.name === name)
  if (!found) throw new Error(`no folder ${name}`)
  return found
}

const add = (name: string, parent: string | null = null): string => {
  valueOf(addFolder(context(), name, parent === null ? null : named(parent).id))
  return named(name).id
}

/** The tree as lines of `name/name: filings`, in order. */
const tree = (): string[] => {
  const all = valueOf(listFolders(context()))
  const path = ({ name, parentId }: Folder): string => {
    const above = all.find(({ id }) => id === parentId)
    return above ? `${path(above)}/${name}` : name
  }
  return all.map((folder) => `${path(folder)}: ${String(folder.filings)}`)
}

const foldersOf = (filingId: string): readonly string[] =>
  valueOf(library.services.reader.open(filingId)).filing.folders.map((id) =>
    valueOf(listFolders(context())).find((folder) => folder.id === id)?.name ?? '?'
  )

it('nests, orders, renames and moves folders, and refuses circles and twins', () => {
  add('Deal')
  add('Before', 'Deal')
  add('After', 'Deal')
  add('Other')
  expect(tree()).toEqual(['Deal: 0', 'Other: 0', 'Deal/Before: 0', 'Deal/After: 0'])
  expect(addFolder(context(), ' deal ', null)).toMatchObject({ ok: false, failure: { code: 'conflict' } })
  expect(renameFolder(context(), named('After').id, 'before')).toMatchObject({ ok: false, failure: { code: 'conflict' } })
  valueOf(renameFolder(context(), named('After').id, 'Later'))
  valueOf(renameFolder(context(), named('Later').id, 'LATER'))
  expect(moveFolder(context(), named('Deal').id, named('Before').id, null)).toMatchObject({ ok: false,
    failure: { code: 'invalid-request' } })
  valueOf(moveFolder(context(), named('LATER').id, named('Deal').id, named('Before').id))
  valueOf(moveFolder(context(), named('Other').id, named('LATER').id, null))
  expect(tree()).toEqual(['Deal: 0', 'Deal/LATER: 0', 'Deal/Before: 0', 'Deal/LATER/Other: 0'])
  expect(addFolder(context(), 'x', 'gone')).toMatchObject({ ok: false, failure: { code: 'not-found' } })
})

it('a filing stands in many folders, moves between them, and stays when they go', async () => {
  const filing = await library.add('a.txt', RELEASE)
  const other = await library.add('b.txt', `${RELEASE} more`)
  for (const name of ['Deal', 'Other']) add(name)
  add('Inner', 'Deal')
  valueOf(putIntoFolder(context(), named('Deal').id, [filing, other, filing]))
  valueOf(putIntoFolder(context(), named('Inner').id, [filing]))
  expect(tree()).toEqual(['Deal: 2', 'Other: 0', 'Deal/Inner: 1'])
  valueOf(takeFromFolder(context(), named('Deal').id, [other], named('Other').id))
  expect([foldersOf(filing).toSorted(), foldersOf(other)]).toEqual([['Deal', 'Inner'], ['Other']])
  valueOf(trashFilings(context(), [other], true))
  expect(named('Other').filings).toBe(0)
  valueOf(removeFolder(context(), named('Deal').id))
  expect([tree(), foldersOf(filing)]).toEqual([['Other: 0'], []])
  expect(valueOf(undo(context())).label).toBe('Remove folder')
  expect([tree(), foldersOf(filing).toSorted()]).toEqual([['Deal: 1', 'Other: 0', 'Deal/Inner: 1'], ['Deal', 'Inner']])
  expect(putIntoFolder(context(), named('Deal').id, ['nothing'])).toMatchObject({ ok: false, failure: { code: 'not-found' } })
})

it('tells the windows of every change, and of an undo', () => {
  add('Deal')
  library.events.length = 0
  valueOf(undo(context()))
  expect(library.events.map(({ name }) => name)).toEqual(['folders.changed', 'library.changed'])
})

/** One act on folders; numbers pick among those that are there. */
const acts = fc.array(fc.record({
  kind: fc.constantFrom('add' as const, 'add' as const, 'rename' as const, 'move' as const, 'remove' as const, 'put' as const,
    'take' as const, 'undo' as const, 'redo' as const, 'restart' as const),
  a: fc.nat({ max: 9 }),
  b: fc.nat({ max: 9 }),
  c: fc.nat({ max: 9 })
}), { maxLength: 25 })

it('undo and redo lead through the states that were, over restarts; no filing is ever lost and no folder hangs in the air', async () => {
  const filings = [await library.add('a.txt', RELEASE), await library.add('b.txt', `${RELEASE} b`)]
  let names = 0
  await fc.assert(fc.asyncProperty(acts, async (list) => {
    for (const folder of valueOf(listFolders(context()))) removeFolder(context(), folder.id)
    const seen = (): string => JSON.stringify([valueOf(listFolders(context())), filings.map((id) => foldersOf(id).toSorted())])
    const past: string[] = []
    const future: string[] = []
    let now = seen()
    for (const { kind, a, b, c } of list) {
      const all = valueOf(listFolders(context()))
      const id = all[a % (all.length || 1)]?.id ?? 'none'
      const other = all[b % (all.length + 1)]?.id ?? null
      if (kind === 'undo' && past.length > 0) {
        valueOf(undo(context()))
        future.push(now)
        now = past.pop() ?? ''
      } else if (kind === 'redo' && future.length > 0) {
        valueOf(redo(context()))
        past.push(now)
        now = future.pop() ?? ''
      } else if (kind === 'restart') library = await library.reopen()
      else {
        if (kind === 'add') addFolder(context(), `Folder ${String(names += 1)}`, other)
        else if (kind === 'rename') renameFolder(context(), id, `Name ${String(c)}`)
        else if (kind === 'move') moveFolder(context(), id, other, null)
        else if (kind === 'remove') removeFolder(context(), id)
        else if (kind === 'put') putIntoFolder(context(), id, [filings[c % 2] ?? ''])
        else if (kind === 'take') takeFromFolder(context(), id, filings, other)
        if (seen() !== now) {
          past.push(now)
          future.length = 0
          now = seen()
        }
      }
      expect(seen()).toBe(now)
      const ids = new Set(valueOf(listFolders(context())).map((folder) => folder.id))
      expect(valueOf(listFolders(context())).every(({ parentId }) => parentId === null || ids.has(parentId))).toBe(true)
    }
  }), { numRuns: 40 })
  expect(filings.every((filing) => library.services.reader.open(filing).ok)).toBe(true)
}, 120_000)

it('comes back whole from the journal where the database is lost', async () => {
  const filing = await library.add('a.txt', RELEASE)
  add('Inner')
  add('Deal')
  add('Gone')
  valueOf(moveFolder(context(), named('Inner').id, named('Deal').id, null))
  valueOf(putIntoFolder(context(), named('Inner').id, [filing]))
  valueOf(removeFolder(context(), named('Gone').id))
  const before = tree()
  library = await library.rebuild()
  expect(tree()).toEqual(before)
  expect(foldersOf(filing)).toEqual(['Inner'])
})
