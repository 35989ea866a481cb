import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { printableFile, printableOf } from './export-filing'
import { saveRisk } from '../work/risks'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'

let library: TemporaryLibrary
beforeEach(() => {
  library = createTemporaryLibrary()
})
afterEach(() => library.remove())

it('prints a file from the command line with the names that the analyst gave to risks', async () => {
  await library.add('release.txt',
    RELEASE.replace('We expect to file an application later this year.',
      'We believe that our next clinical trial may fail to show that the patch is effective.'))
  const risks = valueOf(saveRisk(library.services.library, { id: 'clinical_efficacy', label: 'Trials that fail', group: 'development' }))
  expect(risks.map(({ label }) => label)).toContain('Trials that fail')
  const printed = valueOf(await printableFile(join(library.folder, 'release.txt'), join(library.folder, 'data'), '0.0.0'))
  expect(printed.html).toContain('<span class="risk">Trials that fail</span>')
  expect(printed.html).not.toContain('<span class="risk">Clinical efficacy')
})

const EXPORT = { sequence: 1, path: null, overwrite: false } as const

it('refuses to lay out a text of too many blocks, and prints the lists alone', async () => {
  const lines = Array.from({ length: 41_000 }, (_, at) => `${String(at)}  felt sold`).join('\n\n')
  const filingId = await library.add('lines.txt', `ORRIN VALE FELT INC\n\n${lines}\n`)
  const include = { text: true, highlights: true, notes: true, suggestions: 'all', comments: true, paper: 'letter' } as const
  const refused = await printableOf(library.services, { ...EXPORT, filingId, include })
  expect(refused).toMatchObject({ ok: false, failure: { code: 'export-failed', file: 'lines.txt' } })
  const lists = valueOf(await printableOf(library.services, { ...EXPORT, filingId, include: { ...include, text: false } }))
  expect(lists.html.length).toBeLessThan(20_000)
}, 60_000)
