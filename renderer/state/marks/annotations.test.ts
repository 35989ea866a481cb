import type { Annotation } from '#contract/annotation'
import type { FilingSummary, OpenFiling } from '#contract/library'
import { fail, ok } from '#contract/result'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { annotationsState } from './annotations'
import { documentState } from '../document/document'
import { feedbackState } from '../window/feedback'
import { historyState } from '../document/history'
import { installMemoryApi, type MemoryApi } from '../testing/memory-api'
import { notesState } from '../notes/notes'
import { viewState } from '../window/view'

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const draft = (start: number, tagId: string | null = null) => ({ filingId: 'f', tagId, range: { start, end: start + 4 },
  quote: { exact: 'word', prefix: '', suffix: '' }, sectionPath: [] })
const open: OpenFiling = { filing: { id: 'f' } as FilingSummary, submission: null, documents: [], warnings: [], current: 1, position: null }
const all = () => annotationsState.store.get().annotations
const toasts = () => feedbackState.store.get().toasts

let memory: MemoryApi
let stop: () => void = () => undefined

beforeEach(async () => {
  memory = installMemoryApi()
  for (const { id } of toasts()) feedbackState.dismiss(id)
  const stops = [notesState.start(), annotationsState.start()]
  stop = () => {
    for (const one of stops) one()
  }
  documentState.store.set({ open, active: null, selection: null })
  await wait(1)
})

afterEach(async () => {
  documentState.store.set({ open: null })
  await wait(1)
  stop()
})

describe('annotationsState', () => {
  it('keeps highlights in the order of the filing', async () => {
    for (const start of [50, 10, 30]) await annotationsState.addHighlight(draft(start))
    expect(all().map(({ selectors: { position } }) => position.start)).toEqual([10, 30, 50])
  })

  it('adds a highlight beside one on the same words, never in its place', async () => {
    await annotationsState.addHighlight(draft(10, 't1'))
    await annotationsState.addHighlight(draft(10, 't2'))
    expect(all().map(({ tagId }) => tagId)).toEqual(['t1', 't2'])
  })

  it('puts the mark just made in focus, so that a note can follow at once, and leaves the panes as they are', async () => {
    const { inspectorTab } = viewState.store.get()
    const annotation = await annotationsState.addHighlight(draft(10, 't1'))
    expect(documentState.store.get().active).toEqual({ kind: 'annotation', id: annotation?.id })
    expect(viewState.store.get().inspectorTab).toBe(inspectorTab)
  })

  it('leaves the reader with what they turned to while a mark was being kept', async () => {
    const going = annotationsState.addHighlight(draft(10, 't1'))
    const { tagId: _tag, ...selection } = draft(70)
    documentState.setSelection({ ...selection, text: 'word' })
    await going
    expect(documentState.store.get().active).toBeNull()
  })

  it('cuts what a message quotes behind a whole word', async () => {
    await annotationsState.addHighlight({ ...draft(10, 't1'), quote: { exact: 'several words '.repeat(9), prefix: '', suffix: '' } })
    expect(toasts().at(-1)?.detail).toMatch(/(?:several|words)…$/)
  })

  it('starts a note on a highlight once, and opens the same one again', async () => {
    const annotation = await annotationsState.addNoteOn(draft(10))
    expect(notesState.store.get().notes).toHaveLength(1)
    notesState.write(null)
    await annotationsState.noteOn(annotation?.id ?? '')
    expect(notesState.store.get().notes).toHaveLength(1)
    expect(notesState.store.get().writing).toBe(notesState.store.get().notes[0]?.id)
    expect(documentState.store.get().active).toEqual({ kind: 'annotation', id: annotation?.id })
  })

  it('retags with the revision it has, and fetches again where that was not the kept one', async () => {
    const annotation = await annotationsState.addHighlight(draft(10))
    const id = annotation?.id ?? ''
    await annotationsState.retag(id, 't1')
    await annotationsState.retag(id, 't2')
    expect(memory.work.annotations[0]).toMatchObject({ tagId: 't2', rev: 3 })
    memory.work.annotations = memory.work.annotations.map((kept): Annotation => ({ ...kept, tagId: 't9', rev: 9 }))
    await annotationsState.retag(id, 't3')
    expect(all()[0]).toMatchObject({ tagId: 't9', rev: 9 })
    expect(toasts().at(-1)?.tone).toBe('error')
  })

  it('removes a highlight with its notes, words being written committed first, and offers to undo', async () => {
    const annotation = await annotationsState.addNoteOn(draft(10))
    const [note] = notesState.store.get().notes
    notesState.edit(note?.id ?? '', { body: '{}', text: 'last words' })
    await annotationsState.remove(annotation?.id ?? '')
    expect(memory.calls.findIndex(({ name }) => name === 'note.save')).toBeLessThan(
      memory.calls.findIndex(({ name }) => name === 'annotation.remove')
    )
    expect(all()).toEqual([])
    expect(notesState.store.get().notes).toEqual([])
    expect(toasts().at(-1)?.action?.label).toBe('Undo')
  })

  it('puts an orphan on the words that are selected and stops waiting', async () => {
    const annotation = await annotationsState.addHighlight(draft(10))
    memory.answer({ 'annotation.move': ({ id, rev, draft: next }) => {
      const kept = memory.work.annotations.find((one) => one.id === id)
      return kept ? ok({ ...kept, rev: rev + 1, selectors: { ...kept.selectors, position: next.range } }) : fail('not-found', 'Gone.')
    } })
    annotationsState.attach(annotation?.id ?? null)
    const { tagId: _tag, ...selection } = draft(70)
    documentState.setSelection({ ...selection, text: 'word' })
    await annotationsState.attachHere()
    expect(all()[0]?.selectors.position).toEqual({ start: 70, end: 74 })
    expect(annotationsState.store.get().attaching).toBeNull()
  })
})

