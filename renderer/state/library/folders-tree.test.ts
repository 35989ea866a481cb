import type { Folder } from '#contract/folder'
import type { FilingSummary } from '#contract/library'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { countInFolders, folderRows, foldersUnder, folderWords, takesDrop } from './folders-tree'

const folder = (id: string, parentId: string | null = null, ordinal = 0): Folder => ({ id, parentId, name: id.toUpperCase(), ordinal,
  filings: 0 })
const TREE = [folder('b', null, 1), folder('a', null, 0), folder('a2', 'a', 1), folder('a1', 'a', 0), folder('a1x', 'a1')]
const standing = (id: string, ...folders: readonly string[]): FilingSummary => ({ id, folders }) as unknown as FilingSummary

describe('folderRows', () => {
  it('lists sisters by their place, and what stands in a folder only while it is open', () => {
    expect(folderRows(TREE, []).map(({ folder: { id } }) => id)).toEqual(['a', 'b'])
    expect(folderRows(TREE, ['a', 'a1']).map(({ folder: { id }, level, at, of }) => `${id} ${level} ${at}/${of}`)).toEqual(['a 1 1/2',
      'a1 2 1/2', 'a1x 3 1/1', 'a2 2 2/2', 'b 1 2/2'])
  })

  it('lists every folder once where all are open, however they are nested', () => {
    fc.assert(fc.property(fc.array(fc.nat({ max: 20 }), { maxLength: 20 }), (parents) => {
      const folders = parents.map((parent, at) => folder(String(at), parent < at ? String(parent) : null, at))
      const ids = folders.map(({ id }) => id)
      expect(folderRows(folders, ids).map((row) => row.folder.id).toSorted()).toEqual(ids.toSorted())
    }))
  })
})

describe('folders', () => {
  it('know what lies under them, and the way to them', () => {
    expect([...foldersUnder(TREE, 'a')].toSorted()).toEqual(['a', 'a1', 'a1x', 'a2'])
    expect(folderWords(TREE, 'a1x')).toBe('A › A1 › A1X')
    expect(folderWords(TREE, 'gone')).toBe('')
  })

  it('count a filing once, wherever below them it stands', () => {
    const counts = countInFolders(TREE, [standing('1', 'a1', 'a2'), standing('2', 'a1x'), standing('3', 'b'), standing('4')])
    expect(Object.fromEntries(counts)).toEqual({ a: 2, a1: 2, a2: 1, a1x: 1, b: 1 })
  })

  it.each([
    ['into itself', 'a', 'a', false],
    ['into its own folder', 'a', 'a1x', false],
    ['where it stands already', 'a1', 'a', false],
    ['to the top, where it is', 'a', null, false],
    ['into another', 'a1', 'b', true],
    ['to the top', 'a1', null, true],
    ['where nothing is known of it', 'gone', 'a', false]
  ])('take a folder %s or not', (_, id, into, taken) => {
    expect(takesDrop(TREE, { kind: 'folder', id }, into)).toBe(taken)
  })

  it('take filings, but the top of the tree does not', () => {
    expect([takesDrop(TREE, { kind: 'filings', ids: ['1'] }, 'a'), takesDrop(TREE, { kind: 'filings', ids: ['1'] }, null),
      takesDrop(TREE, { kind: 'filings', ids: [] }, 'a')]).toEqual([true, false, false])
  })
})
