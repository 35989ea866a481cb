import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { analyseDocument, openFile } from '../../domain/analyse'
import { QUERY_LIMITS, readQuery } from '../../domain/search/search-query'
import { scanSentences } from '../../domain/segment/sentence-scanner'
import { codec } from '../../worker/codec'
import { createStepCounter } from './count-steps'
import type { StepCounter } from './count-steps'

/** Four times the text may take this many times the steps: a square takes sixteen times as many. */
const MOST = 6

/** Steps for a query of the greatest length: some for each of its units. */
const MOST_FOR_A_QUERY = 20 * QUERY_LIMITS.length

let counter: StepCounter
beforeAll(() => {
  counter = createStepCounter('/main/domain/')
})
afterAll(() => counter.close())

const analyse = (text: string): void => {
  const opened = openFile(Buffer.from(text), codec)
  for (const entry of opened.documents) analyseDocument(opened, entry)
}

/** By how many times the steps of `work` grow from `n` to four times `n`. */
const growth = (work: (n: number) => void, n: number): number => {
  work(n)
  return counter.stepsOf(() => work(n * 4)) / counter.stepsOf(() => work(n))
}

describe('the steps of a part grow with its text', () => {
  it.each([
    ['<div>', 5000],
    ['<font><b>', 2000],
    ['&amp;', 5000],
    ['<p', 5000],
    ['<!--', 5000],
    ['<table><td>', 1000],
    ['</b>', 5000],
    ['<b></p>', 2000],
    ['<p><table><td><div>', 1000]
  ])('a page of %s', (unit, n) => {
    expect(growth((times) => analyse(`<html><body>${unit.repeat(times)}</body></html>`), n)).toBeLessThan(MOST)
  })

  it('sentences, brackets left open included', () => {
    const bit = 'An open (bracket and [another, e.g. this one. '
    expect(growth((times) => {
      scanSentences(bit.repeat(times))
    }, 1000)).toBeLessThan(MOST)
  })

  it('a document of nothing but item headings', () => {
    const heading = (at: number): string => `<h2>Item ${String((at % 15) + 1)}. Business</h2>`
    expect(
      growth((times) => analyse(`<html><body><p>FORM 10-K</p>${Array.from({ length: times }, (_, at) => heading(at)).join('')}`), 3000)
    )
      .toBeLessThan(MOST)
  })

  it('a submission of opened documents', () => {
    const head = '<SEC-DOCUMENT>0000900001-05-000012.txt : 20050304\n<SEC-HEADER>\n</SEC-HEADER>\n'
    expect(growth((times) => {
      openFile(Buffer.from(head + '<DOCUMENT>\n<TYPE>EX-1\n<TEXT>\nx\n'.repeat(times)), codec)
    }, 1000)).toBeLessThan(MOST)
  })
})

it.each(['(', '"', '-', 'NEAR(', 'a:', ',', '1,', ' ', 'tag:', '-(', 'a,1 '])('the longest query of %s is read in few steps', (bit) => {
  const text = bit.repeat(QUERY_LIMITS.length).slice(0, QUERY_LIMITS.length)
  readQuery(text, { tags: [], risks: [], folders: [] })
  expect(counter.stepsOf(() => {
    readQuery(text, { tags: [], risks: [], folders: [] })
  })).toBeLessThan(MOST_FOR_A_QUERY)
})
