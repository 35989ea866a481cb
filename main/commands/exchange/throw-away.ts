import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { bodyOfText } from '#model/note-body'
import { createAnalysisInPlace } from '../../services/analysis-thread'
import { createServices } from '../../services/create-services'
import type { Services } from '../../services/create-services'
import { setSettings } from '../../services/settings'
import { addNote } from '../../services/work/write-note'
import { must } from '../trial/must'
import { makeMarks, spreadMarks, trapMarks } from './sample-work'
import { TRAPS, trapsFile } from './traps'

/** A library that is gone when it was used, with one filing in it. */
export interface ThrowAway {
  readonly services: Services
  readonly filingId: string
  readonly remove: () => Promise<void>
}

/** The clock of a library that is thrown away counts from here, so that two runs make the same work. */
const BEGINNING = Date.UTC(2026, 0, 5, 9)

const openIn = (folder: string): Services => {
  let now = BEGINNING
  let ids = 0
  return must(
    createServices({ dataFolder: join(folder, 'data'), analysis: createAnalysisInPlace(), samplePath: '', appVersion: '0.1.0',
      runtimeVersion: '0', clock: () => new Date(now += 1000).toISOString(),
      newId: () => `00000000-0000-4000-8000-${String(ids += 1).padStart(12, '0')}` })
  )
}

/** Makes a library, takes a file with all its documents into it, and works on it: the fixture `T1`, or any file with `marks` marks. */
export const makeThrowAway = async (source: string, marks: number): Promise<ThrowAway> => {
  const folder = mkdtempSync(join(tmpdir(), 'redwell-exchange-'))
  const services = openIn(folder)
  await services.recovered
  const remove = async (): Promise<void> => {
    await services.close()
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const path = source === TRAPS ? join(folder, 'T1.html') : resolve(source)
    if (source === TRAPS) writeFileSync(path, trapsFile())
    const { filingId } = must(await services.importer.importFile(path))
    services.reading.start()
    await services.reading.idle()
    must(setSettings(services.library, { author: source === TRAPS ? `O'Neil, "Bo"` : 'A. Lyst' }))
    const document = must(await services.reader.document(filingId, 1))
    makeMarks(services, filingId, document, source === TRAPS ? trapMarks(document) : spreadMarks(document, marks))
    const [section] = document.sections
    const text = 'Ask counsel about the whole of it.'
    must(addNote(services.library, filingId, { kind: 'filing' }, { body: bodyOfText(text), text }))
    if (section)
      must(
        addNote(services.library, filingId, { kind: 'section', sectionId: section.id, title: section.title }, {
          body: bodyOfText('On the section.'),
          text: 'On the section.'
        })
      )
    return { services, filingId, remove }
  } catch (error) {
    await remove()
    throw error
  }
}
