import type { DocumentContent, FilingSummary, OpenFiling } from '#contract/library'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { decideByKey } from './decide-by-key'
import { documentState } from '../document/document'
import { findingsState } from '../marks/findings'
import { installMemoryApi } from '../testing/memory-api'
import { viewState } from '../window/view'
import { workState } from '../document/work'
import { workspaceState } from '../window/workspace'

const content: DocumentContent = {
  sequence: 1,
  type: null,
  filename: null,
  description: null,
  format: 'text',
  range: { start: 0, end: 100 },
  hidden: [],
  hasFacts: false,
  safeHarbor: null,
  figures: [],
  sections: [],
  blocks: [{ id: 'd1b1', kind: 'paragraph', ranges: [{ start: 0, end: 100 }], text: 'x'.repeat(100), map: [0, 100, 0, 100], why: '' }],
  sentences: [],
  findings: ['one', 'two', 'three'].map((id, index) => ({ id, type: 'effect', explicit: true, ordinal: index + 1, polarity: 'neutral',
    claim: { start: index * 10, end: index * 10 + 5 }, evidence: [], flags: [], score: 1, why: '' })
  ),
  forwardLooking: []
}
const open: OpenFiling = { filing: { id: 'f' } as FilingSummary, submission: null, documents: [], warnings: [], current: 1, position: null }
const focused = (): string | null => documentState.store.get().active?.id ?? null
const verdicts = (): readonly (string | null)[] =>
  ['one', 'two', 'three'].map((id) => findingsState.find({ kind: 'finding', id })?.decision?.verdict ?? null)

let stop: () => void = () => undefined

beforeEach(async () => {
  installMemoryApi()
  const stops = [findingsState.start(), workState.start()]
  stop = () => {
    for (const one of stops) one()
  }
  documentState.store.set({ open, sequence: 1, content, phase: 'ready', active: null })
  viewState.setInspectorTab('findings')
  await workState.reload()
  documentState.activate({ kind: 'finding', id: 'one' })
})
afterEach(() => {
  stop()
  documentState.store.set({ open: null, sequence: null, content: null, active: null })
  findingsState.clearFilters()
  workspaceState.store.set(({ settings }) => ({ settings: { ...settings, goOn: true } }))
})

describe('a decision by key', () => {
  it('goes on to the next that is undecided, past what is decided, and the last one stays', async () => {
    await findingsState.decide({ kind: 'finding', id: 'two' }, 'rejected')
    await decideByKey('accepted')
    expect([focused(), ...verdicts()]).toEqual(['three', 'accepted', 'rejected', null])
    await decideByKey('rejected')
    expect([focused(), ...verdicts()]).toEqual(['three', 'accepted', 'rejected', 'rejected'])
  })

  it('is taken back by the same key, and changed by the other, each time where it is', async () => {
    await findingsState.decide({ kind: 'finding', id: 'one' }, 'accepted')
    await decideByKey('rejected')
    expect([focused(), verdicts()[0]]).toEqual(['one', 'rejected'])
    await decideByKey('rejected')
    expect([focused(), verdicts()[0]]).toEqual(['one', null])
  })

  it('goes on also where the list lets go of what was decided', async () => {
    findingsState.setFindingFilter({ states: ['undecided'] })
    await decideByKey('accepted')
    expect(focused()).toBe('two')
  })

  it('stays where the settings say so', async () => {
    workspaceState.store.set(({ settings }) => ({ settings: { ...settings, goOn: false } }))
    await decideByKey('accepted')
    expect([focused(), verdicts()[0]]).toEqual(['one', 'accepted'])
  })
})
