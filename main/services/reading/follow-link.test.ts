import { afterEach, beforeEach, expect, it } from 'vitest'
import { deepLinkOf } from '#model/deep-link'
import { getFiling, setTrashed } from '../../store/filings'
import { createTemporaryLibrary, RELEASE } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'
import { followLink } from './follow-link'

let library: TemporaryLibrary
beforeEach(() => {
  library = createTemporaryLibrary()
})
afterEach(() => library.remove())

const follow = (link: string) => followLink(library.services.library.db, link)

it('leads to the words of the filing with the hash, and to nothing else', async () => {
  const filingId = await library.add('release.txt', RELEASE)
  const sha256 = getFiling(library.services.library.db, filingId)?.sha256 ?? ''
  const link = deepLinkOf(sha256, 1, { start: 20, end: 40 }, 'The Company said')
  expect(follow(link)).toEqual({ ok: true, value: { filingId, sequence: 1, range: { start: 20, end: 40 } } })
  expect(follow(link.replace(sha256.slice(0, 16), '0000000000000000'))).toMatchObject({ ok: false,
    failure: { code: 'not-found', place: '“The Company said”' } })
  setTrashed(library.services.library.db, filingId, '2026-01-05T09:00:00.000Z')
  expect(follow(link)).toMatchObject({ ok: false, failure: { message: expect.stringContaining('in the trash') } })
})

it.each(['redwell-open:', 'redwell-open:1/../../etc/passwd', 'redwell-open:2/0000000000000000/1/0-1',
  'redwell-open:1/000000000000000%/1/0-1', 'redwell-open:1/0000000000000000/1/9-1', 'redwell-open:1/0000000000000000/1/0-1#%',
  `redwell-open:1/0000000000000000/1/0-1#${'a'.repeat(3000)}`, 'redwell-open:--export=/tmp/x',
  'redwell-open:1/0000000000000000/1/0-1?import=/etc/passwd'])('refuses %s in plain words', (link) => {
    expect(follow(link)).toMatchObject({ ok: false,
      failure: { code: 'invalid-request', message: expect.stringContaining('none of Redwell') } })
  })
