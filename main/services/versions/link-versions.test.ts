import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Annotation } from '#contract/annotation'
import type { FilingId } from '#contract/ids'
import { addAnnotation, retagAnnotation, retagAnnotations } from '../work/annotate'
import { createAnalysisInPlace } from '../analysis-thread'
import { attachOrphan, dismissOrphan } from './attach-orphan'
import { rebuildServices } from '../create-services'
import { redo, undo } from '../history/history'
import { removeAnnotation, removeAnnotations } from './remove-annotations'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'
import { draftOn } from '../testing/version-fixture'
import { addNote, saveNote } from '../work/write-note'

let library: TemporaryLibrary
let older: FilingId
let newer: FilingId

const FIRST = 'Patients who received the active patch reported an improvement of 63% in pain\nintensity.'
const NEWER = RELEASE.replace('improvement of 63%', 'improvement of 36%').replace('results of its second trial. The',
  'results of its second study today. The')

const work = (filingId: FilingId) => valueOf(library.services.reader.work(filingId))
const mark = async (filingId: FilingId, words: string): Promise<Annotation> =>
  valueOf(addAnnotation(library.services.library, await draftOn(library, filingId, words)))
const link = (): ReturnType<TemporaryLibrary['services']['versions']['link']> => library.services.versions.link(older, newer, 'version')

beforeEach(async () => {
  library = createTemporaryLibrary()
  older = await library.add('release.txt', RELEASE)
  newer = await library.add('release-corrected.txt', NEWER)
})
afterEach(async () => {
  await library.remove()
})

describe('linking a later version', () => {
  it('carries what stands there, and keeps what changed waiting with the words of then and now', async () => {
    const kept = await mark(older, 'We expect to file an application later this year.')
    const changed = await mark(older, FIRST)
    const note = valueOf(addNote(library.services.library, older, { kind: 'annotation', annotationId: kept.id }))
    const report = valueOf(await link())
    expect(report).toMatchObject({ total: 2, attached: 1, waiting: 1, dismissed: 0, verdicts: { 'intact': 1, 'number-changed': 1 } })
    const [one, two] = [kept, changed].map(({ id }) => work(newer).annotations.find((annotation) => annotation.id === id))
    const source = valueOf(await library.services.reader.source(newer, one?.selectors.position ?? { start: 0, end: 0 }))
    expect([source, one?.verdict, one?.carried?.from, one?.carried?.state]).toEqual(['We expect to file an application later this year.',
      'intact', older, 'itself'])
    expect(two).toMatchObject({ verdict: 'number-changed',
      carried: { state: 'waiting', exact: expect.stringContaining('63%') as string,
        proposed: { quote: { exact: expect.stringContaining('36%') as string } } } })
    expect(work(newer).notes.map(({ id }) => id)).toEqual([note.id])
    expect(work(older).annotations.map(({ carried }) => carried)).toEqual([undefined, undefined])
  })
  it('leaves the older filing, its words and its history as they were', async () => {
    const kept = await mark(older, FIRST)
    await link()
    expect(work(older).annotations).toEqual([kept])
  })
  it('is taken back and done again as one step', async () => {
    await mark(older, FIRST)
    await link()
    expect(valueOf(undo(library.services.library)).label).toBe('Link versions')
    expect([work(newer).annotations, valueOf(library.services.versions.links(newer))]).toEqual([[], []])
    valueOf(redo(library.services.library))
    expect(work(newer).annotations).toHaveLength(1)
    valueOf(library.services.versions.unlink(older, newer, 'version'))
    expect(work(newer).annotations).toEqual([])
    valueOf(undo(library.services.library))
    expect(work(newer).annotations).toHaveLength(1)
  })
  it('refuses a circle, and a filing with itself', async () => {
    await link()
    expect(await library.services.versions.link(newer, older, 'version')).toMatchObject({ ok: false, failure: { code: 'invalid-request' } })
    expect(await library.services.versions.link(newer, newer, 'family')).toMatchObject({ ok: false, failure: { code: 'invalid-request' } })
  })
  it('links a family without carrying anything', async () => {
    await mark(older, FIRST)
    expect(valueOf(await library.services.versions.link(older, newer, 'family'))).toMatchObject({ total: 0, link: { kind: 'family' } })
    expect([work(newer).annotations, valueOf(library.services.versions.links(older)).length]).toEqual([[], 1])
  })
  it('looks later for what is marked in the older version afterwards', async () => {
    await link()
    const late = await mark(older, 'We expect to file an application later this year.')
    expect(work(newer).annotations[0]?.carried?.state).toBe('unsought')
    valueOf(await library.services.versions.carryMissing(newer))
    expect(work(newer).annotations.map(({ id, verdict }) => [id, verdict])).toEqual([[late.id, 'intact']])
  })
  it('carries on through a third version what stands in the second', async () => {
    const third = await library.add('release-third.txt',
      NEWER.replace('improvement of 36%', 'improvement of 36 percent').replace('today announced', 'announced'))
    const kept = await mark(older, 'We expect to file an application later this year.')
    const changed = await mark(older, FIRST)
    await link()
    valueOf(attachOrphan(library.services.library, changed.id, await draftOn(library, newer, FIRST.replace('63', '36'))))
    valueOf(await library.services.versions.link(newer, third, 'version'))
    expect(new Map(work(third).annotations.map(({ id, verdict }) => [id, verdict]))).toEqual(
      new Map([[kept.id, 'intact'], [changed.id, 'intact']])
    )
  })
})

