import { randomUUID } from 'node:crypto'
import type { WorkScope } from '#contract/exchange'
import { bodyOfText } from '#model/note-body'
import { setSettings } from '../../../settings'
import { createTemporaryLibrary, valueOf } from '../../../testing/temporary-library'
import type { TemporaryLibrary } from '../../../testing/temporary-library'
import { draftOn } from '../../../testing/version-fixture'
import { addAnnotation } from '../../../work/annotate'
import { setDecision } from '../../../work/decide'
import { addReply, libraryIdOf } from '../../../work/people'
import { addNote, setNoteStatus } from '../../../work/write-note'
import { runTask } from '../../exchange-task'

/** A release in HTML, in windows-1252, with a word beyond the plane, a table and look-alike sentences. */
export const FINDINGS = Buffer.from([
  '<html><body>',
  '<h1>Tarn Valley Instruments &amp; Co. reports &#128578;</h1>',
  '<p>TARN, Ohio, May 4, 2009 -- The company said its \x93second\x94 gauge met the primary endpoint with p=0.003.</p>',
  '<p>First finding. The difference was significant.</p>',
  '<p>Second finding. The difference was significant.</p>',
  '<table><tr><td>Sales</td><td>(63)</td></tr><tr><td>Costs</td><td>12</td></tr></table>',
  '<p>We expect to file an application later this year, caf\xe9 and all.</p>',
  '</body></html>'
].join('\r\n'), 'latin1')

/** Another one, as text. */
export const GAUGES = `EXHIBIT 99.1

              TARN VALLEY SETS OUT ITS PLAN FOR GAUGES

TARN, Ohio, June 8, 2009 -- Tarn Valley Instruments, Inc. today set out its plan.
The company believes that the plan may lower its costs by 12% in 2010.

Nothing of the earlier guidance was changed, the company said.
`

/** A library of somebody's own: its ids are random, as those of two libraries are. */
export const createOwnLibrary = async (author: string): Promise<TemporaryLibrary> => {
  const library = createTemporaryLibrary({ newId: randomUUID })
  await library.services.recovered
  valueOf(setSettings(library.services.library, { author }))
  libraryIdOf(library.services.library)
  return library
}

/** Makes a highlight with a note on words of a filing; answers the id of the note. */
export const noteOn = async (library: TemporaryLibrary, filingId: string, words: string, text: string, nth = 0,
  tagId: string | null = 'risk'): Promise<string> => {
  const context = library.services.library
  const mark = valueOf(addAnnotation(context, { ...await draftOn(library, filingId, words, nth), tagId }))
  return valueOf(addNote(context, filingId, { kind: 'annotation', annotationId: mark.id }, { body: bodyOfText(text), text })).id
}

/** Two filings with work of every kind on them; answers their ids. */
export const doWork = async (library: TemporaryLibrary): Promise<readonly string[]> => {
  const { services } = library
  const context = services.library
  const first = valueOf(await services.importer.importFile(library.write('findings.htm', FINDINGS))).filingId
  const second = await library.add('gauges.txt', GAUGES)
  const asked = await noteOn(library, first, 'second', '=1+1 is no formula \u{1f9ea}')
  valueOf(setNoteStatus(context, { id: asked, rev: 1, status: 'open', owner: 'O\u2019Neil, "Bo"', dueAt: '2026-12-05' }))
  valueOf(addReply(context, asked, { body: bodyOfText('No.'), text: 'No.' }))
  await noteOn(library, first, 'The difference was significant', 'Which one?', 1, null)
  await noteOn(library, second, 'may lower its costs by 12%', 'On which base?')
  const text = 'On the whole'
  valueOf(addNote(context, second, { kind: 'filing' }, { body: bodyOfText(text), text }))
  const document = valueOf(await services.reader.document(first, 1))
  const [statement] = document.forwardLooking
  const sentence = document.sentences.find(({ id }) => id === statement?.sentence)
  if (!statement || !sentence) throw new Error('the fixture has no statement')
  valueOf(
    setDecision(context, { filingId: first, kind: 'forward-looking', node: statement.sentence,
      range: { start: sentence.start, end: sentence.end }, exact: sentence.text, verdict: 'accepted', risks: null })
  )
  return [first, second]
}

/** All work on some filings. */
export const scopeOf = (filingIds: readonly string[]): WorkScope => ({ filingIds, suggestions: 'accepted' })

/** Packs some filings of a library. */
export const packOf = async ({ services: { library } }: TemporaryLibrary, filingIds: readonly string[], key: string | null = null,
  name = 'Tarn Valley'): Promise<Uint8Array> => {
  const answer = valueOf(
    await runTask(library.db, library.folder, { kind: 'pack', scope: scopeOf(filingIds), name, printed: [], without: [], key,
      appVersion: '0.0.0' }, () => undefined)
  )
  if (answer.kind !== 'written') throw new Error('nothing was written')
  return answer.files[0]?.bytes ?? new Uint8Array()
}
