import type { FilingSummary, OpenFiling } from '#contract/library'
import type { Note } from '#contract/note'
import { fail, ok } from '#contract/result'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { documentState } from '../document/document'
import { feedbackState } from '../window/feedback'
import { installMemoryApi, type MemoryApi } from '../testing/memory-api'
import { notesState } from './notes'
import { unsavedState } from './unsaved'
import { workState } from '../document/work'

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const words = (text: string) => ({ body: `{"t":${JSON.stringify(text)}}`, text })
const open = (id: string): OpenFiling => ({
  filing: { id } as FilingSummary,
  submission: null,
  documents: [],
  warnings: [],
  current: 1,
  position: null
})
const state = () => notesState.store.get()
const word = () => feedbackState.select.saving(feedbackState.store.get()).kind
const only = (): Note => {
  const [note] = state().notes
  if (!note) throw new Error('There is no note.')
  return note
}

let memory: MemoryApi
let stop: () => void = () => undefined

beforeEach(async () => {
  memory = installMemoryApi()
  const stops = [notesState.start(), workState.start(), unsavedState.start()]
  stop = () => {
    for (const one of stops) one()
  }
  documentState.store.set({ open: open(`f${String(Math.random())}`) })
  await wait(1)
})

afterEach(async () => {
  stop()
  documentState.store.set({ open: null })
  await workState.load(null)
})

