import { expect, it } from 'vitest'
import { surfaceOf } from './surface'

it('shows the columns of a block where they were kept', () => {
  const block = { id: 'd1b1', kind: 'table', ranges: [], text: 'a b', map: [0, 3, 0, 3], why: '',
    verbatim: { text: 'a   b', map: [0, 5, 0, 5] } } as const
  expect(surfaceOf(block).text).toBe('a   b')
})
