import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { printableFile } from './export-filing'
import { saveRisk } from '../work/risks'
import { createTemporaryLibrary, RELEASE, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'

let library: TemporaryLibrary
beforeEach(() => {
  library = createTemporaryLibrary()
})
afterEach(() => library.remove())

it('prints a file from the command line with the names that the analyst gave to risks', async () => {
  await library.add('release.txt', RELEASE)
  const risks = valueOf(saveRisk(library.services.library, { id: 'clinical_efficacy', label: 'Trials that fail', group: 'development' }))
  expect(risks.map(({ label }) => label)).toContain('Trials that fail')
  const printed = valueOf(await printableFile(join(library.folder, 'release.txt'), join(library.folder, 'data'), '0.0.0'))
  expect(printed.html).toContain('<span class="risk">Trials that fail</span>')
  expect(printed.html).not.toContain('<span class="risk">Clinical efficacy')
})
