import type { WorkDocument } from '../work-document'
import type { WorkWriter } from '../written-file'

/** What a file of our own says it is, and the number of its form: fields are added to a form, never renamed. */
export const JSON_FORMAT = 'redwell-export'

/** The form that is written; a file of a higher one is refused. */
export const JSON_SCHEMA = 1

const textsOf = (filing: WorkDocument['filings'][number]): object[] =>
  filing.texts.map(({ sequence, type, filename, description, format, stream, findings, statements, figures }) => ({ sequence, type,
    filename, description, format, text: stream.text, findings, statements, figures })
  )

/**
 * Writes the work as our own JSON, which loses nothing that was made: bodies, earlier words, places in other versions, decisions, reviews,
 * answers and names elsewhere, with the text of each document that ranges count in, in UTF-16 code units. One file.
 */
export const writeJson: WorkWriter = (work, _options, onWritten) => {
  const { libraryId, appVersion, asOf, filter, counts, leftOut, people, tags, risks } = work
  const filings = work.filings.map((filing, at) => {
    onWritten(at + 1, work.filings.length)
    return { ...filing, texts: textsOf(filing) }
  })
  const whole = { format: JSON_FORMAT, schema: JSON_SCHEMA, unit: 'utf16', libraryId, appVersion, asOf, filter, counts, leftOut, people,
    tags, risks, filings }
  return [{ path: 'redwell-export.json', content: `${JSON.stringify(whole, null, 1)}\n` }]
}
