import type { Annotation } from '#contract/annotation'
import type { FilingSummary, OpenFiling } from '#contract/library'
import { fail, ok } from '#contract/result'
import type { VersionReport } from '#contract/version'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { annotationsState } from '../marks/annotations'
import { documentState } from '../document/document'
import { feedbackState } from '../window/feedback'
import { installMemoryApi, type MemoryApi } from '../testing/memory-api'
import { reportWords, versionsState } from './versions'

const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1))
const open: OpenFiling = { filing: { id: 'new' } as FilingSummary, submission: null, documents: [], warnings: [], current: 1,
  position: null }
const older = { id: 'old', title: 'Older' } as FilingSummary
const link = { olderId: 'old', newerId: 'new', kind: 'version', linkedAt: '2026-01-01' } as const
const verdicts = { 'intact': 2, 'moved': 0, 'reworded': 0, 'number-changed': 1, 'polarity-changed': 0, 'ambiguous': 0, 'gone': 0 }
const report: VersionReport = { link, total: 3, verdicts, attached: 2, waiting: 1, dismissed: 0 }

const carried = (id: string): Annotation => ({
  id,
  filingId: 'old',
  tagId: null,
  verdict: 'intact',
  createdAt: '',
  modifiedAt: '',
  rev: 4,
  selectors: { position: { start: 40, end: 44 }, quote: { exact: 'word', prefix: '', suffix: '' }, sectionPath: [], textSha256: 'new',
    parserVersion: 1 },
  carried: { from: 'old', fromTitle: 'Older', exact: 'word', range: { start: 4, end: 8 }, state: 'itself', found: 'intact', proposed: null,
    dismissedAt: null }
})

let memory: MemoryApi
let stop: () => void = () => undefined
const names = () => memory.calls.map(({ name }) => name)
const toasts = () => feedbackState.store.get().toasts.map(({ text }) => text)

beforeEach(async () => {
  memory = installMemoryApi()
  memory.answer({
    'version.links': () => ok([]),
    'version.candidates': () => ok([{ filing: older, why: 'Same file name', relation: 'older' }]),
    'version.link': () => ok(report)
  })
  for (const { id } of feedbackState.store.get().toasts) feedbackState.dismiss(id)
  const stops = [annotationsState.start(), versionsState.start()]
  stop = () => {
    for (const one of stops) one()
  }
  documentState.store.set({ open, active: null, selection: null })
  await wait()
})
afterEach(async () => {
  documentState.store.set({ open: null })
  await wait()
  stop()
})

describe('versionsState', () => {
  it('offers an earlier version of the open filing, and links the two the right way round', async () => {
    const offer = versionsState.select.offer(versionsState.store.get())
    expect(offer?.filing.id).toBe('old')
    if (offer) await versionsState.accept(offer)
    expect(memory.calls.find(({ name }) => name === 'version.link')?.args).toEqual({ olderId: 'old', newerId: 'new', kind: 'version' })
    expect(toasts()).toContain('Linked. 2 highlights carried over, 1 waits for you.')
  })
  it('says that a search was stopped and nothing linked', async () => {
    memory.answer({ 'version.link': () => fail('analysis-cancelled', 'Stopped.') })
    await versionsState.link('old', 'new', 'version')
    expect([toasts(), versionsState.store.get().linking]).toEqual([['Stopped. The two filings are not linked.'], false])
  })
  it('does not link twice at once', async () => {
    await Promise.all([versionsState.link('old', 'new', 'version'), versionsState.link('old', 'new', 'version')])
    expect(names().filter((name) => name === 'version.link')).toHaveLength(1)
  })
  it('asks again when the library changed', async () => {
    const before = names().filter((name) => name === 'version.links').length
    memory.emit('library.changed', { filingId: null })
    await wait()
    expect(names().filter((name) => name === 'version.links').length).toBe(before + 1)
  })
})

describe('a carried highlight', () => {
  it('keeps the place it has here when its tag is changed where it was made', async () => {
    memory.work.annotations = [carried('c')]
    memory.emit('work.changed', { filingId: 'new' })
    await wait()
    memory.answer({ 'annotation.retag': ({ id }) => {
      const { carried: _here, ...made } = carried(id)
      return ok({ ...made, tagId: 't', rev: 5, selectors: { ...made.selectors, position: { start: 4, end: 8 } } })
    } })
    await annotationsState.retag('c', 't')
    expect(annotationsState.store.get().annotations).toMatchObject([{ id: 'c', tagId: 't', rev: 5,
      selectors: { position: { start: 40, end: 44 } }, carried: { from: 'old' } }])
  })
  it('is dismissed from this filing, not removed where it was made', async () => {
    memory.work.annotations = [carried('c')]
    memory.emit('work.changed', { filingId: 'new' })
    await wait()
    memory.answer({ 'orphan.dismiss': ({ id }) => ok(carried(id)) })
    await annotationsState.remove('c')
    expect(names()).toContain('orphan.dismiss')
    expect(names().filter((name) => name === 'annotation.remove' || name === 'annotation.removeMany')).toEqual([])
  })
  it('is dismissed among many, and that is said', async () => {
    const { carried: _from, ...own } = carried('own')
    memory.work.annotations = [carried('c'), { ...own, filingId: 'new' }]
    memory.emit('work.changed', { filingId: 'new' })
    await wait()
    await annotationsState.removeMany(['c', 'own'])
    expect(memory.calls.find(({ name }) => name === 'annotation.removeMany')?.args).toMatchObject({ from: 'new' })
    expect(toasts()).toContain('1 highlight removed, 1 dismissed from this version. It stays in the older version.')
  })
  it('is retagged among many, which says that it is so in the older version too', async () => {
    memory.work.annotations = [carried('c')]
    memory.emit('work.changed', { filingId: 'new' })
    await wait()
    await annotationsState.retagMany(['c'], 't')
    expect(annotationsState.store.get().annotations).toMatchObject([{ id: 'c', tagId: 't', carried: { from: 'old' } }])
    expect(feedbackState.store.get().toasts.at(-1)).toMatchObject({ text: 'Tag changed on 1 highlight.',
      detail: '1 of an older version, there too.' })
  })
  it('is moved by keys as one step of the history', async () => {
    memory.work.annotations = [carried('c')]
    memory.emit('work.changed', { filingId: 'new' })
    await wait()
    memory.answer({ 'orphan.attach': ({ id }) => ok(carried(id)) })
    const draft = { filingId: 'new', tagId: null, range: { start: 40, end: 46 }, quote: { exact: 'words.', prefix: '', suffix: '' },
      sectionPath: [] }
    await annotationsState.move('c', draft)
    await annotationsState.move('c', draft, true)
    expect(
      memory.calls.flatMap(({ name, args }) => (name === 'orphan.attach' ? [args as { continues?: boolean }] : [])).map(({ continues }) =>
        continues
      )
    ).toEqual([undefined, true])
  })
})

it.each<[Partial<VersionReport>, string]>([
  [{ total: 0, attached: 0, waiting: 0 }, 'Linked. The older version has no highlights to carry over.'],
  [{ total: 1, attached: 1, waiting: 0 }, 'Linked. 1 highlight carried over.'],
  [{ total: 14, attached: 12, waiting: 2, dismissed: 0 }, 'Linked. 12 highlights carried over, 2 wait for you.'],
  [{ total: 4, attached: 1, waiting: 2, dismissed: 1 }, 'Linked. 1 highlight carried over, 2 wait for you, 1 dismissed.']
])('tells what became of the notes: %o', (counts, words) => expect(reportWords({ ...report, ...counts })).toBe(words))
