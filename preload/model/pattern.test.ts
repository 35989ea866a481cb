import { expect, it } from 'vitest'
import { pattern } from './pattern'

const QUARTERS = pattern('i')`
  \b(?:the first quarter
  |half \d+)
  | of the year\.`
const LETTERS = pattern()`a
  b`

it('is the expression without the line ends and what indents them, spaces and back-slashes kept', () => {
  expect(QUARTERS).toEqual(/\b(?:the first quarter|half \d+)| of the year\./i)
})

it('has no flags unless they are named', () => {
  expect(LETTERS).toEqual(/ab/)
})
