import { afterEach, beforeEach, expect, it } from 'vitest'
import { createTemporaryLibrary, valueOf } from '../testing/temporary-library'
import type { TemporaryLibrary } from '../testing/temporary-library'
import { describeFilings } from '../work/write-details'

let library: TemporaryLibrary
beforeEach(() => {
  library = createTemporaryLibrary()
})
afterEach(async () => {
  await library.remove()
})

const SUBJECTS = ['looms', 'dyes', 'spindles', 'weavers', 'bobbins', 'shuttles', 'mills', 'fibres', 'yarns', 'patterns']

/** A release of ten sentences, of which `kept` stand in every release of the company. */
const release = (company: string, day: string, kept: number, own: string): string =>
  `EXHIBIT 99.1

              ${company.toUpperCase()} TELLS OF ITS WORK

ASHBY, Mass., ${day} -- ${company} (NYSE: LKM) today told of its work.

${
    SUBJECTS.map((subject, at) =>
      at < kept
        ? `We believe that the ${subject} of our house are as good as any others.`
        : `In the ${own} our ${subject} were told apart by hand.`
    ).join('\n\n')
  }
`

const offeredTo = async (id: string): Promise<readonly string[]> =>
  valueOf(await library.services.versions.candidates(id)).map(({ filing, why, relation }) => `${filing.fileName} ${relation}: ${why}`)

it('offers no release of another quarter for a later version, though most of its sentences and its file name are the same', async () => {
  await library.add('ex991.txt', release('Larkspur Looms, Inc.', 'April 26, 2006', 7, 'first quarter'))
  const second = await library.add('ex991-2.txt', release('Larkspur Looms, Inc.', 'July 27, 2006', 7, 'second quarter'))
  const [, third] = [second, await library.add('ex991 (1).txt', release('Larkspur Looms, Inc.', 'October 26, 2006', 7, 'third quarter'))]
  expect(await offeredTo(second)).toEqual([])
  expect(await offeredTo(third)).toEqual([])
})

it('offers one of the same day, however the company is written', async () => {
  await library.add('one.txt', release('Larkspur Looms', 'April 26, 2006', 6, 'first quarter'))
  const corrected = await library.add('two.txt', release('Larkspur Looms, Inc.', 'April 26, 2006', 6, 'corrected quarter'))
  expect(await offeredTo(corrected)).toEqual([expect.stringMatching(/^one\.txt older: Same company, \d\d % of the sentences$/)])
})

it('offers one of which nearly all is the same, whatever its day', async () => {
  await library.add('one.txt', release('Larkspur Looms, Inc.', 'April 26, 2006', 10, ''))
  const again = await library.add('two.txt', release('Larkspur Looms, Inc.', 'April 27, 2006', 10, ''))
  expect(await offeredTo(again)).toEqual([expect.stringMatching(/^one\.txt older: Same company, \d+ % of the sentences$/)])
})

it('offers an amendment, where the two days do not speak against it', async () => {
  const first = await library.add('one.txt', release('Larkspur Looms, Inc.', 'April 26, 2006', 6, 'first quarter'))
  const amended = await library.add('two.txt', release('Larkspur Looms, Inc.', 'May 9, 2006', 6, 'corrected quarter'))
  expect(await offeredTo(amended)).toEqual([])
  valueOf(describeFilings(library.services.library, [first], { form: '10-Q', period: '2006-03-31' }))
  valueOf(describeFilings(library.services.library, [amended], { form: '10-Q/A', period: '2006-03-31' }))
  expect(await offeredTo(amended)).toEqual([expect.stringMatching(/^one\.txt older: One amends the other/)])
})
