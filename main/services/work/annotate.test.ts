import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Annotation, AnnotationDraft } from '#contract/annotation'
import type { FilingId } from '#contract/ids'
import { putAnnotation } from '../../store/annotations'
import { listNoteRevisions } from '../../store/note-revisions'
import { putPerson } from '../../store/people'
import { addAnnotation, addAnnotations, moveAnnotation, retagAnnotation, retagAnnotations } from './annotate'
import { makeMine } from './people'
import { setDecision, setDecisions } from './decide'
import { redo, undo } from '../history/history'
import { removeTag, saveTag } from './tags'
import { removeAnnotation, removeAnnotations } from '../versions/remove-annotations'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'
import { addNote, removeNote, saveNote, setNoteStatus } from './write-note'
import { getWorkspace } from './workspace'

let library: TemporaryLibrary
let filingId: FilingId
beforeEach(async () => {
  library = createTemporaryLibrary()
  filingId = await library.add('release.txt', RELEASE)
})
afterEach(async () => {
  await library.remove()
})

const draft = (words: string, tagId: string | null = null): AnnotationDraft => {
  const start = RELEASE.indexOf(words)
  return { filingId, tagId, range: { start, end: start + words.length }, quote: { exact: words, prefix: '', suffix: '' }, sectionPath: [] }
}
const highlight = (words: string, tagId: string | null = null): Annotation =>
  valueOf(addAnnotation(library.services.library, draft(words, tagId)))
const work = () => valueOf(library.services.reader.work(filingId))

describe('a highlight', () => {
  it('stands with everything that ties it to its words, and again after a restart', async () => {
    const made = highlight('improvement of 63%', 'risk')
    const { textSha256, parserVersion } = made.selectors
    expect([textSha256.length, parserVersion > 0, made.verdict, made.rev]).toEqual([64, true, 'intact', 1])
    library = await library.reopen()
    expect(work().annotations).toEqual([made])
  })
  it('of somebody else stays on its words until it is made mine; where its words were not found, it can be placed', () => {
    const { library: context } = library.services
    const made = highlight('improvement of 63%')
    putPerson(context.db, { id: 'ben', name: 'Ben Ode', libraryId: null, keyFingerprint: null })
    putAnnotation(context.db, { ...made, authorId: 'ben' }, 'improvement of 63%')
    const refused = moveAnnotation(context, made.id, made.rev, draft('63%'))
    expect(refused.ok ? 'ok' : refused.failure.code).toBe('read-only')
    expect(work().annotations[0]?.selectors).toEqual(made.selectors)
    putAnnotation(context.db, { ...made, authorId: 'ben', verdict: 'gone' }, 'improvement of 63%')
    expect(valueOf(moveAnnotation(context, made.id, made.rev, draft('63%'))).authorId).toBe('ben')
    valueOf(makeMine(context, 'annotation', made.id))
    valueOf(makeMine(context, 'annotation', made.id))
    const mine = work().annotations.find(({ authorId }) => authorId === undefined)
    expect(work().annotations.map(({ authorId = 'me', selectors }) => [authorId, selectors.quote.exact]).sort()).toEqual([['ben', '63%'], [
      'me',
      '63%'
    ]])
    expect(valueOf(moveAnnotation(context, mine?.id ?? '', 1, draft('improvement of 63%'))).authorId).toBeUndefined()
    expect(work().annotations.find(({ id }) => id === made.id)?.selectors.quote.exact).toBe('63%')
    valueOf(undo(context))
    valueOf(undo(context))
    expect(work().annotations.map(({ authorId }) => authorId)).toEqual(['ben'])
  })
  it('is refused over nothing, outside the text, on a lost filing and with a lost tag', () => {
    const add = (change: Partial<AnnotationDraft>): string => {
      const made = addAnnotation(library.services.library, { ...draft('63%'), ...change })
      return made.ok ? 'ok' : made.failure.code
    }
    expect([add({ range: { start: 5, end: 5 } }), add({ range: { start: 5, end: 9_999_999 } }), add({ filingId: 'none' }),
      add({ tagId: 'none' })])
      .toEqual(['invalid-request', 'invalid-request', 'not-found', 'not-found'])
    expect(work().annotations).toEqual([])
  })
  it('is changed only from its present state', () => {
    const made = highlight('63%')
    const tagged = valueOf(retagAnnotation(library.services.library, made.id, 1, 'risk'))
    expect([tagged.tagId, tagged.rev]).toEqual(['risk', 2])
    expect(retagAnnotation(library.services.library, made.id, 1, null)).toMatchObject({ ok: false, failure: { code: 'conflict' } })
    expect(removeAnnotation(library.services.library, made.id, 1)).toMatchObject({ ok: false, failure: { code: 'conflict' } })
    const moved = valueOf(moveAnnotation(library.services.library, made.id, 2, draft('improvement of 63%', 'risk')))
    expect([moved.id, moved.rev, moved.selectors.quote.exact]).toEqual([made.id, 3, 'improvement of 63%'])
  })
  it('overlaps others and replaces none', () => {
    highlight('improvement of 63%')
    highlight('63% in pain')
    highlight('improvement of 63%')
    expect(work().annotations).toHaveLength(3)
  })
  it('takes its notes along when it goes, and brings them back', () => {
    const made = highlight('63%')
    const note = valueOf(addNote(library.services.library, filingId, { kind: 'annotation', annotationId: made.id }))
    valueOf(saveNote(library.services.library, { id: note.id, rev: 1, body: '{"a":1}', text: 'Ask.' }))
    const before = work()
    valueOf(removeAnnotation(library.services.library, made.id, 1))
    expect(work()).toMatchObject({ annotations: [], notes: [] })
    expect(valueOf(undo(library.services.library))).toEqual({ label: 'Remove highlight', filingId })
    const after = work()
    expect(after.annotations.map(({ id, selectors }) => [id, selectors])).toEqual(
      before.annotations.map(({ id, selectors }) => [id, selectors])
    )
    expect(after.notes).toMatchObject([{ id: note.id, body: '{"a":1}', text: 'Ask.', rev: 3 }])
  })
})

