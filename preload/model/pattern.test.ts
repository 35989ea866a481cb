import { expect, it } from 'vitest'
import { pattern } from './pattern'

it('is the expression without the line ends and what indents them, spaces and back-slashes kept', () => {
  const written = pattern('i')`
    \b(?:the first quarter
    |half \d+)
    | of the year\.`
  expect(written).toEqual(/\b(?:the first quarter|half \d+)| of the year\./i)
})

it('has no flags unless they are named', () => {
  expect(pattern()`a
    b`).toEqual(/ab/)
})
