import type { SafeHarborItem } from '#contract/finding'
import type { DocumentContent, FilingSummary, OpenFiling } from '#contract/library'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { corrections } from './corrections'
import { documentState } from '../document/document'
import { findingsState } from './findings'
import { installMemoryApi, type MemoryApi } from '../testing/memory-api'
import { factorOf } from '#model/caution-cover'
import { suggestionsOf, type ForwardSuggestion } from './suggestions'
import { workState } from '../document/work'

const text = 'We expect to file soon. Trials may fail. Rivals may win.'
const factor = (id: string, start: number, words: string): SafeHarborItem => ({ id, start, end: start + words.length, text: words,
  risks: [] })
const content: DocumentContent = {
  sequence: 1,
  type: null,
  filename: null,
  description: null,
  format: 'text',
  range: { start: 0, end: text.length },
  hidden: [],
  hasFacts: false,
  figures: [],
  sections: [],
  findings: [],
  blocks: [{ id: 'd1b1', kind: 'paragraph', ranges: [{ start: 0, end: text.length }], text, map: [0, text.length, 0, text.length],
    why: '' }],
  sentences: [{ id: 'd1s1', block: 'd1b1', start: 0, end: 23, text: 'We expect to file soon.', section: null, speaker: null }],
  forwardLooking: [{ sentence: 'd1s1', class: 'core', triggers: [], risks: [], coveredBy: ['d1r1'], why: '' }],
  safeHarbor: { ranges: [], triggers: [], subjects: [],
    riskFactors: [factor('d1r1', 24, 'Trials may fail'), factor('d1r2', 41, 'Rivals may win')] }
}
const open: OpenFiling = { filing: { id: 'f' } as FilingSummary, submission: null, documents: [], warnings: [], current: 1, position: null }
const ref = { kind: 'forward-looking', id: 'd1s1' } as const

let memory: MemoryApi
let stop: () => void = () => undefined

const statement = (): ForwardSuggestion => {
  const found = findingsState.find(ref)
  if (found?.kind !== 'forward-looking') throw new Error('no statement')
  return found
}

beforeEach(async () => {
  memory = installMemoryApi()
  const stops = [findingsState.start(), workState.start()]
  stop = () => {
    for (const one of stops) one()
  }
  documentState.store.set({ open, sequence: 1, content, phase: 'ready', active: null })
  await new Promise((resolve) => setTimeout(resolve, 1))
})

afterEach(async () => {
  stop()
  documentState.store.set({ open: null, content: null, active: null })
  await workState.load(null)
})

it('moves the ends of a statement by words, and forgets the correction at the suggested words', async () => {
  await corrections.moveEdge(ref, 'start', 1)
  expect(statement()).toMatchObject({ exact: 'expect to file soon.', range: { start: 3, end: 23 },
    origin: { exact: 'We expect to file soon.' } })
  expect(statement().decision).toMatchObject({ verdict: 'accepted', exact: 'We expect to file soon.', range: { start: 0, end: 23 } })
  await corrections.moveEdge(ref, 'end', -1)
  expect(statement().exact).toBe('expect to file soon')
  expect(corrections.correctedParts(statement())).toEqual(['words'])
  await corrections.resetWords(ref)
  expect([statement().exact, corrections.correctedParts(statement())]).toEqual(['We expect to file soon.', []])
  await corrections.moveEdge(ref, 'start', 1)
  await corrections.moveEdge(ref, 'start', -1)
  expect(statement().decision?.span).toBeNull()
})

it('links and unlinks cautions by their words, and takes the suggested ones again', async () => {
  const [first, second] = content.safeHarbor?.riskFactors ?? []
  if (!first || !second) throw new Error('no factors')
  await corrections.toggleLink(statement(), second)
  expect(statement().coveredBy).toEqual(['d1r1', 'd1r2'])
  await corrections.toggleLink(statement(), first)
  expect(statement().coveredBy).toEqual(['d1r2'])
  expect(memory.work.decisions[0]?.links).toEqual([{ exact: 'Rivals may win', range: { start: 41, end: 55 } }])
  await corrections.resetLinks(statement())
  expect(statement().coveredBy).toEqual(['d1r1'])
})

it('finds a linked caution again under another id, and keeps one whose words are gone', async () => {
  const [, second] = content.safeHarbor?.riskFactors ?? []
  if (!second) throw new Error('no factor')
  await corrections.toggleLink(statement(), second)
  const harbor = { ...content.safeHarbor, ranges: [], triggers: [], subjects: [], riskFactors: [factor('d1r9', 41, 'Rivals  may win')] }
  const [again] = suggestionsOf({ ...content, safeHarbor: harbor }, memory.work.decisions).forward
  expect(again?.coveredBy).toEqual(['d1r9'])
  expect(again?.lostLinks.map(({ exact }) => exact)).toEqual(['Trials may fail'])
  expect(factorOf({ exact: 'no such', range: { start: 0, end: 1 } }, harbor.riskFactors)).toBeNull()
})
