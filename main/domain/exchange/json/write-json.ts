import type { WorkDocument } from '../work-document'
import type { WorkWriter } from '../written-file'

/** What a file of our own says it is, and the number of its form: fields are added to a form, never renamed. */
export const JSON_FORMAT = 'redwell-export'

/** The form that is written; a file of a higher one is refused. */
export const JSON_SCHEMA = 1

type WorkText = WorkDocument['filings'][number]['texts'][number]

/**
 * The work as an object of our own JSON, in one order of its keys. `textOf` gives what stands for the text of a document: the text itself,
 * or nothing where it lies beside the file.
 */
export const jsonOf = (work: WorkDocument, textOf: (filing: WorkDocument['filings'][number], text: WorkText) => string,
  onWritten: (done: number, total: number) => void): object => {
  const { libraryId, appVersion, asOf, history, filter, counts, leftOut, people, tags, risks } = work
  const filings = work.filings.map((filing, at) => {
    onWritten(at + 1, work.filings.length)
    const texts = filing.texts.map((text) => {
      const { sequence, type, filename, description, format, findings, statements, figures } = text
      return { sequence, type, filename, description, format, text: textOf(filing, text), findings, statements, figures }
    })
    return { ...filing, texts }
  })
  return { format: JSON_FORMAT, schema: JSON_SCHEMA, unit: 'utf16', libraryId, appVersion, asOf, history, filter, counts, leftOut, people,
    tags, risks, filings }
}

/**
 * Writes the work as our own JSON, which loses nothing that was made: bodies, earlier words, places in other versions, decisions, reviews,
 * answers and names elsewhere, with the text of each document that ranges count in, in UTF-16 code units. One file.
 */
export const writeJson: WorkWriter = (work, _options, onWritten) => {
  const whole = jsonOf(work, (_filing, { stream }) => stream.text, onWritten)
  return [{ path: 'redwell-export.json', content: `${JSON.stringify(whole, null, 1)}\n` }]
}
