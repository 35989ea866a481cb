import type { Comparison, ComparisonRow } from '#contract/comparison'
import type { Block } from '#contract/filing'
import type { FilingSummary, OpenFiling } from '#contract/library'
import { fail, ok } from '#contract/result'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { compareMarks } from './compare-marks'
import { compareState } from './compare'
import { feedbackState } from '../window/feedback'
import { installMemoryApi, type MemoryApi } from '../testing/memory-api'
import { unsavedState } from '../notes/unsaved'

const TEXT = 'The works by the canal closed.'
const block: Block = { id: 'b1', kind: 'paragraph', ranges: [{ start: 0, end: TEXT.length }], text: TEXT,
  map: [0, TEXT.length, 0, TEXT.length], why: '' }
const passage = { text: TEXT, range: { start: 0, end: TEXT.length } }
const row: ComparisonRow = { kind: 'same', unit: 'sentence', words: [], moved: false, left: passage, right: passage }
const side = (id: string) => ({ sequence: 1, open: { filing: { id } as FilingSummary } as OpenFiling })
const FULL = () => fail('disk-full', 'Not saved: the disk is full.')

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const writing = () => compareMarks.store.get().writing
const kind = () => feedbackState.store.get().saving.kind
const said = () => feedbackState.store.get().announcement
const answered = () => memory.calls.filter(({ name }) => name === 'window.flushed' || name === 'window.notFlushed')

let memory: MemoryApi
let stops: readonly (() => void)[] = []

beforeEach(async () => {
  memory = installMemoryApi()
  memory.answer({ 'compare.blocks': () => ok({ blocks: [block], sections: [] }), 'window.notFlushed': () => ok(null) })
  stops = [compareMarks.start(), unsavedState.start()]
  compareState.store.set({ left: side('old'), right: side('new'), phase: 'done', comparison: { rows: [row] } as unknown as Comparison,
    current: 0, side: 'right' })
  await wait(5)
  feedbackState.announce('')
})

afterEach(async () => {
  memory.answer({ 'note.save': ({ id, rev }) => ok({ id, rev: rev + 1, modifiedAt: '' }) })
  await unsavedState.flush()
  for (const stop of stops) stop()
  compareMarks.store.set({ writing: null })
  compareState.store.set({ comparison: null })
  await wait(5)
})

describe('words written on a comparison', () => {
  it('are kept, and called saved once they are', async () => {
    await compareMarks.writeNote()
    compareMarks.write('Why did it close?')
    expect(kind()).toBe('saving')
    await compareMarks.finish()
    expect(memory.work.notes.map(({ text }) => text)).toEqual(['Why did it close?'])
    expect(kind()).toBe('saved')
    expect(said()).toContain('Note saved')
    expect(writing()).toBeNull()
  })

  it('stay on screen, and are not called saved, where they cannot be written', async () => {
    await compareMarks.writeNote()
    memory.answer({ 'note.save': FULL })
    compareMarks.write('Why did it close?')
    await compareMarks.finish()
    expect(writing()).toMatchObject({ text: 'Why did it close?', saved: false, refused: true })
    expect(kind()).toBe('unsaved')
    expect(said()).not.toContain('Note saved')
  })

  it('keep the window open where they cannot be written, with the words told', async () => {
    await compareMarks.writeNote()
    memory.answer({ 'note.save': FULL })
    compareMarks.write('Why did it close?')
    memory.emit('window.flush', { token: 't' })
    await wait(20)
    expect(answered()).toEqual([
      { name: 'window.notFlushed', args: { token: 't', message: 'Not saved: the disk is full.', text: 'Why did it close?' } }
    ])
  })

  it('keep it open also after the comparison was left', async () => {
    await compareMarks.writeNote()
    memory.answer({ 'note.save': FULL })
    compareMarks.write('Why did it close?')
    compareState.store.set({ comparison: { rows: [row, row] } as unknown as Comparison })
    await wait(10)
    memory.emit('window.flush', { token: 't' })
    await wait(20)
    expect(answered()).toMatchObject([{ name: 'window.notFlushed', args: { text: 'Why did it close?' } }])
  })

  it('let it close once they are written, with one answer', async () => {
    await compareMarks.writeNote()
    compareMarks.write('Why did it close?')
    memory.emit('window.flush', { token: 't' })
    await wait(20)
    expect(answered()).toEqual([{ name: 'window.flushed', args: { token: 't' } }])
    expect(memory.work.notes.map(({ text }) => text)).toEqual(['Why did it close?'])
  })

  it('and words of the same note changed elsewhere are both kept', async () => {
    await compareMarks.writeNote()
    memory.work.notes = memory.work.notes.map((note) => ({ ...note, text: 'theirs', rev: 9 }))
    compareMarks.write('mine')
    await compareMarks.finish()
    expect(memory.work.notes.map(({ text }) => text).sort()).toEqual(['mine', 'theirs'])
    expect(kind()).toBe('saved')
  })

  it('typed before the note could be made wait for it, and keep the window open', async () => {
    memory.answer({ 'note.add': FULL })
    const opening = compareMarks.writeNote()
    compareMarks.write('Typed at once')
    await opening
    expect(writing()).toMatchObject({ text: 'Typed at once', refused: true })
    expect(kind()).toBe('unsaved')
    memory.emit('window.flush', { token: 't' })
    await wait(20)
    expect(answered()).toMatchObject([{ name: 'window.notFlushed', args: { text: 'Typed at once' } }])
    memory.answer({ 'note.add': ({ filingId, target }) => {
      const note = { id: 'late', filingId, target, body: '', text: '', status: 'none' as const, owner: null, dueAt: null, createdAt: '',
        modifiedAt: '', rev: 1, sha256: '' }
      memory.work.notes = [...memory.work.notes, note]
      return ok(note)
    } })
    await compareMarks.finish()
    expect(memory.work.notes.map(({ text }) => text)).toEqual(['Typed at once'])
    expect(memory.work.annotations).toHaveLength(1)
    expect(kind()).toBe('saved')
  })
})
