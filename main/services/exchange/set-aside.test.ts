import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SetAside } from '#contract/exchange'
import { createTemporaryLibrary, valueOf } from '../testing/temporary-library'
import { undo } from '../history/history'
import type { TemporaryLibrary } from '../testing/temporary-library'
import { listAnnotations } from '../../store/annotations'
import { listNotes } from '../../store/notes'
import { listReplies } from '../../store/replies'
import { dismissSetAside, listSetAside } from './set-aside'

let library: TemporaryLibrary
beforeEach(() => {
  library = createTemporaryLibrary()
})
afterEach(() => library.remove())

const TEXT =
  'FERNLEA CORP.\n\nFernlea Corp. said today that its kiln at Ash Lane cooled for nine days.\n\nIt expects to light it again in May.\n'

const item = (id: string, exact: string, more: object = {}): object => ({ id, uri: 'https://example.org/a/fernlea.txt', text: `On ${id}`,
  tags: [], user: 'acct:bo@example.org', created: '2026-02-01T09:00:00+00:00',
  target: [{ selector: [{ type: 'TextQuoteSelector', exact, prefix: '', suffix: '' }] }], ...more })

const FILE = JSON.stringify({
  export_date: '2026-02-02',
  annotations: [item('a', 'cooled for nine days'), item('b', '', { references: ['a'], text: 'Since when?' }), 'broken',
    item('c', 'words that are nowhere in it at all')]
})

const waiting = (): readonly SetAside[] => listSetAside(library.services.library.db)
const takeIn = async (text: string): Promise<void> => {
  const { exchanger } = library.services
  valueOf(exchanger.takeIn(valueOf(await exchanger.read(text, 'hyp.json')).token))
}
const importFiling = async (): Promise<string> =>
  valueOf(await library.services.importer.importFile(library.write('fernlea.txt', TEXT))).filingId

describe('what an import sets aside', () => {
  it('is listed with file, place, reason and remedy, over a restart', async () => {
    await takeIn(FILE)
    const told = waiting().map(({ fileName, format, place, canTry, about }) => ({ fileName, format, place, canTry, about }))
    expect(told.sort((a, b) => a.place.localeCompare(b.place))).toEqual(
      [1, 2, 3, 4].map((at) => ({ fileName: 'hyp.json', format: 'hypothesis', place: expect.stringContaining(String(at)) as string,
        canTry: at !== 3, about: at === 3 ? null : 'fernlea.txt' })
      )
    )
    for (const { reason, remedy } of waiting()) expect(Math.min(reason.length, remedy.length)).toBeGreaterThan(10)
    const before = waiting()
    library = await library.reopen()
    expect(waiting()).toEqual(before)
  })

  it('is placed once its filing is there, each item as of its import, and one undo sets it aside again', async () => {
    await takeIn(FILE)
    const before = waiting()
    const ids = before.filter(({ canTry }) => canTry).map(({ id }) => id)
    expect(valueOf(await library.services.exchanger.tryAgain(ids))).toEqual({ imported: 0, orphaned: 0, duplicate: 0, waiting: 3 })
    expect(waiting()).toEqual(before)
    const filing = await importFiling()
    expect(valueOf(await library.services.exchanger.tryAgain(ids))).toEqual({ imported: 2, orphaned: 1, duplicate: 0, waiting: 0 })
    const { db } = library.services.library
    expect(listAnnotations(db, filing).map(({ verdict, selectors }) => [verdict, selectors.quote.exact]).sort()).toEqual([
      ['gone', 'words that are nowhere in it at all'],
      ['intact', 'cooled for nine days']
    ])
    expect(listReplies(db, filing).map(({ text }) => text)).toEqual(['Since when?'])
    expect(new Set(listAnnotations(db, filing).map(({ originId }) => originId)).size).toBe(1)
    expect(waiting().map(({ canTry }) => canTry)).toEqual([false])
    valueOf(undo(library.services.library))
    expect([listAnnotations(db, filing), listNotes(db, filing), listReplies(db, filing)]).toEqual([[], [], []])
    expect(waiting()).toEqual(before)
  })

  it('finds an answer its note where that came by an earlier try', async () => {
    await takeIn(FILE)
    const filing = await importFiling()
    const [mark, answer] = ['On a', 'Since when?'].map((note) => waiting().find((one) => one.note === note)?.id ?? '')
    valueOf(await library.services.exchanger.tryAgain([mark ?? '']))
    expect(valueOf(await library.services.exchanger.tryAgain([answer ?? '']))).toMatchObject({ imported: 1, waiting: 0 })
    expect(listReplies(library.services.library.db, filing).map(({ text }) => text)).toEqual(['Since when?'])
  })

  it('goes where it is known already, and stays dismissed until that is undone', async () => {
    await takeIn(FILE)
    await importFiling()
    await takeIn(FILE)
    const old = waiting().filter(({ canTry }) => canTry).map(({ id }) => id)
    expect(valueOf(await library.services.exchanger.tryAgain(old))).toEqual({ imported: 0, orphaned: 0, duplicate: 3, waiting: 0 })
    const rest = waiting()
    valueOf(dismissSetAside(library.services.library, rest.map(({ id }) => id)))
    library = await library.reopen()
    expect(waiting()).toEqual([])
    valueOf(undo(library.services.library))
    expect(waiting()).toEqual(rest)
  })
})