describe('many highlights', () => {
  const three = (): readonly Annotation[] => [highlight('63%', 'risk'), highlight('endpoint'), highlight('trials', 'figure')]
  const tags = () => work().annotations.map(({ tagId }) => tagId)

  it('are made in one step, all or none', () => {
    const { library: context } = library.services
    expect(addAnnotations(context, [draft('63%'), { ...draft('endpoint'), tagId: 'none' }])).toMatchObject({ ok: false,
      failure: { code: 'not-found' } })
    expect(work().annotations).toEqual([])
    expect(
      valueOf(addAnnotations(context, [draft('63%', 'risk'), draft('endpoint', 'risk')])).map(({ selectors }) => selectors.quote.exact)
    ).toEqual(['63%', 'endpoint'])
    expect(valueOf(undo(context)).label).toBe('Add 2 highlights')
    expect(work().annotations).toEqual([])
    expect(valueOf(addAnnotations(context, []))).toEqual([])
  })
  it('get a tag in one step, without those that have it', () => {
    const { library: context } = library.services
    const made = three()
    const before = tags()
    expect(valueOf(retagAnnotations(context, made, 'risk')).map(({ id, rev }) => [id, rev])).toEqual(made.slice(1).map(({ id }) => [id, 2]))
    expect(new Set(tags())).toEqual(new Set(['risk']))
    expect(valueOf(undo(context)).label).toBe('Change tag of 2 highlights')
    expect(tags()).toEqual(before)
    expect(valueOf(retagAnnotations(context, [], 'risk'))).toEqual([])
  })
  it('go in one step with their notes, and come back with them', () => {
    const { library: context } = library.services
    const made = three()
    valueOf(addNote(context, filingId, { kind: 'annotation', annotationId: made[0]?.id ?? '' }))
    valueOf(removeAnnotations(context, made))
    expect(work()).toMatchObject({ annotations: [], notes: [] })
    expect(valueOf(undo(context)).label).toBe('Remove 3 highlights')
    expect([work().annotations.length, work().notes.length]).toEqual([3, 1])
    valueOf(redo(context))
    expect(work().annotations).toEqual([])
  })
  it('stay as they are where one of them was changed meanwhile, is gone, or the tag is', () => {
    const { library: context } = library.services
    const made = three()
    const [first] = made
    valueOf(retagAnnotation(context, first?.id ?? '', 1, 'question'))
    const before = work()
    const codes = [retagAnnotations(context, made, 'risk'), removeAnnotations(context, made),
      removeAnnotations(context, [{ id: 'none', rev: 1 }]), retagAnnotations(context, made.slice(1), 'none')]
      .map((answer) => (answer.ok ? 'ok' : answer.failure.code))
    expect(codes).toEqual(['conflict', 'conflict', 'not-found', 'not-found'])
    expect(work()).toEqual(before)
  })
})