describe('notesState', () => {
  it('says Saved only after the commit, and keeps what was written', async () => {
    const note = await notesState.add({ kind: 'filing' })
    expect(state().writing).toBe(note?.id)
    notesState.edit(only().id, words('a'))
    expect(word()).toBe('saving')
    expect(state().drafts[only().id]?.text).toBe('a')
    await notesState.flush()
    expect(word()).toBe('saved')
    expect(memory.work.notes[0]).toMatchObject({ text: 'a', rev: 2 })
    expect(state().drafts).toEqual({})
    expect(only()).toMatchObject({ text: 'a', rev: 2 })
  })

  it('writes by itself within 300 ms of the last key', async () => {
    await notesState.add({ kind: 'filing' })
    notesState.edit(only().id, words('typed'))
    await wait(300)
    expect(memory.work.notes[0]?.text).toBe('typed')
  })

  it('keeps the words on screen where the save is refused, says why, and writes them on the next try', async () => {
    await notesState.add({ kind: 'filing' })
    memory.answer({ 'note.save': () => fail('disk-full', 'The disk is full.') })
    notesState.edit(only().id, words('precious'))
    expect(await notesState.flush()).toBe(false)
    expect(word()).toBe('unsaved')
    expect(notesState.select.words(only().id)(state())?.text).toBe('precious')
    expect(notesState.select.phase(only().id)(state())).toMatchObject({ kind: 'failed', failure: { message: 'The disk is full.' } })
    memory.answer({ 'note.save': ({ id, rev }) => ok({ id, rev: rev + 1, modifiedAt: '2026-01-02T00:00:00Z' }) })
    expect(await notesState.flushNote(only().id)).toBe(true)
    expect(word()).toBe('saved')
  })

  it('keeps both where a note was changed elsewhere, and goes on writing ours', async () => {
    await notesState.add({ kind: 'filing' })
    const { id } = only()
    memory.work.notes = memory.work.notes.map((note) => ({ ...note, text: 'theirs', body: '{"t":"theirs"}', rev: 9 }))
    notesState.edit(id, words('mine'))
    expect(await notesState.flush()).toBe(true)
    expect(memory.work.notes.map(({ text }) => text).sort()).toEqual(['mine', 'theirs'])
    expect(state().notes.map(({ text }) => text).sort()).toEqual(['mine', 'theirs'])
    expect(state().writing).not.toBe(id)
    expect(state().drafts).toEqual({})
    notesState.edit(id, words('theirs, edited'))
    expect(await notesState.flush()).toBe(true)
    expect(memory.work.notes.map(({ text }) => text).sort()).toEqual(['mine', 'theirs, edited'])
  })

  it('sets status, owner and due date behind the words that are due', async () => {
    await notesState.add({ kind: 'filing' })
    notesState.edit(only().id, words('Who?'))
    await notesState.setStatus(only().id, 'asked', 'M. Ortiz', '2026-02-01')
    expect(memory.work.notes[0]).toMatchObject({ text: 'Who?', status: 'asked', owner: 'M. Ortiz', dueAt: '2026-02-01', rev: 3 })
    notesState.edit(only().id, words('Who and when?'))
    expect(await notesState.flush()).toBe(true)
    expect(memory.work.notes).toHaveLength(1)
  })

  it('answers the wish to close only when every word is committed', async () => {
    await notesState.add({ kind: 'filing' })
    notesState.edit(only().id, words('last key'))
    memory.emit('window.flush', { token: 't' })
    await wait(20)
    const flushed = memory.calls.findIndex(({ name }) => name === 'window.flushed')
    const saved = memory.calls.findIndex(({ name }) => name === 'note.save')
    expect(saved).toBeGreaterThanOrEqual(0)
    expect(flushed).toBeGreaterThan(saved)
    expect(memory.work.notes[0]?.text).toBe('last key')
  })

  it('answers the wish to close with the words that could not be committed', async () => {
    await notesState.add({ kind: 'filing' })
    memory.answer({ 'note.save': () => fail('disk-full', 'The disk is full.') })
    notesState.edit(only().id, words('last key'))
    memory.emit('window.flush', { token: 't' })
    await wait(20)
    expect(memory.calls.some(({ name }) => name === 'window.flushed')).toBe(false)
    expect(memory.calls.find(({ name }) => name === 'window.notFlushed')?.args).toEqual({ token: 't', message: 'The disk is full.',
      text: 'last key' })
    memory.answer({ 'note.save': ({ id, rev }) => ok({ id, rev: rev + 1, modifiedAt: '' }) })
    await notesState.flush()
  })

  it('takes over a note that was changed elsewhere, and starts its editor anew', async () => {
    await notesState.add({ kind: 'filing' })
    const { id, filingId } = only()
    notesState.edit(id, words('mine'))
    await notesState.flush()
    memory.work.notes = memory.work.notes.map((note) => ({ ...note, body: '{"t":"undone"}', text: 'undone', rev: note.rev + 1 }))
    memory.emit('work.changed', { filingId })
    await wait(5)
    expect(only().text).toBe('undone')
    expect(notesState.select.version(id)(state())).toBe(1)
    notesState.edit(id, words('and on'))
    expect(await notesState.flush()).toBe(true)
    expect(memory.work.notes).toHaveLength(1)
  })

  it('commits the words of a filing that is left, and lists the notes of the next one', async () => {
    await notesState.add({ kind: 'filing' })
    notesState.edit(only().id, words('half a thought'))
    documentState.store.set({ open: null })
    await wait(5)
    expect(memory.work.notes[0]?.text).toBe('half a thought')
    expect(state().notes).toEqual([])
  })

  it('puts a note away that was left without a word, and keeps one that had any', async () => {
    await notesState.add({ kind: 'filing' })
    notesState.edit(only().id, words('a'))
    await notesState.flush()
    notesState.edit(only().id, words(''))
    notesState.write(null)
    await wait(5)
    expect(state().notes).toHaveLength(1)
    await notesState.add({ kind: 'filing' })
    notesState.write(null)
    await wait(5)
    expect(state().notes).toHaveLength(1)
    expect(memory.work.notes).toHaveLength(1)
  })

  it('removes a note with an offer to bring it back', async () => {
    await notesState.add({ kind: 'filing' })
    await notesState.remove(only().id)
    expect(state()).toMatchObject({ notes: [], writing: null })
    expect(memory.work.notes).toEqual([])
    expect(feedbackState.store.get().toasts.at(-1)).toMatchObject({ text: 'Note deleted.', action: { label: 'Undo' } })
  })
})
