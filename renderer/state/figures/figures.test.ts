import type { FigureMention } from '#contract/figure'
import type { Fact } from '#contract/filing'
import type { DocumentContent, FilingSummary, OpenFiling } from '#contract/library'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { documentState } from '../document/document'
import { figuresState } from './figures'
import { halvesState } from '../document/halves'
import { installMemoryApi } from '../testing/memory-api'
import { viewState } from '../window/view'

const figure: FigureMention = { id: 'd1n1', range: { start: 4, end: 6 }, text: '12', value: 12, unit: null, measure: null, period: null,
  direction: null, place: 'body', sentence: null, conflictsWith: [] }
const fact: Fact = { id: 'd1x1', concept: 'dei:AmendmentFlag', context: 'c', entity: null, period: null, dimensions: [], unit: null,
  decimals: null, value: 'false', hidden: true, range: { start: 20, end: 25 } }
const contentOf = (figures: readonly FigureMention[], hasFacts: boolean): DocumentContent => ({
  sequence: 1,
  type: null,
  filename: null,
  description: null,
  format: 'html',
  range: { start: 0, end: 100 },
  hidden: [],
  blocks: [],
  sections: [],
  sentences: [],
  hasFacts,
  findings: [],
  forwardLooking: [],
  safeHarbor: null,
  figures
})
const open: OpenFiling = { filing: { id: 'f' } as FilingSummary, submission: null, documents: [], warnings: [], current: 1, position: null }

let stop: () => void = () => undefined
beforeEach(() => {
  installMemoryApi()
  stop = figuresState.start()
  viewState.setSource(false)
  documentState.store.set({ open, sequence: 1, content: contentOf([figure], true), phase: 'ready' })
})
afterEach(() => {
  stop()
  documentState.store.set({ open: null, content: null })
})

it('goes to the words of a figure on the page, and to a hidden fact in the source', () => {
  figuresState.show(figure)
  expect([halvesState.here().reveal?.range, viewState.store.get().source, figuresState.store.get().shown]).toEqual([figure.range, false,
    'd1n1'])
  figuresState.show(fact)
  expect([halvesState.here().reveal?.range, viewState.store.get().source, figuresState.store.get().shown]).toEqual([fact.range, true,
    'd1x1'])
})

it('forgets filters with the document, keeps the order, and shows the part that has something', () => {
  figuresState.setPart('facts')
  figuresState.setSort('value')
  figuresState.setFactFilter({ text: 'cash', plain: true })
  figuresState.setFigureFilter({ conflicts: true })
  documentState.store.set({ content: contentOf([figure], false) })
  expect(figuresState.store.get()).toMatchObject({ part: 'figures', sort: 'value', factFilter: { text: '', plain: false },
    figureFilter: { conflicts: false }, shown: null })
  documentState.store.set({ content: contentOf([], true) })
  expect(figuresState.store.get().part).toBe('facts')
  documentState.store.set({ content: contentOf([figure], true) })
  expect(figuresState.store.get().part).toBe('facts')
})