describe('a boundary moved step by step', () => {
  const move = (annotation: Annotation, words: string, continues: boolean): Annotation =>
    valueOf(moveAnnotation(library.services.library, annotation.id, annotation.rev, draft(words), continues))
  const words = () => work().annotations.map(({ selectors }) => selectors.quote.exact)

  it('is one step of the history as long as it is continued', () => {
    move(move(move(highlight('63%'), '63% in', false), '63% in pain', true), 'of 63% in pain', true)
    expect(words()).toEqual(['of 63% in pain'])
    valueOf(undo(library.services.library))
    expect(words()).toEqual(['63%'])
    valueOf(redo(library.services.library))
    expect(words()).toEqual(['of 63% in pain'])
  })
  it('begins a step of its own behind anything else that was done', () => {
    const moved = move(highlight('63%'), '63% in', false)
    highlight('endpoint')
    move(moved, '63% in pain', true)
    valueOf(undo(library.services.library))
    expect(words()).toContain('63% in')
  })
  it('begins a step of its own behind an undo', () => {
    const made = highlight('63%')
    move(made, '63% in', false)
    valueOf(undo(library.services.library))
    const [back] = work().annotations
    if (back) move(back, 'of 63%', true)
    valueOf(undo(library.services.library))
    expect(words()).toEqual(['63%'])
  })
})

describe('undo', () => {
  it('reaches back over a restart, and redo with it', async () => {
    const made = highlight('63%')
    library = await library.reopen()
    expect(valueOf(undo(library.services.library)).label).toBe('Add highlight')
    expect(work().annotations).toEqual([])
    library = await library.reopen()
    expect(valueOf(redo(library.services.library)).label).toBe('Add highlight')
    expect(work().annotations.map(({ id }) => id)).toEqual([made.id])
  })
  it('says when there is nothing left, and tells the windows what changed', () => {
    expect(redo(library.services.library)).toMatchObject({ ok: false, failure: { code: 'nothing-to-undo' } })
    expect(valueOf(undo(library.services.library)).label).toBe('Import release.txt')
    expect(undo(library.services.library)).toMatchObject({ ok: false, failure: { code: 'nothing-to-undo' } })
    expect(library.events.slice(-2)).toEqual([{ name: 'work.changed', payload: { filingId } }, { name: 'library.changed',
      payload: { filingId: null } }])
  })
  it('forgets what could be redone once something else is done', () => {
    highlight('63%')
    valueOf(undo(library.services.library))
    highlight('endpoint')
    expect(redo(library.services.library)).toMatchObject({ ok: false })
    expect(work().annotations.map(({ selectors }) => selectors.quote.exact)).toEqual(['endpoint'])
  })
  it('takes a tag off in one step and puts it back in one', () => {
    const ids = [highlight('63%', 'risk'), highlight('endpoint', 'risk'), highlight('trials', 'figure')].map(({ id }) => id)
    valueOf(removeTag(library.services.library, 'risk'))
    const tagOf = (id: string | undefined): string | null | undefined =>
      work().annotations.find((annotation) => annotation.id === id)?.tagId
    expect(ids.map(tagOf)).toEqual([null, null, 'figure'])
    valueOf(undo(library.services.library))
    expect(ids.map(tagOf)).toEqual(['risk', 'risk', 'figure'])
    expect(valueOf(getWorkspace(library.services)).tags.map(({ id }) => id)).toContain('risk')
  })
  it('works for trash and restore', () => {
    valueOf(library.services.reader.trash(filingId))
    valueOf(undo(library.services.library))
    expect(valueOf(library.services.reader.open(filingId)).filing.trashedAt).toBeNull()
    valueOf(redo(library.services.library))
    expect(valueOf(library.services.reader.open(filingId)).filing.trashedAt).not.toBeNull()
  })
})

