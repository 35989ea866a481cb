import type { NoteStatus } from '#contract/note'
import { withoutGuard } from '#model/csv'
import { STATUS_LABELS } from '../../export/label-words'
import { NO_HINT } from '../incoming'
import type { IncomingItem, IncomingNote, IncomingTarget, MalformedItem } from '../incoming'
import { timeOfCell, type TableRow } from './incoming-table'

/** What rows of our own tables are named in: by the sign of their note. */
export const OWN_TABLE = 'redwell-csv'

/** Whether the headings are those of our own table of marks and notes, or of questions. */
export const isOwnTable = (headings: readonly string[]): boolean =>
  headings.includes('token') && headings.includes('sha-256 of the file') && (headings.includes('note') || headings.includes('question'))

const STATUS: ReadonlyMap<string, NoteStatus> = new Map(
  (Object.keys(STATUS_LABELS) as readonly NoteStatus[]).map((status) => [STATUS_LABELS[status], status])
)

const orNull = (cell: string): string | null => cell === '' ? null : cell

const targetOf = (kind: string, quote: string, section: string): IncomingTarget => {
  if (kind === 'Section') return { kind: 'section', title: quote === '' ? section.split(' › ').at(-1) ?? '' : quote }
  return kind === 'Filing' || quote === '' ?
    { kind: 'filing' } :
    { kind: 'words', quote: { exact: quote, prefix: '', suffix: '' }, at: null, source: null }
}

/** Reads one row of our own table of marks and notes, or of questions. Answers, dates of asking and links are not read back. */
export const readOwnRow = ({ place, raw, cell }: TableRow): IncomingItem | MalformedItem => {
  const said = (...headings: readonly string[]): string => withoutGuard(cell(...headings))
  const sha256 = cell('sha-256 of the file')
  const text = said('note', 'question')
  const quote = said('quote')
  if (!/^[0-9a-f]{64}$/.test(sha256)) return { kind: 'malformed', place, raw, reason: 'It does not say which filing it is from.' }
  if (text === '' && quote === '') return { kind: 'malformed', place, raw, reason: 'It holds neither a quote nor a note.' }
  const by = orNull(said('by'))
  const author = by === null ? null : { name: by, libraryId: null }
  const createdAt = timeOfCell(cell('made'))
  const modifiedAt = timeOfCell(cell('changed'))
  const note: IncomingNote = { name: null, author, body: null, text, status: STATUS.get(cell('status')) ?? 'none',
    owner: orNull(said('for')), dueAt: orNull(cell('due')), createdAt, modifiedAt }
  return { kind: 'item', place, raw, system: OWN_TABLE, name: orNull(cell('token')), filing: { ...NO_HINT, sha256 },
    target: targetOf(cell('on'), quote, cell('section')), author, tags: orNull(said('tag')) === null ? [] : [said('tag')], sectionPath: [],
    notes: text === '' ? [] : [note], createdAt, modifiedAt }
}
