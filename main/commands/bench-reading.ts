import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FilingDocument } from '#contract/filing'
import { createAnchorText, sectionPathAt, sourceOf } from '../domain/anchor/anchor-text'
import type { AnchorText } from '../domain/anchor/anchor-text'
import { foldForSearch } from '../domain/search/search-text'
import { createAnalysisInPlace } from '../services/analysis-thread'
import { createServices } from '../services/create-services'
import type { Services } from '../services/create-services'
import { putAnnotation } from '../store/annotations'
import { transact } from '../store/sql'
import { listTags } from '../store/tags'
import { generateReport } from './generate-filing'

/** How many highlights the filing is given. */
const MARKS = 10_000

/** The size of the generated filing where none is named, in characters: a large annual report. */
export const REPORT_CHARACTERS = 4_160_000

/** Code units of context kept on either side of a quote, as the reader keeps them. */
const CONTEXT = 64

/** A stretch of whole words from about `at` on, of 20 to 120 code units by `n`. */
const stretchAt = (text: string, at: number, n: number): { readonly start: number; readonly end: number } => {
  const start = text.indexOf(' ', at) + 1
  const end = text.indexOf(' ', start + 20 + (n * 37) % 100)
  return { start, end: end < 0 ? text.length : end }
}

const addMarks = (services: Services, filingId: string, anchors: AnchorText): void => {
  const { db, newId, clock } = services.library
  const tags = listTags(db)
  const { text } = anchors
  transact(db, () => {
    for (let n = 0; n < MARKS; n += 1) {
      const { start, end } = stretchAt(text, Math.floor((n * (text.length - 400)) / MARKS), n)
      const position = sourceOf(anchors, start, end)
      if (!position) continue
      const exact = text.slice(start, end)
      putAnnotation(db, {
        id: newId(),
        filingId,
        tagId: tags[n % tags.length]?.id ?? null,
        verdict: 'intact',
        createdAt: clock(),
        modifiedAt: clock(),
        rev: 1,
        selectors: {
          position,
          quote: { exact, prefix: text.slice(Math.max(0, start - CONTEXT), start), suffix: text.slice(end, end + CONTEXT) },
          sectionPath: sectionPathAt(anchors, position.start),
          textSha256: anchors.textSha256,
          parserVersion: 1
        }
      }, foldForSearch(exact))
    }
  })
}

/** What the window's bench is told of the library that was made for it. */
export interface PreparedReading {
  readonly file: string
  readonly marks: number
}

/**
 * Makes two libraries in a folder, `plain` and `marked`, each with one large filing: that at the path, or a generated one of its
 * size. In `marked` it carries ten thousand highlights.
 */
export const prepareReading = async (folder: string, path: string | null): Promise<PreparedReading> => {
  const file = path ?? join(folder, 'report.html')
  if (path === null) writeFileSync(file, generateReport(REPORT_CHARACTERS, 5))
  for (const name of ['plain', 'marked']) {
    const made = createServices({ dataFolder: join(folder, name), analysis: createAnalysisInPlace(), samplePath: '', appVersion: '0',
      runtimeVersion: process.version })
    if (!made.ok) throw new Error(made.failure.message)
    const services = made.value
    const outcome = await services.importer.importFile(file)
    if (!outcome.ok) throw new Error(outcome.failure.message)
    const { filingId } = outcome.value
    const opened = services.reader.open(filingId)
    if (!opened.ok) throw new Error(opened.failure.message)
    const content = await services.reader.document(filingId, opened.value.current)
    if (!content.ok) throw new Error(content.failure.message)
    const document: FilingDocument = content.value
    if (name === 'marked')
      addMarks(services, filingId, createAnchorText(document.blocks, document.sections, opened.value.filing.textSha256))
    await services.close()
  }
  return { file, marks: MARKS }
}