describe('a decision', () => {
  const request = { kind: 'finding', node: 'd1f1', range: { start: 10, end: 20 }, exact: 'the words', risks: null } as const
  it('is made, changed, taken back, and all of it undone', () => {
    const set = (verdict: 'accepted' | 'rejected' | null) =>
      valueOf(setDecision(library.services.library, { ...request, filingId, verdict }))
    const first = set('accepted')
    expect(set('rejected')).toMatchObject({ id: first?.id, verdict: 'rejected', rev: 2 })
    expect(set(null)).toBeNull()
    expect(set(null)).toBeNull()
    const labels = ['Take back decision', 'Reject finding', 'Accept finding'].map((label) => {
      expect(valueOf(undo(library.services.library)).label).toBe(label)
      return work().decisions[0]?.verdict
    })
    expect(labels).toEqual(['rejected', 'accepted', undefined])
  })
  it('carries corrections, which stay until they are corrected again', () => {
    const set = (more: Partial<Parameters<typeof setDecision>[1]>) =>
      valueOf(setDecision(library.services.library, { ...request, kind: 'forward-looking', filingId, verdict: 'accepted', ...more }))
    const links = [{ exact: 'trials may fail', range: { start: 30, end: 45 } }]
    const span = { exact: 'words', range: { start: 14, end: 19 } }
    set({})
    set({ links })
    set({ span })
    set({ verdict: 'rejected', risks: ['competition'] })
    expect(work().decisions[0]).toMatchObject({ verdict: 'rejected', risks: ['competition'], links, span, range: request.range,
      exact: request.exact })
    const labels = [1, 2, 3].map(() => valueOf(undo(library.services.library)).label)
    expect(labels).toEqual(['Correct risk tags', 'Correct words', 'Correct cautions'])
    expect(work().decisions[0]).toMatchObject({ verdict: 'accepted', risks: null, links: null, span: null })
  })
  it('on many suggestions is one step of the history, and leaves what is so already', () => {
    const suggestions = [1, 2, 3].map((n) =>
      ({ kind: 'finding', node: `d1f${String(n)}`, range: { start: n * 10, end: n * 10 + 5 }, exact: `words ${String(n)}` }) as const
    )
    const [first] = suggestions
    if (!first) throw new Error('no suggestion')
    valueOf(setDecision(library.services.library, { ...first, filingId, verdict: 'accepted', risks: null }))
    const made = valueOf(setDecisions(library.services.library, filingId, suggestions, 'accepted'))
    expect(made.map(({ node }) => node)).toEqual(['d1f2', 'd1f3'])
    expect(valueOf(undo(library.services.library)).label).toBe('Accept 2 suggestions')
    expect(work().decisions.map(({ node }) => node)).toEqual(['d1f1'])
    valueOf(redo(library.services.library))
    expect(work().decisions).toHaveLength(3)
    expect(valueOf(setDecisions(library.services.library, filingId, suggestions, null))).toEqual([])
    expect(work().decisions).toEqual([])
    valueOf(undo(library.services.library))
    expect(work().decisions).toHaveLength(3)
    expect(setDecisions(library.services.library, 'no-such', suggestions, 'accepted')).toMatchObject({ ok: false,
      failure: { code: 'not-found' } })
  })
  it('counts for the list', () => {
    valueOf(setDecision(library.services.library, { ...request, filingId, verdict: 'accepted' }))
    expect(valueOf(library.services.reader.open(filingId)).filing.decided).toBe(1)
  })
})

