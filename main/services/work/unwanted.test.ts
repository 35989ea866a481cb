import { afterEach, beforeEach, expect, it } from 'vitest'
import { readSampledGold } from '../../domain/evaluate/gold'
import { listUndecided } from '../../store/suggestions'
import { redo, undo } from '../history/history'
import { createTemporaryLibrary, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'
import { gatherWork } from '../exchange/gather-work'
import { printableOf } from '../export/export-filing'
import { decisionLabels } from './decision-labels'
import { setDecision } from './decide'
import { addUnwanted, removeUnwanted, unwantedList, unwantedReach } from './unwanted'
import type { UnwantedRequest } from './unwanted'

const release = (shops: string): string =>
  `ALDER BAY, ME - (March 3, 2012) - Tamsel makes lanterns.\n\nWe expect to open ${shops} lantern shops in Quist Harbor by June 2013.\n\nWe plan to close the wick mill in Orrin next year.\n`

let library: TemporaryLibrary
let first: string
let second: string
beforeEach(async () => {
  library = createTemporaryLibrary()
  first = await library.add('first.txt', release('12'))
  second = await library.add('second.txt', release('30'))
  for (const id of [first, second]) valueOf(await library.services.reader.document(id, 1))
})
afterEach(() => library.remove())

const context = () => library.services.library
const left = (filingId: string): readonly string[] => listUndecided(context().db, filingId).map(({ words }) => words)
const counts = (filingId: string): unknown => {
  const row = context().db.prepare('SELECT sum(to_decide) AS n FROM document WHERE filing_id = ?').get(filingId)
  return row
}

const request = (company: string | null = null): UnwantedRequest => {
  const found = listUndecided(context().db, first).find(({ words }) => words.includes('lantern shops'))
  if (!found) throw new Error('The statement was not suggested.')
  const { kind, node, range, words } = found
  return { filingId: first, suggestion: { kind, node, range, exact: words }, company }
}

it('tells how much it would hide before anything is done', () => {
  expect(valueOf(unwantedReach(context(), request()))).toEqual({ suggestions: 1, filings: 1 })
  expect(valueOf(unwantedReach(context(), request('Quist Inc')))).toEqual({ suggestions: 0, filings: 0 })
  expect(left(first)).toHaveLength(2)
  expect(left(second)).toHaveLength(2)
})

it('rejects the one, hides the like, and is undone and done again as one step, over a restart', async () => {
  const before = counts(second)
  valueOf(addUnwanted(context(), request()))
  const check = (): void => {
    expect(left(first)).toEqual(['We plan to close the wick mill in Orrin next year.'])
    expect(left(second)).toEqual(['We plan to close the wick mill in Orrin next year.'])
    expect(counts(second)).toEqual({ n: 1 })
  }
  check()
  library = await library.reopen()
  check()
  valueOf(undo(context()))
  expect(left(first)).toHaveLength(2)
  expect(left(second)).toHaveLength(2)
  expect(counts(second)).toEqual(before)
  expect(valueOf(unwantedList(context()))).toEqual([])
  valueOf(redo(context()))
  check()
})

it('hides what is imported later, and lets all be suggested again while the decision stays', async () => {
  const [made] = valueOf(addUnwanted(context(), request()))
  const third = await library.add('third.txt', release('55'))
  valueOf(await library.services.reader.document(third, 1))
  expect(left(third)).toHaveLength(1)
  valueOf(removeUnwanted(context(), made?.id ?? ''))
  expect(left(third)).toHaveLength(2)
  expect(left(second)).toHaveLength(2)
  expect(left(first)).toHaveLength(1)
})

it('refuses words by which nothing could be told to be like them, and an id that is gone', () => {
  const asked = request()
  expect(addUnwanted(context(), { ...asked, suggestion: { ...asked.suggestion, exact: '12 of the 30' } })).toMatchObject({ ok: false,
    failure: { code: 'invalid-request' } })
  expect(left(second)).toHaveLength(2)
  expect(removeUnwanted(context(), 'none')).toMatchObject({ ok: false, failure: { code: 'not-found' } })
})

it('writes decisions as labels that an evaluation reads, each answering its one question', () => {
  const { filingId, suggestion } = request()
  valueOf(setDecision(context(), { filingId, ...suggestion, verdict: 'rejected', risks: null }))
  const other = listUndecided(context().db, second)[0]
  if (!other) throw new Error('Nothing was suggested.')
  const { kind, node, range, words } = other
  valueOf(setDecision(context(), { filingId: second, kind, node, range, exact: words, verdict: 'accepted', risks: ['competition'] }))
  const golds = readSampledGold(JSON.parse(valueOf(decisionLabels(context()))))
  expect(golds.map(({ file, extent }) => [file, extent]).sort()).toEqual([['first.txt', 'sampled'], ['second.txt', 'sampled']])
  const labels = golds.flatMap(({ sentences }) => sentences.map(({ forward, asks, text, risks }) => ({ forward, asks, text, risks })))
  expect(labels).toContainEqual({ forward: 'none', asks: 'forward-looking', text: suggestion.exact, risks: [] })
  expect(labels).toContainEqual({ forward: 'core', asks: 'forward-looking', text: words, risks: ['competition'] })
})

it('is hidden in what is printed and written as well, until it is wanted again', async () => {
  const include = { text: false, highlights: false, notes: false, suggestions: 'all', comments: false, paper: 'letter' } as const
  const print = async (): Promise<string> =>
    valueOf(await printableOf(library.services, { filingId: second, sequence: 1, path: null, overwrite: false, include })).html
  const written = (): readonly string[] =>
    gatherWork(context().db, { filingIds: [second], suggestions: 'all' }, { appVersion: '0', history: false, bytesOf: null })
      .filings.flatMap(({ texts }) => texts.flatMap(({ statements }) => statements.map(({ passage }) => passage.exact)))
  expect(await print()).toContain('lantern shops')
  expect(written()).toHaveLength(2)
  const [{ id } = { id: '' }] = valueOf(addUnwanted(context(), request()))
  expect(await print()).not.toContain('lantern shops')
  expect(await print()).toContain('wick mill')
  expect(written()).toEqual(['We plan to close the wick mill in Orrin next year.'])
  valueOf(removeUnwanted(context(), id))
  expect(await print()).toContain('lantern shops')
  expect(written()).toHaveLength(2)
})
