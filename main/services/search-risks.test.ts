import { afterEach, beforeEach, expect, it } from 'vitest'
import type { FilingId } from '#contract/ids'
import { migrate } from '../store/migrate'
import { all, run } from '../store/sql'
import { setDecision } from './work/decide'
import { undo } from './history/history'
import { createTemporaryLibrary, valueOf } from './testing/temporary-library'
import type { TemporaryLibrary } from './testing/temporary-library'

const STATEMENTS = `OAKMERE REPORTS

OSTERBY, Maine, March 3, 2007 -- Oakmere Looms, Inc. today announced its plans.

OUTLOOK

We expect to raise additional capital through an offering of shares next year.

We expect that the FDA will approve our application next year. Osterby is a small town.

We believe that competitors will sell similar products at lower prices.

      FORWARD-LOOKING STATEMENTS

This release contains forward-looking statements, identified by words such as
"expect" and "believe".
`

let library: TemporaryLibrary
let filing: FilingId
beforeEach(async () => {
  library = createTemporaryLibrary()
  filing = await library.add('oakmere.txt', STATEMENTS)
})
afterEach(async () => {
  await library.remove()
})

let token = 0
const found = async (query: string): Promise<readonly string[]> => {
  token += 1
  const { groups, total } = valueOf(
    await library.services.searcher.run({ token, query, folderId: null, limit: 10, hits: 50 }, () => undefined)
  )
  const snippets = groups.flatMap(({ hits }) => hits.map(({ snippet }) => snippet.replace(/\s+/g, ' ').slice(0, 30)))
  expect(total).toBe(snippets.length)
  return snippets
}
const decide = async (words: string, verdict: 'accepted' | 'rejected', risks: readonly string[] | null): Promise<void> => {
  const { forwardLooking, sentences } = valueOf(await library.services.reader.document(filing, 1))
  const sentence = sentences.find(({ id, text }) => text.includes(words) && forwardLooking.some((statement) => statement.sentence === id))
  if (!sentence) throw new Error(`no statement says ${words}`)
  valueOf(
    setDecision(library.services.library, { filingId: filing, kind: 'forward-looking', node: sentence.id,
      range: { start: sentence.start, end: sentence.end }, exact: sentence.text, verdict, risks })
  )
}

const CAPITAL = 'We expect to raise additional '
const APPROVAL = 'We expect that the FDA will ap'
const RIVALS = 'We believe that competitors wi'

it('a search by a risk alone finds the blocks that speak of it, in every filing', async () => {
  expect(await found('risk:financing ')).toEqual([CAPITAL])
  expect(await found('risk:regulatory ')).toEqual([APPROVAL])
  const other = await library.add('ashmere.txt', STATEMENTS.replaceAll('Oakmere', 'Ashmere'))
  expect(await found('risk:regulatory ')).toEqual([APPROVAL, APPROVAL])
  valueOf(library.services.reader.trash(other))
  expect(await found('risk:regulatory ')).toEqual([APPROVAL])
})

it('a risk narrows a search for words, and a risk that is not wanted takes blocks away', async () => {
  expect(await found('expect risk:financing ')).toEqual([CAPITAL])
  expect(await found('osterby risk:regulatory ')).toHaveLength(1)
  expect(await found('osterby ')).toHaveLength(2)
  expect(await found('expect risk:competition ')).toEqual([])
  expect(await found('"next year" -risk:financing ')).toEqual([APPROVAL])
  const without = await found('-risk:financing ')
  expect(without).not.toContain(CAPITAL)
  expect(without).toContain(APPROVAL)
  expect(await found('risk:financing -risk:regulatory ')).toEqual([CAPITAL])
})

it('a risk is looked for in one section or one kind of block where that is asked for', async () => {
  expect(await found('risk:financing section:outlook ')).toEqual([CAPITAL])
  expect(await found('risk:financing section:forward ')).toEqual([])
  expect(await found('risk:financing kind:heading ')).toEqual([])
  expect(await found('risk:financing kind:forward-looking ')).toEqual([CAPITAL])
})

it('what the analyst decided counts before what was suggested, and is undone', async () => {
  await decide('raise additional capital', 'accepted', ['competition'])
  expect(await found('risk:financing ')).toEqual([])
  expect([...await found('risk:competition ')].sort()).toEqual([RIVALS, CAPITAL].sort())
  await decide('competitors will sell', 'rejected', null)
  expect(await found('risk:competition ')).toEqual([CAPITAL])
  await decide('FDA will approve', 'accepted', [])
  expect(await found('risk:regulatory ')).toEqual([])
  for (let step = 0; step < 3; step += 1) valueOf(undo(library.services.library))
  expect([await found('risk:financing '), await found('risk:regulatory '), await found('risk:competition ')]).toEqual([[CAPITAL], [
    APPROVAL
  ], [RIVALS]])
})

it('a library of the version before has the same places as one that is stored now', () => {
  const { db } = library.services.library
  const rows = () => all(db, 'SELECT risk, block_key, node, document_key FROM risk_place ORDER BY risk, block_key, node')
  const stored = rows()
  expect(stored.length).toBeGreaterThan(2)
  run(db, 'DROP TABLE risk_place')
  db.pragma('user_version = 12')
  migrate(db, 13)
  expect(rows()).toEqual(stored)
})