describe('a waiting highlight', () => {
  it('is attached to chosen words with tag, notes and its own words kept, and undone', async () => {
    const { library: context } = library.services
    const changed = await mark(older, FIRST)
    const note = valueOf(addNote(context, older, { kind: 'annotation', annotationId: changed.id }))
    await link()
    const attached = valueOf(attachOrphan(context, changed.id, await draftOn(library, newer, FIRST.replace('63', '36'))))
    expect(attached).toMatchObject({ id: changed.id, verdict: 'intact',
      carried: { state: 'hand', found: 'number-changed', exact: changed.selectors.quote.exact } })
    valueOf(saveNote(context, { id: note.id, rev: note.rev, body: '{}', text: 'Seen from both.' }))
    expect([work(newer).notes[0]?.text, work(older).notes[0]?.text]).toEqual(['Seen from both.', 'Seen from both.'])
    valueOf(undo(context))
    valueOf(undo(context))
    expect(work(newer).annotations[0]).toMatchObject({ verdict: 'number-changed', carried: { state: 'waiting' } })
    valueOf(redo(context))
    expect(work(newer).annotations[0]).toMatchObject({ verdict: 'intact', carried: { state: 'hand' } })
  })
  it('put by hand on other words than its own comes back as put by hand, never as found', async () => {
    const kept = await mark(older, 'We expect to file an application later this year.')
    await link()
    const { library: context } = library.services
    valueOf(attachOrphan(context, kept.id, await draftOn(library, newer, 'FIRST FINDING')))
    valueOf(dismissOrphan(context, kept.id, newer, true))
    expect(valueOf(dismissOrphan(context, kept.id, newer, false)).carried).toMatchObject({ state: 'hand' })
    expect(work(newer).annotations.map(({ carried, selectors }) => [carried?.state, selectors.quote.exact])).toEqual([['hand',
      'FIRST FINDING']])
  })
  it('is dismissed from one filing, stays whole in the other, and comes back', async () => {
    const { library: context } = library.services
    const changed = await mark(older, FIRST)
    await link()
    valueOf(dismissOrphan(context, changed.id, newer, true))
    expect([work(newer).annotations, work(newer).dismissed?.map(({ id }) => id), work(older).annotations.length]).toEqual([[], [changed.id],
      1])
    valueOf(undo(context))
    expect([work(newer).annotations.length, work(newer).dismissed]).toEqual([1, []])
    valueOf(redo(context))
    valueOf(dismissOrphan(context, changed.id, newer, false))
    expect(work(newer).annotations[0]?.carried).toMatchObject({ state: 'waiting',
      proposed: { quote: { exact: expect.stringContaining('36%') as string } } })
  })
  it('stays where the analyst put it when the older highlight is tagged anew, and comes back with it after a removal', async () => {
    const { library: context } = library.services
    const changed = await mark(older, FIRST)
    await link()
    valueOf(attachOrphan(context, changed.id, await draftOn(library, newer, 'FIRST FINDING')))
    const tagged = valueOf(retagAnnotation(context, changed.id, changed.rev, null))
    valueOf(removeAnnotation(context, changed.id, tagged.rev))
    expect(work(newer).annotations).toEqual([])
    valueOf(undo(context))
    expect(work(newer).annotations[0]).toMatchObject({ selectors: { quote: { exact: 'FIRST FINDING' } }, carried: { state: 'hand' } })
  })
  it('takes a note in the newer filing that belongs to the highlight', async () => {
    const kept = await mark(older, 'We expect to file an application later this year.')
    await link()
    const note = valueOf(addNote(library.services.library, newer, { kind: 'annotation', annotationId: kept.id }))
    expect([note.filingId, work(older).notes.map(({ id }) => id), work(newer).notes.map(({ id }) => id)]).toEqual([older, [note.id], [
      note.id
    ]])
  })
  it('is still so after a restart', async () => {
    const changed = await mark(older, FIRST)
    await link()
    valueOf(attachOrphan(library.services.library, changed.id, await draftOn(library, newer, 'FIRST FINDING')))
    library = await library.reopen()
    expect(work(newer).annotations[0]).toMatchObject({ id: changed.id, carried: { state: 'hand' } })
    valueOf(undo(library.services.library))
    expect(work(newer).annotations[0]?.carried?.state).toBe('waiting')
  })
  it('cannot be attached or dismissed where it does not wait', async () => {
    const { library: context } = library.services
    const changed = await mark(older, FIRST)
    expect(attachOrphan(context, changed.id, await draftOn(library, newer, 'FIRST FINDING'))).toMatchObject({ ok: false,
      failure: { code: 'not-found' } })
    expect(dismissOrphan(context, changed.id, older, true)).toMatchObject({ ok: false, failure: { code: 'not-found' } })
  })
})

