import { expect, it } from 'vitest'
import { nameOf } from './file-name'

it('takes the last part of a path, whichever way its separators lean', () => {
  expect(['/home/a/b.txt', 'C:\\x\\b.txt', 'b.txt'].map(nameOf)).toEqual(['b.txt', 'b.txt', 'b.txt'])
})
