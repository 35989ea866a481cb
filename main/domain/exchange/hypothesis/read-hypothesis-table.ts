import type { IncomingItem, IncomingTarget, MalformedItem } from '../incoming'
import { namesOfCell, timeOfCell } from '../tables/incoming-table'
import type { TableRow } from '../tables/incoming-table'
import { hintOfAddress } from './read-hypothesis'

/** What a note says that answered another one: the table does not tell which. */
export const LOOSE_ANSWER = '(An answer. The file does not say to which note.)'

/** Whether the headings are those of the CSV export of the Hypothesis client, of its older or its newer form. */
export const isHypothesisTable = (headings: readonly string[]): boolean =>
  ['url', 'group', 'quote'].every((heading) => headings.includes(heading)) &&
  (headings.includes('annotation/reply type') || headings.includes('type'))

/**
 * Reads one row of the CSV export of the Hypothesis client. It has no names of its own and only words to place it by; an answer names no
 * note, so it becomes a note on the filing that says so.
 */
export const readHypothesisRow = ({ place, raw, cell }: TableRow): IncomingItem | MalformedItem => {
  const uri = cell('url')
  const exact = cell('quote')
  const words = cell('comment', 'body')
  const isAnswer = cell('annotation/reply type', 'type').toLowerCase() === 'reply'
  if (uri === '') return { kind: 'malformed', place, raw, reason: 'It does not say which page it is on.' }
  if (words === '' && (exact === '' || isAnswer)) return { kind: 'malformed', place, raw, reason: 'It holds neither a quote nor a note.' }
  const target: IncomingTarget = exact === '' || isAnswer
    ? { kind: 'filing' }
    : { kind: 'words', quote: { exact, prefix: '', suffix: '' }, at: null, source: null }
  const name = cell('author', 'user').replace(/^acct:/, '')
  const author = name === '' ? null : { name, libraryId: null }
  const createdAt = timeOfCell(cell('created at', 'creation date'))
  const text = isAnswer ? `${LOOSE_ANSWER}\n${words}` : words
  return {
    kind: 'item',
    place,
    raw,
    system: 'hypothesis',
    name: null,
    filing: hintOfAddress(uri),
    target,
    author,
    tags: namesOfCell(cell('tags')),
    sectionPath: [],
    notes: words === ''
      ? []
      : [{ name: null, author, body: null, text, status: 'none', owner: null, dueAt: null, createdAt, modifiedAt: createdAt }],
    createdAt,
    modifiedAt: createdAt
  }
}
