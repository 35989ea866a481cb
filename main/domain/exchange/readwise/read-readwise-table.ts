import { hintOfAddress } from '../hypothesis/read-hypothesis'
import { NO_HINT } from '../incoming'
import type { IncomingItem, IncomingTarget, MalformedItem } from '../incoming'
import { namesOfCell, timeOfCell } from '../tables/incoming-table'
import type { TableRow } from '../tables/incoming-table'

/** Whether the headings are those of the CSV that Readwise writes, or of the one that it takes in. */
export const isReadwiseTable = (headings: readonly string[]): boolean =>
  headings.includes('highlight') && headings.includes('note') && (headings.includes('book title') || headings.includes('title'))

const LEADING_TAG = /^\s*\.(\p{L}[\p{L}\p{N}_-]{0,99})(?=\s|$)/u

/** Readwise takes words with a point before them, at the beginning of a note, for its tags. */
const splitNote = (note: string): { readonly tags: readonly string[]; readonly text: string } => {
  const tags: string[] = []
  let text = note
  for (let found = LEADING_TAG.exec(text); found; found = LEADING_TAG.exec(text)) {
    tags.push(found[1] ?? '')
    text = text.slice(found[0].length)
  }
  return { tags, text: text.trim() }
}

/** Reads one row of a table of Readwise: its filing is told by an address, or by its whole title. It has no names of its own. */
export const readReadwiseRow = ({ place, raw, cell }: TableRow): IncomingItem | MalformedItem => {
  const uri = cell('url')
  const title = cell('book title', 'title')
  const exact = cell('highlight')
  const { tags, text } = splitNote(cell('note'))
  if (uri === '' && title === '') return { kind: 'malformed', place, raw, reason: 'It does not say which text it is from.' }
  if (exact === '' && text === '') return { kind: 'malformed', place, raw, reason: 'It holds neither a quote nor a note.' }
  const target: IncomingTarget = exact === ''
    ? { kind: 'filing' }
    : { kind: 'words', quote: { exact, prefix: '', suffix: '' }, at: null, source: null }
  const createdAt = timeOfCell(cell('highlighted at', 'date'))
  return {
    kind: 'item',
    place,
    raw,
    system: 'readwise',
    name: null,
    filing: { ...uri === '' ? { ...NO_HINT, fileName: title } : hintOfAddress(uri), title },
    target,
    author: null,
    tags: [...tags, ...namesOfCell(cell('tags'))],
    sectionPath: [],
    notes: text === ''
      ? []
      : [{ name: null, author: null, body: null, text, status: 'none', owner: null, dueAt: null, createdAt, modifiedAt: createdAt }],
    createdAt,
    modifiedAt: createdAt
  }
}
