import { afterEach, beforeEach, expect, it } from 'vitest'
import type { FilingSummary } from '#contract/library'
import { redo, undo } from '../history/history'
import { listFilings } from '../reading/list-filings'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'
import { describeFilings } from './write-details'

let library: TemporaryLibrary
let first: string
let second: string
beforeEach(async () => {
  library = createTemporaryLibrary()
  first = await library.add('first.txt', RELEASE)
  second = await library.add('second.txt', `${RELEASE} again`)
})
afterEach(async () => {
  await library.remove()
})

const context = () => library.services.library

const one = (id: string): FilingSummary => {
  const found = valueOf(listFilings(context(), false)).find((filing) => filing.id === id)
  if (!found) throw new Error('not listed')
  return found
}

it('shows what is written by hand in place of the header, and the header again where it is taken back', () => {
  const { title, company } = one(first)
  expect(one(first)).toMatchObject({ exhibit: 'EX-99.1', form: null, described: false })
  const [described] = valueOf(
    describeFilings(context(), [first], { form: '8-K', company: 'Harrow Ridge', filedAt: '2007-03-05', period: '2006-12-31' })
  )
  expect(described).toEqual(one(first))
  expect(one(first)).toMatchObject({ title, form: '8-K', company: 'Harrow Ridge', filedAt: '2007-03-05', period: '2006-12-31',
    exhibit: 'EX-99.1', described: true })
  valueOf(describeFilings(context(), [first], { company: null, form: null }))
  expect(one(first)).toMatchObject({ company, form: null, filedAt: '2007-03-05', described: true })
  valueOf(describeFilings(context(), [first], { filedAt: null, period: null }))
  expect(one(first)).toMatchObject({ title, company, form: null, filedAt: '2007-03-03', period: '2007-03-03', described: false })
})

it('does not take the header’s own word for one written by hand', () => {
  const { title } = one(first)
  valueOf(describeFilings(context(), [first], { title }))
  expect(one(first).described).toBe(false)
})

it('describes many filings as one step that is undone and made again, also after a restart', async () => {
  const before = [one(first), one(second)]
  valueOf(describeFilings(context(), [first, second], { company: 'Harrow Ridge Therapeutics' }))
  valueOf(describeFilings(context(), [second], { company: 'Another', title: 'A title' }))
  const after = [one(first), one(second)]
  library = await library.reopen()
  expect(valueOf(undo(context())).label).toBe('Edit details')
  expect(one(second)).toMatchObject({ company: 'Harrow Ridge Therapeutics', title: before[1]?.title })
  expect(valueOf(undo(context())).label).toBe('Edit details of 2 filings')
  expect([one(first), one(second)]).toEqual(before)
  library = await library.reopen()
  valueOf(redo(context()))
  valueOf(redo(context()))
  expect([one(first), one(second)]).toEqual(after)
})

it('comes back from the journal, and knows the header’s words then too', async () => {
  const header = one(first)
  valueOf(describeFilings(context(), [first], { company: 'Harrow Ridge', exhibit: 'EX-99.2' }))
  library = await library.rebuild()
  expect(one(first)).toMatchObject({ company: 'Harrow Ridge', exhibit: 'EX-99.2', described: true })
  valueOf(describeFilings(context(), [first], { company: null, exhibit: null }))
  expect(one(first)).toMatchObject({ company: header.company, exhibit: header.exhibit, described: false })
})

it('changes nothing where one of the filings is gone, or nothing is new', () => {
  expect(describeFilings(context(), [first, 'none'], { form: '8-K' })).toMatchObject({ ok: false, failure: { code: 'not-found' } })
  expect(one(first).form).toBeNull()
  valueOf(describeFilings(context(), [first], { form: null }))
  expect(valueOf(undo(context())).label).toBe('Import second.txt')
})
