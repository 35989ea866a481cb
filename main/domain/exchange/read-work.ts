import { isHypothesis, readHypothesis } from './hypothesis/read-hypothesis'
import { isHypothesisTable, readHypothesisRow } from './hypothesis/read-hypothesis-table'
import type { IncomingWork, RefusedWork } from './incoming'
import { isOwnJson, readOwnJson } from './json/read-own-json'
import { listOf, MOST_ITEMS, MOST_JSON, objectOf, readForeignJson } from './read-json'
import { isReadwiseTable, readReadwiseRow } from './readwise/read-readwise-table'
import { headingsOf, readTable } from './tables/incoming-table'
import { isOwnTable, readOwnRow } from './tables/read-own-table'
import { annotationsIn, isW3c, readAnnotation } from './w3c/read-w3c'
import { isZotero, readZotero } from './zotero/read-zotero'

const HTML = /^\s{0,100}<(?:!doctype|html)/i

const tooMany = (count: number): RefusedWork | null =>
  count <= MOST_ITEMS ? null : {
    refused: `The file holds ${count.toLocaleString('en')} items; ${MOST_ITEMS.toLocaleString('en')} are read at most.`,
    remedy: 'Export fewer filings at a time.'
  }

/** The work of a table of text; null where its headings are of no table that is known. */
const readKnownTable = (text: string): IncomingWork | RefusedWork | null => {
  if (text.length > MOST_JSON) return null
  const headings = headingsOf(text)
  const known = isHypothesisTable(headings)
    ? { format: 'hypothesis' as const, read: readHypothesisRow }
    : isOwnTable(headings)
    ? { format: 'redwell-csv' as const, read: readOwnRow }
    : isReadwiseTable(headings)
    ? { format: 'readwise' as const, read: readReadwiseRow }
    : null
  if (!known) return null
  const items = readTable(text, known.read)
  return 'refused' in items ? items : { format: known.format, items }
}

/** Reads the text of a file, whatever its name says: judged by its content. Nothing it points to is fetched, and it never throws. */
export const readWork = (text: string): IncomingWork | RefusedWork => {
  if (HTML.test(text.slice(0, 200)))
    return { refused: 'This is a web page, which holds no annotations that can be read back.',
      remedy: 'Export as JSON where it came from.' }
  const table = readKnownTable(text)
  if (table) return table
  const read = readForeignJson(text)
  if ('refused' in read) return read
  const { value } = read
  if (isOwnJson(value)) {
    const items = readOwnJson(value)
    return 'refused' in items ? items : tooMany(items.length) ?? { format: 'redwell-json', items }
  }
  if (isHypothesis(value)) {
    const all = listOf(objectOf(value)?.['annotations'])
    return tooMany(all.length) ?? { format: 'hypothesis', items: all.map(readHypothesis) }
  }
  if (isZotero(value)) {
    const items = readZotero(value)
    return tooMany(items.length) ?? { format: 'zotero', items }
  }
  if (isW3c(value)) {
    const all = annotationsIn(value)
    return tooMany(all.length) ?? { format: 'w3c', items: all.map(readAnnotation) }
  }
  return { refused: 'This file is none that Redwell reads.',
    remedy:
      'It reads its own JSON and CSV, W3C Web Annotations, the JSON or CSV of Hypothesis, the CSV of Readwise, and the JSON of Zotero.' }
}
