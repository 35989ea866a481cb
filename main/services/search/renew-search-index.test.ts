import { afterEach, beforeEach, expect, it } from 'vitest'
import { countToIndex } from '../../store/search-index'
import { addNote, saveNote } from '../work/write-note'
import { renewSearchIndex } from './renew-search-index'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'

let library: TemporaryLibrary
beforeEach(() => {
  library = createTemporaryLibrary()
})
afterEach(async () => {
  await library.remove()
})

const total = async (query: string): Promise<number> =>
  valueOf(await library.services.searcher.run({ token: 1, query, folderId: null, limit: 5 }, () => undefined)).total

it('folds texts and notes anew where the words of the index are older than the program, and tells meanwhile what is missing', async () => {
  const filing = await library.add('release.txt', RELEASE)
  const context = library.services.library
  const note = valueOf(addNote(context, filing, { kind: 'filing' }))
  valueOf(saveNote(context, { id: note.id, rev: 1, body: '{}', text: 'A rise of 1,234 units.' }))
  // As a library of an older version is after its migration: no words of texts, other words of notes.
  context.db.exec("DELETE FROM block_search; UPDATE note SET words = text; DELETE FROM setting WHERE key = 'search.words'")
  expect(await total('0.0096 ')).toBe(0)
  expect(await total('1,234 ')).toBe(0)
  context.db.exec('INSERT INTO document_to_index (document_key) SELECT key FROM document')
  expect(valueOf(await library.services.searcher.run({ token: 1, query: 'the', folderId: null, limit: 5 }, () => undefined)).waiting).toBe(
    1
  )
  await renewSearchIndex(context).done
  expect(countToIndex(context.db)).toBe(0)
  expect(await total('0.0096 ')).toBe(1)
  expect(await total('1,234 ')).toBe(1)
  await renewSearchIndex(context).done
  expect(library.logged.filter((line) => line.startsWith('search index'))).toHaveLength(1)
})

it('stops when told, and goes on at the next start', async () => {
  await library.add('release.txt', RELEASE)
  const context = library.services.library
  context.db.exec('DELETE FROM block_search; INSERT INTO document_to_index (document_key) SELECT key FROM document')
  const renewal = renewSearchIndex(context)
  await renewal.stop()
  expect(countToIndex(context.db)).toBe(1)
  library = await library.reopen()
  await renewSearchIndex(library.services.library).done
  expect(await total('0.0096 ')).toBe(1)
})
