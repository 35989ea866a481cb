import fc from 'fast-check'
import { expect, it } from 'vitest'
import { childrenOf, placeFolder, subtreeOf } from './folder-tree'
import type { TreeFolder } from './folder-tree'

const folder = (id: string, parentId: string | null, ordinal: number): TreeFolder => ({ id, parentId, ordinal })

const TREE = [folder('deal', null, 0), folder('other', null, 1), folder('before', 'deal', 0), folder('after', 'deal', 1),
  folder('exhibits', 'after', 0)]

/** The tree with the changed folders in the place of those they were. */
const applied = (folders: readonly TreeFolder[], changed: readonly TreeFolder[]): TreeFolder[] =>
  folders.map((one) => changed.find(({ id }) => id === one.id) ?? one)

it('lists a folder before those in it, sisters in their order', () => {
  expect(subtreeOf(TREE, 'deal').map(({ id }) => id)).toEqual(['deal', 'before', 'after', 'exhibits'])
  expect(subtreeOf(TREE, 'nowhere')).toEqual([])
})

it('moves a folder before a sister, at the end, and out of its parent, and numbers both places anew', () => {
  expect(placeFolder(TREE, 'after', 'deal', 'before')).toEqual([folder('after', 'deal', 0), folder('before', 'deal', 1)])
  expect(placeFolder(TREE, 'before', null, 'other')).toEqual([folder('before', null, 1), folder('other', null, 2),
    folder('after', 'deal', 0)])
  expect(placeFolder(TREE, 'other', null, null)).toEqual([])
})

it.each([['deal', 'deal'], ['deal', 'exhibits'], ['deal', 'nowhere'], ['nowhere', 'deal']])('does not put %s into %s', (id, parent) => {
  expect(placeFolder(TREE, id, parent, null)).toBeNull()
})

it('does not put a folder before one that is no sister there', () => expect(placeFolder(TREE, 'other', 'deal', 'exhibits')).toBeNull())

const moves = fc.array(fc.record({ id: fc.nat({ max: 9 }), parent: fc.option(fc.nat({ max: 9 })), before: fc.option(fc.nat({ max: 9 })) }),
  { maxLength: 40 })

it('keeps every folder, never makes a circle, and numbers sisters from 0 without gaps, whatever is moved', () => {
  fc.assert(fc.property(moves, (list) => {
    let tree = Array.from({ length: 10 }, (_, at) => folder(String(at), null, at))
    for (const { id, parent, before } of list) {
      const changed = placeFolder(tree, String(id), parent === null ? null : String(parent), before === null ? null : String(before))
      tree = applied(tree, changed ?? [])
      const reached = childrenOf(tree, null).flatMap((root) => subtreeOf(tree, root.id)).map((one) => one.id)
      expect([...reached].sort()).toEqual(tree.map((one) => one.id).sort())
      for (const at of [null, ...tree.map((one) => one.id)])
        expect(childrenOf(tree, at).map(({ ordinal }) => ordinal)).toEqual(childrenOf(tree, at).map((_, place) => place))
    }
  }), { numRuns: 300 })
})
