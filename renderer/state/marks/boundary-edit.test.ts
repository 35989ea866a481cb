import type { Block, Sentence } from '#contract/filing'
import type { DocumentContent, FilingSummary, OpenFiling } from '#contract/library'
import { fail } from '#contract/result'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { annotationsState } from './annotations'
import { boundaryEdit } from './boundary-edit'
import { documentState } from '../document/document'
import { historyState } from '../document/history'
import { installMemoryApi, type MemoryApi } from '../testing/memory-api'
import { notesState } from '../notes/notes'

const RAW = 'Sales of rye bread rose in every town.'
const block: Block = { id: 'b1', kind: 'paragraph', ranges: [{ start: 0, end: RAW.length }], text: RAW, map: [0, RAW.length, 0, RAW.length],
  why: '' }
const sentence: Sentence = { id: 's1', block: 'b1', start: 0, end: RAW.length, text: RAW, section: null, speaker: null }
const content = { sequence: 1, range: { start: 0, end: RAW.length }, blocks: [block], sections: [],
  sentences: [sentence] } as unknown as DocumentContent
const open: OpenFiling = { filing: { id: 'f' } as FilingSummary, submission: null, documents: [], warnings: [], current: 1, position: null }

const wait = (ms = 5): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const words = () => annotationsState.store.get().annotations.map(({ selectors }) => selectors.quote.exact)
const moves = () =>
  memory.calls.flatMap(({ name, args }) => (name === 'annotation.move' ? [args as { continues?: boolean }] : [])).map(({ continues }) =>
    continues ?? false
  )

let memory: MemoryApi
let stop: () => void = () => undefined
let id = ''

beforeEach(async () => {
  memory = installMemoryApi()
  const stops = [notesState.start(), annotationsState.start()]
  stop = () => {
    for (const one of stops) one()
  }
  documentState.store.set({ open, content, sequence: 1, active: null, selection: null })
  await wait()
  const made = await annotationsState.addHighlight({ filingId: 'f', tagId: 't', range: { start: 9, end: 12 },
    quote: { exact: 'rye', prefix: '', suffix: '' }, sectionPath: [] })
  id = made?.id ?? ''
})

afterEach(async () => {
  documentState.store.set({ open: null, content: null })
  await wait()
  stop()
})

describe('steps of a boundary by keys', () => {
  it('are shown at once and kept in order, however fast they come', async () => {
    for (let step = 0; step < 3; step += 1) boundaryEdit.step(id, 'end', 'word', 1)
    expect(boundaryEdit.rangeOf(id)).toEqual({ start: 9, end: RAW.indexOf(' every') })
    await wait()
    expect(words()).toEqual(['rye bread rose in'])
    expect(boundaryEdit.store.get().draft).toBeNull()
  })

  it('are one step of the history until something else is done', async () => {
    boundaryEdit.step(id, 'end', 'word', 1)
    await wait()
    boundaryEdit.step(id, 'end', 'word', 1)
    await wait()
    expect(moves()).toEqual([false, true])
    historyState.count()
    boundaryEdit.step(id, 'start', 'word', -1)
    await wait()
    expect(moves()).toEqual([false, true, false])
  })

  it('begin a new one when the reader is done with the first', async () => {
    boundaryEdit.step(id, 'end', 'word', 1)
    await wait()
    boundaryEdit.finish()
    boundaryEdit.step(id, 'end', 'word', 1)
    await wait()
    expect(moves()).toEqual([false, false])
  })

  it('stay with what is kept where the change is refused', async () => {
    memory.answer({ 'annotation.move': () => fail('conflict', 'It was changed elsewhere.') })
    boundaryEdit.step(id, 'end', 'word', 1)
    await wait()
    expect(boundaryEdit.rangeOf(id)).toEqual({ start: 9, end: 12 })
    expect(words()).toEqual(['rye'])
  })
})

describe('a handle', () => {
  it('shows where it is dragged and keeps only where it is dropped, as a step of its own', async () => {
    boundaryEdit.drag(id, 'end', { block: 0, offset: 17 }, 'word')
    boundaryEdit.drag(id, 'end', { block: 0, offset: 22 }, 'word')
    await wait()
    expect(moves()).toEqual([])
    await boundaryEdit.drop()
    expect(words()).toEqual(['rye bread rose'])
    boundaryEdit.drag(id, 'start', { block: 0, offset: 0 }, 'word')
    await boundaryEdit.drop()
    expect(words()).toEqual(['Sales of rye bread rose'])
    expect(moves()).toEqual([false, false])
  })

  it('is put back where the drag is given up, and leaves the history alone where nothing moved', async () => {
    boundaryEdit.drag(id, 'end', { block: 0, offset: 17 }, 'word')
    boundaryEdit.cancel()
    await boundaryEdit.drop()
    expect([boundaryEdit.rangeOf(id), moves()]).toEqual([{ start: 9, end: 12 }, []])
  })
})