describe('candidates', () => {
  it('are told by their text and name the older one', async () => {
    const found = valueOf(await library.services.versions.candidates(newer))
    expect(found.map(({ filing, relation }) => [filing.id, relation])).toEqual([[older, 'older']])
    expect(valueOf(await library.services.versions.candidates(older)).map(({ relation }) => relation)).toEqual(['newer'])
  })
  it('leave out what is linked, and filings that only share their boilerplate', async () => {
    await library.add('other.txt',
      'HARROW RIDGE OPENS AN OFFICE\n\nALBANY, N.Y., May 3, 2007 -- Harrow Ridge Therapeutics, Inc. opened an office in Troy.\n')
    await link()
    expect(valueOf(await library.services.versions.candidates(newer))).toEqual([])
  })
})

describe('a carried highlight', () => {
  const LATER = 'We expect to file an application later this year.'
  const at = async (words: string) => draftOn(library, newer, words)
  const placed = (): (string | undefined)[] => work(newer).annotations.map(({ selectors }) => selectors.quote.exact)

  it('is moved by several steps that one undo takes back, to the place where it was found', async () => {
    const { library: context } = library.services
    const kept = await mark(older, LATER)
    await link()
    valueOf(attachOrphan(context, kept.id, await at('We expect to file an application later this'), false))
    valueOf(attachOrphan(context, kept.id, await at('We expect to file an application later'), true))
    valueOf(attachOrphan(context, kept.id, await at('We expect to file an application'), true))
    expect(placed()).toEqual(['We expect to file an application'])
    expect(valueOf(undo(context)).label).toBe('Move highlight')
    expect([placed(), work(newer).annotations[0]?.carried?.state]).toEqual([[LATER], 'itself'])
    valueOf(redo(context))
    expect(placed()).toEqual(['We expect to file an application'])
  })
  it('is moved by a step of its own after anything else was done', async () => {
    const { library: context } = library.services
    const kept = await mark(older, LATER)
    await link()
    valueOf(attachOrphan(context, kept.id, await at('We expect to file an application later'), false))
    valueOf(retagAnnotation(context, kept.id, kept.rev, 'risk'))
    valueOf(attachOrphan(context, kept.id, await at('We expect to file an application'), true))
    valueOf(undo(context))
    expect(placed()).toEqual(['We expect to file an application later'])
  })
  it('is dismissed among many that are removed, as one step, and stays whole where it was made', async () => {
    const { library: context } = library.services
    const kept = await mark(older, LATER)
    const note = valueOf(addNote(context, older, { kind: 'annotation', annotationId: kept.id }))
    await link()
    const own = await mark(newer, FIRST.replace('63', '36'))
    expect(valueOf(removeAnnotations(context, [kept, own], newer))).toEqual({ removed: 1, dismissed: 1 })
    expect([work(newer).annotations, work(newer).dismissed?.map(({ id }) => id), work(older).annotations,
      work(older).notes.map(({ id }) => id)]).toEqual([[], [kept.id], [kept], [note.id]])
    expect(valueOf(undo(context)).label).toBe('Remove 1 highlight, 1 from this version only')
    expect([work(newer).annotations.map(({ id }) => id).sort(), work(newer).dismissed]).toEqual([[kept.id, own.id].sort(), []])
    expect(work(newer).annotations.find(({ id }) => id === kept.id)?.carried?.state).toBe('itself')
    valueOf(redo(context))
    expect([work(newer).annotations, work(older).annotations.length]).toEqual([[], 1])
  })
  it('that waits is dismissed among many too, with what is proposed for it kept', async () => {
    const { library: context } = library.services
    const changed = await mark(older, FIRST)
    await link()
    valueOf(removeAnnotations(context, [changed], newer))
    expect(work(newer).dismissed?.[0]?.carried).toMatchObject({ state: 'dismissed',
      proposed: { quote: { exact: expect.stringContaining('36%') as string } } })
  })
  it('has its new tag in both versions when many are retagged, and both go back', async () => {
    const { library: context } = library.services
    const kept = await mark(older, LATER)
    await link()
    const own = await mark(newer, FIRST.replace('63', '36'))
    valueOf(retagAnnotations(context, [kept, own], 'risk'))
    expect([...work(newer).annotations, ...work(older).annotations].map(({ tagId }) => tagId)).toEqual(['risk', 'risk', 'risk'])
    valueOf(undo(context))
    expect([...work(newer).annotations, ...work(older).annotations].map(({ tagId }) => tagId)).toEqual([null, null, null])
  })
})

