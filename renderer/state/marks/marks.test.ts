import type { Tag } from '#contract/annotation'
import type { FilingSummary, OpenFiling } from '#contract/library'
import { fail } from '#contract/result'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { annotationsState } from './annotations'
import { documentState } from '../document/document'
import { feedbackState } from '../window/feedback'
import { marksState } from './marks'
import { installMemoryApi, type MemoryApi } from '../testing/memory-api'
import { notesState } from '../notes/notes'
import { workspaceState } from '../window/workspace'

const openOf = (id: string): OpenFiling => ({ filing: { id } as FilingSummary, submission: null, documents: [], warnings: [], current: 1,
  position: null })
const tag = (id: string): Tag => ({ id, name: id, colour: 'blue', underline: 'solid', letter: 'B', shortcut: null })
const wait = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2))
const shown = () => marksState.now().shown.map(({ words }) => words)
const chosen = () => marksState.store.get().selection.keys.size
const tags = () => annotationsState.store.get().annotations.map(({ tagId }) => tagId)

let memory: MemoryApi
let stop: () => void = () => undefined

const add = (words: string, start: number, tagId: string | null) =>
  annotationsState.addHighlight({ filingId: 'f', tagId, range: { start, end: start + words.length },
    quote: { exact: words, prefix: '', suffix: '' }, sectionPath: [] })

beforeEach(async () => {
  memory = installMemoryApi()
  workspaceState.store.set({ tags: [tag('one'), tag('two')] })
  const stops = [notesState.start(), annotationsState.start(), marksState.start()]
  stop = () => {
    for (const one of stops) one()
  }
  documentState.store.set({ open: openOf('f'), active: null, selection: null })
  await wait()
  for (const [at, words] of ['alder', 'birch', 'cedar'].entries()) await add(words, at * 10, at === 0 ? 'one' : 'two')
})

afterEach(async () => {
  marksState.clear()
  documentState.store.set({ open: null })
  await wait()
  stop()
})

describe('the filter of a filing', () => {
  it('narrows the list, and is another for another filing', async () => {
    marksState.toggle('tag', 'two')
    expect(shown()).toEqual(['birch', 'cedar'])
    documentState.store.set({ open: openOf('g') })
    await wait()
    expect(marksState.now().filter.chosen).toEqual({})
    documentState.store.set({ open: openOf('f') })
    await wait()
    expect(marksState.now().filter.chosen).toEqual({ tag: ['two'] })
  })

  it('says which marks the text shows, but only where the reader wants that and something is filtered', () => {
    const { filter, ...source } = marksState.now()
    expect(marksState.onlyKeys(source, filter, true)).toBeNull()
    marksState.setText('alder')
    const narrowed = marksState.now()
    expect(marksState.onlyKeys(narrowed, narrowed.filter, false)).toBeNull()
    expect([...marksState.onlyKeys(narrowed, narrowed.filter, true) ?? []]).toHaveLength(1)
  })

  it('gives the same list again while nothing changed', () => {
    expect(marksState.now()).toBe(marksState.now())
  })
})

describe('marks that are chosen', () => {
  it('are let go when the filter leaves them out', () => {
    marksState.takeAll()
    expect(chosen()).toBe(3)
    marksState.setText('alder')
    expect(chosen()).toBe(1)
  })

  it('get a tag together, with one message that offers to undo', async () => {
    marksState.takeAll()
    await marksState.retag('one')
    expect(tags()).toEqual(['one', 'one', 'one'])
    expect(memory.calls.filter(({ name }) => name.startsWith('annotation.retag')).map(({ name }) => name)).toEqual(['annotation.retagMany'])
    expect(feedbackState.store.get().toasts.at(-1)).toMatchObject({ text: 'Tag changed on 2 highlights.', action: { label: 'Undo' } })
  })

  it('go together with their notes, and are then no longer chosen', async () => {
    await annotationsState.noteOn(annotationsState.store.get().annotations[0]?.id ?? '')
    marksState.takeAll()
    await marksState.remove()
    await wait()
    expect([annotationsState.store.get().annotations, notesState.store.get().notes, chosen()]).toEqual([[], [], 0])
    expect(feedbackState.store.get().toasts.at(-1)?.text).toBe('3 highlights removed.')
  })

  it('stay where one of them cannot be changed, and what is kept is fetched', async () => {
    memory.answer({ 'annotation.retagMany': () => fail('conflict', 'This highlight was changed meanwhile.') })
    marksState.takeAll()
    await marksState.retag(null)
    expect(tags()).toEqual(['one', 'two', 'two'])
    expect(memory.calls.at(-1)?.name).toBe('filing.work')
  })

  it('are stepped through by suggestion, of which there is none here', () => {
    const { cursor } = marksState.store.get().selection
    marksState.step(1)
    expect([marksState.store.get().selection.cursor, feedbackState.store.get().announcement]).toEqual([cursor,
      'No further suggestion passes the filter.'])
  })

  it('follow the mark that comes into focus in the text', () => {
    const second = annotationsState.store.get().annotations[1]
    documentState.activate({ kind: 'annotation', id: second?.id ?? '' })
    expect(marksState.store.get().selection.cursor).toBe(`annotation ${second?.id ?? ''}`)
  })
})
