import { describe, expect, it } from 'vitest'
import { drawn, mutantsOf } from './mutants.mjs'

const changed = (source) => mutantsOf('a.ts', source).map(({ start, end, text }) => source.slice(0, start) + text + source.slice(end))

describe('the mutants of a source', () => {
  it.each([
    ['const a = b < c', ['const a = b <= c']],
    ['const a = b === c && d', ['const a = b !== c && d', 'const a = b === c || d']],
    ['const a = b + 1', ['const a = b - 1', 'const a = b + 2']],
    ['if (a) go()', ['if (!(a)) go()', 'if (a) ;']],
    ['const a = !b', ['const a = (b)']],
    ['const a = true', ['const a = false']]
  ])('%s', (source, expected) => {
    expect(changed(source)).toEqual(expected)
  })

  it('leave types, imports and sums of texts alone', () => {
    expect(changed("import { a } from './b'\ntype C = { readonly d: true; readonly e: 1 }\nconst f = 'g' + h\n")).toEqual([])
  })
})

it('a draw is the same for one seed, in order, and another for another', () => {
  const list = Array.from({ length: 100 }, (_, at) => at)
  const one = drawn(list, 10, 1)
  expect(one).toEqual(drawn(list, 10, 1))
  expect(one).toHaveLength(10)
  expect(one).toEqual([...one].sort((a, b) => a - b))
  expect(drawn(list, 10, 2)).not.toEqual(one)
})