it('stops a search that is cancelled, and makes no link', async () => {
  const stopping: TemporaryLibrary = createTemporaryLibrary({
    emit: (name, payload) => {
      if (name === 'work.progress' && 'stage' in payload && payload.stage === 'anchoring') stopping.services.versions.cancel(payload.job)
    }
  })
  const from = await stopping.add('release.txt', RELEASE)
  const to = await stopping.add('newer.txt', NEWER)
  valueOf(addAnnotation(stopping.services.library, await draftOn(stopping, from, FIRST)))
  expect(await stopping.services.versions.link(from, to, 'version')).toMatchObject({ ok: false, failure: { code: 'analysis-cancelled' } })
  expect([valueOf(stopping.services.versions.links(to)), valueOf(stopping.services.reader.work(to)).annotations]).toEqual([[], []])
  await stopping.remove()
})

it("comes back with links, the analyst's own placements and the carried notes after the database was destroyed", async () => {
  const kept = await mark(older, 'We expect to file an application later this year.')
  const changed = await mark(older, FIRST)
  const put = await mark(older, 'later this year')
  await link()
  valueOf(attachOrphan(library.services.library, changed.id, await draftOn(library, newer, 'FIRST FINDING')))
  valueOf(dismissOrphan(library.services.library, put.id, newer, true))
  await library.services.close()
  const folder = join(library.folder, 'data')
  writeFileSync(join(folder, 'library.db'), readFileSync(join(folder, 'library.db')).fill(0, 4096, 40_960))
  const options = { dataFolder: folder, analysis: createAnalysisInPlace(), samplePath: '', appVersion: '0', runtimeVersion: '0' }
  const { services } = valueOf(await rebuildServices(options))
  valueOf(await services.versions.carryMissing(newer))
  const after = valueOf(services.reader.work(newer))
  expect(new Map(after.annotations.map(({ id, carried }) => [id, carried?.state]))).toEqual(
    new Map([[kept.id, 'itself'], [changed.id, 'hand']])
  )
  expect(after.dismissed?.map(({ id }) => id)).toEqual([put.id])
  await services.close()
  rmSync(library.folder, { recursive: true })
  library = createTemporaryLibrary()
})
