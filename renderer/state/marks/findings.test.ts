import type { Sentence } from '#contract/filing'
import type { DocumentContent, FilingSummary, OpenFiling } from '#contract/library'
import { fail, ok } from '#contract/result'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { documentState } from '../document/document'
import { feedbackState } from '../window/feedback'
import { findingsState } from './findings'
import { installMemoryApi, type MemoryApi } from '../testing/memory-api'
import { viewState } from '../window/view'
import { workState } from '../document/work'

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const sentence = (id: string, start: number): Sentence => ({ id, block: 'd1b1', start, end: start + 9, text: `words ${id}`, section: null,
  speaker: null })
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
  sentences: [sentence('d1s1', 0), sentence('d1s2', 10), sentence('d1s3', 20)],
  findings: ['d1f1', 'd1f2'].map((id, index) => ({
    id,
    type: 'effect',
    explicit: true,
    ordinal: index + 1,
    polarity: 'neutral',
    claim: { start: index * 10, end: index * 10 + 5 },
    evidence: [],
    flags: [],
    score: 1,
    why: ''
  })),
  forwardLooking: [
    { sentence: 'd1s1', class: 'core', triggers: [], risks: ['competition'], coveredBy: [], why: '' },
    { sentence: 'd1s2', class: 'boilerplate', triggers: [], risks: [], coveredBy: [], why: '' },
    { sentence: 'd1s3', class: 'borderline', triggers: [], risks: [], coveredBy: [], why: '' }
  ]
}
const open: OpenFiling = { filing: { id: 'f' } as FilingSummary, submission: null, documents: [], warnings: [], current: 1, position: null }
const active = () => documentState.store.get().active?.id ?? null

let memory: MemoryApi
let stop: () => void = () => undefined

beforeEach(async () => {
  memory = installMemoryApi()
  const stops = [findingsState.start(), workState.start()]
  stop = () => {
    for (const one of stops) one()
  }
  documentState.store.set({ open, sequence: 1, content, phase: 'ready', active: null })
  viewState.setInspectorTab('findings')
  await wait(1)
})

afterEach(async () => {
  stop()
  documentState.store.set({ open: null, content: null, active: null })
  await workState.load(null)
})

describe('findingsState', () => {
  it('steps through what is listed and stops at the ends', () => {
    for (const expected of ['d1f1', 'd1f2', 'd1f2']) {
      findingsState.step(1)
      expect(active()).toBe(expected)
    }
    findingsState.step(-1)
    expect(active()).toBe('d1f1')
    documentState.activate(null)
    findingsState.step(-1)
    expect(active()).toBe('d1f2')
  })

  it('steps over folded statements until they are unfolded or asked for', () => {
    viewState.setInspectorTab('forward-looking')
    const visited = (): (string | null)[] => {
      documentState.activate(null)
      return [0, 1, 2].map(() => {
        findingsState.step(1)
        return active()
      })
    }
    expect(visited()).toEqual(['d1s1', 'd1s3', 'd1s3'])
    findingsState.toggleFolded()
    expect(visited()).toEqual(['d1s1', 'd1s2', 'd1s3'])
    findingsState.toggleFolded()
    findingsState.setForwardFilter({ classes: ['boilerplate'] })
    expect(visited()).toEqual(['d1s2', 'd1s2', 'd1s2'])
    findingsState.clearFilters()
  })

  it('accepts, rejects and takes back, with the words the decision is about', async () => {
    findingsState.step(1)
    await findingsState.decideActive('accepted')
    expect(memory.work.decisions).toMatchObject([{ kind: 'finding', node: 'd1f1', verdict: 'accepted', range: { start: 0, end: 5 },
      exact: 'xxxxx', risks: null }])
    await findingsState.decideActive('rejected')
    expect(findingsState.store.get().decisions).toMatchObject([{ node: 'd1f1', verdict: 'rejected' }])
    await findingsState.decideActive(null)
    expect(findingsState.store.get().decisions).toEqual([])
    expect(memory.work.decisions).toEqual([])
  })

  it('makes no call for a decision that stands already, or while one is on its way', async () => {
    await findingsState.decide({ kind: 'finding', id: 'd1f1' }, 'accepted')
    await findingsState.decide({ kind: 'finding', id: 'd1f1' }, 'accepted')
    await Promise.all([findingsState.decide({ kind: 'finding', id: 'd1f2' }, 'accepted'),
      findingsState.decide({ kind: 'finding', id: 'd1f2' }, 'rejected')])
    expect(memory.calls.filter(({ name }) => name === 'decision.set')).toHaveLength(2)
  })

  it('leaves the suggestion undecided where the decision is refused', async () => {
    memory.answer({ 'decision.set': () => fail('disk-full', 'The disk is full.') })
    await findingsState.decide({ kind: 'finding', id: 'd1f1' }, 'accepted')
    expect(findingsState.store.get()).toMatchObject({ decisions: [], deciding: [] })
  })

  it('corrects risk tags, which accepts an undecided statement and leaves a rejected one rejected', async () => {
    await findingsState.retagRisks({ kind: 'forward-looking', id: 'd1s1' }, ['personnel'])
    expect(memory.work.decisions).toMatchObject([{ verdict: 'accepted', risks: ['personnel'] }])
    await findingsState.decide({ kind: 'forward-looking', id: 'd1s1' }, 'rejected')
    expect(memory.work.decisions).toMatchObject([{ verdict: 'rejected', risks: ['personnel'] }])
    await findingsState.retagRisks({ kind: 'forward-looking', id: 'd1s1' }, [])
    expect(memory.work.decisions).toMatchObject([{ verdict: 'rejected', risks: [] }])
  })

  it('decides many at once, leaves what was decided, and takes all of it back with one Undo', async () => {
    await findingsState.decide({ kind: 'forward-looking', id: 'd1s3' }, 'rejected')
    const { forward } = findingsState.suggestions(content, findingsState.store.get().decisions)
    expect(await findingsState.decideAll(forward, 'accepted')).toBe(2)
    expect(memory.work.decisions.map(({ node, verdict }) => [node, verdict])).toEqual([['d1s3', 'rejected'], ['d1s1', 'accepted'], ['d1s2',
      'accepted']])
    expect(memory.calls.filter(({ name }) => name === 'decision.setMany')).toHaveLength(1)
    feedbackState.store.get().toasts.at(-1)?.action?.run()
    expect(memory.calls.at(-1)?.name).toBe('history.undo')
  })

  it('steps through what is left, behind the one in focus and then from the top', async () => {
    await findingsState.decide({ kind: 'finding', id: 'd1f2' }, 'accepted')
    documentState.activate(null)
    findingsState.stepLeft()
    expect(active()).toBe('d1f1')
    findingsState.stepLeft()
    expect([active(), feedbackState.store.get().announcement.trim()]).toEqual(['d1f1', '1 of 2 reviewed.'])
    await findingsState.decideActive('rejected')
    findingsState.stepLeft()
    expect(feedbackState.store.get().announcement.trim()).toBe('2 of 2 reviewed. Nothing is left.')
  })

  it('takes over decisions changed elsewhere', async () => {
    memory.answer({
      'filing.work': () =>
        ok({ annotations: [], notes: [],
          decisions: [{ id: 'x', filingId: 'f', kind: 'finding', node: 'd1f1', range: { start: 0, end: 5 }, exact: '', verdict: 'accepted',
            risks: null, decidedAt: '', rev: 1 }] })
    })
    memory.emit('work.changed', { filingId: 'f' })
    await wait(5)
    expect(findingsState.select.decision('finding', 'd1f1')(findingsState.store.get())?.verdict).toBe('accepted')
  })
})