describe('a note', () => {
  const add = () => valueOf(addNote(library.services.library, filingId, { kind: 'filing' }))
  it('is saved from its present revision only, and the refused words are kept', () => {
    const note = add()
    expect(valueOf(saveNote(library.services.library, { id: note.id, rev: 1, body: 'A', text: 'A' })).rev).toBe(2)
    expect(saveNote(library.services.library, { id: note.id, rev: 1, body: 'B', text: 'B' })).toMatchObject({ ok: false,
      failure: { code: 'conflict' } })
    const journal = readFileSync(join(library.folder, 'data', 'journal-202601.jsonl'), 'utf8').trim().split('\n')
    expect(JSON.parse(journal.at(-1) ?? '')).toMatchObject({ kind: 'refused', note: { body: 'B' } })
  })
  it('sent twice is saved once', () => {
    const note = add()
    const save = { id: note.id, rev: 1, body: 'A', text: 'A' }
    expect([valueOf(saveNote(library.services.library, save)).rev, valueOf(saveNote(library.services.library, save)).rev]).toEqual([2, 2])
    expect(valueOf(saveNote(library.services.library, { ...save, rev: 2 })).rev).toBe(2)
  })
  it('keeps every revision, and is undone burst by burst', () => {
    const { library: context } = library.services
    const note = add()
    const save = (rev: number, words: string): number => valueOf(saveNote(context, { id: note.id, rev, body: words, text: words })).rev
    save(save(save(1, 'A'), 'AB'), 'ABC')
    library.wait(60_000)
    save(save(4, 'ABCD'), 'ABCDE')
    const words = (): string | undefined => work().notes[0]?.text
    expect(words()).toBe('ABCDE')
    valueOf(undo(context))
    expect(words()).toBe('ABC')
    valueOf(undo(context))
    expect(words()).toBe('')
    valueOf(redo(context))
    valueOf(redo(context))
    expect(words()).toBe('ABCDE')
    expect(listNoteRevisions(context.db, note.id).map(({ text }) => text)).toEqual(['', 'A', 'AB', 'ABC', 'ABCD', 'ABCDE', 'ABC', '', 'ABC',
      'ABCDE'])
  })
  it('moves on in the question loop and counts as open meanwhile', () => {
    const note = add()
    valueOf(setNoteStatus(library.services.library, { id: note.id, rev: 1, status: 'asked', owner: 'Lee', dueAt: '2026-02-01' }))
    expect(valueOf(library.services.reader.open(filingId)).filing.openQuestions).toBe(1)
    valueOf(setNoteStatus(library.services.library, { id: note.id, rev: 2, status: 'closed', owner: null, dueAt: null }))
    expect(valueOf(library.services.reader.open(filingId)).filing.openQuestions).toBe(0)
    expect(work().notes[0]?.rev).toBe(3)
  })
  it('comes back after its removal', () => {
    const note = add()
    valueOf(saveNote(library.services.library, { id: note.id, rev: 1, body: 'A', text: 'A' }))
    valueOf(removeNote(library.services.library, note.id, 2))
    expect(saveNote(library.services.library, { id: note.id, rev: 2, body: 'B', text: 'B' })).toMatchObject({ ok: false,
      failure: { code: 'not-found' } })
    valueOf(undo(library.services.library))
    expect(work().notes).toMatchObject([{ id: note.id, text: 'A' }])
  })
  it('is refused on a highlight that is not there', () => {
    expect(addNote(library.services.library, filingId, { kind: 'annotation', annotationId: 'none' })).toMatchObject({ ok: false,
      failure: { code: 'not-found' } })
  })
})

describe('a tag', () => {
  it('is made, changed, and clashes with none', () => {
    const { library: context } = library.services
    const tag = { id: 'mine', name: 'Mine', colour: 'teal', underline: 'dashed', letter: 'M', shortcut: '7' } as const
    valueOf(saveTag(context, tag))
    valueOf(saveTag(context, { ...tag, name: 'Ours' }))
    expect(saveTag(context, { ...tag, id: 'other', shortcut: null, name: 'ours' })).toMatchObject({ ok: false,
      failure: { code: 'conflict' } })
    expect(saveTag(context, { ...tag, id: 'other', name: 'Other' })).toMatchObject({ ok: false, failure: { code: 'conflict' } })
    expect(valueOf(getWorkspace(library.services)).tags.at(-1)).toEqual({ ...tag, name: 'Ours' })
  })
  it('that was removed does not come back with the next start', async () => {
    valueOf(removeTag(library.services.library, 'context'))
    library = await library.reopen()
    expect(valueOf(getWorkspace(library.services)).tags.map(({ id }) => id)).toEqual(['key-claim', 'positive', 'risk', 'question',
      'figure'])
  })
})
