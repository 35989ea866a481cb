import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createAnalysisInPlace } from '../../services/analysis-thread'
import { addAnnotation } from '../../services/work/annotate'
import { createServices } from '../../services/create-services'
import type { ServiceOptions, Services } from '../../services/create-services'
import { addNote, saveNote } from '../../services/work/write-note'
import { getDocument } from '../../store/documents'
import { getFiling, listFilings } from '../../store/filings'
import { generateRelease } from '../generate-release'
import { furnish } from './furnish'
import { must } from './must'

/** What must be in a library, since it was acknowledged. `rev` is the least that the thing must have come to. */
export type Fact =
  | { readonly kind: 'filing'; readonly fileName: string }
  | { readonly kind: 'note'; readonly id: string; readonly rev: number; readonly text: string }
  | { readonly kind: 'highlight'; readonly id: string; readonly rev: number; readonly tag: string | null }
  | { readonly kind: 'words'; readonly fileName: string; readonly sha256: string }
  /** Words that some note begins with, typed in a window: those that stood beside the word “Saved”, or those that were 300 ms old. */
  | { readonly kind: 'typed'; readonly shown: 'saved' | 'old'; readonly text: string }
  | { readonly kind: 'link'; readonly older: string; readonly newer: string }

/** The hash of all that a reader is shown of a filing's first document; null where it cannot be shown. */
export const shownWords = async ({ reader }: Pick<Services, 'reader'>, filingId: string): Promise<string | null> => {
  const read = await reader.document(filingId, 1)
  if (!read.ok) return null
  return createHash('sha256').update(JSON.stringify(read.value.blocks.map(({ kind, text, ranges }) => [kind, text, ranges]))).digest('hex')
}

/** How a trial opens a library: in its own thread, with everything else as the app has it. */
export const optionsOf = (dataFolder: string): ServiceOptions => ({ dataFolder, analysis: createAnalysisInPlace(), samplePath: '',
  appVersion: '0', runtimeVersion: '0' })

/** How many filings a library of a trial begins with, and how many highlights and notes each has. */
export const GROUND = { filings: 6, each: 3 }

/** The text of one of a trial's filings; a bare few kilobytes, since a kill is to come between many acts. */
export const textOf = (number: number): string => generateRelease(6000, number + 1)

const workOn = (services: Services, filingId: string): readonly Fact[] => {
  const { library } = services
  const known = getDocument(library.db, filingId, 1)
  if (!known || !getFiling(library.db, filingId)) throw new Error('the filing is not there')
  return Array.from({ length: GROUND.each }, (_, at): readonly Fact[] => {
    const { id, rev, tagId } = must(
      addAnnotation(library, { filingId, tagId: 'risk', range: { start: at, end: at + 7 },
        quote: { exact: 'EXHIBIT'.slice(at), prefix: '', suffix: '' }, sectionPath: [] })
    )
    const note = must(addNote(library, filingId, { kind: 'annotation', annotationId: id }))
    const text = `Words on ${filingId}, ${String(at)}.`
    const saved = must(saveNote(library, { id: note.id, rev: note.rev, body: JSON.stringify({ text }), text }))
    return [{ kind: 'highlight', id, rev, tag: tagId }, { kind: 'note', id: note.id, rev: saved.rev, text }]
  }).flat()
}

/** Makes the library that every trial begins with: filings, highlights, notes, one backup, and work done after it. */
export const layGround = async (dataFolder: string, inbox: string): Promise<readonly Fact[]> => {
  mkdirSync(inbox, { recursive: true })
  const services = must(createServices(optionsOf(dataFolder)))
  const facts: Fact[] = []
  for (let number = 0; number < GROUND.filings; number += 1) {
    const fileName = `release-${String(number)}.txt`
    writeFileSync(join(inbox, fileName), textOf(number))
    const { filingId } = must(await services.importer.importFile(join(inbox, fileName)))
    facts.push({ kind: 'filing', fileName }, { kind: 'words', fileName, sha256: await shownWords(services, filingId) ?? '' },
      ...workOn(services, filingId))
    if (number === Math.floor(GROUND.filings / 2)) must(await services.backup.makeNow())
  }
  const [newer, older] = listFilings(services.library.db, false)
  must(await services.versions.link(older?.id ?? '', newer?.id ?? '', 'family'))
  facts.push({ kind: 'link', older: older?.id ?? '', newer: newer?.id ?? '' })
  await furnish(services, inbox)
  await services.close()
  return facts
}
