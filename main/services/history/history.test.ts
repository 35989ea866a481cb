import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { FilingId } from '#contract/ids'
import type { NoteTarget } from '#contract/note'
import { addAnnotation, retagAnnotation } from '../work/annotate'
import { setDecision } from '../work/decide'
import { redo, undo } from './history'
import { DEFAULT_TAGS, removeTag, saveTag } from '../work/tags'
import { removeAnnotation } from '../versions/remove-annotations'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'
import { addNote, removeNote, saveNote } from '../work/write-note'
import { getWorkspace } from '../work/workspace'

/** One act of an analyst; numbers pick among what is there. */
type Act =
  | { readonly kind: 'highlight'; readonly at: number; readonly tag: number }
  | { readonly kind: 'retag'; readonly pick: number; readonly tag: number }
  | { readonly kind: 'unhighlight' | 'remove-note' | 'remove-tag'; readonly pick: number }
  | { readonly kind: 'note'; readonly pick: number }
  | { readonly kind: 'write'; readonly pick: number; readonly words: string }
  | { readonly kind: 'decide'; readonly node: number; readonly verdict: 'accepted' | 'rejected' | null }
  | { readonly kind: 'add-tag' | 'undo' | 'redo' | 'restart' }

const pick = fc.nat({ max: 20 })
const acts: fc.Arbitrary<Act[]> = fc.array(fc.oneof(
  fc.record({ kind: fc.constant('highlight' as const), at: fc.nat({ max: 300 }), tag: pick }),
  fc.record({ kind: fc.constant('retag' as const), pick, tag: pick }),
  fc.record({ kind: fc.constantFrom('unhighlight' as const, 'remove-note' as const, 'remove-tag' as const), pick }),
  fc.record({ kind: fc.constant('note' as const), pick }),
  fc.record({ kind: fc.constant('write' as const), pick, words: fc.string({ minLength: 1, maxLength: 5 }) }),
  fc.record({ kind: fc.constant('decide' as const), node: fc.nat({ max: 3 }),
    verdict: fc.constantFrom('accepted' as const, 'rejected' as const, null) }),
  fc.record({ kind: fc.constantFrom('add-tag' as const, 'undo' as const, 'undo' as const, 'redo' as const, 'restart' as const) })
), { maxLength: 30 })

/** What the analyst sees, without the counters that only ever grow. */
const seen = (library: TemporaryLibrary, filingId: FilingId): string => {
  const { annotations, decisions, notes } = valueOf(library.services.reader.work(filingId))
  return JSON.stringify({
    annotations: annotations.map(({ id, tagId, selectors }) => [id, tagId, selectors]),
    decisions: decisions.map(({ id, node, verdict }) => [id, node, verdict]),
    notes: notes.map(({ id, target, text, body, status }) => [id, target, text, body, status]),
    tags: valueOf(getWorkspace(library.services)).tags.map((tag) => tag.id).sort()
  })
}

/** Carries an act out; whether it changed anything. */
const perform = (library: TemporaryLibrary, filingId: FilingId, act: Act): boolean => {
  const context = library.services.library
  const { annotations, notes } = valueOf(library.services.reader.work(filingId))
  const { tags } = valueOf(getWorkspace(library.services))
  const tagAt = (at: number): string | null => tags[at % (tags.length + 1)]?.id ?? null
  switch (act.kind) {
    case 'highlight': {
      const range = { start: act.at, end: act.at + 9 }
      return addAnnotation(context, { filingId, tagId: tagAt(act.tag), range,
        quote: { exact: RELEASE.slice(range.start, range.end), prefix: '', suffix: '' }, sectionPath: [] }).ok
    }
    case 'retag': {
      const one = annotations[act.pick % (annotations.length || 1)]
      return one ? retagAnnotation(context, one.id, one.rev, tagAt(act.tag)).ok : false
    }
    case 'unhighlight': {
      const one = annotations[act.pick % (annotations.length || 1)]
      return one ? removeAnnotation(context, one.id, one.rev).ok : false
    }
    case 'note': {
      const one = annotations[act.pick % (annotations.length + 1)]
      const target: NoteTarget = one ? { kind: 'annotation', annotationId: one.id } : { kind: 'filing' }
      return addNote(context, filingId, target).ok
    }
    case 'write': {
      library.wait(60_000)
      const one = notes[act.pick % (notes.length || 1)]
      return one && one.text !== act.words
        ? saveNote(context, { id: one.id, rev: one.rev, body: JSON.stringify(act.words), text: act.words }).ok
        : false
    }
    case 'remove-note': {
      const one = notes[act.pick % (notes.length || 1)]
      return one ? removeNote(context, one.id, one.rev).ok : false
    }
    case 'decide': {
      const had = valueOf(library.services.reader.work(filingId)).decisions.some(({ node }) => node === `d1f${String(act.node)}`)
      setDecision(context, { filingId, kind: 'finding', node: `d1f${String(act.node)}`, range: { start: act.node, end: act.node + 1 },
        exact: 'x', verdict: act.verdict, risks: null })
      return had || act.verdict !== null
    }
    case 'add-tag': {
      const id = `tag ${String(tags.length)} ${context.newId()}`
      return saveTag(context, { id, name: id, colour: 'teal', underline: 'solid', letter: 'X', shortcut: null }).ok
    }
    case 'remove-tag': {
      const one = tags[act.pick % (tags.length || 1)]
      return one ? removeTag(context, one.id).ok : false
    }
    default:
      return false
  }
}

it('undo and redo lead through exactly the states that were, in any order of acts and over restarts', async () => {
  expect(DEFAULT_TAGS.length).toBeGreaterThan(4)
  await fc.assert(fc.asyncProperty(acts, async (list) => {
    let library = createTemporaryLibrary()
    const filingId = await library.add('release.txt', RELEASE)
    const past: string[] = []
    const future: string[] = []
    let now = seen(library, filingId)
    for (const act of list) {
      if (act.kind === 'undo' && past.length > 0) {
        valueOf(undo(library.services.library))
        future.push(now)
        now = past.pop() ?? ''
      } else if (act.kind === 'redo') {
        expect(redo(library.services.library).ok).toBe(future.length > 0)
        if (future.length > 0) past.push(now)
        now = future.pop() ?? now
      } else if (act.kind === 'restart') {
        library = await library.reopen()
      } else if (act.kind !== 'undo' && perform(library, filingId, act)) {
        past.push(now)
        future.length = 0
        now = seen(library, filingId)
      }
      expect(seen(library, filingId)).toBe(now)
    }
    await library.remove()
  }), { numRuns: 40 })
}, 120_000)
