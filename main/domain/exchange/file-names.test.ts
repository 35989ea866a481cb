import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fileNamesOf } from './file-names'

const of = (...names: readonly string[]): readonly string[] => fileNamesOf(names.map((fileName) => ({ fileName })), '.md')

it('gives each of several files of one name a name of its own', () => {
  expect(of('ex-99-1.txt', 'EX-99-1.htm', 'ex-99-1.txt', 'ex-99-1 (2).txt')).toEqual(['ex-99-1.md', 'EX-99-1 (2).md', 'ex-99-1 (3).md',
    'ex-99-1 (2) (2).md'])
})

it('names what has no name, and leaves out what could lead elsewhere', () => {
  expect(of('.txt', '../../etc/passwd', '..', 'a:b?.htm')).toEqual(['filing 1.md', 'etc passwd.md', 'filing 3.md', 'a b.md'])
})

it('never gives two files one name, nor a name that leaves the folder', () => {
  fc.assert(fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 12 }), (names) => {
    const given = of(...names)
    expect(new Set(given.map((name) => name.normalize('NFC').toLowerCase())).size).toBe(names.length)
    for (const name of given) expect(name).not.toMatch(/[/\\:]|^\./)
  }))
})