describe('historyState', () => {
  it('tells of undoing in one message, the last', async () => {
    const labels = ['Add note', 'Change tag', 'Add highlight']
    memory.answer({ 'history.undo': () => ok({ label: labels.shift() ?? '', filingId: 'f' }) })
    for (const _step of [1, 2, 3]) await historyState.undo()
    expect(toasts().map(({ text }) => text)).toEqual(['Undone: Add highlight.'])
  })

  it('spends an offered Undo only on the act it was offered for', async () => {
    memory.answer({ 'history.undo': () => ok({ label: 'Remove highlight', filingId: 'f' }) })
    historyState.did('First.')
    const [first] = toasts()
    historyState.count()
    first?.action?.run()
    await wait(1)
    expect(memory.calls.some(({ name }) => name === 'history.undo')).toBe(false)
    historyState.did('Second.')
    toasts().at(-1)?.action?.run()
    await wait(5)
    expect(memory.calls.filter(({ name }) => name === 'history.undo')).toHaveLength(1)
    expect(toasts().some(({ text }) => text === 'First.' || text === 'Second.')).toBe(false)
    expect(toasts().at(-1)?.text).toBe('Undone: Remove highlight.')
  })

  it('undoes words while the caret is in a note, and acts otherwise', async () => {
    memory.answer({ 'history.undo': () => fail('nothing-to-undo', 'Nothing to undo.') })
    let focused = true
    let undone = 0
    const release = historyState.claim({ undo: () => {
      undone += 1
    }, redo: () => undefined, focused: () => focused })
    await historyState.undo()
    expect([undone, memory.calls.some(({ name }) => name === 'history.undo')]).toEqual([1, false])
    focused = false
    await historyState.undo()
    expect([undone, memory.calls.some(({ name }) => name === 'history.undo')]).toEqual([1, true])
    expect(toasts().at(-1)).toMatchObject({ text: 'Nothing to undo.', tone: 'plain' })
    release()
  })
})
