import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Annotation } from '#contract/annotation'
import type { CitedPassage, CitedPlace } from '#contract/citation'
import type { FilingId } from '#contract/ids'
import { addAnnotation } from '../work/annotate'
import { undo } from '../history/history'
import { backlinksOf, lookAtCitations } from './look-at-citations'
import { removeAnnotation } from '../versions/remove-annotations'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'
import { addNote, removeNote } from '../work/write-note'

let library: TemporaryLibrary
let filingId: FilingId
beforeEach(async () => {
  library = createTemporaryLibrary()
  filingId = await library.add('release.txt', RELEASE)
  valueOf(await library.services.reader.document(filingId, 1))
})
afterEach(async () => {
  await library.remove()
})

const placeOf = (words: string, more: Partial<CitedPlace> = {}): CitedPlace => {
  const start = RELEASE.indexOf(words)
  return { filingId, sequence: 1, range: { start, end: start + words.length }, quote: words, kind: 'words', ref: null, ...more }
}
const look = (place: CitedPlace): CitedPassage => {
  const [passage] = valueOf(lookAtCitations(library.services.library, [place]))
  if (!passage) throw new Error('no answer')
  return passage
}
const highlight = (words: string): Annotation =>
  valueOf(addAnnotation(library.services.library, {
    filingId,
    tagId: 'risk',
    range: placeOf(words).range,
    quote: { exact: words, prefix: '', suffix: '' },
    sectionPath: ['FIRST FINDING']
  }))

describe('a citation', () => {
  it('shows its words where they stand, with what stands around them', () => {
    expect(look(placeOf('an improvement of 63% in pain\nintensity', { quote: 'an improvement of 63% in pain intensity' }))).toMatchObject({
      state: 'there',
      why: null,
      before: 'Patients who received the active patch reported ',
      words: 'an improvement of 63% in pain intensity',
      after: '. We expect to file an application later this year.',
      section: 'FIRST FINDING',
      tagId: null,
      notes: []
    })
  })
  it('says that other words stand there now', () => {
    expect(look(placeOf('improvement of 63%', { quote: 'improvement of 36%' }))).toMatchObject({ state: 'changed',
      words: 'improvement of 63%' })
  })
  it('tells the tag and the notes on its words', () => {
    const mark = highlight('improvement of 63%')
    valueOf(
      addNote(library.services.library, filingId, { kind: 'annotation', annotationId: mark.id }, { body: '{}',
        text: 'Compare with the first trial.' })
    )
    expect(look(placeOf('63%'))).toMatchObject({ tagId: 'risk', notes: [{ text: 'Compare with the first trial.' }] })
  })
  it('of a highlight goes with it, says that it was removed, and comes back with it', () => {
    const mark = highlight('improvement of 63%')
    const place = placeOf('improvement of 63%', { kind: 'annotation', ref: mark.id })
    expect(look(place)).toMatchObject({ state: 'there', range: { start: mark.selectors.position.start } })
    valueOf(removeAnnotation(library.services.library, mark.id, mark.rev))
    expect(look(place)).toMatchObject({ state: 'gone', why: 'The highlight was removed.', words: 'improvement of 63%' })
    valueOf(undo(library.services.library))
    expect(look(place).state).toBe('there')
  })
  it('of a note tells its words, and that it was deleted', () => {
    const note = valueOf(addNote(library.services.library, filingId, { kind: 'filing' }, { body: '{}', text: 'Ask the investor desk.' }))
    const place: CitedPlace = { filingId, sequence: 1, range: { start: 0, end: 0 }, quote: 'Ask', kind: 'note', ref: note.id }
    expect(look(place)).toMatchObject({ state: 'there', words: 'Ask the investor desk.', range: null })
    valueOf(removeNote(library.services.library, note.id, note.rev))
    expect(look(place)).toMatchObject({ state: 'gone', why: 'The note was deleted.' })
  })
  it('into a filing that is not there, or in the trash, says so', () => {
    expect(look(placeOf('63%', { filingId: 'none' }))).toMatchObject({ state: 'gone', filing: null })
    valueOf(library.services.reader.trash(filingId))
    expect(look(placeOf('63%'))).toMatchObject({ state: 'gone', why: 'The filing is in the trash.' })
  })
})

it('is told under what it cites, from another filing too, until its note or filing goes', async () => {
  const other = await library.add('other.txt', RELEASE.replace('63%', '64%'))
  const body = JSON.stringify({
    root: { type: 'root',
      children: [{ type: 'paragraph', children: [{ type: 'citation', filing: filingId, start: 5, end: 9, quote: 'x', sequence: 1 }] }] }
  })
  const note = valueOf(addNote(library.services.library, other, { kind: 'filing' }, { body, text: 'As in the first release.' }))
  expect(valueOf(backlinksOf(library.services.library, filingId))).toMatchObject([{ noteId: note.id, filingId: other,
    text: 'As in the first release.', range: { start: 5, end: 9 } }])
  expect(valueOf(backlinksOf(library.services.library, other))).toEqual([])
  valueOf(library.services.reader.trash(other))
  expect(valueOf(backlinksOf(library.services.library, filingId))).toEqual([])
  valueOf(undo(library.services.library))
  valueOf(removeNote(library.services.library, note.id, 1))
  expect(valueOf(backlinksOf(library.services.library, filingId))).toEqual([])
})
